# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The wages of one person month by month, filled in as far as they are known, to confirm, change or report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.case import Case
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import OWN_REPORT, HouseholdFile
from werkzaam.app.ledger.own_report import OwnReport, Receipt, receipts
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_month import expected_on
from werkzaam.core.months import Month, Span

LOOKED_BACK = 3
"""So many months before this one are shown."""


@dataclass(frozen=True, slots=True)
class WageRow:
    """One wage of a month: what a report of it would say, by whom it is known, and the receipt of the last report of it.

    `source` is empty for an estimate. `number` tells it from others of its month.
    """

    month: Month
    number: int
    report: OwnReport
    source: str
    receipt: Receipt | None

    @property
    def state(self) -> str:
        """`estimated`, `reported` by the person, `confirmed` by them, `waits` for somebody who looks, or `known`."""
        if self.receipt is not None and self.receipt.outcome == "waits":
            return "waits"
        if not self.source:
            return "estimated"
        if self.source == OWN_REPORT:
            return "reported"
        return "known" if self.receipt is None else "confirmed"


def wage_rows(desk: Desk, household: int, person: int, kept: Kept) -> list[WageRow]:
    """The wages of a person in this month and those before it, newest month first."""
    file = desk.file(household)
    month = Month.of_day(desk.today)
    case = kept.case(desk, file, month)
    first = max(month - LOOKED_BACK, file.first_month)
    given = {_about(one.report): one for one in receipts(desk, household, person) if not one.replaced}
    name = next(name for name, number in file.persons.items() if number == person)
    return [row for at in sorted(Span(first, month), reverse=True) for row in _of_month(case, name, person, at, given)]


def row_called(rows: list[WageRow], month: Month, number: int) -> WageRow | None:
    """One of the rows."""
    return next((one for one in rows if (one.month, one.number) == (month, number)), None)


def jobs_of(file: HouseholdFile, person: int) -> list[str]:
    """The names of the jobs that a person has wages of."""
    name = next(name for name, number in file.persons.items() if number == person)
    return sorted({str(one.row["baan"]) for one in file.of("wage", "estimate") if one.row["persoon"] == name})


def _of_month(case: Case, name: str, person: int, month: Month, given: dict[tuple[object, ...], Receipt]) -> Iterator[WageRow]:
    number = 0
    for key in (key for key in case.jobs if key[0] == name):
        wages = [one for one in case.wages_in(month, key) if not one.correction]
        for one in wages:
            said = OwnReport(person, one.job, one.worked_from, one.worked_to, one.paid_on, one.net)
            yield WageRow(month, number, said, one.source, given.get(_about(said)))
            number += 1
        for each in () if wages else [one for one in case.estimates_in(month) if one.key == key]:
            on: date = expected_on(case, month)
            said = OwnReport(person, each.job, month.first_day, month.last_day, on, each.estimate.cents)
            yield WageRow(month, number, said, "", given.get(_about(said)))
            number += 1


def _about(report: OwnReport) -> tuple[object, ...]:
    return report.job, report.first, report.last
