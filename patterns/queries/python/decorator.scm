; @_ or @_._(_): what Python itself and its most common tools call so is kept.
((decorator) @pattern
  (#set! keep "property setter getter deleter staticmethod classmethod abstractmethod dataclass dataclasses cache lru_cache cached_property functools wraps contextmanager asynccontextmanager contextlib overload override final total_ordering singledispatch fixture pytest mark parametrize"))
