"""What may be there after calls that were acknowledged, refused, or whose outcome is unknown.

Each memory has one agent that changes it, one call at a time, and a name in its metadata that never changes. After a
call of unknown outcome (D28) it is in one of two states, and left alone until the end of the round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Outcome(Enum):
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class State:
    """What a memory says, and what belongs to it.

    Args:
        sentiment: of the newest of its `processings`; 0 if it has none.
        embedding: the first number of its vector; 0 if it has none.
        patterns: how many code patterns it has.
        superseded_by: the name of its successor; '' if it is current.
    """

    content: str
    summary: str
    tags: tuple[str, ...]
    version: int = 1
    former: int = 0
    processings: int = 0
    sentiment: float = 0.0
    embedding: float = 0.0
    patterns: int = 0
    superseded_by: str = ""


@dataclass
class Known:
    """A memory, and the states in which it may be; None is the state of one that is not there.

    Args:
        id: None until a store of it was acknowledged.
        is_kept: whether an acknowledged deletion put it in the trash.
        story: the calls about it, and how they ended.
    """

    name: str
    possible: set[State | None] = field(default_factory=lambda: {None})
    refused: set[State | None] = field(default_factory=set)
    id: str | None = None
    is_kept: bool = False
    story: list[str] = field(default_factory=list)

    @property
    def is_certain(self) -> bool:
        return len(self.possible) == 1

    @property
    def state(self) -> State | None:
        """The state of a memory that is certain."""
        (state,) = self.possible
        return state

    def tell(self, outcome: Outcome, after: State | None) -> None:
        """Record how a change to the state `after` ended."""
        if outcome is Outcome.ACKNOWLEDGED:
            self.is_kept = after is None and self.possible != {None}
            self.possible, self.refused = {after}, set()
        elif outcome is Outcome.UNKNOWN:
            self.possible = self.possible | {after}
        else:
            self.refused.add(after)


@dataclass(frozen=True)
class Loss:
    """A difference between what was answered and what is there."""

    kind: str
    name: str
    details: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.name} {self.details}".rstrip()


@dataclass(frozen=True)
class Snapshot:
    """What the database has: ids and states by name, and the names of those in the trash."""

    living: Mapping[str, tuple[str, State]]
    trash: frozenset[str]


class Model:
    """All memories of the agents."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.successions: list[tuple[str, str]] = []  # of unknown outcome: predecessor and successor

    def judge(self, found: Snapshot) -> list[Loss]:
        losses = [loss for memory in self.known.values() for loss in _losses(memory, found)]
        losses += [Loss("of unknown origin", name) for name in found.living.keys() - self.known.keys()]
        for old, new in self.successions:
            known = found.living.get(old)
            if known is not None and (known[1].superseded_by == new) != (new in found.living):
                losses.append(Loss("half a superseding", old, new))
        return losses

    def adopt(self, found: Snapshot) -> list[tuple[Known, State]]:
        """Take what is there for certain; return what was to be stored with an unknown outcome."""
        unknown = [
            (memory, state)
            for memory in self.known.values()
            if memory.id is None and not memory.is_certain
            for state in memory.possible
            if state is not None
        ]
        for name, memory in self.known.items():
            identifier, state = found.living.get(name, (memory.id, None))
            memory.is_kept = state is None and name in found.trash
            memory.id, memory.possible, memory.refused = identifier, {state}, set()
        self.successions.clear()
        return unknown


def _losses(memory: Known, found: Snapshot) -> Iterable[Loss]:
    identifier, there = found.living.get(memory.name, (None, None))
    if there is not None and memory.id is not None and identifier != memory.id:
        yield Loss("another id", memory.name, f"{memory.id}, now {identifier}")
    if there in memory.possible:
        if there is None and memory.is_kept and memory.name not in found.trash:
            yield Loss("lost from the trash", memory.name)
        return
    expected = " or ".join(str(state) for state in memory.possible)
    if there in memory.refused:
        yield Loss("executed although refused", memory.name, str(there))
    elif there is None:
        yield Loss("lost", memory.name, expected)
    elif memory.possible == {None}:
        yield Loss("resurrected", memory.name, str(there))
    else:
        yield Loss("changed otherwise", memory.name, f"{there}, expected {expected}")


def rewritten(state: State, **changes: object) -> State:
    """A state after an update that makes a version."""
    return replace(state, version=state.version + 1, former=state.former + 1, **changes)  # type: ignore[arg-type]
