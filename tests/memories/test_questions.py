"""What a question in plain words finds, and what it ranks first."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.db import connection

from memories.ranking.answers import TIMES
from tests.support.clients import Client, Serve
from tests.support.programs import OUTDATED
from tests.support.searching import remember, summaries

DAY = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)
Analyzed = Callable[[], Client]


@pytest.fixture
def analyzed(database: str, serve: Serve) -> Analyzed:
    """Start a server that knows how rare words are among the memories of this test."""

    def start() -> Client:
        with connection.cursor() as cursor:
            cursor.execute(OUTDATED)
        return serve()

    return start


def test_a_question_finds_the_memory_with_more_and_rarer_of_its_words(analyzed: Analyzed) -> None:
    remember("queue", "We moved the billing exporter to the queue because invoices got lost.")
    remember("exporter", "The exporter writes files.")
    for number in range(12):
        remember(f"move {number}", f"We moved on to milestone {number}.")
    found = summaries(analyzed(), query="Why did we move the billing exporter?")
    assert found[:2] == ["queue", "exporter"]


def test_the_words_that_a_memory_lacks_count_where_they_were_said_beside_it(server: Client) -> None:
    remember("question", "Why did the exporter stop?", context="talk one")
    remember("answer", "The disk was full.", context="talk one")
    remember("elsewhere", "The disk was slow.", context="talk two")
    found = summaries(server, query="exporter disk")
    assert found.index("answer") < found.index("elsewhere")


def test_a_question_finds_an_answer_in_another_tense(server: Client) -> None:
    remember("answer", "We bought two new disks.")
    remember("other", "The weather was fine.")
    assert summaries(server, query="Which disks did they buy?") == ["answer"]
    assert summaries(server, query="buying") == ["answer"]


def test_a_question_that_asks_when_prefers_what_tells_a_time(analyzed: Analyzed) -> None:
    remember("time", "Mark painted the long wooden fence behind the house last Tuesday.", created_at=DAY)
    remember("colour", "Mark painted the long wooden fence behind the house green.", created_at=DAY)
    remember("short", "Mark painted the fence.", created_at=DAY + datetime.timedelta(days=1))
    server = analyzed()
    assert summaries(server, query="When did Mark paint the fence?")[0] == "time"
    assert summaries(server, query="What happens when they paint the fence?")[0] == "short"
    assert "time" not in summaries(server, query="When did it rain?")


def test_words_of_time_are_known_as_the_index_has_them(database: str) -> None:
    plain = (
        "yesterday today tonight tomorrow morning afternoon night ago last next recently soon later early already"
        " minutes hours clock days weeks weekend months years monday tuesday wednesday thursday friday saturday sunday"
        " january february march april june july august september october november december"
        " spring summer winter christmas birthday"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(to_tsvector('english', %s))", [plain])
        assert sorted(cursor.fetchone()[0]) == sorted(TIMES)


def test_a_word_counts_alike_in_each_of_its_forms(server: Client) -> None:
    remember("past", "He went early.", created_at=DAY)
    remember("present", "He goes early.", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="gone") == ["present", "past"]


def test_words_that_stand_together_in_the_question_count_more_where_they_do_so_in_a_memory(server: Client) -> None:
    remember("together", "The support group met on the hill.", created_at=DAY)
    remember("apart", "The group on the hill met with support.", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="support group") == ["together", "apart"]


def test_a_word_counts_more_in_the_summary_than_in_the_context_than_in_the_content(server: Client) -> None:
    remember("nothing here", "the kettle", context="notes")
    remember("nothing here too", "something", context="kettle")
    remember("kettle", "anything", context="notes")
    assert summaries(server, query="kettle") == ["kettle", "nothing here too", "nothing here"]


def test_of_equal_answers_the_newer_comes_first(server: Client) -> None:
    remember("older", "the same words, 1", created_at=DAY)
    remember("newer", "the same words, 2", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="same words") == ["newer", "older"]


def test_a_quoted_phrase_must_occur_and_a_word_after_a_minus_must_not(server: Client) -> None:
    remember("phrase", "the silver spoon is lost")
    remember("apart", "a spoon of silver")
    remember("excluded", "the silver spoon is found")
    assert summaries(server, query='"silver spoon" -found') == ["phrase"]
    assert set(summaries(server, query="silver spoon -found")) == {"phrase", "apart"}


def test_names_paths_and_identifiers_are_found_by_their_parts(server: Client) -> None:
    remember("path", "See codex/storage/cache_policy.py for the eviction.")
    for question in ("cache policy", "cache_policy", "storage/cache_policy.py", "codex.storage"):
        assert summaries(server, query=question) == ["path"], question


def test_a_question_of_stop_words_only_finds_nothing_and_says_why(server: Client) -> None:
    remember("any", "what the others do")
    page = server.call("search_memories", query="what is the")
    assert (page["memories"], page["total"]) == ([], 0)
    assert "telling" in page["note"]
