# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every page must stand: axe finds nothing, nothing sticks out of a narrow screen, and what looks like a button is one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PICTURES = "WERKZAAM_PICTURES"
"""Names the folder in which a run keeps a picture of each page that it opens; without it, none is taken."""
RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WITHOUT_WORDS = (
    "accesskeys", "aria-allowed-attr", "aria-allowed-role", "aria-conditional-attr", "aria-deprecated-role", "aria-hidden-body",
    "aria-prohibited-attr", "aria-required-attr", "aria-required-children", "aria-required-parent", "aria-roles",
    "aria-valid-attr", "aria-valid-attr-value", "autocomplete-valid", "avoid-inline-spacing", "blink", "bypass", "color-contrast",
    "definition-list", "dlitem", "landmark-banner-is-top-level", "landmark-complementary-is-top-level",
    "landmark-contentinfo-is-top-level", "landmark-main-is-top-level", "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo", "landmark-no-duplicate-main", "landmark-one-main", "list", "listitem",
    "meta-refresh", "meta-viewport", "meta-viewport-large", "nested-interactive", "no-autoplay-audio",
    "presentation-role-conflict",
    "region", "scope-attr-valid", "scrollable-region-focusable", "tabindex", "table-fake-caption", "td-headers-attr",
    "th-has-data-cells",
)  # fmt: skip
"""Rules about colours and how elements stand in each other: the same template breaks them in every language, or in none."""
OF_WORDS = {**RULES, "rules": {name: {"enabled": False} for name in WITHOUT_WORDS}}
"""What is left for a second language: names, titles, headings, languages, sizes and whatever else hangs on the words."""
NARROW = {"width": 320, "height": 640}
"""The narrowest screen that WCAG asks for (1.4.10): 1280 pixels at 400%."""
_WIDER = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth
  ? [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1
      && !one.closest('.table-wrap, pre')).slice(0, 5).map((one) => one.outerHTML.slice(0, 120))
  : []"""
_SMALL = """() =>
  [...document.querySelectorAll('main :is(button, .button, .button-secondary, input, select, summary)')]
  .filter((one) => one.type !== 'hidden' && one.checkVisibility() && one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML.slice(0, 120))"""


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on a page as it is now: each rule with the elements that break it."""
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']][:3]}" for one in found]


def clean(page: Page) -> None:
    """Fails on anything that axe finds on a page, as it is now; needs JavaScript in the visitor's browser."""
    assert violations(page) == [], page.url


def sticks_out(page: Page, size: dict[str, int] | None = None) -> list[str]:
    """The elements that make a page scroll sideways at a size (320 pixels wide); the page gets its own size back."""
    before = page.viewport_size
    page.set_viewport_size(size or NARROW)  # type: ignore[arg-type]
    found: list[str] = page.evaluate(_WIDER)
    if before is not None:
        page.set_viewport_size(before)
    return found


def too_small(page: Page) -> list[str]:
    """What can be pressed and is less high than WCAG 2.5.8 asks for (24 pixels)."""
    found: list[str] = page.evaluate(_SMALL)
    return found


def looks(page: Page, path: Path) -> None:
    """Keeps a picture of the whole page, for a human to look at, where WERKZAAM_PICTURES asks for them."""
    if PICTURES not in os.environ:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)


def stands(page: Page, picture: Path, *, script: bool) -> None:
    """A picture to look at; nothing sticks out or is too small to press; and where there is JavaScript, axe finds nothing."""
    looks(page, picture)
    assert sticks_out(page) + too_small(page) == [], picture.name
    if script:
        clean(page)
