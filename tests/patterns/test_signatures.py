import io
import keyword
import re
import token
import tokenize
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patterns.analysis import analyse
from patterns.signatures import SIGNATURE_MAX_CHARACTERS

PYTHON = '''\
"""Doc."""
from __future__ import annotations
import alpha, beta.gamma as delta
from alpha import (beta, gamma)

@dataclass(frozen=True)
class Alpha(Beta, metaclass=Gamma):
    """Doc."""
    alpha: int = 1
    beta: dict[str, list[Alpha]] | None = None

    @property
    def gamma(self) -> str:
        return self.alpha

@delta(1, "two")
def beta(alpha, /, gamma: int = 1, *args, delta="x", **kwargs) -> Alpha:
    """Doc."""
    if not alpha:
        return
    with alpha(gamma) as delta, beta.gamma:
        yield delta
    try:
        alpha = [gamma(beta, 2) for beta, gamma in delta.items() if beta > 1]
    except (Alpha, beta.Gamma) as delta:
        raise
    except Beta:
        pass
    finally:
        alpha(lambda beta, gamma=1: beta + "one"[1:2])
    for beta in {gamma: -1 for gamma in (1, 2)}:
        if beta is None: continue

async def gamma():
    async with alpha() as beta:
        return [await delta async for delta in beta(1)]

if __name__ == "__main__":
    beta()
'''

RUST = """\
#[derive(Debug, Alpha)]
pub struct Alpha<'beta, Gamma: Clone> { delta: &'beta Gamma, gamma: Option<u32> }
pub async fn alpha<Beta>(&self, gamma: Vec<Beta>) -> Result<Beta, Gamma> {
    let delta = gamma.iter().map(|beta| beta + 1).filter(delta).collect::<Vec<_>>();
    alpha(1, "two").await?;
    println!("{}", alpha);
    match alpha { Some(beta) if beta > 1 => 1, Beta::Gamma { delta, .. } => 2, None => 3 };
    unsafe { beta(1).unwrap() }
}
impl<Alpha> Display for Beta<Alpha> {}
"""

NAMES = ["alpha", "beta", "gamma", "delta", "Alpha", "Beta", "Gamma", "args", "kwargs"]
names = st.lists(
    st.from_regex(r"\A[a-z]{1,6}_[a-z0-9]{1,6}\Z") | st.sampled_from(["é_", "Δelta_", "名前_"]),
    min_size=len(NAMES),
    max_size=len(NAMES),
    unique=True,
)
numbers = st.integers(0, 10**9).map(str)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\"\\\r\n{}'", exclude_categories=["Cc", "Cs"]))


def signatures(source: str, language: str = "python") -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for pattern in analyse(source, language).patterns:
        found[pattern.pattern_type, pattern.pattern_signature] = pattern.ast_features["occurrences"]
    return found


def signature_of(source: str, pattern_type: str, language: str = "python") -> str:
    (found,) = [text for kind, text in signatures(source, language) if kind == pattern_type]
    return found


@settings(max_examples=40, deadline=None)
@given(names=names, number=numbers, text=texts, data=st.data())
def test_the_same_python_under_other_names_literals_comments_and_spacing_has_the_same_signatures(
    names: Any, number: Any, text: Any, data: Any
) -> None:
    renamed = dict(zip(NAMES, names, strict=True))
    blank = data.draw(st.sampled_from(["", " ", "  "]))
    comment = data.draw(st.sampled_from(["", "  # a comment", "  # def not_me(): pass"]))
    lines: dict[int, list[str]] = {}
    depth = 0
    for part in tokenize.generate_tokens(io.StringIO(PYTHON).readline):
        shown = lines.setdefault(part.start[0], [])
        if part.type in {token.NEWLINE, token.NL, token.INDENT, token.DEDENT, token.ENDMARKER}:
            continue
        if not shown and not depth:
            shown.append(" " * part.start[1])
        if part.type == token.NAME and not keyword.iskeyword(part.string):
            shown.append(renamed.get(part.string, part.string) + " ")
        elif part.type == token.NAME:
            shown.append(part.string + " " + blank)
        elif part.type == token.NUMBER:
            shown.append(number)
        elif part.type == token.STRING and not part.string.startswith('"""') and "__main__" not in part.string:
            shown.append(f'"{text}"')
        else:
            depth += part.string in {"(", "[", "{"}
            depth -= part.string in {")", "]", "}"}
            shown.append(blank + part.string + blank if part.type == token.OP else part.string)
    changed = "\n".join("".join(shown) + comment for _, shown in sorted(lines.items())) + "\n"
    assert signatures(changed) == signatures(PYTHON), changed


@settings(max_examples=40, deadline=None)
@given(names=names, number=numbers, text=texts, data=st.data())
def test_the_same_rust_under_other_names_literals_comments_and_spacing_has_the_same_signatures(
    names: Any, number: Any, text: Any, data: Any
) -> None:
    renamed = dict(zip(NAMES, names, strict=True))
    blank = data.draw(st.sampled_from([" ", "\n", "  /* fn not_me() {} */ ", " // fn not_me() {}\n"]))
    parts = []
    for part in re.findall(r'"[^"]*"|\'?\w+!?|::|=>|->|\.\.|\S', RUST):
        if part.startswith('"'):
            parts.append(f'"{text}"')
        elif part.isdigit():
            parts.append(number)
        else:
            parts.append("'" + renamed[part[1:]] if part.startswith("'") else renamed.get(part, part))
    assert signatures(blank.join(parts), "rust") == signatures(RUST, "rust")


