"""A client that talks to `mcp_serve --http`, with the interface of the one on stdio."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import secrets
import signal
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg

from tests.support.clients import PROTOCOL, Client, Message
from tests.support.waiting import PATIENCE, until

IN_FLIGHT = 64


def create_token(url: str, name: str = "tests", *projects: str, is_read_only: bool = False, token: str = "") -> str:
    """Create a token in a database, as `create_token` does; a random one if none is given."""
    token = token or "cm_" + secrets.token_urlsafe(32)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET search_path = public, codex_processed")
        connection.execute("UPDATE access_tokens SET revoked_at = now() WHERE name = %s AND revoked_at IS NULL", [name])
        connection.execute(
            "INSERT INTO access_tokens (name, token_hash, projects, is_read_only) VALUES (%s, %s, %s, %s)",
            [name, hashlib.sha256(token.encode()).hexdigest(), list(projects), is_read_only],
        )
    return token


def address_of(log: str) -> int | None:
    """The port that a server says it serves on."""
    found = re.search(r"Serving MCP on http://[^ ]*:(\d+)/mcp", log)
    return int(found[1]) if found else None


class HttpClient(Client):
    """One `mcp_serve --http` process, and requests to it, each on a connection of its own.

    Args:
        token: for the Authorization header; None asks the server not to check tokens.
        arguments: further ones of the command.
    """

    def __init__(self, environment: Mapping[str, str], token: str | None = None, *arguments: str) -> None:
        command = [sys.executable, "-m", "codex_project", "mcp_serve", "--http", "0", *arguments]
        if token is None:
            command.append("--no-auth")
        super().__init__(environment, command=command, reading=False)
        self._is_ended = False
        self._pool = ThreadPoolExecutor(IN_FLIGHT)
        self.version = PROTOCOL
        self.headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        until(lambda: address_of(self.log) is not None or self.process.poll() is not None, "an address")
        self.port = address_of(self.log) or 0
        assert self.port, self.log

    @property
    def actor(self) -> str:
        return "unnamed client"

    def send_bytes(self, data: bytes) -> None:
        """Post each line as a message; the answers arrive as they do on stdio."""
        for line in data.splitlines():
            self._pool.submit(self._post, line)

    def post(self, body: bytes, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Post a body and return status, headers and body of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": self.version,
            **self.headers,
            **given,
        }
        try:
            connection.request("POST", "/mcp", body, sent)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def initialize(self, version: str = PROTOCOL) -> Message:
        result = super().initialize(version)
        self.version = str(result["protocolVersion"])
        return result

    def end_input(self) -> None:
        self._is_ended = True
        self.process.send_signal(signal.SIGTERM)

    def terminate(self) -> None:
        self._is_ended = True
        super().terminate()

    def kill(self) -> None:
        self._is_ended = True
        super().kill()

    def _post(self, line: bytes) -> None:
        try:
            status, _, body = self.post(line)
            if status == 202:
                return
            message: dict[str, Any] = json.loads(body)
        except (OSError, ValueError, http.client.HTTPException) as error:
            with self._changed:
                if self._is_ended:  # a request that was under way has no answer
                    return
                self._unexpected.append(repr(error).encode())
                self._changed.notify_all()
            return
        self._arrived(message)
