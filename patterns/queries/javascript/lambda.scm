; (_, _) => _(_) and async _ => {…}
((arrow_function parameters: (formal_parameters) @items) @pattern
  (#set! blank "assignment_pattern.right")
  (#set! features "depth size arity async"))

((arrow_function parameter: (identifier) @items) @pattern
  (#set! features "depth size arity async"))
