"""The current selection or result as JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import uuid
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from memories.models import Memory
from tests.support.admin import LIST, MemoryFactory, ProcessedMemoryFactory, fill

# ASCII, the minus sign, and their full-width, small, superscript, subscript and other compatibility forms.
FORMULA_STARTS = (
    "=+-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207c\u207a\u207b\u208c\u208a\u208b\u2a75\u2a76\ufb29"
)
TEXT_COLUMNS = ("content", "context", "summary")
# Each can stand before a formula without being seen; most are none of Python's white space.
UNSEEN = [
    *(" ", "\t", "\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x01", "\x7f", "\x85"),
    *"\N{NO-BREAK SPACE}\N{EM SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{LINE SEPARATOR}\u2029",
    *"\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}",
    *"\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT OVERRIDE}\N{MONGOLIAN VOWEL SEPARATOR}\N{TAG SPACE}",
    *"\N{VARIATION SELECTOR-16}\N{COMBINING GRAPHEME JOINER}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}",
    *"\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{BRAILLE PATTERN BLANK}\ue000\ufff0",
    *("\N{MUSICAL SYMBOL NULL NOTEHEAD}", " \N{ZERO WIDTH SPACE}\t\N{NO-BREAK SPACE}", "\n" * 50),
]


def export(client: Client, action: str, ids: list[Any] | None = None, filters: str = "") -> str:
    data = {"action": action, "index": "0", "select_across": "0" if ids else "1"}
    response: Any = client.post(f"{LIST}?{filters}", {**data, "_selected_action": ids or [str(uuid.uuid4())]})
    assert response.status_code == 200
    assert response.streaming
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response.streaming_content).decode()


def test_json_lines_hold_memories_as_agents_get_them(curator: Client) -> None:
    memory = MemoryFactory(content="Zeile eins\nund 2 \u2013 ü", metadata={"a": [1]}, tags=["x"])
    ProcessedMemoryFactory(memory=memory, sentiment=0.5, insights={"k": "v"}, entities=["e"])

    (line,) = export(curator, "export_jsonl", [str(memory.pk)]).splitlines()

    row = json.loads(line)
    assert (row["id"], row["content"], row["tags"], row["metadata"]) == (
        str(memory.pk),
        memory.content,
        ["x"],
        {"a": [1]},
    )
    assert row["created_at"].endswith("Z")
    processed = row["processed"]
    assert (processed["sentiment"], processed["has_embedding"], processed["insights"]) == (0.5, True, {"k": "v"})
    assert "embeddings" not in line


def test_all_that_match_are_exported_in_the_order_of_the_list(curator: Client) -> None:
    fill(260, tag="many")
    MemoryFactory(summary="other", tags=["few"])

    rows = [json.loads(line) for line in export(curator, "export_jsonl", filters="tag=many").splitlines()]

    assert [row["summary"] for row in rows] == [f"filler {n}" for n in range(1, 261)]


def test_a_search_is_exported_best_first(curator: Client) -> None:
    MemoryFactory(summary="A note", content="The rollback was slow once", context="releases")
    MemoryFactory(summary="Rollback of a release", content="how a rollback works, rollback steps", context="releases")

    rows = [json.loads(line) for line in export(curator, "export_jsonl", filters="q=rollback").splitlines()]

    assert [row["summary"] for row in rows] == ["Rollback of a release", "A note"]


def rows_of(csv_text: str) -> list[dict[str, str]]:
    """What a program reads that knows of the byte order mark."""
    return list(csv.DictReader(io.StringIO(csv_text.removeprefix("\ufeff"), newline="")))


def text_in(cell: str) -> str:
    """The text of which a cell was made, as documented."""
    return cell.removeprefix("'")


def test_csv_can_be_read_back(curator: Client) -> None:
    memory = MemoryFactory(content='line "one"\nline, two\r\n\x85 three; \tfour', metadata={"a": 1}, tags=["=x", "ü"])
    ProcessedMemoryFactory(memory=memory, sentiment=-0.5, insights="=2+3", entities=-7)

    (row,) = rows_of(export(curator, "export_csv", [str(memory.pk)]))

    assert row["content"] == memory.content
    assert (json.loads(row["metadata"]), json.loads(row["tags"])) == ({"a": 1}, ["=x", "ü"])
    assert (json.loads(row["insights"]), row["entities"]) == ("=2+3", "-7")
    assert (row["sentiment"], row["has_embedding"]) == ("-0.5", "True")


def test_csv_of_a_memory_without_results_leaves_their_cells_empty(curator: Client) -> None:
    memory = MemoryFactory()

    (row,) = rows_of(export(curator, "export_csv", [str(memory.pk)]))

    assert (row["id"], row["content_hash"]) == (str(memory.pk), memory.content_hash)
    assert {row[name] for name in ("insights", "entities", "sentiment", "has_embedding", "processed_at")} == {""}


def test_csv_begins_with_one_byte_order_mark_and_its_header(curator: Client) -> None:
    fill(120, word="fülle")

    response: Any = curator.post(LIST, {"action": "export_csv", "select_across": "1", "_selected_action": uuid.uuid4()})
    chunks = [bytes(chunk) for chunk in response.streaming_content]

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert len(chunks) == 121
    assert chunks[0] == (
        b"\xef\xbb\xbfid,content,content_hash,context,summary,tags,metadata,created_at,updated_at,"
        b"project,superseded_by,superseded_at,version,stored_by,changed_by,insights,entities,sentiment,has_embedding,processing_version,processed_at\r\n"
    )
    assert not any(b"\xef\xbb\xbf" in chunk for chunk in chunks[1:])
    assert "fülle 120" in b"".join(chunks).decode("utf-8-sig")


def test_csv_of_nothing_is_its_header_with_a_byte_order_mark(curator: Client) -> None:
    exported = export(curator, "export_csv", filters="tag=none")

    assert exported.startswith("\ufeffid,content,")
    assert exported.count("\n") == 1


def test_json_lines_have_no_byte_order_mark_and_leave_texts_as_they_are(curator: Client) -> None:
    memory = MemoryFactory(summary="=2+3")

    exported = export(curator, "export_jsonl", [str(memory.pk)])

    assert exported.startswith("{")
    assert json.loads(exported)["summary"] == "=2+3"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_csv_runs_no_formula_behind_what_cannot_be_seen(curator: Client, start: str) -> None:
    memories = [
        MemoryFactory(summary=f"{unseen}{start}2+3", content=f"{unseen}{start}{n}")
        for n, unseen in enumerate(["", *UNSEEN])
    ]

    rows = rows_of(export(curator, "export_csv", [str(memory.pk) for memory in memories]))

    assert len(rows) == len(memories)
    found = {row["id"]: row for row in rows}
    for memory in memories:
        row = found[str(memory.pk)]
        assert (row["summary"], row["content"]) == (f"'{memory.summary}", f"'{memory.content}")


@pytest.mark.parametrize("text", ["\tone", "\rone", "\none", "'one", "'=one", "''", "' =one"])
def test_csv_marks_what_begins_with_a_control_character_or_an_apostrophe(curator: Client, text: str) -> None:
    memory = MemoryFactory(summary=text)

    (row,) = rows_of(export(curator, "export_csv", [str(memory.pk)]))

    assert row["summary"] == f"'{text}"


@pytest.mark.parametrize(
    "text", ["a=b", "2-3", "", " ", "\N{ZERO WIDTH SPACE}", " one", "#=1", "\N{EN DASH} one", "|a|"]
)
def test_csv_leaves_other_texts_as_they_are(curator: Client, text: str) -> None:
    memory = MemoryFactory(summary=text)

    (row,) = rows_of(export(curator, "export_csv", [str(memory.pk)]))

    assert row["summary"] == text


def can_be_seen(character: str) -> bool:
    return character not in "".join(UNSEEN) and unicodedata.category(character)[0] in "LNPS"


characters = st.characters(codec="utf-8", exclude_characters="\0")
texts = st.builds(
    lambda unseen, start, rest: f"{''.join(unseen)}{start}{rest}",
    st.lists(st.sampled_from(UNSEEN) | characters, max_size=4),
    st.sampled_from(["", "'", *FORMULA_STARTS]),
    st.text(characters, max_size=20),
)


@given(rows=st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=10))
def test_no_csv_cell_can_start_a_formula_and_each_gives_its_text_back(
    curator: Client, rows: list[tuple[str, str, str]]
) -> None:
    Memory.objects.all().delete()
    for n, (content, context, summary) in enumerate(rows):
        MemoryFactory(
            content=content,
            context=context,
            summary=summary,
            tags=[summary, content],
            metadata={summary: content},
            content_hash=f"{n:064}",
        )

    exported = rows_of(export(curator, "export_csv"))

    cells = [cell for row in exported for cell in row.values()]
    starts = {next(filter(can_be_seen, cell), "") for cell in cells}
    assert not starts & set(FORMULA_STARTS)
    assert sorted(tuple(text_in(row[name]) for name in TEXT_COLUMNS) for row in exported) == sorted(rows)
    assert sorted(json.loads(row["tags"]) for row in exported) == sorted(
        [summary, content] for content, _, summary in rows
    )
