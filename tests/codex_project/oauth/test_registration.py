"""Dynamic client registration (RFC 7591)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from oauth2_provider.models import AccessToken, Application

from codex_project.oauth import clients
from tests.support.oauth import CALLBACK, METADATA, Program

pytestmark = pytest.mark.django_db
REGISTER = "/oauth/register"


def test_a_client_registers_itself_as_a_public_one() -> None:
    answer = Program().register()
    registered = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    assert registered.items() >= METADATA.items()
    assert "client_secret" not in registered
    client = Application.objects.get(client_id=registered["client_id"])
    assert (client.client_type, client.client_secret, client.user) == ("public", "", None)
    assert not AccessToken.objects.exists()  # such as one to change the registration with


def test_a_client_that_wants_a_secret_is_told_that_it_needs_none() -> None:
    answer = Program().register(token_endpoint_auth_method="client_secret_post")
    assert answer.status_code == 201
    assert answer.json()["token_endpoint_auth_method"] == "none"


@pytest.mark.parametrize(
    "uri",
    [
        "https://claude.ai/api/mcp/auth_callback",
        "http://localhost:33418/",
        "http://127.0.0.1/callback",
        "http://[::1]:7777/callback",
        "cursor://anysphere.cursor-retrieval/oauth/user-codex/callback",
    ],
)
def test_addresses_of_known_clients_are_accepted(uri: str) -> None:
    assert Program().register(redirect_uris=[uri]).status_code == 201


@pytest.mark.parametrize(
    "uri",
    [
        "javascript:alert(1)",
        "javascript://localhost/%0aalert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "http://evil.example/callback",
        "http://localhost.evil.example/callback",
        "http://127.0.0.1@evil.example/callback",
        "http://127.0.0.2/callback",
        "https:///callback",
        "https://good.example/#fragment",
        "https://good.example/ https://evil.example/",
        "https://good.example/\nhttps://evil.example/",
        "https://good.example\\@evil.example/",
        "https://*.example.com/callback",
        "//good.example/callback",
        "/callback",
        "cursor:callback",
        "https://good.example:99999/",
        "https://good.example/" + "a" * 500,
        "https://gööd.example/",
        "",
    ],
)
def test_other_addresses_are_refused_with_a_sentence(uri: str) -> None:
    answer = Program().register(redirect_uris=[uri])
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_redirect_uri")
    assert answer.json()["error_description"].endswith(".")
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "metadata",
    [
        {"redirect_uris": None},
        {"redirect_uris": []},
        {"redirect_uris": CALLBACK},
        {"redirect_uris": [1]},
        {"redirect_uris": [CALLBACK] * 11},
        {"client_name": 7},
        {"client_name": ["Claude"]},
        {"client_name": "a" * 101},
        {"grant_types": ["password"]},
        {"grant_types": ["authorization_code", "client_credentials"]},
        {"grant_types": ["refresh_token"]},
        {"grant_types": "authorization_code"},
        {"response_types": ["token"]},
    ],
)
def test_metadata_that_cannot_be_served_is_refused(metadata: dict[str, Any]) -> None:
    answer = Program().register(**metadata)
    assert answer.status_code == 400
    assert answer.json()["error"] in ("invalid_client_metadata", "invalid_redirect_uri")
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b"{", b"\xff", b'{"client_name": "\\ud800"}', b"[" * 10_000, b'{"a": "' + b"a" * 20_000],
)
def test_a_body_that_is_no_small_json_object_is_refused(body: bytes) -> None:
    answer = Client().post(REGISTER, body, "application/json")
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_client_metadata")


def test_a_name_has_no_invisible_characters() -> None:
    name = "  Cla\u202eude\x00\n\u200b  <b>Desktop</b> "
    assert Program().register(client_name=name).json()["client_name"] == "Claude <b>Desktop</b>"


def test_registration_takes_posts_only() -> None:
    assert Client().get(REGISTER).status_code == 405
    assert Client().put(REGISTER).status_code == 405


def test_one_address_registers_twenty_clients_an_hour() -> None:
    answers = [Program().register() for _ in range(21)]
    assert [answer.status_code for answer in answers] == [201] * 20 + [429]
    assert "Too many registrations" in answers[-1].json()["error_description"]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 3600
    assert Program(Client(REMOTE_ADDR="192.0.2.7")).register().status_code == 201


def test_a_flood_from_many_addresses_is_limited_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "UNUSED_MAX", 3)
    answers = [Program(Client(REMOTE_ADDR=f"192.0.2.{n}")).register() for n in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
    assert "Try again in an hour" in answers[-1].json()["error_description"]
    assert Application.objects.count() == 3

    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth2_provider_application SET created = created - interval '2 hours'")
    assert Program(Client(REMOTE_ADDR="192.0.2.5")).register().status_code == 201
    assert Application.objects.count() == 1


def test_a_client_that_is_used_does_not_count(
    monkeypatch: pytest.MonkeyPatch, browser: Client, program: Program
) -> None:
    from tests.support.oauth import connect

    connect(browser, program)
    monkeypatch.setattr(clients, "UNUSED_MAX", 1)
    assert Program().register(client_name=json.dumps("other")).status_code == 201
