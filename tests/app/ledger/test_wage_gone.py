# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer says that a wage was never earned: what was known stays, and a named human settles the month anew (0246).

The norm of a single person is 1,401.50 in 2026, of which 5% is kept apart: 1,331.42 is paid. Of a wage of 820.00 a quarter is
left out, so 615.00 counts: bijstand is 786.50, of which 747.17 is paid and 39.33 kept apart.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.exchange.returns import SAMIRA, correction, period, relationship, table, wage_return, withdrawal
from tests.app.ledger.counter import HOME, OFFICER, Counter
from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.own_error import put_right
from werkzaam.app.ledger.record import Recorded
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.tasks import finish
from werkzaam.app.ledger.wage_gone import take_back_wage
from werkzaam.app.ledger.wages import record_wages
from werkzaam.app.ledger.waiting import waiting_text
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.store.database import Database
from werkzaam.store.decisions import Decided, last_decisions
from werkzaam.store.facts import facts_known
from werkzaam.store.invariants import broken_invariants
from werkzaam.store.people import change_person
from werkzaam.store.queue import OpenItem, open_items

FEBRUARY, MARCH, APRIL = (Month.of(2026, number) for number in (2, 3, 4))
ALONE, BESIDE_WORK = 1331_42, 747_17
MARCH_BACK = correction(withdrawal(), first="2026-03-01", last="2026-03-31")
NOT_HERE = period("")


class Employer:
    """A household of which the wages of February and March were in a return, and both months were decided."""

    def __init__(self, counter: Counter, march: str = "") -> None:
        self.counter = counter
        counter.household("2026-02", norm=False)
        with counter.at("2026-02-01").writes() as writer:
            change_person(writer, 5001, name="Sjaak", born=date(1988, 5, 14), reference=SAMIRA)
        self.delivers("2026-03-03", period(relationship(), first="2026-02-01", last="2026-02-28"))
        self.delivers("2026-04-03", period(march or relationship()))
        run(counter.at("2026-04-05"), MARCH)

    def delivers(self, day: str, *periods: str) -> Recorded:
        """A wage tax return of the employer is recorded."""
        file = self.counter.file("").with_suffix(f".{day}.{len(periods[0])}.xml")
        file.write_bytes(wage_return(*periods))
        return record_wages(self.counter.at(day), [file])

    def table(self, day: str, *rows: str) -> Recorded:
        """A table of wages is recorded."""
        file = self.counter.file("").with_suffix(".csv")
        file.write_bytes(table(*rows))
        return record_wages(self.counter.at(day), [file])

    def last(self, month: Month) -> Decided:
        """The last decision of a month."""
        return last_decisions(self.counter.database, self.counter.town.id, HOME)[month]

    def wages(self) -> list[tuple[str, str, str]]:
        """The days and the net amounts that stand."""
        file = self.counter.at("2026-12-31").file(HOME)
        return [(f"{one.row['gewerkt_van']}", f"{one.row['gewerkt_tot']}", one.row["netto"]) for one in file.of("wage")]

    def tasks(self) -> list[OpenItem]:
        """What waits for a human."""
        return open_items(self.counter.database, self.counter.town.id)


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    return Counter(database, tmp_path, "participatiewet_2026")


@pytest.fixture
def employer(counter: Counter) -> Employer:
    return Employer(counter)


@pytest.mark.parametrize(("told", "way"), [
    (MARCH_BACK, "withdrawn"),
    (NOT_HERE, "missing"),
    (correction(relationship({"LnLbPh": "0.00", "IngLbPh": "0.00"}), first="2026-03-01", last="2026-03-31"), "zero"),
])  # fmt: skip
def test_what_was_known_stays_until_a_named_human_takes_it_back_and_then_the_month_is_settled_anew(
    employer: Employer, told: str, way: str
) -> None:
    counter = employer.counter
    done = employer.delivers("2026-04-20", told)
    assert (done.new, employer.delivers("2026-04-20", told).changed) == (1, False)
    run(counter.at("2026-04-21"), APRIL)
    assert (employer.last(MARCH).decision.version, employer.last(MARCH).decision.due.cents) == (1, BESIDE_WORK)
    (task,) = employer.tasks()
    assert (task.item_id.rpartition("-")[2], task.owner) == (way, "Inez Bakker (verzonnen)")
    assert f"werkzaam take-back {task.item_id}" in " ".join(waiting_text(counter.at("2026-04-21"), "en").split())

    take_back_wage(counter.at("2026-04-22", OFFICER), task.item_id, reason="Werkgever gebeld: nooit gewerkt.")
    view = run(counter.at("2026-04-23"), APRIL)
    march = employer.last(MARCH).decision
    assert (view.paid, march.due.cents, march.due.provisional) == (ALONE - BESIDE_WORK, ALONE, False)
    assert march.cause is Cause.WERKGEVER
    assert (employer.tasks(), employer.wages()) == ([], [("2026-02-01", "2026-02-28", "820.00")])
    back = facts_known(counter.database, counter.town.id, HOME, all_versions=True)[-1]
    assert (back.actor, back.fact.kind, back.fact.row["reden"]) == (OFFICER, "withdrawal", "Werkgever gebeld: nooit gewerkt.")
    assert broken_invariants(counter.database, counter.town.id) == []
    assert list(replay(counter.at("2026-04-24"), HOME)) == []


