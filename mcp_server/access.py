"""Who calls over HTTP: checks bearer tokens (RFC 6750) and remembers valid ones for less than a second.

`settings.ACCESS_BACKENDS` names the functions that know tokens, as Django's AUTHENTICATION_BACKENDS does for passwords.
Over stdio there are no tokens: whoever started the process may do all that it may.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, replace

from memories import projects
from memories.errors import DatabaseError, ValidationError

FRESH = 0.4  # seconds after a check in which its result is used
STALE = 0.9  # seconds after which it is not; in between, it is used and checked again in the background
OUTAGE = 300.0  # seconds for which a checked token is believed while the database does not respond
REMEMBERED_MAX = 10_000
UNKNOWN_AT_ONCE = 4  # tokens not seen before, so that a flood of false ones leaves connections to calls


@dataclass(frozen=True)
class Caller:
    """Who makes a request, and what it may do.

    Args:
        name: the token's name; rate limits count by it, and `stored_by`, logs and metrics show it. Empty without one.
        scope: the projects that it may see and change.
        may_write: whether it may call tools that change anything.
    """

    name: str = ""
    scope: projects.Scope = projects.EVERYTHING
    may_write: bool = True

    def within(self, project: str) -> Caller:
        """The same caller, with another project as its own.

        Raises:
            ValidationError: the name is invalid, or that of a project that the caller may not use.
        """
        project, scope = projects.validated(project), self.scope
        if not scope.is_confined:
            return replace(self, scope=replace(scope, own=project))
        if project not in scope.changeable:
            raise ValidationError(f"The project {project} cannot be used here.", field="X-Codex-Project")
        others = tuple(name for name in scope.changeable if name != project)
        return replace(self, scope=replace(scope, own=project, others=others))


# Returns the caller that a token stands for, or None if the token is not its own, or not valid.
Backend = Callable[[str], Awaitable[Caller | None]]

_current: ContextVar[Caller | None] = ContextVar("codex_memory_caller", default=None)
_PROCESS = Caller()


def current() -> Caller:
    """The caller of the request at hand; over stdio one that may do everything."""
    return _current.get() or _PROCESS


def use(caller: Caller) -> None:
    """Make this the caller of the current task, and of those that it starts."""
    _current.set(caller)
    projects.use(caller.scope)


@dataclass
class _Checked:
    caller: Caller
    at: float  # time.monotonic()


class Authenticator:
    """Checks tokens, each at most once at a time.

    A revoked token is refused within STALE seconds in every process. Only valid tokens are remembered, by their
    SHA-256.

    Args:
        prepare: waits until the database can be asked.
        scope: what the server itself may see and change; no token goes beyond it.
    """

    def __init__(
        self, backends: Iterable[Backend], prepare: Callable[[], Awaitable[None]], scope: projects.Scope
    ) -> None:
        self._backends, self._prepare, self._scope = tuple(backends), prepare, scope
        self._checked: dict[bytes, _Checked] = {}
        self._checking: dict[bytes, asyncio.Task[Caller | None]] = {}
        self._unknown = asyncio.Semaphore(UNKNOWN_AT_ONCE)

    async def caller(self, token: str) -> Caller | None:
        """The caller that a token stands for; None if it is unknown, expired or revoked.

        Raises:
            StorageError: the database cannot be asked, or has no time for it.
        """
        key = hashlib.sha256(token.encode()).digest()
        known = self._checked.get(key)
        if known is not None and (age := time.monotonic() - known.at) < STALE:
            if age >= FRESH:
                self._check(key, token)
            return known.caller
        try:
            return await asyncio.shield(self._check(key, token))
        except DatabaseError:
            # The call itself will tell what is wrong with the database. While it only is busy, calls may succeed, and a
            # revoked token must not.
            if known is not None and time.monotonic() - known.at < OUTAGE:
                return known.caller
            raise

    def _check(self, key: bytes, token: str) -> asyncio.Task[Caller | None]:
        task = self._checking.get(key)
        if task is None:
            task = self._checking[key] = asyncio.create_task(self._checked_now(key, token))
            task.add_done_callback(_retrieve)
        return task

    async def _checked_now(self, key: bytes, token: str) -> Caller | None:
        started = time.monotonic()
        try:
            await self._prepare()
            async with nullcontext() if key in self._checked else self._unknown:
                caller = await self._asked(token)
            if caller is None:
                self._checked.pop(key, None)
            else:
                self._remember(key, _Checked(caller, started))
            return caller
        finally:
            del self._checking[key]

    async def _asked(self, token: str) -> Caller | None:
        for backend in self._backends:
            if (found := await backend(token)) is not None:
                scope = self._scope.limited_to(found.scope)
                return None if scope is None else replace(found, scope=scope)
        return None

    def _remember(self, key: bytes, checked: _Checked) -> None:
        if len(self._checked) >= REMEMBERED_MAX:
            self._checked = {key: old for key, old in self._checked.items() if checked.at - old.at < STALE}
        if len(self._checked) < REMEMBERED_MAX:
            self._checked[key] = checked


def _retrieve(task: asyncio.Task[Caller | None]) -> None:
    """Retrieve the exception of a check in the background; asyncio would log it."""
    if not task.cancelled():
        task.exception()
