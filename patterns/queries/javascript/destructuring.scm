; const {_, _: _} = _, const [_, ..._] = _
((variable_declarator name: [(object_pattern) (array_pattern)] @items) @pattern
  (#set! blank "variable_declarator.value")
  (#set! features "arity"))
