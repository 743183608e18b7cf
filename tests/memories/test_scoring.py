"""How a question scores memories: as a plain model of the formula does, and at a cost that grows with their number."""

from __future__ import annotations

import datetime
import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import psycopg
import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from psycopg import sql

from memories.db import session
from memories.models import Memory
from memories.search import fusion, scoring, statements, steps, tiers
from memories.search.corpus import Corpus
from memories.search.request import SearchQuery
from memories.search.terms import Term
from tests.support.factories import MemoryFactory
from tests.support.programs import execute

pytestmark = pytest.mark.long

BEGINNING = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)
VOCABULARY = [
    *(
        "queue",
        "cache",
        "index",
        "server",
        "client",
        "token",
        "schema",
        "user",
        "invoice",
        "export",
        "import",
        "report",
    ),
    *("worker", "thread", "socket", "buffer", "packet", "cluster", "node", "shard", "replica", "backup", "snapshot"),
    *("metric", "alert", "dashboard", "login", "cookie", "header", "route", "handler", "parser", "lexer", "compiler"),
    *("runtime", "kernel", "deploy", "retry", "timeout", "migration", "billing", "session", "restore"),
]
QUESTION = "queue parser kernel cache billing"
Statements = list[tuple[str, dict[str, Any]]]


def store(count: int, *, lengths: tuple[int, int] = (100, 600), **more: Any) -> None:
    """Memories that share their words, each with a context of its own."""
    choose = random.Random(count)
    Memory.objects.bulk_create(
        MemoryFactory.build(
            content=" ".join(choose.choices(VOCABULARY, k=choose.randint(*lengths))) + f" {number}",
            context=f"file {number}",
            summary="notes",
            tags=["some"] if number % 3 else ["few"],
            created_at=BEGINNING + datetime.timedelta(seconds=number),
            **more,
        )
        for number in range(count)
    )


def rank(question: str, wanted: int = 21, **filters: Any) -> tuple[steps.Ranking, Statements]:
    """The ranking, and the statements that it took."""
    candidates = statements.candidates(frozenset(filters))
    candidates = replace(candidates, parameters=candidates.parameters | filters)
    executed: Statements = []

    def recording(statement: str, parameters: dict[str, Any]) -> steps.Rows:
        executed.append((statement, parameters))
        return execute(statement, parameters)

    return steps.run(fusion.rank(candidates, SearchQuery(query=question, **filters), wanted), recording), executed


# The cost


@pytest.fixture
def session_like_ours(outside: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    outside.execute(session.statement())
    outside.prepare_threshold = None
    return outside


def rows_of_nodes(
    on: psycopg.Connection[Any], statement: str, parameters: dict[str, Any], mode: str
) -> Iterator[tuple[str, float]]:
    """How many rows each node of the plan went through, those that it threw away included."""
    on.execute(sql.SQL("SET plan_cache_mode = {}").format(mode))
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)s", statement)))
    numbered = re.sub(r"%\((\w+)\)s", lambda match: f"${names.index(match[1]) + 1}", statement).replace("%%", "%")
    on.execute(f"PREPARE scoring AS {numbered}".encode())
    values = sql.SQL(", ").join(sql.Literal(parameters[name]) for name in names)
    explained = on.execute(
        sql.SQL("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE scoring ({})").format(values)
    ).fetchone()
    on.execute("DEALLOCATE scoring")
    assert explained is not None
    plan = explained[0] if isinstance(explained[0], list) else json.loads(explained[0])
    nodes = [plan[0]["Plan"]]
    while nodes:
        node = nodes.pop()
        nodes += node.get("Plans", [])
        rows = node["Actual Rows"] + sum(node.get(f"Rows Removed by {what}", 0) for what in ("Filter", "Join Filter"))
        yield node["Node Type"], rows * node["Actual Loops"]


@pytest.mark.parametrize("analyzed", [False, True], ids=["without statistics", "with statistics"])
@pytest.mark.parametrize("own_context", [True, False], ids=["own contexts", "one context"])
def test_no_part_of_a_plan_goes_through_more_rows_than_a_few_times_the_candidates(
    session_like_ours: psycopg.Connection[Any], analyzed: bool, own_context: bool
) -> None:
    every: list[dict[str, Any]] = [{}, {"tags": ["some"]}]
    for count in (200, 800):
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE memories CASCADE")
            cursor.execute("DELETE FROM pg_statistic WHERE starelid = 'public.memories'::regclass")
            cursor.execute("UPDATE pg_class SET reltuples = -1 WHERE oid = 'public.memories'::regclass")
        store(count, lengths=(20, 60))
        if not own_context:
            Memory.objects.update(context="all in one")
        if analyzed:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE memories")
        for filters in every:
            found, statements = rank(QUESTION, **filters)
            statements = [(statement, parameters) for statement, parameters in statements if parameters]
            for mode, (statement, parameters) in product(("force_generic_plan", "force_custom_plan"), statements):
                for node, rows in rows_of_nodes(session_like_ours, statement, parameters, mode):
                    most = (len(QUESTION.split()) + 1) * count + 4 * scoring.HEAD
                    assert rows <= most, (filters, mode, node, rows, count)
            assert found.found > count / 3, "they are candidates, most of them"


