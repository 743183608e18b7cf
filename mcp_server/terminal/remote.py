"""Tools of a server over HTTP (decisions/clients.md); a POST with one JSON-RPC message, and its answer."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mcp_server.terminal.errors import CommandFailure

PROTOCOL = "2025-11-25"
METHOD_NOT_FOUND = -32601  # and what a tool is answered that the token may not use
ANSWER_MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class RemoteMemories:
    """The memories behind CODEX_URL.

    Args:
        url: the address, which ends in /mcp.
        token: a bearer token, or ''.
        project: the project to work in, or '' for the token's own.
        timeout: seconds to wait for the server at each step.
    """

    url: str
    token: str
    project: str
    timeout: float = 30

    def call(self, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Call a tool and return its result.

        Raises:
            CommandFailure: it failed; the message says why.
        """
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
        status, body = self._post(json.dumps(message).encode())
        try:
            answer = json.loads(body)
            if "error" in answer:
                raise self._refused(tool, answer["error"])
            result = json.loads(answer["result"]["content"][0]["text"])
        except (ValueError, KeyError, TypeError, IndexError):
            raise self._unusable(status) from None
        assert isinstance(result, dict)
        return result

    def _post(self, body: bytes) -> tuple[int, bytes]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
            "MCP-Protocol-Version": PROTOCOL,
        }
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.project:
            headers["X-Codex-Project"] = self.project
        connection, path = self._connection()
        try:
            connection.request("POST", path, body, headers)
            response = connection.getresponse()
            return response.status, response.read(ANSWER_MAX_BYTES)
        except TimeoutError:
            raise CommandFailure(f"The server at {self.url} did not answer within {self.timeout:g} seconds.") from None
        except OSError as error:
            reason = error.strerror or str(error) or type(error).__name__
            raise CommandFailure(f"The server at {self.url} cannot be reached: {reason}. Check CODEX_URL.") from None
        except http.client.HTTPException:
            raise CommandFailure(f"What answers at {self.url} is not an HTTP server. Check CODEX_URL.") from None
        except (ValueError, UnicodeError):  # a line break in a header
            raise CommandFailure("CODEX_TOKEN has characters that no token has.") from None
        finally:
            connection.close()

    def _connection(self) -> tuple[http.client.HTTPConnection, str]:
        try:
            parts = urlsplit(self.url)
            host, port = parts.hostname, parts.port
            if parts.scheme not in ("http", "https") or not host or parts.username or not self.url.isascii():
                raise ValueError
        except ValueError:
            raise CommandFailure("CODEX_URL must be an address such as http://127.0.0.1:8000/mcp.") from None
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        return kind(host, port, timeout=self.timeout), parts.path or "/"

    def _refused(self, tool: str, error: dict[str, Any]) -> CommandFailure:
        if error.get("code") == METHOD_NOT_FOUND:
            return CommandFailure(f"The server at {self.url} has no {tool} for this token. It may be a read-only one.")
        return CommandFailure(str(error["message"]))

    def _unusable(self, status: int) -> CommandFailure:
        if status == 401:
            kind = "refuses the token in CODEX_TOKEN" if self.token else "asks for a token: set CODEX_TOKEN"
            return CommandFailure(f"The server at {self.url} {kind}.")
        return CommandFailure(f"The server at {self.url} answered {status}, and not as an MCP server. Check CODEX_URL.")
