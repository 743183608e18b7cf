"""Texts that are hard on a search: each kind as memories of up to a megabyte, as questions and as filters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memories import limits
from memories.search.words import ONLY_STOP_WORDS
from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator, word
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.sentences import SENTENCES
from tests.benchmarks.tables import percentile, percentiles, table

SEARCHES = 200  # of each kind, or fewer in a small run
LARGE = 3  # memories of a megabyte of each kind, beside as many small ones as there are lengths of a question
LENGTHS = (20, 200, 2_000, limits.QUESTION_MAX_CHARACTERS)
SEARCH_MOST, STORE_MOST = 50, 2_000  # ms
MARKS = "".join(map(chr, range(0x300, 0x34F)))
FAMILY, RAINBOW = "👩\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈"
NOT_WORDS = re.compile('["\\-]')


@dataclass(frozen=True)
class Kind:
    """One kind of text.

    Args:
        piece: makes the next few characters of such a text.
        separator: between pieces.
        has_words: whether a memory of it can be found.
    """

    piece: Callable[[random.Random], str]
    separator: str = " "
    has_words: bool = True

    def text(self, choose: random.Random, characters: int, most_bytes: int = limits.CONTENT_MAX_BYTES) -> str:
        """A text of so many characters, or as many as fit."""
        pieces, length, size = [], 0, 0
        while length < characters and size < most_bytes:
            pieces.append(self.piece(choose))
            length += len(pieces[-1]) + len(self.separator)
            size += len(pieces[-1].encode()) + len(self.separator)
        return self.separator.join(pieces)[:characters].encode()[:most_bytes].decode(errors="ignore")


def _sentence(*languages: str) -> Callable[[random.Random], str]:
    pairs = [sentence for language in languages for sentence, _ in SENTENCES[language]]
    return lambda choose: choose.choice(pairs)


def _word(choose: random.Random) -> str:
    return word(choose.randrange(5_000))


def _characters(first: int, last: int, most: int = 40) -> Callable[[random.Random], str]:
    return lambda choose: "".join(chr(choose.randint(first, last)) for _ in range(choose.randint(1, most)))


KINDS = {
    "mixed scripts": Kind(_sentence(*SENTENCES)),
    "right-to-left text": Kind(
        lambda choose: f"\u202e{_sentence('Arabic')(choose)}\u202c {_characters(0x5D0, 0x5EA, 8)(choose)}"
    ),
    "emoji sequences": Kind(lambda choose: choose.choice((FAMILY, RAINBOW, "👍🏽", "🇩🇪")) * 3, "", has_words=False),
    "zero-width characters": Kind(lambda choose: "\u200d\u200b\u2060".join((_word(choose), _word(choose))) + "\ufeff"),
    "a script without spaces": Kind(_characters(0x4E00, 0x59FF), ""),
    "combining marks on letters": Kind(lambda choose: choose.choice("aeiou") + "".join(choose.choices(MARKS, k=60))),
    "combining marks": Kind(lambda choose: "".join(choose.choices(MARKS, k=60)), "", has_words=False),
    "the wrong language": Kind(lambda choose: f"{_sentence('Turkish', 'Finnish')(choose)} the and of to is it was"),
    "dashes": Kind(lambda choose: f"-{_word(choose)} --{_word(choose)} {'-' * choose.choice((1, 2, 2_000))}"),
    "quotes": Kind(lambda choose: f'"{_word(choose)} {_word(choose)}" -"{_word(choose)}" {chr(34) * 2_000}'),
    "one word again and again": Kind(lambda choose: "redis" if choose.randrange(1_000) else "redis cluster"),
}


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Stores of a megabyte and searches of each kind, one after the other."""
    database = Database(folder, memories, embedded_every=10, name="bad-input")
    with database.connection() as connection:
        connection.execute("SELECT")
    rows = []
    with Client(SERVER, database.environment()) as client:
        generator = Generator(seed=1)
        client.timed(client.call_line("search_memories", {"query": generator.question()}) for _ in range(20))
        for name, kind in KINDS.items():
            choose = random.Random(name)
            stores, stored = _store(client, kind, choose)
            searches = list(_searches(kind, choose, [memory for _, memory in stored], min(rounds, SEARCHES)))
            taken, answers = client.timed(client.call_line("search_memories", search) for search in searches)
            assert all(isinstance(answer["memories"], list) for answer in answers)
            if kind.has_words:
                # Of the others, many exclude their words, or are cut off within them.
                assert sum(bool(answer["memories"]) for answer in answers) >= len(answers) // 20, name
                _check_that_it_is_found(client, stored)
            for identifier, _ in stored:
                assert client.call("delete_memory", id=identifier)["deleted"]
            rows.append([name, f"{percentile(stores, 1.0):.0f}", *percentiles(taken)])
    head = ["ms", f"store of 1 MB, max (at most {STORE_MOST:,})", "search, P50", "P95"]
    head += [f"P99 (at most {SEARCH_MOST})", "max"]
    return f"### Bad input, among {memories:,} memories\n\n{table(head, rows)}"


def _store(client: Client, kind: Kind, choose: random.Random) -> tuple[list[float], list[tuple[str, dict[str, Any]]]]:
    """Milliseconds of the stores of a megabyte; and the ids of all memories that were stored, with them."""
    sizes = [*LENGTHS, *[limits.CONTENT_MAX_BYTES] * LARGE]
    texts = [
        {
            "content": kind.text(choose, size),
            "context": kind.text(choose, limits.CONTEXT_MAX_CHARACTERS),
            "summary": kind.text(choose, limits.SUMMARY_MAX_CHARACTERS),
        }
        for size in sizes
    ]
    taken, answers = client.timed([client.call_line("store_memory", text) for text in texts])
    return taken[-LARGE:], [(answer["id"], text) for answer, text in zip(answers, texts, strict=True)]


def _searches(kind: Kind, choose: random.Random, stored: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Questions of each length, filters, phrases and exclusions, made of what was stored."""
    for number in range(count):
        content, length = choose.choice(stored)["content"], choose.choice(LENGTHS)
        start = choose.randrange(max(len(content) - length, 1))
        part = content[start : start + length]
        short = part[: limits.SEARCH_TEXT_MAX_CHARACTERS]
        phrase = NOT_WORDS.sub(" ", content[start : start + 40])
        excluded = NOT_WORDS.sub(" ", kind.text(choose, 20))
        yield (
            {"query": part},
            {"query": f'"{phrase}" {part}'[: limits.QUESTION_MAX_CHARACTERS]},
            {"query": f'-"{excluded}" -{excluded} {part}'[: limits.QUESTION_MAX_CHARACTERS]},
            {"context": short},
            {"summary": f'-"{excluded}" "{phrase}" {short}'[: limits.SEARCH_TEXT_MAX_CHARACTERS]},
            {"query": part, "context": short},
        )[number % 6]


def _check_that_it_is_found(client: Client, stored: list[tuple[str, dict[str, Any]]]) -> None:
    """By some of its own words, whole ones: by a question, and by filters."""
    for identifier, memory in stored:
        for name, argument in (("content", "query"), ("context", "context"), ("summary", "summary")):
            words = NOT_WORDS.sub(" ", memory[name])
            middle = words.rfind(" ", 0, len(words) // 2) + 1
            search = {argument: words[middle : middle + 60].rpartition(" ")[0] or words[middle : middle + 60]}
            if search[argument].strip():
                answer = client.call("search_memories", **search, limit=100)
                if answer.get("note") != ONLY_STOP_WORDS:
                    assert identifier in [each["id"] for each in answer["memories"]], (search, answer)
