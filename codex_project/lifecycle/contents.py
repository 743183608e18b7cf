"""What a copy of a database consists of, wherever it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Protocol, Self

from memories.moving.errors import DamagedError

_DIGEST_BYTES = 16
_MODULUS = 1 << (8 * _DIGEST_BYTES)


@dataclass(frozen=True)
class Table:
    """A table, with the columns that are stored (not computed), and how many rows it has."""

    schema: str
    name: str
    columns: tuple[str, ...]
    rows: int

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}"


@dataclass(frozen=True)
class Sequence:
    """A sequence and the last number that it gave."""

    schema: str
    name: str
    value: int


@dataclass(frozen=True)
class Header:
    """What is known of a database before its rows are read.

    Args:
        version: of Codex Memory.
        created_at: when the snapshot began, in RFC 3339.
        postgresql: the server's version, such as 180004.
        schemas: those that hold something, `public` among them.
        extensions: pairs of an extension and its schema.
        migrations: pairs of an app and the name of a migration that was applied.
        embedding_dimensions: -1 if there are no embeddings.
        before, after: SQL that creates what rows need, and what is created faster, or must be, once they are there.
    """

    version: str
    created_at: str
    postgresql: int
    schemas: tuple[str, ...]
    extensions: tuple[tuple[str, str], ...]
    migrations: tuple[tuple[str, str], ...]
    embedding_dimensions: int
    tables: tuple[Table, ...]
    sequences: tuple[Sequence, ...]
    before: str
    after: str

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)

    @property
    def memories(self) -> int:
        return sum(table.rows for table in self.tables if table.name == "memories")

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Make a header of JSON.

        Raises:
            DamagedError: it lacks something, or has it in another form.
        """
        try:
            return cls(
                version=str(values["version"]),
                created_at=str(values["created_at"]),
                postgresql=int(values["postgresql"]),
                schemas=tuple(map(str, values["schemas"])),
                extensions=tuple((str(name), str(schema)) for name, schema in values["extensions"]),
                migrations=tuple((str(app), str(name)) for app, name in values["migrations"]),
                embedding_dimensions=int(values["embedding_dimensions"]),
                tables=tuple(
                    Table(str(each["schema"]), str(each["name"]), tuple(map(str, each["columns"])), int(each["rows"]))
                    for each in values["tables"]
                ),
                sequences=tuple(
                    Sequence(str(each["schema"]), str(each["name"]), int(each["value"])) for each in values["sequences"]
                ),
                before=str(values["before"]),
                after=str(values["after"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedError("The header of the backup is incomplete.") from error


@dataclass
class Digest:
    """How many rows a table has, and a hash of all of them, whatever their order."""

    rows: int = 0
    total: int = 0

    def add(self, row: bytes) -> None:
        """Add a row, as COPY writes it, with its line break."""
        self.rows += 1
        self.total += int.from_bytes(hashlib.blake2b(row, digest_size=_DIGEST_BYTES).digest(), "big")

    @property
    def hex(self) -> str:
        return f"{self.total % _MODULUS:0{2 * _DIGEST_BYTES}x}"

    def is_of(self, other: Digest) -> bool:
        return (self.rows, self.hex) == (other.rows, other.hex)


class Contents(Protocol):
    """A database, or a backup of one."""

    @property
    def header(self) -> Header: ...

    def rows(self, table: Table) -> Iterator[bytes]:
        """The rows of a table, each with its line break. Tables are read once, in the order of the header."""
        ...


class Progress(Protocol):
    """Shows how far a command is."""

    def begin(self, what: str, rows: int) -> None: ...

    def advance(self, rows: int) -> None: ...
