"""The list of memories: columns, search, filters, and its cost."""

from __future__ import annotations

import datetime
import re
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, strategies
from pytest_django import DjangoAssertNumQueries

from memories import limits
from memories.admin import counters
from memories.models import Memory
from memories.search import fusion
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, fill, text_of

FILTERS = (
    "tag=deployment",
    "created_at__range__gte=2020-01-01&created_at__range__lte=2099-01-01",
    "embedding=yes",
    "embedding=no",
    "sentiment=positive",
    "size=small",
    "language=python",
    "stored_by=agent",
    "changed_by=agent",
)


def listed(response: Any) -> list[str]:
    return [memory.summary for memory in response.context["cl"].result_list]


def test_a_row_shows_tags_age_size_embedding_and_patterns(curator: Client) -> None:
    memory = MemoryFactory(
        summary="How we deploy",
        content="x" * 12_345,
        tags=["ops"],
        stored_by="codex 1",
        created_at=timezone.now() - datetime.timedelta(hours=3, minutes=1),
    )
    ProcessedMemoryFactory(memory=memory)
    CodePatternFactory.create_batch(2, memory=memory)

    assert "How we deploy by codex 1 ops 3 h ago 12k yes 2 python" in text_of(curator.get(LIST))


def test_who_stored_and_changed_a_memory_is_shown_and_filtered(curator: Client) -> None:
    other = MemoryFactory(summary="Other", stored_by="codex 1")
    mine = MemoryFactory(summary="Mine", stored_by="claude 2")
    for summary, stored_by in (("Mine", "claude+2"), ("Other", "codex+1")):
        assert listed(curator.get(f"{LIST}?stored_by={stored_by}")) == [summary]
    assert listed(curator.get(f"{LIST}?changed_by=admin:+carla")) == []
    curator.post(f"{LIST}{mine.pk}/change/", {"tags": "ops"})
    ids = [str(other.pk)]
    bulk = {"_selected_action": ids, "operation": "remove", "old": "billing", "new": "", "confirmed": "1", "total": "1"}
    curator.post(f"{LIST}bulk/tags/", bulk)
    changed = Memory.objects.values_list("summary", "changed_by", "version")
    assert sorted(changed) == [("Mine", "admin: carla", 2), ("Other", "admin: carla", 2)]
    assert sorted(listed(curator.get(f"{LIST}?changed_by=admin:+carla"))) == ["Mine", "Other"]
    page = text_of(curator.get(LIST))
    assert all(name in page for name in ("codex 1", "claude 2", "admin: carla"))
    assert "by admin: carla" in text_of(curator.get(f"{LIST}{mine.pk}/change/"))


def test_the_newest_come_first(curator: Client) -> None:
    now = timezone.now()
    for days in (2, 0, 1):
        MemoryFactory(summary=f"{days} days old", created_at=now - datetime.timedelta(days=days))

    assert listed(curator.get(LIST)) == ["0 days old", "1 days old", "2 days old"]


def test_it_can_be_sorted_by_size(curator: Client) -> None:
    for size in (20, 5, 90):
        MemoryFactory(summary=f"size {size}", content="y" * size)

    assert listed(curator.get(LIST, {"o": "-4"})) == ["size 90", "size 20", "size 5"]


def test_a_plain_question_finds_and_ranks(curator: Client) -> None:
    MemoryFactory(summary="Lunch menu of the canteen", content="soup", context="food")
    MemoryFactory(summary="A note", content="The rollback was slow once", context="releases")
    MemoryFactory(summary="Rollback of a release", content="how a rollback works, rollback steps", context="releases")

    assert listed(curator.get(LIST, {"q": "how do we do a rollback?"})) == ["Rollback of a release", "A note"]


def test_the_words_that_matched_are_marked_in_summary_and_content(curator: Client) -> None:
    MemoryFactory(summary="Rollbacks made easy", content="First, a <b>rollback</b> needs a plan.")

    html = curator.get(LIST, {"q": "rollback plan"}).content.decode()

    assert "<mark>Rollbacks</mark> made easy" in html
    assert "&lt;b&gt;<mark>rollback</mark>&lt;/b&gt; needs a <mark>plan</mark>" in html


def test_search_and_filters_combine(curator: Client) -> None:
    MemoryFactory(summary="Rollback here", tags=["a"])
    MemoryFactory(summary="Rollback there", tags=["b"])

    assert listed(curator.get(LIST, {"q": "rollback", "tag": "b"})) == ["Rollback there"]


