; #[test], #[tokio::test] and #[cfg(test)]
((attribute_item (attribute [(identifier) @_name (scoped_identifier name: (identifier) @_name)] !arguments)) @pattern
  (#any-of? @_name "test" "rstest" "test_case" "bench")
  (#set! keep "test rstest test_case bench tokio async_std actix_web"))

((attribute_item (attribute (scoped_identifier name: (identifier) @_name) arguments: (token_tree))) @pattern
  (#eq? @_name "test")
  (#set! keep "test tokio async_std actix_web"))

((attribute_item (attribute (identifier) @_name arguments: (token_tree . (identifier) @_what .))) @pattern
  (#eq? @_name "cfg")
  (#eq? @_what "test")
  (#set! show "token_tree")
  (#set! keep "cfg test"))
