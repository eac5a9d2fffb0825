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
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.premium_built import built_up
from werkzaam.app.ledger.premium_gone import anybody_gone
from werkzaam.app.ledger.premium_left import may_ask_back, months_after_an_end
from werkzaam.app.ledger.premium_months import TWICE, half_of, last_entry, payout_before, payouts, was_paid
from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.engine.explain import parameter_values
from werkzaam.ledger.premium import Award, PremiumReclaim, award, reclaim
from werkzaam.rules import rules_of
from werkzaam.rules.book import book_of
from werkzaam.store.premiums import StoredAward


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


def awards(desk: Desk, position: Position, plan: HouseholdPlan, run: Month) -> Iterator[tuple[Month, Entry | TooMuch]]:
    """The entries of the run of a month, each with the month in which it is paid; a half-year that was paid gives none again.

    What all half-years before built up is computed anew, from the household's first month: so a wage that became known, or was
    corrected, after its premium was paid changes this one (R-101), also where nothing was built up since.
    """
    last: dict[str, StoredAward | None] = {}
    file, back = position.file, desk.town.premium_back_above
    planned, beside = {month for month, _ in plan.premiums}, months_after_an_end(desk, position, plan, run)
    for month in sorted(planned | beside | _with_a_rest(desk, position, plan)):
        built = built_up(desk, file, month)
        guessed = _guessed(desk, file, plan, month)
        for person in [name for name in file.persons
                       if name in guessed or any(built.get(name, {}).values()) or back is not None]:  # fmt: skip
            if person not in last:
                last[person] = last_entry(desk, file.persons[person])
            mine, before = built.get(person, {}), last[person]
            found = _entry(desk, file.persons[person], month, mine, last[person])
            if found:
                found = replace(found, later=guessed.get(person, 0) > mine.get(month, 0))
                last[person] = found.stored(plan.household, month)
                yield month, found
            elif back is not None and before is not None and before.hseq and not was_paid(desk, month, before):
                less = _too_much(before, mine, back) if may_ask_back(file, person) else None
                yield from [(month, less)] if less else []


def _guessed(desk: Desk, file: HouseholdFile, plan: HouseholdPlan, month: Month) -> dict[str, int]:
    """What each person would be paid in a month by the estimates too; after an end the plan does not say it."""
    if any(end < month for end in file.ends) or anybody_gone(file):
        built = built_up(desk, file, month, estimated=True)
        return {person: cents[month] for person, cents in built.items() if month in cents}
    return {due.person: due.cents for at, due in plan.premiums if at == month}


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
    paid_in = [month for month in plan.norms if month in payouts(desk, month)]
    news = {month for month in paid_in if wages[-1].recorded_at >= payout_before(desk, month)}
    return news | {month for month in paid_in if month.number == 1 and _waited_for_the_year(desk, position, month)}


def _waited_for_the_year(desk: Desk, position: Position, month: Month) -> bool:
    """Whether a town that pays at once paid somebody twice last year, and left a rest for this one."""
    entries = [] if desk.payout_months(month) else [last_entry(desk, number) for number in position.file.persons.values()]
    return any(one is not None and one.award.carried > 0 for one in entries)


def _entry(desk: Desk, person: int, month: Month, built: dict[Month, int], before: StoredAward | None) -> Entry | None:
    """What is paid for a half-year; nothing when it, or a later one, was paid: then it is in the next payout."""
    half = half_of(desk, month, before)
    if half > TWICE or (before and was_paid(desk, month, before)):
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