def test_results_of_a_search_can_be_sorted_by_age(curator: Client) -> None:
    now = timezone.now()
    MemoryFactory(summary="Rollback rollback rollback", created_at=now - datetime.timedelta(days=5))
    MemoryFactory(summary="A rollback", content="long " * 50, created_at=now)

    assert listed(curator.get(LIST, {"q": "rollback", "o": "-3"}))[0] == "A rollback"
    assert listed(curator.get(LIST, {"q": "rollback"}))[0] == "Rollback rollback rollback"


@pytest.fixture
def varied(desk: None) -> None:
    now = timezone.now()
    MemoryFactory(summary="plain", tags=["one", "both"], created_at=now - datetime.timedelta(days=40))
    glad = MemoryFactory(summary="glad", tags=["both"], content="z" * 1_500, created_at=now)
    ProcessedMemoryFactory(memory=glad, sentiment=0.9)
    sad = MemoryFactory(summary="sad", tags=["two"], content="z" * 15_000, created_at=now)
    ProcessedMemoryFactory(memory=sad, sentiment=-0.9, embeddings=None)
    CodePatternFactory(memory=MemoryFactory(summary="code", tags=[], created_at=now), language="rust")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"tag": "both"}, {"plain", "glad"}),
        ({"tag": "unheard-of"}, set()),
        ({"embedding": "yes"}, {"glad"}),
        ({"embedding": "no"}, {"plain", "sad", "code"}),
        ({"sentiment": "positive"}, {"glad"}),
        ({"sentiment": "negative"}, {"sad"}),
        ({"sentiment": "neutral"}, set()),
        ({"size": "small"}, {"plain", "code"}),
        ({"size": "medium"}, {"glad"}),
        ({"size": "large"}, {"sad"}),
        ({"size": "huge"}, set()),
        ({"language": "rust"}, {"code"}),
        ({"language": "python"}, set()),
        ({"tag": "both", "embedding": "no"}, {"plain"}),
    ],
)
def test_filters(curator: Client, varied: None, filters: dict[str, str], expected: set[str]) -> None:
    assert set(listed(curator.get(LIST, filters))) == expected


def test_filter_by_day_takes_both_ends(curator: Client, varied: None) -> None:
    today = timezone.now().date().isoformat()

    response = curator.get(LIST, {"created_at__range__gte": today, "created_at__range__lte": today})

    assert set(listed(response)) == {"glad", "sad", "code"}


def test_an_impossible_date_is_named_and_filters_nothing(curator: Client, varied: None) -> None:
    response = curator.get(LIST, {"created_at__range__gte": "2026-02-31"})

    assert len(listed(response)) == 4
    assert "Enter a valid date" in text_of(response)


def test_the_tag_filter_offers_the_most_used_with_their_counts(curator: Client, varied: None) -> None:
    assert "By tag All both 2 one 1 two 1 Another tag" in text_of(curator.get(LIST))


@pytest.mark.parametrize("parameter", ["stored_by", "changed_by"])
def test_an_actor_that_is_not_listed_can_be_typed(
    curator: Client, monkeypatch: pytest.MonkeyPatch, parameter: str
) -> None:
    monkeypatch.setattr(counters, "FILTER_ACTORS", 1)
    for actor in ("agent 1", "agent 2"):
        memory = MemoryFactory(summary=f"Of {actor}", stored_by=actor)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('codex.actor', %s, true)", [actor])
        Memory.objects.filter(pk=memory.pk).update(context="changed", updated_at=timezone.now())
    page = curator.get(LIST, {"tag": "billing"}).content.decode()
    listed_names = page.partition(f'<label for="filter-{parameter}">')[0].rpartition("<details")[2]
    assert "agent 1" in listed_names
    assert "agent 2" not in listed_names
    form = re.findall(rf'<form method="get"(?:(?!</form>).)*id="filter-{parameter}".*?</form>', page, re.DOTALL)
    assert '<input type="hidden" name="tag" value="billing">' in form[0]

    for typed in ("agent 2", " agent 2\x00 "):
        assert listed(curator.get(LIST, {parameter: typed})) == ["Of agent 2"]
    assert len(listed(curator.get(LIST, {parameter: " "}))) == 2


def test_nothing_found_is_said_in_words(curator: Client, varied: None) -> None:
    assert "Nothing matches" in text_of(curator.get(LIST, {"q": "zebra"}))
    assert "Nothing matches" in text_of(curator.get(LIST, {"tag": "zebra"}))
    Memory.objects.all().delete()
    assert "Nothing here yet" in text_of(curator.get(LIST))


def test_counts_are_exact_unfiltered_and_bounded_filtered(curator: Client) -> None:
    fill(1_010, tag="many")
    MemoryFactory.create_batch(2, tags=["few"])

    assert "1,012 memories" in text_of(curator.get(LIST))
    assert "more than 1,000 memories" in text_of(curator.get(LIST, {"tag": "many"}))
    assert "2 memories" in text_of(curator.get(LIST, {"tag": "few"}))
    assert "The best 1,000" in text_of(curator.get(LIST, {"q": "filler"}))
    assert "Select all memories that match" in text_of(curator.get(LIST, {"tag": "many"}))


