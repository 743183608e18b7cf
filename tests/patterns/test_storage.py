import asyncio
import datetime
import itertools
import time
import uuid
from typing import Any

import pytest

from memories import corrections, limits
from memories import storage as memories
from memories.corrections import MemoryUpdate
from memories.db import pool
from memories.errors import CallTimeoutError, NotFoundError, ValidationError
from memories.records import CreateMemory
from patterns import languages, storage
from patterns.analysis import analyse
from patterns.models import AnalysisRun, CodePattern
from patterns.records import AnalysisResult

NUMBERS = itertools.count()
SOURCE = "def f(a): pass\ndef g(b): pass\nasync def h(): pass\nwith open(a) as b: pass\n"


async def store(content: Any = SOURCE) -> Any:
    content += "\n" * next(NUMBERS)  # contents are unique
    return await memories.store(CreateMemory(content=content, context="test", summary="test"))


def test_pattern_analysis(run: Any) -> None:
    """The specification's scenario: store code, analyse it, and find its patterns in all ways."""

    async def scenario() -> None:
        memory = await store()
        result = await storage.analyze(memory, "python")
        assert (result.memory_id, result.language) == (memory, "python")
        assert result.counts == {"async": 1, "context_manager": 1, "function_definition": 3}
        assert (result.total_found, result.truncated, result.parse_errors) == (4, False, 0)
        assert result.duration_ms > 0
        assert await storage.get_patterns(memory) == result.patterns
        (found,) = await storage.search_patterns("context_manager")
        assert found.pattern_signature == "with _(_) as _:"
        assert found in result.patterns
        statistics = await storage.pattern_statistics()
        assert statistics.total == 4
        assert statistics.by_type == {"function_definition": 2, "async": 1, "context_manager": 1}
        assert statistics.by_language == {"python": 4}
        assert statistics.by_day == {found.discovered_at.date().isoformat(): 4}

    run(scenario())


def test_what_is_answered_is_what_the_analysis_found(run: Any) -> None:
    async def scenario() -> None:
        memory = await store()
        stored_memory = await memories.get(memory)
        assert stored_memory is not None
        content = stored_memory.content
        names = ("pattern_type", "pattern_signature", "frequency", "confidence", "ast_features", "language")
        stored = [[getattr(pattern, name) for name in names] for pattern in await storage_of(memory)]
        assert stored == [[getattr(pattern, name) for name in names] for pattern in analyse(content, "python").patterns]

    async def storage_of(memory: Any) -> Any:
        await storage.analyze(memory, "python")
        return await storage.get_patterns(memory)

    run(scenario())


def test_an_alias_of_a_language_is_stored_under_its_name(run: Any) -> None:
    async def scenario() -> Any:
        return await storage.analyze(await store(), "Py")

    assert run(scenario()).language == "python"


def test_an_unknown_memory_is_not_found_by_analyze_and_get(run: Any) -> None:
    async def scenario() -> None:
        for call in (storage.analyze(uuid.uuid4(), "python"), storage.get_patterns(uuid.uuid4())):
            with pytest.raises(NotFoundError, match="search_memories"):
                await call

    run(scenario())


def test_an_unknown_language_is_refused_before_the_memory_is_looked_for(run: Any) -> None:
    with pytest.raises(ValidationError, match="must be one of python, rust"):
        run(storage.analyze(uuid.uuid4(), "cobol"))


def test_a_memory_without_code_has_no_patterns_and_no_error(run: Any) -> None:
    async def scenario() -> None:
        memory = await store("We met, and decided to import nothing.")
        result = await storage.analyze(memory, "python")
        assert (result.patterns, result.counts, result.parse_errors) == ([], {}, 0)
        assert await storage.get_patterns(memory) == []

    run(scenario())


