"""The front page: figures, each leading to the list that it counts."""

from __future__ import annotations

import datetime
import re
from html import unescape
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.support.admin import CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, text_of

NOW = timezone.now()


def test_an_empty_desk_says_so_in_words(curator: Client) -> None:
    page = text_of(curator.get("/admin/"))

    assert "No memories yet" in page
    assert "You have not changed anything yet" in page


def test_totals_growth_and_shares_are_shown(curator: Client) -> None:
    MemoryFactory.create_batch(3, created_at=NOW)
    MemoryFactory.create_batch(2, created_at=NOW - datetime.timedelta(days=9))
    ProcessedMemoryFactory(memory=MemoryFactory(created_at=NOW))
    CodePatternFactory(memory=MemoryFactory(created_at=NOW), language="rust")

    page = text_of(curator.get("/admin/"))

    assert "Memories 7 5 in the last 24 hours" in page
    assert "Last 7 days 5 150% more than in the week before" in page
    assert "With an embedding 14%" in page
    assert "Code patterns 1 one language" in page


def test_with_a_provider_the_page_says_how_many_memories_wait_for_it(curator: Client, settings: Any) -> None:
    MemoryFactory.create_batch(3, created_at=NOW)
    assert "waiting for one" not in text_of(curator.get("/admin/"))
    settings.EMBEDDING_PROVIDER, settings.EMBEDDING_URL = "http", "http://127.0.0.1:9/v1"
    assert "3 waiting for one" in text_of(curator.get("/admin/"))
    MemoryFactory(created_at=NOW, project="other")
    settings.PROJECT, settings.PROJECT_CONFINED = "mine", True  # which confine agents, not curators
    assert "4 waiting for one" in text_of(curator.get("/admin/"))


def test_every_bar_leads_to_a_list_of_as_many_as_it_counts(curator: Client) -> None:
    for days in range(4):
        MemoryFactory.create_batch(days + 1, created_at=NOW - datetime.timedelta(days=days), tags=[f"day-{days}"])
    for memory in MemoryFactory.create_batch(2, created_at=NOW - datetime.timedelta(days=20), tags=["code"]):
        CodePatternFactory(memory=memory, pattern_type="lambda", language="python")
        CodePatternFactory(memory=memory, pattern_type="match", language="rust")

    html = curator.get("/admin/").content.decode()

    days_bars = re.findall(r'<a href="([^"]+)" aria-label="[^"]*: (\d+) memor', html)
    others = re.findall(r'<li><a href="([^"]+)"><span class="name">.*?<span class="count">([\d,]+)</span>', html)
    assert len(days_bars) == 30
    assert sum(int(count) for _, count in days_bars) == 12
    assert len(others) == 5 + 2
    for address, count in [*days_bars, *others]:
        assert len(curator.get(unescape(address)).context["cl"].result_list) == int(count), address


def test_the_newest_and_the_largest_are_named(curator: Client) -> None:
    MemoryFactory(summary="The newest one", created_at=NOW + datetime.timedelta(seconds=1))
    MemoryFactory(summary="The largest one", content="long " * 1000, created_at=NOW - datetime.timedelta(days=300))

    page = text_of(curator.get("/admin/"))

    assert "Newest memories The newest one" in page
    assert "Largest memories The largest one" in page


def test_slow_operations_are_left_out_where_nobody_measures_them(
    curator: Client, tmp_path: Path, settings: Any
) -> None:
    settings.CODEX_DATA_DIR = tmp_path
    MemoryFactory()

    assert "Slowest operations" not in text_of(curator.get("/admin/"))


def test_it_takes_at_most_twelve_queries(
    curator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    CodePatternFactory.create_batch(3)

    with django_assert_max_num_queries(12):
        assert curator.get("/admin/").status_code == 200


def test_staff_without_a_permission_see_no_memories_there(staff: Client) -> None:
    MemoryFactory(summary="Private matters")

    response = staff.get("/admin/")

    assert response.status_code == 200
    assert "Private matters" not in text_of(response)


def test_pages_show_memories_of_any_time_that_postgresql_knows(superuser: Client) -> None:
    memories = MemoryFactory.create_batch(2)
    for memory, moment in zip(memories, ("0300-01-01 BC", "20000-01-01"), strict=True):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE memories SET created_at = %s, updated_at = %s", [moment, moment])
        for address in ("/admin/", "/admin/memories/memory/", f"/admin/memories/memory/{memory.pk}/change/"):
            page = superuser.get(address)
            assert (page.status_code, memory.summary in page.content.decode()) == (200, True), address
