"""How memories are shown."""

from __future__ import annotations

import pytest

from mcp_server.terminal import rendering

HIT = {
    "id": "11111111-1111-4111-8111-111111111111",
    "summary": "Why",
    "created_at": "2026-11-03T10:00:00Z",
    "project": "shop",
    "tags": ["a", "b"],
    "content": "part",
    "content_offset": 0,
    "content_length": 4,
}


@pytest.mark.parametrize(
    ("changes", "passage"),
    [
        ({}, "   part"),
        ({"content_length": 9}, "   part …"),
        ({"content_offset": 5, "content_length": 9}, "   … part"),
        ({"content_offset": 5, "content_length": 10}, "   … part …"),
        ({"content": "two\nlines", "content_length": 9}, "   two\n   lines"),
    ],
)
def test_a_hit_shows_where_its_passage_was_cut(changes: dict[str, object], passage: str) -> None:
    shown = rendering.hits([HIT | changes])
    assert shown == f"1. Why\n   2026-11-03 · shop · {HIT['id']} · a, b\n{passage}"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\r"])
def test_no_control_character_is_shown(character: str) -> None:
    assert rendering.readable(f"a{character}b") == "a\ufffdb"
    assert character not in rendering.overview([HIT | {"summary": f"a{character}b"}])
