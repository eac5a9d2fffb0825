# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving and coming back: a form that is filled in, months between without a decision, and an offer with consent only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.app.ledger.month_then import month_text, month_then
from werkzaam.app.ledger.plan import state_before
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.ledger.restart import form_text, restart, restart_form
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.unclaimed import Offer, unclaimed
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.decisions import last_decisions
from werkzaam.store.events import heads
from werkzaam.store.letters import letters

JANUARY, FEBRUARY, MARCH, APRIL = (Month.parse(f"2020-0{number}") for number in (1, 2, 3, 4))
ENDS = '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2020-01-31\n'
RENT = (
    '[[afspraak]]\nsoort = "vaste_betaling"\naan = "huur"\nnaam = "De Brug"\nbedrag = "10"\nvan = 2020-01-01\ntot = 2020-12-31\n'
)
CONSENT = "[[toestemming]]\nvan = 2020-02-01\ntot = 2020-06-30\n"


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """A household that left on 1 February 2020, and earns 60 below the norm of 1,078 in March."""
    found = Counter(database, tmp_path)
    found.household("2020-01")
    run(found.at("2020-01-05"), JANUARY)
    found.changes("2020-02-01", ENDS)
    run(found.at("2020-02-05"), FEBRUARY)
    found.wage("2020-04-01", "2020-03", "1018.00")
    return found


def dues(counter: Counter) -> dict[str, int]:
    return {str(month): one.decision.due.cents for month, one in last_decisions(counter.database, counter.town.id, HOME).items()}


@pytest.mark.requirement("R-081")
def test_the_form_is_filled_in_and_asks_at_most_income_and_changes(counter: Counter) -> None:
    form = restart_form(counter.at("2020-04-02"), HOME, MARCH, "nl")
    assert {one.name for one in form.fields if one.asked} <= {"income", "changes"}
    known = {one.name: one.known for one in form.fields}
    assert known["persons"] == ("Sjaak (14 mei 1988)",)
    assert known["home"] == ("alleenstaande",)
    assert known["accounts"] == ("S. Jansen, ... 6789",)
    assert known["income"] == ("winkel: € 1.018,00 (loonstrook)",)
    said = form_text(form, "nl")
    assert "1. Wat is uw inkomen in maart 2020? Bij ons bekend: winkel: € 1.018,00" in said
    assert "3." not in said


def test_after_the_end_nothing_is_decided_until_the_restart_and_between_never(counter: Counter) -> None:
    # The norm, 1,078, with the 53.90 of it that was kept apart: bijstand ended, so that is paid too.
    assert dues(counter) == {"2020-01": 1078_00}
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    run(counter.at("2020-04-03"), MARCH)
    # 1,078 less 1,018 is 60, of which 5% is kept apart.
    assert dues(counter) == {"2020-01": 1078_00, "2020-03": 57_00}
    run(counter.at("2020-04-04"), APRIL)
    assert set(dues(counter)) == {"2020-01", "2020-03", "2020-04"}


def reserve(counter: Counter, month: Month) -> int:
    """The holiday allowance that is kept apart after a month."""
    state = last_decisions(counter.database, counter.town.id, HOME)[month].decision.due.state
    return next((row[-1] for row in json.loads(state) if row[0] == "vakantietoeslag_gereserveerd"), 0)


def test_what_was_kept_apart_is_paid_with_the_last_month_and_the_new_period_begins_at_nothing(counter: Counter) -> None:
    assert reserve(counter, JANUARY) == 0
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    run(counter.at("2020-04-03"), MARCH)
    assert reserve(counter, MARCH) == 3_00


def test_an_end_that_comes_to_light_later_pays_once_what_was_kept_apart(database: Database, tmp_path: Path) -> None:
    """February was decided at nothing, with the 53.90 of January beside it; then bijstand turns out to have ended in January."""
    counter = Counter(database, tmp_path)
    counter.household("2020-01")
    run(counter.at("2020-01-05"), JANUARY)
    counter.wage("2020-02-20", "2020-02", "1200.00")
    run(counter.at("2020-02-25"), FEBRUARY)
    assert (dues(counter), reserve(counter, FEBRUARY)) == ({"2020-01": 1024_10, "2020-02": 0}, 53_90)
    counter.changes("2020-03-01", ENDS)
    run(counter.at("2020-03-05"), MARCH)
    assert dues(counter) == {"2020-01": 1078_00, "2020-02": 0}
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    run(counter.at("2020-04-03"), MARCH)
    assert reserve(counter, MARCH) == 0  # The 53.90 that February still has beside it was paid with January.


