"""Whatever a database has, a backup restores it: every row of every table, the sequences, and the schema."""

from __future__ import annotations

import os
import uuid
from pathlib import Path
from typing import Any

import psycopg
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memories.moving.test_round_trip import all_happen, events, moments, texts
from tests.support.database import MIGRATED, new_database
from tests.support.lifecycle import backed_up, everything, restored
from tests.support.rows import insert, new

# What has to do with people and access, and none of it with memories.
people = st.lists(
    st.fixed_dictionaries(
        {
            "username": st.text("abcdefgh", min_size=1, max_size=8),
            "first_name": texts,
            "joined": moments,
            "projects": st.lists(texts, max_size=3),
            "message": texts,
        }
    ),
    max_size=3,
    unique_by=lambda person: person["username"],
)


def join(program: psycopg.Connection[Any], person: dict[str, Any]) -> None:
    user = insert(
        program,
        "auth_user",
        **dict.fromkeys(("is_superuser", "is_staff", "is_active"), True),
        **dict.fromkeys(("last_name", "email", "password"), "x"),
        username=person["username"],
        first_name=person["first_name"],
        date_joined=person["joined"],
    )
    insert(
        program, "access_tokens", name=person["username"], token_hash=uuid.uuid4().hex * 2, projects=person["projects"]
    )
    insert(
        program,
        "django_admin_log",
        action_time=person["joined"],
        object_repr=person["first_name"],
        action_flag=2,
        change_message=person["message"],
        user_id=user[0],
    )


@given(st.lists(events, max_size=12), people)
@settings(max_examples=8)
def test_a_restored_backup_has_every_row(
    database_url: str, tmp_path: Path, happened: list[dict[str, Any]], joined: list[dict[str, Any]]
) -> None:
    with (
        new_database(os.environ["DATABASE_URL"], MIGRATED) as source,
        new_database(os.environ["DATABASE_URL"]) as target,
    ):
        with psycopg.connect(source, autocommit=True) as program:
            program.execute("SET search_path = public, codex_processed")
            new(program, r"\. and \N")
            all_happen(program, happened)
            for person in joined:
                join(program, person)
        file = backed_up(source, tmp_path / "backup")
        restored(file, target)
        assert everything(target) == everything(source)
        restored_again = backed_up(target, tmp_path / "again.zst")
        assert restored_again.stat().st_size < file.stat().st_size
