# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premium of who left bijstand: what was built up is paid in the month of payment, to who earned it, once (decision 0169)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.ledger.counter import HOME, TOWN, Counter, slip
from werkzaam.app.ledger import premium_awards, premium_built
from werkzaam.app.ledger.changes import Held
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.premium_awards import awards
from werkzaam.app.ledger.premium_built import built_up
from werkzaam.app.ledger.premium_left import may_ask_back
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.restart import restart
from werkzaam.app.ledger.run import RunView, run, trial
from werkzaam.app.ledger.waiting import waiting_text
from werkzaam.core.errors import NotCovered
from werkzaam.core.months import Month, Span
from werkzaam.ledger.event import broken
from werkzaam.store.bank import attempts
from werkzaam.store.database import Database
from werkzaam.store.events import events
from werkzaam.store.invariants import broken_invariants
from werkzaam.store.letters import letters
from werkzaam.store.payments import payments
from werkzaam.store.premiums import premiums_of

MARCH, JULY, DECEMBER = (Month.parse(f"2018-{number}") for number in ("03", "07", "12"))
WORKED = "".join(slip(f"2018-0{number}", "400.00") for number in (1, 2, 3))
ENDS = '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2018-03-31\n'
PARTNER = '[[persoon]]\nnummer = 5002\nnaam = "Pim"\ngeboortedatum = 1986-02-01\n'
DIED = '[[wijziging]]\noverleden = "Sjaak"\nop = 2018-05-31\n'


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    return Counter(database, tmp_path)


def leaves(counter: Counter, more: str = WORKED) -> None:
    """A household with three months of wages that leaves on 1 April 2018."""
    counter.household("2018-01", more)
    run(counter.at("2018-03-26"), MARCH)
    counter.changes("2018-03-28", ENDS)


def july(counter: Counter) -> RunView:
    return run(counter.at("2018-07-20"), JULY)


def paid(counter: Counter) -> list[tuple[int, str, int]]:
    """Each entry of premium: whose, in which month, and how many cents."""
    return [
        (one.award.person, str(one.pay_month), one.award.cents) for one in premiums_of(counter.database, counter.town.id, HOME)
    ]


def test_what_was_built_up_is_paid_to_the_account_with_a_message_and_the_ledger_stays_whole(
    counter: Counter, tmp_path: Path
) -> None:
    leaves(counter)
    looked = trial(counter.at("2018-07-20"), JULY)
    view = july(counter)
    assert (looked.premium, looked.results, looked.paid) == (view.premium, view.results, view.paid)
    assert (view.premium, dict(view.results)) == (600_00, {"decided": 1})
    assert paid(counter) == [(5001, "2018-07", 600_00)]
    sent = pay(counter.at("2018-07-21"), JULY, tmp_path / "july.xml")
    transfers = attempts(counter.database, counter.town.id, sent.file.file_id)
    assert ("S. Jansen", 600_00) in [(one.holder, one.cents) for one in transfers]
    told = [one.letter.body.decode() for one in letters(counter.database, counter.town.id, HOME) if one.letter.kind == "message"]
    assert len(told) == 1
    assert "600,00" in told[0]
    assert "ook nu uw bijstand is gestopt" in told[0]
    assert "minder bijstand" not in told[0]
    assert broken_invariants(counter.database, counter.town.id) == []
    assert broken(events(counter.database, counter.town.id, HOME)) == []
    assert list(replay(counter.at("2018-07-22"), HOME)) == []


