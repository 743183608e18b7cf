; {_, _: _} = _ and [_, ..._] = _ in declarations and assignments; {_} and [_] as parameters, in for and in catch
((variable_declarator name: [(object_pattern) (array_pattern)] @items) @pattern
  (#set! blank "variable_declarator.value")
  (#set! features "arity"))

((assignment_expression left: [(object_pattern) (array_pattern)] @items) @pattern
  (#set! blank "assignment_expression.right")
  (#set! features "arity"))

([
    (for_in_statement left: [(object_pattern) (array_pattern)] @pattern @items)
    (catch_clause parameter: [(object_pattern) (array_pattern)] @pattern @items)
    (formal_parameters [(object_pattern) (array_pattern)] @pattern @items)
    (formal_parameters (assignment_pattern left: [(object_pattern) (array_pattern)] @items) @pattern)
    (formal_parameters (rest_pattern [(object_pattern) (array_pattern)] @items) @pattern)]
  (#set! blank "assignment_pattern.right")
  (#set! features "arity"))
