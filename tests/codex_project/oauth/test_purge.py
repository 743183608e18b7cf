"""What the background work ends and deletes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from oauth2_provider.models import AccessToken, Application, Grant, RefreshToken

from codex_project.oauth.backend import _sql
from codex_project.oauth.models import Consent
from codex_project.oauth.provider import IDLE_LIFETIME
from tests.support.oauth import Program, answer, connect

pytestmark = pytest.mark.django_db

TIMES = {
    "oauth2_provider_application": ("created",),
    "oauth2_provider_grant": ("expires",),
    "oauth2_provider_accesstoken": ("expires",),
    "oauth2_provider_refreshtoken": ("revoked",),
    "oauth_consents": ("created_at", "ended_at"),
}


def execute(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.rowcount)


def pass_time(interval: str) -> None:
    """Let everything be older."""
    for table, columns in TIMES.items():
        for column in columns:
            execute(f"UPDATE {table} SET {column} = {column} - interval '{interval}'")
    execute("SET CONSTRAINTS ALL IMMEDIATE")


def purge() -> None:
    """As the background job does: until there is nothing left to do."""
    for _ in range(5):
        if not execute(_sql["purge"]):
            execute("SET CONSTRAINTS ALL IMMEDIATE")
            return
    raise AssertionError("There is always something left to do.")


def test_clients_that_nobody_used_go_after_a_day(program: Program) -> None:
    pass_time("23 hours")
    purge()
    assert Application.objects.exists()
    pass_time("2 hours")
    purge()
    assert not Application.objects.exists()


def test_clients_that_an_operator_made_stay() -> None:
    Application.objects.create(name="by hand")
    pass_time("10 years")
    purge()
    assert Application.objects.count() == 1


def test_a_connection_in_use_stays(browser: Client, program: Program) -> None:
    granted = connect(browser, program)
    for _ in range(4):
        pass_time("20 days")
        purge()
        granted = program.refresh(granted["refresh_token"]).json()
    assert Consent.objects.get().ended_at is None
    assert RefreshToken.objects.count() == 3  # those of the last thirty days tell of replays
    assert AccessToken.objects.count() == 1


def test_a_connection_that_is_not_used_ends_and_its_client_is_remembered(browser: Client, program: Program) -> None:
    connect(browser, program)
    pass_time("31 days 2 hours")
    purge()
    assert Consent.objects.get().ended_at is not None
    assert not RefreshToken.objects.exists()
    assert not AccessToken.objects.exists()
    pass_time("300 days")
    purge()
    connect(browser, program)  # it need not register again
    assert Consent.objects.filter(ended_at=None).count() == 1


def test_records_of_ended_connections_and_their_clients_go_after_a_year(browser: Client, program: Program) -> None:
    connect(browser, program)
    Consent.objects.get().end()
    pass_time("366 days")
    purge()
    purge()
    assert not Consent.objects.exists()
    assert not Application.objects.exists()


def test_codes_that_nobody_exchanged_go(browser: Client, program: Program) -> None:
    answer(browser, program.request())
    pass_time("2 hours")
    purge()
    assert not Grant.objects.exists()
    assert Consent.objects.get().ended_at is not None


def test_a_fresh_code_stays(browser: Client, program: Program) -> None:
    answer(browser, program.request())
    purge()
    assert Grant.objects.exists()
    assert Consent.objects.get().ended_at is None


def test_the_statement_and_the_settings_agree(settings: Any) -> None:
    assert set(re.findall(r"interval '(\d+) days'", _sql["purge"])) == {str(IDLE_LIFETIME.days)}
