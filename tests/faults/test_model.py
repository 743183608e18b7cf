"""The model notices what the fault suite exists to find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.faults.model import Known, Model, Outcome, Snapshot, State, rewritten

FIRST = State("content", "summary", ("a",))
SECOND = rewritten(FIRST, summary="changed")
Step = tuple[Outcome, State | None]
DONE, REFUSED, UNKNOWN = Outcome


def kinds(steps: list[Step], there: State | None, *, trash: bool = False) -> list[str]:
    """What the model calls it if these calls left `there`."""
    model = Model()
    memory = model.known["a"] = Known("a")
    for outcome, after in steps:
        memory.tell(outcome, after)
    living = {} if there is None else {"a": ("1", there)}
    return [loss.kind for loss in model.judge(Snapshot(living, frozenset({"a"} if trash else ())))]


@pytest.mark.parametrize(
    ("steps", "there", "kind"),
    [
        ([(DONE, FIRST)], None, "lost"),
        ([(DONE, FIRST), (DONE, SECOND)], FIRST, "changed otherwise"),
        ([(DONE, FIRST), (DONE, SECOND)], replace(SECOND, former=0), "changed otherwise"),
        ([(DONE, replace(FIRST, embedding=1.0))], FIRST, "changed otherwise"),
        ([(DONE, FIRST), (DONE, None)], FIRST, "resurrected"),
        ([(DONE, FIRST), (DONE, None), (DONE, FIRST)], None, "lost"),  # a restore
        ([(DONE, FIRST), (DONE, None)], None, "lost from the trash"),
        ([(REFUSED, FIRST)], FIRST, "executed although refused"),
        ([(DONE, FIRST), (REFUSED, SECOND)], SECOND, "executed although refused"),
        ([(DONE, FIRST), (REFUSED, None)], None, "executed although refused"),
        ([(DONE, FIRST), (UNKNOWN, SECOND)], None, "lost"),
        ([(UNKNOWN, FIRST)], SECOND, "changed otherwise"),
    ],
)
def test_what_must_not_be_is_noticed(steps: list[Step], there: State | None, kind: str) -> None:
    assert kinds(steps, there) == [kind]


@pytest.mark.parametrize(
    ("steps", "allowed"),
    [
        ([(DONE, FIRST)], [FIRST]),
        ([(REFUSED, FIRST)], [None]),
        ([(UNKNOWN, FIRST)], [None, FIRST]),
        ([(DONE, FIRST), (UNKNOWN, SECOND)], [FIRST, SECOND]),
        ([(DONE, FIRST), (UNKNOWN, None)], [FIRST, None]),
        ([(DONE, FIRST), (DONE, None)], [None]),
    ],
)
def test_what_may_be_is_no_loss(steps: list[Step], allowed: list[State | None]) -> None:
    for there in allowed:
        assert kinds(steps, there, trash=there is None) == []


def test_another_id_and_a_memory_that_nobody_stored_are_noticed() -> None:
    model = Model()
    model.known["a"] = Known("a", {FIRST}, id="1")
    found = Snapshot({"a": ("2", FIRST), "b": ("3", FIRST)}, frozenset())
    assert [loss.kind for loss in model.judge(found)] == ["another id", "of unknown origin"]


@pytest.mark.parametrize("is_superseded", [False, True])
def test_half_a_superseding_is_noticed(is_superseded: bool) -> None:
    model = Model()
    after = replace(FIRST, superseded_by="b")
    model.known["a"], model.known["b"] = Known("a", {FIRST, after}), Known("b", {None, SECOND})
    model.successions.append(("a", "b"))
    halves = {"a": ("1", after)} if is_superseded else {"a": ("1", FIRST), "b": ("2", SECOND)}
    assert [loss.kind for loss in model.judge(Snapshot(halves, frozenset()))] == ["half a superseding"]
