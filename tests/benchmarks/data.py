"""Memories in any number and of several shapes (tests.benchmarks.layouts), with realistic words, filled by COPY.

Word r of the vocabulary occurs in proportion to 1 / (r + 10) (Mandelbrot's form of Zipf's law, stop words left out).
Half of a text's words come from one of 2,000 topics, as in real texts words come together. Most texts are 30 to 120
words long, one in 32 up to 900; one in 500 has almost 100 kB, and one in 20,000 nearly 1 MB.

Besides what its project has, each memory has tags, words and metadata that are spread evenly over all of the time.
"""

from __future__ import annotations

import datetime
import hashlib
import random
import struct
import sys
import tempfile
import uuid
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from operator import add
from typing import IO, Any

import psycopg
from tqdm import tqdm

from tests.benchmarks.layouts import Layout, Project, Shape

VOCABULARY = 60_000
SHARED_VOCABULARY = 43  # words, of which all texts of the shape "shared" are made
TOPICS = 2_000
TAGS = 2_000
COMPONENTS = 500
KINDS = ("note", "fix", "talk")
DIMENSIONS = 1536
CHUNK = 20_000
PADDED_WORDS, PADDING = 12, 400  # words of a content, and bytes of metadata that no search reads, where it is padded
LARGE, LARGE_EVERY = 92_000, 500  # bytes, besides those of a usual text
HUGE, HUGE_EVERY = 1_000_000, 20_000
_SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "om", "us")]


def word(number: int) -> str:
    """Word `number` of the vocabulary: syllables, and a letter that the stemmer leaves alone."""
    syllables = []
    while True:
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
        if not number:
            return "".join(syllables) + "k"


@cache
def _words() -> list[str]:
    return [word(number) for number in range(VOCABULARY)]


@cache
def _running_text() -> list[str]:
    """Words as often as they occur. To take some of these at random is much faster than to weigh each word anew."""
    weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    return random.Random(0).choices(_words(), cum_weights=weights, k=1 << 20)


@cache
def _noise() -> array[float]:
    """Normally distributed numbers; the sum of two stretches of them has a standard deviation of 0.7."""
    choose = random.Random(0)
    return array("d", (choose.gauss(0, 0.5) for _ in range(1 << 18)))


@lru_cache(maxsize=10_000)
def _centre(project: int, subject: int, dimensions: int) -> array[float]:
    """Where the embeddings of one subject of a project gather: all of the project's subjects on one side."""
    whole, part = random.Random(f"project {project}"), random.Random(f"project {project} subject {subject}")
    return array("d", (whole.gauss(0, 1) + part.gauss(0, 0.7) for _ in range(dimensions)))


@cache
def _blocks() -> list[str]:
    """Paragraphs of which large texts are made."""
    choose = random.Random(0)
    return [" ".join(choose.choices(_running_text(), k=100)) for _ in range(2_000)]


