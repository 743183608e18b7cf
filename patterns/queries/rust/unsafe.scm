; unsafe {…}, unsafe fn (with a body or without), unsafe impl, unsafe trait, unsafe extern and #[unsafe(…)]
((unsafe_block) @pattern
  (#set! features "size"))

([(function_item (function_modifiers "unsafe")) (function_signature_item (function_modifiers "unsafe"))] @pattern
  (#set! blank "parameter.type")
  (#set! keep "Self Result Option Box Vec String")
  (#set! features "size"))

([(impl_item "unsafe") (trait_item "unsafe") (foreign_mod_item "unsafe")] @pattern
  (#set! keep "Send Sync")
  (#set! features "size"))

([(attribute_item (attribute (identifier) @_name arguments: (token_tree))) (inner_attribute_item (attribute (identifier) @_name arguments: (token_tree)))] @pattern
  (#eq? @_name "unsafe")
  (#set! show "token_tree")
  (#set! keep "unsafe no_mangle export_name link_section"))