def test_analysing_again_replaces_the_patterns_of_that_language_only(run: Any) -> None:
    async def scenario() -> None:
        memory = await store(f"Both, it's said:\n```python\n{SOURCE}```\n```rust\nfn f() {{ a.unwrap() }}\n```\n")
        await storage.analyze(memory, "rust")
        first = await storage.analyze(memory, "python")
        second = await storage.analyze(memory, "python")
        assert {pattern.id for pattern in first.patterns}.isdisjoint(pattern.id for pattern in second.patterns)
        kept = await storage.get_patterns(memory)
        assert len(kept) == len(second.patterns) + 2
        assert {pattern.id for pattern in second.patterns} < {pattern.id for pattern in kept}

    run(scenario())


def test_deleting_a_memory_takes_its_patterns_along(run: Any) -> None:
    async def scenario() -> None:
        memory = await store()
        await storage.analyze(memory, "python")
        assert await memories.delete(memory)

    run(scenario())
    assert not CodePattern.objects.exists()
    assert not AnalysisRun.objects.exists()


def test_twenty_analyses_at_once_leave_one_set_of_patterns(run: Any) -> None:
    async def scenario() -> None:
        memory = await store()
        results = await asyncio.gather(*(storage.analyze(memory, "python") for _ in range(20)))
        kept = await storage.get_patterns(memory)
        assert {pattern.id for pattern in kept} in [{pattern.id for pattern in result.patterns} for result in results]

    run(scenario())


