; @property def _(_): and @_.setter, getter, deleter, cached_property; in a class also _ = property(_)
((decorated_definition
    (decorator [(identifier) @_name (attribute attribute: (identifier) @_name)])
    definition: (function_definition)) @pattern
  (#any-of? @_name "property" "cached_property" "setter" "getter" "deleter" "abstractproperty")
  (#set! blank "type")
  (#set! keep "property cached_property setter getter deleter abstractproperty functools abc abstractmethod")
  (#set! features "size"))

((class_definition body: (block (expression_statement (assignment right: (call function: (identifier) @_name)) @pattern)))
  (#eq? @_name "property")
  (#set! keep "property")
  (#set! features "size"))