@pytest.mark.parametrize("count", [3300, 4500])
def test_before_the_first_analyze_no_more_memories_are_scored_than_after_it(database: str, count: int) -> None:
    store(count, lengths=(300, 400))
    newest = set(Memory.objects.order_by("-created_at").values_list("id", flat=True)[: count * 2 // 3])
    every: list[dict[str, Any]] = [{}, {"tags": ["some", "few"]}, {"tags": ["some"]}]
    for filters in every:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM pg_statistic WHERE starelid = 'public.memories'::regclass")
        found, statements = rank(QUESTION, **filters)
        assert 0 < len(found.ids) == 21, filters
        assert found.found <= tiers.TIER_MAX, filters
        assert sum("ranked AS" in statement for statement, _ in statements) == 1, filters
        assert set(found.ids) <= newest, "where all have all the words, the newest are what is ranked"


def test_the_rarest_words_are_known_before_the_first_analyze(database: str) -> None:
    """The one memory with a rare word stands behind more memories with common ones than are scored."""
    store(2400, lengths=(100, 120))
    MemoryFactory.create(content="zanzibar", summary="rare", created_at=BEGINNING - datetime.timedelta(days=1))
    found, _ = rank("zanzibar queue")
    assert Memory.objects.get(id=found.ids[0]).summary == "rare"


def test_pages_are_the_same_however_often_they_are_asked_for_before_the_first_analyze(database: str) -> None:
    store(2400, lengths=(100, 120))
    whole, _ = rank(QUESTION, wanted=1000)
    assert len(set(whole.ids)) == 1000
    for wanted in (21, 101, 501):
        assert rank(QUESTION, wanted=wanted)[0].ids == whole.ids[:wanted]


def test_parameters_have_the_same_types_however_large_their_values(database: str) -> None:
    """Each combination of types is a statement of its own to PostgreSQL, and is planned anew."""
    store(3, lengths=(2, 4))

    def types(memories: int) -> dict[str, type]:
        candidates = statements.candidates(frozenset())
        terms = [Term("'a'", memories, 1), Term("'b'", memories // 2, 2)]
        _, parameters = scoring.step(candidates, terms, [tiers.Tier("'a'", memories)], None, 21, Corpus(memories, 0))
        return {name: type(value) for name, value in parameters.items()}

    assert types(10) == types(10_000_000)
    assert {kind for name, kind in types(10).items() if name.startswith(("frequency", "forms", "memories"))} == {float}


def test_no_parameter_is_converted_memory_by_memory(session_like_ours: psycopg.Connection[Any]) -> None:
    """A generic plan converts a text to a query of words for each memory and word; one sent as such, never."""
    store(200, lengths=(20, 30))
    session_like_ours.prepare_threshold = 5
    every: tuple[dict[str, Any], ...] = ({}, {"tags": ["some"]})
    for filters in every:
        _, statements = rank(QUESTION, **filters)
        statement, parameters = statements[-1]
        session_like_ours.execute(statement, parameters, prepare=True)
        types = session_like_ours.execute(
            "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE statement LIKE '%ranked AS%'"
            " ORDER BY prepare_time DESC LIMIT 1"
        ).fetchone()
        assert types is not None
        # The numbers are two limits.
        assert set(types[0]) - {"text[]"} == {"tsquery", "double precision", "smallint"}, types
        assert types[0].count("smallint") == 2


# The formula

ITEMS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(VOCABULARY[:6]), min_size=1, max_size=8).map(" ".join),  # content
        st.sampled_from(["first", "second"]),  # context
        st.booleans(),  # whether it has the tag
    ),
    min_size=1,
    max_size=25,
)


@given(items=ITEMS, question=st.lists(st.sampled_from(VOCABULARY[:6]), min_size=1, max_size=4, unique=True))
def check_against_the_model(tagged: bool, items: list[tuple[str, str, bool]], question: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE memories CASCADE")
    for number, (content, context, has_tag) in enumerate(items):
        MemoryFactory.create(
            content=f"{content} {number}",
            context=context,
            summary="notes",
            tags=["chosen"] if has_tag else [],
            created_at=BEGINNING + datetime.timedelta(seconds=number),
        )
    found, _ = rank(" ".join(question), wanted=100, **({"tags": ["chosen"]} if tagged else {}))
    expected = model(question, tagged)
    assert set(found.ids) == set(expected)
    assert found.found == len(expected)
    for better, worse in pairwise(found.ids):
        (score, moment), (lower, earlier) = expected[better], expected[worse]
        assert score > lower - 1e-9
        assert score > lower + 1e-9 or moment > earlier


@pytest.mark.parametrize("tagged", [False, True], ids=["plain", "filtered"])
def test_scores_are_those_of_a_plain_model(database: str, tagged: bool) -> None:
    check_against_the_model(tagged)


def model(question: list[str], tagged: bool) -> dict[Any, tuple[float, datetime.datetime]]:
    """The score and the moment of each memory that has any of the words, by its id."""
    every = list(Memory.objects.order_by("created_at"))
    matches = {word: set(matching(f"'{lexeme(word)}'")) for word in question}
    any_word = set().union(*matches.values())
    candidates = [memory for memory in every if memory.pk in any_word and (not tagged or "chosen" in memory.tags)]
    frequency = {word: len(ids) for word, ids in matches.items()}
    rarity = {word: math.log(1 + (len(every) - count + 0.5) / (count + 0.5)) for word, count in frequency.items()}
    pairs: dict[str, list[set[Any]]] = defaultdict(list)
    for left, right in pairwise(question):
        commoner = left if frequency[left] > frequency[right] else right
        pairs[commoner].append(set(matching(f"'{lexeme(left)}' <-> '{lexeme(right)}'")))

    scores: dict[Any, dict[str, float]] = {}
    for memory in candidates:
        length, ranks = lexemes_and_ranks(memory, question)
        scores[memory.pk] = {
            word: (ranks[word] + (scoring.ADJACENT if any(memory.pk in ids for ids in pairs[word]) else 0))
            * rarity[word]
            / math.log(length + scoring.LENGTH_OFFSET)
            for word in question
        }
    context = {memory.pk: memory.context for memory in candidates}

    def with_context(memory: Memory) -> float:
        mates = [scores[pk] for pk in scores if context[pk] == memory.context]
        own = scores[memory.pk]
        lacking = [word for word in question if own[word] == 0]
        share: float = scoring.CONTEXT_SHARE * sum(max(mate[word] for mate in mates) for word in lacking)
        return sum(own.values()) + share

    totals = {memory.pk: with_context(memory) for memory in candidates}
    places = {memory.pk: place for place, memory in enumerate(every)}
    result = {}
    for memory in candidates:
        beside: dict[str, float] = defaultdict(float)
        for distance, share in enumerate(scoring.NEIGHBOUR_SHARES, start=1):
            for place in (places[memory.pk] - distance, places[memory.pk] + distance):
                other = every[place].pk if 0 <= place < len(every) else None
                if other is not None and other in scores and context[other] == memory.context:
                    for word in question:
                        if scores[memory.pk][word] == 0:
                            beside[word] = max(beside[word], share * scores[other][word])
        result[memory.pk] = (totals[memory.pk] + sum(beside.values()), memory.created_at)
    return result


def lexeme(word: str) -> str:
    return str(execute("SELECT (tsvector_to_array(to_tsvector('english', %(word)s)))[1]", {"word": word})[0][0])


def matching(query: str) -> list[Any]:
    rows = execute("SELECT id FROM memories WHERE search_vector @@ %(query)s::tsquery", {"query": query})
    return [row[0] for row in rows]


def lexemes_and_ranks(memory: Memory, question: list[str]) -> tuple[int, dict[str, float]]:
    """How many different words a memory has, and PostgreSQL's own rank for each of the question's."""
    statement = (
        "SELECT length(search_vector), ARRAY(SELECT ts_rank(%(weights)s::real[], search_vector, word::tsquery)::float8"
        " FROM unnest(%(words)s::text[]) WITH ORDINALITY AS words (word, place) ORDER BY place)"
        " FROM memories WHERE id = %(id)s"
    )
    values = {"weights": scoring.WEIGHTS, "id": memory.pk, "words": [f"'{lexeme(word)}'" for word in question]}
    length, ranks = execute(statement, values)[0]
    return length, dict(zip(question, ranks, strict=True))
