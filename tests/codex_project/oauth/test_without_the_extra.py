"""Servers with and without the extra on one database, and the extra installed and removed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.support.clients import environment

pytestmark = pytest.mark.integration

# As if the package were not installed.
BLOCK = """
from importlib.machinery import PathFinder
found = PathFinder.find_spec
def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] in ("oauth2_provider", "oauthlib") else found(name, path, target)
PathFinder.find_spec = staticmethod(find_spec)
"""
STATUSES = """
import django, json
django.setup()
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS = ["testserver"]
paths = ["/oauth/authorize", "/oauth/token", "/oauth/register", "/oauth/revoke", "/admin/codex_oauth/consent/",
         "/.well-known/oauth-authorization-server", "/.well-known/oauth-protected-resource/mcp"]
print(json.dumps({path: Client().get(path).status_code for path in paths}))
print(json.dumps(Client().get(paths[-1]).json()))
print(json.dumps(settings.ACCESS_BACKENDS))
"""
# A person, a client and tokens of every kind, as they are left after the extra was used.
USED = """
import django
django.setup()
from datetime import timedelta
from django.contrib.auth.models import User
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application, Grant, RefreshToken
from codex_project.oauth.models import Consent
soon = timezone.now() + timedelta(hours=1)
ada = User.objects.create(username="ada")
made_by_hand = Application.objects.create(name="by hand", user=ada)
client = Application.objects.create(name="Claude")
consent = Consent.objects.create(user=ada, application=client, client_name="Claude", code_checksum="x")
Grant.objects.create(user=ada, application=client, code="c", expires=soon)
token = AccessToken.objects.create(user=ada, application=client, token="t", expires=soon)
old = RefreshToken.objects.create(user=ada, application=client, token="o", token_family=consent.pk)
token.source_refresh_token = old
token.save()
RefreshToken.objects.create(user=ada, application=client, token="r", access_token=token, token_family=consent.pk)
"""
DELETE = """
import django
django.setup()
from django.contrib.auth.models import User
User.objects.get(username="ada").delete()
"""


class Installation:
    """Python with the project, with or without the extra."""

    def __init__(self, url: str, folder: Path, *, with_extra: bool) -> None:
        self._environment = environment(url, DJANGO_SETTINGS_MODULE="codex_project.settings")
        if not with_extra:
            (folder / "sitecustomize.py").write_text(BLOCK)
            self._environment["PYTHONPATH"] = str(folder)

    def run(self, *arguments: str) -> str:
        command = (sys.executable, *arguments)
        ended = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=110)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def manage(self, *arguments: str) -> str:
        return self.run("-m", "codex_project", *arguments)


def test_without_the_extra_none_of_its_pages_exist(database_url: str, tmp_path: Path) -> None:
    without = Installation(database_url, tmp_path, with_extra=False)
    statuses, metadata, backends = map(json.loads, without.run("-c", STATUSES).splitlines())
    assert statuses.pop("/.well-known/oauth-protected-resource/mcp") == 200
    # The admin's pages ask everybody to log in, whether they exist or not.
    assert statuses.pop("/admin/codex_oauth/consent/") == 302
    assert set(statuses.values()) == {404}
    assert "authorization_servers" not in metadata
    assert backends == ["mcp_server.tokens.caller_of"]


@pytest.mark.timeout(300)
def test_the_extra_comes_and_goes(unmigrated_url: str, tmp_path: Path) -> None:
    with_extra = Installation(unmigrated_url, tmp_path, with_extra=True)
    without = Installation(unmigrated_url, tmp_path, with_extra=False)
    check = ("check", "--database", "default")

    without.manage("migrate", "--verbosity=0")
    without.manage(*check)
    assert "oauth2_provider.0001_initial" in with_extra.manage("showmigrations", "--plan")
    with_extra.manage("migrate", "--verbosity=0")
    with_extra.manage(*check)

    # The other servers on the database go on as before.
    without.manage("migrate", "--verbosity=0")
    without.manage(*check)

    with_extra.run("-c", USED)
    without.run("-c", DELETE)  # Django knows nothing of the tokens there
    with psycopg.connect(unmigrated_url) as connection:
        for table in ("oauth_consents", *(f"oauth2_provider_{name}" for name in ("grant", "accesstoken"))):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        clients = connection.execute("SELECT name, user_id FROM oauth2_provider_application ORDER BY name").fetchall()
        assert clients == [("Claude", None), ("by hand", None)]

    # Removing it for good, before the package is.
    with_extra.manage("migrate", "codex_oauth", "zero", "--verbosity=0")
    with_extra.manage("migrate", "oauth2_provider", "zero", "--verbosity=0")
    without.manage(*check)
    with psycopg.connect(unmigrated_url) as connection:
        assert connection.execute("SELECT to_regclass('oauth_consents')").fetchone() == (None,)


def test_a_changed_migration_of_the_extra_is_reported_where_it_is_installed(
    unmigrated_url: str, tmp_path: Path
) -> None:
    with_extra = Installation(unmigrated_url, tmp_path, with_extra=True)
    with_extra.manage("migrate", "--verbosity=0")
    with psycopg.connect(unmigrated_url) as connection:
        connection.execute("UPDATE schema_migrations SET checksum = 'other' WHERE app = 'codex_oauth'")
    with pytest.raises(AssertionError, match=r"The migration codex_oauth\.0001_consents was changed"):
        with_extra.manage("check", "--database", "default")
    Installation(unmigrated_url, tmp_path, with_extra=False).manage("check", "--database", "default")
