"""The faults. Each function lets one happen, and returns the moment (`time.monotonic`) at which it was over."""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass

import psutil
import psycopg

from tests.faults import disks
from tests.faults.checking import terminate_others
from tests.faults.clock import library
from tests.faults.world import World

Happen = Callable[[World, random.Random, "Scale"], float]


@dataclass(frozen=True)
class Scale:
    """How much of a fault there is.

    Args:
        hang: seconds that PostgreSQL does not run, and that a table is locked.
        curated: memories that a curator deletes.
    """

    hang: float
    curated: int


SHORT, LONG = Scale(3.5, 500), Scale(5.0, 10_000)


def kill_server(world: World, choose: random.Random, scale: Scale) -> float:
    node = choose.choice(world.nodes)
    node.kill()
    ended = time.monotonic()
    node.start()
    return ended


def stop_postgresql(world: World, choose: random.Random, scale: Scale) -> float:
    world.postgresql.stop_immediately()
    _pause(choose.random())
    world.postgresql.start()
    return time.monotonic()


def kill_both(world: World, choose: random.Random, scale: Scale) -> float:
    node = choose.choice(world.nodes)
    both = [threading.Thread(target=end) for end in (node.kill, choose.choice(ENDS)(world))]
    for end in both:
        end.start()
    for end in both:
        end.join()
    world.postgresql.start()
    ended = time.monotonic()
    node.start()
    return ended


ENDS: list[Callable[[World], Callable[[], None]]] = [
    lambda world: world.postgresql.kill,
    lambda world: world.postgresql.stop_immediately,
]


def hang_postgresql(world: World, choose: random.Random, scale: Scale) -> float:
    """All processes of PostgreSQL stop (SIGSTOP) and go on."""
    stopped = []
    for process in world.processes:
        try:
            process.suspend()
        except psutil.NoSuchProcess:
            continue
        stopped.append(process)
    _pause(scale.hang)
    for process in stopped:
        process.resume()
    return time.monotonic()


def take_connections(world: World, choose: random.Random, scale: Scale) -> float:
    """Others take all connections of PostgreSQL, also those that servers had."""
    with ExitStack() as stack:
        hogs = []
        deadline = time.monotonic() + 1.5
        while time.monotonic() < deadline:
            try:
                hogs.append(stack.enter_context(psycopg.connect(world.url, autocommit=True)))
            except psycopg.OperationalError:
                if hogs:
                    terminate_others(hogs[0])
                _pause(0.05)
        assert len(hogs) > 10, "connections did not run out"
    return time.monotonic()


def lock_table(world: World, choose: random.Random, scale: Scale) -> float:
    table = choose.choice(["memories", "processed_memories", "code_patterns", "counter_ledger", "postings"])
    with world.connect() as connection, connection.transaction():
        connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        _pause(scale.hang)
    return time.monotonic()


CURATED = """
INSERT INTO memories (content, content_hash, context, summary, tags)
SELECT 'curated ' || n || ' ' || %(tag)s, md5(n || %(tag)s), 'c', 's', ARRAY['curated']
FROM generate_series(1, %(count)s) AS n
"""


def delete_many(world: World, choose: random.Random, scale: Scale) -> float:
    with world.connect() as connection:
        connection.execute(CURATED, {"tag": str(time.time_ns()), "count": scale.curated})
        _pause(0.2)
        deleted = connection.execute("DELETE FROM memories WHERE tags && ARRAY['curated']").rowcount
        assert deleted == scale.curated, deleted
    return time.monotonic()


def fill_disk(world: World, choose: random.Random, scale: Scale) -> float:
    """No file of PostgreSQL can grow, neither tables nor the write-ahead log."""
    with disks.filled(world.disk) if world.disk else disks.limited(world.processes):
        _spoil(world, choose, "SELECT pg_switch_wal()")
    world.await_postgresql()
    return time.monotonic()


def close_folder(world: World, choose: random.Random, scale: Scale) -> float:
    """PostgreSQL can open no file of its folder for writing."""
    with disks.read_only(world.postgresql.folder):
        _spoil(world, choose, "CHECKPOINT")
    world.await_postgresql()
    return time.monotonic()


def _spoil(world: World, choose: random.Random, statement: str) -> None:
    """Let agents work on a broken disk for a while; make PostgreSQL notice what it would notice later, or not."""
    is_hard = choose.random() < 0.5
    ending = time.monotonic() + 2
    while time.monotonic() < ending:
        if is_hard:
            with suppress(psycopg.Error), world.connect() as connection:
                connection.execute(statement)
        _pause(0.2)


def stop_redis(world: World, choose: random.Random, scale: Scale) -> float:
    assert world.redis.has_counted(), "no server asked Redis"
    world.redis.kill()
    _pause(choose.uniform(0.5, 2))
    world.redis.start()
    return time.monotonic()


def migrate(world: World, choose: random.Random, scale: Scale) -> float:
    world.migrate()
    return time.monotonic()


def set_clock_back(world: World, choose: random.Random, scale: Scale) -> float:
    assert world.clock is not None
    world.clock.jump(-choose.choice((1, 60, 3600, 86400)))
    _pause(1)
    return time.monotonic()


def _pause(seconds: float) -> None:
    time.sleep(seconds)  # how long a fault lasts


@dataclass(frozen=True)
class Fault:
    """What happens, and what may come of it.

    Args:
        harms: whether calls may be refused meanwhile.
        world: the kind of world that it needs.
        missing: returns why it cannot happen here, or '' if it can.
    """

    name: str
    happen: Happen
    harms: bool = True
    world: str = ""
    missing: Callable[[], str] = str


def _without_redis() -> str:
    return "" if shutil.which("redis-server") else "redis-server is not installed"


def _without_clock() -> str:
    return "" if library() else "libfaketime is not installed"


FAULTS = {
    "kill-server": Fault("a server is killed (-9)", kill_server),
    "stop-postgresql": Fault("PostgreSQL stops (immediate) and starts", stop_postgresql),
    "kill-both": Fault("a server and PostgreSQL at once", kill_both),
    "hang-postgresql": Fault("PostgreSQL hangs (SIGSTOP)", hang_postgresql),
    "take-connections": Fault("connections run out", take_connections),
    "lock-table": Fault("a table is locked", lock_table),
    "delete-many": Fault("a curator deletes many memories", delete_many, harms=False),
    "read-only-folder": Fault("PostgreSQL's folder becomes read-only", close_folder),
    "stop-redis": Fault("Redis disappears", stop_redis, harms=False, missing=_without_redis),
    "migrate": Fault("a migration runs", migrate, harms=False),
    "fill-disk": Fault("the disk is full", fill_disk, world="small disk", missing=disks.missing),
    "set-clock-back": Fault("the clock jumps back", set_clock_back, harms=False, world="clock", missing=_without_clock),
}
