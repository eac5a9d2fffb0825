# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a month will bring that is not decided yet, as a range: computed by the rules at a low, a likely and a high wage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.app.case import Case
from werkzaam.app.ledger.body import Row
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import dues
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.missing_slips import ended, estimates
from werkzaam.core.money import plain_euro
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key

LOOKED_BACK = 12
"""Payslips of so many months are looked at."""
_FEW_WAGES, _FEW, _MANY = 4, 4, 20
"""With fewer payslips than four the range is at least a quarter of the wage to both sides; else at least a twentieth."""


@dataclass(frozen=True, slots=True)
class Range:
    """Cents from low to high, with the likely amount between them."""

    low: int
    likely: int
    high: int

    @property
    def certain(self) -> bool:
        """Whether nothing in it is a guess."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Forecast:
    """A month ahead: wages and benefit in cents as ranges, on which day this was known, and whether wages are expected at all.

    A high wage goes with a low benefit. `benefit` is what the month is due before anything is kept for a claim.
    """

    month: Month
    wages: Range
    benefit: Range
    made_on: date
    jobs: tuple[str, ...]


def wage_range(slips: Sequence[int]) -> Range:
    """Between which amounts the next wage of a job is expected, from its earlier ones in cents, oldest first.

    The span of the last twelve payslips, with the same span again on both sides, so that it holds in nine of ten months
    also where wages vary (tested). At least a twentieth of the wage, with few payslips a quarter; never below zero.
    """
    seen = list(slips)[-LOOKED_BACK:]
    if not seen:
        return Range(0, 0, 0)
    low, high, last = min(seen), max(seen), seen[-1]
    margin = max(high - low, last // (_FEW if len(seen) < _FEW_WAGES else _MANY))
    return Range(max(low - margin, 0), last, high + margin)


def forecast(desk: Desk, file: HouseholdFile, month: Month, before: str) -> Forecast:
    """The forecast of a month from the state that the month before it left (as kept with its decision).

    Raises what the rules refuse, such as a month in which the household changes.
    """
    case = file.case(month, desk.facts, desk.regime)
    jobs = [key for key in case.jobs if _goes_on(case, file, key, month)]
    known = {key: sum(wage.net for wage in case.wages_in(month, key)) for key in jobs if case.wages_in(month, key)}
    ranges = {key: Range(known[key], known[key], known[key]) if key in known else wage_range(slips_of(case, key)) for key in jobs}
    guessed = [row for row in estimates(case, file, month) if row["maand"] != str(month)]
    found = {
        side: _due(desk, file, month, before, [*guessed, *_rows(ranges, known, month, side)])
        for side in ("low", "likely", "high")
    }
    wages = Range(*(sum(getattr(one, side) for one in ranges.values()) for side in ("low", "likely", "high")))
    benefit = Range(min(found["low"], found["high"]), found["likely"], max(found["low"], found["high"]))
    return Forecast(month, wages, benefit, desk.today, tuple(key[1] for key in jobs))


def _goes_on(case: Case, file: HouseholdFile, key: Key, month: Month) -> bool:
    """Whether a wage of a job may come in a month: it has payslips or an estimate, and no end was reported before."""
    end = ended(file, key)
    return (end is None or month <= Month.of_day(end)) and any(one.name == key[0] for one in case.members_in(month))


def slips_of(case: Case, key: Key) -> list[int]:
    """What a job paid for each month, oldest first, corrections counted in; without what a month estimated."""
    paid: dict[Month, int] = {}
    for wage in case.wages:
        if wage.key == key:
            paid[wage.month] = paid.get(wage.month, 0) + wage.net
    return [max(paid[month], 0) for month in sorted(paid)]


def _rows(ranges: dict[Key, Range], known: dict[Key, int], month: Month, side: str) -> list[Row]:
    return [
        {"persoon": key[0], "baan": key[1], "maand": str(month), "methode": "vast_bedrag",
         "netto": plain_euro(getattr(one, side))}
        for key, one in ranges.items() if key not in known
    ]  # fmt: skip


def _due(desk: Desk, file: HouseholdFile, month: Month, before: str, rows: Sequence[Row]) -> int:
    case = file.case(month, desk.facts, desk.regime, rows)
    return dues(case, [month], before)[0].cents
