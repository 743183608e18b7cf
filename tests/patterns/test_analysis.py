import threading
import time
from typing import Any

import pytest

from memories import limits
from memories.errors import CallTimeoutError
from patterns.analysis import Analysis, analyse, wilson_lower
from patterns.parsing import Deadline


def only(analysis: Any, pattern_type: Any) -> Any:
    (pattern,) = (pattern for pattern in analysis.patterns if pattern.pattern_type == pattern_type)
    return pattern


@pytest.mark.parametrize(
    ("successes", "trials", "expected"),
    [
        # By hand: with z = 1.96 and z * z = 3.8415, (p + z²/2n - z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
        (1, 1, 0.20655),  # 1 / (1 + 3.8415)
        (10, 10, 0.72247),  # 1 / (1 + 0.38415)
        (1, 2, 0.09453),
        (5, 10, 0.23659),
        (80, 100, 0.71117),
        (0, 10, 0.0),
    ],
)
def test_confidence_is_the_lower_end_of_the_wilson_interval(successes: Any, trials: Any, expected: Any) -> None:
    assert wilson_lower(successes, trials) == pytest.approx(expected, abs=1e-5)


def test_frequency_is_the_share_of_a_signature_among_its_type() -> None:
    analysis = analyse("def a(): pass\ndef b(): pass\ndef c(): pass\ndef d(x): pass\nlambda: 1\n", "python")
    found = {pattern.pattern_signature: (pattern.frequency, pattern.confidence) for pattern in analysis.patterns}
    assert found["def _():"] == pytest.approx((0.75, wilson_lower(3, 4)), abs=1e-6)
    assert found["def _(_):"] == pytest.approx((0.25, wilson_lower(1, 4)), abs=1e-6)
    assert found["lambda: _"] == pytest.approx((1.0, wilson_lower(1, 1)), abs=1e-6)


def test_confidence_shrinks_with_the_share_of_the_source_that_did_not_parse() -> None:
    sound = "def a(): pass\n" * 20
    broken = sound + "x = = 1\n"
    analysis = analyse(broken, "python")
    share = only(analysis, "function_definition").confidence / wilson_lower(20, 20)
    assert 0.97 < share < 1
    assert analysis.parse_errors == 1


def test_the_most_frequent_comes_first() -> None:
    analysis = analyse("def a(): pass\ndef b(): pass\ndef d(x): pass\nlambda: 1\nx = [lambda: 2]\n", "python")
    order = [(pattern.frequency, pattern.confidence) for pattern in analysis.patterns]
    assert order == sorted(order, reverse=True)
    assert analysis.patterns[0].pattern_signature == "lambda: _"


def test_features_tell_occurrences_lines_depth_size_arity_and_async() -> None:
    source = """\
async def first(a, /, b, *, c=1):
    async def second(d, e, f=2):
        return d

    return second
"""
    functions = [pattern for pattern in analyse(source, "python").patterns if "function" in pattern.pattern_type]
    assert [pattern.ast_features for pattern in functions] == [
        {"occurrences": 1, "lines": [1], "depth": 1, "size": 5, "arity": 3, "async": True},
        {"occurrences": 1, "lines": [2], "depth": 2, "size": 2, "arity": 3, "async": True},
    ]


def test_only_the_first_ten_lines_are_kept_and_all_occurrences_counted() -> None:
    pattern = only(analyse("def f(): pass\n" * 30, "python"), "function_definition")
    assert pattern.ast_features["lines"] == list(range(1, 11))
    assert pattern.ast_features["occurrences"] == 30


def test_async_in_any_form_is_found() -> None:
    source = """\
async def f():
    async with a: pass
    async for b in c: pass
    await d
    return [e async for e in f]
"""
    assert analyse(source, "python").counts["async"] == 5


def test_a_docstring_is_the_first_statement_and_nothing_else() -> None:
    source = '''\
# comment
"""Module."""
"""Not this."""

class A:
    # comment
    """Class."""
    x = "not this"

def f():
    "Function."

def g():
    x = 1
    "not this"

def h():
    "not", "this"

def i():
    b"not this"
'''
    assert analyse(source, "python").counts["docstring"] == 3


def test_a_guard_clause_leaves_and_does_nothing_else() -> None:
    source = """\
def f(a):
    if not a:  # comment
        # comment
        return  # comment
        # comment
    if a > 1: raise ValueError
    for b in a:
        if b: continue
        if not b:
            print(b)
            break
    if a:
        return 1
    else:
        return 2
"""
    assert analyse(source, "python").counts["guard_clause"] == 3


