# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters and pages name the case manager of the day, and a way to reach them that works (R-118)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.casework.people_at_work import NOOR, VISSER, put_to_work
from tests.app.ledger.counter import HOME, OFFICER, Counter, slip
from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.matters import open_matters
from werkzaam.app.casework.reachable import contact_of
from werkzaam.app.ledger.letter_of import content_of
from werkzaam.app.ledger.month_then import month_text, month_then
from werkzaam.app.ledger.run import run
from werkzaam.app.letters import letter
from werkzaam.app.letters.text import as_text
from werkzaam.core.months import Month
from werkzaam.store.database import Database

SJAAK, MAY = 5001, Month.of(2020, 5)


@pytest.fixture
def ledger(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Sjaak has Joke Visser, and from 1 June 2020 Nadia Noor."""
    put_to_work(monkeypatch)
    counter = Counter(database, tmp_path)
    counter.household("2020-04", slip("2020-04", "400.00"))
    run(counter.at("2020-05-20"), MAY)
    hand_over(counter.at("2020-05-20"), SJAAK, VISSER.id, date(2020, 5, 20), "U bent nieuw bij ons.")
    hand_over(counter.at("2020-05-21"), SJAAK, NOOR.id, date(2020, 6, 1), "Joke gaat met pensioen.")
    return counter


@pytest.mark.requirement("R-118")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_specification_of_2_june_names_who_it_is_since_1_june(ledger: Counter, lang: str) -> None:
    for day, right, stale in (("2020-05-31", VISSER, NOOR), ("2020-06-02", NOOR, VISSER)):
        desk = ledger.at(day)
        page = month_text(month_then(desk, HOME, MAY, desk.today, lang), lang)
        told = as_text(letter(content_of(desk, f"{HOME}/2020-05/1"), lang))
        for text in (page, told):
            flat = " ".join(text.split())
            assert f"{right.name}, {right.phone}" in flat
            assert stale.name not in flat


def test_who_is_away_is_reached_by_the_town_and_who_left_is_not_named(ledger: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = ledger.at("2020-06-10")
    file = desk.file(HOME)
    assert contact_of(desk, file, date(2020, 6, 10)).phone == desk.town.phone
    assert contact_of(desk, file, date(2020, 6, 10)).name == NOOR.name
    put_to_work(monkeypatch, VISSER)
    assert contact_of(desk, file, date(2020, 6, 10)).name == "Inez Bakker (verzonnen)"


def test_what_is_open_in_money_goes_with_the_handover(ledger: Counter) -> None:
    """A payslip that came late makes a proposal; whoever takes over reads of it."""
    ledger.wage("2020-06-02", "2020-05", "700.00")
    run(ledger.at("2020-06-20", OFFICER), Month.of(2020, 6))
    texts = [one.text("nl") for one in open_matters(ledger.at("2020-06-20"), HOME)]
    assert "Voorstel over mei 2020 dat wacht op een beslissing." in texts
    change = hand_over(ledger.at("2020-06-22"), SJAAK, "d.dekker", date(2020, 7, 1), "Nadia krijgt ander werk.")
    assert [one.code for one in change.matters] == [one.code for one in open_matters(ledger.at("2020-06-22"), HOME)]
