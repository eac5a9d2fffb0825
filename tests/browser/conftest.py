# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A real browser for the tests of pages: Debian's Chromium, driven by Playwright; without it these tests fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.axe import PICTURES
from tests.browser.chromium import QUIET, chromium
from tests.browser.served import Served
from tests.browser.ways import Way, ways
from tests.web.doors import ready_town

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the thread that makes the town.


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh tab in Dutch that fails on any error of the page, and on any request to a network."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1000, "height": 900})
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else wrong.append(request.url))
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where screenshots go: the folder that WERKZAAM_PICTURES names."""
    return Path(os.environ.get(PICTURES, tmp_path))


@pytest.fixture(scope="session")
def town_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented town and its accounts, as it is when it is made; nobody writes in it."""
    folder = tmp_path_factory.mktemp("served-town")
    ready_town(folder)
    return folder


@pytest.fixture(scope="session")
def server(town_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a town of its own, started once."""
    started = Served(town_folder, tmp_path_factory.mktemp("served") / "town")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def served(server: Served) -> Served:
    """The server for the tests of one module: ledger, accounts and sessions as they were made."""
    server.begin_anew()
    return server


@pytest.fixture(params=ways(), ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    """Each way in which a story is tried, one after the other."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def restored(served: Served) -> Served:
    """The server, its town again as it was made: what another test or another way did is gone, who signed in stays so."""
    served.restore()
    return served


PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


class Visitor:
    """Somebody with a browser of their own at a server; every error of a page or of its policy is kept in `wrong`."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.context, self.served, self.page, self.wrong = context, served, context.new_page(), list[str]()
        context.set_default_timeout(30_000)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on(
            "request",
            lambda asked: None if asked.url.startswith((served.url, "data:", "blob:")) else self.wrong.append(asked.url),
        )

    def go(self, path: str) -> Page:
        """Open a page of the server."""
        self.page.goto(f"{self.served.url}{path}")
        return self.page

    def sign_in(self, login: str) -> Page:
        """Sign in as somebody of the demo, by the form."""
        self.go("/inloggen")
        self.page.locator("input[name=login]").fill(login)
        self.page.locator("input[name=password]").fill("voorbeeld")
        self.page.locator("main button").click()
        return self.page


@pytest.fixture
def visitors(browser: Browser, served: Served) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors: `visitors("samira", phone=True, script=False, lang="en")`; fails at the end on any error of their pages.

    Who signed in at a server before is signed in again without the form; `visitors().sign_in("samira")` goes through it. A test
    that signs somebody out, or ends their session, does so with a visitor of its own that came through the form.
    """
    made: list[Visitor] = []

    def make(login: str | None = None, *, phone: bool = False, script: bool = True, lang: str = "nl") -> Visitor:
        known = served.signed_in.get(login)
        context = browser.new_context(
            locale={"nl": "nl-NL", "en": "en-GB"}[lang], viewport=PHONE if phone else DESKTOP, java_script_enabled=script,
            storage_state=known,
        )  # fmt: skip
        made.append(Visitor(context, served))
        if login is not None and known is None:
            made[-1].sign_in(login)
            served.signed_in[login] = context.storage_state()
        elif login is not None:
            made[-1].go("/")
        return made[-1]

    yield make
    for one in made:
        one.context.close()
    assert [wrong for one in made for wrong in one.wrong] == []


Visit = Callable[[str], Visitor]


@pytest.fixture
def visit(restored: Served, way: Way, visitors: Callable[..., Visitor]) -> Visit:
    """Somebody at the restored town, in the way of this test: `visit("samira")`."""
    return lambda login: visitors(login, **way._asdict())
