"""Snippets that are no valid file by themselves: faults anywhere, cut off anywhere, copied from a session."""

from typing import Any

import pytest

from patterns.analysis import analyse
from patterns.parsing import Deadline

FUNCTION = {"function_definition": 1}


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        # A fault at the beginning, in the middle, at the end.
        ("python", "class Box[T = int]:\n    def get(self) -> T: return self.x\n",
         FUNCTION | {"class_definition": 1, "type_annotation": 1}),
        ("python", "class Box[T = int]:\n    def get(self): pass\n", FUNCTION | {"class_definition": 1}),
        ("python", "x = = 1\ndef f(): pass\n", FUNCTION),
        ("python", "def f(): pass\nx = = 1\n", FUNCTION),
        ("python", "def f(): pass\nx = = 1\nlambda: 1\n", FUNCTION | {"lambda": 1}),
        ("python", "x = = 1\ny = = 2\ndef f(): pass\n", FUNCTION),
        ("python", "def f(): pass\n)\n", FUNCTION),
        ("python", "(\ndef f(): pass\n", FUNCTION),
        ("python", "def f():\n    ...\n<snip>\nasync def g():\n    pass\n", {"function_definition": 2, "async": 1}),
        ("python", "$ python\ndef f(): pass\n", FUNCTION),
        ("rust", "fn f( { }\nfn g() { a.unwrap(); }\n", {"function_definition": 2, "unwrap": 1}),
        ("rust", "let x = = 1;\nfn g() { a.unwrap(); }\n", FUNCTION | {"unwrap": 1}),
        ("rust", "fn g() { a.unwrap(); }\nlet x = = 1;\n", FUNCTION | {"unwrap": 1}),
        ("rust", "fn f() {}\n...\nfn g() { a?; }\n", {"function_definition": 2, "error_propagation": 1}),
        ("rust", "pub struct A {\n    ...\n}\nfn f() {}\n", FUNCTION | {"struct_definition": 1}),
        ("javascript", "x = = 1;\nconst g = () => 1;\n", {"lambda": 1}),
        ("javascript", "const g = () => 1;\nlet x = = 1;\n", {"lambda": 1}),
        ("javascript", "import a from 'a';\n...\nexport const b = 1;\n", {"import": 1, "export": 1}),
        ("javascript", "const x: number = 1;\nconst f = (a) => a;\n", {"lambda": 1}),
        # Indented as a whole, or all but its first line.
        ("python", "    def f(self):\n        return [a for a in b]\n", FUNCTION | {"comprehension": 1}),
        ("python", "def f(self):\n        return lambda: 1\n    def g(self):\n        pass\n",
         {"function_definition": 2, "lambda": 1}),
        ("rust", "    fn f(&self) {\n        a.unwrap();\n    }\n", FUNCTION | {"unwrap": 1}),
        ("javascript", "    async f() {\n      await a;\n    }\n", FUNCTION | {"async": 2}),
        # Cut off within a block, a signature, a string.
        ("python", "def f():\n    with open(a) as b:\n        for x in", FUNCTION | {"context_manager": 1}),
        ("python", "def f():\n    return [a for a in b]\n\ns = \"\"\"foo\nbar baz\nmore of it\n",
         FUNCTION | {"comprehension": 1}),
        ("python", "def f():\n    x = 'abc\n", FUNCTION),
        ("rust", "fn g() {\n    a.unwrap();\n", FUNCTION | {"unwrap": 1}),
        ("rust", "fn g() -> A {\n    match a {\n        b => c.unwrap(),\n", FUNCTION | {"match": 1, "unwrap": 1}),
        ("rust", 'fn g() {\n    a.unwrap();\n    let s = "abc\n', FUNCTION | {"unwrap": 1}),
        ("rust", "fn g() {\n    println!(\"{}\", a.unwrap()", FUNCTION | {"macro_invocation": 1, "unwrap": 1}),
        ("javascript", "const x = {\n  a: () => 1,\n", {"lambda": 1}),
        ("javascript", "function f() {\n  g(() => {\n    a.then(b);\n", FUNCTION | {"lambda": 1, "promise_chain": 1}),
        ("javascript", "function f() {\n  return `abc\n", FUNCTION),
        # Begun within a block, a string, a statement.
        ("python", 'end of a docstring.\n    """\n    return [a for a in b]\n', {"comprehension": 1}),
        ("python", "else:\n    with a: pass\n", {"context_manager": 1}),
        ("python", "except A:\n    b = lambda: 1\n    c()\n", {"lambda": 1}),
        ("rust", "    a.unwrap();\n}\n", {"unwrap": 1}),
        ("rust", "    let x = a.unwrap();\n    Ok(x)\n}\n", {"unwrap": 1}),
        ("rust", "} else {\n    a.unwrap();\n}\n", {"unwrap": 1}),
        ("rust", "        Some(a) => a.unwrap(),\n        None => b?,\n", {"unwrap": 1, "error_propagation": 1}),
        ("javascript", "  return a.then(b);\n}\n", {"promise_chain": 1}),
        ("javascript", "} catch (e) {\n  f(() => 1);\n}\n", {"lambda": 1}),
        # Without what they stand at.
        ("python", "@dataclass(frozen=True)\n", {"decorator": 1}),
        ("python", "@property\n@cache\n", {"decorator": 2}),
        ("rust", "#[derive(Debug)]\n", {"derive": 1}),
    ],
)  # fmt: skip
def test_what_is_sound_in_a_snippet_is_found(language: Any, source: Any, expected: Any) -> None:
    assert analyse(source, language).counts == expected


