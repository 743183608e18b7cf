"""Projects: which memories a caller may see and change (docs/decisions/projects.md).

A memory belongs to one project, or to none (''). The scope of a caller is its own project, and whether it is confined
to that and some others. A server on stdio sets it once, one on HTTP for each request.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from memories import limits, repository
from memories.errors import NotFoundError, ValidationError

NONE, ALL = "-", "*"  # as arguments: the memories of no project, and of all projects
_NAME = re.compile(limits.PROJECT_PATTERN.replace("$", r"\Z"))


@dataclass(frozen=True)
class Scope:
    """What a caller may see and change.

    Args:
        own: the caller's own project, or ''.
        is_confined: whether the caller sees only its projects and the memories of no project, and changes only those of
            its projects. To it, the memories of other projects do not exist.
        others: further projects of a confined caller, besides its own.
    """

    own: str = ""
    is_confined: bool = False
    others: tuple[str, ...] = ()

    @property
    def default(self) -> tuple[str, ...]:
        """The projects that a search covers if it names none."""
        return (self.own, "") if self.own else ("",)

    @property
    def visible(self) -> tuple[str, ...] | None:
        """The projects that the caller may see; None for all."""
        return tuple(dict.fromkeys((*self.changeable, ""))) if self.is_confined else None

    @property
    def changeable(self) -> tuple[str, ...]:
        """The projects whose memories a confined caller may change."""
        return (self.own, *self.others)

    def to_store(self, project: str | None) -> str:
        """The project that a memory is stored in.

        Raises:
            ValidationError: the name is invalid, or that of a project that the caller must not change.
        """
        if project is None:
            return self.own
        name = "" if project == NONE else validated(project)
        if self.is_confined and name not in self.changeable:
            raise ValidationError(
                f"Memories can be stored in {self._described()} only. Leave project out.",
                field="project",
            )
        return name

    def to_read(self, project: str | None) -> tuple[str, ...] | None:
        """The projects that a search covers; None for all.

        Raises:
            ValidationError: the name is invalid, or that of a project that the caller must not see.
        """
        if project is None:
            return self.default
        if project == ALL:
            return self.visible
        name = "" if project == NONE else validated(project)
        if (visible := self.visible) is not None and name not in visible:
            raise ValidationError(
                f"Only {self._described()} and the memories of no project can be read here. Leave project out.",
                field="project",
            )
        return (name,)

    def check_change(self, project: str, memory: str = "This memory", field: str = "id") -> None:
        """Check that the caller may change a memory that it sees.

        Args:
            memory: how the message names it.
            field: the argument that names it.

        Raises:
            ValidationError: it belongs to no project, and the caller is confined to some.
        """
        if self.is_confined and project not in self.changeable:
            raise ValidationError(
                f"{memory} belongs to no project. Only memories of {self._described()} can be changed here.",
                field=field,
            )

    def limited_to(self, wanted: Scope) -> Scope | None:
        """What both scopes may see and change, with the own project of the one `wanted`; None for nothing."""
        if not wanted.is_confined:
            return self
        if not self.is_confined:
            return wanted
        names = [name for name in wanted.changeable if name in self.changeable]
        return confined_to(names) if names else None

    def _described(self) -> str:
        names = [name for name in self.changeable if name]
        if not names:
            return "no project"
        return f"the project{'s' * (len(names) > 1)} {', '.join(names)}"


def confined_to(names: Sequence[str]) -> Scope:
    """The scope of a caller that is confined to some projects, its own first; no names are no limit."""
    return Scope(names[0], True, tuple(names[1:])) if names else Scope()


EVERYTHING = Scope()
_scope: ContextVar[Scope] = ContextVar("scope", default=EVERYTHING)


def scope() -> Scope:
    """The scope of the caller at hand."""
    return _scope.get()


def use(new: Scope) -> None:
    """Set the scope of this context, and of the tasks that it starts from now on."""
    _scope.set(new)


def configured() -> Scope:
    """The scope of this process, by CODEX_PROJECT and PROJECT_CONFINED."""
    own = repository.project_of(Path.cwd()) if settings.PROJECT == "auto" else settings.PROJECT
    return Scope(own, settings.PROJECT_CONFINED)


def validated(name: str) -> str:
    """The name of a project.

    Raises:
        ValidationError: it is invalid.
    """
    if not _NAME.match(name) or not name:
        raise ValidationError(
            f"The project {name[: limits.PROJECT_MAX_CHARACTERS]!a} cannot be used: a project's name is 1 to "
            f"{limits.PROJECT_MAX_CHARACTERS} of the characters A-Z a-z 0-9 . _ / @ : + - and starts with a letter or "
            "digit.",
            field="project",
        )
    return name


def as_parameter(names: Sequence[str] | None) -> list[str] | None:
    """Projects as the parameter of a statement; None for all."""
    return None if names is None else list(names)


def unknown(memory_id: object, **data: str) -> NotFoundError:
    """The error for a memory that does not exist, or that the caller must not see."""
    return NotFoundError(
        f"There is no memory {memory_id}. Find it with search_memories, or store it first with store_memory.", **data
    )
