"""The trash: its list and page, restoring and erasing, one or many, each in the audit trail."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from memories.admin import bulk
from memories.models import DeletedMemory, Memory
from patterns.models import CodePattern
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, fill, text_of

TRASH = "/admin/memories/deletedmemory/"


def delete(*memories: Any, actor: str = "claude 1.0", **filters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('codex.actor', %s, true)", [actor])
    Memory.objects.filter(**filters or {"pk__in": [memory.pk for memory in memories]}).delete()


def act(client: Client, action: str, filters: str | None = None) -> Any:
    """Choose an action on the list, for all of its rows or for all that match `filters`."""
    keys = [str(key) for key in DeletedMemory.objects.values_list("pk", flat=True)]
    data = {"action": action, "index": "0", "select_across": "0" if filters is None else "1"}
    return client.post(f"{TRASH}?{filters or ''}", {**data, "_selected_action": keys[:50]})


def press(client: Client, page: Any, action: str) -> Any:
    """Press the button of a form that leads to an action."""
    html = page.content.decode()
    form = html[html.index(f'action="{TRASH}bulk/{action}/') :].partition("</form>")[0]
    address = re.match(r'action="([^"]+)"', form)
    assert address is not None
    data: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        data.setdefault(unescape(name), []).append(unescape(value))
    return client.post(unescape(address[1]), data)


def trail(flag: int) -> list[dict[str, Any]]:
    return [json.loads(entry.change_message) for entry in LogEntry.objects.filter(action_flag=flag).order_by("pk")]


def test_the_list_shows_what_was_deleted_when_and_by_whom(curator: Client) -> None:
    delete(MemoryFactory(summary="Deleted by an agent", tags=["a", "b"]))
    curator.post(f"{LIST}{MemoryFactory(summary='Deleted by carla').pk}/delete/", {"post": "yes"})
    page = text_of(curator.get(TRASH))
    assert "2 deleted memories" in page
    assert "Deleted by an agent a, b just now claude 1.0" in page
    assert "admin: carla" in page
    # The list of memories, its counts and its exports show nothing of it.
    assert "Deleted by" not in text_of(curator.get(LIST))
    assert "Deleted by" not in text_of(curator.get(f"{LIST}?q=agent"))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?q=ROLLBACK", ["Rollback of the exporter"]),
        ("?q=exporter+billing", ["Rollback of the exporter"]),
        ("?q=billing+nowhere", []),
        ("?q=%25", []),
        ("?q=soup", ["Lunch"]),  # a tag
        ("?deleted_by=claude+1.0", ["Rollback of the exporter"]),
        ("?deleted_by=nobody%00", []),
        ("?deleted_at__range__gte=2020-01-01&deleted_at__range__lte=2020-01-02", []),
    ],
)
def test_it_is_searched_and_filtered(curator: Client, address: str, found: list[str]) -> None:
    rollback = MemoryFactory(summary="Rollback of the exporter", context="billing")
    delete(rollback)
    delete(MemoryFactory(summary="Lunch", context="kitchen", tags=["soup"]), actor="admin: carla")
    shown = curator.get(f"{TRASH}{address}")
    assert [memory.summary for memory in shown.context["cl"].result_list] == found
    by_id = curator.get(f"{TRASH}?q={rollback.pk}")
    assert [memory.summary for memory in by_id.context["cl"].result_list] == ["Rollback of the exporter"]


def test_who_deleted_it_can_be_typed(curator: Client) -> None:
    for number in range(21):  # one more than are listed; the first deleted least
        delete(*MemoryFactory.create_batch(2 if number else 1, summary=f"By {number}"), actor=f"agent {number:02}")
    page = text_of(curator.get(TRASH))
    listed = page.partition("By who deleted it")[2].partition("Another name")[0]
    assert "agent 01 2" in listed
    assert "agent 00" not in listed
    found = curator.get(TRASH, {"deleted_by": " agent 00\x00"})
    assert [memory.summary for memory in found.context["cl"].result_list] == ["By 0"]
    assert 'id="filter-deleted_by"' in found.content.decode()


def test_a_page_of_the_list_takes_a_fixed_number_of_queries(curator: Client) -> None:
    counts = []
    for number in (1, 40):
        for _ in range(number):
            ProcessedMemoryFactory()
        delete(pk__isnull=False)
        with CaptureQueriesContext(connection) as queries:
            assert curator.get(TRASH).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_page_shows_the_memory_read_only(curator: Client) -> None:
    processed = ProcessedMemoryFactory(memory__content="<script>alert(1)</script>\n```python\nx = 1\n```")
    CodePatternFactory(memory=processed.memory)
    delete(processed.memory)
    response = curator.get(f"{TRASH}{DeletedMemory.objects.get().pk}/change/")
    page = text_of(response)
    for text in (processed.memory.summary, str(processed.memory.pk), "claude 1.0", "alert(1)", '"kind": "rule"'):
        assert text in page
    assert "1 processed memories" in page
    assert "1 code patterns" in page
    assert "<script>alert" not in response.content.decode()
    assert 'name="_save"' not in response.content.decode()


def test_one_is_restored_from_its_page(curator: Client) -> None:
    processed = ProcessedMemoryFactory()
    CodePatternFactory(memory=processed.memory)
    delete(processed.memory)
    asked = press(curator, curator.get(f"{TRASH}{DeletedMemory.objects.get().pk}/change/"), "restore")
    assert "Restore these memories?" in text_of(asked)
    assert not Memory.objects.exists()
    press(curator, asked, "restore")
    assert Memory.objects.get().pk == processed.memory.pk
    assert CodePattern.objects.get().memory_id == processed.memory.pk
    assert not DeletedMemory.objects.exists()
    (entry,) = trail(ADDITION)
    assert entry["memories"] == [{"id": str(processed.memory.pk), "content_hash": processed.memory.content_hash}]
    assert "Restored 1 memory." in text_of(curator.get(TRASH))


def test_one_is_erased_from_its_page(curator: Client) -> None:
    memory = MemoryFactory()
    delete(memory)
    asked = press(curator, curator.get(f"{TRASH}{DeletedMemory.objects.get().pk}/change/"), "erase")
    assert "This cannot be undone" in text_of(asked)
    press(curator, asked, "erase")
    assert not DeletedMemory.objects.exists()
    assert not Memory.objects.exists()
    (entry,) = trail(DELETION)
    assert entry["memories"] == [{"id": str(memory.pk), "content_hash": memory.content_hash}]


def test_what_a_bulk_action_deleted_is_restored_by_one(curator: Client) -> None:
    fill(bulk.BATCH + 5)
    ids = set(Memory.objects.values_list("pk", flat=True))
    delete(pk__isnull=False)
    delete(MemoryFactory(), actor="another")
    response = act(curator, "restore_selected", filters="deleted_by=claude+1.0")
    assert f"{bulk.BATCH + 5:,} memories, all that match: who deleted it: claude 1.0" in text_of(response)
    response = press(curator, response, "restore")
    while response.status_code == 200 and "so far" in text_of(response):
        response = press(curator, response, "restore")
    assert set(Memory.objects.values_list("pk", flat=True)) == ids
    assert DeletedMemory.objects.get().deleted_by == "another"
    assert [entry["count"] for entry in trail(ADDITION)] == [bulk.BATCH, 5]
    assert {entry["selection"] for entry in trail(ADDITION)} == {"who deleted it: claude 1.0"}


def test_all_are_erased(curator: Client) -> None:
    delete(*MemoryFactory.create_batch(3))
    asked = act(curator, "erase_selected", filters="")
    assert "3 memories, all that match: all deleted memories" in text_of(asked)
    press(curator, asked, "erase")
    assert not DeletedMemory.objects.exists()


def test_what_is_deleted_after_the_question_is_not_erased(curator: Client) -> None:
    delete(MemoryFactory())
    asked = act(curator, "erase_selected", filters="")
    # Within one transaction every deletion has its statement's time.
    DeletedMemory.objects.update(deleted_at=asked.context["confirmed_at"])
    delete(MemoryFactory(summary="later"))
    press(curator, asked, "erase")
    assert [memory.summary for memory in DeletedMemory.objects.all()] == ["later"]


def test_content_that_is_stored_again_is_named_and_the_rest_is_restored(curator: Client) -> None:
    stored = MemoryFactory(content="same", summary="first of two")
    delete(stored)
    again = MemoryFactory(content="same", summary="second of two")
    page = curator.get(f"{TRASH}{DeletedMemory.objects.get().pk}/change/")
    assert f"It cannot be restored, because its content is stored again, as {again.pk}" in text_of(page)
    assert "bulk/restore" not in page.content.decode()

    alone = act(curator, "restore_selected")
    assert alone.status_code == 302
    assert f"“first of two” cannot be restored: its content is stored again, as {again.pk}." in text_of(
        curator.get(TRASH)
    )

    other = MemoryFactory()
    delete(other)
    asked = act(curator, "restore_selected")
    assert "1 memory" in text_of(asked)
    assert f"1 cannot be restored, because the content is stored again: first of two as {again.pk}" in text_of(asked)
    press(curator, asked, "restore")
    assert set(Memory.objects.values_list("pk", flat=True)) == {again.pk, other.pk}
    assert DeletedMemory.objects.get().memory_id == stored.pk


def delete_same(*summaries: str, content: str = "same", **more: Any) -> None:
    """Store and delete memories with the same content, one after the other."""
    for summary in summaries:
        delete(MemoryFactory(content=content, summary=summary, **more))


def restored_and_kept() -> tuple[set[str], set[str]]:
    found = [set(model.objects.values_list("summary", flat=True)) for model in (Memory, DeletedMemory)]
    return found[0], found[1]


ONE_OF_THE_SAME = "because only the last deleted of several with the same content is restored."


def test_of_several_with_the_same_content_the_one_deleted_last_is_restored(curator: Client) -> None:
    delete_same("first", "second", "third")
    delete_same("of a project", project="shop")
    delete_same("other", content="other")
    asked = act(curator, "restore_selected")
    assert "3 memories, selected one by one" in text_of(asked)
    assert f"2 more memories stay where they are, {ONE_OF_THE_SAME}" in text_of(asked)
    assert {memory.summary for memory in asked.context["sample"]} == {"third", "of a project", "other"}
    press(curator, asked, "restore")
    told = text_of(curator.get(TRASH))
    assert f"Restored 3 memories. 2 memories stayed, {ONE_OF_THE_SAME}" in told
    assert "meanwhile" not in told
    assert restored_and_kept() == ({"third", "of a project", "other"}, {"first", "second"})


def test_it_is_the_one_deleted_last_across_batches_too(curator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 1)
    monkeypatch.setattr(bulk, "STEP_SECONDS", 0)
    delete_same("old a", "new a", content="a")
    delete_same("old b", "new b", content="b")
    step = press(curator, act(curator, "restore_selected", filters=""), "restore")
    assert "1 of 2 memories so far" in text_of(step)
    finished = text_of(press(curator, step, "restore"))
    assert restored_and_kept() == ({"new a", "new b"}, {"old a", "old b"})
    assert f"2 memories stayed, {ONE_OF_THE_SAME}" in finished
    assert "cannot be restored" not in finished
    assert "meanwhile" not in finished


def test_of_one_deleted_twice_the_later_state_is_restored(curator: Client) -> None:
    memory = MemoryFactory(summary="first state", content="a")
    delete(memory)
    delete(MemoryFactory(pk=memory.pk, summary="second state", content="b"))
    asked = act(curator, "restore_selected")
    press(curator, asked, "restore")
    assert restored_and_kept() == ({"second state"}, {"first state"})
    assert "meanwhile" not in text_of(curator.get(TRASH))


def test_what_is_gone_meanwhile_is_said(curator: Client) -> None:
    delete(MemoryFactory())
    address = f"{TRASH}{DeletedMemory.objects.get().pk}/change/"
    page = curator.get(address)
    DeletedMemory.objects.all().delete()
    assert "no longer exists" in text_of(curator.get(address, follow=True))
    for action in ("restore", "erase"):
        assert press(curator, page, action).status_code == 302
        assert "Nothing to do" in text_of(curator.get(TRASH))
    for wrong in ("nothing", "-1", "9" * 30):
        assert curator.post(f"{TRASH}bulk/erase/", {"_selected_action": [wrong]}).status_code == 302


def test_who_may_only_view_restores_and_erases_nothing(desk: None) -> None:
    delete(MemoryFactory())
    user = User.objects.create_user("vera", password="a long password", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_deletedmemory"))
    client = Client()
    client.force_login(user)
    key = DeletedMemory.objects.get().pk
    page = client.get(f"{TRASH}{key}/change/")
    assert "Restore" not in text_of(page)
    assert "Erase now" not in text_of(page)
    assert "Erase for good" not in text_of(client.get(TRASH))
    for action in ("restore", "erase"):
        assert client.post(f"{TRASH}bulk/{action}/", {"_selected_action": [key]}).status_code == 403
    assert client.post(f"{TRASH}{key}/delete/", {"post": "yes"}).status_code == 403
    assert DeletedMemory.objects.count() == 1


def test_before_a_deletion_the_curator_reads_how_long_it_can_be_undone(curator: Client) -> None:
    memory = MemoryFactory()
    data = {"action": "delete_selected", "index": "0", "select_across": "0", "_selected_action": [str(memory.pk)]}

    def texts() -> list[str]:
        pages = (curator.get(f"{LIST}{memory.pk}/delete/"), curator.post(LIST, data))
        return [text_of(page) for page in pages]

    for text in texts():
        assert "restored from the trash for 7 days" in text
    assert "It can be restored for 7 days." in text_of(curator.get(f"{LIST}{memory.pk}/change/"))
    with override_settings(TRASH_DAYS=0):
        for text in texts():
            assert "This cannot be undone" in text


def test_the_front_page_tells_how_many_there_are(curator: Client) -> None:
    MemoryFactory()
    assert "in the trash" not in text_of(curator.get("/admin/"))
    delete(*MemoryFactory.create_batch(2))
    assert "2 in the trash" in text_of(curator.get("/admin/"))
