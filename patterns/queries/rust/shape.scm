; What all signatures of Rust have in common.
((source_file)
  (#set! omit "block declaration_list token_tree")
  (#set! blank "string_literal raw_string_literal char_literal integer_literal float_literal boolean_literal")
  (#set! verbatim "visibility_modifier mutable_specifier self crate super primitive_type")
  (#set! beginnings "if _ |_|match _ {|impl _ {")
  (#set! ending "fn _() {}"))
