"""Statements in `.sql` files, where editors and linters see SQL. A line `-- name: x` introduces the statement x."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_NAME = re.compile(r"^-- name: ([a-z][a-z_]*)\n", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*--.*\n", re.MULTILINE)


class FixedPlan(str):
    """A statement with one plan that suits all parameters, so that it can be prepared. Constant statements have."""


def read(module_file: str, name: str) -> Mapping[str, FixedPlan]:
    """The statements of `sql/NAME.sql` beside a module, by name and without comments.

    Args:
        module_file: the module's `__file__`.

    Raises:
        ValueError: something stands before the first name, two statements have one name, or a statement is empty.
    """
    return parse((Path(module_file).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8"))


def parse(text: str) -> Mapping[str, FixedPlan]:
    """The statements of a file's text.

    Raises:
        ValueError: as for `read`.
    """
    before, *parts = _NAME.split(text)
    if _without_comments(before):
        raise ValueError(f"SQL without a name: {before.strip()[:80]}")
    statements: dict[str, FixedPlan] = {}
    for name, sql in zip(parts[::2], parts[1::2], strict=True):
        if name in statements:
            raise ValueError(f"Two statements have the name {name}.")
        statements[name] = FixedPlan(_without_comments(sql))
        if not statements[name]:
            raise ValueError(f"The statement {name} is empty.")
    return MappingProxyType(statements)


def _without_comments(sql: str) -> str:
    return _COMMENT.sub("", sql).strip()
