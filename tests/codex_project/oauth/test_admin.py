"""Connected clients in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.test import Client
from oauth2_provider.models import AccessToken, RefreshToken

from codex_project.oauth.models import Consent
from tests.support.admin import text_of
from tests.support.oauth import CALLBACK, Program, connect, curator, person

pytestmark = pytest.mark.django_db
LIST = "/admin/codex_oauth/consent/"


@pytest.fixture
def tokens(browser: Client, program: Program) -> dict[str, Any]:
    return connect(browser, program, reach="some", typed="acme/shop")


@pytest.fixture
def root(db: None) -> Client:
    return person(User.objects.create_superuser("root", password="a long password"))


def disconnect(browser: Client, consent: Consent) -> Any:
    page = browser.get(f"{LIST}{consent.pk}/delete/")
    assert page.status_code == 200
    token = browser.cookies["csrftoken"].value
    return browser.post(f"{LIST}{consent.pk}/delete/", {"post": "yes", "csrfmiddlewaretoken": token}, follow=True)


def test_the_list_says_who_allowed_which_client_what(root: Client, tokens: dict[str, Any]) -> None:
    text = text_of(root.get(LIST))
    for expected in ("Claude", "ada", "read, store, change and delete", "acme/shop"):
        assert expected in text
    text = text_of(root.get(f"{LIST}{Consent.objects.get().pk}/change/"))
    assert "it registered itself on" in text
    assert CALLBACK in text


def test_no_page_shows_a_secret(root: Client, browser: Client, tokens: dict[str, Any]) -> None:
    consent = Consent.objects.get()
    for visitor in (root, browser):
        for page in (LIST, f"{LIST}{consent.pk}/change/", f"{LIST}{consent.pk}/delete/"):
            html = visitor.get(page).content.decode()
            for secret in (tokens["access_token"], tokens["refresh_token"], consent.code_checksum):
                assert secret not in html


def test_disconnecting_ends_all_tokens_and_is_recorded(
    browser: Client, ada: User, program: Program, tokens: dict[str, Any]
) -> None:
    consent = Consent.objects.get()
    page = disconnect(browser, consent)
    assert page.status_code == 200
    assert not AccessToken.objects.exists()
    assert not RefreshToken.objects.exists()
    assert program.refresh(tokens["refresh_token"]).status_code == 400
    assert "Claude" not in text_of(browser.get(LIST)).replace(f"The connected client “{consent}” was deleted", "")
    entry = LogEntry.objects.get(action_flag=DELETION)
    assert (entry.user, entry.object_repr, entry.object_id) == (ada, "Claude of ada", str(consent.pk))


def test_several_are_disconnected_at_once(root: Client, browser: Client, program: Program) -> None:
    first, second = connect(browser, program), connect(browser, program)
    keys = [str(key) for key in Consent.objects.values_list("pk", flat=True)]
    root.get(LIST)
    form = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    root.post(LIST, {**form, "csrfmiddlewaretoken": root.cookies["csrftoken"].value})
    assert not Consent.objects.filter(ended_at=None).exists()
    assert program.refresh(first["refresh_token"]).status_code == 400
    assert program.refresh(second["refresh_token"]).status_code == 400
    assert LogEntry.objects.filter(action_flag=DELETION).count() == 2


def test_a_curator_sees_and_ends_only_what_they_allowed(tokens: dict[str, Any]) -> None:
    consent = Consent.objects.get()
    other = person(curator("bob"))
    assert "Claude" not in text_of(other.get(LIST))
    assert other.get(f"{LIST}{consent.pk}/change/").status_code == 302  # as if it did not exist
    assert other.get(f"{LIST}{consent.pk}/delete/").status_code == 302
    other.post(f"{LIST}{consent.pk}/delete/", {"post": "yes", "csrfmiddlewaretoken": other.cookies["csrftoken"].value})
    consent.refresh_from_db()
    assert consent.ended_at is None


def test_nothing_can_be_added_or_changed(root: Client, tokens: dict[str, Any]) -> None:
    assert root.get(f"{LIST}add/").status_code == 403
    key = Consent.objects.get().pk
    root.get(LIST)
    root.post(f"{LIST}{key}/change/", {"projects": "", "csrfmiddlewaretoken": root.cookies["csrftoken"].value})
    assert Consent.objects.get().projects == ["acme/shop"]


@pytest.mark.parametrize("model", ["accesstoken", "application", "grant", "idtoken", "refreshtoken"])
def test_the_toolkits_own_pages_are_gone(root: Client, model: str) -> None:
    assert root.get(f"/admin/oauth2_provider/{model}/").status_code == 404


def test_a_person_with_tokens_can_be_deleted_in_the_admin(root: Client, ada: User, tokens: dict[str, Any]) -> None:
    address = f"/admin/auth/user/{ada.pk}/delete/"
    page = root.get(address)
    assert tokens["access_token"] not in page.content.decode()
    token = root.cookies["csrftoken"].value
    assert root.post(address, {"post": "yes", "csrfmiddlewaretoken": token}).status_code == 302
    assert not Consent.objects.exists()
    assert not AccessToken.objects.exists()
