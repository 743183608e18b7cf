"""Phrases are found anywhere in a text, also where their words occur more often than a text search vector holds.

PostgreSQL keeps 255 positions of each word.
"""

from __future__ import annotations

import re
import uuid

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from memories.models import Memory
from tests.support.clients import Client
from tests.support.searching import remember, summaries

COUNTS = (254, 255, 256, 300, 511, 800)


def store(content: str, *, context: str = "notes", summary: str = "wanted") -> str:
    """As another program does."""
    identifier = str(uuid.uuid4())
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO memories (id, content, content_hash, context, summary) VALUES (%s, %s, %s, %s, %s)",
            [identifier, content, uuid.uuid4().hex * 2, context, summary],
        )
    return identifier


@pytest.mark.parametrize("count", [*COUNTS, 2_000, 20_000])
@pytest.mark.parametrize("word", ["redis", "log"])
def test_a_phrase_in_a_content_is_found_after_any_number_of_its_words(server: Client, word: str, count: int) -> None:
    remember("after", f"{word} " * count + "cluster fails")
    remember("before", f"the {word} cluster fails " + f"{word} " * count)
    remember("apart", f"{word} " * count + "and cluster fails")
    assert sorted(summaries(server, query=f'"{word} cluster"')) == ["after", "before"]
    assert summaries(server, query=f'"the {word} cluster"') == ["before"]
    assert summaries(server, query=f'cluster -"{word} cluster"') == ["apart"]


def test_each_word_of_a_phrase_may_be_repeated(server: Client) -> None:
    remember("wanted", "redis " * 300 + "cluster " * 300 + "redis fails " + "cluster " * 100)
    for phrase in ("redis cluster", "redis redis cluster cluster", "cluster redis fails cluster", "redis fails"):
        assert summaries(server, query=f'"{phrase}"') == ["wanted"], phrase
        assert summaries(server, query=f'redis -"{phrase}"') == [], phrase
    assert summaries(server, query='"fails redis"') == []


@pytest.mark.parametrize("count", [0, 255, 256, 300, 499])
def test_a_phrase_in_a_context_is_found_after_any_number_of_its_words(server: Client, count: int) -> None:
    for content, summary in (("short", "short"), ("long line\n" * 1_000, "long")):
        remember(summary, content, context="0 " * count + "9")
        remember(f"{summary}, other", content + "other", context="9" + " 0" * count)
    if count:
        assert sorted(summaries(server, context='"0 9"')) == ["long", "short"]
        assert sorted(summaries(server, query='"0 9"')) == ["long", "short"]
        assert sorted(summaries(server, context='9 -"0 9"')) == ["long, other", "short, other"]
    assert len(summaries(server, context="9")) == 4


def test_a_phrase_in_a_summary_is_found_after_any_number_of_its_words(server: Client) -> None:
    summary = "哈" * 400 + "好"
    remember(summary, "content")
    remember("哈" * 400, "other content")
    for question in ('"哈好"', '"哈哈好"'):
        assert summaries(server, summary=question) == [summary]
        assert summaries(server, query=question) == [summary]


def test_the_words_of_one_field_do_not_displace_those_of_another(server: Client) -> None:
    remember("0 " * 200, "0 " * 200 + "9", context="0 " * 200 + "8")
    remember("long", ("0 " * 200 + "9\n") * 20, context="0 " * 400 + "8")
    for question, found in (('"0 9"', 2), ('"0 8"', 2), ('"0 0 9"', 2), ('"9 8"', 0)):
        assert len(summaries(server, query=question)) == found, question


@pytest.mark.parametrize(
    ("text", "language", "phrase", "absent"),
    [
        ("facturación " * 300 + "lista", "spanish", "facturación lista", "lista facturación"),
        ("facturación " * 300 + "lista", "spanish", "facturacion lista", "facturacion falta"),
        ("palvelimella " * 300 + "levy", "finnish", "palvelimen levy", "levy palvelimen"),
        ("коты " * 300 + "спят", "russian", "кот спят", "спят кот"),
        ("数据" * 300 + "库", "english", "数据数据库", "据据库"),
        ("sha256 " * 300 + "differs", "english", "sha256 differs", "differs sha256"),
        ("0,1," * 600 + "2", "english", "0 1 2", "1 0 2"),
        ("ﷺ " * 400 + "end", "english", "وسلم end", "صلى end"),
        ("a" * 40 + " tar -xvf " * 300 + "done", "english", "xvf done", "tar done"),
        ("it's " * 400 + "over", "english", "s over", "it over"),
    ],
)
def test_phrases_are_found_in_any_language_and_script(
    server: Client, text: str, language: str, phrase: str, absent: str
) -> None:
    identifier = store(text)
    Memory.objects.filter(id=identifier).update(language=language)
    assert summaries(server, query=f'"{phrase}"') == ["wanted"]
    assert summaries(server, query=f'"{absent}"') == []


def test_other_programs_insert_and_update_them(server: Client) -> None:
    identifier = store("redis " * 300 + "cluster")
    assert summaries(server, query='"redis cluster"') == ["wanted"]
    Memory.objects.filter(id=identifier).update(content="valkey " * 2_000 + "cluster")
    assert summaries(server, query='"redis cluster"') == []
    assert summaries(server, query='"valkey cluster"') == ["wanted"]
    Memory.objects.filter(id=identifier).update(content="short", context="0 " * 300 + "9")
    assert summaries(server, query='"valkey cluster"') == []
    assert summaries(server, context='"0 9"') == ["wanted"]


def test_they_are_found_after_a_restore_from_the_trash(server: Client) -> None:
    identifier = store("redis " * 300 + "cluster")
    assert server.call("delete_memory", id=identifier)["deleted"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT restore_memories(array_agg(deletion)) FROM deleted_memories")
    assert summaries(server, query='"redis cluster"') == ["wanted"]


def test_a_word_counts_once_however_often_it_is_continued(server: Client) -> None:
    remember("often", "redis " * 2_000)
    remember("once", "redis and nothing else")
    page = server.call("search_memories", query="redis")
    assert (len(page["memories"]), page["total"]) == (2, 2)
    assert summaries(server, query="redis -nothing") == ["often"]
    assert summaries(server, query="-redis else") == []


SENTENCES = st.lists(
    st.tuples(st.sampled_from(["ka", "mo", "ti", "ka mo", "mo ka ti"]), st.integers(1, 300)), min_size=1, max_size=6
)


@given(sentences=SENTENCES, phrase=st.lists(st.sampled_from(["ka", "mo", "ti"]), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_vector_has_the_phrases_that_its_text_has(
    database: str, sentences: list[tuple[str, int]], phrase: list[str]
) -> None:
    words = " ".join(" ".join([part] * count) for part, count in sentences).split()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lexeme, positions FROM unnest(words_vector(%s, 'simple')) AS each (lexeme, positions)",
            [" ".join(words)],
        )
        places: dict[str, set[int]] = {}
        for lexeme, positions in cursor.fetchall():
            assert len(positions) <= 255
            places.setdefault(lexeme.split("~")[0], set()).update(positions)
    assert places == {word: {place for place, one in enumerate(words, 1) if one == word} for word in set(words)}
    text = " ".join(words)
    is_there = any(
        all(start + at in places.get(word, ()) for at, word in enumerate(phrase)) for start in range(1, 1 + len(words))
    )
    assert is_there == bool(re.search(rf"\b{' '.join(phrase)}\b", text))
