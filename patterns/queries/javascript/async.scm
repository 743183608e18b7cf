; async functions and methods, for await, and await
([(function_declaration "async") (function_expression "async") (generator_function_declaration "async") (generator_function "async") (method_definition "async") (arrow_function "async")] @pattern
  (#set! blank "assignment_pattern.right arrow_function.body")
  (#set! features "size"))

((for_in_statement "await") @pattern
  (#set! features "size"))

((await_expression) @pattern)
