"""`mcp_serve --http` as a process of its own."""

from __future__ import annotations

import http.client
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import Self

from tests.support.waiting import PATIENCE, until


class HttpServer:
    """A running HTTP server.

    Args:
        command: its command line; port 0 stands for a free one.
        environment: the complete environment of the process.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self.process = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._log
        )
        until(lambda: self._address() or self.process.poll() is not None, "listening")
        address = self._address()
        assert address is not None, self.log
        self.port = int(address.group(1))

    def _address(self) -> re.Match[str] | None:
        return re.search(r"Serving MCP on http://[^/ ]+:(\d+)/mcp", self.log)

    @property
    def log(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def get(self, path: str) -> tuple[int, str]:
        """Return the status and the body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()

    def stop(self) -> int:
        """End the process like an operator, and return its exit status."""
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.stop()
        self._log.close()
