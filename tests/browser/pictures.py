# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the doors in docs/images/web, taken anew: `python -m tests.browser.pictures`. Look at each of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.conftest import PHONE, Visitor
from tests.browser.served import Served
from tests.house.tree import ROOT
from tests.web.doors import ready_town

SCREEN = {"width": 1024, "height": 720}
FOLDER = ROOT / "docs/images/web"
TAKEN = {
    "inwoner-maand": ("samira", "/mijn/maand", True),
    "inwoner-som": ("samira", "/mijn/maand/2019-05", False),
    "inwoner-contact": ("samira", "/mijn/contact", True),
    "inwoner-brieven": ("samira", "/mijn/brieven", True),
    "bewindvoerder": ("helder", "/", False),
    "klantmanager-agenda": ("karin", "/", False),
    "teamleider": ("tess", "/", False),
    "inkomensconsulent": ("anna", "/", False),
    "werkgever": ("bakkerij", "/", False),
    "onderzoeker": ("rosa", "/", False),
    "beheerder": ("bo", "/", False),
}
"""Each picture: who looks, at which page, and whether on a telephone."""


def take(browser: Browser, served: Served, folder: Path) -> None:
    """Every picture, into a folder."""
    for name, (login, path, phone) in TAKEN.items():
        context = browser.new_context(
            locale="nl-NL", viewport=PHONE if phone else SCREEN, storage_state=served.signed_in.get(login)
        )
        visitor = Visitor(context, served)
        if login not in served.signed_in:
            visitor.sign_in(login)
            served.signed_in[login] = context.storage_state()
        page = visitor.go(path)
        page.screenshot(path=folder / f"{name}.png")
        sys.stdout.write(f"{name}: {page.title()}, {(folder / f'{name}.png').stat().st_size // 1000} kB\n")
        context.close()


def main() -> None:
    """Make a town, serve it, and take the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = Path(folder) / "made"
        made.mkdir()
        ready_town(made)
        served = Served(made, Path(folder) / "served")
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            take(browser, served, FOLDER)
        finally:
            browser.close()
            served.stop()


if __name__ == "__main__":
    main()
