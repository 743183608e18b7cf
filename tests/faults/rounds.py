"""Rounds: agents at work, a fault, and what there is afterwards."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.faults import checking
from tests.faults.agents import Agent
from tests.faults.happening import Fault, Scale
from tests.faults.model import Known, Loss, Model, Outcome, State
from tests.faults.world import CALL_PATIENCE, World

AGENTS = 4
LOG_SHOWN = 4_000  # characters of each server's log, to find out why something was lost
KEPT = 600  # memories after which the database is emptied
BEFORE, AFTER = (0.1, 1.0), 0.3  # seconds that agents work before and after the fault


@dataclass
class Result:
    """Of one round.

    Args:
        recovery: seconds from the end of the fault until every server has answered a call.
        outcomes: how many calls ended in which way.
        logs: the ends of the servers' logs if something was lost.
    """

    recovery: float
    losses: list[Loss]
    outcomes: dict[str, int] = field(default_factory=dict)
    logs: dict[str, str] = field(default_factory=dict)


class Rounds:
    """Rounds in one world, on memories that stay from round to round."""

    def __init__(self, world: World, seed: int, scale: Scale) -> None:
        self._world, self._scale = world, scale
        self._random = random.Random(seed)
        self._model = Model()
        self._number = 0

    def run(self, fault: Fault) -> Result:
        self._number += 1
        tag = f"r{self._number}"
        if len(self._model.known) > KEPT:
            self._empty()
        agents = [self._agent(f"a{number}", tag) for number in range(AGENTS)]
        probe = self._agent("probe", tag)
        for agent in agents:
            agent.start()
        time.sleep(self._random.uniform(*BEFORE))
        ended = fault.happen(self._world, self._random, self._scale)
        recovery = self._recovery(probe, ended)
        time.sleep(AFTER)
        for agent in agents:
            agent.ending.set()
        for agent in agents:
            agent.join(2 * CALL_PATIENCE)
            assert not agent.is_alive(), f"{agent.name} waits for an answer"
        agents.append(probe)
        losses = [loss for agent in agents for loss in agent.findings]
        outcomes = {each.value: sum(agent.outcomes[each] for agent in agents) for each in Outcome}
        errors = +sum((agent.errors for agent in agents), Counter[str]())
        if not fault.harms and errors:
            losses.append(Loss("failed calls", fault.name, str(dict(errors))))
        losses += self._check(agents, tag)
        logs = {node.name: node.client.log[-LOG_SHOWN:] for node in self._world.nodes} if losses else {}
        return Result(recovery, losses, outcomes, logs)

    def _agent(self, name: str, tag: str) -> Agent:
        return Agent(self._world, self._model, name, tag, self._random.randrange(2**32))

    def _recovery(self, probe: Agent, ended: float) -> float:
        """Store at each server until it acknowledges; return how long that took."""
        for node in self._world.nodes:
            while probe.do("store", node) is not Outcome.ACKNOWLEDGED:
                if probe.findings or time.monotonic() - ended > CALL_PATIENCE:
                    probe.findings.append(Loss("not recovered", node.name))
                    return time.monotonic() - ended
                time.sleep(0.01)
        return time.monotonic() - ended

    def _check(self, agents: list[Agent], tag: str) -> Iterator[Loss]:
        with self._world.connect() as connection:
            found = checking.snapshot(connection)
            for loss in self._model.judge(found):
                story = self._model.known[loss.name].story if loss.name in self._model.known else []
                yield replace(loss, details="\n    ".join((loss.details, *story)))
            yield from checking.inconsistencies(connection)
            yield from checking.damaged_indexes(connection)
            unknown = self._model.adopt(found)
            touched = {name for agent in agents for name in agent.touched}
            try:
                observers = checking.Observers(self._world, connection, found)
                yield from observers.differences(touched, self._model, tag, self._random)
                yield from self._store_again(unknown, agents[0])
            except AssertionError as error:
                yield Loss("not recovered", tag, str(error))

    def _store_again(self, unknown: list[tuple[Known, State]], agent: Agent) -> Iterator[Loss]:
        """Find out what became of stores of unknown outcome, as the error says (D28): -32002 names the memory."""
        for memory, state in unknown:
            plain = State(state.content, state.summary, state.tags)
            answer = self._random.choice(self._world.nodes).call("store_memory", agent.arguments(memory, plain))
            named = answer.error.data.get("existing_id") if answer.error else None
            if named != memory.id or (named is None and answer.outcome is not Outcome.ACKNOWLEDGED):
                yield Loss("stored again", memory.name, f"{memory.id}: {answer}")
            elif answer.outcome is Outcome.ACKNOWLEDGED:
                memory.id = answer.result["id"]
                memory.tell(answer.outcome, plain)

    def _empty(self) -> None:
        with self._world.connect() as connection:
            connection.execute("TRUNCATE memories, deleted_memories, former_successors CASCADE")
        self._model = Model()
