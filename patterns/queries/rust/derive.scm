; #[derive(Debug, Clone)]
((attribute_item (attribute (identifier) @_name)) @pattern
  (#eq? @_name "derive")
  (#set! show "token_tree")
  (#set! keep "derive Debug Clone Copy Default PartialEq Eq PartialOrd Ord Hash Serialize Deserialize serde Error thiserror Parser clap"))
