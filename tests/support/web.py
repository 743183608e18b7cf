"""The web side as in production: gunicorn, on a free port of the loopback interface."""

from __future__ import annotations

import asyncio
import http.client
import http.cookiejar
import re
import shlex
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple, Self

from prometheus_client.parser import text_string_to_metric_families

from tests.support.waiting import PATIENCE, until

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "operations.md").read_text()
COMMAND = (sys.executable, "-m", "gunicorn", "--bind=127.0.0.1:0", "--workers=1", "--threads=16")


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Web:
    """A running gunicorn."""

    def __init__(self, environment: Mapping[str, str], *options: str, application: str = "codex_project.wsgi") -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        command = (*COMMAND, *options, application)
        self.process = subprocess.Popen(command, env=dict(environment), stdout=self._log, stderr=self._log)
        until(lambda: self._address() or self.process.poll() is not None, "listening")
        address = self._address()
        assert address is not None, self.log
        self.port = int(address.group(1))

    def _address(self) -> re.Match[str] | None:
        return re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", self.log)

    @property
    def log(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def ask(self, method: str, path: str, body: str | None = None, **headers: Any) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: Any) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, form: str, **headers: Any) -> Answer:
        return self.ask("POST", path, form, **{"Content-Type": "application/x-www-form-urlencoded", **headers})

    def log_in(self, name: str, password: str) -> Visitor:
        """Log in to the admin like a browser."""
        visitor = Visitor(self.port)
        visitor.log_in(name, password)
        return visitor

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self._log.close()


def documented_options() -> list[str]:
    """Return gunicorn's options in docs/operations.md, except for the address."""
    commands = re.findall(r"gunicorn (--bind.*)", DOCUMENT)
    assert len(commands) == 2
    assert commands[0] == commands[1]
    options = shlex.split(commands[0])
    assert options[-1] == "codex_project.wsgi"
    return [option for option in options[:-1] if option not in ("--bind", "127.0.0.1:8000")]


async def ask_at_once(port: int, paths: list[str]) -> list[tuple[int, float]]:
    """Connect once per path, then send all requests at once; return the status and the seconds of each response."""
    connections = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", port) for _ in paths))
    began = time.monotonic()

    async def answer(connection: tuple[asyncio.StreamReader, asyncio.StreamWriter], path: str) -> tuple[int, float]:
        reader, writer = connection
        writer.write(f"GET {path} HTTP/1.1\r\nHost: probe\r\nConnection: close\r\n\r\n".encode())
        async with asyncio.timeout(PATIENCE):
            status = int((await reader.read()).split()[1])
        seconds = time.monotonic() - began
        writer.close()
        await writer.wait_closed()
        return status, seconds

    return await asyncio.gather(*map(answer, connections, paths))


class Page(NamedTuple):
    address: str  # after redirects
    text: str


class Visitor:
    """A user with a browser: keeps cookies, follows redirects, sends the CSRF token of forms."""

    def __init__(self, port: int) -> None:
        self._site = f"http://127.0.0.1:{port}"
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))

    def log_in(self, name: str, password: str) -> None:
        self.get("/admin/login/")
        answer = self.post("/admin/login/", username=name, password=password, next="/admin/")
        assert answer.address == "/admin/", answer.text

    def get(self, path: str) -> Page:
        return self._open(path, None)

    def post(self, path: str, **fields: Any) -> Page:
        token = next(cookie.value for cookie in self._cookies if cookie.name == "csrftoken")
        return self._open(path, urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}, doseq=True).encode())

    def submit(self, page: Page, **fields: Any) -> Page:
        """Submit the main form of a page, not the one that logs out."""
        body = page.text[page.text.index('id="content"') :]
        action, form = re.findall(r'<form method="post"(?: action="([^"]*)")?[^>]*>(.*?)</form>', body, re.DOTALL)[0]
        hidden: dict[str, Any] = {}
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
            hidden.setdefault(unescape(name), []).append(unescape(value))
        return self.post(unescape(action) or page.address, **{**hidden, **fields})

    def _open(self, path: str, data: bytes | None) -> Page:
        with self._opener.open(self._site + path, data, PATIENCE) as answer:
            return Page(answer.geturl().removeprefix(self._site), answer.read().decode())


def samples(page: bytes) -> dict[tuple[str, ...], float]:
    """Return the samples of a metrics page by name and label values, in the order of the label names."""
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
    }
