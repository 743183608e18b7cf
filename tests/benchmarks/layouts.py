"""How the memories of a benchmark belong to projects, and when each was stored: the shape of the data.

This is the ground truth of a filled database: which projects are old, in the middle or recent, by which tag, metadata
and words each is found, and how many memories it has.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Literal, get_args

# Even: every project is spread over all of the time. Bursts: the projects follow one another. Giant: one project has
# half of all memories, at the end of the time or at its beginning; the others, small, follow one another. Shared: as
# even, with long texts of few different words.
Shape = Literal["even", "bursts", "giant-current", "giant-past", "shared"]
SHAPES: tuple[Shape, ...] = get_args(Shape)

PROJECTS = 200
PROJECT_MIN = 500  # memories; fewer only where there would be fewer than three projects
SESSION = 40  # memories stored one soon after the other
PAUSE_MAX = datetime.timedelta(minutes=2)  # between two memories of a session
START = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Project:
    """A project, and what all of its memories have and no other memory has."""

    number: int
    memories: int

    @property
    def tag(self) -> str:
        return f"project-{self.number}"

    @property
    def metadata(self) -> dict[str, Any]:
        return {"project": f"project-{self.number}"}

    @property
    def context_word(self) -> str:
        return f"contextof{_letters(self.number)}k"

    @property
    def summary_word(self) -> str:
        return f"summaryof{_letters(self.number)}k"

    @property
    def subjects(self) -> int:
        """How many subjects its embeddings gather around, besides its own centre."""
        return max(10, self.memories // 500)


def _letters(number: int) -> str:
    """A number's digits as letters: a word of letters only is one lexeme for every parser."""
    return "".join("bdfghklmnp"[int(digit)] for digit in str(number))


class Layout:
    """The projects of so many memories, which are numbered in the order in which they were stored."""

    def __init__(self, shape: Shape, count: int, now: datetime.datetime | None = None) -> None:
        self.shape = shape
        self.count = count
        self.now = now or datetime.datetime.now(datetime.UTC)
        self._step = (self.now - START) / max(count, 1)
        sizes = self._sizes()
        self.projects = [Project(number, size) for number, size in enumerate(sizes)]
        self._firsts = [0, *accumulate(sizes)][:-1]

    def _sizes(self) -> list[int]:
        giant = self.count // 2 if self.shape.startswith("giant") else 0
        rest = self.count - giant
        each = max(self.count // PROJECTS, PROJECT_MIN)
        small = min(max(rest // each, 3), PROJECTS)
        if self.is_spread:
            return [(rest - number + small - 1) // small for number in range(small)]
        bounds = [rest * number // small for number in range(small + 1)]
        sizes = [last - first for first, last in pairwise(bounds)]
        if self.shape == "giant-past":
            return [giant, *sizes]
        return [*sizes, giant] if giant else sizes

    @property
    def is_spread(self) -> bool:
        """Whether every project is spread over all of the time."""
        return self.shape in ("even", "shared")

    @property
    def giant(self) -> Project | None:
        """The project with half of all memories, if there is one."""
        if self.shape == "giant-past":
            return self.projects[0]
        return self.projects[-1] if self.shape == "giant-current" else None

    @property
    def small(self) -> list[Project]:
        """All but the giant, the oldest first."""
        return [project for project in self.projects if project is not self.giant]

    @property
    def old(self) -> list[Project]:
        """The oldest fifth of the small projects; as any others where they are spread."""
        return self.small[: self._fifth]

    @property
    def middle(self) -> list[Project]:
        first = (len(self.small) - self._fifth) // 2
        return self.small[first : first + self._fifth]

    @property
    def recent(self) -> list[Project]:
        return self.small[-self._fifth :]

    @property
    def _fifth(self) -> int:
        return max(len(self.small) // 5, 1)

    def project(self, number: int) -> Project:
        """The project of memory `number`; of numbers beyond the last memory, the project that they go on with."""
        if self.is_spread:
            return self.projects[number % len(self.projects)]
        return self.projects[bisect_right(self._firsts, number) - 1]

    def session(self, number: int) -> tuple[Project, int]:
        """The session of memory `number`; sessions of different projects are different."""
        project = self.project(number)
        if self.is_spread:
            return project, number // (SESSION * len(self.projects))
        return project, (number - self._firsts[project.number]) // SESSION

    def created_at(self, number: int) -> datetime.datetime:
        """When memory `number` was stored: at even intervals, or in sessions with pauses between them."""
        if self.is_spread:
            return START + self._step * number
        within = (number - self._firsts[self.project(number).number]) % SESSION
        return START + self._step * (number - within) + min(self._step * 0.6, PAUSE_MAX) * within
