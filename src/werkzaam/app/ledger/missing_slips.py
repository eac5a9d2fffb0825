# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The estimate of a job whose payslip is not there yet, as rows of a case: of that job only; the rest is paid (S12, P9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from werkzaam.app.case import Case
from werkzaam.app.ledger.body import Row
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.core.money import plain_euro
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Key
from werkzaam.ledger.estimates import Werkwijze, expected
from werkzaam.rules.schatting import Methode

EXPECTED_MONTHS = 2
"""A job is expected to go on for as many months after its last payslip; then a person must ask (decision 0064)."""


def estimates(case: Case, file: HouseholdFile, until: Month) -> list[Row]:
    """A row of [[schatting]] for every job and month of which a payslip is expected, and none is there nor any estimate."""
    return [row for key in case.jobs for row in _of_job(case, file, key, until)]


def _of_job(case: Case, file: HouseholdFile, key: Key, until: Month) -> Iterator[Row]:
    paid: dict[Month, int] = {}
    for wage in case.wages:
        if wage.key == key:
            paid[wage.month] = paid.get(wage.month, 0) + wage.net
    agreed, end = _agreed(file, key), ended(file, key)
    if not paid and agreed is None:
        return
    start, last = (max(paid) + 1, max(paid) + EXPECTED_MONTHS) if paid else (file.first_month, until)
    if agreed is not None:
        start, last = max(start, Month.of_day(agreed[0])), until
    told = {each.month for each in case.estimates if each.key == key} | not_earned(case, file, key)
    for month in Span(start, min(last, until)) if start <= min(last, until) else ():
        here = any(one.name == key[0] for one in case.members_in(month))
        if here and month not in told and (end is None or month <= Month.of_day(end)):
            yield from _row(case, key, month, [paid[at] for at in sorted(paid)], agreed[1] if agreed else None)


def not_earned(case: Case, file: HouseholdFile, key: Key) -> frozenset[Month]:
    """The months of which an employer took the wage of a job back: known to be nothing, so no payslip is expected of them."""
    back = [one.row for one in file.not_earned() if _about(one.row, key)]
    days = [(row["gewerkt_van"], row["betaald_op"]) for row in back]
    by_work = bool(days) and case.by_work(case.span.first)
    return frozenset(Month.of_day(worked if by_work else paid) for worked, paid in days)


def _row(case: Case, key: Key, month: Month, slips: list[int], agreed: int | None) -> Iterator[Row]:
    way = Werkwijze[str(case.regime.value("inkomsten.methode", month).value).upper()]
    guess = expected(way, slips, agreed=agreed)
    if guess is None:
        return
    row: Row = {"persoon": key[0], "baan": key[1], "maand": str(month), "methode": guess.method.name.lower()}
    if guess.method is Methode.VAST_BEDRAG:
        yield {**row, "netto": plain_euro(guess.cents)}
    else:
        yield {**row, "loonstroken": [plain_euro(cents) for cents in guess.slips]}


def _agreed(file: HouseholdFile, key: Key) -> tuple[date, int] | None:
    """From which day an amount a month was agreed for a job, and how many cents."""
    found = [one.row for one in file.of("arrangement") if one.row["soort"] == "vast_bedrag" and _about(one.row, key)]
    return (found[-1]["van"], found[-1]["cents"]) if found else None


def ended(file: HouseholdFile, key: Key) -> date | None:
    """The last day of a job, where it was reported."""
    found = [one.row for one in file.of("arrangement") if one.row["soort"] == "einde_baan" and _about(one.row, key)]
    return found[-1]["tot"] if found else None


def _about(row: Row, key: Key) -> bool:
    return (row["persoon"], row["baan"]) == key
