# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The first doors: signing in, the month, and whose month it is."""

from __future__ import annotations

import pytest

from tests.web.doors import Doors
from werkzaam.app.ledger.month_then import month_then
from werkzaam.core.months import Month
from werkzaam.store.looks import looks_at


def test_who_signs_in_sees_their_own_month(doors: Doors) -> None:
    browser = doors.as_()
    answer = browser.post("/inloggen", {"login": "samira", "password": "voorbeeld"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/mijn/maand"
    page = month_then(doors.desk(), 101, Month.of(2019, 5), doors.desk().today, "nl").page
    assert all(line.shown in answer.content.decode() for section in page.sections for line in section.lines)


def test_a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong(doors: Doors) -> None:
    texts = [doors.as_().post("/inloggen", {"login": name, "password": "fout"}).content.decode() for name in ("samira", "nobody")]
    assert all("horen niet bij elkaar" in text for text in texts)


@pytest.mark.parametrize(
    ("login", "subject", "status"),
    [
        ("karin", 1001, 200), ("peter", 1001, 404), ("anna", 1001, 200), ("henk", 1001, 403), ("rosa", 1001, 403),
        ("bakkerij", 1001, 403), ("bo", 1001, 403), ("samira", 1001, 200), ("samira", 1004, 404), ("helder", 1005, 200),
        ("buurthuis", 1005, 200), ("helder", 1001, 404), ("helder", 1009, 404),
    ],
)  # fmt: skip
def test_a_month_is_for_whose_it_is_and_who_helps_them(doors: Doors, login: str, subject: int, status: int) -> None:
    assert doors.as_(login).get(doors.path("month", subject, month="2019-05")).status_code == status


def test_a_look_of_staff_is_kept_for_the_person_to_see(doors: Doors) -> None:
    doors.as_("karin").get(doors.path("month", 1001, month="2019-05"))
    doors.as_("samira").get("/mijn/maand/2019-05")
    found = [(one.actor, one.purpose) for one in looks_at(doors.desk().database, "voorbeeldstad", 1001)]
    assert found == [("k.demir", "maand")]


def test_an_address_that_was_made_up_is_no_page(doors: Doors) -> None:
    assert doors.as_("karin").get("/client/AAAA/maand/2019-05").status_code == 404
    assert doors.as_("karin").get("/client/1001/maand/2019-05").status_code == 404
