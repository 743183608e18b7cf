"""A client that connects by OAuth without any library, and the person who lets it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.contrib.auth.models import Group, User
from django.test import Client

RESOURCE = "http://testserver/mcp"
CALLBACK = "http://127.0.0.1:7777/callback"
VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-which-wants-43"
METADATA = {
    "client_name": "Claude",
    "redirect_uris": [CALLBACK],
    "grant_types": ["authorization_code", "refresh_token"],
    "response_types": ["code"],
    "token_endpoint_auth_method": "none",
}
BOTH = "memories:read memories:write"


def challenge(verifier: str = VERIFIER) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def curator(name: str = "ada") -> User:
    user = User.objects.create_user(name, password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name="curator"))
    return user


def person(user: User) -> Client:
    """A browser in which somebody has logged in. It checks CSRF tokens, as real ones must have them."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)
    return browser


@dataclass
class Program:
    """A client, before and after it registered."""

    http: Client = field(default_factory=Client)
    client_id: str = ""
    redirect_uri: str = CALLBACK
    resource: str = RESOURCE

    def register(self, **metadata: Any) -> Any:
        answer = self.http.post("/oauth/register", json.dumps({**METADATA, **metadata}), "application/json")
        if answer.status_code == 201:
            self.client_id = answer.json()["client_id"]
        return answer

    def request(self, **changes: Any) -> str:
        """The address of the authorization request; None leaves a parameter out."""
        parameters = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": BOTH,
            "state": "xyz",
            "code_challenge": challenge(),
            "code_challenge_method": "S256",
            "resource": self.resource,
            **changes,
        }
        present = {name: value for name, value in parameters.items() if value is not None}
        return f"/oauth/authorize?{urlencode(present, doseq=True)}"

    def exchange(self, code: str, **changes: Any) -> Any:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "code_verifier": VERIFIER,
            "resource": self.resource,
            **changes,
        }
        return self.http.post("/oauth/token", {name: value for name, value in form.items() if value is not None})

    def refresh(self, refresh_token: str, **changes: Any) -> Any:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": self.client_id}
        return self.http.post("/oauth/token", {**form, "resource": self.resource, **changes})

    def revoke(self, token: str, **changes: Any) -> Any:
        return self.http.post("/oauth/revoke", {"token": token, "client_id": self.client_id, **changes})


def answer(browser: Client, address: str, **choices: Any) -> Any:
    """Open the consent page and answer it: allow all, if nothing else is chosen."""
    page = browser.get(address)
    assert page.status_code == 200, page.content.decode()
    token = re.search(r'<main.*name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode(), re.DOTALL)
    assert token is not None
    form = {"answer": "allow", "reach": "all", "may_write": "on", **choices}
    chosen = {name: value for name, value in form.items() if value is not None}
    return browser.post(address, {"csrfmiddlewaretoken": unescape(token[1]), **chosen})


def sent_back(response: Any) -> dict[str, str]:
    """The parameters that a redirect takes to the client."""
    assert response.status_code == 302, response.content.decode()
    return {name: values[0] for name, values in parse_qs(urlsplit(response.url).query).items()}


def connect(browser: Client, program: Program, **choices: Any) -> dict[str, Any]:
    """Go through all steps, and return the token response."""
    if not program.client_id:
        assert program.register().status_code == 201
    code = sent_back(answer(browser, program.request(), **choices))["code"]
    tokens = program.exchange(code)
    assert tokens.status_code == 200, tokens.content
    granted: dict[str, Any] = tokens.json()
    return granted
