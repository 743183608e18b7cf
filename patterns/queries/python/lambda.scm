; lambda _, _: _(_)
((lambda parameters: (lambda_parameters)? @items) @pattern
  (#set! features "depth arity"))
