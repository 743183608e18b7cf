"""What was changed in a configuration file, so that it can be undone; the file as it was is kept as a backup.

They are kept in CODEX_DATA_DIR, not beside the file, where a project's backup would be committed to its repository. A
file that nobody has changed since is put back byte for byte; in any other, only what was added is taken out.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mcp_server.clients import files
from mcp_server.clients.errors import ClientError


@dataclass
class Receipt:
    """Args:
    existed: whether there was a file before.
    after: SHA-256 of the file that was written.
    made: paths of the objects and arrays within the file that were made, the outermost first.
    folders: the folders that were made, the outermost first.
    """

    existed: bool
    after: str
    made: list[list[str]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Receipts:
    """The receipts in one folder, one for each configuration file."""

    folder: Path

    def backup_of(self, file: files.File) -> Path:
        return self._place(file) / file.target.name

    def keep(self, file: files.File) -> Path:
        """Keep a copy of a file as it is now; return where.

        Raises:
            ClientError: the copy cannot be written, so the file must not be changed.
        """
        backup = self.backup_of(file)
        try:
            files.make_folders(backup.parent, 0o700)
            backup.unlink(missing_ok=True)
            if file.text is not None:
                shutil.copyfile(file.target, backup)
                backup.chmod(files.PRIVATE)
        except OSError as error:
            raise ClientError(
                f"No backup can be kept in {backup.parent}: {error.strerror}. Nothing was changed."
            ) from None
        return backup

    def find(self, file: files.File) -> Receipt | None:
        try:
            content: dict[str, Any] = json.loads((self._place(file) / "receipt.json").read_text("utf-8"))
            return Receipt(**content)
        except (OSError, ValueError, TypeError):
            return None

    def save(self, file: files.File, receipt: Receipt) -> None:
        place = self._place(file) / "receipt.json"
        try:
            place.touch(mode=files.PRIVATE)
            place.write_text(json.dumps(vars(receipt)), "utf-8")
        except OSError as error:
            raise ClientError(f"{place} cannot be written: {error.strerror}.") from None

    def before(self, file: files.File) -> str | None:
        """The text of the backup; None if there was no file."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self.backup_of(file).read_bytes().decode().removeprefix(files.BOM)
        return None

    def forget(self, file: files.File) -> None:
        """Forget a file whose changes were undone; its backup stays."""
        (self._place(file) / "receipt.json").unlink(missing_ok=True)

    def _place(self, file: files.File) -> Path:
        digest = hashlib.sha256(str(file.target).encode(errors="surrogateescape")).hexdigest()
        return self.folder / digest[:16]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()
