"""A database with something of everything that people and agents leave in one.

`python -m tests.support.filled FILE` migrates an empty database, fills it through a server and the models, and writes
it as an SQL dump: for tests of upgrades from this version, once a release.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.support import dumps
from tests.support.clients import Client, environment, run
from tests.support.database import in_new_folder
from tests.support.embedding_endpoint import embedding_endpoint
from tests.support.http_clients import create_token
from tests.support.waiting import until

CODE = """Retry, in the shop's own words:
```python
def retry(call):
    for _ in range(3):
        try:
            return call()
        except OSError:
            continue
```"""
TOKENS: dict[str, dict[str, Any]] = {
    "laptop": {"token": "cm_" + "l" * 43},
    "reader": {"token": "cm_" + "r" * 43, "is_read_only": True},
    "shop": {"token": "cm_" + "s" * 43, "projects": ("shop", "site")},
}  # which exist nowhere else


def unit(place: int) -> list[float]:
    return [1.0 if place == number else 0.0 for number in range(1536)]


def fill(url: str, folder: Path) -> None:
    """Fill a migrated database. Django must be set up on it."""
    with embedding_endpoint(8) as endpoint:
        variables = {"CODEX_DATA_DIR": str(folder), "RATE_LIMIT_ENABLED": "false", **endpoint.variables()}
        with Client(environment(url, **variables)) as server:
            server.initialize()
            _fill_with_memories(server)
            until(_all_are_embedded, "The embedding of all memories")
    for name, options in TOKENS.items():
        create_token(url, name, *options.get("projects", ()), **{k: v for k, v in options.items() if k != "projects"})
    _fill_with_accounts()


def _store(server: Client, content: str, summary: str, **more: Any) -> str:
    identifier: str = server.call("store_memory", content=content, context="Handbook", summary=summary, **more)["id"]
    return identifier


def _fill_with_memories(server: Client) -> None:
    well = _store(server, "The well is 3 m deep.", "Depth", tags=["well", "water"], embeddings=unit(3))
    for depth in (4, 5):
        server.call("update_memory", id=well, content=f"The well is {depth} m deep.", insights={"depth": depth})
    _store(server, "The well is 3 m deep.", "Depth, as it was", project="shop", metadata={"page": 12, "of": [1, None]})
    _store(
        server,
        "Grüße aus München, 数据库迁移计划, and the naïve café.",
        "Many languages",
        project="site",
        insights="a string",
        entities=["München"],
        sentiment=-0.5,
    )
    moved = _store(server, "The till is open on Sundays.", "Till", project="site")
    server.call("update_memory", id=moved, project="shop", tags=["till"])
    server.call("update_memory", id=moved, clear=["tags"])
    old = [_store(server, f"Staging is rebuilt at 0{hour}:00.", "Staging", tags=["staging"]) for hour in (1, 2)]
    _store(server, "Staging is rebuilt at 03:00.", "Staging", supersedes=old, embeddings=unit(9))
    code = _store(server, CODE, "Retrying", tags=["code"])
    server.call("analyze_patterns", memory_id=code, language="python")
    deleted_code = _store(server, CODE.replace("retry", "again"), "Retrying again", embeddings=unit(5))
    server.call("analyze_patterns", memory_id=deleted_code, language="python")
    server.call("update_memory", id=deleted_code, summary="Again")
    first = _store(server, "The gate is red.", "Gate", tags=["gate"])
    second = _store(server, "The gate is blue.", "Gate", tags=["gate"], supersedes=[first])
    for identifier in (deleted_code, _store(server, "Forget this.", "Nothing", project="shop"), old[0], second):
        assert server.call("delete_memory", id=identifier)["deleted"]
    report = "\n\n".join(f"Part {n}. The ferry of pier {n} leaves at {n % 12} o'clock." for n in range(120))
    _store(server, report, "A long report", tags=["long"])


def _all_are_embedded() -> bool:
    from memories.models import EmbeddedMemory, Memory

    return EmbeddedMemory.objects.count() == Memory.objects.count()


def _fill_with_accounts() -> None:
    """Fill in people, what they did in the admin, and the clients to which they gave access."""
    from django.contrib.admin.models import CHANGE, LogEntry
    from django.contrib.auth.models import Group, User
    from django.contrib.contenttypes.models import ContentType
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone
    from oauth2_provider.models import AccessToken, Application, Grant, RefreshToken

    from codex_project.oauth.models import Consent, checksum
    from memories.models import Memory

    ada = User.objects.create_user("ada", "ada@example.org", "a long password", is_staff=True)
    ada.groups.add(Group.objects.get(name="curator"))
    User.objects.create_superuser("root", "root@example.org", "another long password")
    session = SessionStore()
    session["_auth_user_id"] = str(ada.pk)
    session.create()
    memory = Memory.objects.order_by("created_at")[0]
    kind = ContentType.objects.get_for_model(Memory)
    LogEntry.objects.create(
        user=ada,
        content_type=kind,
        object_id=str(memory.pk),
        object_repr="Depth",
        action_flag=CHANGE,
        change_message="[]",
    )
    later = timezone.now() + timedelta(days=3650)
    client = Application.objects.create(
        name="Assistant", client_type="public", authorization_grant_type="authorization-code", algorithm="",
        redirect_uris="https://assistant.example/callback",
    )  # fmt: skip
    consent = Consent.objects.create(
        user=ada, application=client, client_name="Assistant", scope="memories:read", projects=["shop"],
        code_checksum=checksum("a code"), redeemed_at=timezone.now(),
    )  # fmt: skip
    access = AccessToken.objects.create(
        user=ada, application=client, token="an access token", expires=later, scope="memories:read"
    )
    RefreshToken.objects.create(
        user=ada, application=client, token="a refresh token", access_token=access, token_family=consent.pk
    )
    Grant.objects.create(
        user=ada, application=client, code="another code", expires=later, scope="memories:read",
        redirect_uri="https://assistant.example/callback",
    )  # fmt: skip


def main(file: str) -> None:
    postgresql = in_new_folder("codex-memory-filled-")
    url = postgresql.url("postgres")
    os.environ |= {"DATABASE_URL": url, "CODEX_DATA_DIR": str(postgresql.folder.parent)}
    os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
    migrated = run("migrate", "--verbosity=0", env=os.environ)
    assert migrated.returncode == 0, migrated.stderr
    import django

    django.setup()
    fill(url, postgresql.folder.parent)
    Path(file).write_text(dumps.script(url))


if __name__ == "__main__":
    main(sys.argv[1])
