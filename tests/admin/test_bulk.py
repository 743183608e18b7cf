"""Deleting and retagging: one, a selection, or all that match; each batch in the audit trail."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from html import unescape
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from memories import trash
from memories.admin import bulk
from memories.models import DeletedMemory, Memory, ProcessedMemory
from patterns.models import CodePattern
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, fill, text_of


def act(client: Client, action: str, memories: Iterable[Any] = (), filters: str | None = None) -> Any:
    """Choose an action on the list, for rows ticked or for all that match `filters`."""
    ids = [str(memory.pk) for memory in memories]
    data = {"action": action, "index": "0", "select_across": "0" if filters is None else "1"}
    return client.post(f"{LIST}?{filters or ''}", {**data, "_selected_action": ids or [str(uuid.uuid4())]})


def confirm(client: Client, asked: Any, **more: str) -> Any:
    """Press the button of the page that asks, or that goes on."""
    html = asked.content.decode()
    form = html[html.index('<form method="post" action="/admin/memories/memory/bulk/') :].partition("</form>")[0]
    match = re.match(r'<form method="post" action="([^"]+)"', form)
    assert match is not None
    data: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        data.setdefault(unescape(name), []).append(unescape(value))
    return client.post(unescape(match[1]), {**data, **more})


def trail(flag: int) -> list[dict[str, Any]]:
    return [json.loads(entry.change_message) for entry in LogEntry.objects.filter(action_flag=flag).order_by("pk")]


def test_one_is_deleted_on_djangos_own_page(curator: Client) -> None:
    memory = ProcessedMemoryFactory().memory
    CodePatternFactory(memory=memory)

    asked = curator.get(f"{LIST}{memory.pk}/delete/")
    curator.post(f"{LIST}{memory.pk}/delete/", {"post": "yes"})

    assert "Are you sure you want to delete the memory" in text_of(asked)
    assert not Memory.objects.exists()
    assert not ProcessedMemory.objects.exists()
    assert not CodePattern.objects.exists()
    (entry,) = trail(DELETION)
    assert entry["memories"] == [{"id": str(memory.pk), "content_hash": memory.content_hash}]


def test_a_selection_is_shown_first_and_deleted_after_the_answer(curator: Client) -> None:
    first, second, kept = (MemoryFactory(summary=name) for name in ("First", "Second", "Kept"))

    asked = act(curator, "delete_selected", [first, second])
    assert Memory.objects.count() == 3
    assert "2 memories, selected one by one" in text_of(asked)
    assert {"First", "Second"} == {memory.summary for memory in asked.context["sample"]}
    response = confirm(curator, asked)

    assert response.status_code == 302
    assert list(Memory.objects.all()) == [kept]
    assert "Deleted 2 memories." in text_of(curator.get(LIST))


def test_all_that_match_are_counted_and_the_first_twenty_shown(curator: Client) -> None:
    MemoryFactory.create_batch(25, tags=["stale"])
    MemoryFactory.create_batch(3, tags=["fresh"])

    asked = act(curator, "delete_selected", filters="tag=stale")
    page = text_of(asked)
    confirm(curator, asked)

    assert "25 memories, all that match: tag: stale" in page
    assert "The first 20 " in page
    assert len(asked.context["sample"]) == 20
    assert Memory.objects.count() == 3


def test_all_that_match_a_search_are_what_the_list_showed(curator: Client) -> None:
    MemoryFactory.create_batch(2, summary="Wrong rollback advice")
    MemoryFactory(summary="Lunch", content="soup", context="food")

    asked = act(curator, "delete_selected", filters="q=rollback")
    confirm(curator, asked)

    assert "2 memories, all that match: search: rollback" in text_of(asked)
    assert [memory.summary for memory in Memory.objects.all()] == ["Lunch"]


def test_a_search_deletes_no_more_than_it_showed(curator: Client) -> None:
    fill(1_300)

    asked = act(curator, "delete_selected", filters="q=filler")
    confirm(curator, asked)

    assert "1,000 memories" in text_of(asked)
    assert Memory.objects.count() == 300


def test_everything_can_be_deleted_in_batches_of_which_each_is_in_the_audit_trail(curator: Client) -> None:
    fill(bulk.BATCH * 2 + 5)
    ids = {str(pk) for pk in Memory.objects.values_list("pk", flat=True)}

    response = act(curator, "delete_selected", filters="")
    assert f"{bulk.BATCH * 2 + 5:,} memories, all that match: all memories" in text_of(response)
    response = confirm(curator, response)
    while response.status_code == 200 and "so far" in text_of(response):
        response = confirm(curator, response)

    entries = trail(DELETION)
    assert not Memory.objects.exists()
    assert [entry["count"] for entry in entries] == [bulk.BATCH, bulk.BATCH, 5]
    assert {memory["id"] for entry in entries for memory in entry["memories"]} == ids
    assert all(len(memory["content_hash"]) == 64 for entry in entries for memory in entry["memories"])
    assert {entry["selection"] for entry in entries} == {"all memories"}
    assert set(LogEntry.objects.values_list("user__username", flat=True)) == {"carla"}


def test_a_long_deletion_shows_how_far_it_is_and_goes_on(curator: Client) -> None:
    fill(30, tag="stale")
    asked = act(curator, "delete_selected", filters="tag=stale")
    # As a step that ran out of its second after the first ten leaves it.
    Memory.objects.filter(pk__in=Memory.objects.values("pk")[:10]).delete()

    finished = confirm(curator, asked, done="10")

    assert "30 of 30 memories in" in text_of(finished)
    assert not Memory.objects.exists()


def test_what_was_stored_after_the_question_is_spared(curator: Client) -> None:
    MemoryFactory(tags=["stale"])
    asked = act(curator, "delete_selected", filters="tag=stale")
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (now,) = cursor.fetchone()
    late = MemoryFactory(tags=["stale"], created_at=now)

    confirm(curator, asked)

    assert list(Memory.objects.all()) == [late]


@pytest.mark.parametrize(
    "links", [("a b", "b c", "c d"), ("c d", "b c", "a b")]
)  # decides in which order they are read
def test_what_a_deleted_succession_supersedes_passes_to_the_next_that_is_left(
    curator: Client, links: tuple[str, ...]
) -> None:
    made = {name: MemoryFactory(summary=name) for name in "abcd"}
    for old, new in map(str.split, links):
        Memory.objects.filter(pk=made[old].pk).update(superseded_by=made[new].pk, superseded_at=timezone.now())

    confirm(curator, act(curator, "delete_selected", [made["b"], made["c"]]))
    assert Memory.objects.get(summary="a").superseded_by == made["d"].pk

    confirm(curator, act(curator, "delete_selected", [made["d"]]))
    assert Memory.objects.get(summary="a").superseded_by is None


def test_a_succession_that_is_deleted_as_a_whole_but_for_the_first_makes_it_current(curator: Client) -> None:
    made = {name: MemoryFactory(summary=name) for name in "abc"}
    for old, new in (("a", "b"), ("b", "c")):
        Memory.objects.filter(pk=made[old].pk).update(superseded_by=made[new].pk, superseded_at=timezone.now())

    confirm(curator, act(curator, "delete_selected", [made["b"], made["c"]]))
    assert Memory.objects.get().superseded_by is None
    (entry,) = trail(DELETION)
    assert entry["count"] == 2

    trash.restore([DeletedMemory.objects.get(summary="c").pk])
    assert Memory.objects.get(summary="a").superseded_by == made["c"].pk


def test_memories_that_somebody_else_deleted_meanwhile_are_said(curator: Client) -> None:
    first, second = MemoryFactory.create_batch(2)
    asked = act(curator, "delete_selected", [first, second])
    Memory.objects.filter(pk=first.pk).delete()
    confirm(curator, asked)
    assert "Deleted 1 memory. 1 had been deleted or changed by someone else meanwhile." in text_of(curator.get(LIST))

    again = confirm(curator, asked)
    assert again.status_code == 302
    assert "Deleted 0 memories. 2 had been" in text_of(curator.get(LIST))

    gone = act(curator, "delete_selected", [first])
    assert gone.status_code == 302
    assert "Nothing to do" in text_of(curator.get(LIST))


def test_deleting_loads_no_rows(curator: Client) -> None:
    fill(50)
    asked = act(curator, "delete_selected", filters="")

    with CaptureQueriesContext(connection) as captured:
        confirm(curator, asked)

    columns = ('"memories"."content"', '"memories"."summary"', '"memories"."metadata"')
    assert not [q["sql"] for q in captured.captured_queries for column in columns if column in q["sql"]]


def test_ids_that_are_none_are_left_out(curator: Client) -> None:
    ids = ["1", "None", "x' OR 1=1", "\x00"]

    assert curator.post(f"{LIST}bulk/delete/", {"_selected_action": ids}).status_code == 302
    for action in ("delete_selected", "change_tags", "export_csv", "no-such-action"):
        data = {"action": action, "index": "0", "_selected_action": ids}
        assert curator.post(LIST, data).status_code == 302, action


def retag(client: Client, scope: dict[str, Any], **form: str) -> Any:
    asked = client.post(f"{LIST}bulk/tags/", {**scope, "operation": "replace", **form})
    return confirm(client, asked) if 'name="confirmed"' in asked.content.decode() else asked


EVERYWHERE = {"select_across": "1"}


def test_a_tag_is_renamed_everywhere(curator: Client) -> None:
    MemoryFactory(summary="a", tags=["x", "old", "y"])
    MemoryFactory(summary="b", tags=["y"])

    retag(curator, EVERYWHERE, old="old", new="new")

    assert dict(Memory.objects.values_list("summary", "tags")) == {"a": ["x", "new", "y"], "b": ["y"]}
    (entry,) = trail(CHANGE)
    assert entry["count"] == 1


def test_tags_are_merged_into_one_and_never_stand_twice(curator: Client) -> None:
    MemoryFactory(summary="a", tags=["k8s", "x", "kube", "kubernetes"])
    MemoryFactory(summary="b", tags=["kube"])
    MemoryFactory(summary="c", tags=["kubernetes"])

    retag(curator, EVERYWHERE, old="k8s, kube, kubernetes", new="kubernetes")

    assert dict(Memory.objects.values_list("summary", "tags")) == {
        "a": ["kubernetes", "x"],
        "b": ["kubernetes"],
        "c": ["kubernetes"],
    }
    assert trail(CHANGE)[0]["count"] == 2


def test_tags_are_removed(curator: Client) -> None:
    MemoryFactory(summary="a", tags=["x", "old"])
    MemoryFactory(summary="b", tags=["old"])

    retag(curator, EVERYWHERE, old="old", operation="remove")

    assert dict(Memory.objects.values_list("summary", "tags")) == {"a": ["x"], "b": []}


def test_tags_are_changed_over_a_selection_only(curator: Client) -> None:
    chosen, other = MemoryFactory.create_batch(2, tags=["old"])

    asked = act(curator, "change_tags", [chosen])
    assert "For 1 memory selected one by one" in text_of(asked)
    retag(curator, {"_selected_action": [str(chosen.pk)]}, old="old", new="new")

    assert Memory.objects.get(pk=chosen.pk).tags == ["new"]
    assert Memory.objects.get(pk=other.pk).tags == ["old"]


def test_tags_are_changed_over_all_that_match(curator: Client) -> None:
    MemoryFactory(summary="Rollback", tags=["old"])
    other = MemoryFactory(summary="Lunch", content="soup", context="food", tags=["old"])

    asked = act(curator, "change_tags", filters="q=rollback")
    assert "For all memories that match: search: rollback" in text_of(asked)
    asked = curator.post(f"{LIST}bulk/tags/?q=rollback", {**EVERYWHERE, "operation": "remove", "old": "old"})
    confirm(curator, asked)

    assert list(Memory.objects.filter(tags__contains=["old"])) == [other]


def test_a_question_comes_before_tags_change(curator: Client) -> None:
    MemoryFactory(tags=["old"])

    asked = curator.post(f"{LIST}bulk/tags/", {**EVERYWHERE, "operation": "replace", "old": "old", "new": "new"})

    assert "Change old to new on these memories?" in text_of(asked)
    assert Memory.objects.get().tags == ["old"]


def test_tag_operations_that_make_no_sense_are_explained(curator: Client) -> None:
    MemoryFactory(tags=["old"])

    for form, complaint in (
        ({"old": "", "new": "new"}, "Enter at least one tag."),
        ({"old": "old", "new": ""}, "Enter exactly one tag as the new name."),
        ({"old": "old", "new": "a b"}, "Enter exactly one tag as the new name."),
        ({"old": "old", "new": "old"}, "The new name is the same as the old one."),
        ({"old": "old", "new": "bad_tag"}, "cannot be used"),
    ):
        assert complaint in text_of(retag(curator, EVERYWHERE, **form)), form
    assert retag(curator, EVERYWHERE, old="nobody-has-it", operation="remove").status_code == 302


def test_all_tags_are_listed_with_their_counts(curator: Client) -> None:
    MemoryFactory.create_batch(2, tags=["often", "now"])
    MemoryFactory(tags=["often"])

    assert "often 3 now 2" in text_of(curator.get(f"{LIST}tags/"))
    assert "often" not in text_of(curator.get(f"{LIST}tags/", {"q": "no"})).partition("Rename")[0]
    assert "No tag begins with" in text_of(curator.get(f"{LIST}tags/", {"q": "\x00zz%"}))


def test_the_audit_trail_can_be_read(curator: Client) -> None:
    memory = MemoryFactory()
    confirm(curator, act(curator, "delete_selected", [memory]))
    entry = LogEntry.objects.get()

    assert "carla Deletion Deleted 1 memory selected one by one" in text_of(curator.get("/admin/admin/logentry/"))
    page = text_of(curator.get(f"/admin/admin/logentry/{entry.pk}/change/"))
    assert str(memory.pk) in page
    assert memory.content_hash in page


def test_a_tag_renamed_everywhere_writes_nothing_into_the_index_of_the_nearest(curator: Client) -> None:
    sizes = (
        "SELECT pg_relation_size('codex_processed.idx_quantized_embeddings'),"
        " pg_relation_size('codex_processed.quantized_embeddings'), pg_stat_get_xact_tuples_inserted(oid),"
        " pg_stat_get_xact_tuples_updated(oid), pg_stat_get_xact_tuples_deleted(oid)"
        " FROM pg_class WHERE oid = 'codex_processed.quantized_embeddings'::regclass"
    )
    ProcessedMemoryFactory.create_batch(100, memory__tags=["old"])
    with connection.cursor() as cursor:
        cursor.execute(sizes)
        before = cursor.fetchone()
        retag(curator, EVERYWHERE, old="old", new="new")
        cursor.execute(sizes)
        assert cursor.fetchone() == before
        assert before[2] >= 100
        cursor.execute("SELECT count(*) FROM codex_processed.embedded_memories WHERE tags = '{new}'")
        assert cursor.fetchone() == (100,)
