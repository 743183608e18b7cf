"""Long contents are found to their end, by their best passage, and shown there."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from memories.search import excerpts, statements
from tests.support.clients import Client
from tests.support.searching import remember, summaries

FILLER = "The quick brown fox jumps over the lazy dog near the river bank.\n"
LONG = FILLER * 400  # 26,000 characters


def hit(server: Client, **arguments: Any) -> dict[str, Any]:
    (memory,) = server.call("search_memories", **arguments)["memories"]
    return dict(memory)


def long_with(needle: str, *, before: int = 300, after: int = 100) -> str:
    return FILLER * before + needle + "\n" + FILLER * after


@pytest.mark.parametrize("before", [0, 150, 300, 2_200, 15_000])
def test_a_word_is_found_wherever_it_stands_and_its_passage_is_shown(server: Client, before: int) -> None:
    content = long_with("The exporter lost its invoices.", before=before)
    remember("wanted", content)
    found = hit(server, query="exporter invoices")
    assert "The exporter lost its invoices." in found["content"]
    assert len(found["content"]) <= 2_000
    offset = found["content_offset"]
    assert content[offset : offset + len(found["content"])] == found["content"]
    assert offset == 0 or content[offset - 1] == "\n"
    assert (found["content_length"], found["content_truncated"]) == (len(content), True)


@pytest.mark.parametrize("chars", [1, 20, 100, 1_999, 5_999, 6_001, 20_000])
def test_a_hit_shows_at_most_so_many_characters(server: Client, chars: int) -> None:
    content = long_with("The exporter lost its invoices.")
    remember("wanted", content)
    found = hit(server, query="exporter", content_chars=chars)
    assert 0 < len(found["content"]) <= chars
    offset = found["content_offset"]
    assert content[offset : offset + len(found["content"])] == found["content"]
    if chars >= 20:
        assert "exporter" in found["content"]


def test_a_short_content_is_shown_whole_and_one_in_between_where_it_matches(server: Client) -> None:
    remember("short", "The exporter works.")
    found = hit(server, query="exporter")
    assert (found["content"], found["content_offset"], found["content_truncated"]) == ("The exporter works.", 0, False)
    content = FILLER * 60 + "The kettle boils.\n" + FILLER * 10
    remember("middle", content)
    assert "The kettle boils." in hit(server, query="kettle", content_chars=300)["content"]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("데이터베이스를 구월로 옮기기로 했다.", "데이터베이스"),
        ("データベースの移行は延期されました。", "データベース"),
        ("数据库迁移计划已推迟。", "数据库迁移"),
        ("การย้ายฐานข้อมูลถูกเลื่อน", "ฐานข้อมูล"),
        ("Новый сервер ещё не готов.", "НОВЫИ еще"),
        ("La facturación no está lista.", "facturacion"),
        ("The happy day.", "happiness"),
    ],
)
def test_a_sentence_is_shown_in_any_script(server: Client, sentence: str, question: str) -> None:
    remember("wanted", FILLER * 200 + sentence + "\n" + FILLER * 200)
    assert sentence in hit(server, query=question, content_chars=200)["content"]


def test_without_a_question_the_beginning_is_shown(server: Client) -> None:
    content = long_with("The exporter lost its invoices.")
    remember("wanted", content, tags=["long"])
    found = hit(server, tags=["long"])
    assert (found["content"], found["content_offset"]) == (content[:2_000], 0)


def test_a_page_shows_at_most_so_many_characters_the_first_hits_first(server: Client) -> None:
    for number in range(4):
        remember(str(number), f"kettle {number} " + "x" * 500)
    for arguments in ({"query": "kettle"}, {}):
        shown = [
            len(memory["content"])
            for memory in server.call("search_memories", max_chars=1_200, **arguments)["memories"]
        ]
        assert sum(shown) <= 1_200
        assert shown[:2] == [509, 509]
        assert shown[3] == 0
    default = [FILLER * 31 + str(number) for number in range(15)]
    for number, content in enumerate(default):
        remember(f"long {number}", content, tags=["page"])
    page = server.call("search_memories", tags=["page"])
    assert sum(len(memory["content"]) for memory in page["memories"]) == 20_000
    assert page["memories"][-1]["content_truncated"]


def test_a_long_memory_is_ranked_by_its_best_passage_and_found_once(server: Client) -> None:
    remember("together", FILLER * 200 + "The silver kettle whistles loudly.\n" + FILLER * 200)
    remember("apart", FILLER * 100 + "silver\n" + FILLER * 100 + "kettle\n" + FILLER * 100 + "whistles loudly\n")
    assert summaries(server, query="silver kettle whistles loudly") == ["together", "apart"]
    page = server.call("search_memories", query="fox")
    assert (len(page["memories"]), page["total"]) == (2, 2)


def test_pages_of_long_memories_neither_overlap_nor_skip(server: Client) -> None:
    for number in range(12):
        remember(str(number), f"{number} " + FILLER * (150 + number))
    pages = [summaries(server, query="lazy fox", limit=5, offset=offset) for offset in (0, 5, 10)]
    assert sorted((summary for page in pages for summary in page), key=int) == [str(number) for number in range(12)]


def test_what_is_excluded_is_excluded_wherever_it_stands(server: Client) -> None:
    remember("with", "The kettle boils.\n" + long_with("The exporter failed."))
    remember("without", "The kettle sings.\n" + LONG)
    assert summaries(server, query="kettle -exporter") == ["without"]


@pytest.mark.parametrize("before", [0, 61, 62, 63, 120, 400])
def test_a_phrase_is_found_wherever_it_stands(server: Client, before: int) -> None:
    remember("wanted", long_with("a silver spoon", before=before))
    remember("other", long_with("a spoon of silver", before=before))
    assert summaries(server, query='"silver spoon"') == ["wanted"]


def test_filters_and_dates_hold_for_long_memories(server: Client) -> None:
    remember("tagged", long_with("kettle"), tags=["a"])
    remember("other", long_with("kettle") + "more", tags=["b"])
    assert summaries(server, query="kettle", tags=["a"]) == ["tagged"]
    assert summaries(server, query="kettle", to_date="2001-01-01") == []
    assert sorted(summaries(server, query="kettle", from_date="2001-01-01")) == ["other", "tagged"]


def test_passages_follow_their_memory(server: Client) -> None:
    identifier = server.call("store_memory", content=long_with("kettle"), context="c", summary="s")["id"]

    def passages() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*), (SELECT passages FROM corpus) FROM passages")
            count, counted = cursor.fetchone()
            assert count == counted
            return int(count)

    assert passages() > 3
    with connection.cursor() as cursor:
        cursor.execute("UPDATE memories SET content = 'short spoon' WHERE id = %s", [identifier])
    assert passages() == 0
    assert summaries(server, query="spoon") == ["s"]
    assert summaries(server, query="kettle") == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE memories SET content = %s WHERE id = %s", [long_with("harbour"), identifier])
    assert summaries(server, query="harbour") == ["s"]
    assert server.call("delete_memory", id=identifier)["deleted"]
    assert passages() == 0


@pytest.mark.parametrize(
    "text", ["本季度的数据库迁移计划已推迟", "e\u0301\u0316", "\u0301\u0316", "x", "a b ", "ﷺ", "👩‍👩‍👧 ", "word. "]
)
def test_a_megabyte_of_anything_is_stored_and_searched(server: Client, text: str) -> None:
    content = (text * (1_048_576 // len(text.encode())))[: 1_048_576 // len(text.encode()) * len(text)]
    started = time.monotonic()
    server.call("store_memory", content=content, context="c", summary="the megabyte")
    assert time.monotonic() - started < 60
    assert summaries(server, query="megabyte") == ["the megabyte"]
    server.call("search_memories", query=text * 20)


@pytest.mark.parametrize("sentence", [FILLER, "本季度的数据库迁移计划已推迟。", "x", "Größe naïve. "])
def test_a_region_is_put_together_from_passages(server: Client, sentence: str) -> None:
    content = "".join(f"{number} {sentence}" for number in range(40_000 // len(sentence)))
    identifier = server.call("store_memory", content=content, context="c", summary="s")["id"]
    choose = random.Random(1)
    regions = [(choose.randrange(len(content)), choose.randrange(1, 20_000)) for _ in range(50)]
    with connection.cursor() as cursor:
        for start, length in [*regions, (0, len(content)), (len(content) - 1, 10)]:
            (row,) = execute_hits(cursor, identifier, start, length)
            assert row[statements.HIT_COLUMNS.index("content")] == content[start : start + length]
            assert row[statements.HIT_COLUMNS.index("content_offset")] == start


def test_to_show_the_end_of_a_megabyte_little_is_read(server: Client) -> None:
    choose = random.Random(1)
    content = "".join(choose.randbytes(32).hex() + "\n" for _ in range(14_000))  # hardly compressible
    identifier = server.call("store_memory", content=content, context="c", summary="s")["id"]
    with connection.cursor() as cursor:
        (plan,) = execute_hits(cursor, identifier, 900_000, 6_000, "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ")[0]
        cursor.execute("SELECT pg_column_size(content) / 8192 FROM memories WHERE id = %s", [identifier])
        (pages,) = cursor.fetchone()
    read = plan[0]["Plan"]["Shared Hit Blocks"] + plan[0]["Plan"]["Shared Read Blocks"]
    assert read < pages / 2


def execute_hits(cursor: Any, identifier: str, start: int, length: int, prefix: str = "") -> list[tuple[Any, ...]]:
    statement = statements.passage_hits()
    values: dict[str, Any] = {
        "ids": [identifier],
        "content_chars": 0,
        "content_starts": [start],
        "content_lengths": [length],
    }
    values["projects"] = None
    cursor.execute(prefix + statement.sql, statement.constants | values)
    return list(cursor.fetchall())


@given(content=st.text(alphabet="ab .\n世", max_size=300).map(lambda part: part * 40))
@settings(max_examples=50, deadline=None)
def test_passages_cover_a_content(database: str, content: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT start, passage FROM split_passages(%s)", [content])
        rows = cursor.fetchall()
    if len(content.encode()) <= 6_000:
        assert rows == []
        return
    end = 0
    for start, passage in rows:
        assert start <= end
        assert content[start : start + len(passage)] == passage
        assert start + len(passage) > end
        end = start + len(passage)
    assert end == len(content)


@given(
    text=st.text(alphabet="ab .\n世é", max_size=400),
    lexemes=st.lists(st.sampled_from(["a", "b", "ab", "世", "e"])),
    characters=st.integers(0, 200),
)
def test_the_part_shown_is_within_its_limit(text: str, lexemes: list[str], characters: int) -> None:
    start, end = excerpts.choose(text, lexemes, characters)
    assert 0 <= start <= end <= len(text)
    assert end - start <= characters
    if len(text) <= characters:
        assert (start, end) == (0, len(text))


def test_the_part_shown_has_the_most_words_of_the_question() -> None:
    words = random.Random(3).choices(["lorem", "ipsum", "dolor"], k=2_000)
    words[1_000:1_003] = ["silver", "kettle", "whistle"]
    words[100] = words[1_900] = "silver"
    text = " ".join(words)
    start, end = excerpts.choose(text, ["silver", "kettl", "whistl"], 200)
    assert "silver kettle whistle" in text[start:end]
