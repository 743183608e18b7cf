"""Whom an access token stands for, as `/mcp` asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from oauth2_provider.models import AccessToken, Application, set_token_value

from codex_project.oauth import backend
from codex_project.oauth.models import Consent
from mcp_server.access import Caller
from memories.projects import Scope
from tests.support import programs
from tests.support.oauth import Program, connect, curator, person


@pytest.fixture
def ada(database: str) -> Iterator[User]:
    """A curator whom other connections see."""
    user = curator()
    key = user.pk
    yield user
    User.objects.filter(pk=key).delete()
    Application.objects.all().delete()
    connection.close()


@pytest.fixture
def granted(ada: User) -> dict[str, Any]:
    return connect(person(ada), Program())


def caller(secret: str) -> Caller | None:
    return programs.run(lambda: backend.caller_of(secret))


def test_a_token_stands_for_its_person_and_client(granted: dict[str, Any]) -> None:
    assert caller(granted["access_token"]) == Caller("ada via Claude", Scope(), may_write=True)


def test_a_token_is_confined_to_the_projects_that_the_person_chose(ada: User) -> None:
    program = Program()
    granted = connect(person(ada), program, reach="some", typed="acme/shop\nacme/till", may_write=None)
    expected = Caller("ada via Claude", Scope("acme/shop", True, ("acme/till",)), may_write=False)
    assert caller(granted["access_token"]) == expected
    assert caller(program.refresh(granted["refresh_token"]).json()["access_token"]) == expected


def test_the_first_use_is_noted_and_then_not_more_than_once_a_minute(granted: dict[str, Any]) -> None:
    def last_use() -> Any:
        return Consent.objects.get().last_used_at

    assert last_use() is None
    caller(granted["access_token"])
    first = last_use()
    assert first is not None
    caller(granted["access_token"])
    assert last_use() == first
    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth_consents SET last_used_at = now() - interval '61 seconds'")
    caller(granted["access_token"])
    assert last_use() > first


@pytest.mark.parametrize("secret", ["", "wrong", "cm_" + "a" * 43, "a" * 10_000, "é", "\ud800", "' OR true --"])
def test_what_is_no_token_stands_for_nobody(granted: dict[str, Any], secret: str) -> None:
    assert caller(secret) is None


def test_a_refresh_token_is_no_access_token(granted: dict[str, Any]) -> None:
    assert caller(granted["refresh_token"]) is None


def deactivate(user: User) -> None:
    user.is_active = False
    user.save()


def lose_the_admin(user: User) -> None:
    user.is_staff = False
    user.save()


def run(sql: str) -> Callable[[User], None]:
    def change(_: User) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return change


@pytest.mark.parametrize(
    "change",
    [
        deactivate,
        lose_the_admin,
        lambda user: user.groups.clear(),
        lambda user: user.delete(),
        lambda user: Consent.objects.get().end(),
        lambda user: Application.objects.all().delete(),
        run("UPDATE oauth2_provider_accesstoken SET expires = now()"),
        run("UPDATE oauth2_provider_accesstoken SET resource = '[]'"),
        run("""UPDATE oauth2_provider_accesstoken SET resource = '["https://other.example/mcp"]'"""),
        run("""UPDATE oauth2_provider_accesstoken SET resource = resource || '["https://other.example/mcp"]'"""),
        run("UPDATE oauth2_provider_accesstoken SET scope = 'openid'"),
        run("UPDATE oauth2_provider_refreshtoken SET token_family = gen_random_uuid()"),
    ],
)
def test_a_token_ends_with_what_it_rests_on(ada: User, granted: dict[str, Any], change: Callable[[User], None]) -> None:
    assert caller(granted["access_token"]) is not None
    change(ada)
    assert caller(granted["access_token"]) is None


def test_a_token_that_is_no_ones_is_refused(ada: User) -> None:
    """The toolkit can make such, for clients that act for themselves and for changing registrations."""
    token = AccessToken(
        application=Application.objects.create(name="machine"),
        expires="9999-12-31T00:00:00Z",
        scope="memories:read",
        resource=["http://testserver/mcp"],
    )
    set_token_value(token, "secret")
    token.save()
    assert caller("secret") is None


def test_writing_ends_with_the_permission_to_change(ada: User, granted: dict[str, Any]) -> None:
    ada.groups.clear()
    ada.user_permissions.add(Permission.objects.get(codename="view_memory"))
    found = caller(granted["access_token"])
    assert found is not None
    assert not found.may_write
    ada.user_permissions.add(*Permission.objects.filter(codename__in=["change_memory", "delete_memory"]))
    found = caller(granted["access_token"])
    assert found is not None
    assert found.may_write


def test_a_superuser_needs_no_permission(ada: User, granted: dict[str, Any]) -> None:
    ada.groups.clear()
    ada.is_superuser = True
    ada.save()
    assert caller(granted["access_token"]) == Caller("ada via Claude", Scope(), may_write=True)


def test_with_a_public_url_only_tokens_for_it_are_taken(settings: Any, ada: User, granted: dict[str, Any]) -> None:
    settings.PUBLIC_URL = "https://memory.example.com"
    assert caller(granted["access_token"]) is None
    program = Program(resource="https://memory.example.com/mcp")
    assert caller(connect(person(ada), program)["access_token"]) is not None
    assert Client().get("/.well-known/oauth-protected-resource/mcp").json()["resource"] == program.resource


def test_a_long_name_is_cut(ada: User) -> None:
    program = Program()
    program.register(client_name="n" * 100)
    User.objects.filter(pk=ada.pk).update(username="u" * 150)
    found = caller(connect(person(ada), program)["access_token"])
    assert found is not None
    assert len(found.name) == 120
