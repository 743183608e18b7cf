; pub async fn _<_>(&self, _: _) -> Result<_, _> {…}: also methods, but no bodiless declarations in a trait.
((function_item parameters: (parameters) @items) @pattern
  (#set! blank "parameter.type")
  (#set! keep "Self Result Option Box Vec String Iterator")
  (#set! features "depth size arity async"))
