; @property def _(_): and @_.setter, getter, deleter, cached_property
((decorated_definition
    (decorator [(identifier) @_name (attribute attribute: (identifier) @_name)])
    definition: (function_definition)) @pattern
  (#any-of? @_name "property" "cached_property" "setter" "getter" "deleter" "abstractproperty")
  (#set! blank "type")
  (#set! keep "property cached_property setter getter deleter abstractproperty functools abc abstractmethod")
  (#set! features "size"))
