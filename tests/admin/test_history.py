"""A memory's versions and succession in the admin: reading, comparing and restoring them."""

from __future__ import annotations

import datetime
import hashlib
import re
import uuid
from html import unescape
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import given, strategies

from memories.admin import diff
from memories.models import Memory, MemoryVersion
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, text_of

CHANGES: dict[str, Any] = {
    "content": "Ask three people.\nThen deploy.",
    "context": "Invoices",
    "summary": "How to deploy",
    "tags": ["ops", "new"],
    "metadata": {"agent": "ann", "n": 2},
    "project": "shop",
}


def change(memory: Any, *, actor: str = "claude 2", **values: Any) -> None:
    """Change a memory as another program does."""
    if "content" in values:
        values["content_hash"] = hashlib.sha256(values["content"].encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('codex.actor', %s, true)", [actor])
    Memory.objects.filter(pk=memory.pk).update(**values)


def changed_memory() -> Any:
    memory = MemoryFactory(
        content="Ask two people.\nThen deploy.",
        context="Billing",
        summary="How we deploy",
        tags=["ops", "old"],
        metadata={"agent": "ann", "n": 1.0},
    )
    change(memory, **CHANGES)
    return memory


def address(memory: Any, query: str = "") -> str:
    return f"{LIST}{memory.pk}/versions/{query}"


def restore(client: Client, memory: Any, version: int | str, **more: str) -> Any:
    return client.post(f"{LIST}{memory.pk}/versions/restore/", {"version": version, **more}, follow=True)


def said(memory: Any) -> dict[str, Any]:
    return dict(Memory.objects.filter(pk=memory.pk).values(*CHANGES).get())


def test_the_page_of_a_memory_lists_its_versions(curator: Client) -> None:
    memory = MemoryFactory(stored_by="claude 1")
    assert "Versions" not in text_of(curator.get(f"{LIST}{memory.pk}/change/"))
    for number in range(12):
        change(memory, context=f"Context {number}")
    page = text_of(curator.get(f"{LIST}{memory.pk}/change/"))
    assert "Versions All 13 Version 13 (current) context by claude 2, just now Version 12" in page
    assert "Version 3 " not in page
    page = text_of(curator.get(address(memory)))
    assert "Version 1 stored by claude 1, just now" in page


def test_each_changed_field_is_shown_with_its_words_marked(curator: Client) -> None:
    memory = changed_memory()
    change(memory, tags=["ops"])
    response = curator.get(address(memory, "?old=1&new=2"))
    html, page = response.content.decode(), text_of(response)
    assert "Version 2 compared with version 1" in page
    assert "<del dir='auto'>Ask <mark>two</mark> people.</del>" in html
    assert "<ins dir='auto'>Ask <mark>three</mark> people.</ins>" in html
    assert "<span dir='auto'>Then deploy.</span>" in html
    assert "From none to shop" in page
    for removed, added in (("Billing", "Invoices"), ("old", "new"), ("1.0", "2")):
        assert re.search(rf"<del[^>]*>[^\n]*{removed}", html)
        assert re.search(rf"<ins[^>]*>[^\n]*{added}", html)
    assert "Everything was changed." in page
    assert "style=" not in html
    # Of the newest change, everything but the tags is named only.
    assert "Unchanged: content, summary, context, metadata, project." in text_of(curator.get(address(memory)))


@pytest.mark.parametrize("query", ["?old=9&new=9", "?old=x&new=-1", "?old=2&new=1", "?old=%00", f"?new={'9' * 400}"])
def test_numbers_that_no_version_has_are_no_fault(curator: Client, query: str) -> None:
    assert curator.get(address(changed_memory(), query)).status_code == 200


def test_stored_markup_is_shown_as_text(curator: Client) -> None:
    bad = "<script>alert(1)</script>\r <img src=x onerror=alert(2)>"
    memory = MemoryFactory(content="good text", metadata={bad: 1})
    change(memory, actor=bad, **{**CHANGES, "content": bad, "context": bad, "summary": bad, "tags": [bad]})
    change(memory, content=f"{bad} and more", metadata={bad: 2})
    for page in (address(memory, "?old=1&new=3"), address(memory), f"{LIST}{memory.pk}/change/"):
        html = curator.get(page).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_megabytes_are_compared_at_their_changes(curator: Client) -> None:
    lines = [f"line {number} of a long text, which says nothing" for number in range(20_000)]
    memory = MemoryFactory(content="\n".join(lines))
    lines[100] = "line 100 says more"
    lines[15_000:15_010] = []
    change(memory, content="\n".join(lines))
    page = text_of(curator.get(address(memory)))
    assert "101 \N{MINUS SIGN} line 100 of a long text, which says nothing 101 + line 100 says more" in page
    assert "97 unchanged lines 98 line 97 of" in page
    assert "14,893 unchanged lines" in page
    assert len(page) < 10_000
    change(memory, content="x" * 1_048_576)
    change(memory, content="y" * 1_048_576)
    page = text_of(curator.get(address(memory)))
    assert "The rest of this change is not shown." in page
    assert len(page) < 400_000


LINES = strategies.lists(strategies.sampled_from(["", "a", "b", "a b", "c d e", "<b>&amp;", "x, " * 300]), max_size=12)


@given(LINES, LINES, strategies.sampled_from([1, 2, 1_000]))
def test_the_differences_say_both_texts(before: list[str], after: list[str], window: int) -> None:
    old, new = "\n".join(before), "\n".join(after)
    a, b = diff.Lines(old).texts, diff.Lines(new).texts
    assert "".join(a) == old.replace("\n", "")
    with patch.object(diff, "WINDOW", window):
        found = list(diff.opcodes(a, b))
        html = str(diff.rendered(old, new))
    assert [line for _, i1, i2, _, _ in found for line in a[i1:i2]] == a
    rebuilt = [a[i1:i2] if tag == "equal" else b[j1:j2] for tag, i1, i2, j1, j2 in found]
    assert [line for lines in rebuilt for line in lines] == b
    shown = {"del": "", "ins": ""}
    for element, text in re.findall(r"<(del|ins) dir='auto'>(.*?)</(?:del|ins)>", html):
        plain = re.sub("</?mark>", "", text)
        assert "<" not in plain
        shown[element] += unescape(plain)
    changed = [opcode for opcode in found if opcode[0] != "equal"]
    assert shown["del"] == "".join(line for _, i1, i2, _, _ in changed for line in a[i1:i2])
    assert shown["ins"] == "".join(line for _, _, _, j1, j2 in changed for line in b[j1:j2])


def test_a_version_is_restored_as_a_new_one(curator: Client) -> None:
    memory = ProcessedMemoryFactory(memory=changed_memory()).memory
    CodePatternFactory(memory=memory)
    before = MemoryVersion.objects.values_list("content", "context", "summary", "tags", "project").get()

    page = text_of(restore(curator, memory, 1))

    assert "Restored version 1, as version 3." in page
    now = Memory.objects.get(pk=memory.pk)
    assert (now.content, now.context, now.summary, now.tags, now.project) == before
    assert str(now.metadata) == "{'n': 1.0, 'agent': 'ann'}"
    assert now.content_hash == hashlib.sha256(now.content.encode()).hexdigest()
    assert (now.version, now.changed_by) == (3, "admin: carla")
    assert now.updated_at > memory.updated_at
    # As any update of the content: the embedding and the patterns go.
    newest = now.processed.latest("processing_version")
    assert (newest.processing_version, newest.embeddings, newest.entities) == (2, None, ["billing"])
    assert not memory.patterns.exists()
    entry = LogEntry.objects.get(object_id=str(memory.pk))
    assert (entry.action_flag, entry.change_message) == (CHANGE, "Restored version 1, as version 3.")
    # What it replaced is a version, too.
    restore(curator, memory, 2)
    assert said(memory) == CHANGES


def test_what_cannot_be_restored_is_said_and_nothing_lost(curator: Client) -> None:
    memory = changed_memory()
    other = MemoryFactory(content="Ask two people.\nThen deploy.")
    page = restore(curator, memory, 1)
    assert f"its content is stored already, as {other.pk}. Nothing was changed." in text_of(page)
    assert f'<a href="{LIST}{other.pk}/change/">' in page.content.decode()
    for version in ("7", "0", "x", ""):
        assert "Nothing was restored." in text_of(restore(curator, memory, version))
    assert "says what the memory says now" in text_of(restore(curator, memory, 2))
    seen = Memory.objects.get(pk=memory.pk).updated_at
    other.delete()
    change(memory, context="Changed by somebody else")
    stale = text_of(restore(curator, memory, 1, seen=seen.isoformat()))
    assert "The memory was changed meanwhile. Nothing was restored" in stale
    assert said(memory) == {**CHANGES, "context": "Changed by somebody else"}
    assert not LogEntry.objects.exists()
    gone = uuid.uuid4()
    for response in (
        curator.get(f"{LIST}{gone}/versions/", follow=True),
        curator.post(f"{LIST}{gone}/versions/restore/", {"version": "1"}, follow=True),
    ):
        assert "no longer exists" in text_of(response)


def test_the_button_restores_what_the_page_compared(curator: Client) -> None:
    memory = changed_memory()
    html = curator.get(address(memory)).content.decode()
    form = html[html.index(f'action="{LIST}{memory.pk}/versions/restore/"') :].partition("</form>")[0]
    data = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert "Restored version 1, as version 3." in text_of(restore(curator, memory, **data))


def test_restoring_takes_the_permission_to_change(desk: None, staff: Client) -> None:
    memory = changed_memory()
    user = User.objects.create_user("vera", password="a long password", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_memory"))
    client = Client()
    client.force_login(user)
    assert "Restore version" not in text_of(client.get(address(memory)))
    assert restore(client, memory, 1).status_code == 403
    assert client.post(f"{LIST}bulk/move/", {"select_across": "1", "to_project": "x"}).status_code == 403
    assert staff.get(address(memory)).status_code == 403
    assert Client().get(address(memory))["Location"].startswith("/admin/login/")
    assert said(memory) == CHANGES


def test_successors_and_predecessors_link_to_each_other(curator: Client) -> None:
    first, second, third = (MemoryFactory(summary=name) for name in ("First", "Second", "Third"))
    when = timezone.now() - datetime.timedelta(hours=3)
    for old, new in ((first, second), (second, third)):
        Memory.objects.filter(pk=old.pk).update(superseded_by=new.pk, superseded_at=when)
    page = curator.get(f"{LIST}{second.pk}/change/")
    assert "Superseded 3 h ago by Third" in text_of(page)
    assert "Supersedes First" in text_of(page)
    for memory in (first, third):
        assert f'href="{LIST}{memory.pk}/change/"' in page.content.decode()
    assert "Succession" not in text_of(curator.get(f"{LIST}{MemoryFactory().pk}/change/"))

    asked = text_of(curator.get(f"{LIST}{second.pk}/delete/"))
    assert "What it supersedes passes to its own successor, Third: First" in asked
    assert "What it supersedes becomes current again" in text_of(curator.get(f"{LIST}{third.pk}/delete/"))
    assert "What it supersedes" not in text_of(curator.get(f"{LIST}{first.pk}/delete/"))
    for chosen, expected in (([third], True), ([first, second, third], False)):
        action = {"action": "delete_selected", "index": "0", "_selected_action": [memory.pk for memory in chosen]}
        assert ("What they supersede passes to" in text_of(curator.post(LIST, action))) == expected
    curator.post(f"{LIST}{second.pk}/delete/", {"post": "yes"})
    first.refresh_from_db()
    assert first.superseded_by == third.pk