def test_lines_of_a_snippet_that_was_made_whole_are_its_own() -> None:
    source = "} else {\n    a.unwrap();\n    println!(\n        b.unwrap()\n"
    (unwrap,) = (pattern for pattern in analyse(source, "rust").patterns if pattern.pattern_type == "unwrap")
    assert unwrap.ast_features["lines"] == [2, 4]
    (comprehension,) = analyse('end.\n"""\nreturn [a for a in b]\n', "python").patterns
    assert comprehension.ast_features["lines"] == [3]
    (manager,) = analyse("else:\n    with a: pass\n", "python").patterns
    assert manager.ast_features["lines"] == [2]


@pytest.mark.parametrize(
    ("language", "session", "lines"),
    [
        (
            "python",
            ">>> def f():\n...     return lambda: 1\n...\n>>> f()\n1\n",
            {"function_definition": [1], "lambda": [2]},
        ),
        ("python", ">>> x = [a for a in b]\n>>> x\n[c for c in d]\n", {"comprehension": [1]}),
        ("python", "  >>> with a as b:\n  ...     pass\n", {"context_manager": [1]}),
        ("python", ">>> f()\nTraceback (most recent call last):\n  ...\nError: x\n>>> lambda: 1\n", {"lambda": [5]}),
        ("javascript", "> const f = () => 1\nundefined\n> f()\n1\n", {"lambda": [1]}),
    ],
)
def test_a_session_gives_what_was_typed_and_not_what_was_printed(language: Any, session: Any, lines: Any) -> None:
    found = {pattern.pattern_type: pattern.ast_features["lines"] for pattern in analyse(session, language).patterns}
    assert found == lines


@pytest.mark.parametrize(
    ("label", "text", "lines"),
    [
        ("python", ">>> def f():\n...     return lambda: 1\n...\n>>> f()\n1\n", [5]),
        ("python", "else:\n    x = lambda: 1\n    with x: pass\n", [5]),
        ("js", "  run() {\n    a(b => c);\n  }\n}\n", [5]),
        ("js", "function f() {\n  g(() => {\n    h();\n", [5]),
    ],
)
def test_a_fenced_snippet_is_made_whole_as_well(label: Any, text: Any, lines: Any) -> None:
    content = f"It's like this:\n\n```{label}\n{text}```\n\nAnd so on, they said.\n"
    language = "python" if label == "python" else "javascript"
    (found,) = (pattern for pattern in analyse(content, language).patterns if pattern.pattern_type == "lambda")
    assert found.ast_features["lines"] == lines


def test_what_a_snippet_is_completed_with_is_no_pattern_of_it() -> None:
    assert analyse("@a\n@b\n", "python").counts == {"decorator": 2}
    assert analyse("    async f() {\n      await a;\n    }\n", "javascript").counts.get("class_definition") is None


def test_a_snippet_with_faults_says_so_and_is_less_sure() -> None:
    sound, broken = (analyse(text, "python") for text in ("def f(): pass\n", "def f(): pass\nx = = 1\n"))
    assert broken.parse_errors == 1
    assert broken.patterns[0].confidence < sound.patterns[0].confidence


@pytest.mark.parametrize("language", ["python", "rust", "javascript"])
@pytest.mark.parametrize(
    "content",
    [
        "We should import it, or try again;\nif not, return it to them, and pass!\n",
        "- if this\n- or that\n- for these, with those\n",
        "Steps (first: install (it),\nthen run\n",
        'He said: "we import it\nand yield\n',
        "SELECT a FROM b\nWHERE c IN (SELECT d FROM e\n",
        "body {\n  color: red;\n  class: x\n",
        '{"a": [1, 2, {"for": "if"\n',
        "> quoted, in mail: import it\n> and return it.\nYes, we will.\n",
        "int main(void) {\n    printf(\"x\");\n    goto end;\n",
        "key: value\nfor: each\nclass: y\n- x\n",
    ],
)  # fmt: skip
def test_what_is_no_code_is_not_made_into_any(content: Any, language: Any) -> None:
    assert analyse(content, language).patterns == []


@pytest.mark.parametrize("language", ["python", "rust", "javascript"])
@pytest.mark.parametrize("text", ["def ( ] class } fn 12 if : = for ; =>\n" * 210, "([{" * 2_700, "\"'`" * 2_700])
def test_to_make_a_text_whole_is_given_up_soon(text: Any, language: Any) -> None:
    assert analyse(text, language, Deadline(10)).total_found <= 3
