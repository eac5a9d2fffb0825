# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was rendered is used again for equal values only, and for nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.web.doors import Doors, euro
from tests.web.test_geld_month import MAY
from werkzaam.app.casework.staff import write_staff
from werkzaam.app.ledger.pay import pay
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.web.rendered import Rendered


def main_of(answer: Any) -> str:
    """What a page says, without what stands around it."""
    found: str = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return found


def test_equal_values_are_rendered_once_and_others_again() -> None:
    kept, made = Rendered(most=2), list[str]()

    def text(name: str) -> str:
        made.append(name)
        return name

    assert kept.get("a", (1, "x"), lambda: text("one")) == "one"
    assert kept.get("a", (1, "x"), lambda: text("two")) == "one"
    assert kept.get("a", (2, "x"), lambda: text("three")) == "three"
    for other in ("b", "c"):
        kept.get(other, 0, lambda: text("other"))
    assert kept.get("a", (2, "x"), lambda: text("four")) == "four", "What was asked longest ago was let go."
    assert made == ["one", "three", "other", "other", "four"]


def test_who_reads_the_same_month_gets_the_addresses_and_buttons_that_are_theirs(doors: Doors) -> None:
    own = main_of(doors.as_("samira").get("/mijn/maand"))
    others = main_of(doors.as_("karin").get(doors.path("month-now", 1001)))
    assert "Klopt dit niet?" in own
    assert "Klopt dit niet?" not in others
    assert "/mijn/" not in others
    assert main_of(doors.as_("samira").get("/mijn/maand")) == own
    assert "Klopt dit niet?" not in main_of(doors.as_("samira", lang="en").get("/mijn/maand"))


def test_a_month_that_was_made_is_made_anew_by_whatever_decides_it(doors: Doors, tmp_path: Path) -> None:
    """What is recorded in the chain, and what stands in none: a question, the bank's file, and who works at the office."""
    browser, path = doors.as_("samira"), "/mijn/maand/2019-05"
    first = main_of(browser.get(path))
    assert main_of(browser.get(path)) == first
    assert "Karin Demir, 14 000, kies 1." in first
    browser.post(f"{path}/vraag/middelen", {"text": "", "once": "a"})
    asked = main_of(browser.get(path))
    assert "U hebt hierover een vraag gesteld" in asked
    desk = doors.desk()
    pay(desk, MAY, tmp_path / "file.xml")
    sent = main_of(browser.get(path))
    assert sent != asked
    assert "23 mei 2019" in sent
    write_staff(desk, [StaffEntry(StaffKind.AWAY, desk.today, "k.demir", until=desk.today)])
    away = main_of(browser.get(path))
    assert "Karin Demir, 14 000." in away
    browser.post("/mijn/loon/2019-05/0", {"net": "300,00", "paid_on": "2019-06-05"})
    assert euro(30000, "nl") in main_of(browser.get(path))
