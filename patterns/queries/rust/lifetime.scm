; Named lifetimes, where they are declared and where they are used: <'_>, &'_ mut _, &'static _
((reference_type (lifetime)) @pattern
  (#set! blank "reference_type.type")
  (#set! keep "static"))

((self_parameter (lifetime)) @pattern
  (#set! keep "static"))

((lifetime_parameter) @pattern
  (#set! keep "static"))

([
    (type_arguments (lifetime) @pattern)
    (trait_bounds (lifetime) @pattern)
    (bounded_type (lifetime) @pattern)
    (where_predicate left: (lifetime) @pattern)
    (for_lifetimes (lifetime) @pattern)]
  (#set! keep "static"))
