"""Client id metadata documents: what is fetched, for whom, and what the document may say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from oauth2_provider.models import Application
from oauth2_provider.settings import oauth2_settings

from codex_project.oauth import clients
from tests.support.admin import text_of
from tests.support.oauth import CALLBACK, Program, answer, curator, person, sent_back
from tests.support.oauth_documents import Site
from tests.support.oauth_fetcher import LocalFetcher

pytestmark = [pytest.mark.django_db, pytest.mark.integration]


@pytest.fixture(scope="module")
def running_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def site(running_site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site on this machine, which the test may fetch from."""
    monkeypatch.setenv("SSL_CERT_FILE", str(running_site.certificate))
    monkeypatch.setattr(oauth2_settings, "CIMD_METADATA_FETCHER", LocalFetcher, raising=False)
    running_site.requests, running_site.status = 0, 200
    running_site.headers = {"Content-Type": "application/json"}
    running_site.serve(client_name="Hosted Assistant", redirect_uris=[CALLBACK])
    return running_site


def test_a_document_is_a_registration(browser: Client, site: Site) -> None:
    program = Program(client_id=site.client_id)
    text = text_of(browser.get(program.request()))
    assert "Connect Hosted Assistant" in text
    assert f"A program that is described at {site.client_id}" in text
    code = sent_back(answer(browser, program.request()))["code"]
    assert program.exchange(code).status_code == 200
    assert site.requests == 1  # it is kept for a while
    assert Application.objects.get().registration_source == "cimd"


def test_a_document_without_a_name_goes_by_its_address(browser: Client, site: Site) -> None:
    site.serve(redirect_uris=[CALLBACK])
    assert f"Connect {site.client_id}" in text_of(browser.get(Program(client_id=site.client_id).request()))


@pytest.mark.parametrize(
    "metadata",
    [
        {"client_id": "https://other.example/client.json"},
        {"redirect_uris": ["javascript:alert(1)"]},
        {"redirect_uris": ["http://evil.example/callback"]},
        {"redirect_uris": []},
        {"redirect_uris": CALLBACK},
        {"client_name": "a" * 101},
        {"client_name": {"en": "Assistant"}},
        {"client_secret": "secret"},
        {"token_endpoint_auth_method": "private_key_jwt"},
        {"grant_types": ["client_credentials"]},
        {"grant_types": ["implicit"]},
        {"client_name": "a" * 20_000},
    ],
)
def test_a_document_that_breaks_a_rule_is_an_unknown_client(
    browser: Client, site: Site, metadata: dict[str, Any]
) -> None:
    site.serve(**{"client_name": "Hosted Assistant", "redirect_uris": [CALLBACK], **metadata})
    page = browser.get(Program(client_id=site.client_id).request())
    assert page.status_code == 400
    assert "This server does not know the program that sent you here." in text_of(page)
    assert not Application.objects.exists()
    browser.get(Program(client_id=site.client_id).request())
    assert site.requests == 1  # a failure is not tried again at once


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (404, {}, b"{}"),
        (500, {}, b"{}"),
        (302, {"Location": "https://localhost/"}, b""),
        (200, {"Content-Type": "text/html"}, b"{}"),
        (200, {}, b"not json"),
        (200, {}, b"[]"),
        (200, {}, b"\xff"),
    ],
)
def test_an_answer_that_is_no_document_is_an_unknown_client(
    browser: Client, site: Site, status: int, headers: dict[str, str], body: bytes
) -> None:
    site.status, site.body = status, body
    site.headers = {"Content-Type": "application/json", **headers}
    assert browser.get(Program(client_id=site.client_id).request()).status_code == 400
    assert not Application.objects.exists()


def test_nobody_can_have_documents_fetched_without_logging_in(site: Site) -> None:
    program = Program(client_id=site.client_id)
    assert Client().get(program.request()).status_code == 302
    assert Client().get(program.request(prompt="none")).status_code == 302
    assert program.exchange("code").status_code in (400, 401)
    assert program.refresh("token").status_code in (400, 401)
    program.revoke("token")
    stranger = person(curator("eve"))
    stranger.logout()
    stranger.get(program.request())
    assert site.requests == 0


def test_a_person_who_may_not_read_memories_has_nothing_fetched(site: Site) -> None:
    user = curator("nobody")
    user.groups.clear()
    assert person(user).get(Program(client_id=site.client_id).request()).status_code == 403
    assert site.requests == 0


def test_documents_count_as_clients_that_nobody_uses(
    browser: Client, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    Program().register()
    monkeypatch.setattr(clients, "UNUSED_MAX", 1)
    assert browser.get(Program(client_id=site.client_id).request()).status_code == 400
    assert site.requests == 0


@pytest.mark.parametrize(
    "client_id",
    [
        "https://127.0.0.1:{port}/client.json",
        "https://localhost:{port}/client.json",
        "https://[::1]:{port}/client.json",
        "https://0.0.0.0:{port}/client.json",
        "https://2130706433:{port}/client.json",
        "https://[::ffff:127.0.0.1]:{port}/client.json",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/client.json",
        "https://localhost:{port}",
        "https://user:password@localhost:{port}/client.json",
        "https://localhost:{port}/a/../client.json",
        "https://localhost:{port}/client.json#fragment",
        "https://localhost:99999/client.json",
        "http://localhost:{port}/client.json",
        "file:///etc/passwd",
        "https://" + "a" * 300 + ".example/client.json",
    ],
)
def test_in_production_nothing_on_this_machine_is_fetched(
    browser: Client, site: Site, monkeypatch: pytest.MonkeyPatch, client_id: str
) -> None:
    monkeypatch.setattr(oauth2_settings, "CIMD_METADATA_FETCHER", clients.Fetcher, raising=False)
    cache.clear()
    address = client_id.format(port=site.client_id.split(":")[2].split("/")[0])
    assert browser.get(Program(client_id=address).request()).status_code == 400
    assert site.requests == 0
    assert not Application.objects.exists()


def test_the_fetcher_of_production_is_the_hardened_one(settings: Any) -> None:
    assert settings.OAUTH2_PROVIDER["CIMD_METADATA_FETCHER"] == "codex_project.oauth.clients.Fetcher"
    assert oauth2_settings.CIMD_METADATA_FETCHER is clients.Fetcher
