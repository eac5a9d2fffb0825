# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run would decide for one household, from what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.plan import HouseholdPlan, Position, World, plan
from werkzaam.app.regimes import regime_of
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, OutOfTerm, Proposal

FACTS = read_facts()
REGIME = regime_of(["participatiewet_2026"], FACTS)
HOME = {"eerste_maand": "2026-01", "contactpersoon": "Inez Bakker (verzonnen)", "huishouden": {"leefvorm": "alleenstaande"}}
SAM = {"nummer": 5, "naam": "Sam", "geboortedatum": date(1985, 1, 1)}


def wage(month: int, net: str, **more: Any) -> dict[str, Any]:
    worked = Month.of(2026, month)
    return {"baan": "winkel", "gewerkt_van": worked.first_day, "gewerkt_tot": worked.last_day, "betaald_op": worked.last_day,
            "netto": net, "bron": "loonstrook", **more}  # fmt: skip


class Household:
    """A household whose plans are carried out in memory."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self.head = 0
        self.decided: dict[Month, Decision] = {}
        self.waiting: dict[Month, Any] = {}
        self.learn("household", HOME)
        self.learn("person", SAM)

    def learn(self, kind: str, row: dict[str, Any], *, supersedes: int | None = None) -> int:
        self.head += 1
        self.known.append(Known(self.head, kind, row, "2026-01-01T00:00:00Z", "test"))
        if supersedes:
            at = next(at for at, one in enumerate(self.known) if one.hseq == supersedes)
            self.known[at] = replace(self.known[at], superseded=self.head)
        return self.head

    @property
    def position(self) -> Position:
        file = HouseholdFile("teststad", 1, tuple(self.known))
        return Position(file, self.head, dict(self.decided), dict(self.waiting))

    def run(self, month: str) -> HouseholdPlan:
        found = plan(self.position, World(Month.parse(month), Month.parse(month), FACTS, REGIME))
        for outcome in found.outcomes:
            self.head += 1
            if isinstance(outcome, Decision):
                self.decided[outcome.month] = outcome
                self.waiting.pop(outcome.month, None)
            else:
                self.waiting[outcome.month] = outcome
        return found

    def due(self, month: str) -> int:
        return self.decided[Month.parse(month)].due.cents


@pytest.fixture
def household() -> Household:
    return Household()


def test_a_new_household_is_paid_every_month_since_it_began(household: Household) -> None:
    # 1,401.50 with 5% kept aside (70.075, half a cent up): 1,331.42.
    found = household.run("2026-03")
    assert [(str(one.month), one.pay) for one in found.decisions] == [
        ("2026-01", 133142), ("2026-02", 133142), ("2026-03", 133142)]  # fmt: skip


def test_the_same_knowledge_decides_nothing_again(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.run("2026-02")
    again = household.run("2026-02")
    assert again.outcomes == ()
    assert household.run("2026-01").outcomes == ()


def test_a_month_without_its_payslip_is_provisional_by_the_last_one(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    found = household.run("2026-02").decisions
    assert [(one.due.provisional, one.due.cents) for one in found] == [(False, 104642), (True, 104642)]


def test_a_wage_of_a_thousand_or_more_can_be_estimated_by(household: Household) -> None:
    household.learn("wage", wage(1, "1100.00"))
    found = household.run("2026-02")
    assert found.held == ""
    assert [one.due.provisional for one in found.decisions] == [False, True]


def test_a_job_is_expected_for_two_months_after_its_last_payslip(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    found = household.run("2026-04").decisions
    assert [one.due.provisional for one in found] == [False, True, True, False]
    assert found[-1].due.cents == 133142


def test_a_job_that_ended_is_not_expected(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.learn("arrangement", {"soort": "einde_baan", "persoon": "Sam", "baan": "winkel", "tot": date(2026, 1, 31)})
    assert [one.due.provisional for one in household.run("2026-02").decisions] == [False, False]


def test_a_higher_wage_than_estimated_waits_for_an_officer(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.run("2026-02")
    household.learn("wage", wage(2, "900.00"))
    found = household.run("2026-03").outcomes
    proposal = found[0]
    assert isinstance(proposal, Proposal)
    # 104,642 was paid. Of 900.00 a quarter is 225, below the maximum: 675 counts; 1,401.50 - 675 = 726.50, of which 36.33 apart.
    assert (proposal.due.cents, proposal.claim_after, proposal.cause) == (69017, 104642 - 69017, Cause.SCHATTING)
    assert household.due("2026-02") == 104642


def test_a_lower_wage_than_estimated_is_paid_at_once(household: Household) -> None:
    household.learn("wage", wage(1, "900.00"))
    household.run("2026-02")
    household.learn("wage", wage(2, "400.00"))
    first = household.run("2026-03").decisions[0]
    assert (str(first.month), first.version, first.pay) == ("2026-02", 2, 104642 - 69017)


def test_a_correction_that_comes_and_goes_is_decided_each_time(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.run("2026-01")
    lower = household.learn("correction", wage(1, "-100.00", correctie=True))
    up = household.run("2026-01").decisions
    assert [(one.version, one.pay > 0, one.cause) for one in up] == [(2, True, Cause.WERKGEVER)]
    household.learn("withdrawal", {"waarom": "dubbel"}, supersedes=lower)
    back = household.run("2026-01").outcomes
    assert isinstance(back[0], Proposal)
    assert back[0].due.cents == 104642
    assert back[0].due.digest != household.decided[Month.parse("2026-01")].due.digest


def test_a_late_fall_is_out_of_the_term_and_a_late_rise_is_paid(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.run("2026-08")
    household.learn("correction", wage(1, "50.00", correctie=True))
    assert isinstance(household.run("2026-08").outcomes[0], OutOfTerm)
    household.learn("correction", wage(1, "-150.00", correctie=True))
    assert household.run("2026-08").decisions[0].pay == 7125  # Of the 100 less, 75 counted; 5% of that was apart.


def test_a_month_carried_on_is_the_month_of_the_whole_history(household: Household) -> None:
    whole = Household()
    for one in (household, whole):
        for month in (1, 2, 4):
            one.learn("wage", wage(month, f"{300 + month}.00"))
    for month in range(1, 7):
        household.run(f"2026-{month:02}")
    whole.run("2026-06")
    assert [one.due for one in household.decided.values()] == [one.due for one in whole.decided.values()]


def test_what_we_do_not_compute_is_held_with_the_reason(household: Household) -> None:
    young = household.learn("person", {**SAM, "geboortedatum": date(2009, 1, 1)}, supersedes=2)
    found = household.run("2026-01")
    assert young
    assert found.outcomes == ()
    assert found.held.startswith("not_covered: ")
    assert "2026-01" in found.held


def test_a_run_of_an_old_month_takes_the_later_ones_along(household: Household) -> None:
    household.learn("wage", wage(1, "400.00"))
    household.run("2026-05")
    household.learn("correction", wage(1, "-100.00", correctie=True))
    found = household.run("2026-01").decisions
    # Of the 100 less, 75 counted, also in the two months by its estimate: 71.25 now, and 3.75 stands apart and comes in May.
    paid = [(str(one.month), one.pay) for one in found]
    assert paid == [("2026-01", 7125), ("2026-02", 7125), ("2026-03", 7125), ("2026-04", 0), ("2026-05", 1125)]
    assert household.run("2026-05").outcomes == ()
