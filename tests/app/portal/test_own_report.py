# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A report of a wage: proof that it was in time, once, with every version readable, and never over what an employer says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.app.portal.small_town import HOUSEHOLD, JOB, PERSON, SmallTown
from werkzaam.app.ledger.carry_out import carry_out
from werkzaam.app.ledger.new_facts import income
from werkzaam.app.ledger.own_error import put_right
from werkzaam.app.ledger.own_report import OwnReport, receipts, report_wage
from werkzaam.app.ledger.plan import plan
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.timely import cause_in_time, refuse_late_cause, timely_report
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, Proposal
from werkzaam.store.facts import record_fact

FEBRUARY, MARCH = Month.of(2019, 2), Month.of(2019, 3)
WAGE = OwnReport(PERSON, JOB, date(2019, 2, 1), date(2019, 2, 28), date(2019, 3, 1), 41_000)


def gift_of_february(small: SmallTown, day: str) -> None:
    """Something else becomes known of February, on a day."""
    row = {"persoon": "Samira", "soort": "alimentatie", "bron": "opgave", "ontvangen_op": date(2019, 2, 10), "bedrag": "25.00"}
    fact = income(row, PERSON)
    with small.on(day).writes() as writer:
        record_fact(writer, HOUSEHOLD, fact.fact(), idem_key=fact.key)


def cause_of_next_run(small: SmallTown, day: str) -> Cause | None:
    """What the run of March would say of February."""
    desk = small.on(day)
    made = plan(position_of(desk, HOUSEHOLD), desk.world(MARCH))
    return next(one.cause for one in made.outcomes if one.month == FEBRUARY and isinstance(one, Decision | Proposal))


@pytest.mark.requirement("R-137")
def test_after_a_report_on_5_march_no_late_report_can_be_the_cause(small: SmallTown) -> None:
    run(small.on("2019-02-16"), FEBRUARY)
    small.report("2019-03-05", "2019-02", 41_000)
    desk = small.on("2019-03-16")
    position = position_of(desk, HOUSEHOLD)
    made = plan(position, desk.world(MARCH))
    late = tuple(
        replace(one, cause=Cause.LATE_MELDING) if one.month == FEBRUARY and isinstance(one, Decision | Proposal) else one
        for one in made.outcomes
    )
    assert late != made.outcomes
    with (
        pytest.raises(NotAllowed, match="2019-02 of household 101 was reported in time, at 2019-03-05T09:00:00Z"),
        desk.writes() as writer,
    ):
        carry_out(desk, writer, position, replace(made, outcomes=late), MARCH)
    with pytest.raises(NotAllowed):
        refuse_late_cause(desk.file(HOUSEHOLD), FEBRUARY, Cause.LATE_MELDING)
    refuse_late_cause(desk.file(HOUSEHOLD), MARCH, Cause.LATE_MELDING)
    refuse_late_cause(desk.file(HOUSEHOLD), FEBRUARY, Cause.SCHATTING)


def test_a_change_that_becomes_known_later_is_not_called_late_of_a_month_that_was_reported(small: SmallTown) -> None:
    run(small.on("2019-02-16"), FEBRUARY)
    gift_of_february(small, "2019-03-06")
    assert cause_of_next_run(small, "2019-03-07") is Cause.LATE_MELDING
    small.report("2019-03-07", "2019-02", 0)
    run(small.on("2019-03-08"), FEBRUARY)
    gift = {"persoon": "Samira", "soort": "alimentatie", "bron": "opgave", "ontvangen_op": date(2019, 2, 12), "bedrag": "30.00"}
    with small.on("2019-03-09").writes() as writer:
        record_fact(writer, HOUSEHOLD, income(gift, PERSON).fact(), idem_key="another")
    assert cause_of_next_run(small, "2019-03-10") is Cause.OVERIG


def test_a_report_long_after_is_kept_but_proves_nothing(small: SmallTown) -> None:
    small.report("2019-04-01", "2019-02", 41_000)
    file = small.on("2019-04-02").file(HOUSEHOLD)
    assert timely_report(file, FEBRUARY) is None
    assert cause_in_time(file, FEBRUARY, Cause.LATE_MELDING) is Cause.LATE_MELDING
    assert len(receipts(small.on("2019-04-02"), HOUSEHOLD, PERSON)) == 1


def test_the_same_again_changes_nothing_and_another_amount_is_a_new_version(small: SmallTown) -> None:
    desk = small.on("2019-03-05", "inwoner 1001")
    first = report_wage(desk, HOUSEHOLD, WAGE)
    before = small.database.value("SELECT count(*) FROM event")
    assert report_wage(small.on("2019-03-06", "inwoner 1001"), HOUSEHOLD, WAGE) == first
    assert small.database.value("SELECT count(*) FROM event") == before
    second = report_wage(small.on("2019-03-07", "inwoner 1001"), HOUSEHOLD, replace(WAGE, cents=42_000))
    third = report_wage(small.on("2019-03-08", "inwoner 1001"), HOUSEHOLD, WAGE)
    found = receipts(small.on("2019-03-08"), HOUSEHOLD, PERSON)
    assert [one.number for one in found] == [third.number, second.number, first.number]
    assert [(one.report.cents, one.replaced) for one in found] == [(41_000, False), (42_000, True), (41_000, True)]
    wages = [one.row["netto"] for one in small.on("2019-03-08").file(HOUSEHOLD).of("wage")]
    assert wages == ["410.00"]


def test_a_receipt_is_a_fact_with_its_moment_and_who_gave_it_and_cannot_be_taken_back(small: SmallTown) -> None:
    found = report_wage(small.on("2019-03-05", "inwoner 1001"), HOUSEHOLD, WAGE)
    assert (found.moment, found.by, found.outcome) == ("2019-03-05T09:00:00Z", "inwoner 1001", "counts")
    with pytest.raises(InputError, match="has no row"):
        put_right(small.on("2019-03-09"), HOUSEHOLD, found.hseq, reason="weg ermee")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(WAGE, cents=-1), replace(WAGE, last=date(2019, 1, 1)), replace(WAGE, paid_on=date(2010, 1, 1)),
        replace(WAGE, first=date(2019, 5, 1), last=date(2019, 5, 31)), replace(WAGE, cents=99_999_999),
    ],
)  # fmt: skip
def test_what_cannot_be_a_wage_is_refused_whole(small: SmallTown, wrong: OwnReport) -> None:
    before = small.database.value("SELECT count(*) FROM event")
    with pytest.raises(InputError):
        report_wage(small.on("2019-03-05", "inwoner 1001"), HOUSEHOLD, wrong)
    assert small.database.value("SELECT count(*) FROM event") == before
