# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The buffer budget of article 34b: from 2027, at most the shortage and the year's maximum, and never paid by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, Counter
from werkzaam.app.ledger.buffer import buffer_room, buffer_text
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.run import run
from werkzaam.core.errors import FactError, InputError, NotCovered
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.store.database import Database

DECEMBER, JANUARY = Month.of(2026, 12), Month.of(2027, 1)


def facts_of_2027() -> Facts:
    """As if every number of December 2026 that has none for 2027 stayed as it was: a guess, to have months of 2027 at all."""
    found = read_facts()
    keys = found.keys()
    for key in keys:
        try:
            found.on(key, JANUARY)
        except FactError:
            last = [one for one in found.series(key) if one.span.first <= DECEMBER]
            if last:
                found = found.with_assumed(key, Span(JANUARY, Month.of(2027, 12)), last[-1].value)
    return found


class In2027(Counter):
    """Desks that know numbers of 2027."""

    facts = facts_of_2027()

    def at(self, moment: str, actor: str = "m.bakker") -> Desk:
        desk = super().at(moment, actor)
        vars(desk)["facts"] = self.facts
        return desk


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> In2027:
    found = In2027(database, tmp_path, "participatiewet_2026", "participatiewet_2027")
    found.household("2026-12", norm=False)
    return found


ESTIMATE = '[[schatting]]\nbaan = "winkel"\nmaand = "{month}"\nnetto = "900.00"\n'


def paid_too_low(counter: In2027, month: str) -> None:
    """A month is paid by an estimate of 900.00; then the payslip says 300.00, and the run pays the difference."""
    counter.changes(f"{month}-02", ESTIMATE.format(month=month))
    run(counter.at(f"{month}-20"), Month.parse(month))
    counter.wage(f"{month}-25", month, "300.00")
    run(counter.at(f"{month}-26"), Month.parse(month))


def test_the_room_is_the_shortage_of_the_month_as_it_was_paid(counter: In2027) -> None:
    """900.00 estimated, 15% of it exempt: 765.00 counts. With 300.00 of wages the month was below the norm."""
    run(counter.at("2026-12-20"), DECEMBER)
    paid_too_low(counter, "2027-01")
    found = buffer_room(counter.at("2027-01-27"), HOME, JANUARY)
    assert (found.means, found.maximum) == (300_00, 1_000_00)
    assert (found.norm, found.paid) == (1_348_49, 621_74)  # 1,419.46 less 5%; 1,419.46 less 765.00, less 5% of that (32.72).
    assert found.shortage == found.room == 426_75
    assert found.corrected > 0
    assert "Er wordt niets betaald" in buffer_text(found, "nl")
    assert "1.000,00 per kalenderjaar" in " ".join(buffer_text(found, "nl").split())


def test_before_2027_there_is_none(counter: In2027) -> None:
    paid_too_low(counter, "2026-12")
    with pytest.raises(NotCovered, match=r"2026-12 has no buffer budget: article 34b .* from January 2027"):
        buffer_room(counter.at("2026-12-27"), HOME, DECEMBER)


def test_without_wages_or_a_known_month_there_is_none(counter: In2027) -> None:
    run(counter.at("2026-12-20"), DECEMBER)
    with pytest.raises(InputError, match="not decided by a payslip yet"):
        buffer_room(counter.at("2027-01-19"), HOME, JANUARY)
    run(counter.at("2027-01-20"), JANUARY)
    with pytest.raises(NotCovered, match="who has wages beside bijstand"):
        buffer_room(counter.at("2027-01-21"), HOME, JANUARY)
