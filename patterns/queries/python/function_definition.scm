; def _(_, _=_, *_) -> _: also methods, async and nested ones. A parameter may have a type and a default: which, is blank.
((function_definition parameters: (parameters) @items) @pattern
  (#set! blank "type default_parameter.value typed_default_parameter.value")
  (#set! tight "typed_default_parameter")
  (#set! features "depth size arity async"))
