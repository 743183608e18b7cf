"""Bearer tokens in the admin."""

from __future__ import annotations

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from mcp_server import tokens
from mcp_server.models import AccessToken
from tests.support.admin import text_of

TOKENS = "/admin/mcp_server/accesstoken/"


@pytest.fixture(autouse=True)
def no_tokens(desk: None) -> None:
    AccessToken.objects.all().delete()


def add(client: Client, **fields: str) -> str:
    response = client.post(f"{TOKENS}add/", {"name": "laptop", "projects": "", "days": "", **fields}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_token_is_created_and_shown_once(superuser: Client) -> None:
    response = superuser.post(
        f"{TOKENS}add/", {"name": "laptop", "projects": " a \r\n\r\nb/c\n", "is_read_only": "on", "days": "30"}
    )
    secret = re.search(r"<code>(cm_[A-Za-z0-9_-]{43})</code>", response.content.decode())

    assert secret
    assert "no-store" in response.headers["Cache-Control"]
    token = AccessToken.objects.get()
    assert (token.name, token.projects, token.is_read_only, token.created_by) == ("laptop", ["a", "b/c"], True, "root")
    assert token.token_hash == tokens._hashed(secret[1])
    assert token.expires_at is not None
    assert (token.expires_at - token.created_at).days in (29, 30)
    for page in (TOKENS, f"{TOKENS}{token.pk}/change/", "/admin/admin/logentry/"):
        assert secret[1] not in superuser.get(page).content.decode()
    assert LogEntry.objects.get().object_repr == "laptop"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("name", "not a name", "a token's name is"),
        ("name", "", "required"),
        ("projects", "fine\n-not-fine", "a project's name is"),
        ("projects", "two words", "a project's name is"),
        ("days", "0", "greater than or equal"),
        ("days", "soon", "whole number"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(superuser: Client, field: str, value: str, reason: str) -> None:
    assert reason in add(superuser, **{field: value}).replace("&#x27;", "'")
    assert not AccessToken.objects.exists()


def test_a_name_is_free_again_once_its_token_is_revoked(superuser: Client) -> None:
    add(superuser)
    assert "not revoked yet" in add(superuser)
    tokens.revoke("laptop")
    assert "cm_" in add(superuser)
    assert [token.state for token in AccessToken.objects.order_by("pk")] == ["revoked", "valid"]


def test_a_token_is_revoked_from_its_page_and_from_the_list(superuser: Client) -> None:
    first, second = tokens.create("first"), tokens.create("second")
    page = superuser.get(f"{TOKENS}{first.pk}/change/").content.decode()
    assert f'formaction="{TOKENS}{first.pk}/revoke/"' in page
    assert superuser.get(f"{TOKENS}{first.pk}/revoke/").status_code == 405

    listed = superuser.post(f"{TOKENS}{first.pk}/revoke/", follow=True)
    assert "Revoked: first." in text_of(listed)
    chosen = {"action": "revoke_selected", "_selected_action": [str(first.pk), str(second.pk)]}
    assert "Revoked: second." in text_of(superuser.post(TOKENS, chosen, follow=True))
    assert [token.state for token in AccessToken.objects.all()] == ["revoked", "revoked"]
    assert LogEntry.objects.filter(change_message__contains="Revoked").count() == 2
    assert "formaction" not in superuser.get(f"{TOKENS}{first.pk}/change/").content.decode()


def test_tokens_are_the_business_of_those_who_may(curator: Client, staff: Client) -> None:
    token = tokens.create("laptop")
    for client in (curator, staff):
        assert client.get(TOKENS).status_code == 403
        assert client.post(f"{TOKENS}add/", {"name": "mine", "projects": "", "days": ""}).status_code == 403
        assert client.post(f"{TOKENS}{token.pk}/revoke/").status_code == 403
    sam = User.objects.get(username="sam")
    sam.user_permissions.add(Permission.objects.get(codename="view_accesstoken", content_type__app_label="mcp_server"))
    assert staff.get(TOKENS).status_code == 200
    assert "Revoke" not in text_of(staff.get(f"{TOKENS}{token.pk}/change/"))
    assert staff.post(f"{TOKENS}{token.pk}/revoke/").status_code == 403
    assert AccessToken.objects.get().state == "valid"
