"""The file of what an import refused or set aside: the lines as they were, to be mended and imported again."""

from __future__ import annotations

from typing import IO, Any, cast

from memories.moving import files
from memories.moving.errors import MovingError


class Rejects:
    """A file, of mode 0600, that is made when there is something to write.

    Args:
        name: of the file.
        header: its first line, until something is written.
    """

    def __init__(self, name: str, header: bytes = b"") -> None:
        self.name = name
        self.header = header
        self._file: IO[bytes] | None = None

    @property
    def is_empty(self) -> bool:
        return self._file is None

    def write(self, data: bytes) -> int:
        """Write a part of a line, like a file.

        Raises:
            MovingError: it cannot be written.
        """
        try:
            if self._file is None:
                self._file = open(self.name, "wb", opener=files.for_owner_only)  # noqa: SIM115 - closed by `close`
                self._file.write(self.header)
            return self._file.write(data)
        except OSError as error:
            raise MovingError(
                f"{self.name} cannot be written: {error.strerror or error}. Name another with --rejects."
            ) from error

    def close(self) -> None:
        if self._file is not None:
            try:
                self._file.close()
            except OSError as error:
                raise MovingError(f"{self.name} cannot be written: {error.strerror or error}.") from error

    def as_file(self) -> IO[bytes]:
        return cast("IO[Any]", self)
