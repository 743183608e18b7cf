; async function _(_, _ = _, ..._) {…}, methods, accessors and generators
((function_declaration parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))

((function_expression parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))

((generator_function_declaration parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))

((generator_function parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))

((method_definition parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))
