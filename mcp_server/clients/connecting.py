"""Writing our entry into a client's files, and taking it out again."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import which

from mcp_server.clients import files, jsonc
from mcp_server.clients.client import NAME, Client, Entry, Scope, Server, StdioServer
from mcp_server.clients.documents import Document
from mcp_server.clients.errors import ClientError
from mcp_server.clients.hooks import HookCommands, add_hooks, mentions_us, remove_hooks
from mcp_server.clients.receipts import Receipt, Receipts, digest

CLIENT_TIMEOUT = 30  # seconds, for a client's own command

Report = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """A client's files in one scope.

    Args:
        project: the folder of the project; used by the scope `project`.
        receipts: where backups are kept.
        report: is told what was done, a sentence at a time.
    """

    client: Client
    scope: Scope
    project: Path
    receipts: Receipts
    report: Report = field(repr=False)

    def __post_init__(self) -> None:
        if self.scope == "project" and self.client.project is None:
            raise ClientError(
                f"{self.client.title} reads no configuration from a project. Connect it with --scope user."
            )

    @property
    def servers(self) -> Path:
        """The file that holds the servers."""
        if self.scope == "user" or self.client.project is None:
            return self.client.user.path()
        return _in_project(self.project, self.client.project)

    @property
    def hooks(self) -> Path | None:
        """The file that holds the hooks; None if the client has none."""
        hooks = self.client.hooks
        if hooks is None:
            return None
        return hooks.user.path() if self.scope == "user" or hooks.project is None else self.project / hooks.project[0]

    def open(self, path: Path, *, is_json: bool = False) -> Document:
        file = files.read(path, within=self.project if self.scope == "project" else None)
        return Document(file, jsonc if is_json else self.client.language)


def _in_project(project: Path, names: tuple[str, ...]) -> Path:
    return next((project / name for name in names if (project / name).exists()), project / names[0])


def entry_for(client: Client, server: Server) -> Entry:
    """Our entry in a client's file.

    Raises:
        ClientError: the client's file cannot hold it.
    """
    if isinstance(server, StdioServer):
        return client.stdio(server, client.reference)
    if client.http is None:
        raise ClientError(f"{client.title}'s configuration file cannot hold an HTTP server. {client.instead_of_http}")
    if server.token_variable is not None and client.reference is None:
        raise ClientError(
            f"{client.title}'s configuration file cannot name an environment variable, and a token is never written "
            "into it. Leave --token-env out to log in with OAuth."
        )
    return client.http(server, client.reference)


def connect(place: Place, entry: Entry, hooks: HookCommands | None, *, private: bool = False) -> None:
    """Write our entry, and the hooks if any, into a client's files. What is there already is left alone.

    Args:
        private: whether the file must become readable by its owner only.

    Raises:
        ClientError: a file cannot be used. None was changed, or (with the client's own command) `disconnect` undoes it.
    """
    documents = {place.servers: place.open(place.servers)}
    if hooks is not None:
        assert place.hooks is not None
        if place.hooks not in documents:
            documents[place.hooks] = place.open(place.hooks, is_json=True)
        add_hooks(documents[place.hooks], place.client, hooks)
    main = documents[place.servers]
    path = [*place.client.key, NAME]
    is_new = main.get(path) != entry
    program = _program(place.client)
    if is_new and program is not None and not private:
        _add_by_program(place, program, entry, replacing=main.get(path) is not None)
    elif is_new:
        main.put(path, entry)
    changed = [document for document in documents.values() if document.is_changed]
    for document in changed:
        _write(place, document, mode=files.PRIVATE if private and document is main else None)
    if not changed and not is_new:
        place.report(f"{place.client.title} is connected already: {main.file.path}.")


def disconnect(place: Place) -> None:
    """Undo what `connect` did, in all files of the scope.

    Raises:
        ClientError: a file cannot be used.
    """
    paths = [path for path in (place.servers, place.hooks) if path is not None]
    documents = {path: place.open(path, is_json=path == place.hooks) for path in paths}
    if place.hooks is not None and place.hooks != place.servers:
        remove_hooks(documents[place.hooks], place.client)
    main = documents[place.servers]
    path = [*place.client.key, NAME]
    program = _program(place.client)
    was_removed = main.get(path) is not None
    if was_removed and program is not None:
        _remove_by_program(place, program)
        main = documents[place.servers] = place.open(place.servers)
    elif was_removed:
        main.remove(path)
    if place.hooks == place.servers:
        remove_hooks(main, place.client)
    changed = [document for document in documents.values() if document.is_changed]
    for document in changed:
        _undo(place, document)
    if not changed and not was_removed:
        place.report(f"{place.client.title} was not connected: {main.file.path} has no {NAME}.")


def _program(client: Client) -> str | None:
    """The client's own command, if it has one that is installed."""
    return which(client.command_line.program) if client.command_line is not None else None


def _add_by_program(place: Place, program: str, entry: Entry, *, replacing: bool) -> None:
    backup = place.receipts.keep(files.read(place.servers))
    if replacing:
        _run(place, program, *_arguments(place, "remove"))
    _run(place, program, *_arguments(place, "add", entry))
    if place.open(place.servers).get([*place.client.key, NAME]) != entry:
        raise ClientError(f"{place.client.title} says that it added {NAME}, but {place.servers} does not have it.")
    _report_connected(place, place.servers, backup)


def _remove_by_program(place: Place, program: str) -> None:
    place.receipts.keep(files.read(place.servers))
    _run(place, program, *_arguments(place, "remove"))
    place.report(f"Disconnected {place.client.title}: {place.servers}.")


def _arguments(place: Place, action: str, entry: Entry | None = None) -> Iterator[str]:
    values = {"name": NAME, "scope": place.scope, "entry": json.dumps(entry)}
    for argument in getattr(place.client.command_line, action):
        yield argument.format(**values)


def _run(place: Place, program: str, *arguments: str) -> None:
    name = Path(program).name
    try:
        run = subprocess.run(
            (program, *arguments),
            cwd=place.project if place.scope == "project" else None,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
            timeout=CLIENT_TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        raise ClientError(
            f"`{name} {arguments[0]} {arguments[1]}` did not end within {CLIENT_TIMEOUT} seconds."
        ) from None
    except OSError as error:
        raise ClientError(f"{program} cannot be started: {error.strerror}.") from None
    if run.returncode != 0:
        lines = (run.stderr.strip() or run.stdout.strip()).splitlines()
        reason = lines[-1][:300] if lines else f"exit status {run.returncode}"
        raise ClientError(f"`{name} {arguments[0]} {arguments[1]}` failed: {reason}")


def _report_connected(place: Place, path: Path, backup: Path) -> None:
    done = "Connected" if path == place.servers else "Added hooks for"
    kept = f" The file as it was: {backup}." if backup.exists() else ""
    place.report(f"{done} {place.client.title}: {path}.{kept}")


def _write(place: Place, document: Document, mode: int | None = None) -> None:
    """Write a document, and keep what is needed to undo that."""
    file, receipts = document.file, place.receipts
    earlier = receipts.find(file)
    if earlier is not None and earlier.after == digest(file.text or ""):
        receipt = earlier  # its backup is the file without our entry
        backup = receipts.backup_of(file)
    else:
        backup = receipts.keep(file)
        receipt = Receipt(existed=file.text is not None, after="")
        if earlier is not None:  # somebody changed the file since
            receipt.existed, receipt.made, receipt.folders = earlier.existed, earlier.made, earlier.folders
    receipt.made = [*receipt.made, *(path for path in document.made if path not in receipt.made)]
    receipt.after = digest(document.text)
    receipts.save(file, receipt)  # first: should the write be cut off, there is nothing to undo
    folders = files.write(file, document.text, mode=mode)
    if folders:
        receipt.folders = [str(folder) for folder in folders]
        receipts.save(file, receipt)
    _report_connected(place, file.path, backup)


def _undo(place: Place, document: Document) -> None:
    """Write a document without what is ours: as the file was, if nobody changed it since."""
    file, receipts = document.file, place.receipts
    receipt = receipts.find(file)
    text = document.text
    if receipt is not None:
        document.remove_empty(receipt.made)
        text = document.text
        is_untouched = receipt.after == digest(file.text or "")
        before = receipts.before(file)
        if not receipt.existed and (is_untouched or set(document.get([])) <= _preamble(place.client)):
            files.delete(file, [Path(folder) for folder in receipt.folders])
            receipts.forget(file)
            place.report(f"Disconnected {place.client.title}: {file.path} was removed, as it was made by connect.")
            return
        if is_untouched and before is not None and not _has_ours(place, document, before):
            text = before
    if receipt is None or text != receipts.before(file):
        receipts.keep(file)
    files.write(file, text)
    receipts.forget(file)
    place.report(f"Disconnected {place.client.title}: {file.path}.")


def _preamble(client: Client) -> set[str]:
    """What a file that was made for our hooks has besides them."""
    return set(client.hooks.preamble) if client.hooks is not None else set()


def _has_ours(place: Place, document: Document, before: str) -> bool:
    """Whether a backup has an entry or hooks of ours itself: then it is not what `disconnect` must leave."""
    earlier = Document(replace(document.file, text=before), document.language)
    return mentions_us(before) or earlier.get([*place.client.key, NAME]) is not None
