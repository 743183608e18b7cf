"""Requests of any shape get an answer of their own, never 500."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from oauth2_provider.models import AccessToken, Grant

from codex_project.oauth import views
from tests.support.oauth import METADATA, Program, challenge, curator, person

pytestmark = pytest.mark.django_db

ODD = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            "\x00",
            "%00",
            "\ud800",
            "é",
            "a b",
            "a" * 3000,
            "[",
            "http://[",
            "https://a:b",
            "//",
            "\r\nX: y",
            "'",
            "{}",
        ]
    ),
)
PARAMETERS = (
    *("response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method"),
    *("resource", "nonce", "claims", "prompt", "ui_locales", "response_mode", "request", "max_age", "display"),
)
FIELDS = (
    *("grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier", "resource", "scope"),
    *("refresh_token", "token", "token_type_hint", "device_code", "username", "password"),
)


def raw(parameters: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in parameters.items())


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "REGISTRATIONS_PER_ADDRESS", "100000/h")


@pytest.fixture
def visitor(quiet: None) -> tuple[Client, Program]:
    program = Program()
    program.register()
    return person(curator()), program


EXAMPLES = settings(max_examples=80)


@EXAMPLES
@given(
    changes=st.dictionaries(st.sampled_from(PARAMETERS), ODD, max_size=4),
    tail=st.sampled_from(["", "&", "&%", "&;=%zz", "&a"]),
)
def test_authorization(visitor: tuple[Client, Program], changes: dict[str, str], tail: str) -> None:
    browser, program = visitor
    valid = {
        "response_type": "code",
        "client_id": program.client_id,
        "redirect_uri": program.redirect_uri,
        "code_challenge": challenge(),
        "code_challenge_method": "S256",
        "resource": program.resource,
    }
    response = browser.get(f"/oauth/authorize?{raw({**valid, **changes})}{tail}")
    assert response.status_code in (200, 302, 400)
    if response.status_code == 302:
        assert response.headers["Location"].startswith(program.redirect_uri)
        assert "\r" not in response.headers["Location"]
    assert not Grant.objects.exists()


@EXAMPLES
@given(path=st.sampled_from(["token", "revoke"]), form=st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=6))
def test_tokens_and_revocation(visitor: tuple[Client, Program], path: str, form: dict[str, str]) -> None:
    for start in ({}, {"client_id": visitor[1].client_id}, {"grant_type": "refresh_token", "refresh_token": "x"}):
        body = raw({**start, **form})
        response = Client().post(f"/oauth/{path}", body, "application/x-www-form-urlencoded")
        assert response.status_code in (200, 400, 401)
        assert response.headers["Content-Type"] == "application/json"
    assert not AccessToken.objects.exists()


JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ODD),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)


@EXAMPLES
@given(changes=st.dictionaries(st.sampled_from([*METADATA, "scope", "jwks"]), JSON, max_size=3))
def test_registration(quiet: None, db: None, changes: dict[str, Any]) -> None:
    answer = Program().register(**changes)
    assert answer.status_code in (201, 400)
    if answer.status_code == 400:
        assert answer.json()["error_description"].endswith(".")


@pytest.mark.parametrize("path", ["authorize", "token", "register", "revoke"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""]
)
def test_bodies_that_are_none(quiet: None, path: str, kind: str) -> None:
    browser = person(curator())
    for body in (b"", b"\xff\xfe", b"%", b"a=%00", b"--x\r\nContent-Disposition: form-data", b"a" * 3_000_000):
        for visitor in (Client(), browser):
            response = visitor.generic("POST", f"/oauth/{path}", body, kind)
            assert response.status_code in (302, 400, 401, 403, 413), (path, kind, body[:9])
