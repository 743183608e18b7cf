; trait _: _ {…}
((trait_item body: (declaration_list) @items) @pattern
  (#set! keep "Send Sync Sized Clone Copy Debug static")
  (#set! features "size arity"))
