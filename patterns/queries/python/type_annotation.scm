; Of parameters, variables and results: _: list[_], _: int = _, -> None. The names of built-in types and of the
; standard library's are kept, a program's own are blank.
([(typed_parameter) (typed_default_parameter)] @pattern
  (#set! blank "typed_default_parameter.value")
  (#set! keep "int str float bool bytes complex object type list dict set frozenset tuple Any Optional Union Callable Literal Annotated Final ClassVar Iterable Iterator Sequence Mapping MutableMapping Generator AsyncIterator AsyncGenerator AsyncIterable Awaitable Coroutine Self Type List Dict Set FrozenSet Tuple TypeVar NoReturn Never"))

((assignment type: (type)) @pattern
  (#set! blank "assignment.right")
  (#set! keep "int str float bool bytes complex object type list dict set frozenset tuple Any Optional Union Callable Literal Annotated Final ClassVar Iterable Iterator Sequence Mapping MutableMapping Generator AsyncIterator AsyncGenerator AsyncIterable Awaitable Coroutine Self Type List Dict Set FrozenSet Tuple TypeVar NoReturn Never"))

((function_definition return_type: (type) @pattern)
  (#set! signature "-> {}")
  (#set! keep "int str float bool bytes complex object type list dict set frozenset tuple Any Optional Union Callable Literal Annotated Final ClassVar Iterable Iterator Sequence Mapping MutableMapping Generator AsyncIterator AsyncGenerator AsyncIterable Awaitable Coroutine Self Type List Dict Set FrozenSet Tuple TypeVar NoReturn Never"))
