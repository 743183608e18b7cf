; The string that a module, class or function begins with, in whatever parts and parentheses.
((module (expression_statement (string) @pattern) @_statement) @_body
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @pattern "^[rRuU]?['\"]")
  (#set! signature "module: \"\"\"_\"\"\"")
  (#set! features "size"))

((module (expression_statement [(concatenated_string (string)+ @_part) (parenthesized_expression (string) @_part) (parenthesized_expression (concatenated_string (string)+ @_part))] @pattern) @_statement) @_body
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @_part "^[rRuU]?['\"]")
  (#set! signature "module: \"\"\"_\"\"\"")
  (#set! features "size"))

((class_definition body: (block (expression_statement (string) @pattern) @_statement) @_body)
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @pattern "^[rRuU]?['\"]")
  (#set! signature "class _: \"\"\"_\"\"\"")
  (#set! features "size"))

((class_definition body: (block (expression_statement [(concatenated_string (string)+ @_part) (parenthesized_expression (string) @_part) (parenthesized_expression (concatenated_string (string)+ @_part))] @pattern) @_statement) @_body)
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @_part "^[rRuU]?['\"]")
  (#set! signature "class _: \"\"\"_\"\"\"")
  (#set! features "size"))

((function_definition body: (block (expression_statement (string) @pattern) @_statement) @_body)
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @pattern "^[rRuU]?['\"]")
  (#set! signature "def _(): \"\"\"_\"\"\"")
  (#set! features "size"))

((function_definition body: (block (expression_statement [(concatenated_string (string)+ @_part) (parenthesized_expression (string) @_part) (parenthesized_expression (concatenated_string (string)+ @_part))] @pattern) @_statement) @_body)
  (#begins-with? @_body @_statement)
  (#holds-only? @_statement @pattern)
  (#match? @_part "^[rRuU]?['\"]")
  (#set! signature "def _(): \"\"\"_\"\"\"")
  (#set! features "size"))
