"""Commands that run without Django's command line, which takes half a second to start; people and hooks wait for them.

Each is a management command as well (`manage.py help`, `call_command`), with the same functions behind it. Those that
use memories need Django only where there is no CODEX_URL.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

CLIENT_COMMANDS = ("connect", "disconnect")
MEMORY_COMMANDS = ("recall", "remember", "forget", "session_hook")


def run(arguments: list[str]) -> bool:
    """Run a command line if it is one of these; return False if it is Django's to run."""
    if not arguments or arguments[0] not in CLIENT_COMMANDS + MEMORY_COMMANDS:
        return False
    name, *rest = arguments
    return _run_client_command(name, rest) if name in CLIENT_COMMANDS else _run_memory_command(name, rest)


def _run_client_command(name: str, arguments: list[str]) -> bool:
    from mcp_server.clients import command
    from mcp_server.clients.errors import ClientError

    is_connect = name == "connect"
    parser = _parser(name, command.CONNECT_HELP if is_connect else command.DISCONNECT_HELP)
    (command.add_connect_arguments if is_connect else command.add_disconnect_arguments)(parser)
    options = _parsed(parser, arguments)
    if options is None:
        return False
    try:
        (command.run_connect if is_connect else command.run_disconnect)(options, data_dir(), _write, _explain)
    except ClientError as error:
        sys.exit(f"codex-memory: {error}")
    return True


def _run_memory_command(name: str, arguments: list[str]) -> bool:
    from mcp_server.terminal import options as terminal_options
    from mcp_server.terminal import running
    from mcp_server.terminal.errors import CommandFailure

    parser = _parser(name, terminal_options.HELP[name])
    terminal_options.ADD[name](parser)
    options = _parsed(parser, arguments)
    if options is None:
        return False
    if not running.is_remote():
        _set_up_django()
    try:
        running.write(running.run(name, options))
    except CommandFailure as failure:
        _explain(f"codex-memory: {failure}")
        sys.exit(failure.status)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True


def _parser(name: str, description: str) -> ArgumentParser:
    return ArgumentParser(prog=f"codex-memory {name}", description=description)


def _parsed(parser: ArgumentParser, arguments: list[str]) -> Namespace | None:
    """The options; None if there are others, which are Django's, or nobody's."""
    options, others = parser.parse_known_args(arguments)
    return None if others else options


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codex_project.settings")
    os.environ["MIN_CONNECTIONS"] = "1"  # one call needs no more
    from codex_project.config import ConfigurationError

    try:
        import django
        from django.conf import settings

        settings.INSTALLED_APPS = settings.MEMORY_APPS  # to load the others would take a fifth of a recall
        django.setup()
    except ConfigurationError as error:
        sys.exit(f"codex-memory: {error}")


def data_dir() -> Path:
    """CODEX_DATA_DIR, as `config` reads it."""
    given = os.environ.get("CODEX_DATA_DIR")
    if given:
        return Path(given).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("codex-memory", appauthor=False)


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _explain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
