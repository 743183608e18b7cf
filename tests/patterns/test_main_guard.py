"""Which conditions guard what runs only where a Python file is run as a program."""

from typing import Any

import pytest

from patterns.analysis import analyse

EITHER_WAY = '__name__ == "__main__"'


@pytest.mark.parametrize(
    "condition",
    [
        EITHER_WAY,
        "__name__ == '__main__'",
        '__name__ == """__main__"""',
        "__name__ == '''__main__'''",
        '__name__ == r"__main__"',
        '__name__ == u"__main__"',
        '__name__=="__main__"',
        '"__main__" == __name__',
        "'__main__'==__name__",
        f"({EITHER_WAY})",
        f"((({EITHER_WAY})))",
        '((__name__) == ("__main__"))',
        '(("__main__") == (__name__))',
        f"( {EITHER_WAY} )",
        '(\n    __name__  # the name\n    ==\n    "__main__"  # of a program\n)',
        '__name__ \\\n== "__main__"',
        '(name := __name__) == "__main__"',
        '"__main__" == (name := __name__)',
        f"{EITHER_WAY} and a",
        f"a and {EITHER_WAY}",
        f"a and {EITHER_WAY} and b",
        f"{EITHER_WAY} and a and b and c",
        f"a and not b and ({EITHER_WAY})",
        f"({EITHER_WAY}) and (a or b)",
        f"({EITHER_WAY} and a)",
        f"(({EITHER_WAY} and a))",
        f"(a and b and {EITHER_WAY})",
        f"a and (b and {EITHER_WAY})",
        f"{EITHER_WAY} and a == 'x'",
    ],
)
def test_a_main_guard_may_look_like_this(condition: Any) -> None:
    for source in (f"if {condition}:\n    main()\n", f"if a:\n    b()\nelif {condition}:\n    main()\n"):
        analysis = analyse(source, "python")
        assert analysis.parse_errors == 0
        assert analysis.counts == {"main_guard": 1}
        assert [pattern.pattern_signature for pattern in analysis.patterns] == ['if __name__ == "__main__":']


@pytest.mark.parametrize(
    "source",
    [
        'if __name__ != "__main__": a()',
        'if "__main__" != __name__: a()',
        'if (__name__ != "__main__"): a()',
        f"if not {EITHER_WAY}: a()",
        f"if not ({EITHER_WAY}): a()",
        f"if {EITHER_WAY} or a: a()",
        f"if a or {EITHER_WAY}: a()",
        f"if a or {EITHER_WAY} and b: a()",
        f"if (a or {EITHER_WAY}) and b: a()",
        f"if a and not {EITHER_WAY}: a()",
        'if __name__ > "__main__": a()',
        'if __name__ in ("__main__", "x"): a()',
        'if __name__ not in "__main__": a()',
        'if __name__ is not "__main__": a()',
        'if __name__ == "__main__" == a: a()',
        'if a != __name__ == "__main__": a()',
        'if __name__ == "main": a()',
        'if __name__ == "__main__x": a()',
        'if __name__ == "x__main__": a()',
        'if __name__ == b"__main__": a()',
        'if __name__ == f"__main__": a()',
        "if __name__ == __main__: a()",
        'if __name__ == "__main__".x: a()',
        'if __name__() == "__main__": a()',
        'if a.__name__ == "__main__": a()',
        'if a__name__ == "__main__": a()',
        'if __name__.x == "__main__": a()',
        'if __name__ + "__main__": a()',
        'if f(__name__ == "__main__"): a()',
        'if [__name__ == "__main__"]: a()',
        'if "__main__" == "__main__": a()',
        "if __name__: a()",
        "while __name__ == '__main__': a()",
        "a() if __name__ == '__main__' else b()",
        "assert __name__ == '__main__'",
        "# if __name__ == '__main__': a()\nb()",
        "b = '''\nif __name__ == \"__main__\": a()\n'''",
    ],
)
def test_these_are_no_main_guards(source: Any) -> None:
    analysis = analyse(source, "python")
    assert analysis.parse_errors == 0
    assert "main_guard" not in analysis.counts
