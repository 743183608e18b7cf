"""The consent page in a real browser, with and without JavaScript, served by the HTTP server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import cycle
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from django.contrib.auth.models import User
from django.db import connection
from oauth2_provider.models import Application

from codex_project.oauth.models import Consent
from tests.support.admin import MemoryFactory
from tests.support.clients import environment
from tests.support.oauth import BOTH, VERIFIER, challenge, curator
from tests.support.waiting import PATIENCE, until

selenium = pytest.importorskip("selenium", reason="the browser tests need Selenium")

from selenium import webdriver  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM = shutil.which("chromium")
CHROMEDRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(
        CHROMIUM is None or CHROMEDRIVER is None, reason="the browser tests need Debian's chromium and chromium-driver"
    ),
]
SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SIZES = {"desktop": (1100, 1200), "phone": (500, 900)}  # Chromium's windows are not narrower
PASSWORD = "a long password"
NAMES = cycle(("ada", "bea", "cem", "dana", "eli", "finn", "gus", "hana", "ida", "jon", "kim", "lea", "max", "nora"))


@pytest.fixture(scope="module")
def site(database_url: str) -> Iterator[str]:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            (sys.executable, "-m", "codex_project", "mcp_serve", "--http", "0"),
            env=environment(database_url),
            stdout=log,
            stderr=log,
        )

        def address() -> str:
            log.seek(0)
            found = re.search(r"Serving MCP on (http://[^/]+)/mcp", log.read().decode(errors="replace"))
            return found[1] if found else ""

        try:
            until(lambda: address() or process.poll() is not None, "The server's start")
            yield address()
        finally:
            process.terminate()
            process.wait(PATIENCE)


class Callback:
    """The client's end: a program on the person's computer that waits for the code.

    It sends the browser on to another address, as hosted clients do, which the policy of the consent page must allow.
    """

    def __init__(self) -> None:
        self.received: list[dict[str, str]] = []
        callback = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                url = urlsplit(self.path)
                if url.path == "/callback":
                    callback.received.append({name: values[0] for name, values in parse_qs(url.query).items()})
                    self.send_response(302)
                    self.send_header("Location", f"http://localhost:{callback.port}/done")
                    self.end_headers()
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<title>Done</title><main>Connected</main>")

            def log_message(self, *_: Any) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        self.address = f"http://127.0.0.1:{self.port}/callback"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def callback() -> Iterator[Callback]:
    callback = Callback()
    yield callback
    callback.close()


@pytest.fixture
def ada(database: str) -> Iterator[User]:
    user = curator(next(NAMES))  # of one name, the page takes ten attempts to log in
    yield user
    user.delete()
    Application.objects.all().delete()
    connection.close()


def _browser(folder: Path, *, scripts: bool) -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for switch in (*SWITCHES, f"--user-data-dir={tempfile.mkdtemp(dir=folder)}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(str(CHROMEDRIVER)))


class Person:
    """Somebody with a browser, whom a client has sent to the authorization endpoint."""

    def __init__(self, driver: webdriver.Chrome, site: str, callback: Callback, name: str) -> None:
        self.driver, self.site, self.callback, self.name = driver, site, callback, name
        answer = httpx2.post(
            f"{site}/oauth/register",
            json={"client_name": "Claude", "redirect_uris": [callback.address], "token_endpoint_auth_method": "none"},
            timeout=PATIENCE,
        )
        self.client_id = answer.json()["client_id"]
        self.address = str(
            httpx2.URL(
                f"{site}/oauth/authorize",
                params={
                    "response_type": "code",
                    "client_id": self.client_id,
                    "redirect_uri": callback.address,
                    "scope": BOTH,
                    "state": "the state",
                    "code_challenge": challenge(),
                    "code_challenge_method": "S256",
                    "resource": f"{site}/mcp",
                },
            )
        )

    def find(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def wait(self, condition: Callable[[], Any]) -> None:
        # While a page gives way to the next, what was found on it is gone.
        WebDriverWait(self.driver, 20, ignored_exceptions=[WebDriverException]).until(lambda _: condition())

    def arrive(self) -> None:
        """Come from the client, and log in."""
        self.driver.get(self.address)
        self.log_in()
        self.wait(lambda: "Connect Claude?" in self.find("h1").text)

    def log_in(self) -> None:
        self.find("[name=username]").send_keys(self.name)
        self.find("[name=password]").send_keys(PASSWORD, Keys.ENTER)

    def press(self, answer: str) -> dict[str, str]:
        """Press a button, and return what the client received."""
        self.find(f"button[value={answer}]").click()
        self.wait(lambda: self.callback.received)
        self.wait(lambda: self.driver.title == "Done")
        assert self.complaints() == []
        return self.callback.received.pop()

    def exchange(self, code: str) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": self.client_id,
            "redirect_uri": self.callback.address,
            "code_verifier": VERIFIER,
        }
        granted: dict[str, Any] = httpx2.post(f"{self.site}/oauth/token", data=form, timeout=PATIENCE).json()
        return granted

    def complaints(self) -> list[str]:
        log: list[Any] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log if entry["level"] in ("SEVERE", "WARNING")]


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def someone(
    request: pytest.FixtureRequest, site: str, ada: User, callback: Callback, tmp_path: Path
) -> Iterator[Person]:
    MemoryFactory(project="github.com/acme/shop")
    MemoryFactory(project="github.com/acme/till", content="other")
    driver = _browser(tmp_path, scripts=request.param)
    try:
        yield Person(driver, site, callback, ada.username)
    finally:
        driver.quit()


def test_a_person_logs_in_chooses_and_allows(someone: Person) -> None:
    someone.arrive()
    assert not someone.find(".some").is_displayed()
    someone.find("[name=reach][value=some]").click()
    someone.find("[name=ticked][value='github.com/acme/till']").click()
    someone.find("[name=typed]").send_keys("github.com/acme/new")
    someone.find("[name=may_write]").click()
    received = someone.press("allow")
    assert received["state"] == "the state"
    assert received["iss"] == someone.site
    assert someone.exchange(received["code"])["scope"] == "memories:read"
    assert Consent.objects.get().projects == ["github.com/acme/till", "github.com/acme/new"]


def test_a_client_is_told_of_its_mistake_after_the_person_logged_in(someone: Person) -> None:
    someone.driver.get(someone.address.replace("memories%3Aread", "everything"))
    someone.log_in()
    someone.wait(lambda: someone.driver.title == "Done")
    assert someone.callback.received[0]["error"] == "invalid_scope"
    assert someone.callback.received[0]["state"] == "the state"


def test_a_person_denies(someone: Person) -> None:
    someone.arrive()
    assert someone.press("deny") == {"error": "access_denied", "state": "the state"}
    assert not Consent.objects.exists()


def test_the_page_can_be_used_with_the_keyboard_only(someone: Person) -> None:
    someone.arrive()
    someone.find("[name=may_write]").send_keys(Keys.SPACE)
    reach = someone.find("[name=reach][value=all]")
    reach.send_keys(Keys.ARROW_DOWN)
    someone.find("[name=ticked]").send_keys(Keys.SPACE)
    visited = []
    for _ in range(6):
        active = someone.driver.switch_to.active_element
        visited.append(active.get_attribute("value") or active.get_attribute("name"))
        active.send_keys(Keys.TAB)
    assert visited == ["github.com/acme/shop", "github.com/acme/till", "typed", "deny", "allow", visited[5]]
    someone.find("button[value=allow]").send_keys(Keys.ENTER)
    someone.wait(lambda: someone.callback.received)
    assert Consent.objects.get().projects == ["github.com/acme/shop"]


def test_a_mistake_is_shown_beside_what_was_chosen(someone: Person) -> None:
    someone.arrive()
    someone.find("[name=reach][value=some]").click()
    someone.find("[name=may_write]").click()
    someone.find("button[value=allow]").click()
    someone.wait(lambda: "Choose at least one project" in someone.find("main").text)
    someone.complaints()  # the browser notes each 400
    assert not someone.find("[name=may_write]").is_selected()
    assert someone.find(".some").is_displayed()
    someone.find("[name=ticked]").click()
    assert "code" in someone.press("allow")


@pytest.fixture
def seeing(site: str, ada: User, callback: Callback, tmp_path: Path) -> Iterator[Person]:
    for number, name in enumerate(("acme/shop", "acme/till", "acme/warehouse", "acme/" + "a-long-name-" * 7)):
        MemoryFactory(project=f"github.com/{name}"[:100], content=str(number))
    driver = _browser(tmp_path, scripts=True)
    try:
        yield Person(driver, site, callback, ada.username)
    finally:
        driver.quit()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault_and_nothing_is_cut_off(seeing: Person, theme: str, size: str) -> None:
    seeing.driver.set_window_size(*SIZES[size])
    seeing.driver.get(f"{seeing.site}/admin/login/")
    seeing.driver.execute_script(f"localStorage.setItem('theme', '{theme}')")
    seeing.arrive()
    _look(seeing, f"consent-all-{theme}-{size}")
    seeing.find("[name=reach][value=some]").click()
    _look(seeing, f"consent-{theme}-{size}")
    seeing.find("button[value=allow]").click()
    seeing.wait(lambda: "Choose at least one project" in seeing.find("main").text)
    _look(seeing, f"consent-mistake-{theme}-{size}")
    seeing.driver.get(seeing.address.replace(seeing.client_id, "unknown"))
    assert "does not know the program" in seeing.find("main").text
    _look(seeing, f"consent-refused-{theme}-{size}")
    seeing.driver.get(seeing.address)
    seeing.exchange(seeing.press("allow")["code"])
    for page in ("", f"{Consent.objects.get().pk}/change/", f"{Consent.objects.get().pk}/delete/"):
        seeing.driver.get(f"{seeing.site}/admin/codex_oauth/consent/{page}")
        _look(seeing, f"clients-{page.split('/')[-2] if page else 'list'}-{theme}-{size}")


def _look(person: Person, name: str) -> None:
    """Check the page with axe-core, if it is there, and its width; keep a picture where SCREENSHOTS says."""
    width = person.driver.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert width[0] <= width[1], name
    if "SCREENSHOTS" in os.environ:
        person.driver.save_screenshot(str(Path(os.environ["SCREENSHOTS"]) / f"{name}.png"))
    if "AXE_CORE_JS" not in os.environ:
        return
    person.complaints()  # the browser notes each 400
    person.driver.execute_script(Path(os.environ["AXE_CORE_JS"]).read_text())
    result = person.driver.execute_async_script("axe.run(document, {preload: false}).then(arguments[0])")
    person.complaints()  # axe tries inline styles, which our policy refuses: its own matter
    faults = [fault for fault in result["violations"] if fault["impact"] in ("serious", "critical")]
    assert [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in faults] == [], name
