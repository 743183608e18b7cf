; #[test], #[tokio::test], those of test frameworks, and what is compiled for tests only: #[cfg(test)]
((attribute_item (attribute [(identifier) @_name (scoped_identifier name: (identifier) @_name)] !arguments)) @pattern
  (#any-of? @_name "test" "rstest" "test_case" "bench" "wasm_bindgen_test" "quickcheck" "proptest")
  (#set! keep "test rstest test_case bench wasm_bindgen_test quickcheck proptest tokio async_std actix_web"))

((attribute_item (attribute [(identifier) @_name (scoped_identifier name: (identifier) @_name)] arguments: (token_tree))) @pattern
  (#any-of? @_name "rstest" "test_case")
  (#set! keep "rstest test_case"))

((attribute_item (attribute (scoped_identifier name: (identifier) @_name) arguments: (token_tree))) @pattern
  (#eq? @_name "test")
  (#set! keep "test tokio async_std actix_web"))

([
    (attribute_item (attribute (identifier) @_name arguments: (token_tree . (identifier) @_what .)))
    (inner_attribute_item (attribute (identifier) @_name arguments: (token_tree . (identifier) @_what .)))
  ] @pattern
  (#eq? @_name "cfg")
  (#eq? @_what "test")
  (#set! show "token_tree")
  (#set! keep "cfg test"))

([
    (attribute_item (attribute (identifier) @_name arguments: (token_tree . (identifier) @_all . (token_tree (identifier) @_what))))
    (inner_attribute_item (attribute (identifier) @_name arguments: (token_tree . (identifier) @_all . (token_tree (identifier) @_what))))
  ] @pattern
  (#eq? @_name "cfg")
  (#eq? @_all "all")
  (#eq? @_what "test")
  (#set! show "token_tree")
  (#set! keep "cfg all any not test"))
