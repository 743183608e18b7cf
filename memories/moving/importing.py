"""Importing memories in batches, each a transaction (D26). Nothing that exists is overwritten, so it can be repeated.

A memory is inserted with its id and times, and with what belongs to it, as any other row is: triggers write all that
searches and counters read, and notify servers. A row that the database refuses is found by halving its batch.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import psycopg
from django.db import connection, transaction

from memories import maintenance, provenance, queries
from memories.db import named_sql
from memories.errors import StorageError
from memories.moving import storing
from memories.moving.entries import Entry, Options, checked
from memories.moving.errors import MovingError
from memories.moving.formats import Item
from memories.moving.references import References, Waiting

BATCH = 500  # memories, at most
BATCH_BYTES = 4 * 1024 * 1024  # of lines, unless one alone has more
COMPACT_EVERY = 100  # batches; each leaves entries in the counters' ledger
ATTEMPTS = 5  # at a batch whose memories others store at the same moment
# Classes of SQLSTATE by which PostgreSQL refuses a row: data, integrity, limits, and names that it does not know.
_ROW_FAULTS = ("22", "23", "54", "42")

_maintenance = named_sql.read(maintenance.__file__, "maintenance")


class _RacedError(Exception):
    """Another session stored the same since it was looked for."""


@dataclass(frozen=True)
class Outcome:
    """What became of an item.

    Args:
        kind: "imported", "duplicate", "conflict" or "refused".
        reason: of the last two.
        entry: what was imported.
    """

    item: Item
    kind: str
    reason: str = ""
    entry: Entry | None = None


@dataclass
class _Decided:
    """What a batch decides; it holds once its transaction is committed."""

    outcomes: list[Outcome] = field(default_factory=list)
    redirects: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    stored: list[Entry] = field(default_factory=list)


class Import:
    """One import; use it as a context.

    Args:
        report: called with what became of each item, after it is committed.
        record: called in each transaction with what it imports.
    """

    def __init__(
        self,
        options: Options,
        report: Callable[[Outcome], None],
        record: Callable[[Sequence[Entry]], None] | None = None,
    ) -> None:
        self.options = options
        self.counts: Counter[str] = Counter()
        self.unlinked = 0  # memories whose successor is not here
        self._report = report
        self._record = record
        self._references = References()
        self._batches = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._references.close()

    def run(self, items: Iterable[Item]) -> Iterator[int]:
        """Import items; after each batch, yield how many were read.

        Raises:
            MovingError: what is read ends; all before that is imported.
            psycopg.Error, django.db.Error: the database; a repetition continues.
        """
        try:
            for batch in _batches(items):
                self._import(batch)
                yield self.counts.total()
        finally:
            # What could be read is imported with its references, whatever happened to the rest.
            if connection.is_usable():
                self._link()
                self._maintain()

    def _import(self, items: list[Item]) -> None:
        entries = []
        for item in items:
            try:
                entries.append(checked(item, self.options))
            except StorageError as error:
                self._settle(Outcome(item, "refused", error.message))
        if entries:
            self._store(entries)
        self._batches += 1
        if self._batches % COMPACT_EVERY == 0:
            self._compact()

    def _store(self, entries: Sequence[Entry]) -> None:
        """Store entries in one transaction; without those that the database refuses, if it refuses any."""
        try:
            decided = self._attempt(entries)
        except psycopg.Error as error:
            if (error.sqlstate or "")[:2] not in _ROW_FAULTS:
                raise
            if len(entries) == 1:
                self._settle(Outcome(entries[0].item, "refused", _reason(error)))
                return
            middle = len(entries) // 2
            self._store(entries[:middle])
            self._store(entries[middle:])
            return
        for old, new in decided.redirects.items():
            self._references.redirect(old, new)
        for waiting in decided.waiting:
            self._references.wait(waiting)
        if self.options.is_dry_run:
            for entry in decided.stored:
                self._references.see(entry.id, entry.keys)
        for outcome in decided.outcomes:
            self._settle(outcome)

    def _attempt(self, entries: Sequence[Entry]) -> _Decided:
        for _ in range(ATTEMPTS):
            try:
                with transaction.atomic(), storing.cursor() as cursor:
                    if self.options.actor:
                        provenance.attribute(self.options.actor)
                    decided = self._decide(cursor, entries)
                    if self._record is not None and decided.stored and not self.options.is_dry_run:
                        self._record(decided.stored)
                    return decided
            except _RacedError:
                continue
        raise MovingError("Others store the same memories at this moment. Import them again.")

    def _decide(self, cursor: storing.Cursor, entries: Sequence[Entry]) -> _Decided:
        """Insert what is new. What occurs twice among the entries is looked at again after the first was inserted."""
        decided = _Decided()
        left = list(entries)
        while left:
            known = self._known(cursor, left, decided)
            new: list[Entry] = []
            again: list[Entry] = []
            taken: set[bytes] = set()
            for place, entry in enumerate(left):
                if (found := known.get(place)) is not None:
                    self._compare(entry, found, decided)
                elif not taken.isdisjoint(entry.keys):
                    again.append(entry)
                else:
                    new.append(entry)
                    taken.update(entry.keys)
            if new and not self.options.is_dry_run:
                self._insert(cursor, new, decided)
            decided.stored += new
            decided.outcomes += [Outcome(entry.item, "imported", entry=entry) for entry in new]
            left = again
        return decided

    def _known(self, cursor: storing.Cursor, entries: list[Entry], decided: _Decided) -> dict[int, storing.Known]:
        known = storing.known(cursor, entries)
        if self.options.is_dry_run:
            stored = {key: entry.id for entry in decided.stored for key in entry.keys}
            for place, entry in enumerate(entries):
                by_id, by_content = (stored.get(key) or self._references.seen(key) for key in entry.keys)
                if place not in known and (by_id or by_content):
                    known[place] = storing.Known(by_id is not None, by_content == entry.id, None, by_content)
        return known

    def _compare(self, entry: Entry, found: storing.Known, decided: _Decided) -> None:
        """Decide about an entry whose id or content the database has."""
        if found.by_id and not found.is_same:
            reason = f"Memory {entry.id} exists and says something else, or belongs to another project."
            decided.outcomes.append(Outcome(entry.item, "conflict", reason))
            return
        decided.outcomes.append(Outcome(entry.item, "duplicate"))
        if not found.by_id and found.by_content is not None:
            decided.redirects[entry.id] = found.by_content
        elif entry.superseded_by is not None and found.superseded_by is None:
            decided.waiting.append(_waiting(entry, is_new=False))

    def _insert(self, cursor: storing.Cursor, entries: list[Entry], decided: _Decided) -> None:
        """Insert entries. They are superseded by what was there before them, so that no circle can arise."""
        wanted = {
            entry.id: decided.redirects.get(entry.superseded_by) or self._references.resolved(entry.superseded_by)
            for entry in entries
            if entry.superseded_by is not None
        }
        there = storing.successors(cursor, list(wanted.values()))
        superseded_by = {}
        for entry in entries:
            if (successor := wanted.get(entry.id)) is not None:
                if there.get(successor) == entry.project and successor != entry.id:
                    superseded_by[entry.id] = successor
                else:
                    decided.waiting.append(_waiting(entry, is_new=True))
            there[entry.id] = entry.project
        if len(storing.insert(cursor, entries, superseded_by)) < len(entries):
            raise _RacedError

    def _settle(self, outcome: Outcome) -> None:
        self.counts[outcome.kind] += 1
        self._report(outcome)

    def _link(self) -> None:
        """Supersede the memories whose successors came after them."""
        for waiting in self._references.waiting():
            if self.options.is_dry_run:
                continue
            try:
                with transaction.atomic(), storing.cursor() as cursor:
                    self.unlinked += not storing.link(cursor, waiting)
            except psycopg.Error as error:
                if (error.sqlstate or "")[:2] not in _ROW_FAULTS:
                    raise
                self.unlinked += 1

    def _maintain(self) -> None:
        if not self.options.is_dry_run and self.counts["imported"]:
            self._compact()
            with storing.cursor() as cursor:
                cursor.execute(_maintenance["merge_pending_lists"])

    def _compact(self) -> None:
        with storing.cursor() as cursor:
            cursor.execute(queries.COMPACT_COUNTERS)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Group items so that no batch has too many, or too many bytes. What comes before an error is not lost."""
    batch: list[Item] = []
    total = 0
    reading = iter(items)
    while True:
        failure: MovingError | None = None
        item = None
        try:
            item = next(reading, None)
        except MovingError as error:
            failure = error
        if batch and (item is None or len(batch) == BATCH or total + len(item.text) > BATCH_BYTES):
            yield batch
            batch, total = [], 0
        if failure is not None:
            raise failure
        if item is None:
            return
        batch.append(item)
        total += len(item.text)


def _waiting(entry: Entry, *, is_new: bool) -> Waiting:
    assert entry.superseded_by is not None
    superseded_at, updated_at = (_text(entry.record.get(name)) for name in ("superseded_at", "updated_at"))
    return Waiting(entry.id, entry.superseded_by, superseded_at, updated_at, is_new)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _reason(error: psycopg.Error) -> str:
    """Why the database refused a memory, in words."""
    if isinstance(error, psycopg.errors.UntranslatableCharacter | psycopg.errors.CharacterNotInRepertoire):
        return "It has NUL characters (U+0000), which PostgreSQL cannot hold."
    if isinstance(error, psycopg.errors.UniqueViolation):
        return "Something that belongs to it has an id, or a number, that occurs already."
    said = (error.diag.message_primary or str(error)).split("\n", 1)[0]
    return f"The database refuses it: {said}."