def test_a_memory_changed_while_it_is_analysed_is_analysed_again(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    analysed = storage._analysed

    async def scenario() -> None:
        memory = await store()

        async def change(content: str, language: str) -> Any:
            if content.startswith(SOURCE):
                await corrections.update(memory, MemoryUpdate(content="class Changed:\n    pass\n"))
            return await analysed(content, language)

        monkeypatch.setattr(storage, "_analysed", change)
        result = await storage.analyze(memory, "python")
        assert [pattern.pattern_type for pattern in result.patterns] == ["class_definition"]
        assert [pattern.id for pattern in await storage.get_patterns(memory)] == [result.patterns[0].id]

    run(scenario())


def test_a_memory_deleted_while_it_is_analysed_is_not_found(run: Any) -> None:
    async def scenario() -> None:
        memory = await store()
        found = analyse(SOURCE, "python")
        assert await memories.delete(memory)
        async with pool.connection() as connection:
            assert await storage.replace(connection, memory, 1, found) is None
        # The connection is in order, and nothing is left of it.
        other = await store()
        assert len((await storage.analyze(other, "python")).patterns) == 4

    run(scenario())
    assert CodePattern.objects.count() == 4


def test_a_memory_deleted_between_any_two_steps_of_many_analyses_does_no_harm(run: Any) -> None:
    async def scenario() -> None:
        for _ in range(10):
            memory = await store()
            analyses = [storage.analyze(memory, "python") for _ in range(4)]
            *results, deleted = await asyncio.gather(*analyses, memories.delete(memory), return_exceptions=True)
            assert deleted is True
            assert all(isinstance(result, NotFoundError | AnalysisResult) for result in results)

    run(scenario())
    assert not CodePattern.objects.exists()


def test_other_calls_go_on_while_a_large_memory_is_analysed(run: Any) -> None:
    async def scenario() -> None:
        large = await store("def f(a): return [b for b in a]\n" * 20_000)
        small = await store()
        began = time.perf_counter()
        running = asyncio.create_task(storage.analyze(large, "python"))
        longest, answered = 0.0, 0
        while not running.done():
            started = time.perf_counter()
            await storage.get_patterns(small)
            longest = max(longest, time.perf_counter() - started)
            answered += 1
        whole = time.perf_counter() - began
        assert (await running).counts["comprehension"] == 20_000
        assert answered >= 5
        assert longest < whole / 3, "a call that waited for the analysis would take as long as it"

    run(scenario())


def test_an_analysis_is_bounded_by_mcp_timeout_and_changes_nothing_when_given_up(run: Any, settings: Any) -> None:
    async def scenario() -> None:
        memory = await store("def f(a): return [b for b in a]\n" * 20_000)
        settings.MCP_TIMEOUT = 0.01
        with pytest.raises(CallTimeoutError, match="smaller memories"):
            await storage.analyze(memory, "python")
        assert await storage.get_patterns(memory) == []

    run(scenario())


def test_a_cancelled_analysis_frees_its_thread(run: Any) -> None:
    async def seconds() -> float:
        """Of an analysis in the thread of large contents."""
        memory = await store("x = 1\n" * 30_000)
        started = time.perf_counter()
        await storage.analyze(memory, "python")
        return time.perf_counter() - started

    async def scenario() -> None:
        alone = await seconds()
        large = await store('"' * 900_000)  # takes thirty times as long
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await storage.analyze(large, "rust")
        assert await seconds() < 10 * alone

    run(scenario())


def test_a_thousand_patterns_are_stored_and_read_in_order(run: Any) -> None:
    async def scenario() -> None:
        shapes = [f"lambda {', '.join(['a'] * (i % 40) + ['*a'] * (i // 40))}: 0" for i in range(1_500)]
        memory = await store("\n".join(shapes))
        result = await storage.analyze(memory, "python")
        assert result.truncated
        assert len(result.patterns) == limits.PATTERNS_MAX
        assert await storage.get_patterns(memory) == result.patterns

    run(scenario())


def test_a_search_finds_the_most_frequent_of_its_type_across_memories(run: Any) -> None:
    async def scenario() -> None:
        for content in (SOURCE, "def f(): pass\ndef g(): pass\n", "def f(a, b, c): pass\n" * 9):
            await storage.analyze(await store(content), "python")
        found = await storage.search_patterns("function_definition")
        order = [(pattern.frequency, pattern.confidence) for pattern in found]
        assert order == sorted(order, reverse=True)
        assert found[0].pattern_signature == "def _(_, _, _):"
        assert {pattern.pattern_type for pattern in found} == {"function_definition"}
        assert await storage.search_patterns("function_definition", limit=2) == found[:2]

    run(scenario())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("with", {"with _(_) as _:", "with _:"}),
        ("WITH As", {"with _(_) as _:"}),
        ("as with", {"with _(_) as _:"}),
        ("(_)", {"with _(_) as _:"}),
        ("with __", set()),
        ("%", set()),
        ("\\", set()),
        ("  ", {"with _(_) as _:", "with _:"}),
        ("", {"with _(_) as _:", "with _:"}),
        ("' OR 1=1 --", set()),
        ("{1,2}", set()),
        ("é 名前", set()),
    ],
)
def test_a_query_matches_words_of_the_signature_literally(run: Any, query: Any, expected: Any) -> None:
    async def scenario() -> Any:
        await storage.analyze(await store("with open(a) as b: pass\nwith c: pass\n"), "python")
        return await storage.search_patterns("context_manager", query=query)

    assert {pattern.pattern_signature for pattern in run(scenario())} == expected


def test_a_search_may_be_for_one_language(run: Any) -> None:
    async def scenario() -> None:
        await storage.analyze(await store("async def f(): pass"), "python")
        await storage.analyze(await store("async fn f() {}"), "rust")
        assert len(await storage.search_patterns("async")) == 2
        (found,) = await storage.search_patterns("async", language="rs")
        assert found.language == "rust"

    run(scenario())


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"pattern_type": "singleton"}, "context_manager"),
        ({"pattern_type": "match", "limit": 0}, "limit must be from 1 to 100"),
        ({"pattern_type": "match", "limit": 101}, "limit must be from 1 to 100"),
        ({"pattern_type": "match", "language": "cobol"}, "python, rust"),
        ({"pattern_type": "match", "query": "x" * 2_001}, "at most 2,000 characters"),
        ({"pattern_type": "match", "query": "a\0b"}, "NUL"),
    ],
)
def test_a_search_that_breaks_a_rule_is_refused_with_the_rule(run: Any, arguments: Any, complaint: Any) -> None:
    with pytest.raises(ValidationError, match=complaint):
        run(storage.search_patterns(**arguments))


