; |_| _._() and move |_, _| {…}
((closure_expression parameters: (closure_parameters) @items) @pattern
  (#set! features "depth size arity async"))
