"""Agents that change memories at random, and record how each call ended."""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from http.client import HTTPException
from typing import Any

import psycopg

from tests.faults.model import Known, Loss, Model, Outcome, State, rewritten
from tests.faults.world import Answer, Node, World

DIMENSIONS = 1536
PAUSE = 0.02  # seconds between calls, at most
# What agents do, and how often.
OPERATIONS = {
    "store": 20,
    "store_processed": 15,
    "store_again": 3,
    "supersede": 6,
    "rewrite": 12,
    "retag": 6,
    "process": 8,
    "delete": 10,
    "restore": 8,
    "analyze": 8,
    "get": 15,
    "search": 10,
    "look_around": 3,
}
RESTORE = """
SELECT id FROM restore_memories(ARRAY(SELECT max(deletion) FROM deleted_memories WHERE id = %s))
"""


class Agent(threading.Thread):
    """One agent, which calls any of the servers, and changes only its own memories.

    Attributes:
        findings: what no answer may be, and calls without an answer.
        outcomes: how many calls ended in which way.
        errors: how many of which type, without those that took too long.
    """

    def __init__(self, world: World, model: Model, name: str, tag: str, seed: int) -> None:
        super().__init__(daemon=True, name=name)
        self.world, self.model, self.tag = world, model, tag
        self.random = random.Random(seed)
        self.ending = threading.Event()
        self.findings: list[Loss] = []
        self.outcomes: Counter[Outcome] = Counter()
        self.errors: Counter[str] = Counter()
        self.own: list[Known] = []
        self.touched: set[str] = set()
        self._before_deletion: dict[str, State] = {}
        self._has_predecessor: set[str] = set()
        self._doing = ""
        self._changed_at: dict[str, datetime] = {}

    def run(self) -> None:
        names, weights = list(OPERATIONS), list(OPERATIONS.values())
        while not self.ending.is_set():
            (name,) = self.random.choices(names, weights)
            self.do(name, self.random.choice(self.world.nodes))
            self.ending.wait(self.random.random() * PAUSE)

    def do(self, operation: str, node: Node) -> Outcome | None:
        """Do something on a server; return how it ended, or None if there was nothing to do it with."""
        self._doing = f"{operation} at {node.name}"
        try:
            outcome: Outcome | None = getattr(self, operation)(node)
        except (AssertionError, OSError, ValueError, LookupError, HTTPException) as error:
            self.findings.append(Loss("unanswered or badly answered", operation, f"{node.name}: {error!r}"[:2000]))
            self.ending.set()
            return None
        if outcome is not None:
            self.outcomes[outcome] += 1
        return outcome

    def chosen(self, *, living: bool = True) -> Known | None:
        """One of its memories that is certainly there, current, and of no succession; or one that is in the trash."""
        able = [
            memory
            for memory in self.own
            if memory.is_certain
            and memory.id is not None
            and (memory.state is not None) == living
            and (memory.is_kept if memory.state is None else not memory.state.superseded_by)
        ]
        return self.random.choice(able) if able else None

    def told(self, memory: Known, answer: Answer, after: State | None) -> Outcome:
        self._count_error(memory.name, answer)
        memory.story.append(
            f"{datetime.now(UTC):%H:%M:%S.%f} {self._doing}: {answer.outcome.value} {answer.error or ''}"
        )
        self.touched.add(memory.name)
        memory.tell(answer.outcome, after)
        return answer.outcome

    # Stores

    def store(self, node: Node) -> Outcome:
        return self._store(node, {}, None)

    def store_processed(self, node: Node) -> Outcome:
        number = self.random.randint(1, 99)
        vector = [float(number), *(self.random.choice((-1.0, 1.0)) for _ in range(DIMENSIONS - 1))]
        given = {"embeddings": vector, "sentiment": number / 128, "insights": {"number": number}}
        return self._store(node, given, None)

    def supersede(self, node: Node) -> Outcome | None:
        old = self.chosen()
        return None if old is None else self._store(node, {"supersedes": [old.id]}, old)

    def _store(self, node: Node, given: dict[str, Any], old: Known | None) -> Outcome:
        name = f"{self.name}-{self.tag}-{len(self.own)}"
        memory = self.model.known[name] = Known(name)
        self.own.append(memory)
        state = State(self._text(name), f"About {name}", (self.tag, self.name))
        if "embeddings" in given:
            number = given["embeddings"][0]
            state = replace(state, processings=1, sentiment=given["sentiment"], embedding=number)
        answer = node.call("store_memory", self.arguments(memory, state) | given)
        if answer.outcome is Outcome.ACKNOWLEDGED:
            memory.id = answer.result["id"]
        if old is not None:
            before = old.state
            assert before is not None
            if answer.outcome is Outcome.UNKNOWN:
                self.model.successions.append((old.name, name))
            self.told(old, answer, replace(before, superseded_by=name))
            self._has_predecessor.add(name)
        return self.told(memory, answer, state)

    def arguments(self, memory: Known, state: State) -> dict[str, Any]:
        return {
            "content": state.content,
            "context": "Fault suite",
            "summary": state.summary,
            "tags": list(state.tags),
            "metadata": {"name": memory.name},
        }

    def _text(self, name: str) -> str:
        word = "".join(self.random.choices("bcdfghjklmnpqrstvwxz", k=12))
        return f"def {word}(number):\n    return number + {self.random.randint(0, 10**9)}  # {name}\n"

    def store_again(self, node: Node) -> Outcome | None:
        """Store what is there: error -32002 names it."""
        if (memory := self.chosen()) is None or memory.state is None:
            return None
        answer = node.call("store_memory", self.arguments(memory, memory.state))
        assert answer.outcome is not Outcome.ACKNOWLEDGED, f"{memory.name} was stored twice"
        if answer.error is not None and answer.error.code == -32002:
            assert answer.error.data["existing_id"] == memory.id
            return Outcome.ACKNOWLEDGED
        return self.told(memory, answer, memory.state)

    # Changes

    def rewrite(self, node: Node) -> Outcome | None:
        """Change the content; what has an embedding keeps it, and another summary instead."""
        if (memory := self.chosen()) is None or memory.state is None:
            return None
        if memory.state.processings:
            return self._update(node, memory, summary=f"Changed {self.random.random()}")
        return self._update(node, memory, content=self._text(memory.name))

    def retag(self, node: Node) -> Outcome | None:
        memory = self.chosen()
        if memory is None:
            return None
        return self._update(node, memory, tags=[self.tag, self.name, f"t{self.random.randint(1, 10**9)}"])

    def _update(self, node: Node, memory: Known, **changes: Any) -> Outcome:
        assert memory.state is not None
        given = {name: tuple(value) if name == "tags" else value for name, value in changes.items()}
        after = rewritten(memory.state, **given)
        if "content" in changes:
            after = replace(after, patterns=0)
        answer = node.call("update_memory", {"id": memory.id, **changes})
        if answer.outcome is Outcome.ACKNOWLEDGED:
            assert answer.result["version"] == after.version, f"{memory.name}: {answer.result}, not {after}"
            changed_at = datetime.fromisoformat(answer.result["updated_at"])
            before = self._changed_at.get(memory.name)  # D21: it increases, whatever the clock does
            assert before is None or before < changed_at, f"{memory.name}: {changed_at} is not after {before}"
            self._changed_at[memory.name] = changed_at
        return self.told(memory, answer, after)

    def process(self, node: Node) -> Outcome | None:
        if (memory := self.chosen()) is None or memory.state is None:
            return None
        others = [number / 128 for number in range(-99, 100) if number / 128 != memory.state.sentiment]
        sentiment = self.random.choice(others)
        after = replace(memory.state, processings=memory.state.processings + 1, sentiment=sentiment)
        return self.told(memory, node.call("update_memory", {"id": memory.id, "sentiment": sentiment}), after)

    def analyze(self, node: Node) -> Outcome | None:
        if (memory := self.chosen()) is None or memory.state is None:
            return None
        answer = node.call("analyze_patterns", {"memory_id": memory.id, "language": "python"})
        if answer.outcome is Outcome.ACKNOWLEDGED:
            return self.told(memory, answer, replace(memory.state, patterns=len(answer.result["patterns"])))
        return self.told(memory, answer, replace(memory.state, patterns=PATTERNS))

    def delete(self, node: Node) -> Outcome | None:
        memory = self.chosen()
        if memory is None or memory.state is None or memory.name in self._has_predecessor:
            return None
        self._before_deletion[memory.name] = memory.state
        answer = node.call("delete_memory", {"id": memory.id})
        if answer.outcome is Outcome.ACKNOWLEDGED:
            assert answer.result == {"deleted": True}, memory.name
        return self.told(memory, answer, None)

    def restore(self, node: Node) -> Outcome | None:
        """Restore a deleted memory by the statement that the admin executes (memories/trash.py)."""
        if (memory := self.chosen(living=False)) is None or memory.name not in self._before_deletion:
            return None
        return self.told(memory, self._restored(memory), self._before_deletion[memory.name])

    def _restored(self, memory: Known) -> Answer:
        try:
            connection = self.world.connect()
        except psycopg.OperationalError:
            return Answer(Outcome.REFUSED)
        with connection:
            try:
                row = connection.execute(RESTORE, [memory.id]).fetchone()
            except psycopg.Error:
                return Answer(Outcome.UNKNOWN if connection.closed else Outcome.REFUSED)
        assert row is not None, f"{memory.name} is not in the trash"
        return Answer(Outcome.ACKNOWLEDGED)

    # Reads

    def get(self, node: Node) -> Outcome | None:
        memory = self.chosen()
        if memory is None:
            return None
        return self._read(node, "get_memory", {"id": memory.id, "history": self.random.random() < 0.3})

    def search(self, node: Node) -> Outcome:
        questions = ({"tags": [self.tag]}, {"query": "number def"}, {"tags": [self.name], "query": self.tag})
        return self._read(node, "search_memories", self.random.choice(questions))

    def look_around(self, node: Node) -> Outcome:
        return self._read(node, self.random.choice(("get_statistics", "pattern_statistics")), {})

    def _read(self, node: Node, tool: str, arguments: dict[str, Any]) -> Outcome:
        answer = node.call(tool, arguments)
        self._count_error(tool, answer)
        if answer.error is not None:
            assert "outcome" not in answer.error.data, f"{tool}: {answer.error}"
        return answer.outcome

    def _count_error(self, what: str, answer: Answer) -> None:
        if answer.error is not None:
            assert answer.error.code == -32603, f"{what}: {answer.error}"
            # On a busy machine a call of a hasty server may take too long without any fault.
            self.errors[answer.error.data["type"]] += answer.error.data["type"] != "StorageError::Timeout"


PATTERNS = 1  # in each memory: one function
