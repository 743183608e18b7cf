"""Projects and succession in the admin: filters, columns, and moving memories to another project."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection
from django.test import Client
from django.utils import timezone

from memories.admin import bulk
from memories.models import Memory, MemoryVersion
from tests.support.admin import LIST, MemoryFactory, fill, text_of


def supersede(successor: Any, *predecessors: Any) -> None:
    keys = [memory.pk for memory in predecessors]
    Memory.objects.filter(pk__in=keys).update(superseded_by=successor.pk, superseded_at=timezone.now())


def listed(response: Any) -> set[str]:
    return {memory.summary for memory in response.context["cl"].result_list}


def ask(client: Client, project: str, memories: Any = (), filters: str = "") -> Any:
    """Choose a project for memories selected one by one, or for all that match."""
    scope = {"_selected_action": [str(memory.pk) for memory in memories]} if memories else {"select_across": "1"}
    return client.post(f"{LIST}bulk/move/?{filters}", {**scope, "to_project": project})


def confirm(client: Client, asked: Any, **more: str) -> Any:
    html = asked.content.decode()
    form = html[html.index(f'<form method="post" action="{LIST}bulk/move/') :].partition("</form>")[0]
    address = re.match(r'<form method="post" action="([^"]+)"', form)
    assert address is not None
    data: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        data.setdefault(unescape(name), []).append(unescape(value))
    return client.post(unescape(address[1]), {**data, **more})


def trail() -> list[Any]:
    return [json.loads(entry.change_message) for entry in LogEntry.objects.filter(action_flag=CHANGE).order_by("pk")]


def test_the_project_is_shown_and_filtered(curator: Client) -> None:
    shop = MemoryFactory(summary="Of the shop", project="github.com/acme/shop")
    MemoryFactory(summary="Of nobody")
    page = text_of(curator.get(LIST))
    assert "By project All none 1 github.com/acme/shop 1 Another project" in page
    assert listed(curator.get(f"{LIST}?project=github.com/acme/shop")) == {"Of the shop"}
    assert "Of the shop of github.com/acme/shop by database: postgres deployment" in page
    assert listed(curator.get(f"{LIST}?project=-")) == {"Of nobody"}
    assert listed(curator.get(f"{LIST}?project=unknown%00")) == set()
    assert listed(curator.get(f"{LIST}?project=-&q=nobody")) == {"Of nobody"}
    assert "Project github.com/acme/shop" in text_of(curator.get(f"{LIST}{shop.pk}/change/"))


def test_a_project_is_read_from_its_index(curator: Client) -> None:
    fill(3_000)
    MemoryFactory.create_batch(3, project="rare")
    found = curator.get(f"{LIST}?project=rare").context["cl"].result_list
    assert len(found) == 3
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE memories")
    plan = Memory.objects.filter(project="rare").order_by("-created_at", "-pk")[:50].explain()
    assert "idx_memories_project_created" in plan


def test_superseded_memories_are_marked_and_filtered(curator: Client) -> None:
    old, new = MemoryFactory(summary="Old fact"), MemoryFactory(summary="New fact")
    supersede(new, old)
    assert "Old fact superseded" in text_of(curator.get(LIST))
    assert "New fact superseded" not in text_of(curator.get(LIST))
    assert listed(curator.get(f"{LIST}?superseded=yes")) == {"Old fact"}
    assert listed(curator.get(f"{LIST}?superseded=no")) == {"New fact"}
    assert listed(curator.get(f"{LIST}?superseded=yes&q=fact")) == {"Old fact"}


def test_a_selection_is_moved_after_the_answer(curator: Client) -> None:
    chosen, other = MemoryFactory(summary="Chosen"), MemoryFactory(summary="Other")
    action = {"action": "move_to_project", "index": "0", "_selected_action": [str(chosen.pk)]}
    assert "Blank: they belong to no project." in text_of(curator.post(LIST, action))
    asked = ask(curator, "shop", [chosen])
    assert "Move these memories to shop? 1 memory, selected one by one" in text_of(asked)
    assert not Memory.objects.filter(project="shop").exists()

    confirm(curator, asked)

    assert "Moved 1 memory to shop." in text_of(curator.get(LIST))
    assert dict(Memory.objects.values_list("summary", "project")) == {"Chosen": "shop", "Other": ""}
    chosen.refresh_from_db()
    assert (chosen.version, chosen.changed_by) == (2, "admin: carla")
    assert MemoryVersion.objects.get(memory=chosen).project == ""
    (entry,) = trail()
    assert entry["memories"] == [{"id": str(chosen.pk), "content_hash": chosen.content_hash}]
    assert LogEntry.objects.get().object_repr == "Moved 1 memory to shop"
    assert other.pk


def test_a_blank_name_moves_memories_out_of_their_projects(curator: Client) -> None:
    memory = MemoryFactory(project="shop")
    asked = ask(curator, " ", filters="project=shop")
    assert "1 memory, all that match: project: shop" in text_of(asked)
    confirm(curator, asked)
    memory.refresh_from_db()
    assert memory.project == ""
    assert "Moved 1 memory out of its project." in text_of(curator.get(LIST))
    MemoryFactory.create_batch(2, project="shop")
    confirm(curator, ask(curator, "", filters="project=shop"))
    assert "Moved 2 memories out of their projects." in text_of(curator.get(LIST))
    said = LogEntry.objects.order_by("pk").values_list("object_repr", flat=True)
    assert list(said) == ["Moved 1 memory out of its project", "Moved 2 memories out of their projects"]


@pytest.mark.parametrize("name", ["-", "*", "/shop", "a shop", "ü", "x" * 101, "shop\n$", "<b>"])
def test_a_name_against_the_rules_is_refused_with_a_reason(curator: Client, name: str) -> None:
    MemoryFactory()
    page = text_of(ask(curator, name))
    assert "cannot be used" in page or "at most 100 characters" in page
    assert not Memory.objects.exclude(project="").exists()


def test_what_the_project_has_already_stays_and_is_counted(curator: Client) -> None:
    for project in ("shop", "old", "older"):
        MemoryFactory(content="in all three", summary=f"all {project}", project=project)
    for project in ("old", "older"):
        MemoryFactory(content="in two", summary=f"two {project}", project=project)
    MemoryFactory(content="in one", summary="one", project="old")
    contents = sorted(Memory.objects.values_list("content", flat=True))

    asked = ask(curator, "shop")
    page = text_of(asked)
    assert "2 memories, all that match: all memories." in page
    assert "3 more memories stay where they are, because shop has the same content already." in page
    confirm(curator, asked)

    told = "Moved 2 memories to shop. 3 memories stayed, because shop has the same content already."
    assert told in text_of(curator.get(LIST))
    assert sorted(Memory.objects.values_list("content", flat=True)) == contents
    assert sorted(Memory.objects.filter(project="shop").values_list("content", flat=True)) == [
        "in all three",
        "in one",
        "in two",
    ]
    # Now none is left to move.
    assert ask(curator, "shop").status_code == 302
    assert "3 memories stayed, because shop has the same content already." in text_of(curator.get(LIST))


def test_one_that_stays_is_told_in_the_singular(curator: Client) -> None:
    for project in ("shop", ""):
        MemoryFactory(content="in both", project=project)
    other = MemoryFactory(project="shop")
    asked = ask(curator, "", filters="project=shop")
    reason = "because a memory of no project has the same content already."
    assert f"1 more memory stays where it is, {reason}" in text_of(asked)
    confirm(curator, asked)
    assert f"1 memory stayed, {reason}" in text_of(curator.get(LIST))
    other.refresh_from_db()
    assert other.project == ""


def test_what_stays_is_told_after_several_steps(curator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 1)
    monkeypatch.setattr(bulk, "STEP_SECONDS", 0)
    for project in ("shop", ""):
        MemoryFactory(content="in both", project=project)
    MemoryFactory.create_batch(2)
    step = confirm(curator, ask(curator, "shop", filters="project=-"))
    assert "1 of 2 memories so far" in text_of(step)
    finished = text_of(confirm(curator, step))
    assert "1 memory stayed, because shop has the same content already." in finished


def moved_in_batches(client: Client, project: str, filters: str) -> list[int]:
    """Move all that match, each batch in a step of its own; return the sizes of the batches."""
    response, steps = confirm(client, ask(client, project, filters=filters)), 1
    while "so far" in text_of(response):
        response, steps = confirm(client, response), steps + 1
    sizes = [entry["count"] for entry in trail()]
    assert len(sizes) == steps
    return sizes


def test_many_are_moved_in_batches_that_leave_successions_whole(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 4)
    monkeypatch.setattr(bulk, "STEP_SECONDS", 0)
    fill(30, tag="moving")
    memories = list(Memory.objects.order_by("created_at"))
    for start in range(0, 30, 3):
        supersede(memories[start + 1], memories[start])
        supersede(memories[start + 2], memories[start + 1])

    sizes = moved_in_batches(curator, "shop", "tag=moving")

    assert len(sizes) >= 3  # four memories are of four successions at most
    assert sum(sizes) == 30
    assert all(size % 3 == 0 for size in sizes)
    assert Memory.objects.filter(project="shop", superseded_by__isnull=False).count() == 20


def test_a_succession_of_any_length_moves_as_one(curator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 1)
    fill(60, tag="moving")
    for predecessor, successor in pairwise(Memory.objects.order_by("created_at")):
        supersede(successor, predecessor)
    confirm(curator, ask(curator, "shop", filters="tag=moving"))
    assert [entry["count"] for entry in trail()] == [60]
    assert Memory.objects.filter(project="shop", superseded_by__isnull=False).count() == 59


def test_memories_that_another_program_let_supersede_each_other_are_moved(curator: Client) -> None:
    one, other = MemoryFactory.create_batch(2)
    supersede(one, other)
    supersede(other, one)
    confirm(curator, ask(curator, "shop", filters="tag=billing"))
    assert Memory.objects.filter(project="shop", superseded_by__isnull=False).count() == 2


def test_of_a_succession_only_what_the_filters_select_is_moved(curator: Client) -> None:
    chain = [MemoryFactory(summary=tag, tags=[tag]) for tag in ("moving", "staying", "moving", "moving")]
    for predecessor, successor in pairwise(chain):
        supersede(successor, predecessor)
    confirm(curator, ask(curator, "shop", filters="tag=moving"))
    places = {memory.pk: (memory.project, memory.superseded_by) for memory in Memory.objects.all()}
    last = chain[3].pk
    assert [places[memory.pk] for memory in chain] == [("shop", None), ("", None), ("shop", last), ("shop", None)]


def test_the_next_step_goes_on_where_the_last_one_ended(curator: Client) -> None:
    fill(6, tag="moving")
    asked = ask(curator, "shop", filters="tag=moving")
    # As a step that ran out of its second after the first two leaves it.
    Memory.objects.filter(pk__in=Memory.objects.values("pk")[:2]).update(project="shop")
    finished = confirm(curator, asked, done="2")
    assert "6 of 6 memories in" in text_of(finished)
    assert "Moved 6 memories to shop" in text_of(finished)
    assert Memory.objects.filter(project="shop").count() == 6


def test_of_a_succession_what_stays_parts_from_what_moves(curator: Client) -> None:
    old, new = MemoryFactory(summary="old"), MemoryFactory(summary="new")
    supersede(new, old)
    confirm(curator, ask(curator, "shop", [new]))
    old.refresh_from_db()
    assert (old.project, old.superseded_by) == ("", None)
