; What panics where there is no value: _.unwrap(), _.expect(_), Option::unwrap(_), _.map(Option::unwrap)
((call_expression
    function: (field_expression field: (field_identifier) @_name)) @pattern
  (#any-of? @_name "unwrap" "expect" "unwrap_err" "expect_err" "unwrap_unchecked")
  (#set! blank "field_expression.value")
  (#set! keep "unwrap expect unwrap_err expect_err unwrap_unchecked"))

([
    (call_expression function: (scoped_identifier path: (_) @_path name: (identifier) @_name)) @pattern
    (arguments (scoped_identifier path: (_) @_path name: (identifier) @_name) @pattern)]
  (#any-of? @_name "unwrap" "expect" "unwrap_err" "expect_err" "unwrap_unchecked")
  (#match? @_path "^<?\\s*(?:(?:::\\s*)?(?:std|core)\\s*::\\s*(?:option|result)\\s*::\\s*)?(?:Option|Result)\\b")
  (#set! omit "call_expression.arguments")
  (#set! blank "scoped_identifier.path")
  (#set! keep "unwrap expect unwrap_err expect_err unwrap_unchecked"))
