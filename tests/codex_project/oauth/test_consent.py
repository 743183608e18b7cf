"""The consent page: who sees it, what it says, what the answer leads to."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from oauth2_provider.models import AccessToken, Grant

from codex_project.oauth.models import Consent
from tests.support.admin import MemoryFactory, text_of
from tests.support.oauth import CALLBACK, RESOURCE, Program, answer, connect, curator, person, sent_back

pytestmark = pytest.mark.django_db


def reader() -> User:
    user = User.objects.create_user("rita", password="a long password", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_memory"))
    return user


def test_the_page_says_who_asks_and_for_what(browser: Client, program: Program) -> None:
    page = browser.get(program.request())
    text = text_of(page)
    assert "Connect Claude" in text
    assert "asks to use the memories on this server in your name, ada." in text
    assert "A program that registered itself here. It chose the name, and nobody has checked it." in text
    assert f"To a program on the computer that you are using, at {CALLBACK}" in text
    assert "Read and search memories" in text
    assert "Store new memories, change and delete them" in text
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Frame-Options"] == "DENY"


def test_somebody_who_has_not_logged_in_logs_in_first(program: Program) -> None:
    curator()
    visitor = Client()
    address = program.request()
    to_login: Any = visitor.get(address)
    assert to_login.status_code == 302
    assert urlsplit(to_login.url).path == "/admin/login/"
    back: Any = visitor.post(to_login.url, {"username": "ada", "password": "a long password", **query(to_login.url)})
    assert back.status_code == 302
    assert back.url == address


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_allowing_sends_a_code_with_state_and_issuer(browser: Client, program: Program) -> None:
    parameters = sent_back(answer(browser, program.request()))
    assert set(parameters) == {"code", "state", "iss"}
    assert parameters["state"] == "xyz"
    assert parameters["iss"] == "http://testserver"


def test_denying_is_one_press_and_stores_nothing(browser: Client, program: Program) -> None:
    response = answer(browser, program.request(), answer="deny", reach="some", typed="!")
    assert sent_back(response) == {"error": "access_denied", "state": "xyz"}
    assert response.url.startswith(CALLBACK)
    assert not Grant.objects.exists()
    assert not Consent.objects.exists()


def test_an_answer_without_the_pages_token_is_refused(browser: Client, program: Program) -> None:
    assert browser.post(program.request(), {"answer": "allow", "reach": "all"}).status_code == 403
    assert not Grant.objects.exists()


@pytest.mark.parametrize("parameters", [{"approval_prompt": "auto"}, {"prompt": "none"}, {"prompt": "login"}])
def test_nothing_in_the_request_skips_the_page(browser: Client, program: Program, parameters: dict[str, str]) -> None:
    connect(browser, program)
    page = browser.get(program.request(**parameters))
    assert page.status_code == 200
    assert "Connect Claude" in text_of(page)


def test_a_person_may_untick_writing(browser: Client, program: Program) -> None:
    assert connect(browser, program, may_write=None)["scope"] == "memories:read"


def test_a_client_that_asks_to_read_is_not_offered_to_write(browser: Client, program: Program) -> None:
    address = program.request(scope="memories:read")
    assert "Store new memories" not in text_of(browser.get(address))
    code = sent_back(answer(browser, address))["code"]
    assert program.exchange(code).json()["scope"] == "memories:read"


def test_a_client_that_asks_to_write_may_read_as_well(browser: Client, program: Program) -> None:
    code = sent_back(answer(browser, program.request(scope="memories:write")))["code"]
    assert program.exchange(code).json()["scope"] == "memories:read memories:write"


def test_a_client_that_names_no_scope_is_offered_both(browser: Client, program: Program) -> None:
    code = sent_back(answer(browser, program.request(scope=None)))["code"]
    assert program.exchange(code).json()["scope"] == "memories:read memories:write"


def test_a_person_who_may_only_read_cannot_let_a_client_write(program: Program) -> None:
    browser = person(reader())
    assert "Your account may not change and delete them, so it will only read." in text_of(
        browser.get(program.request())
    )
    assert connect(browser, program)["scope"] == "memories:read"


@pytest.mark.parametrize("is_staff", [True, False])
def test_a_person_who_may_not_read_memories_cannot_allow_anything(program: Program, is_staff: bool) -> None:
    browser = person(User.objects.create_user("nobody", password="a long password", is_staff=is_staff))
    page = browser.get(program.request())
    assert page.status_code == 403
    assert "Your account may not read memories" in text_of(page)


def test_projects_are_ticked_and_typed(browser: Client, program: Program) -> None:
    MemoryFactory(project="acme/shop")
    MemoryFactory(project="acme/till", content="other")
    page = text_of(browser.get(program.request()))
    assert "acme/shop" in page
    assert "acme/till" in page
    connect(browser, program, reach="some", ticked=["acme/till"], typed=" acme/new \r\n\r\nacme/till\r\n")
    assert Consent.objects.get().projects == ["acme/till", "acme/new"]


def test_a_ticked_project_may_have_vanished_from_the_largest_meanwhile(browser: Client, program: Program) -> None:
    connect(browser, program, reach="some", ticked=["acme/small"])
    assert Consent.objects.get().projects == ["acme/small"]


def test_all_projects_are_the_default_even_if_some_are_ticked(browser: Client, program: Program) -> None:
    MemoryFactory(project="acme/shop")
    connect(browser, program, ticked=["acme/shop"])
    assert Consent.objects.get().projects == []


@pytest.mark.parametrize(
    ("choices", "complaint"),
    [
        ({"reach": "some"}, "Choose at least one project, or all of them."),
        ({"reach": "some", "typed": "no spaces allowed"}, "cannot be used: a project's name is 1 to 100"),
        ({"reach": "some", "ticked": ["<b>"]}, "not one of the available choices"),
        ({"reach": "some", "typed": "\n".join(f"p{n}" for n in range(51))}, "Choose at most 50 projects"),
        ({"reach": "everything"}, "not one of the available choices"),
        ({"reach": None}, "This field is required"),
    ],
)
def test_a_choice_that_cannot_be_is_shown_again(
    browser: Client, program: Program, choices: dict[str, Any], complaint: str
) -> None:
    page = answer(browser, program.request(), **choices)
    assert page.status_code == 400
    assert complaint in text_of(page)
    assert not Grant.objects.exists()


def test_a_press_of_no_button_allows_nothing(browser: Client, program: Program) -> None:
    assert answer(browser, program.request(), answer=None).status_code == 200
    assert not Grant.objects.exists()


def test_html_in_names_is_shown_as_text(browser: Client) -> None:
    program = Program()
    program.register(client_name="<script>alert(1)</script><b>Claude</b>")
    html = browser.get(program.request()).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;Claude&lt;/b&gt;" in html


def test_the_policy_lets_the_form_lead_to_the_client_only_on_this_page(browser: Client) -> None:
    program = Program(redirect_uri="cursor://anysphere.cursor-retrieval/callback")
    program.register(redirect_uris=[program.redirect_uri])
    page = browser.get(program.request())
    assert "form-action 'self' cursor:;" in page.headers["Content-Security-Policy"]
    assert "form-action 'self';" in browser.get("/admin/").headers["Content-Security-Policy"]
    assert answer(browser, program.request()).url.startswith("cursor://anysphere.cursor-retrieval/callback?code=")


# Requests that must not be answered by a redirect


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "unknown"},
        {"client_id": None},
        {"client_id": "\x00"},
        {"redirect_uri": "https://evil.example/"},
        {"redirect_uri": f"{CALLBACK}/more"},
        {"redirect_uri": f"{CALLBACK}?more=1"},
        {"redirect_uri": "http://localhost:7777/callback"},
        {"redirect_uri": "http://127.0.0.1:7777@evil.example/callback"},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": [CALLBACK, "https://evil.example/"]},
        {"state": ["one", "two"]},
    ],
)
def test_a_request_with_a_wrong_client_or_address_redirects_nowhere(
    browser: Client, program: Program, changes: dict[str, Any]
) -> None:
    for method in (browser.get, person(curator("bob")).get):
        page = method(program.request(**changes))
        assert page.status_code == 400
        assert "evil.example" not in page.headers.get("Location", "")


def test_the_port_of_a_loopback_address_is_free(browser: Client, program: Program) -> None:
    address = program.request(redirect_uri="http://127.0.0.1:50123/callback")
    assert answer(browser, address).url.startswith("http://127.0.0.1:50123/callback?code=")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": None, "code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "S512"}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code token"}, "unauthorized_client"),
        ({"scope": "memories:read admin"}, "invalid_scope"),
        ({"scope": "openid"}, "invalid_scope"),
        ({"resource": None}, "invalid_target"),
        ({"resource": "http://testserver/"}, "invalid_target"),
        ({"resource": "http://testserver/mcp/other"}, "invalid_target"),
        ({"resource": "https://evil.example/mcp"}, "invalid_target"),
        ({"resource": "http://testserver@evil.example/mcp"}, "invalid_target"),
        ({"resource": [RESOURCE, "https://evil.example/mcp"]}, "invalid_target"),
        ({"resource": f"{RESOURCE}#fragment"}, "invalid_target"),
        ({"resource": "mcp"}, "invalid_target"),
    ],
)
def test_another_fault_is_told_to_the_client(
    browser: Client, program: Program, changes: dict[str, Any], error: str
) -> None:
    page: Any = browser.get(program.request(**changes))
    parameters = sent_back(page)
    assert page.url.startswith(f"{CALLBACK}?")
    assert (parameters["error"], parameters["state"]) == (error, "xyz")
    assert not Grant.objects.exists()


@pytest.mark.parametrize("resource", [f"{RESOURCE}/", "HTTP://TestServer:80/mcp"])
def test_the_resource_may_be_written_in_other_ways(browser: Client, program: Program, resource: str) -> None:
    assert browser.get(program.request(resource=resource)).status_code == 200


def test_fields_in_the_form_change_nothing_of_the_request(browser: Client, program: Program) -> None:
    response = answer(
        browser,
        program.request(),
        redirect_uri="https://evil.example/",
        resource="https://evil.example/mcp",
        code_challenge="mine",
        projects="",
    )
    assert "evil" not in response.headers.get("Location", "")
    assert not Consent.objects.exclude(application__client_id=program.client_id).exists()
    for grant in Grant.objects.all():
        assert (grant.redirect_uri, grant.resource) == (CALLBACK, [RESOURCE])
    assert not AccessToken.objects.exists()
