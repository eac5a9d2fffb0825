# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium of a household's persons in a month in which it is paid: all that was built up as known now, less what was paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import PremiumDue, dues
from werkzaam.app.ledger.plan import HouseholdPlan, Position, case_now
from werkzaam.core.digest import digest
from werkzaam.core.months import Month, Span
from werkzaam.ledger.premium import Award, award
from werkzaam.store.premiums import StoredAward, premiums


@dataclass(frozen=True, slots=True)
class Entry:
    """The next entry of a person's premium, after the one before it."""

    award: Award
    before: StoredAward | None

    def stored(self, household: int, month: Month) -> StoredAward:
        """As the entry after it sees this one, which may come in the same run and has no event yet."""
        return StoredAward(self.before.entry + 1 if self.before else 1, household, 0, month, self.award)


def awards(desk: Desk, position: Position, plan: HouseholdPlan) -> Iterator[tuple[Month, Entry]]:
    """The entries of this run, each with the month in which it is paid; a half-year that was paid gives none again.

    The months of the plan say whether anybody gets premium. What all half-years before built up is computed anew, from the
    household's first month: so a wage that was corrected after its premium was paid changes this one (R-101).
    """
    last: dict[str, StoredAward | None] = {}
    for month in sorted({month for month, _ in plan.premiums}):
        built = _built(desk, position, month)
        for due in (due for at, due in plan.premiums if at == month):
            if due.person not in last:
                last[due.person] = _last(desk, position.file.persons[due.person])
            found = _entry(desk, position.file.persons[due.person], month, due, built[due.person], last[due.person])
            if found:
                last[due.person] = found.stored(plan.household, month)
                yield month, found


def _last(desk: Desk, person: int) -> StoredAward | None:
    past = premiums(desk.database, desk.town.id, person)
    return past[-1] if past else None


def _built(desk: Desk, position: Position, month: Month) -> dict[str, dict[Month, int]]:
    """What each person built up per month of payment, as known now."""
    first = position.file.first_month
    found: dict[str, dict[Month, int]] = {}
    case = case_now(position, desk.world(month))
    settled = [one for one in Span(first, month) if position.file.settles(one) and one not in case.part]
    for due in dues(case, settled):
        for premium in due.premiums:
            found.setdefault(premium.person, {})[due.month] = premium.cents
    return found


def _entry(
    desk: Desk, person: int, month: Month, due: PremiumDue, built: dict[Month, int], before: StoredAward | None
) -> Entry | None:
    """What is paid for a half-year; nothing when it, or a later one, was paid: then it is in the next payout."""
    half = 1 if not any(at.year == month.year and at < month for at in desk.payout_months(month)) else 2
    if before and (month.year, half) <= (before.award.year, before.award.half):
        return None
    earlier = sum(cents for at, cents in built.items() if at < month)
    evidence = digest("premium", person, str(month), *(f"{at} {cents}" for at, cents in sorted(built.items())))
    made = award(before.award if before else None, half, built[month], person=person, year=month.year, earlier=earlier,
                 cap=due.cap, evidence=evidence)  # fmt: skip
    return Entry(made, before) if isinstance(made, Award) and made.cents else None
