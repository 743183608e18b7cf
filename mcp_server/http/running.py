"""Runs the HTTP server with uvicorn, in this process or in several."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

logger = logging.getLogger("mcp_server")

GRACE_SECONDS = 5  # for running calls, on SIGTERM
KEEP_ALIVE_SECONDS = 75  # that an idle connection stays open
BACKLOG = 2048
START_SECONDS = 60.0  # for a worker
FILES_WANTED = 65_536  # descriptors; every connection needs one


class AddressError(ValueError):
    """The address cannot be used; the message is a sentence."""


@dataclass(frozen=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        try:
            return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_address(text: str) -> Address:
    """Parse `[HOST:]PORT`, such as `8000`, `0.0.0.0:8000` or `[::1]:8000`.

    Raises:
        AddressError: it is none.
    """
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 65536) or (":" in host and host[:1] != "["):
        raise AddressError(f"{text!r} is not an address; write PORT or HOST:PORT, such as 127.0.0.1:8000.")
    return Address(host.strip("[]") or "127.0.0.1", int(port))


def listen(address: Address) -> socket.socket:
    """Open the socket that connections are accepted from.

    Raises:
        AddressError: the address cannot be used.
    """
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(BACKLOG)
    except OSError as error:
        raise AddressError(f"The server cannot listen on {address}: {error.strerror or error}.") from None
    listener.set_inheritable(True)
    return listener


def run(listener: socket.socket, *, workers: int, needs_token: bool, on_start: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT, then finish the running calls.

    Args:
        on_start: called as soon as clients can connect.
    """
    _raise_limit_of_files()
    config = configured(partial(create_application, needs_token=needs_token), workers)
    if workers == 1:
        on_start()
        Server(config).run([listener])
    else:
        Workers(config, listener, on_start).run()


def configured(create: Callable[[], Callable[..., Any]], workers: int = 1) -> uvicorn.Config:
    """Return uvicorn's settings for the ASGI application that `create` returns in each worker."""
    return uvicorn.Config(
        create,
        factory=True,
        http="mcp_server.http.connections:Connection",
        ws="none",
        lifespan="on",
        loop="uvloop" if _has_uvloop() else "asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        reset_contextvars=True,  # of pipelined requests, one must not begin as the caller of the one before
        proxy_headers=False,  # Django reads them, if TRUST_PROXY says so
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=BACKLOG,
        workers=workers,
    )


class Workers(Multiprocess):
    """uvicorn's workers, where Linux distributes the connections evenly: each worker listens for itself.

    Of a socket that all share, whichever worker wakes first accepts: of 64 connections one of two had up to 61.
    """

    def __init__(self, config: uvicorn.Config, listener: socket.socket, on_start: Callable[[], None]) -> None:
        shared: Any = listener
        if sys.platform == "linux":
            family, name = listener.family, listener.getsockname()
            listener.close()
            self._kept = _bound(family, name)  # the port, while no worker listens
            shared = _OwnListener(family, name)
        super().__init__(config, [shared])
        self._on_start = on_start

    def init_processes(self) -> None:
        super().init_processes()
        if all(process.wait_until_ready(START_SECONDS, self.should_exit) for process in self.processes):
            self._on_start()


class _OwnListener:
    """Becomes a socket of the worker's own in each worker that it is sent to."""

    def __init__(self, family: int, name: Any) -> None:
        self._where = family, name

    def __reduce__(self) -> tuple[Callable[..., socket.socket], tuple[int, Any]]:
        return _listening, self._where


def _bound(family: int, name: Any) -> socket.socket:
    """Bind one of several sockets that share an address."""
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listener.bind(name)
    return listener


def _listening(family: int, name: Any) -> socket.socket:
    listener = _bound(family, name)
    listener.listen(BACKLOG)
    return listener


class Server(uvicorn.Server):
    """uvicorn's server, which ends with status 0 after a signal instead of raising it again."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.handle_exit)
        yield


def create_application(*, needs_token: bool) -> Callable[..., Any]:
    """Create the application; in a worker, which starts as a new interpreter, set Django up first."""
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from mcp_server.http.application import Application

    _end_with_parent()
    return Application(needs_token=needs_token)


def _end_with_parent() -> None:
    """End this worker when the process that started it is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        multiprocessing.connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="parent").start()


def _raise_limit_of_files() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(FILES_WANTED, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _has_uvloop() -> bool:
    try:
        import uvloop  # noqa: F401
    except ImportError:
        return False
    return True