@pytest.mark.parametrize("month", ["2018-07", "2018-08", "2018-12", "2019-01", "2019-07"])
def test_a_later_run_pays_nothing_again_and_computes_nothing(
    counter: Counter, month: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves(counter)
    july(counter)
    monkeypatch.delattr(premium_awards, "built_up")
    again = run(counter.at(f"{month}-28"), Month.parse(month))
    assert (again.premium, dict(again.results)) == (0, {"unchanged": 1})
    assert len(paid(counter)) == 1


def test_a_wage_after_the_payout_waits_for_the_next_one_without_being_computed(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves(counter, WORKED.replace(slip("2018-03", "400.00"), ""))
    assert july(counter).premium == 400_00
    counter.wage("2018-08-02", "2018-03", "300.00")
    with monkeypatch.context() as patch:
        patch.delattr(premium_awards, "built_up")
        assert run(counter.at("2018-08-20"), Month.parse("2018-08")).premium == 0
    assert run(counter.at("2018-12-20"), DECEMBER).premium == 150_00


def test_a_run_that_was_skipped_costs_nobody_premium(counter: Counter) -> None:
    leaves(counter)
    assert run(counter.at("2019-02-20"), Month.parse("2019-02")).premium == 600_00
    assert paid(counter) == [(5001, "2018-12", 600_00)]


def test_who_comes_back_in_the_month_of_payment_itself_is_paid_once(counter: Counter) -> None:
    """The half-year closed in June, a month without bijstand: its premium would be lost if nobody looked at that month."""
    leaves(counter)
    restart(counter.at("2018-07-02"), HOME, JULY, "nl")
    assert july(counter).premium == 600_00
    assert run(counter.at("2018-12-20"), DECEMBER).premium == 0
    assert paid(counter) == [(5001, "2018-07", 600_00)]


def test_who_comes_back_before_it_is_paid_what_both_periods_built_up(counter: Counter) -> None:
    leaves(counter)
    restart(counter.at("2018-06-02"), HOME, Month.parse("2018-06"), "nl")
    counter.wage("2018-06-30", "2018-06", "300.00")
    assert july(counter).premium == 750_00


def test_after_a_death_it_waits_for_the_heirs_and_nobody_is_written_to(counter: Counter, tmp_path: Path) -> None:
    leaves(counter)
    counter.changes("2018-06-04", DIED)
    counter.changes("2018-06-05", '[[hele_maand]]\nmaand = "2018-05"\nzoals_op = "eerste_dag"\nreden = "gezien"\n')
    assert (july(counter).premium, paid(counter)) == (600_00, [(5001, "2018-07", 600_00)])
    assert not [one for one in letters(counter.database, counter.town.id, HOME) if one.letter.kind == "message"]
    sent = pay(counter.at("2018-07-21"), JULY, tmp_path / "july.xml")
    assert 600_00 not in [one.cents for one in attempts(counter.database, counter.town.id, sent.file.file_id)]
    assert "van de erfgenamen" in waiting_text(counter.at("2018-07-22"), "nl")


def test_of_a_couple_each_is_paid_on_the_account_that_is_theirs(counter: Counter) -> None:
    both = WORKED.replace('baan = "winkel"', 'persoon = "Sjaak"\nbaan = "winkel"') + WORKED.replace(
        'baan = "winkel"', 'persoon = "Pim"\nbaan = "kantine"'
    ).replace("400.00", "200.00")
    counter.household("2018-01", PARTNER + both, form="gehuwden", norm=False)
    run(counter.at("2018-03-26"), MARCH)
    counter.changes("2018-03-28", ENDS)
    counter.changes("2018-07-10", DIED.replace("2018-05-31", "2018-07-05") + 'leefvorm = "alleenstaande"\n')
    july(counter)
    assert paid(counter) == [(5001, "2018-07", 600_00), (5002, "2018-07", 300_00)]
    parts = [part for one in payments(counter.database, counter.town.id, HOME) for part in one.parts if one.month == JULY]
    assert [(part.ref, part.cents) for part in parts] == [("erven-5001", 600_00), ("persoon", 300_00)]


def test_what_cannot_be_computed_waits_for_a_person_in_trial_and_run(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    leaves(counter)

    def refuses(*_: object, **__: object) -> None:
        raise NotCovered("Nobody wrote this rule.")

    monkeypatch.setattr(premium_built, "calculate", refuses)
    for view in (trial(counter.at("2018-07-20"), JULY), july(counter)):
        assert dict(view.results) == {"error": 1}
        assert [one.why for one in view.rows if isinstance(one, Held)] == [
            "The premium of household 1001 cannot be computed up to 2018-07: Nobody wrote this rule."
        ]
    monkeypatch.undo()
    view = july(counter)
    assert (view.premium, dict(view.results)) == (600_00, {"decided": 1})


# -- without a database ------------------------------------------------------------------------------


def file_of(wages: Iterable[tuple[Month, int]], periods: Iterable[tuple[str, Month]] = ()) -> HouseholdFile:
    """A household from January 2018 on: wages in euros by month, and each end of bijstand and coming back."""
    rows: list[tuple[str, dict[str, object]]] = [
        ("household", {"eerste_maand": "2018-01", "contactpersoon": "Inez", "huishouden": {"leefvorm": "alleenstaande"}}),
        ("person", {"nummer": 1, "naam": "Noor", "geboortedatum": date(1988, 5, 14)}),
    ]
    for month, euros in wages:
        rows.append(("wage", {"baan": "winkel", "gewerkt_van": month.first_day, "gewerkt_tot": month.last_day,
                              "betaald_op": month.last_day, "netto": f"{euros}.00", "bron": "loonstrook"}))  # fmt: skip
    for kind, month in periods:
        row = {"tot": month.last_day} if kind == "einde_bijstand" else {"van": month.first_day}
        rows.append(("arrangement", {"soort": kind, **row}))
    return HouseholdFile("teststad", 1, tuple(
        Known(at, kind, row, "2018-01-01T00:00:00Z", "test") for at, (kind, row) in enumerate(rows, 1)
    ))  # fmt: skip


class Nowhere:
    """A database that nobody may ask anything."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"The database was asked: {name}.")


DESK = Desk(Nowhere(), TOWN, "m.bakker", "2019-12-28T09:00:00Z")  # type: ignore[arg-type]
FIRST, LAST = Month.parse("2018-01"), Month.parse("2019-12")


@given(st.lists(st.integers(0, 800), min_size=24, max_size=24), st.integers(0, 22), st.integers(1, 12))
@settings(max_examples=25, deadline=None)
def test_leaving_and_coming_back_changes_no_cent_of_what_was_earned(euros: list[int], left: int, away: int) -> None:
    """Half of each month with bijstand, at most 200 a month: as who stays and earns nothing in the months between."""
    end, back = FIRST + left, FIRST + left + away + 1
    with_bijstand = [(month, cents) for month, cents in zip(Span(FIRST, LAST), euros, strict=True) if not end < month < back]
    periods = [("einde_bijstand", end), *([("herstart", back)] if back <= LAST else [])]
    found = built_up(DESK, file_of(with_bijstand, periods), LAST).get("Noor", {})
    assert found == built_up(DESK, file_of(with_bijstand), LAST).get("Noor", {})
    assert sum(found.values()) == sum(min(cents * 50, 200_00) for _, cents in with_bijstand)


def test_wages_of_after_the_end_build_up_nothing() -> None:
    wages = [(month, 400) for month in Span(FIRST, Month.parse("2018-06"))]
    assert built_up(DESK, file_of(wages, [("einde_bijstand", MARCH)]), JULY) == {"Noor": {JULY: 600_00}}


STATE = '[["premie_opgebouwd","Noor",20000],["premie_opgebouwd_dit_jaar","Noor",20000]]'
MARCH_DECIDED = {MARCH: SimpleNamespace(due=SimpleNamespace(state=STATE))}


@pytest.mark.parametrize("case", ["left with premium", "stays", "left without premium", "destroyed", "held", "too early"])
def test_whoever_has_nothing_to_get_costs_no_question_to_the_database(case: str) -> None:
    file = file_of([], [] if case == "stays" else [("einde_bijstand", MARCH)])
    if case == "destroyed":
        file = replace(file, known=tuple(replace(one, row={}) for one in file.known))
    position = Position(file, 9, {} if case == "left without premium" else MARCH_DECIDED)  # type: ignore[arg-type]
    month = Month.parse("2018-06") if case == "too early" else JULY
    found = awards(DESK, position, HouseholdPlan(1, 9, held="wait" if case == "held" else ""), month)
    if case == "left with premium":
        with pytest.raises(AssertionError, match="The database was asked: rows"):
            list(found)
    else:
        assert list(found) == []


@pytest.mark.parametrize(("change", "may"), [({}, True), ({"overleden": "Noor", "op": date(2018, 5, 31)}, False)])
def test_less_premium_is_not_asked_back_of_who_is_not_there_any_more(change: dict[str, object], may: bool) -> None:
    file = file_of([], [("einde_bijstand", MARCH)])
    rows = [
        {"soort": "gezin", **change},
        {"soort": "hele_maand", "maand": "2018-05", "zoals_op": "eerste_dag", "reden": "gezien"},
    ]
    more = [Known(at, "arrangement", row, "2018-06-01T00:00:00Z", "test") for at, row in enumerate(rows, 8)] if change else []
    assert may_ask_back(replace(file, known=(*file.known, *more)), "Noor") is may