def test_pages_end_where_they_would_become_slow(curator: Client) -> None:
    fill(limits.SEARCH_OFFSET_MAX + 20)

    response = curator.get(LIST, {"p": "200"})

    assert listed(response)[-1] == "filler 10000"
    assert "10,020 memories (only the first 10,000 are listed; use filters for the rest)" in text_of(response)


@pytest.mark.parametrize("filters", ["", "q=deployment+approvals", *FILTERS, "q=deployment&tag=billing"])
def test_it_takes_at_most_twelve_queries_and_counts_nothing_unfiltered(
    curator: Client, filters: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for processed in ProcessedMemoryFactory.create_batch(60):
        CodePatternFactory(memory=processed.memory)

    with django_assert_max_num_queries(12) as captured:
        assert curator.get(f"{LIST}?{filters}").status_code == 200

    statements = [query["sql"] for query in captured.captured_queries]
    assert not [sql for sql in statements if 'COUNT(*) AS "__count" FROM "memories"' in sql and "WHERE" not in sql]
    assert not [sql for sql in statements if "UPPER(" in sql or "LIKE" in sql]


def test_no_list_reads_the_content_of_its_rows(curator: Client) -> None:
    MemoryFactory.create_batch(2)

    with CaptureQueriesContext(connection) as captured:
        curator.get(LIST)

    assert not [query for query in captured.captured_queries if '"memories"."content"' in query["sql"]]


@pytest.mark.parametrize(
    "term",
    [
        "'",
        '"',
        "a & | (b",
        "-",
        "--",
        "the",
        "\x00",
        "a\x00b",
        "\ud800",
        ":*",
        "!",
        "<script>",
        "%",
        "x" * 5000,
        "\u202e",
    ],
)
def test_any_search_string_answers(curator: Client, term: str) -> None:
    MemoryFactory()

    assert curator.get(LIST, {"q": term.encode("utf-8", "replace")}).status_code == 200


@given(term=strategies.text(max_size=200))
def test_whatever_is_searched_for_answers(curator: Client, term: str) -> None:
    assert curator.get(LIST, {"q": term.encode("utf-8", "surrogatepass")}).status_code == 200


@pytest.mark.parametrize(
    "parameters",
    [
        {"p": "0"},
        {"p": "999999999"},
        {"p": "x"},
        {"o": "99.-99.x"},
        {"tag": "\x00"},
        {"language": "\x00"},
        {"size": "?"},
        {"nonsense": "1"},
        {"created_at__range__lte": "0001-01-01"},
    ],
)
def test_wrong_parameters_never_are_a_server_error(curator: Client, parameters: dict[str, Any]) -> None:
    MemoryFactory()

    assert curator.get(LIST, parameters).status_code in (200, 302, 400)


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many places each ranking is asked for, as it goes on as ever."""
    asked: list[int] = []
    rank = fusion.rank

    def noted(candidates: Any, search: Any, wanted: int) -> Any:
        asked.append(wanted)
        return rank(candidates, search, wanted)

    monkeypatch.setattr(fusion, "rank", noted)
    return asked


def test_a_search_ranks_what_its_page_shows(curator: Client, wanted: list[int]) -> None:
    fill(1_200)
    pages = [listed(curator.get(LIST, {"q": "filler", "p": str(page)})) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 50]
    assert len({summary for page in pages for summary in page}) == 150
    assert wanted == [51, 101, 151]
    assert pages[0] == listed(curator.get(LIST, {"q": "filler"}))


def test_another_order_and_an_action_are_about_all_that_was_found(curator: Client, wanted: list[int]) -> None:
    fill(60)
    curator.get(LIST, {"q": "filler", "o": "-4"})
    chosen = {"action": "export_jsonl", "index": "0", "select_across": "1", "_selected_action": [str(uuid.uuid4())]}
    exported = curator.post(f"{LIST}?q=filler", chosen)
    assert len(b"".join(exported.streaming_content).splitlines()) == 60  # type: ignore[attr-defined]
    assert set(wanted) == {limits.SEARCH_RANKED_MAX}


def test_a_memory_s_page_ranks_no_more_than_its_neighbours(curator: Client, wanted: list[int]) -> None:
    fill(1_200)
    memory = Memory.objects.first()
    assert memory is not None
    answer = curator.get(f"{LIST}{memory.pk}/change/")
    assert len(answer.context["page"]["neighbours"]) == 5
    assert wanted == [6]
