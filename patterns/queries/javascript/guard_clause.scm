; A condition whose whole body leaves: if (!_) return
((if_statement
    consequence: [(return_statement) (throw_statement) (continue_statement) (break_statement)]
    !alternative) @pattern)

((if_statement
    consequence: (statement_block [(return_statement) (throw_statement) (continue_statement) (break_statement)] @_exit) @_body
    !alternative) @pattern
  (#holds-only? @_body @_exit)
  (#set! show "statement_block"))
