"""Commands that run without Django, which takes half a second to start.

People and hooks wait for them. Each is a management command as well (`manage.py help`, `call_command`), with the same
functions behind it.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path


def data_dir() -> Path:
    """CODEX_DATA_DIR, as `config` reads it."""
    given = os.environ.get("CODEX_DATA_DIR")
    if given:
        return Path(given).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("codex-memory", appauthor=False)


def run(arguments: list[str]) -> bool:
    """Run a command line if it is one of these; False if it is Django's to run."""
    if not arguments or arguments[0] not in ("connect", "disconnect"):
        return False
    from mcp_server.clients import command
    from mcp_server.clients.errors import ClientError

    name = arguments[0]
    is_connect = name == "connect"
    parser = ArgumentParser(
        prog=f"codex-memory {name}", description=command.CONNECT_HELP if is_connect else command.DISCONNECT_HELP
    )
    (command.add_connect_arguments if is_connect else command.add_disconnect_arguments)(parser)
    options, others = parser.parse_known_args(arguments[1:])
    if others:  # Django's own options, or nobody's
        return False
    try:
        (command.run_connect if is_connect else command.run_disconnect)(options, data_dir(), _write, _explain)
    except ClientError as error:
        sys.exit(f"codex-memory: {error}")
    return True


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _explain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
