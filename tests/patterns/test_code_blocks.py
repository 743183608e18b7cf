import textwrap
from typing import Any

import pytest

from patterns.analysis import analyse

CODE = "def first(): pass\n\nasync def second(a, b): return [x for x in a]\n"


def lines(content: Any, pattern_type: Any = "function_definition", language: Any = "python") -> Any:
    found = [
        line
        for pattern in analyse(content, language).patterns
        if pattern.pattern_type == pattern_type
        for line in pattern.ast_features["lines"]
    ]
    return sorted(found)


def test_code_is_taken_whole() -> None:
    assert lines(CODE) == [1, 3]


def test_prose_gives_its_fenced_blocks_with_lines_counted_in_the_prose() -> None:
    content = f"Here is how:\n\n```python\n{CODE}```\n\nAnd again:\n\n```python\n{CODE}```\nThat is all.\n"
    assert lines(content) == [4, 6, 12, 14]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("```python", "```"),
        ("``` python", "```"),
        ("```python title=x", "```"),
        ('```py {linenos=true, hl_lines=["2"]}', "```"),
        ("```Python3", "```"),
        ("```python,ignore", "```"),
        ("```{python}", "```"),
        ("```{.python .numberLines}", "```"),
        ("```{code-block} python", "```"),
        ("~~~python", "~~~"),
        ("~~~~ python", "~~~~~~"),
        ("`````python", "`````"),
    ],
)
def test_a_fence_may_look_like_this(opening: Any, closing: Any) -> None:
    assert lines(f"How we do it, in *short*:\n\n{opening}\n{CODE}{closing}\nand so on.\n") == [4, 6]


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_a_fenced_block_may_be_indented_with_its_list(indent: Any) -> None:
    block = textwrap.indent(f"```python\n{CODE}```\n", indent)
    assert lines(f"1. Do this, it's easy:\n\n{block}\n2. Done, don't worry.\n") == [4, 6]


def test_a_block_in_another_language_or_a_transcript_is_left_out() -> None:
    content = f"Not Python, it's said:\n```text\n{CODE}```\n```rust\nfn main() {{}}\n```\n```pycon\n{CODE}```\n"
    assert lines(content) == []
    assert lines(content, language="rust") == [8]


def test_a_block_without_a_label_is_code_if_it_is_flawless_code() -> None:
    assert lines(f"Look, that's it:\n\n```\n{CODE}```\n") == [4, 6]
    assert lines(f"Look, that's it:\n\n```\n$ python -c\n{CODE}```\n") == []


def test_a_longer_fence_holds_shorter_ones() -> None:
    content = f"Markdown's own fence:\n\n````python\n'''\n```python\n'''\n{CODE}````\n"
    assert lines(content) == [7, 9]


def test_a_fence_of_the_other_kind_does_not_close_a_block() -> None:
    assert lines(f"See, it's here:\n\n```python\nx = '''\n~~~\n'''\n{CODE}```\n") == [7, 9]


def test_a_block_left_open_goes_on_to_the_end() -> None:
    assert lines(f"It's here:\n\n```python\n{CODE}") == [4, 6]


def test_backticks_within_a_line_open_no_block() -> None:
    assert lines(f"Write ```python``` or so, it's fine.\n\n{CODE}") == []


def test_code_whose_docstring_holds_a_fence_is_still_taken_whole() -> None:
    content = f'"""How to use it.\n\n```python\ndef example(): pass\n```\n"""\n\n{CODE}'
    assert lines(content) == [8, 10]


def test_rust_whose_doc_comment_holds_a_fence_is_still_taken_whole() -> None:
    content = "/// Doubles.\n/// ```\n/// fn no() {}\n/// ```\nfn double(x: i32) -> i32 { x * 2 }\n"
    assert lines(content, language="rust") == [5]
    content = "/*\n```rust\nfn no() {}\n```\n*/\nfn double(x: i32) -> i32 { x * 2 }\n"
    assert lines(content, language="rust") == [6]


def test_markdown_that_is_mostly_code_is_not_taken_for_code() -> None:
    content = f"# Title\n\n```python\n{CODE * 20}```\n"
    assert lines(content)[0] == 4
    javascript = "```js\n" + "function f() { return 1 }\n" * 9 + "```\n"
    assert lines(f"# The title\n\nIt's this:\n\n{javascript}", language="javascript") == list(range(6, 15))


PROSE = """\
We decided to import the data from the old system, and to yield to the other team while they wait. If that fails,
try again with care: the class of errors is not for us to raise. It's async anyway, and we await their answer!
"""


@pytest.mark.parametrize("language", ["python", "rust", "javascript"])
@pytest.mark.parametrize(
    "content",
    [
        PROSE,
        PROSE * 500,
        "Die Klasse ist für alle; wir warten.\n",
        "这是一个没有代码的记忆。我们决定以后再试。\n",
        "",
        " \n\n\t\n",
    ],
)
def test_prose_without_code_gives_no_patterns_and_no_errors(content: Any, language: Any) -> None:
    analysis = analyse(content, language)
    assert analysis.patterns == []
    assert analysis.counts == {}
    assert (analysis.total_found, analysis.truncated, analysis.parse_errors) == (0, False, 0)


@pytest.mark.parametrize("language", ["python", "rust", "javascript"])
@pytest.mark.parametrize(
    "content",
    [
        '{"name": "x", "for": [1, 2.5, null], "if": {"class": true}}',
        "name: x\nfor:\n  - if: 1\n  - class: 2\n",
        "[tool.x]\nname = 'y'\nimport = ['a', 'b']\n",
        "| a | b |\n|---|---|\n| import x | with y |\n",
        "$ git commit -m 'import x'\n$ for f in *; do echo $f; done\n",
        "<p>import this, with that as those</p>\n<script></script>\n",
    ],
)
def test_what_is_neither_prose_nor_code_of_the_language_gives_no_patterns(content: Any, language: Any) -> None:
    assert analyse(content, language).patterns == []


SAMPLES = {
    "python": "import os\n\n\nclass A:\n    def f(self, x):\n        with x as y:\n            return [z for z in y]\n",
    "rust": "use std::io;\n\npub fn f(x: &str) -> u8 {\n    let y = x.len();\n    match y { 0 => 1, _ => 2 }\n}\n",
    "javascript": "import a from 'a';\n\nclass B {\n  async f(x) {\n    await a(x);\n    return y => y;\n  }\n}\n",
}


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("other", SAMPLES)
def test_code_gives_patterns_of_its_own_language_only(language: Any, other: Any) -> None:
    found = analyse(SAMPLES[other], language)
    if language == other:
        assert found.total_found >= 2
        assert found.parse_errors == 0
    else:
        assert found.patterns == []
        assert found.parse_errors > 0


def test_a_few_faults_do_not_make_code_something_else() -> None:
    content = CODE * 5 + "def broken(:\n    pass\n" + CODE * 5
    found = analyse(content, "python")
    assert found.counts["comprehension"] == 10
    assert found.parse_errors > 0
    (comprehension,) = (pattern for pattern in found.patterns if pattern.pattern_type == "comprehension")
    sound = analyse(CODE * 10, "python")
    (flawless,) = (pattern for pattern in sound.patterns if pattern.pattern_type == "comprehension")
    assert comprehension.confidence < flawless.confidence


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_byte_order_mark_and_any_line_endings_are_taken(newline: Any, mark: Any) -> None:
    assert lines(mark + CODE.replace("\n", newline)) == [1, 3]
    fenced = f"It's here:\n\n```python\n{CODE}```\n"
    assert lines(mark + fenced.replace("\n", newline)) == [4, 6]
