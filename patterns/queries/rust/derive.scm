; #[derive(Debug, Clone)], also by its path and under a condition: #[cfg_attr(_, derive(Debug))]
((attribute_item (attribute [(identifier) @_name (scoped_identifier name: (identifier) @_name)])) @pattern
  (#eq? @_name "derive")
  (#set! show "token_tree")
  (#set! keep "derive Debug Clone Copy Default PartialEq Eq PartialOrd Ord Hash Serialize Deserialize serde Error thiserror Parser clap"))

((attribute_item (attribute (identifier) @_attribute arguments: (token_tree (identifier) @_name . (token_tree)))) @pattern
  (#eq? @_attribute "cfg_attr")
  (#eq? @_name "derive")
  (#set! show "token_tree")
  (#set! keep "cfg_attr feature all any not test derive Debug Clone Copy Default PartialEq Eq PartialOrd Ord Hash Serialize Deserialize serde Error thiserror Parser clap"))
