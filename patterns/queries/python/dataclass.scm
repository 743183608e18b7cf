; @dataclass(frozen=_) class _:
((decorated_definition
    (decorator [
      (identifier) @_name
      (attribute attribute: (identifier) @_name)
      (call function: (identifier) @_name)
      (call function: (attribute attribute: (identifier) @_name))])
    definition: (class_definition body: (block) @items)) @pattern
  (#eq? @_name "dataclass")
  (#set! keep "dataclass dataclasses init repr eq order unsafe_hash frozen match_args kw_only slots weakref_slot")
  (#set! features "size"))
