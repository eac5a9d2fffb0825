# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file with a question about a line: kept with it or not at all, saved by who may read it, and never shown by a browser."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.app.portal.drawn import PDF, drawn
from tests.web.doors import Doors
from werkzaam.store.looks import looks_at
from werkzaam.store.queue import items_called

TOWN = "voorbeeldstad"
ABOUT = "/mijn/maand/2019-05/vraag/middelen"


def asked(doors: Doors, browser: Any, body: bytes, name: str = "strook.pdf", once: str = "een keer") -> Any:
    """Samira asks about a line of May with a file."""
    form = {"text": "Zie de strook.", "once": once, "file": SimpleUploadedFile(name, body, "application/pdf")}
    return browser.post(ABOUT, form)


def test_a_file_is_kept_with_the_question_and_saved_under_a_name_of_ours(doors: Doors) -> None:
    browser = doors.as_("samira")
    answer = asked(doors, browser, PDF, "../../etc/\u202efdp.<b>exe")
    assert answer.status_code == 302
    again = asked(doors, browser, PDF)
    assert again["Location"] == answer["Location"], "the same form sent twice is one question"
    page = browser.get(answer["Location"]).content.decode()
    (address,) = re.findall(r'href="([^"]+/bijlage)"', page)
    found = browser.get(address)
    assert (found.content, found["Content-Type"]) == (PDF, "application/pdf")
    number = address.split("/")[-2]
    assert found["Content-Disposition"] == f'attachment; filename="vraag-{number}.pdf"'
    assert found["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in found["Cache-Control"]
    assert len(items_called(doors.desk().database, TOWN, "vraag 101 ", beginning=True)) == 1


def test_another_file_is_another_question(doors: Doors) -> None:
    browser = doors.as_("samira")
    assert asked(doors, browser, PDF)["Location"] != asked(doors, browser, drawn("PNG"))["Location"]


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"", "leeg"), (b"MZ een programma", "PDF, of een foto"), (PDF[:20], "niet heel"), (PDF + b" " * 5_000_000, "te groot")],
)  # fmt: skip
def test_a_file_that_is_refused_leaves_nothing_and_keeps_what_was_typed(doors: Doors, body: bytes, words: str) -> None:
    browser = doors.as_("samira")
    answer = asked(doors, browser, body)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert words in page
    assert "Zie de strook." in page
    assert items_called(doors.desk().database, TOWN, "vraag 101 ", beginning=True) == []


def test_who_may_read_the_question_saves_the_file_and_is_seen_to_do_so(doors: Doors) -> None:
    browser = doors.as_("samira")
    number = asked(doors, browser, PDF)["Location"].rpartition("/")[2]
    assert doors.as_("jan").get(f"/mijn/geldvragen/{number}/bijlage").status_code == 404
    officer, address = doors.as_("anna"), doors.path("line-attached", 1001, number=number)
    assert officer.get(address).content == PDF
    last = looks_at(doors.desk().database, TOWN, 1001)[-1]
    assert (last.actor, last.purpose) == ("a.maas", "bijlage bij een vraag over geld")
    assert doors.as_("bakkerij").get(address).status_code in (403, 404)
    assert officer.get(doors.path("line-attached", 1001, number="geenvraag1")).status_code == 404


def test_what_is_larger_than_any_form_is_not_read(doors: Doors) -> None:
    answer = doors.as_("samira").post(
        "/mijn/maand/2019-04/vraag/x", b"x", content_type="text/plain", CONTENT_LENGTH=str(41 << 20)
    )
    assert answer.status_code == 413
