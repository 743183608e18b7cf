; A condition whose whole body leaves: if not _: return
((if_statement
    consequence: (block [(return_statement) (raise_statement) (continue_statement) (break_statement)] @_exit) @_body
    !alternative) @pattern
  (#holds-only? @_body @_exit)
  (#set! show "block"))
