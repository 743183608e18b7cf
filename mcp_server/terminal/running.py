"""Runs one command: chooses the memories, prints, and tells the exit status."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from pathlib import Path

from mcp_server.terminal import commands, hooks
from mcp_server.terminal.commands import Memories
from mcp_server.terminal.errors import CommandFailure
from memories.limits import PROJECT_PATTERN

_PROJECT = re.compile(PROJECT_PATTERN.replace("$", r"\Z"))


def is_remote() -> bool:
    return bool(os.environ.get("CODEX_URL"))


def run(name: str, options: Namespace) -> str:
    """Run a command and return what it prints.

    Raises:
        CommandFailure: it failed.
    """
    if name == "session_hook":
        return hooks.run(options, _memories_of_session)
    project = options.project if options.project is not None else os.environ.get("CODEX_PROJECT", "")
    memories = _memories(_named(project), None)
    action = {"recall": commands.recall, "remember": commands.remember, "forget": commands.forget}[name]
    return action(options, memories)


def _named(project: str) -> str:
    """A project's name; for `auto` that of the git repository that the current folder is in."""
    if project == "auto":
        from memories import repository

        try:
            return repository.project_of(Path.cwd())
        except OSError:
            raise CommandFailure("The current folder does not exist any more. Change to another one.") from None
    if not _PROJECT.match(project):
        raise CommandFailure(
            "--project must be auto, or 1 to 100 of the characters A-Z a-z 0-9 . _ / @ : + -, a letter or digit first."
        )
    return project


def _memories_of_session(project: str, timeout: float) -> Memories:
    """The memories that the client's own server has: on the database, it reads CODEX_PROJECT."""
    if not project and not is_remote():
        project = _named(os.environ.get("CODEX_PROJECT", ""))
    return _memories(project, timeout)


def _memories(project: str, timeout: float | None) -> Memories:
    """The memories of the server of CODEX_URL, or else of the database, seen from a project.

    Raises:
        CommandFailure: this process is confined to another project.
    """
    if is_remote():
        from mcp_server.terminal.remote import RemoteMemories

        more = {} if timeout is None else {"timeout": timeout}
        return RemoteMemories(os.environ["CODEX_URL"], os.environ.get("CODEX_TOKEN", ""), project, **more)
    from dataclasses import replace

    from mcp_server.terminal.direct import DirectMemories
    from memories import projects

    scope = projects.configured()
    if not scope.is_confined:
        scope = replace(scope, own=project)
    elif project not in ("", scope.own):
        raise CommandFailure("PROJECT_CONFINED is true, so no other project can be used here. Leave --project out.")
    projects.use(scope)
    return DirectMemories()


def write(text: str) -> None:
    """Print a result; characters that the terminal cannot show are replaced."""
    if not text:
        return
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr] # a text stream, except under pytest
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
