; unsafe {…}, unsafe fn, unsafe impl, unsafe trait
((unsafe_block) @pattern
  (#set! features "size"))

((function_item (function_modifiers "unsafe")) @pattern
  (#set! blank "parameter.type")
  (#set! keep "Self Result Option Box Vec String")
  (#set! features "size"))

([(impl_item "unsafe") (trait_item "unsafe")] @pattern
  (#set! keep "Send Sync")
  (#set! features "size"))