def test_more_than_a_thousand_distinct_patterns_are_cut_and_said_to_be() -> None:
    shapes = [f"lambda {', '.join(['a'] * (i % 40) + ['*a'] * (i // 40))}: 0" for i in range(1_500)]
    analysis = analyse("\n".join(shapes) + "\n" + "def f(): pass\n" * 7, "python")
    assert len(analysis.patterns) == limits.PATTERNS_MAX
    assert analysis.truncated
    assert analysis.total_found > 1_400
    assert analysis.counts == {"function_definition": 7, "lambda": 1_500}
    assert analysis.patterns[0].pattern_type == "function_definition"


@pytest.mark.parametrize("language", ["python", "rust", "javascript"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param("(" * 50_000, id="50,000 open parentheses"),
        pytest.param("{" * 50_000, id="50,000 open braces"),
        pytest.param("def ( ] class } fn 12 if : = for ; =>\n" * 2_000, id="invalid throughout"),
        pytest.param("".join(" " * level + "if x:\n" for level in range(900)), id="900 open blocks"),
        pytest.param('"' * 20_001, id="quotes"),
        pytest.param("\0\x01\x7f" * 5_000, id="control characters"),
        pytest.param("\ud800 = 1\n", id="a lone surrogate"),
    ],
)
def test_what_is_no_code_gives_no_patterns_and_says_why(content: Any, language: Any) -> None:
    analysis = analyse(content, language, Deadline(20))
    assert isinstance(analysis, Analysis)
    assert analysis.total_found <= 3
    if "\ud800" not in content:
        assert analysis.parse_errors >= 1


@pytest.mark.parametrize(
    ("content", "language", "pattern_type"),
    [
        ("".join(" " * i + "if x:\n" for i in range(90)) + " " * 90 + "lambda: 1\n", "python", "lambda"),
        ("fn f() " + "{" * 900 + "|a| a" + "}" * 900, "rust", "closure"),
        ("function f() " + "{" * 900 + "a => a" + "}" * 900, "javascript", "lambda"),
        ("x = " + "(" * 900 + "lambda: 1" + ")" * 900, "python", "lambda"),
    ],
)
def test_deep_nesting_hides_nothing(content: Any, language: Any, pattern_type: Any) -> None:
    assert analyse(content, language).counts[pattern_type] == 1


def test_half_a_megabyte_on_one_line_is_analysed() -> None:
    content = "x = [" + "(lambda: 1), " * 40_000 + "]"
    assert len(content) > 500_000
    analysis = analyse(content, "python", Deadline(30))
    assert analysis.counts == {"lambda": 40_000}
    assert analysis.parse_errors == 0


def test_occurrences_in_a_large_file_are_counted_once_each_wherever_it_is_cut_into_pieces() -> None:
    method = "    def f(self):\n        with a as b:\n            return [c for c in b]\n\n"
    analysis = analyse("class A:\n" + method * 5_000, "python", Deadline(30))
    assert analysis.counts == {
        "class_definition": 1,
        "comprehension": 5_000,
        "context_manager": 5_000,
        "function_definition": 5_000,
    }


@pytest.mark.parametrize(
    ("content", "language"),
    [("lambda:" * 140_000 + "1", "python"), ("fn f() { a" + "?" * 500_000 + " }", "rust")],
)
def test_a_hundred_thousand_levels_end_in_time(content: Any, language: Any) -> None:
    analysis = analyse(content, language, Deadline(30))
    assert 0 < sum(analysis.counts.values()) <= 10_000


def test_an_analysis_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(CallTimeoutError, match=r"stopped after 0\.01 seconds"):
        analyse("def f(a): return [b for b in a]\n" * 20_000, "python", Deadline(0.01))


def test_a_cancelled_analysis_stops_soon() -> None:
    deadline = Deadline(600)
    ended: list[float] = []

    def run() -> None:
        try:
            analyse('"' * 900_000, "rust", deadline)
        except CallTimeoutError:
            ended.append(time.monotonic())

    thread = threading.Thread(target=run)
    thread.start()
    deadline.cancel()
    cancelled = time.monotonic()
    thread.join(timeout=10)
    assert ended
    assert ended[0] - cancelled < 5
