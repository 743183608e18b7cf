; Of lists, sets and dictionaries, and generator expressions: [_ for _ in _ if _]
([(list_comprehension) (set_comprehension) (dictionary_comprehension) (generator_expression)] @pattern
  (#set! features "depth size async"))
