# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Months after work stopped bijstand: they wait for a person where nobody said that bijstand goes on (decision 0094)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from werkzaam.app.case import Case
from werkzaam.app.ledger.dues import MonthDue
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.missing_slips import EXPECTED_MONTHS, ended, not_earned
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key
from werkzaam.ledger.decision import Decision, Due, Line, Waiting


def no_bijstand(lines: Iterable[Line]) -> bool:
    """Whether the lines of a month say that income left nothing of bijstand."""
    return not any(line.cents for line in lines if line.name == "bijstand")


def known_dues(latest: Mapping[Month, Decision], waiting: Mapping[Month, Waiting]) -> dict[Month, Due]:
    """What each month is due as known now, also where a person still has to decide on it."""
    return {month: one.due for month, one in (*latest.items(), *waiting.items())}


def silent_from(
    file: HouseholdFile, decided: Mapping[Month, Due], found: Sequence[MonthDue], case: Callable[[], Case]
) -> Month | None:
    """The first month that is not decided yet, in which bijstand would begin again while nobody says that the work ended.

    The month before it had no bijstand by income, and of a job that was there until then neither a payslip nor an estimate nor
    the end is known. `decided` is what stood before, by month; `case` is asked only where it matters.
    """
    before = {month: due.lines for month, due in decided.items()} | {due.month: due.lines for due in found}
    for due in found:
        last = due.month - 1
        begins = due.month not in decided and not no_bijstand(due.lines)
        if begins and last in before and file.settles(last) and no_bijstand(before[last]) and _silent(file, case(), due.month):
            return due.month
    return None


def _silent(file: HouseholdFile, case: Case, month: Month) -> bool:
    """Whether some job that goes on, as far as anybody knows, tells nothing of a month."""
    return any(_goes_on(file, case, key, month) and not _told(file, case, key, month) for key in case.jobs)


def _told(file: HouseholdFile, case: Case, key: Key, month: Month) -> bool:
    estimated = any(each.key == key for each in case.estimates_in(month))
    return bool(case.wages_in(month, key)) or estimated or month in not_earned(case, file, key)


def _goes_on(file: HouseholdFile, case: Case, key: Key, month: Month) -> bool:
    """Whether a job paid not long before a month, or does so after it, and its end was not recorded."""
    end, paid = ended(file, key), [wage.month for wage in case.wages if wage.key == key]
    if end is not None and Month.of_day(end) < month:
        return False
    return any(month - 1 - EXPECTED_MONTHS <= one < month for one in paid) or (
        any(one < month for one in paid) and any(one > month for one in paid)
    )