def test_statistics_tell_the_signatures_that_most_memories_share(run: Any) -> None:
    async def scenario() -> Any:
        for content in ("def f(): pass\n" * 3, "def g(): pass\n", "def h(a): pass\n"):
            await storage.analyze(await store(content), "python")
        return await storage.pattern_statistics()

    assert run(scenario()).top_signatures == [
        {
            "pattern_type": "function_definition",
            "language": "python",
            "pattern_signature": "def _():",
            "memories": 2,
            "occurrences": 4,
        },
        {
            "pattern_type": "function_definition",
            "language": "python",
            "pattern_signature": "def _(_):",
            "memories": 1,
            "occurrences": 1,
        },
    ]


def test_statistics_count_the_days_within_the_period_only(run: Any) -> None:
    def at(day: Any) -> Any:
        return datetime.datetime(2026, 3, day, 12, tzinfo=datetime.UTC)

    async def scenario() -> Any:
        for _ in range(3):
            await storage.analyze(await store("lambda: 1"), "python")
        async with pool.connection() as connection:
            await connection.execute(
                "UPDATE code_patterns SET discovered_at = moment FROM"
                " (SELECT id, timestamptz '2026-03-01 12:00Z' + row_number() OVER () * interval '1 day' AS moment"
                "  FROM code_patterns) AS numbered WHERE numbered.id = code_patterns.id"
            )
        return await storage.pattern_statistics(at(2), at(3))

    statistics = run(scenario())
    assert statistics.total == 2
    assert statistics.by_day == {"2026-03-02": 1, "2026-03-03": 1}
    assert (statistics.from_date, statistics.to_date) == (at(2), at(3))


def test_statistics_of_nothing_are_zero(run: Any) -> None:
    statistics = run(storage.pattern_statistics())
    assert (statistics.total, statistics.by_type, statistics.top_signatures) == (0, {}, [])
    assert statistics.to_date - statistics.from_date == datetime.timedelta(days=90)


NOON = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
EARLIEST = datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("from_date", "to_date", "complaint"),
    [
        (NOON, NOON + datetime.timedelta(days=90, seconds=1), "at most 90 days"),
        (NOON, NOON - datetime.timedelta(seconds=1), "from_date must not be after to_date"),
        (None, EARLIEST + datetime.timedelta(days=1), "years 1 to 9999"),
        (EARLIEST, NOON, "at most 90 days"),
    ],
)
def test_a_period_that_breaks_a_rule_is_refused_with_the_rule(
    run: Any, from_date: Any, to_date: Any, complaint: Any
) -> None:
    with pytest.raises(ValidationError, match=complaint):
        run(storage.pattern_statistics(from_date, to_date))


def test_half_a_period_is_completed_to_at_most_ninety_days(run: Any) -> None:
    ninety_days = datetime.timedelta(days=90)
    until = run(storage.pattern_statistics(None, NOON))
    assert (until.from_date, until.to_date) == (NOON - ninety_days, NOON)
    since = run(storage.pattern_statistics(NOON.replace(tzinfo=None, year=2020)))
    assert (since.from_date, since.to_date) == (NOON.replace(year=2020), NOON.replace(year=2020) + ninety_days)


def test_an_analysis_is_recorded_with_the_query_files_it_used(run: Any) -> None:
    run(analysed_once())
    recorded = AnalysisRun.objects.get()
    assert (recorded.language, recorded.fingerprint) == ("python", languages.fingerprint("python"))


async def analysed_once() -> None:
    memory = await store()
    for _ in range(2):
        await storage.analyze(memory, "python")
