; What panics where there is no value: _.unwrap(), _.expect(_)
((call_expression
    function: (field_expression field: (field_identifier) @_name)) @pattern
  (#any-of? @_name "unwrap" "expect" "unwrap_err" "expect_err" "unwrap_unchecked")
  (#set! blank "field_expression.value")
  (#set! keep "unwrap expect unwrap_err expect_err unwrap_unchecked"))
