"""The kinds of search that are measured, on any shape of data."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import psycopg

from memories import limits
from tests.benchmarks.data import Generator
from tests.benchmarks.layouts import Layout, Project
from tests.benchmarks.truth import Arguments, Truth

Kinds = dict[str, Callable[[], Arguments]]

FEW_HITS = 5
MANY_HITS = 20
FAR = 9_000
SAMPLES = 1_000


@dataclass(frozen=True)
class Sample:
    """What a search for a stored memory may ask for, so that it cannot but find something."""

    tags: list[str]
    context: str
    summary: str
    component: int
    created_at: datetime.datetime


def samples(connection: psycopg.Connection[Any], condition: str = "true") -> list[Sample]:
    """Memories taken at random: ids are random, so the first ones are."""
    rows = connection.execute(
        f"SELECT tags, context, summary, (metadata->>'component')::int, created_at FROM memories WHERE {condition}"
        f" ORDER BY id LIMIT {SAMPLES}"
    )
    return [
        Sample([tag for tag in tags if tag.startswith("tag-")], f"project {_number(context)}", *rest)
        for tags, context, *rest in rows
    ]


def _number(context: str) -> str:
    """The number that is spread over all projects: that behind the word "project"."""
    words = context.split()
    return words[words.index("project") + 1]


def rare_tags(connection: psycopg.Connection[Any]) -> list[str]:
    rows = connection.execute(
        "SELECT tag FROM memories, unnest(tags) AS tag WHERE tag LIKE 'tag-%' GROUP BY 1 ORDER BY count(*), 1 LIMIT 500"
    )
    return [row[0] for row in rows]


def kinds(connection: psycopg.Connection[Any], layout: Layout) -> Kinds:
    """The kinds of search, each making the arguments of a call that finds something."""
    generator = Generator(seed=11, layout=layout)
    with_limit = {
        **{name: (FEW_HITS, make) for name, make in _of_everything(connection, generator).items()},
        **{name: (MANY_HITS, make) for name, make in _pages_of_projects(connection, generator).items()},
    }
    return {name: partial(_limited, limit, make) for name, (limit, make) in with_limit.items()}


def _limited(limit: int, make: Callable[[], Arguments]) -> Arguments:
    return {"limit": limit, **make()}


def _of_everything(connection: psycopg.Connection[Any], generator: Generator) -> Kinds:
    """Searches for what is spread over all of the time in every shape."""
    choose = random.Random(5)
    rare, stored = rare_tags(connection), samples(connection)
    late, embedded = samples(connection, "created_at >= '2025-01-01'"), samples(connection, "has_embedding")

    def two_words() -> str:
        return " ".join(choose.sample(choose.choice(stored).summary.split(), 2))

    def tags(among: Sequence[Sample] = stored) -> list[str]:
        return choose.choice(among).tags[:1]

    def tag_context_and_date() -> Arguments:
        sample = choose.choice(late)
        return {"tags": sample.tags[:1], "context": sample.context, "from_date": "2025-01-01"}

    def a_month() -> Arguments:
        day, half = choose.choice(stored).created_at.date(), datetime.timedelta(days=15)
        return {"from_date": str(day - half), "to_date": str(day + half)}

    def query_and_tag() -> Arguments:
        sample = choose.choice(stored)
        word = choose.choice(sample.summary.split())
        return {"query": f"{generator.question()} {word}", "tags": sample.tags[:1]}

    return {
        "tags": lambda: {"tags": tags()},
        "tags, the commonest": lambda: {"tags": ["tag-0"]},
        "tags, a rare one": lambda: {"tags": [choose.choice(rare)]},
        "context": lambda: {"context": choose.choice(stored).context},
        "summary": lambda: {"summary": two_words()},
        "summary, a common word": lambda: {"summary": choose.choice(generator.words[:20])},
        "dates": a_month,
        "metadata": lambda: {"metadata": {"component": choose.choice(stored).component}},
        "metadata, common": lambda: {"metadata": {"kind": "note"}},
        "tags, context and dates": tag_context_and_date,
        "nothing, newest first": dict,
        "query": lambda: {"query": generator.question()},
        "query of common words": lambda: {"query": generator.question(common=True)},
        "query and tags": query_and_tag,
        "embedding": lambda: {"embedding": generator.embedding()},
        "embedding and tags": lambda: {"embedding": generator.embedding(), "tags": tags(embedded)},
        "query and embedding": lambda: {"query": generator.question(), "embedding": generator.embedding()},
    }


def _pages_of_projects(connection: psycopg.Connection[Any], generator: Generator) -> Kinds:
    """Searches for what belongs to a project, old or recent where the shape of the data knows these."""
    layout, choose = generator.layout, random.Random(7)
    stored = samples(connection)
    old, middle, recent = (partial(choose.choice, some) for some in (layout.old, layout.middle, layout.recent))

    def tag(project: Project, **more: Any) -> Arguments:
        return {"tags": [project.tag], **more}

    def last_page(project: Project) -> Arguments:
        return tag(project, offset=min(limits.SEARCH_OFFSET_MAX, project.memories - MANY_HITS))

    def question_near(project: Project) -> Arguments:
        return tag(project, query=generator.question(), embedding=generator.embedding(project=project))

    found = {
        "tag of an old project": lambda: tag(old()),
        "tag of a project in the middle": lambda: tag(middle()),
        "tag of a recent project": lambda: tag(recent()),
        "tag of an old project, oldest first": lambda: tag(old(), order_by="created_at_asc"),
        "tag of a project in the middle, oldest first": lambda: tag(middle(), order_by="created_at_asc"),
        "tag of a recent project, oldest first": lambda: tag(recent(), order_by="created_at_asc"),
        "tag of an old project, last changed first": lambda: tag(old(), order_by="updated_at_desc"),
        "tags of an old and a recent project": lambda: {"tags": [old().tag, recent().tag]},
        "metadata of an old project": lambda: {"metadata": old().metadata},
        "metadata of a project in the middle": lambda: {"metadata": middle().metadata},
        "metadata of a recent project": lambda: {"metadata": recent().metadata},
        "tag of an old project and common metadata": lambda: tag(old(), metadata={"kind": "note"}),
        "tag of an old project, last page": lambda: last_page(old()),
        "word of an old project's contexts": lambda: {"context": old().context_word},
        "word of an old project's summaries": lambda: {"summary": old().summary_word},
        "tag of an old project and query": lambda: tag(old(), query=generator.question()),
        "tag of an old project and embedding": lambda: tag(
            project := old(), embedding=generator.embedding(project=project)
        ),
        "tag of an old project, query and embedding": lambda: question_near(old()),
        "an evenly spread tag": lambda: {"tags": choose.choice(stored).tags[:1]},
        "query, 20 hits": lambda: {"query": generator.question()},
    }
    far = {"tags": ["tag-0"], "offset": FAR}
    if Truth(connection).matching(far, FAR + MANY_HITS) == FAR + MANY_HITS:
        found[f"a common tag, offset {FAR:,}"] = lambda: far
    if (giant := layout.giant) is not None:
        found |= {
            "tag of the giant": lambda: tag(giant),
            "tag of the giant, oldest first": lambda: tag(giant, order_by="created_at_asc"),
            "tag of the giant, last changed first": lambda: tag(giant, order_by="updated_at_desc"),
            "tag of the giant, last page": lambda: last_page(giant),
            "metadata of the giant": lambda: {"metadata": giant.metadata},
            "tag of the giant and common metadata": lambda: tag(giant, metadata={"kind": "note"}),
            "word of the giant's contexts": lambda: {"context": giant.context_word},
            "word of the giant's summaries": lambda: {"summary": giant.summary_word},
            "tag of the giant, query and embedding": lambda: question_near(giant),
        }
    return found
