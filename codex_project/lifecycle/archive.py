"""Backups: a snapshot in a file of text.

The first line is the header, as JSON. Then come the rows of each table, in the header's order, as COPY writes them.
Each table ends with a line of `\\.`, the number of its rows and their digest. The last line has the SHA-256 of the
header.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import orjson

from codex_project.lifecycle.contents import Contents, Digest, Header, Progress, Table
from codex_project.lifecycle.target import ADVANCE_ROWS
from memories.moving import exporting, files
from memories.moving.errors import DamagedError, MovingError

FORMAT = 1  # raised by changes that an older version cannot read
KEY = "codex_memory_backup"
LINE_MAX = 1 << 30  # bytes of a row; PostgreSQL's own limit
_END = b"\\."


class Archive:
    """A backup that is being read.

    Raises:
        DamagedError: it ends too early, or is not as it was written.
    """

    def __init__(self, name: str, reader: files.Reader) -> None:
        self._name = name
        self._reader = reader
        line = reader.readline(LINE_MAX)
        self._checksum = hashlib.sha256(line).hexdigest()
        self.header = _header(name, line)

    def rows(self, table: Table) -> Iterator[bytes]:
        digest = Digest()
        while not (line := self._line()).startswith(_END):
            digest.add(line)
            yield line
        if _fields(line) != [str(digest.rows), digest.hex] or digest.rows != table.rows:
            raise DamagedError(f"{self._name} is damaged: the rows of {table} are not as they were written.")

    def check_end(self) -> None:
        if _fields(self._line()) != ["end", self._checksum] or self._reader.read(1):
            raise DamagedError(f"{self._name} is damaged: its end is not as it was written.")

    def _line(self) -> bytes:
        line = self._reader.readline(LINE_MAX)
        if not line.endswith(b"\n"):
            raise DamagedError(f"{self._name} ends too early: it is not the whole backup.")
        return line


def _fields(line: bytes) -> list[str]:
    return line.decode(errors="replace").rstrip("\n").split("\t")[1:]


def _header(name: str, line: bytes) -> Header:
    try:
        values = orjson.loads(line)
    except orjson.JSONDecodeError:
        values = None
    if not isinstance(values, dict) or not isinstance(values.get(KEY), int):
        if isinstance(values, dict) and exporting.HEADER_KEY in values:
            raise MovingError(f"{name} is an export, and no backup: use `import_memories`.")
        if line.startswith(f'{{"{KEY}"'.encode()):
            raise DamagedError(f"{name} ends too early: it is not the whole backup.")
        raise MovingError(f"{name} is no backup of Codex Memory.")
    if values[KEY] > FORMAT:
        raise MovingError(f"{name} was written by a newer version of Codex Memory ({values.get('version')}): upgrade.")
    return Header.from_dict(values)


@contextmanager
def reading(name: str) -> Iterator[Archive]:
    """Open a backup, compressed or not, whatever its name says.

    Raises:
        MovingError: it cannot be read, or is no backup.
    """
    with files.reading(name) as reader:
        yield Archive(name, reader)


def check(name: str, progress: Progress) -> tuple[Header, dict[Table, Digest]]:
    """Read a backup completely.

    Raises:
        MovingError: it cannot be read, is no backup, or is damaged.
    """
    digests: dict[Table, Digest] = {}
    with reading(name) as archive:
        progress.begin("verifying", archive.header.rows)
        for table in archive.header.tables:
            digests[table] = _digest(archive.rows(table), progress)
        archive.check_end()
    return archive.header, digests


def _digest(rows: Iterator[bytes], progress: Progress) -> Digest:
    digest = Digest()
    for row in rows:
        digest.add(row)
        if digest.rows % ADVANCE_ROWS == 0:
            progress.advance(ADVANCE_ROWS)
    progress.advance(digest.rows % ADVANCE_ROWS)
    return digest


def write(name: str, contents: Contents, progress: Progress, *, overwrite: bool = False) -> int:
    """Write a backup, read it again, compare it, and give it its name. Its mode is 0600.

    Returns: its size in bytes.

    Raises:
        MovingError: there is such a file, it cannot be written, or is not what was to be written.
        psycopg.Error: the database.
    """
    path = Path(os.path.realpath(name))
    check_name(name, overwrite=overwrite)
    # The end of the name decides about compression.
    draft = path.with_name(f".{secrets.token_hex(4)}.{path.name}")
    try:
        written = _write(str(draft), contents, progress)
        header, digests = check(str(draft), progress)
        if header != contents.header or digests != written:
            raise MovingError(f"{name} is not what was written: is the disk broken? Nothing was left under this name.")
        size = draft.stat().st_size
        os.replace(draft, path)
        _flush(path.parent)
        return size
    except MovingError as error:
        raise type(error)(str(error).replace(str(draft), name)) from error
    except OSError as error:
        raise MovingError(f"{name} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def check_name(name: str, *, overwrite: bool) -> None:
    """Check that a backup can be written under a name.

    Raises:
        MovingError: it exists, or is no file.
    """
    path = Path(name)
    if name == files.STANDARD or (path.exists() and not path.is_file()):
        raise MovingError("A backup is read again when it is written, so it must be a file.")
    if path.exists() and not overwrite:
        raise MovingError(f"{name} exists already, and is left as it is; --overwrite replaces it.")


def _write(name: str, contents: Contents, progress: Progress) -> dict[Table, Digest]:
    header = orjson.dumps({KEY: FORMAT, **contents.header.as_dict()}) + b"\n"
    digests: dict[Table, Digest] = {}
    with files.Writer(name) as file:
        file.write(header)
        progress.begin("rows", contents.header.rows)
        for table in contents.header.tables:
            digests[table] = digest = Digest()
            for row in contents.rows(table):
                digest.add(row)
                file.write(row)
                if digest.rows % ADVANCE_ROWS == 0:
                    progress.advance(ADVANCE_ROWS)
            progress.advance(digest.rows % ADVANCE_ROWS)
            file.write(_line(digest.rows, digest.hex))
        file.write(_line("end", hashlib.sha256(header).hexdigest()))
    return digests


def _line(*fields: Any) -> bytes:
    return b"\t".join((_END, *(str(field).encode() for field in fields))) + b"\n"


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
