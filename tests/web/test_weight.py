# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How much a page weighs on its way to a telephone: the month, all that it loads with it, and the letters it leads to."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.app.letters.printed import catalogue, tags
from tests.web.doors import Doors, counted
from werkzaam.web import settled

FIRST, AFTER = 60_000, 15_000
"""Bytes of a first view with everything it loads, and of a view after that."""
NEW, AGAIN = 12, 6
"""What a month reads, of the ledger and of the accounts together, when it is made and when it was made before. Who has no case
manager reads one less of each, and the office itself is read only when somebody wrote something down about it."""
ZIPPED = {"accept-encoding": "gzip"}


def weight(browser: Client, path: str) -> tuple[int, list[str]]:
    """The bytes of an answer with its headers, and the addresses of what it loads."""
    answer = browser.get(path, headers=ZIPPED)
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    answer.close()
    head = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    plain = browser.get(path).content.decode() if path.startswith("/mijn") else ""
    return len(body) + head, sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', plain)))


@pytest.mark.parametrize("path", ["/mijn/maand/2019-05", "/mijn/maand"])
def test_the_month_is_light(doors: Doors, path: str) -> None:
    browser = doors.as_("samira")
    page, loaded = weight(browser, path)
    assert page < AFTER
    assert any("pages.css" in one for one in loaded)
    assert page + sum(weight(browser, one)[0] for one in loaded) < FIRST


@pytest.mark.parametrize("login", ["samira", "fred", "max"])
def test_a_month_reads_little_when_it_is_new_and_half_of_it_when_it_was_made(doors: Doors, login: str) -> None:
    browser = doors.as_(login)
    browser.get("/mijn/wat-als")
    for most in (NEW, AGAIN, AGAIN):
        with counted(doors) as sent:
            assert browser.get("/mijn/maand/2019-05").status_code == 200
        assert len(sent) == most, "\n".join(sent)


def test_a_server_loads_before_its_first_page_what_is_never_garbage(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    left = list[str]()
    monkeypatch.setattr(settled.gc, "freeze", lambda: left.append("frozen"))
    settled.settle()
    assert left == ["frozen"]
    monkeypatch.setattr("werkzaam.web.site.read_facts", lambda: left.append("read again"))
    assert doors.as_("samira").get("/mijn/maand/2019-05").status_code == 200
    assert left == ["frozen"]


def test_a_letter_that_is_opened_from_its_page_is_tagged_for_who_listens(doors: Doors) -> None:
    browser = doors.as_("samira")
    letters = re.findall(r'href="(/mijn/brieven/[^"]+)"', browser.get("/mijn/brieven").content.decode())
    assert letters
    answer = browser.get(letters[0])
    assert answer.headers["Content-Type"] == "application/pdf"
    root = catalogue(answer.content)
    assert root["/Lang"].lower().startswith("nl")
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    found = list(tags(answer.content))
    assert found[0] == "Document"
    assert found.count("H1") >= 1
    assert found.count("TH") >= 2
