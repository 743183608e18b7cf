"""A real embedding endpoint over HTTP, as OpenAI documents it, whose behaviour a test changes as it goes."""

from __future__ import annotations

import hashlib
import json
import math
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# What an embedding knows and words do not: these mean the same.
SYNONYMS = {"automobile": "car", "vehicle": "car", "physician": "doctor", "medic": "doctor", "abode": "house"}
KEY = "sk-secret-of-the-tests"


def embedding_of(text: str, numbers: int) -> list[float]:
    """An embedding of a text: one direction for each of its words, synonyms alike."""
    words = [SYNONYMS.get(word, word) for word in re.findall(r"\w+", text.lower())]
    sums = [0.0] * numbers
    for word in words or [""]:
        digest = hashlib.shake_256(word.encode()).digest(numbers)
        for place, byte in enumerate(digest):
            sums[place] += byte - 127.5
    length = math.hypot(*sums)
    return [number / length for number in sums]


class Endpoint:
    """What the endpoint does, and what it was asked.

    Args:
        numbers: of an embedding.
        status: of its answers; with another than 200, the body repeats key and texts, as real ones do.
        refuses: texts longer than so many characters are answered 400.
        body: the answer, instead of embeddings.
    """

    def __init__(self, numbers: int = 64) -> None:
        self.numbers = numbers
        self.status = 200
        self.refuses: int | None = None
        self.refuses_containing: str | None = None
        self.body: bytes | None = None
        self.headers: dict[str, str] = {}
        self.may_answer = threading.Event()  # cleared: requests wait
        self.may_answer.set()
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self._arrived = threading.Condition()
        self.url = ""

    @property
    def texts(self) -> list[str]:
        with self._arrived:
            return [text for request in self.requests for text in request["input"]]

    def await_requests(self, count: int, patience: float = 30.0) -> None:
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.requests) >= count, patience), self.requests

    def variables(self, **more: str) -> dict[str, str]:
        """The environment of a server that uses this endpoint."""
        given = {"EMBEDDING_PROVIDER": "http", "EMBEDDING_URL": self.url, "EMBEDDING_MODEL": "words"}
        return {**given, "EMBEDDING_API_KEY": KEY, **more}

    def answer(self, request: dict[str, Any], key: str | None) -> tuple[int, bytes]:
        with self._arrived:
            self.requests.append(request)
            self.keys.append(key)
            self._arrived.notify_all()
        self.may_answer.wait(30)
        texts: Sequence[str] = request["input"]
        status = self.status
        if self.refuses is not None and any(len(text) > self.refuses for text in texts):
            status = 400
        if self.refuses_containing is not None and any(self.refuses_containing in text for text in texts):
            status = 400
        if status != 200:
            return status, f"Incorrect API key {key} for {texts}".encode()
        if self.body is not None:
            return status, self.body
        data = [{"index": n, "embedding": embedding_of(text, self.numbers)} for n, text in enumerate(texts)]
        return status, json.dumps({"object": "list", "data": data[::-1], "model": request["model"]}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    endpoint: Endpoint

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/v1/embeddings":
            status, answer = self.endpoint.answer(json.loads(body), self.headers.get("Authorization"))
        else:
            status, answer = 404, b""
        try:
            self.send_response(status)
            for name, value in self.endpoint.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:  # the client went away
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        pass


@contextmanager
def embedding_endpoint(numbers: int = 64) -> Iterator[Endpoint]:
    endpoint = Endpoint(numbers)
    handler = type("Handler", (_Handler,), {"endpoint": endpoint})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.may_answer.set()
        server.shutdown()
        server.server_close()
        thread.join()