def test_what_no_decision_rests_on_is_taken_back_at_once_and_nothing_is_estimated_in_its_place(employer: Employer) -> None:
    april = period(relationship(), first="2026-04-01", last="2026-04-30")
    employer.delivers("2026-05-03", april)
    employer.delivers("2026-05-04", correction(withdrawal(), first="2026-04-01", last="2026-04-30"))
    run(employer.counter.at("2026-05-05"), APRIL)
    assert (employer.tasks(), employer.last(APRIL).decision.due.cents) == ([], ALONE)
    assert not employer.last(APRIL).decision.due.provisional


def test_a_wage_that_comes_again_after_it_was_taken_back_is_asked_about_and_counts_when_it_is_sent_as_a_change(
    employer: Employer,
) -> None:
    employer.delivers("2026-04-20", MARCH_BACK)
    take_back_wage(employer.counter.at("2026-04-22", OFFICER), employer.tasks()[0].item_id, reason="Nooit gewerkt.")
    again = employer.delivers("2026-04-23", period(relationship()))
    assert "was taken back before" in again.remarks[0]
    assert len(employer.wages()) == 1
    employer.delivers("2026-04-24", period(relationship(), kind="AanvullendeAangifte"))
    assert len(employer.wages()) == 2


def test_a_task_that_is_closed_lets_the_wage_stay_and_one_that_is_about_something_else_takes_nothing_back(
    employer: Employer,
) -> None:
    employer.delivers("2026-04-20", MARCH_BACK)
    (task,) = employer.tasks()
    other = task.item_id.replace("1001-", "1001-9")
    for item, why in ((other, "replaced or taken back"), ("left-1001-2026-03", "about no wage")):
        with pytest.raises(InputError, match=why):
            take_back_wage(employer.counter.at("2026-04-22"), item, reason="Gebeld.")
    with pytest.raises(InputError, match="needs a reason"):
        take_back_wage(employer.counter.at("2026-04-22"), task.item_id, reason=" ")
    assert len(employer.wages()) == 2


@pytest.mark.parametrize("first", ["close", "take back"])
def test_a_task_has_one_answer_and_the_second_hears_whose(employer: Employer, first: str) -> None:
    """Before, one officer could close the task so that the wage stays, and another take the wage back after it."""
    employer.delivers("2026-04-20", MARCH_BACK)
    (task,) = employer.tasks()
    desk = employer.counter.at("2026-04-22", OFFICER)
    acts = {
        "close": lambda: finish(desk, task.item_id, reason="Gebeld: er is wel gewerkt."),
        "take back": lambda: take_back_wage(desk, task.item_id, reason="Gebeld: nooit gewerkt."),
    }
    acts.pop(first)()
    for act in (*acts.values(), lambda: take_back_wage(desk, task.item_id, reason="Nog eens.")):
        with pytest.raises(AnsweredBefore, match=f"{OFFICER} closed {task.item_id} already"):
            act()
    assert len(employer.wages()) == {"close": 2, "take back": 1}[first]


def test_a_return_says_other_days_of_its_period_and_names_none_when_it_takes_back(counter: Counter) -> None:
    """A job that ended on 15 March: its correction takes the place of the wage, and its withdrawal finds it."""
    employer = Employer(counter, march=relationship(ended="2026-03-15"))
    employer.delivers("2026-04-10", correction(relationship({"LnLbPh": "500.00"}), first="2026-03-01", last="2026-03-31"))
    assert employer.wages()[1:] == [("2026-03-01", "2026-03-31", "420.00")]
    employer.delivers("2026-04-11", correction(relationship(ended="2026-03-15"), first="2026-03-01", last="2026-03-31"))
    run(counter.at("2026-04-12"), MARCH)
    employer.delivers("2026-04-20", MARCH_BACK)
    assert [one.item_id.rpartition("-")[2] for one in employer.tasks()] == ["withdrawn"]


