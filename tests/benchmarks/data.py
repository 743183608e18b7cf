"""Memories in any number, with words distributed as in real text, filled by COPY.

Word r of the vocabulary occurs in proportion to 1 / (r + 10) (Mandelbrot's form of Zipf's law, stop words left out); a
text is 30 to 120 words long; half of its words come from one of 2,000 topics, as in real texts words come together.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import random
import struct
import sys
import tempfile
import uuid
from collections.abc import Iterator
from itertools import accumulate
from typing import IO, Any

import psycopg
from tqdm import tqdm

VOCABULARY = 60_000
TOPICS = 2_000
TAGS = 2_000
DIMENSIONS = 1536
CHUNK = 20_000
_SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "om", "us")]


def word(number: int) -> str:
    """Word `number` of the vocabulary: syllables, and a letter that the stemmer leaves alone."""
    syllables = []
    while True:
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
        if not number:
            return "".join(syllables) + "k"


class Generator:
    """The same memories at every run."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.words = [word(number) for number in range(VOCABULARY)]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self._tag_weights = list(accumulate(1 / (rank + 5) for rank in range(TAGS)))
        self.topics = [self.random.choices(self.words, cum_weights=self._weights, k=40) for _ in range(TOPICS)]

    def text(self, count: int, topic: list[str]) -> str:
        own, common = count // 2, count - count // 2
        words = self.random.choices(topic, k=own) + self.random.choices(self.words, cum_weights=self._weights, k=common)
        self.random.shuffle(words)
        return " ".join(words)

    def tags(self) -> list[str]:
        numbers = self.random.choices(range(TAGS), cum_weights=self._tag_weights, k=self.random.randint(1, 5))
        return [f"tag-{number}" for number in dict.fromkeys(numbers)]

    def memory(self, number: int) -> dict[str, Any]:
        topic = self.topics[self.random.randrange(TOPICS)]
        return {
            "content": self.text(self.random.randint(30, 120), topic) + f" {number}",
            "context": f"project {self.random.randrange(200)} session {number // 40} {self.text(4, topic)}",
            "summary": self.text(10, topic),
            "tags": self.tags(),
            "metadata": {"project": self.random.randrange(500), "kind": self.random.choice(["note", "fix", "talk"])},
        }

    def question(self, common: bool = False) -> str:
        """Seven words: of a topic and at large, or with `common` all of the commonest hundred."""
        if common:
            return " ".join(self.random.choices(self.words[:100], k=5))
        return self.text(7, self.topics[self.random.randrange(TOPICS)])

    def embedding(self, dimensions: int = DIMENSIONS) -> list[float]:
        """Near one of 500 centres, as real embeddings gather around subjects."""
        centre = random.Random(self.random.randrange(500))
        return [centre.gauss(0, 1) + self.random.gauss(0, 0.7) for _ in range(dimensions)]


def fill(connection: psycopg.Connection[Any], count: int, *, embedded_every: int = 10) -> None:
    """Fill an empty database with so many memories, every so-manieth with an embedding.

    Indexes are dropped before and made again after, as for any large load.
    """
    generator = Generator()
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    step = (datetime.datetime.now(datetime.UTC) - start) / max(count, 1)
    connection.autocommit = True
    connection.execute("SET maintenance_work_mem = '1GB'")
    indexes = connection.execute(
        "SELECT format('%I.%I', schemaname, indexname), indexdef FROM pg_indexes WHERE tablename LIKE '%memories'"
        " AND (indexdef LIKE '%USING gin%' OR indexdef LIKE '%USING hnsw%')"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    with tempfile.TemporaryFile() as embeddings:
        with tqdm(total=count, unit=" memories", file=sys.stderr) as progress:
            for first in range(0, count, CHUNK):
                numbers = range(first, min(first + CHUNK, count))
                _copy(connection, _rows(generator, numbers, start, step, embedded_every, embeddings))
                progress.update(len(numbers))
        _copy_embeddings(connection, embeddings)
    for _, definition in tqdm(indexes, unit=" indexes", file=sys.stderr):
        connection.execute(definition)
    connection.execute("SELECT codex_processed.fold_tally()")
    connection.execute("VACUUM ANALYZE")


def _copy(connection: psycopg.Connection[Any], rows: Iterator[tuple[Any, ...]]) -> None:
    columns = "id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, has_embedding"
    with connection.cursor().copy(f"COPY memories ({columns}) FROM STDIN") as copy:
        copy.set_types(
            ["uuid", "text", "text", "text", "text", "text[]", "jsonb", "timestamptz", "timestamptz", "bool"]
        )
        for row in rows:
            copy.write_row(row)


def _rows(
    generator: Generator,
    numbers: range,
    start: datetime.datetime,
    step: datetime.timedelta,
    embedded_every: int,
    embeddings: IO[bytes],
) -> Iterator[tuple[Any, ...]]:
    """Rows of memories; the embeddings of some go into a file, each behind its memory's id."""
    choose = random.Random(numbers.start)
    for number in numbers:
        memory = generator.memory(number)
        digest = hashlib.sha256(memory["content"].encode()).hexdigest()
        when = start + step * number
        identifier = uuid.UUID(int=choose.getrandbits(128), version=4)
        has_embedding = choose.randrange(embedded_every) == 0
        if has_embedding:
            values = generator.embedding()
            embeddings.write(identifier.bytes + struct.pack(f">HH{DIMENSIONS}f", DIMENSIONS, 0, *values))
        yield (
            *(identifier, memory["content"], digest, memory["context"], memory["summary"], memory["tags"]),
            *(json.dumps(memory["metadata"]), when, when, has_embedding),
        )


def _copy_embeddings(connection: psycopg.Connection[Any], embeddings: IO[bytes]) -> None:
    length = 16 + 4 + 4 * DIMENSIONS
    count = embeddings.tell() // length
    embeddings.seek(0)
    with connection.cursor().copy(
        "COPY codex_processed.processed_memories (memory_id, embeddings) FROM STDIN (FORMAT BINARY)"
    ) as copy:
        copy.set_types(["uuid", "bytea"])
        for _ in tqdm(range(count), unit=" embeddings", file=sys.stderr):
            row = embeddings.read(length)
            copy.write_row((uuid.UUID(bytes=row[:16]), row[16:]))
