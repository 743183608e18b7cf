"""Who may do what; logging in; what the browser is told to allow."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.checks import run_checks
from django.test import Client, RequestFactory, override_settings

from codex_project import login
from memories.models import Memory
from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, text_of
from tests.support.clients import with_time

PATTERNS = "/admin/patterns/codepattern/"
PROCESSED = "/admin/memories/processedmemory/"
TRASH = "/admin/memories/deletedmemory/"
PAGES = ("/admin/", LIST, TRASH, f"{LIST}tags/", PATTERNS, PROCESSED, "/admin/admin/logentry/")


def test_the_group_may_view_delete_restore_and_retag_and_not_add(db: None) -> None:
    names = set(Group.objects.get(name="curator").permissions.values_list("codename", flat=True))

    assert names == {
        "view_memory",
        "change_memory",
        "delete_memory",
        "view_processedmemory",
        "delete_processedmemory",
        "view_codepattern",
        "delete_codepattern",
        "view_logentry",
        "view_deletedmemory",
        "restore_deletedmemory",
        "delete_deletedmemory",
    }


def test_its_permissions_are_those_that_django_makes(db: None) -> None:
    for label in ("memories", "patterns", "admin"):
        for model in apps.get_app_config(label).get_models():
            for action in model._meta.default_permissions:
                codename = f"{action}_{model._meta.model_name}"
                permission = Permission.objects.get(codename=codename, content_type__app_label=label)
                assert permission.name == f"Can {action} {model._meta.verbose_name}"


def test_nobody_can_add(superuser: Client) -> None:
    for page in (LIST, PATTERNS, PROCESSED, TRASH):
        assert superuser.get(f"{page}add/").status_code == 403
    assert "Add memory" not in text_of(superuser.get(LIST))


def test_a_stranger_is_sent_to_log_in(desk: None) -> None:
    memory = MemoryFactory()
    client = Client()

    for page in (*PAGES, f"{LIST}{memory.pk}/change/", f"{LIST}bulk/delete/", f"{LIST}bulk/tags/"):
        assert client.get(page)["Location"].startswith("/admin/login/"), page
    client.post(f"{LIST}bulk/delete/", {"select_across": "1", "confirmed": "1", "total": "9"})
    assert Memory.objects.count() == 1


def test_staff_without_permissions_are_refused(staff: Client) -> None:
    memory = MemoryFactory()

    for page in (LIST, PATTERNS, PROCESSED, f"{LIST}tags/", f"{LIST}{memory.pk}/change/", f"{LIST}{memory.pk}/delete/"):
        assert staff.get(page).status_code == 403, page
    for page in (f"{LIST}bulk/delete/", f"{LIST}bulk/tags/", f"{TRASH}bulk/restore/", f"{TRASH}bulk/erase/"):
        assert staff.post(page, {"select_across": "1", "confirmed": "1", "total": "9"}).status_code == 403, page
    assert Memory.objects.count() == 1


def test_a_curator_who_may_only_view_can_change_nothing(desk: None) -> None:
    memory = MemoryFactory(tags=["old"])
    user = User.objects.create_user("vera", password="a long password", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_memory"))
    client = Client()
    client.force_login(user)

    page = client.get(f"{LIST}{memory.pk}/change/")
    assert page.status_code == 200
    assert "Edit tags" not in text_of(page)
    assert "Delete this memory" not in text_of(page)
    assert "Export as CSV" in text_of(client.get(LIST))
    assert "Rename, merge" not in text_of(client.get(LIST))
    assert client.post(f"{LIST}{memory.pk}/change/", {"tags": "new"}).status_code == 403
    assert client.post(f"{LIST}{memory.pk}/delete/", {"post": "yes"}).status_code == 403
    for page_address in (f"{LIST}bulk/delete/", f"{LIST}bulk/tags/"):
        assert client.post(page_address, {"select_across": "1", "confirmed": "1", "total": "9"}).status_code == 403
    client.post(
        LIST, {"action": "delete_selected", "index": "0", "_selected_action": [str(memory.pk)], "confirmed": "1"}
    )
    assert Memory.objects.get().tags == ["old"]


def test_posts_without_djangos_token_are_refused(curator: Client) -> None:
    memory = MemoryFactory(tags=["old"])
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = curator.cookies

    for page in (f"{LIST}bulk/delete/", f"{LIST}bulk/tags/", LIST, f"{LIST}{memory.pk}/change/"):
        assert careful.post(page, {"select_across": "1", "confirmed": "1", "total": "9"}).status_code == 403, page
    assert careful.post(f"{LIST}{memory.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Memory.objects.get().tags == ["old"]


def test_nothing_is_changed_by_a_link(curator: Client) -> None:
    MemoryFactory()

    for page in (f"{LIST}bulk/delete/", f"{LIST}bulk/tags/"):
        assert curator.get(page, {"select_across": "1", "confirmed": "1", "total": "9"}).status_code == 302
    assert Memory.objects.count() == 1


def attempt(client: Client, name: str, address: str, password: str = "wrong") -> int:
    form = {"username": name, "password": password}
    return client.post("/admin/login/", form, REMOTE_ADDR=address).status_code


def test_a_name_can_be_tried_only_so_often_from_wherever(desk: None) -> None:
    name = with_time((f"carla {n}" for n in range(1_000)), 300)
    User.objects.create_user(name, password="a long password", is_staff=True)
    client = Client()

    answers = [attempt(client, name if n % 2 else f" {name.upper()}", f"192.0.2.{n}") for n in range(11)]

    assert answers == [200] * 10 + [429]
    assert attempt(client, name, "192.0.2.99", "a long password") == 429
    assert "Too many attempts to log in. Wait" in text_of(
        client.post("/admin/login/", {"username": name, "password": "x"})
    )
    assert attempt(client, "somebody", "192.0.2.99") == 200


def test_an_address_can_try_only_so_many_names(desk: None) -> None:
    client = Client()

    address = with_time((f"192.0.2.{n}" for n in range(256)), 300)

    answers = [attempt(client, f"name-{n}", address) for n in range(21)]

    assert answers == [200] * 20 + [429]
    assert attempt(client, "name-99", "198.51.100.2") == 200


def test_below_the_limit_the_right_password_opens(desk: None) -> None:
    User.objects.create_user("carla", password="a long password", is_staff=True)

    assert attempt(Client(), "carla", "192.0.2.1", "a long password") == 302


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "expected"),
    [
        (False, "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        (True, "127.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (True, "127.0.0.1", "nonsense", "127.0.0.1"),
        (True, "127.0.0.1", "", "127.0.0.1"),
        (False, "", "", login.UNKNOWN_ADDRESS),
    ],
)
def test_attempts_are_counted_by_the_address_that_a_trusted_proxy_saw(
    rf: RequestFactory, trusted: bool, remote: str, forwarded: str, expected: str
) -> None:
    request = rf.post("/admin/login/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)

    with override_settings(TRUST_PROXY=trusted):
        assert login.client_address(request) == expected


def test_the_browser_may_load_from_here_only_and_nothing_inline(curator: Client) -> None:
    memory = CodePatternFactory().memory

    for page in (*PAGES, f"{LIST}{memory.pk}/change/", f"{LIST}{memory.pk}/delete/", "/admin/password_change/"):
        response = curator.get(page)
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        html = response.content.decode()
        assert " style=" not in html, page
        assert "<style" not in html, page
        assert "<script>" not in html, page
        assert " onclick=" not in html, page
        assert "http://" not in html.replace("http://www.w3.org/", ""), page
        assert "https://" not in html, page


def test_static_files_are_served_with_debug_off(client: Client) -> None:
    for name in ("admin/css/base.css", "codex/admin.css", "codex/admin.js", "codex/code.css", "codex/icon.svg"):
        response = client.get(f"/static/{name}")
        assert response.status_code == 200, name
        response.close()


def test_djangos_own_checks_find_nothing_in_these_admins(db: None) -> None:
    import codex_project.urls  # noqa: F401 - registers the admins

    assert run_checks() == []


def test_the_root_leads_to_the_admin(client: Client) -> None:
    assert client.get("/")["Location"] == "/admin/"
