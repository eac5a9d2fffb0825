# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium of a household's persons in a month in which it is paid: all that was built up as known now, less what was paid.

Only wages that are known build it up. What an estimate stands for waits for the wage, and comes with the next payout (decision
0095).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import dues
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotStated
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import parameter_values
from werkzaam.ledger.premium import Award, PremiumReclaim, award, reclaim
from werkzaam.rules import rules_of
from werkzaam.rules.book import book_of
from werkzaam.store.premiums import StoredAward, premiums


@dataclass(frozen=True, slots=True)
class Entry:
    """The next entry of a person's premium, after the one before it; `later` says that more waits for a wage."""

    award: Award
    before: StoredAward | None
    later: bool = False

    def stored(self, household: int, month: Month) -> StoredAward:
        """As the entry after it sees this one, which may come in the same run and has no event yet."""
        return StoredAward(self.before.entry + 1 if self.before else 1, household, 0, month, self.award)


@dataclass(frozen=True, slots=True)
class TooMuch:
    """Premium that was paid too much, above what the town leaves alone: an officer may ask it back. After which entry."""

    reclaim: PremiumReclaim
    before: StoredAward


def awards(desk: Desk, position: Position, plan: HouseholdPlan) -> Iterator[tuple[Month, Entry | TooMuch]]:
    """The entries of this run, each with the month in which it is paid; a half-year that was paid gives none again.

    What all half-years before built up is computed anew, from the household's first month: so a wage that became known, or was
    corrected, after its premium was paid changes this one (R-101), also where nothing was built up since.
    """
    last: dict[str, StoredAward | None] = {}
    for month in sorted({month for month, _ in plan.premiums} | _with_a_rest(desk, position, plan)):
        built = _built(desk, position.file, month)
        guessed = {due.person: due.cents for at, due in plan.premiums if at == month}
        back = desk.town.premium_back_above
        for person in [name for name in position.file.persons
                       if name in guessed or any(built.get(name, {}).values()) or back is not None]:  # fmt: skip
            if person not in last:
                last[person] = _last(desk, position.file.persons[person])
            mine, before = built.get(person, {}), last[person]
            found = _entry(desk, position.file.persons[person], month, mine, last[person])
            if found:
                found = replace(found, later=guessed.get(person, 0) > mine.get(month, 0))
                last[person] = found.stored(plan.household, month)
                yield month, found
            elif back is not None and before is not None and before.hseq and not _paid(desk, month, before):
                less = _too_much(before, mine, back)
                yield from [(month, less)] if less else []


def _too_much(before: StoredAward, built: dict[Month, int], threshold: int) -> TooMuch | None:
    """What of the paid premium may be asked back, where a payout had nothing to lower: all that was built up is less."""
    evidence = digest("premium too much", before.award.person, *(f"{at} {cents}" for at, cents in sorted(built.items())))
    found = reclaim(before.award, sum(built.values()), threshold=threshold, evidence=evidence)
    return TooMuch(found, before) if isinstance(found, PremiumReclaim) else None


def _with_a_rest(desk: Desk, position: Position, plan: HouseholdPlan) -> set[Month]:
    """The months of payment in a plan before which a wage became known that may not be in any premium yet."""
    wages = [one for one in position.file.known if one.kind in ("wage", "correction", "withdrawal")]
    if not wages:
        return set()
    paid_in = [month for month in plan.norms if month in _payouts(desk, month)]
    return {month for month in paid_in if wages[-1].recorded_at >= _payout_before(desk, month)}


def _payouts(desk: Desk, month: Month) -> list[Month]:
    """The months of payment in the year of a month; none in a town that pays no premium and states none."""
    try:
        return desk.payout_months(month)
    except NotStated:
        return []


def _payout_before(desk: Desk, month: Month) -> str:
    """The first day of the month of payment before one, as text: what became known before it was in that payout at the latest."""
    this_year = _payouts(desk, month)
    earlier = [one for one in (*this_year, *(one - 12 for one in this_year)) if one < month]
    return max(earlier, default=month - 12).first_day.isoformat()


def _last(desk: Desk, person: int) -> StoredAward | None:
    past = premiums(desk.database, desk.town.id, person)
    return past[-1] if past else None


def _built(desk: Desk, file: HouseholdFile, month: Month) -> dict[str, dict[Month, int]]:
    """What each person built up per month of payment, by the wages that are known now; no estimate counts."""
    known = replace(file, known=tuple(one for one in file.known if one.kind != "estimate"))
    case = known.case(month, desk.facts, desk.regime)
    found: dict[str, dict[Month, int]] = {}
    settled = [one for one in Span(file.first_month, month) if file.settles(one) and one not in case.part]
    for due in dues(case, settled):
        for premium in due.premiums:
            found.setdefault(premium.person, {})[due.month] = premium.cents
    return found


def _half(desk: Desk, month: Month) -> int:
    """Which payout of its year a month of payment has: 1 or 2."""
    return 2 if any(at.year == month.year and at < month for at in desk.payout_months(month)) else 1


def _paid(desk: Desk, month: Month, before: StoredAward) -> bool:
    """Whether the payout of a month, or a later one, was before."""
    return (month.year, _half(desk, month)) <= (before.award.year, before.award.half)


def _entry(desk: Desk, person: int, month: Month, built: dict[Month, int], before: StoredAward | None) -> Entry | None:
    """What is paid for a half-year; nothing when it, or a later one, was paid: then it is in the next payout."""
    half = _half(desk, month)
    if before and _paid(desk, month, before):
        return None
    earlier = sum(cents for at, cents in built.items() if at < month)
    evidence = digest("premium", person, str(month), *(f"{at} {cents}" for at, cents in sorted(built.items())))
    made = award(before.award if before else None, half, built.get(month, 0), person=person, year=month.year, earlier=earlier,
                 cap=_cap(desk, month), evidence=evidence)  # fmt: skip
    return Entry(made, before) if isinstance(made, Award) and made.cents else None


def _cap(desk: Desk, month: Month) -> int:
    """The most that is left out of account in the calendar year of a month (Pw 31:2:j), in cents."""
    values = parameter_values(rules_of(None), book_of(desk.facts, desk.regime, None, None), month)
    return int(values["premie.maximum_per_jaar"])  # type: ignore[arg-type]
