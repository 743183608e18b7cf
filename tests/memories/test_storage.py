"""The five operations as a program imports them, without any protocol."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import uuid
from functools import partial
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from memories import records, storage
from memories.db import pool
from memories.errors import DatabaseError, DuplicateError, SizeLimitError, ValidationError
from memories.models import Memory, ProcessedMemory
from memories.search import steps, vectors
from memories.search.corpus import Corpus
from memories.search.request import SearchQuery
from tests.support.factories import MemoryFactory, ProcessedMemoryFactory
from tests.support.programs import example, execute, run


def test_a_pool_that_is_open_is_not_opened_again(database: str) -> None:
    async def work() -> bool:
        before = pool._state.pool
        await pool.open_pool()
        return pool._state.pool is before

    assert run(work)


def found(**query: Any) -> records.SearchResults:
    return run(lambda: storage.search(SearchQuery(**query)))


def summaries(**query: Any) -> list[str]:
    return [memory.summary for memory in found(**query).memories]


def test_what_is_stored_is_got(database: str) -> None:
    async def work() -> tuple[uuid.UUID, records.Memory | None]:
        identifier = await storage.store(example(tags=("a", "b"), metadata={"n": 1}, sentiment=-1))
        return identifier, await storage.get(identifier)

    identifier, memory = run(work)
    assert memory is not None
    assert memory.id == identifier
    assert (memory.content, memory.tags, memory.metadata) == ("The well is deep.", ["a", "b"], {"n": 1})
    assert memory.content_hash == hashlib.sha256(b"The well is deep.").hexdigest()
    assert memory.created_at.tzinfo is not None
    assert memory.processed is not None
    assert memory.processed["sentiment"] == -1
    assert Memory.objects.get().content_length == len(memory.content)


def test_a_second_store_of_the_same_content_names_the_first_and_changes_nothing(database: str) -> None:
    async def work() -> tuple[uuid.UUID, DuplicateError]:
        identifier = await storage.store(example())
        with pytest.raises(DuplicateError) as caught:
            await storage.store(example(tags=["other"], metadata={"other": True}))
        return identifier, caught.value

    identifier, error = run(work)
    assert error.data["existing_id"] == str(identifier)
    assert Memory.objects.get().tags == []


def test_content_that_was_deleted_may_be_stored_again(database: str) -> None:
    async def work() -> tuple[bool, bool]:
        first = await storage.store(example())
        deleted = await storage.delete(first), await storage.delete(first)
        await storage.store(example())
        return deleted

    assert run(work) == (True, False)
    assert Memory.objects.count() == 1


def test_broken_rules_are_errors_of_their_kind(database: str) -> None:
    with pytest.raises(SizeLimitError):
        run(lambda: storage.store(example("a" * 1_048_577)))
    with pytest.raises(ValidationError):
        run(lambda: storage.store(example(tags=["not a tag"])))
    with pytest.raises(ValidationError):
        run(lambda: storage.search(SearchQuery(limit=0)))
    assert not Memory.objects.exists()


def test_without_the_pool_every_operation_says_so() -> None:
    with pytest.raises(DatabaseError, match="cannot be reached"):
        asyncio.run(storage.get(uuid.uuid4()))
    assert pool.statistics() == {}


def test_the_pool_tells_its_figures(database: str) -> None:
    async def work() -> dict[str, int]:
        await storage.get(uuid.uuid4())
        return pool.statistics()

    assert run(work)["pool_max"] == 20


def test_an_embedding_comes_only_where_it_is_asked_for(database: str) -> None:
    numbers = [0.25] * 1536

    async def work() -> tuple[Any, ...]:
        with_one = await storage.store(example("with", embeddings=numbers))
        without = await storage.store(example("without"))
        return tuple([await storage.get_with_embedding(one) for one in (with_one, without, uuid.uuid4())])

    with_one, without, unknown = run(work)
    assert with_one[1] == numbers
    assert without[1] is None
    assert unknown is None


# Search


@pytest.fixture
def five(database: str) -> list[Memory]:
    """Five memories, an hour apart; the two in the middle of the same moment."""
    noon = datetime.datetime(2025, 9, 1, 12, tzinfo=datetime.UTC)
    hours = [0, 1, 1, 2, 3]
    return [
        MemoryFactory.create(
            summary=f"Summary {n}",
            tags=[f"n{n}", "all"],
            created_at=noon + datetime.timedelta(hours=hour),
            updated_at=noon - datetime.timedelta(hours=hour),
        )
        for n, hour in enumerate(hours)
    ]


def test_the_newest_come_first_and_every_order_is_the_reverse_of_its_opposite(five: list[Memory]) -> None:
    newest_first = summaries()
    assert newest_first[0] == "Summary 4"
    assert newest_first[-1] == "Summary 0"
    assert summaries(order_by="created_at_desc") == newest_first
    assert summaries(order_by="relevance") == newest_first
    assert summaries(order_by="created_at_asc") == newest_first[::-1]
    assert summaries(order_by="updated_at_desc")[0] == "Summary 0"
    assert summaries(order_by="updated_at_asc") == summaries(order_by="updated_at_desc")[::-1]


@pytest.mark.parametrize("order_by", ["created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc"])
@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_pages_neither_overlap_nor_skip(five: list[Memory], order_by: str, limit: int) -> None:
    whole = summaries(order_by=order_by)
    pages = [found(order_by=order_by, limit=limit, offset=offset) for offset in range(0, 5, limit)]
    assert [memory.summary for page in pages for memory in page.memories] == whole
    assert {page.total for page in pages} == {5}
    assert [page.has_more for page in pages] == [True] * (len(pages) - 1) + [False]


def test_a_page_beyond_the_end_is_empty_and_tells_the_total(five: list[Memory]) -> None:
    page = found(offset=100)
    assert (page.memories, page.total, page.total_is_exact, page.has_more) == ([], 5, True, False)


def test_dates_are_inclusive_at_both_ends(five: list[Memory]) -> None:
    start, end = five[1].created_at, five[3].created_at
    assert sorted(summaries(from_date=start, to_date=end)) == ["Summary 1", "Summary 2", "Summary 3"]
    just_after = start + datetime.timedelta(microseconds=1)
    assert summaries(from_date=just_after, to_date=end) == ["Summary 3"]
    assert summaries(from_date=timezone.now()) == []


def test_a_tag_is_any_of_those_given_and_filters_combine_with_and(five: list[Memory]) -> None:
    assert sorted(summaries(tags=["n1", "n3", "unknown"])) == ["Summary 1", "Summary 3"]
    assert summaries(tags=["n1", "n3"], to_date=five[2].created_at) == ["Summary 1"]
    assert len(summaries(tags=[])) == 5


def test_all_words_must_occur_in_context_and_in_summary(database: str) -> None:
    for context, summary in [
        ("The harbour of Lisbon", "Ships arriving daily"),
        ("The harbour of Porto", "Ships leaving"),
        ("A hill in Lisbon", "Trams"),
    ]:
        MemoryFactory.create(context=context, summary=summary)
    assert summaries(context="lisbon harbours") == ["Ships arriving daily"]
    assert sorted(summaries(context="harbour")) == ["Ships arriving daily", "Ships leaving"]
    assert summaries(summary="ship", context="harbour -lisbon") == ["Ships leaving"]
    assert summaries(context="lisbon or hill") == ["Trams"]
    assert summaries(context='"hill in lisbon"') == ["Trams"]
    assert summaries(summary="harbour") == []


def test_a_hit_is_cut_at_so_many_characters_and_tells_its_length(database: str) -> None:
    MemoryFactory.create(content="🐘" * 3_000)
    for content_chars, shown in [(0, 0), (1, 1), (2_999, 2_999), (3_000, 3_000), (5_000, 3_000)]:
        hit = found(content_chars=content_chars).memories[0]
        assert (hit.content, hit.content_length) == ("🐘" * shown, 3_000)
        assert hit.content_truncated is (shown < 3_000)
    assert len(found().memories[0].content) == 2_000


def test_a_total_is_counted_so_far_and_no_further(database: str) -> None:
    Memory.objects.bulk_create(MemoryFactory.build(content_hash=str(n)) for n in range(101))
    page = found()
    assert (page.total, page.total_is_exact, page.has_more) == (101, False, True)
    assert found(offset=100, limit=1).total == 101
    Memory.objects.first().delete()  # type: ignore[union-attr]
    page = found()
    assert (page.total, page.total_is_exact) == (100, True)


def test_a_filtered_search_by_vector_that_gives_up_goes_on_behind_what_it_found(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for most in ("EXACT_MAX", "EACH_MAX"):
        monkeypatch.setattr(vectors, most, -1)  # as though the filter left too many to compare
    others = [0.0] * (settings.EMBEDDING_DIMENSIONS - 2)
    # The first three have the quantized embedding of what is searched for, the others are nearer as a whole.
    for second in (-0.9, -0.8, -0.7, 0.1, 0.2, 0.3, 0.4, 0.5):
        memory = MemoryFactory.create(tags=["a"])
        ProcessedMemoryFactory.create(memory=memory, embeddings=[1.0, second, *others])
    candidates = Memory.objects.as_candidates(SearchQuery(tags=["a"]))

    nearest = partial(vectors.rank_by_vector, candidates, str([1.0, 0.0, *others]), Corpus(8, 8), 8)
    first, all_of_them = (steps.run(nearest(wanted, rerank=3), execute).ids for wanted in (3, 8))
    assert len(first) == 3
    assert all_of_them[:3] == first
    assert len(set(all_of_them)) == len(all_of_them) == 8


def test_no_page_by_vector_goes_beyond_the_best_1000_though_the_filter_leaves_fewer() -> None:
    candidates = Memory.objects.as_candidates(SearchQuery(tags=["a"]))
    _, parameters = next(vectors.rank_by_vector(candidates, "[]", Corpus(9_000, 9_000), 300, wanted=1_021))
    assert parameters["wanted"] == 1_000


@pytest.mark.parametrize("most", [-1, 1_000])
def test_of_a_memory_that_was_processed_twice_the_newest_processing_counts(
    database: str, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(vectors, "EXACT_MAX", most)
    zeros = [0.0] * (settings.EMBEDDING_DIMENSIONS - 2)
    for number in range(4):
        memory = MemoryFactory.create(summary=str(number))
        for version, second in ((2, number / 10), (1, 0.0 if number == 3 else 0.9)):
            ProcessedMemoryFactory.create(memory=memory, embeddings=[1.0, second, *zeros], processing_version=version)

    def order() -> list[str]:
        candidates = Memory.objects.as_candidates(SearchQuery())
        plan = vectors.rank_by_vector(candidates, str([1.0, 0.0, *zeros]), Corpus(4, 8), None, wanted=4, rerank=4)
        found = Memory.objects.in_bulk(ids := steps.run(plan, execute).ids)
        return [found[identifier].summary for identifier in ids]

    assert order() == ["0", "1", "2", "3"]
    ProcessedMemory.objects.filter(processing_version=2, memory__summary="3").delete()
    ProcessedMemory.objects.filter(processing_version=2, memory__summary="1").update(embeddings=None)
    assert set(order()[:2]) == {"0", "3"}
    assert order()[2:] == ["2"]  # the newest processing of 1 has no embedding