@pytest.mark.parametrize(
    ("source", "pattern_type", "expected"),
    [
        ("with open(path) as file: pass", "context_manager", "with _(_) as _:"),
        ("with a, b.c() as d: pass", "context_manager", "with _, _._() as _:"),
        ("async def f(a, *, b=1): pass", "function_definition", "async def _(_, *, _=_):"),
        ("class A(B, metaclass=C): pass", "class_definition", "class _(_, _=_):"),
        ("try: a()\nexcept B as c: d()\nfinally: e()", "exception_handling", "try: … except _ as _: … finally:"),
        ("x = {a: b for a, b in c if a}", "comprehension", "{_: _ for _, _ in _ if _}"),
        ("lambda a, *b: a(b)[0]", "lambda", "lambda _, *_: _(_)[_]"),
        ("def f():\n  if not a: return None", "guard_clause", "if not _: return None"),
        ("@a.b(c, d=1)\ndef f(): pass", "decorator", "@_._(_, _=_)"),
        ("@property\ndef f(self): pass", "property", "@property def _(_):"),
        (
            "@dataclasses.dataclass(frozen=True)\nclass A: pass",
            "dataclass",
            "@dataclasses.dataclass(frozen=_) class _:",
        ),
        ("from . import a as b, c", "import", "from . import _ as _, _"),
        ("x: dict[str, Mine] | None = {}", "type_annotation", "_: dict[str, _] | None = _"),
        ("def f():\n  yield from a", "generator", "yield from _"),
        ('if __name__ == "__main__": f()', "main_guard", 'if __name__ == "__main__":'),
    ],
)
def test_a_python_signature_reads_as_the_code_does(source: Any, pattern_type: Any, expected: Any) -> None:
    assert signature_of(source, pattern_type) == expected


@pytest.mark.parametrize(
    ("source", "pattern_type", "expected"),
    [
        ("pub(crate) async fn f<T>(&mut self, a: &str) -> Result<T, E> { }", "function_definition",
         "pub(crate) async fn _<_>(&mut self, _: _) -> Result<_, _> {…}"),
        ("struct A<'a> { b: &'a str, c: Vec<D> }", "struct_definition", "struct _<'_> {_: &'_ str, _: Vec<_>}"),
        ("enum A { B, C(u8), D { e: F } }", "enum_definition", "enum _ {_, _(u8), _ {_: _}}"),
        ("impl<T> Display for A<T> {}", "implementation", "impl<_> Display for _<_> {…}"),
        ("fn f() { match a { Some(b) => c(), None => {} } }", "match", "match _ {Some(_) => _, None => _}"),
        ("fn f() { a.b(c)? }", "error_propagation", "_._(_)?"),
        ("fn f() { a.iter().map(|b| b + 1).collect::<Vec<_>>() }", "iterator_chain",
         "_.iter().map(_).collect::<Vec<_>>()"),
        ("fn f() { a.b().c.unwrap() }", "unwrap", "_.unwrap()"),
        ("fn f() { let a = move |b, c| b * -c; }", "closure", "move |_, _| _ * -_"),
        ("fn f() { vec![1, 2] }", "macro_invocation", "vec![…]"),
        ("#[derive(Debug, Mine)] struct A;", "derive", "#[derive(Debug, _)]"),
    ],
)  # fmt: skip
def test_a_rust_signature_reads_as_the_code_does(source: Any, pattern_type: Any, expected: Any) -> None:
    assert signature_of(source, pattern_type, "rust") == expected


@pytest.mark.parametrize(
    ("one", "other", "pattern_type"),
    [
        ("with a(b) as c: pass", "with a(b): pass", "context_manager"),
        ("with a(b): pass", "with a(b, c): pass", "context_manager"),
        ("with a: pass", "async def f():\n async with a: pass", "context_manager"),
        ("def f(a): pass", "def f(a=1): pass", "function_definition"),
        ("def f(a): pass", "def f(*a): pass", "function_definition"),
        ("def f(a): pass", "async def f(a): pass", "function_definition"),
        ("try: a\nexcept B: c", "try: a\nexcept: c", "exception_handling"),
        ("x = [a for a in b]", "x = (a for a in b)", "comprehension"),
        ("x = [a for a in b]", "x = [a for a in b if c]", "comprehension"),
        ("x = [(a,) for a in b]", "x = [(a) for a in b]", "comprehension"),
        ("lambda a: a + b", "lambda a: a - b", "lambda"),
        ("x: list[int]", "x: list[str]", "type_annotation"),
        ("def f():\n yield a", "def f():\n yield", "generator"),
    ],
)
def test_another_shape_has_another_signature(one: Any, other: Any, pattern_type: Any) -> None:
    assert signature_of(one, pattern_type) != signature_of(other, pattern_type)


def test_a_comma_at_the_end_changes_nothing() -> None:
    assert signature_of("def f(\n    a,\n    b,\n): pass", "function_definition") == "def _(_, _):"


def test_a_long_signature_is_cut_and_yet_tells_two_apart_that_begin_alike() -> None:
    def long(last: Any) -> Any:
        return "def f(" + ", ".join(["a"] * 90 + [last]) + "): pass"

    one, other = (signature_of(long(last), "function_definition") for last in ("a", "*a"))
    assert len(one) == len(other) == SIGNATURE_MAX_CHARACTERS
    assert one != other
    assert one[:100] == other[:100]


def test_a_very_large_expression_is_cut_too() -> None:
    text = signature_of("x = [a for a in (" + "b, " * 5_000 + ")]", "comprehension")
    assert len(text) == SIGNATURE_MAX_CHARACTERS
