"""Markdown notes with front matter, in a folder, or a single one: basic-memory, Obsidian, and others.

A note becomes a memory. The front matter (YAML between two lines `---`) gives title, tags, times and project; its
other fields become metadata. Tags in the text (`#tag`) count as well. Hidden folders, such as `.obsidian`, are passed
over.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from memories import limits
from memories.errors import SizeLimitError, ValidationError
from memories.moving.errors import MovingError
from memories.moving.formats import fitting
from memories.moving.formats.base import Format, Item, Sample, Source, made

NAME = "markdown"
ENDINGS = (".md", ".markdown")
FRONT_MATTER_MAX = 64 * 1024  # characters
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"(?<![\w/#&])#([^\W\d_][\w/-]*)")
_CREATED = ("created", "created_at", "date", "date created")
_UPDATED = ("modified", "updated", "updated_at", "last_modified", "date modified")
_KNOWN = {"title", "tags", "tag", "project", *_CREATED, *_UPDATED}


class _Loader(yaml.SafeLoader):
    """Reads YAML without aliases, by which a short text can become a huge value."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def read(source: Source) -> Iterator[Item]:
    """Read the notes of a folder in the order of their names, or one note.

    Raises:
        MovingError: the folder cannot be read.
    """
    if source.reader is not None:
        path = Path(source.name)
        yield made(1, source.name.encode(errors="surrogateescape"), partial(_draft, path, source.reader.read(), None))
        return
    for number, path in enumerate(_notes(source.folder), 1):
        relative = path.relative_to(source.folder)
        raw = str(relative).encode(errors="surrogateescape")
        try:
            if path.stat().st_size > limits.CONTENT_MAX_BYTES + FRONT_MATTER_MAX:
                yield Item(number, raw, problem=f"{relative} is larger than a memory can be; split it.")
                continue
            content, changed = path.read_bytes(), path.stat().st_mtime
        except OSError as error:
            yield Item(number, raw, problem=f"{relative} cannot be read: {error.strerror or error}.")
            continue
        yield made(number, raw, partial(_draft, relative, content, changed))


def _notes(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise MovingError(f"{error.filename} cannot be read: {error.strerror or error}.") from error

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if name.lower().endswith(ENDINGS) and name[0] != ".")


def _draft(path: Path, content: bytes, changed: float | None) -> fitting.Draft:
    try:
        whole = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(f"{path} is not in UTF-8.") from None
    found, text = _divided(path, whole)
    title = fitting.text(found.get("title")) or path.stem
    created, updated = (_first(found, names) for names in (_CREATED, _UPDATED))
    kept = {key: _plain(value) for key, value in found.items() if key not in _KNOWN}
    return fitting.Draft(
        content=text.strip("\r\n"),
        context=f"Note {path}",
        summary=title,
        tags=[*_tags(found.get("tags")), *_tags(found.get("tag")), *_TAG.findall(_FENCED.sub("", text))],
        metadata={**kept, "note": str(path)},
        created_at=created if created is not None else changed,
        updated_at=updated if updated is not None else changed,
        project=fitting.text(found.get("project")),
        stored_by=NAME,
    )


def _divided(path: Path, whole: str) -> tuple[dict[str, Any], str]:
    """The front matter and the text of a note."""
    if (match := _FRONT_MATTER.match(whole)) is None:
        return {}, whole
    if len(match[1]) > FRONT_MATTER_MAX:
        raise SizeLimitError(f"The front matter of {path} is too large: at most {FRONT_MATTER_MAX:,} characters.")
    try:
        found = yaml.load(match[1], _Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ValidationError(f"The front matter of {path} is no YAML that can be read; mend it.") from None
    if found is None:
        found = {}
    if not isinstance(found, dict):
        return {}, whole  # a text between two rules
    return {str(key): value for key, value in found.items()}, whole[match.end() :]


def _tags(value: Any) -> list[str]:
    return [str(each).removeprefix("#") for each in fitting.words(value) if each is not None]


def _first(found: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((moment for name in names if (moment := fitting.moment(found.get(name))) is not None), None)


def _plain(value: Any) -> Any:
    """A value of YAML as JSON has it."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _recognises(found: Sample) -> bool:
    if found.source.reader is None:
        return next(_notes(found.source.folder), None) is not None
    return found.source.name.lower().endswith(ENDINGS)


MARKDOWN = Format(NAME, "Markdown notes", _recognises, read, "note")
