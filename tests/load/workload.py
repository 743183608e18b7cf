"""What a fleet of agents asks for, and the plain model that the product is compared with."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import psycopg

from tests.benchmarks.data import Generator

SHARES = {"get": 60, "search": 25, "store": 12, "update": 2, "delete": 1}
LARGE, LARGE_EVERY = 100_000, 20  # bytes; one store in so many
HUGE, HUGE_EVERY = 1_000_000, 500
BASE_SAMPLE = 5_000


@dataclass
class Memory:
    """What a memory must read like."""

    digest: str  # SHA-256 of the content
    summary: str
    tags: list[str]
    word: str = ""  # in no other memory; '' where the memory was there before
    version: int = 1


@dataclass
class Call:
    """One call, and what is needed to judge its answer."""

    kind: str
    tool: str
    arguments: dict[str, Any]
    target: str = ""  # the id of the memory it is about, if there is one
    memory: Memory | None = None  # as it must read after the call


@dataclass
class Model:
    """The memories that must be there, those that must not, and the writes without a clear answer."""

    alive: dict[str, Memory] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unknown: list[Call] = field(default_factory=list)
    base_count: int = 0


class Workload:
    """Makes calls at random, and checks the answers against the model while it runs.

    No memory is read while it is written, so that each answer has one right reading.
    """

    def __init__(self, connection: psycopg.Connection[Any], seed: int) -> None:
        self._choose, self._generator = random.Random(seed), Generator(seed=seed + 1)
        self._run = uuid.uuid4().hex[:8]
        self._stored = 0
        self._reading: Counter[str] = Counter()
        self.model = Model()
        rows = connection.execute(
            "SELECT id::text, content_hash, summary, tags, version FROM memories ORDER BY id LIMIT %s", [BASE_SAMPLE]
        )
        for identifier, digest, summary, tags, version in rows:
            self.model.alive[identifier] = Memory(digest, summary, tags, version=version)
        self._base = list(self.model.alive)
        row = connection.execute("SELECT count(*) FROM memories").fetchone()
        assert row is not None
        self.model.base_count = row[0]

    def next(self) -> Call:
        kind = self._choose.choices(tuple(SHARES), tuple(SHARES.values()))[0]
        if kind == "get":
            return self._read("get", "get_memory", self._any(), lambda target, _: {"id": target})
        if kind == "search":
            return self._search()
        if kind in ("update", "delete") and (target := self._free()):
            return self._write(kind, target)
        return self._store()

    def _any(self) -> str:
        own = self.model.own
        return self._choose.choice(own if own and self._choose.random() < 0.5 else self._base)

    def _free(self) -> str:
        """A memory of this run that nobody reads or writes, or ''."""
        own = self.model.own
        for _ in range(10 if own else 0):
            number = self._choose.randrange(len(own))
            if not self._reading[own[number]]:
                own[number], own[-1] = own[-1], own[number]
                return own.pop()
        return ""

    def _read(self, kind: str, tool: str, target: str, arguments: Any) -> Call:
        self._reading[target] += 1
        memory = self.model.alive[target]
        return Call(kind, tool, arguments(target, memory), target, memory)

    def _search(self) -> Call:
        kind = self._choose.choice(("tags", "question", "both"))

        def arguments(_: str, memory: Memory) -> dict[str, Any]:
            # A rare word finds what must be found; the other words of a question make the search as costly as usual.
            question = memory.word or self._generator.question()
            return {
                "limit": 10,
                **({"tags": memory.tags[:1]} if kind != "question" else {}),
                **({"query": question} if kind != "tags" else {}),
            }

        return self._read(f"search by {kind}", "search_memories", self._any(), arguments)

    def _store(self) -> Call:
        self._stored += 1
        number, word = self._stored, f"zq{self._run}n{self._stored}"
        made = self._generator.memory(number)
        if not self._choose.randrange(HUGE_EVERY):
            made["content"] += self._generator.large_text(HUGE)
        elif not self._choose.randrange(LARGE_EVERY):
            made["content"] += self._generator.large_text(LARGE)
        made["content"] += f" {word}"
        made["summary"], made["tags"] = f"{word} {made['summary']}", [f"load-{self._run}-{number}", *made["tags"]]
        digest = hashlib.sha256(made["content"].encode()).hexdigest()
        return Call("store", "store_memory", made, memory=Memory(digest, made["summary"], made["tags"], word))

    def _write(self, kind: str, target: str) -> Call:
        memory = self.model.alive.pop(target)
        if kind == "delete":
            return Call(kind, "delete_memory", {"id": target}, target, memory)
        summary = f"{memory.word} {self._generator.text(10, self._generator.topic())}"
        after = Memory(memory.digest, summary, memory.tags, memory.word, memory.version + 1)
        return Call(kind, "update_memory", {"id": target, "summary": summary}, target, after)

    def answered(self, call: Call, result: Any) -> str:
        """Take a result into the model; return what is wrong with it, or ''."""
        if call.tool in ("get_memory", "search_memories"):
            self._reading[call.target] -= 1
            return _wrong(call, result)
        if call.kind == "delete":
            self.model.deleted.append(call.target)
            return "" if result == {"deleted": True} else f"delete: {result}"
        identifier = call.target or result["id"]
        assert call.memory is not None
        self.model.alive[identifier] = call.memory
        self.model.own.append(identifier)
        if call.kind == "update" and result["version"] != call.memory.version:
            return f"update: version {result['version']}, not {call.memory.version}"
        return ""

    def failed(self, call: Call) -> None:
        """An error, or no answer: a write may or may not have happened."""
        if call.tool in ("get_memory", "search_memories"):
            self._reading[call.target] -= 1
        else:
            self.model.unknown.append(call)


def differs(found: Any, memory: Memory) -> str:
    """What of a memory that `get_memory` returned is not as it must be, or ''."""
    if found is None:
        return "missing"
    if hashlib.sha256(found["content"].encode()).hexdigest() != memory.digest:
        return "wrong content"
    if found["summary"] != memory.summary or found["version"] != memory.version:
        return "wrong summary or version"
    return "" if sorted(found["tags"]) == sorted(memory.tags) else "wrong tags"


def _wrong(call: Call, result: Any) -> str:
    assert call.memory is not None
    if call.kind == "get":
        found = differs(result["memory"], call.memory)
        return found and f"get: {found}"
    hits = result["memories"]
    if call.memory.word and call.target not in [hit["id"] for hit in hits]:
        return f"{call.kind}: the memory that it must find is not among its hits"
    tags = set(call.arguments.get("tags", ()))
    if tags and not all(tags & set(hit["tags"]) for hit in hits):
        return f"{call.kind}: a hit without the tag"
    if call.kind == "search by tags" and not hits:
        return f"{call.kind}: no hits"
    return ""