def test_wages_of_two_sources_over_some_of_the_same_days_are_one_question_and_the_rest_of_the_file_is_taken(
    employer: Employer,
) -> None:
    done = employer.table("2026-04-20", "1001;5001;Koffiehuis De Hoek;2026-03-01;2026-03-15;2026-04-15;400,00;OIB",
                          "1001;5001;Bakkerij Zon;2026-04-01;2026-04-30;2026-04-30;50,00;OIB")  # fmt: skip
    assert (done.new, len(employer.tasks()), len(employer.wages())) == (2, 1, 3)


def test_a_question_about_somebody_in_a_full_return_says_that_they_are_there(employer: Employer) -> None:
    employer.delivers("2026-04-20", period(relationship({"VakBsl": "100.00"})))
    assert [one.kind for one in employer.tasks()] == ["question"]


BELOW_ZERO = {"LnLbPh": "-100.00", "IngLbPh": "0.00"}


def test_a_correction_below_zero_of_a_wage_that_is_not_known_is_asked_about_and_after_the_end_not_kept(counter: Counter) -> None:
    """Before, it refused the file of the whole town. Bijstand ended in March; of April and later nobody reports a wage."""
    employer = Employer(counter)
    counter.changes("2026-04-06", '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2026-03-31\n')
    parts = [correction(relationship(BELOW_ZERO, serial="2"), first=f"2026-0{month}-01", last=f"2026-0{month}-{day}")
             for month, day in ((3, 31), (4, 30))]  # fmt: skip
    done = employer.delivers("2026-05-20", *parts, period(relationship(), first="2026-04-01", last="2026-04-30"))
    assert (done.new, employer.delivers("2026-05-20", *parts).changed) == (2, False)
    (task,) = employer.tasks()
    assert (task.kind, "2026-03-01 - 2026-03-31" in task.text, '"cents":-10000' in task.text) == ("question", True, True)
    assert [told for told in done.remarks if "it was not kept" in told and "2026-04-01" in told]
    assert [days for days, *_ in employer.wages()] == ["2026-02-01", "2026-03-01", "2026-04-01"]
    run(counter.at("2026-05-21"), Month.of(2026, 5))
    assert employer.last(MARCH).decision.due.cents == 786_50 + 39_33


@pytest.mark.parametrize("way", ["withdrawn", "below zero"])
def test_a_wage_that_ended_bijstand_and_turns_out_lower_after_the_end_is_somebodys_task(counter: Counter, way: str) -> None:
    """April was estimated and paid, then 2,400.00 came: all of it is claimed, and bijstand ended on 31 March.

    Without the wage the claim would stand all the same, as a month after the end is not decided any more. When the end is
    taken back, April is whole: 1,331.42, of which 747.17 was paid.
    """
    employer = Employer(counter)
    run(counter.at("2026-04-20"), APRIL)
    employer.delivers("2026-05-03", period(relationship({"LnLbPh": "2480.00"}), first="2026-04-01", last="2026-04-30"))
    run(counter.at("2026-05-04"), APRIL)
    approve_claim(counter.at("2026-05-05", OFFICER), HOME, APRIL, reason="gezien", protected_earnings="ruimte")
    counter.changes("2026-05-06", '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2026-03-31\n')
    run(counter.at("2026-05-07"), Month.of(2026, 5))
    if way == "withdrawn":
        employer.delivers("2026-05-20", correction(withdrawal(), first="2026-04-01", last="2026-04-30"))
        take_back_wage(counter.at("2026-05-21", OFFICER), employer.tasks()[0].item_id, reason="Gebeld: niet gewerkt.")
    else:
        less = relationship({"LnLbPh": "-2400.00", "IngLbPh": "0.00"})
        employer.delivers("2026-05-21", correction(less, first="2026-04-01", last="2026-04-30"))
    run(counter.at("2026-05-22"), Month.of(2026, 5))
    (task,) = employer.tasks()
    assert (task.item_id, task.owner) == ("after_end-1001-2026-04-1", "Inez Bakker (verzonnen)")
    said = " ".join(waiting_text(counter.at("2026-05-22"), "en").split())
    assert "For that month € 747.17 was paid, and € 747.17 of it is asked back." in said
    (end,) = counter.at("2026-05-22").file(HOME).of("arrangement")
    put_right(counter.at("2026-05-23"), HOME, end.hseq, reason="De bijstand eindigde niet.")
    run(counter.at("2026-05-24"), APRIL)
    april = employer.last(APRIL).decision
    assert (april.due.cents, april.pay, april.claim_after) == (ALONE, ALONE - BESIDE_WORK, 0)
    assert broken_invariants(counter.database, counter.town.id) == []
