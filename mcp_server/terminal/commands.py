"""What the commands do, on whichever memories."""

from __future__ import annotations

import json
import re
import sys
import uuid
from argparse import Namespace
from pathlib import Path
from typing import Any, Protocol

from mcp_server.terminal import rendering
from mcp_server.terminal.errors import NOTHING_FOUND, CommandFailure
from memories import limits

SUMMARY_CHARACTERS = 120  # of a summary that is taken from the text
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Memories(Protocol):
    """What can be asked for memories: a server, or the database."""

    def call(self, tool: str, arguments: dict[str, Any]) -> dict[str, Any]: ...


def recall(options: Namespace, memories: Memories) -> str:
    """Find memories, and return them as text or JSON.

    Raises:
        CommandFailure: the search failed, or (status 3) it found nothing.
    """
    question = " ".join(options.question).strip()
    arguments: dict[str, Any] = {"limit": options.limit, "content_chars": options.chars}
    if question:
        arguments["query"] = question
    if options.tag:
        arguments["tags"] = options.tag
    if options.all_projects:
        arguments["project"] = "*"
    page = memories.call("search_memories", arguments)
    if options.json:
        return json.dumps(page, ensure_ascii=False)
    if not page["memories"]:
        raise CommandFailure("Nothing was found.", NOTHING_FOUND)
    return rendering.hits(page["memories"])


def remember(options: Namespace, memories: Memories) -> str:
    """Store a memory, and return its id.

    Raises:
        CommandFailure: it was not stored.
    """
    content = _stdin() if options.text == ["-"] else " ".join(options.text)
    if not content.strip():
        raise CommandFailure("There is nothing to remember: the text is empty.")
    arguments = {
        "content": content,
        "summary": options.summary or _first_line(content),
        "context": options.context or f"From the command line, in the folder {_folder()}",
    }
    if options.tag:
        arguments["tags"] = options.tag
    stored = memories.call("store_memory", arguments)
    return json.dumps(stored) if options.json else str(stored["id"])


def forget(options: Namespace, memories: Memories) -> str:
    """Delete a memory, which curators can restore for some days.

    Raises:
        CommandFailure: it was not deleted; with status 3, because there is none.
    """
    try:
        identifier = str(uuid.UUID(options.id))
    except ValueError:
        raise CommandFailure(f"{options.id[:60]!a} is not the id of a memory; `recall` shows ids.") from None
    deleted = memories.call("delete_memory", {"id": identifier})
    if options.json:
        return json.dumps(deleted)
    if not deleted["deleted"]:
        raise CommandFailure(f"There is no memory {identifier}.", NOTHING_FOUND)
    return f"Forgotten: {identifier}. A curator can restore it for some days."


def _stdin() -> str:
    """All of standard input, up to what a memory may hold."""
    content = sys.stdin.buffer.read(limits.CONTENT_MAX_BYTES + 1)
    if len(content) > limits.CONTENT_MAX_BYTES:
        raise CommandFailure(f"The text has more than {limits.CONTENT_MAX_BYTES:,} bytes. Store it in parts.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise CommandFailure("The text on standard input is not UTF-8.") from None


def _first_line(content: str) -> str:
    """The first line with something in it, as a summary."""
    line = _CONTROL.sub(" ", content.strip().splitlines()[0]).strip()
    return line if len(line) <= SUMMARY_CHARACTERS else f"{line[: SUMMARY_CHARACTERS - 1].rstrip()}…"


def _folder() -> str:
    try:
        name = Path.cwd().name
    except OSError:  # it was deleted
        name = ""
    return _CONTROL.sub(" ", name.encode(errors="replace").decode(errors="replace"))[:200] or "/"