def test_page_and_letter_of_the_new_period_have_the_same_cents(counter: Counter) -> None:
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    run(counter.at("2020-04-03"), MARCH)
    desk = counter.at("2020-04-03T10:00:00Z")
    assert "57,00" in month_text(month_then(desk, HOME, MARCH, desk.today, "nl"), "nl")
    assert letter_pdf(desk, f"{HOME}/2020-03/1", "nl").startswith(b"%PDF")


def test_a_late_payslip_of_before_the_end_still_counts(counter: Counter) -> None:
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    run(counter.at("2020-04-03"), MARCH)
    counter.wage("2020-04-10", "2020-01", "100.00")
    rows = run(counter.at("2020-04-11"), APRIL).rows
    assert (str(rows[0].month), rows[0].kind) == ("2020-01", "proposed")
    assert FEBRUARY not in [one.month for one in rows]


def test_a_restart_is_asked_in_time_and_only_after_an_end(counter: Counter) -> None:
    with pytest.raises(InputError, match="new application"):
        restart_form(counter.at("2021-02-01"), HOME, Month.parse("2021-02"), "nl")
    assert restart_form(counter.at("2021-01-31"), HOME, Month.parse("2021-01"), "nl").last == JANUARY
    with pytest.raises(InputError, match="can go on from 2020-02"):
        restart_form(counter.at("2020-04-02"), HOME, JANUARY, "nl")
    restart(counter.at("2020-04-02"), HOME, MARCH, "nl")
    with pytest.raises(InputError, match="nothing has to be asked"):
        restart_form(counter.at("2020-04-03"), HOME, APRIL, "nl")


@pytest.mark.parametrize(("day", "why"), [("2020-02-15", "parts of months"), ("2019-12-31", "was decided and pays")])
def test_bijstand_does_not_end_in_a_month_or_before_one_that_was_paid(
    database: Database, tmp_path: Path, day: str, why: str
) -> None:
    counter = Counter(database, tmp_path)
    counter.household("2019-12")
    run(counter.at("2020-01-05"), JANUARY)
    with pytest.raises(InputError, match=why):
        counter.changes("2020-02-01", f'[[afspraak]]\nsoort = "einde_bijstand"\ntot = {day}\n')


@pytest.mark.requirement("R-082")
def test_with_consent_60_is_offered_and_without_nothing_is_checked(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    counter.changes("2020-04-02", RENT)  # An agreement with an end is no consent.
    before = heads(counter.database, counter.town.id)
    with monkeypatch.context() as patched:
        patched.setattr(Desk, "file", lambda *_: pytest.fail("Without consent something was read."))
        assert unclaimed(counter.at("2020-04-02"), MARCH) == ()
    assert heads(counter.database, counter.town.id) == before
    counter.changes("2020-04-03", CONSENT)
    assert unclaimed(counter.at("2020-04-04"), MARCH) == (Offer(HOME, MARCH, 60_00),)
    kept = [one.letter for one in letters(counter.database, counter.town.id, HOME)]
    assert [one.kind for one in kept] == ["offer"]
    assert "U kunt € 60,00 bijstand krijgen." in kept[0].body.decode()


def test_an_offer_is_made_once_and_not_after_consent_ended(counter: Counter) -> None:
    counter.changes("2020-04-03", CONSENT)
    unclaimed(counter.at("2020-04-04"), MARCH)
    unclaimed(counter.at("2020-04-05"), MARCH)
    assert len(letters(counter.database, counter.town.id, HOME)) == 1
    assert unclaimed(counter.at("2020-07-01"), MARCH) == ()


def test_without_known_income_or_in_a_month_with_bijstand_nothing_is_offered(counter: Counter) -> None:
    counter.changes("2020-04-03", CONSENT)
    assert unclaimed(counter.at("2020-04-04"), FEBRUARY) == ()
    assert unclaimed(counter.at("2020-04-04"), JANUARY) == ()


def test_the_month_is_the_same_whoever_looks(counter: Counter) -> None:
    desks = [counter.at("2020-04-04", name) for name in ("m.bakker", OFFICER, "case.manager")]
    texts = {month_text(month_then(desk, HOME, JANUARY, desk.today, "nl"), "nl") for desk in desks}
    assert len(texts) == 1


def test_a_month_after_the_months_between_goes_on_from_the_last_that_was_decided(counter: Counter) -> None:
    position = position_of(counter.at("2020-04-02"), HOME)
    assert state_before(position, MARCH) == position.latest[JANUARY].due.state != ""
