from collections import Counter, defaultdict
from pathlib import Path

from patterns.analysis import analyse

ANNOTATED = Path(__file__).parent / "fixtures" / "annotated.rs"


def test_every_pattern_of_the_annotated_file_is_found_on_its_line_and_no_other() -> None:
    annotated = {
        number: Counter(line.partition("//:")[2].split())
        for number, line in enumerate(ANNOTATED.read_text().split("\n"), start=1)
        if "//:" in line and not line.startswith("//!")
    }
    found: dict[int, Counter[str]] = defaultdict(Counter)
    analysis = analyse(ANNOTATED.read_text(), "rust")
    for pattern in analysis.patterns:
        assert pattern.ast_features["occurrences"] == len(pattern.ast_features["lines"])
        for line in pattern.ast_features["lines"]:
            found[line][pattern.pattern_type] += 1
    assert dict(found) == annotated
    assert analysis.parse_errors == 0


def test_the_annotated_file_holds_every_pattern_type() -> None:
    assert set(analyse(ANNOTATED.read_text(), "rust").counts) == {
        "async",
        "closure",
        "derive",
        "enum_definition",
        "error_propagation",
        "function_definition",
        "generic",
        "implementation",
        "iterator_chain",
        "lifetime",
        "macro_invocation",
        "match",
        "struct_definition",
        "test",
        "trait_definition",
        "unsafe",
        "unwrap",
    }
