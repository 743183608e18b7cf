; _.then(_).catch(_): the longest chain counts. What is called in between is blank.
((call_expression
    function: (member_expression property: (property_identifier) @_name)) @pattern
  (#any-of? @_name "then" "catch" "finally")
  (#set! outermost)
  (#set! blank "arrow_function function_expression")
  (#set! keep "then catch finally"))
