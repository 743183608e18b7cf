"""The formats that can be imported: one file for each, and their registry."""

from __future__ import annotations

from memories.moving.errors import MovingError
from memories.moving.formats.base import Format, Item, Source, sample
from memories.moving.formats.claude_mem import CLAUDE_MEM
from memories.moving.formats.codex_memory import FORMAT_OF_OURS
from memories.moving.formats.markdown import MARKDOWN
from memories.moving.formats.mcp_memory_service import MCP_MEMORY_SERVICE
from memories.moving.formats.mem0 import MEM0
from memories.moving.formats.server_memory import SERVER_MEMORY

__all__ = ["FORMATS", "FORMAT_OF_OURS", "Format", "Item", "Source", "detect", "named"]

# In the order of detection.
FORMATS = (FORMAT_OF_OURS, SERVER_MEMORY, MCP_MEMORY_SERVICE, CLAUDE_MEM, MEM0, MARKDOWN)


def named(name: str) -> Format:
    """The format with this name.

    Raises:
        StopIteration: there is none.
    """
    return next(each for each in FORMATS if each.name == name)


def detect(source: Source) -> Format:
    """The format of a source.

    Raises:
        MovingError: it is none of these.
    """
    found = sample(source)
    for each in FORMATS:
        if each.recognises(found):
            return each
    if source.reader is None:
        raise MovingError(f"The folder {source.name} has no Markdown notes.")
    raise MovingError(
        f"{source.name} is in no format that can be imported: {', '.join(each.name for each in FORMATS)}. "
        "Name one with --format if it is."
    )
