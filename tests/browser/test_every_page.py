# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page that somebody may open, in both languages: axe finds nothing, and nothing sticks out of a screen of 320 pixels.

In English the rules that hang on words; those of colours and structure once, in Dutch: both come of one template.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import OF_WORDS, RULES, looks, sticks_out, too_small, violations
from tests.browser.conftest import Visitor
from tests.web.matrix import Route, declared, routes
from tests.web.test_matrix import RELATIONS, address
from tests.web.test_matrix_pages import NOT_IN_A_DEMO, WHO

HERE_IS_NO_PAGE = frozenset({"live", "ready", "metrics"})
"""Answers for machines."""


def pages() -> dict[str | None, list[tuple[str, str]]]:
    """For each account the names and addresses to open: each page once, by the first role that gets in.

    What residents see of themselves is not opened again by the address for others.
    """
    rows, found = declared(), dict[str | None, list[tuple[str, str]]]()
    for route in routes():
        row = rows[route.row]
        others = "subject" in route.arguments and "inwoner" in row
        if "GET" not in row["methods"] or route.name in HERE_IS_NO_PAGE | NOT_IN_A_DEMO or others:
            continue
        logins: list[str | None] = [None] if row.get("everybody") else [login for role, login in WHO.items() if role in row]
        for login in logins:
            path = _address(route, row, login)
            if path is not None:
                found.setdefault(login, []).append((route.name, path))
                break
    return found


def _address(route: Route, row: dict[str, Any], login: str | None) -> str | None:
    """Where an account finds the page; None where it is about somebody whom the account does not know."""
    how = next((row[role] for role, one in WHO.items() if one == login), [])
    if "subject" not in route.arguments:
        return address(route) if not how or "self" in how else None
    subject = next((person for (who, person), relation in RELATIONS.items() if who == login and relation in how), None)
    return None if subject is None else address(route, subject)


def _wrong(visitor: Visitor, path: str) -> list[str]:
    answer = visitor.page.request.get(f"{visitor.served.url}{path}")
    no_page = not answer.headers.get("content-type", "").startswith("text/html") or "content-disposition" in answer.headers
    if not answer.ok or no_page:
        return [f"{path}: {answer.status}"] if answer.status >= 500 else []
    page = visitor.go(path)
    lang = page.evaluate("document.documentElement.lang")
    rules = RULES if lang == "nl" else OF_WORDS
    return [f"{path} ({lang}): {one}" for one in (*violations(page, rules), *sticks_out(page), *too_small(page))]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_page_is_clean_and_fits(visitors: Callable[..., Visitor], pictures: Path, lang: str) -> None:
    wrong, seen = [], 0
    for login, several in pages().items():
        visitor = visitors(login, lang=lang)
        for name, path in several:
            wrong += _wrong(visitor, path)
            looks(visitor.page, pictures / f"{login}-{name}-{lang}.png")
            seen += 1
    assert wrong == [], "\n".join(wrong)
    assert seen > 20
