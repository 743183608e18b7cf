"""Files of memories: opened for reading, whatever they are compressed with, and written as a whole or not at all."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import zstandard

from memories.moving.errors import DamagedError, MovingError

STANDARD = "-"  # as a name of a file: standard input, or standard output
LINE_MAX_BYTES = 64 * 1024 * 1024  # a longer line is set aside without being held whole
HEAD_BYTES = 256 * 1024  # from which a format is detected
_BUFFER = 1024 * 1024
_LAYERS = 3  # compressed files within compressed files
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What people give by mistake, by its first bytes.
_KNOWN = {
    b"SQLite format 3\x00": "an SQLite database; export it with the program that it belongs to, then import that file",
    b"PK\x03\x04": "a zip archive; unpack it, then import the file or the folder in it",
    b"PGDMP": "a dump of PostgreSQL; restore it with pg_restore",
    b"%PDF": "a PDF",
}


class Reader(io.BufferedReader):
    """A decompressed file.

    Args:
        head: its first HEAD_BYTES, which are read again.
        source: the file as it is, whose position tells how much was read.
        size: of the file as it is, in bytes; None if that is not known.
    """

    def __init__(self, raw: _Layer, head: bytes, source: BinaryIO, size: int | None) -> None:
        super().__init__(raw, _BUFFER)
        self.head = head
        self.source = source
        self.size = size

    def position(self) -> int:
        """How many bytes of the file as it is were read."""
        with suppress(OSError, ValueError):
            return self.source.tell()
        return 0


class _Layer(io.RawIOBase):
    """What a decompressor returns, whose errors become ours, after `start`, which was read before."""

    def __init__(self, source: Any, start: bytes = b"", at_most: int | None = None) -> None:
        self._source = source
        self._start = memoryview(start)
        self._at_most = at_most
        self._passed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._start:
            data = self._start[: len(buffer)]
            self._start = self._start[len(data) :]
        else:
            try:
                data = self._source.read1(len(buffer))  # what comes before an error is not lost
            except (EOFError, gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
                raise DamagedError("The compressed file ends too early or is damaged.") from error
        buffer[: len(data)] = data
        self._passed += len(data)
        if self._at_most is not None and self._passed > self._at_most:
            raise MovingError(f"It is too large: at most {self._at_most // 1024**2} MB when it is decompressed.")
        return len(data)


@contextmanager
def reading(name: str, *, title: str = "", at_most: int | None = None) -> Iterator[Reader]:
    """Open a file, or standard input, whatever its name says that it is.

    Args:
        title: how messages name it, if not by its name.
        at_most: how many bytes of text it may hold.

    Raises:
        MovingError: it cannot be read, is too large, or is no text.
    """
    title = title or name
    with ExitStack() as stack:
        try:
            source = sys.stdin.buffer if name == STANDARD else stack.enter_context(Path(name).open("rb", _BUFFER))
            size = os.fstat(source.fileno()).st_size if name != STANDARD else None
            layer = _decompressed(source)
            head = _start_of(layer, HEAD_BYTES)
        except OSError as error:
            raise MovingError(f"{title} cannot be read: {error.strerror or error}.") from error
        text = _text_of(title, head)
        yield Reader(_Layer(layer, text, at_most), text, source, size)


def _decompressed(source: Any) -> Any:
    """The innermost layer, which is not compressed."""
    for _ in range(_LAYERS):
        start = _start_of(source, len(_ZSTD))
        source = io.BufferedReader(_Layer(source, start), _BUFFER)
        if start.startswith(_GZIP):
            source = gzip.GzipFile(fileobj=source)
        elif start.startswith(_ZSTD):
            source = zstandard.ZstdDecompressor().stream_reader(source, read_across_frames=True)
        else:
            break
    return source


def _start_of(source: Any, size: int) -> bytes:
    """The first bytes; fewer where there are no more, or they cannot be decompressed."""
    start = b""
    with suppress(EOFError, gzip.BadGzipFile, zlib.error, zstandard.ZstdError, DamagedError):
        while len(start) < size and (more := source.read1(size - len(start))):
            start += more
    return start


def _text_of(name: str, head: bytes) -> bytes:
    """The beginning of a text, without a byte order mark.

    Raises:
        MovingError: it is empty, or no text.
    """
    if not head:
        raise MovingError(f"{name} is empty, or cannot be decompressed.")
    for magic, what in _KNOWN.items():
        if head.startswith(magic):
            raise MovingError(f"{name} is {what}.")
    if head.startswith(_UTF_16) or b"\x00" in head[:4]:
        raise MovingError(f"{name} is not in UTF-8 but, it seems, in UTF-16 or UTF-32; save it as UTF-8.")
    if b"\x00" in head:
        raise MovingError(f"{name} is a binary file, and no export that can be imported.")
    return head.removeprefix(_BYTE_ORDER_MARK)


@dataclass(frozen=True)
class Line:
    """A line without its line break; None instead of the text of one that is longer than LINE_MAX_BYTES."""

    number: int
    text: bytes | None


def lines(reader: Reader, keep: IO[bytes] | None = None) -> Iterator[Line]:
    """Read lines that are not blank, numbered from 1.

    Args:
        keep: where to write lines that are too long to hold.
    """
    number = 0
    while text := reader.readline(LINE_MAX_BYTES + 1):
        number += 1
        if len(text) > LINE_MAX_BYTES and not text.endswith(b"\n"):
            _pass_on(text, reader, keep)
            yield Line(number, None)
        elif stripped := text.strip():
            yield Line(number, stripped)


def _pass_on(text: bytes, reader: Reader, keep: IO[bytes] | None) -> None:
    while text:
        if keep is not None:
            keep.write(text)
        if text.endswith(b"\n"):
            return
        text = reader.readline(_BUFFER)
    if keep is not None:
        keep.write(b"\n")


def for_owner_only(name: str, flags: int) -> int:
    """Open a file with mode 0600 if it is new: an `opener` of `open`."""
    return os.open(name, flags, 0o600)


class Writer:
    """A file that appears under its name when it is complete, with mode 0600; or standard output, or a device.

    Use it as a context: if the block fails, nothing is left. A name that ends in `.gz` or `.zst` compresses.

    Raises:
        MovingError: it cannot be written; nothing is left under its name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._path = None if name == STANDARD else Path(os.path.realpath(name))
        self._temporary: str | None = None
        self._layers: list[IO[bytes]] = []

    def __enter__(self) -> Writer:
        with self._reporting():
            self._layers.append(self._opened())
            if self._name.endswith(".gz"):
                self._layers.append(
                    cast("IO[bytes]", gzip.GzipFile(fileobj=self._layers[0], mode="wb", compresslevel=6))
                )
            elif self._name.endswith(".zst"):
                compressor = zstandard.ZstdCompressor(level=3, write_checksum=True)
                self._layers.append(cast("IO[bytes]", compressor.stream_writer(self._layers[0], closefd=False)))
        return self

    def _opened(self) -> IO[bytes]:
        if self._path is None:
            return os.fdopen(os.dup(sys.stdout.fileno()), "wb", _BUFFER)
        if self._path.exists() and not self._path.is_file():  # a device or a pipe, which nothing may replace
            return self._path.open("wb", _BUFFER)
        descriptor, self._temporary = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
        return os.fdopen(descriptor, "wb", _BUFFER)

    def write(self, data: bytes) -> None:
        with self._reporting():
            self._layers[-1].write(data)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                with self._reporting():
                    self._complete()
        finally:
            for layer in reversed(self._layers):
                with suppress(OSError, zstandard.ZstdError):
                    layer.close()
            if self._temporary is not None:
                with suppress(OSError):
                    os.unlink(self._temporary)

    def _complete(self) -> None:
        for layer in self._layers[:0:-1]:
            layer.close()
        file = self._layers[0]
        file.flush()
        if self._temporary is None or self._path is None:
            return
        os.fsync(file.fileno())
        os.replace(self._temporary, self._path)
        self._temporary = None
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            where = "Standard output" if self._path is None else self._name
            is_device = self._path is None or (self._path.exists() and not self._path.is_file())
            rest = "" if is_device else " Nothing was left under this name."
            raise MovingError(f"{where} cannot be written: {error.strerror or error}.{rest}") from error