class Generator:
    """The same memories at every run.

    Args:
        layout: the projects that the memories belong to; by default those of a million memories, spread evenly.
        padded: short contents, and the rest of their bytes in the metadata.
    """

    def __init__(self, seed: int = 1, layout: Layout | None = None, *, padded: bool = False) -> None:
        self.random = random.Random(seed)
        self.layout = layout or Layout("even", 1_000_000)
        self.padded = padded
        self.words = _words()
        self._tag_weights = list(accumulate(1 / (rank + 5) for rank in range(TAGS)))
        if self.layout.shape == "shared":
            self.topics = [self.words[:SHARED_VOCABULARY]]
            self._at_large = self.topics[0]
        else:
            choose = random.Random(0)  # others with another seed would ask for other topics than the memories have
            self._at_large = _running_text()
            self.topics = [choose.choices(self._at_large, k=40) for _ in range(TOPICS)]

    def text(self, count: int, topic: list[str]) -> str:
        words = [""] * count
        words[1::2] = self.random.choices(topic, k=count // 2)
        words[::2] = self.random.choices(self._at_large, k=count - count // 2)
        return " ".join(words)

    def topic(self) -> list[str]:
        return self.random.choice(self.topics)

    def tags(self) -> list[str]:
        """One to five tags that no project owns."""
        numbers = self.random.choices(range(TAGS), cum_weights=self._tag_weights, k=self.random.randint(1, 5))
        return [f"tag-{number}" for number in dict.fromkeys(numbers)]

    def memory(self, number: int) -> dict[str, Any]:
        """Memory `number`, whose content no other number has; of usual size."""
        project, topic = self.layout.project(number), self.topic()
        padding = {"padding": [self.random.randbytes(PADDING // 2).hex()]} if self.padded else {}
        return {
            "content": f"{self.text(self._length(), topic)} {number}",
            "context": self._context(number, topic),
            "summary": f"{project.summary_word} {self.text(10, topic)}",
            "tags": [*self.tags(), project.tag],
            "metadata": {
                **project.metadata,
                **padding,
                "component": self.random.randrange(COMPONENTS),
                "kind": self.random.choice(KINDS),
            },
        }

    def _length(self) -> int:
        if self.padded:
            return PADDED_WORDS
        if self.layout.shape == "shared":
            return self.random.randint(100, 600)
        return self.random.randint(30, 120) if self.random.randrange(32) else self.random.randint(300, 900)

    def _context(self, number: int, topic: list[str]) -> str:
        """A context of its own, or, of one memory in five, that of its session."""
        project, session = self.layout.session(number)
        if self.random.randrange(5):
            own = f"project {self.random.randrange(200)} session {session} task {number} {self.text(4, topic)}"
            return f"{project.context_word} {own}"
        shared = random.Random(f"project {project.number} session {session}")
        return f"{project.context_word} project {shared.randrange(200)} session {session} {shared.choice(self.words)}"

    def large_text(self, size: int) -> str:
        """A text of about so many bytes, of paragraphs that occur in other large texts, too."""
        paragraphs, length = [], 0
        while length < size:
            paragraphs.append(self.random.choice(_blocks()))
            length += len(paragraphs[-1]) + 1
        return "\n".join(paragraphs)

    def question(self, common: bool = False) -> str:
        """Seven words: of a topic and at large, or with `common` five of the commonest hundred.

        Where texts share a small vocabulary, five words of it.
        """
        if self.layout.shape == "shared":
            return " ".join(self.random.choices(self.topics[0], k=5))
        if common:
            return " ".join(self.random.choices(self.words[:100], k=5))
        return self.text(7, self.topic())

    def embedding(self, dimensions: int = DIMENSIONS, project: Project | None = None) -> list[float]:
        """Near the centre of one of a project's subjects, as real embeddings gather; by default of any project."""
        project = project or self.random.choice(self.layout.projects)
        centre = _centre(project.number, self.random.randrange(project.subjects), dimensions)
        noise, starts = _noise(), self.random.choices(range((1 << 18) - dimensions), k=2)
        one, other = (noise[start : start + dimensions] for start in starts)
        return list(map(add, centre, map(add, one, other)))


# The next memory of the same project supersedes one in fifty.
SUPERSEDE = """
UPDATE memories SET superseded_by = next.id, superseded_at = next.created_at
FROM (
    SELECT id AS old, lead(id) OVER of_project AS id, lead(created_at) OVER of_project AS created_at,
        row_number() OVER of_project AS number
    FROM memories WINDOW of_project AS (PARTITION BY project ORDER BY created_at, id)
) AS next
WHERE memories.id = next.old AND next.id IS NOT NULL AND number % 50 = 0
"""


def fill(
    connection: psycopg.Connection[Any],
    count: int,
    *,
    shape: Shape = "even",
    embedded_every: int = 10,
    padded: bool = False,
    in_projects: bool = False,
) -> Layout:
    """Fill an empty database with so many memories, one in `embedded_every` with an embedding.

    With `in_projects` each belongs to the project that it is about, and one in fifty was superseded by a later one.

    Indexes are dropped before and made again after, as for any large load. Contents take most of the time: PostgreSQL
    reads their words. With `padded` they are short, and metadata that no search reads fill the rows, which so take up
    as many pages as usual: for those who count pages and ask no questions.

    Returns:
        What was stored, for those who search for it.
    """
    layout = Layout(shape, count)
    generator = Generator(layout=layout, padded=padded)
    connection.autocommit = True
    connection.execute("SET maintenance_work_mem = '1GB'")
    indexes = connection.execute(
        "SELECT format('%I.%I', schemaname, indexname), indexdef FROM pg_indexes"
        " WHERE schemaname IN ('public', 'codex_processed') AND indexdef ~ 'USING (gin|hnsw)'"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    with tempfile.TemporaryFile() as embeddings:
        with tqdm(total=count, unit=" memories", file=sys.stderr) as progress:
            for first in range(0, count, CHUNK):
                numbers = range(first, min(first + CHUNK, count))
                _copy(connection, _rows(generator, numbers, embedded_every, embeddings, in_projects))
                progress.update(len(numbers))
        _copy_embeddings(connection, embeddings)
    for _, definition in tqdm(indexes, unit=" indexes", file=sys.stderr):
        connection.execute(definition)
    if in_projects:
        connection.execute(SUPERSEDE)
    connection.execute("SELECT codex_processed.compact_counters()")
    connection.execute("VACUUM ANALYZE")
    connection.execute("SELECT codex_processed.renew_corpus_statistics()")  # as the first search of all does
    _assert_as_stored_by_the_server(connection, count)
    return layout


def _assert_as_stored_by_the_server(connection: psycopg.Connection[Any], count: int) -> None:
    """Metadata that is a JSON string, and not an object, is found by no search, and every such search is fast."""
    row = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE jsonb_typeof(metadata) = 'object'),"
        " count(*) FILTER (WHERE created_at <= updated_at AND updated_at <= now()) FROM memories"
    ).fetchone()
    assert row == (count, count, count), row


def _copy(connection: psycopg.Connection[Any], rows: Iterator[tuple[Any, ...]]) -> None:
    columns = (
        "id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, has_embedding, project"
    )
    with connection.cursor().copy(f"COPY memories ({columns}) FROM STDIN") as copy:
        copy.set_types(
            ["uuid", "text", "text", "text", "text", "text[]", "jsonb", "timestamptz", "timestamptz", "bool", "text"]
        )
        for row in rows:
            copy.write_row(row)


def _rows(
    generator: Generator, numbers: range, embedded_every: int, embeddings: IO[bytes], in_projects: bool
) -> Iterator[tuple[Any, ...]]:
    """Rows of memories; the processing of some goes into a file: id, vector in binary form, sentiment."""
    choose = random.Random(numbers.start)
    for number in numbers:
        memory = generator.memory(number)
        content = memory["content"]
        if size := 0 if generator.padded else _unusual_size(generator.layout, number):
            content = f"{generator.large_text(size)} {content}"
        digest = hashlib.sha256(content.encode()).hexdigest()
        identifier = uuid.UUID(int=choose.getrandbits(128), version=4)
        has_embedding = choose.randrange(embedded_every) == 0
        if has_embedding:
            values = generator.embedding(project=generator.layout.project(number))
            embeddings.write(identifier.bytes + struct.pack(f">HH{DIMENSIONS}f", DIMENSIONS, 0, *values))
            embeddings.write(struct.pack(">f", choose.uniform(-1, 1)))
        created_at = generator.layout.created_at(number)
        updated_at = _updated_at(choose, created_at, generator.layout.now)
        yield (
            *(identifier, content, digest, memory["context"], memory["summary"], memory["tags"]),
            *(memory["metadata"], created_at, updated_at, has_embedding),
            generator.layout.project(number).tag if in_projects else "",
        )


def _unusual_size(layout: Layout, number: int) -> int | None:
    """Bytes of a large content: at least two are huge, however few memories there are."""
    if layout.shape == "shared":
        return None
    every = max(min(HUGE_EVERY, layout.count // 2), 1)
    if number % every == every // 3:
        return HUGE
    return LARGE if number % LARGE_EVERY == LARGE_EVERY // 7 else None


def _updated_at(choose: random.Random, created_at: datetime.datetime, now: datetime.datetime) -> datetime.datetime:
    """One in five was changed, minutes to months after it was stored."""
    if choose.randrange(5):
        return created_at
    minutes = 10 ** choose.uniform(0, 5.2)  # a minute to 110 days
    later = created_at + datetime.timedelta(minutes=minutes)
    return later if later < now else created_at + (now - created_at) * choose.random()


def _copy_embeddings(connection: psycopg.Connection[Any], embeddings: IO[bytes]) -> None:
    length = 16 + 4 + 4 * DIMENSIONS + 4
    count = embeddings.tell() // length
    embeddings.seek(0)
    with connection.cursor().copy(
        "COPY codex_processed.processed_memories (memory_id, embeddings, sentiment) FROM STDIN (FORMAT BINARY)"
    ) as copy:
        copy.set_types(["uuid", "bytea", "bytea"])
        for _ in tqdm(range(count), unit=" embeddings", file=sys.stderr):
            row = embeddings.read(length)
            copy.write_row((uuid.UUID(bytes=row[:16]), row[16:-4], row[-4:]))
