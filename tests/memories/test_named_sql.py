"""Statements in .sql files."""

from __future__ import annotations

from pathlib import Path

import pytest

from memories.db import named_sql

PROJECT = Path(named_sql.__file__).parents[2]
PACKAGES = ("codex_project", "mcp_server", "patterns", "memories")
FILES = [
    path
    for package in PACKAGES
    for path in sorted((PROJECT / package).rglob("sql/*.sql"))
    if "migrations" not in path.parts
]


def test_statements_are_found_by_their_names_without_comments() -> None:
    text = "-- Of all.\n\n-- name: one\n-- Why.\nSELECT 1,\n    -- and\n    '--', 2\n\n-- name: two_b\nSELECT 2\n"
    assert dict(named_sql.parse(text)) == {"one": "SELECT 1,\n    '--', 2", "two_b": "SELECT 2"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1\n-- name: one\nSELECT 1\n", "without a name"),
        ("SELECT 1\n", "without a name"),
        ("-- name: One\nSELECT 1\n", "without a name"),
        ("-- name: one\nSELECT 1\n-- name: one\nSELECT 2\n", "Two statements have the name one"),
        ("-- name: one\n-- name: two\nSELECT 2\n", "one is empty"),
        ("-- name: one\n-- SELECT 1\n", "one is empty"),
        ("-- name: one\n", "one is empty"),
    ],
)
def test_a_file_that_cannot_be_read_as_named_statements_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        named_sql.parse(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_statement_is_used_by_name(path: Path) -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for package in PACKAGES for file in (PROJECT / package).rglob("*.py")
    )
    assert f'"{path.stem}")' in code
    for name in named_sql.parse(path.read_text(encoding="utf-8")):
        assert any(f'{opening}"{name}"' in code for opening in ("[", "_rows(")), name
