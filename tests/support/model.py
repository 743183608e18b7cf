"""A plain model of memories in projects, their succession, and the trash."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Known:
    """What the model knows of a memory. Moments can be of any type that is ordered."""

    id: uuid.UUID
    content: str
    project: str
    tag: str
    stored_at: Any
    superseded_by: uuid.UUID | None = None
    superseded_at: Any = None
    versions: list[tuple[str, str, str]] = field(default_factory=list)  # content, tag and project

    @property
    def said(self) -> tuple[str, str, str]:
        return self.content, self.tag, self.project


@dataclass
class Model:
    """Memories as a list, and those in the trash.

    `former` has, for a deleted memory and one that it would supersede again, when that was superseded.
    """

    known: list[Known] = field(default_factory=list)
    trash: list[Known] = field(default_factory=list)
    former: dict[tuple[uuid.UUID, uuid.UUID], Any] = field(default_factory=dict)

    def find(self, identifier: uuid.UUID) -> Known:
        return next(memory for memory in self.known if memory.id == identifier)

    def covered(self, names: tuple[str, ...] | None, **filters: Any) -> set[uuid.UUID]:
        then = filters.get("as_of")
        return {
            memory.id
            for memory in self.known
            if (names is None or memory.project in names)
            and (filters.get("tag") in (None, memory.tag))
            and (then is None or memory.stored_at <= then)
            and (
                filters.get("include_superseded")
                or memory.superseded_at is None
                or (then is not None and memory.superseded_at > then)
            )
        }

    def delete(self, identifier: uuid.UUID) -> None:
        gone = self.find(identifier)
        self.known.remove(gone)
        self.trash.append(gone)
        for memory in self.known:
            if memory.superseded_by == gone.id:
                would_again = [gone.id, *(by for by, of in self.former if of == gone.id)]
                self.former |= {(each, memory.id): memory.superseded_at for each in would_again}
                memory.superseded_by = gone.superseded_by
                memory.superseded_at = memory.superseded_at if gone.superseded_by else None

    def restore(self, memory: Known) -> None:
        self.trash.remove(memory)
        self.known.append(memory)
        for each in sorted(self.known, key=lambda known: known.id):
            if each is memory or (memory.id, each.id) in self.former:
                self._find_successor(each)
        there = {each.id for each in self.known}
        self.former = {
            pair: moment for pair, moment in self.former.items() if memory.id not in pair or not there.issuperset(pair)
        }

    def _find_successor(self, memory: Known) -> None:
        """The nearest that is not deleted; what another memory superseded meanwhile stays with that one."""
        there = {each.id: each for each in self.known}
        met = self._nearest(memory.id)
        found = {by: moment for by, moment in met.items() if by in there and there[by].project == memory.project}
        nearest = [
            by for by in found if not any(by in self._all(other) for other in met if other in there and other != by)
        ]
        best = max(nearest, key=lambda by: (by == memory.superseded_by, found[by], -by.int), default=None)
        if best != memory.superseded_by:
            self.former = {(by, memory.id): moment for by, moment in met.items() if by not in there} | self.former
            memory.superseded_by, memory.superseded_at = best, found[best] if best else None

    def _successors(self, identifier: uuid.UUID) -> dict[uuid.UUID, Any]:
        """Who superseded a memory, deleted or not, and when."""
        found = {by: moment for (by, of), moment in self.former.items() if of == identifier}
        kept = next((each for each in [*self.known, *reversed(self.trash)] if each.id == identifier), None)
        if kept and kept.superseded_by:
            found[kept.superseded_by] = max(kept.superseded_at, found.get(kept.superseded_by, kept.superseded_at))
        return found

    def _nearest(self, identifier: uuid.UUID) -> dict[uuid.UUID, Any]:
        """Those up to the first on each way that is not deleted."""
        found = self._successors(identifier)
        deleted = [by for by in found if all(each.id != by for each in self.known)]
        for by in deleted:
            for further in self._successors(by):
                if further not in found:
                    found[further] = found[by]
                    if all(each.id != further for each in self.known):
                        deleted.append(further)
        return found

    def _all(self, identifier: uuid.UUID) -> set[uuid.UUID]:
        found = list(self._successors(identifier))
        for by in found:
            found += [further for further in self._successors(by) if further not in found]
        return set(found)

    def move(self, identifier: uuid.UUID, project: str) -> None:
        self.find(identifier).project = project
        self.part()

    def part(self) -> None:
        """Part memories from successors of other projects."""
        for memory in self.known:
            if memory.superseded_by and self.find(memory.superseded_by).project != memory.project:
                memory.superseded_by = memory.superseded_at = None
