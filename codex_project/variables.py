"""The variables of `config` for display: their values, defaults and meanings, with secrets masked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from pydantic import AliasChoices

from codex_project import config


@dataclass(frozen=True)
class Variable:
    """A variable for display; `source` is None if the default is in effect."""

    name: str
    value: str
    default: str
    source: str | None
    meaning: str


def variables() -> list[Variable]:
    """Return all variables, in the order of `config.Config`, with secrets and passwords masked."""
    loaded = config.load()
    described = []
    for attribute, field in config.Config.model_fields.items():
        aliases = field.validation_alias
        names = [str(name) for name in aliases.choices] if isinstance(aliases, AliasChoices) else [str(aliases)]
        source = next((name for name in names if os.environ.get(name)), None)
        default = "the platform's user data folder" if field.default_factory else _shown(names[0], field.default)
        value = _shown(names[0], getattr(loaded, attribute))
        described.append(Variable(names[0], value, default, source, str(field.description)))
    return described


def _shown(name: str, value: Any) -> str:
    if name in config.SECRET and value:
        parameters = config.load().database_parameters if name == "DATABASE_URL" else {}
        place = f"postgresql://***@{parameters.get('host', '')}/{parameters.get('dbname', '')}"
        return place if parameters else "***"
    if isinstance(value, tuple):
        return ",".join(value)
    if value is None:
        return "off"
    return str(value).lower() if isinstance(value, bool) else str(value)
