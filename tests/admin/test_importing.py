"""Importing a file in the admin: upload, preview, import, audit trail; and who may, and how much."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import zstandard
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from memories.admin import importing
from memories.models import Memory
from tests.support.admin import LIST, MemoryFactory, text_of
from tests.support.moving import memory, of_records

ADDRESS = f"{LIST}import/"
EXPORT = of_records(*(memory(content=f"Content {number}", summary=f"Fact {number}") for number in range(12)))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.CODEX_DATA_DIR = tmp_path
    return tmp_path / "uploads"


def upload(client: Client, data: bytes, name: str = "export.jsonl", **fields: str) -> Any:
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data), **fields})


def token(page: Any) -> str:
    match = re.search(r'name="token" value="([^"]+)"', page.content.decode())
    assert match is not None
    return match[1]


def confirm(client: Client, page: Any) -> Any:
    return client.post(ADDRESS, {"token": token(page)})


def test_an_upload_is_previewed_and_stores_nothing(superuser: Client, folder: Path) -> None:
    page = upload(superuser, EXPORT)
    said = text_of(page)
    assert "12 memories of export.jsonl can be imported." in said
    assert "The first 10 of the file" in said
    assert "Fact 9" in said
    assert "Fact 10" not in said
    assert Memory.objects.count() == 0
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_confirmed_import_is_stored_and_audited(superuser: Client, folder: Path) -> None:
    there = MemoryFactory(content="Content 3")
    page = confirm(superuser, upload(superuser, EXPORT))
    assert "11 memories of export.jsonl were imported." in text_of(page)
    assert "1 exists already." in text_of(page)
    assert Memory.objects.count() == 12
    assert {each.stored_by for each in Memory.objects.exclude(pk=there.pk)} == {"admin: root"}
    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_repr) == (ADDITION, "Imported 11 memories")
    recorded = json.loads(entry.change_message)
    assert recorded["selection"] == "from the file export.jsonl"
    assert {row["id"] for row in recorded["memories"]} == {str(each.pk) for each in Memory.objects.exclude(pk=there.pk)}
    assert list(folder.iterdir()) == []


def test_a_project_can_be_assigned_and_a_format_named(superuser: Client) -> None:
    page = upload(superuser, b"# Wells\n\nThey are deep.", "Wells.txt", format="markdown", to_project="shop")
    confirm(superuser, page)
    stored = Memory.objects.get()
    assert (stored.project, stored.summary, stored.stored_by) == ("shop", "Wells", "import: markdown")


def test_what_cannot_be_imported_is_told_with_its_reason(superuser: Client) -> None:
    there = MemoryFactory()
    lines = [
        memory(),
        memory(id=str(there.pk)),
        {"content": 7},
        memory(content="<b>", summary="<i>bold</i>", tags=["<x>"]),
    ]
    page = upload(superuser, zstandard.compress(of_records(*lines)), "export.zst")
    said = text_of(page)
    assert "2 memories of export.zst can be imported." in said
    assert "1 conflicts with a memory that says something else under the same id, and is left out." in said
    assert "1 cannot be imported." in said
    assert "Line 4: content must be a text." in said
    assert "&lt;i&gt;bold&lt;/i&gt;" in page.content.decode()
    assert "<i>bold" not in page.content.decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello", "export.jsonl is in no format that can be imported"),
        (b"\x00" * 100, "export.jsonl is not in UTF-8"),
        (b'{"codex_memory_export": 9, "version": "9"}\n', "was written by Codex Memory 9 in format 9"),
        (b"", "The submitted file is empty."),
    ],
)
def test_a_file_that_is_no_export_is_refused_on_the_page(superuser: Client, data: bytes, reason: str) -> None:
    page = upload(superuser, data)
    assert page.status_code == 200
    assert reason in text_of(page)


def test_a_file_that_is_too_large_is_refused(superuser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "FILE_MAX_BYTES", 1024**2)
    assert "at most 1 MB" in text_of(upload(superuser, b"x" * (1024**2 + 1)))


def test_a_small_file_that_decompresses_to_a_huge_one_is_refused(
    superuser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TEXT_MAX_BYTES", 1024**2)
    data = zstandard.compress(EXPORT + b'{"content": "' + b"x" * 20_000_000)
    assert "It is too large: at most 1 MB when it is decompressed." in text_of(upload(superuser, data))


def test_a_file_with_too_many_memories_is_refused(superuser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MEMORIES_MAX", 11)
    assert "The file has more than 11 memories. Use the command" in text_of(upload(superuser, EXPORT))
    assert Memory.objects.count() == 0


def test_a_file_that_ends_too_early_is_imported_up_to_there(superuser: Client) -> None:
    document = json.dumps({"results": [{"memory": "One"}, {"memory": "Two"}]})[:-4].encode()
    page = upload(superuser, document, "mem0.json")
    assert "mem0.json ends too early. What comes before that can be read." in text_of(page)
    confirm(superuser, page)
    assert Memory.objects.get().content == "One"


def test_curators_without_the_permission_neither_see_nor_reach_the_page(curator: Client, staff: Client) -> None:
    assert ADDRESS not in curator.get(LIST).content.decode()
    for client in (curator, staff):
        assert client.get(ADDRESS).status_code == 403
        assert upload(client, EXPORT).status_code == 403


def test_a_curator_with_the_permission_imports(curator: Client) -> None:
    user = User.objects.get(username="carla")
    user.user_permissions.add(Permission.objects.get(codename="add_memory"))
    assert ADDRESS in curator.get(LIST).content.decode()
    confirm(curator, upload(curator, EXPORT))
    assert Memory.objects.count() == 12


def test_somebody_else_cannot_import_what_was_uploaded(superuser: Client, curator: Client) -> None:
    User.objects.get(username="carla").user_permissions.add(Permission.objects.get(codename="add_memory"))
    page = upload(superuser, EXPORT)
    answer = curator.post(ADDRESS, {"token": token(page)}, follow=True)
    assert "The file is no longer kept here. Upload it again." in text_of(answer)
    assert Memory.objects.count() == 0


@pytest.mark.parametrize("forged", ["", "x", "../../etc/passwd"])
def test_a_forged_token_imports_nothing(superuser: Client, forged: str) -> None:
    answer = superuser.post(ADDRESS, {"token": forged}, follow=True)
    assert "The file is no longer kept here." in text_of(answer)


def test_an_upload_that_nobody_imported_is_removed_after_an_hour(superuser: Client, folder: Path) -> None:
    upload(superuser, EXPORT)
    (old,) = folder.iterdir()
    os.utime(old, (time.time() - 3_700,) * 2)
    upload(superuser, EXPORT)
    (new,) = folder.iterdir()
    assert new != old
