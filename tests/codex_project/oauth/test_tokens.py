"""Codes and tokens: exchange, refresh, replay, revocation by the client."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from oauth2_provider.models import AccessToken, Grant, RefreshToken

from codex_project.oauth.models import Consent
from tests.support.oauth import Program, answer, connect, sent_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(browser: Client, program: Program) -> str:
    return sent_back(answer(browser, program.request()))["code"]


@pytest.fixture
def tokens(browser: Client, program: Program) -> dict[str, Any]:
    return connect(browser, program)


def error_of(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["error"]


def is_connected() -> bool:
    return Consent.objects.filter(ended_at=None).exists()


def test_a_code_is_exchanged_for_tokens_of_a_day(program: Program, code: str) -> None:
    response = program.exchange(code)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    granted = response.json()
    assert granted.keys() == {"access_token", "expires_in", "token_type", "scope", "refresh_token"}
    assert (granted["expires_in"], granted["token_type"]) == (28800, "Bearer")


def test_no_token_is_stored_in_plain_text(tokens: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT token FROM oauth2_provider_accesstoken UNION ALL SELECT token FROM oauth2_provider_refreshtoken"
        )
        assert cursor.fetchall() == [("",), ("",)]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code": "wrong"}, "invalid_grant"),
        ({"code": "\x00"}, "invalid_request"),
        ({"code": None}, "invalid_request"),
        ({"code_verifier": "x" * 43}, "invalid_grant"),
        ({"code_verifier": None}, "invalid_request"),
        ({"redirect_uri": "https://evil.example/"}, "invalid_request"),
        ({"client_id": "unknown"}, "invalid_client"),
        ({"client_id": None}, "invalid_client"),
        ({"resource": "https://evil.example/mcp"}, "invalid_target"),
        ({"resource": ["http://testserver/mcp", "https://evil.example/mcp"]}, "invalid_target"),
        ({"grant_type": "password", "username": "ada", "password": "a long password"}, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, "unsupported_grant_type"),
        ({"grant_type": "urn:ietf:params:oauth:grant-type:device_code"}, "unsupported_grant_type"),
        ({"grant_type": None}, "unsupported_grant_type"),
    ],
)
def test_a_wrong_exchange_gives_no_token(program: Program, code: str, changes: dict[str, Any], error: str) -> None:
    response = program.exchange(**{"code": code, **changes})
    assert response.status_code in (400, 401)
    assert response.json()["error"] == error
    assert not AccessToken.objects.exists()
    # And the right one still does: nobody else can use up a code.
    assert program.exchange(code).status_code == 200


def test_an_exchange_without_a_resource_keeps_that_of_the_request(program: Program, code: str) -> None:
    assert program.exchange(code, resource=None).status_code == 200
    assert AccessToken.objects.get().resource == ["http://testserver/mcp"]


def test_another_client_cannot_use_a_code(program: Program, code: str) -> None:
    other = Program()
    other.register()
    assert error_of(other.exchange(code)) == (400, "invalid_grant")
    assert program.exchange(code).status_code == 200


def test_a_code_expires_after_a_minute(program: Program, code: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth2_provider_grant SET expires = expires - interval '61 seconds'")
    assert error_of(program.exchange(code)) == (400, "invalid_grant")


def test_a_code_that_is_used_twice_ends_what_it_led_to(program: Program, code: str) -> None:
    granted = program.exchange(code).json()
    assert error_of(program.exchange(code)) == (400, "invalid_grant")
    assert error_of(program.refresh(granted["refresh_token"])) == (400, "invalid_grant")
    assert not AccessToken.objects.exists()
    assert not is_connected()


def test_a_refresh_rotates_both_tokens_and_keeps_what_was_allowed(browser: Client, program: Program) -> None:
    granted = connect(browser, program, reach="some", typed="acme/shop")
    seen = {granted["access_token"], granted["refresh_token"]}
    for _ in range(3):
        granted = program.refresh(granted["refresh_token"]).json()
        assert granted["scope"] == "memories:read memories:write"
        seen |= {granted["access_token"], granted["refresh_token"]}
    assert len(seen) == 8
    assert AccessToken.objects.count() == 1
    consent = Consent.objects.get()
    assert set(RefreshToken.objects.values_list("token_family", flat=True)) == {consent.pk}
    assert consent.projects == ["acme/shop"]


def test_a_refresh_token_that_was_used_long_ago_ends_everything(program: Program, tokens: dict[str, Any]) -> None:
    newer = program.refresh(tokens["refresh_token"]).json()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth2_provider_refreshtoken SET revoked = revoked - interval '1 minute'")
    assert error_of(program.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert error_of(program.refresh(newer["refresh_token"])) == (400, "invalid_grant")
    assert not is_connected()


def test_the_slower_of_two_refreshes_is_refused_and_the_faster_one_keeps_its_tokens(
    program: Program, tokens: dict[str, Any]
) -> None:
    newer = program.refresh(tokens["refresh_token"]).json()
    assert error_of(program.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert program.refresh(newer["refresh_token"]).status_code == 200


def test_a_refresh_may_narrow_the_scope_and_not_widen_it(browser: Client, program: Program) -> None:
    granted = connect(browser, program, may_write=None)
    assert error_of(program.refresh(granted["refresh_token"], scope="memories:write")) == (400, "invalid_scope")
    assert program.refresh(granted["refresh_token"], scope="memories:read").json()["scope"] == "memories:read"


def test_another_client_cannot_refresh(program: Program, tokens: dict[str, Any]) -> None:
    other = Program()
    other.register()
    assert error_of(other.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert program.refresh(tokens["refresh_token"]).status_code == 200


@pytest.mark.parametrize("resource", ["https://evil.example/mcp", "http://testserver/other", "mcp"])
def test_a_refresh_cannot_change_the_resource(program: Program, tokens: dict[str, Any], resource: str) -> None:
    assert error_of(program.refresh(tokens["refresh_token"], resource=resource)) == (400, "invalid_target")


def test_a_refresh_token_ends_thirty_days_after_its_access_token(program: Program, tokens: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth2_provider_accesstoken SET expires = now() - interval '29 days 23 hours'")
        tokens = program.refresh(tokens["refresh_token"]).json()
        cursor.execute("UPDATE oauth2_provider_accesstoken SET expires = now() - interval '30 days 1 minute'")
    assert error_of(program.refresh(tokens["refresh_token"])) == (400, "invalid_grant")


def test_a_person_who_left_refreshes_nothing(ada: User, program: Program, tokens: dict[str, Any]) -> None:
    ada.is_active = False
    ada.save()
    assert error_of(program.refresh(tokens["refresh_token"])) == (400, "invalid_grant")


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
@pytest.mark.parametrize("hint", ["access_token", "refresh_token", "nonsense", ""])
def test_a_client_ends_its_own_connection(program: Program, tokens: dict[str, Any], which: str, hint: str) -> None:
    assert program.revoke(tokens[which], token_type_hint=hint).status_code == 200
    assert not is_connected()
    assert not AccessToken.objects.exists()
    assert error_of(program.refresh(tokens["refresh_token"])) == (400, "invalid_grant")


def test_a_client_cannot_end_another_ones_connection(program: Program, tokens: dict[str, Any]) -> None:
    other = Program()
    other.register()
    assert other.revoke(tokens["access_token"]).status_code == 200  # which tells nothing about the token
    assert is_connected()
    assert program.refresh(tokens["refresh_token"]).status_code == 200


def test_two_connections_of_one_client_and_person_end_separately(browser: Client, program: Program) -> None:
    first = connect(browser, program, reach="some", typed="acme/shop")
    second = connect(browser, program, reach="some", typed="acme/till")
    assert program.revoke(first["access_token"]).status_code == 200
    assert Consent.objects.get(ended_at=None).projects == ["acme/till"]
    assert program.refresh(second["refresh_token"]).status_code == 200


def test_tokens_in_the_address_are_not_taken(program: Program, code: str) -> None:
    response = program.http.post(f"/oauth/token?grant_type=authorization_code&code={code}")
    assert response.status_code == 400
    assert Grant.objects.exists()


def test_get_is_no_way_to_a_token(program: Program) -> None:
    assert program.http.get("/oauth/token").status_code == 405
    assert program.http.get("/oauth/revoke").status_code == 405
