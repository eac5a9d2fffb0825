# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premium of a household whose bijstand ended: the month of payment in which it is paid what was built up (decision 0169).

A household that left has no months to decide, so nothing brings its premium along. Every run asks here; for who never left, or
never built up premium, that costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import CHANGE, HouseholdFile, Known
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.premium_built import waits_in
from werkzaam.app.ledger.premium_months import last_entry, payout_upto, payouts, was_paid
from werkzaam.core.months import Month
from werkzaam.store.premiums import StoredAward

WAGES = ("wage", "correction", "withdrawal")
"""The kinds of facts that may change what was built up."""


def months_after_an_end(desk: Desk, position: Position, plan: HouseholdPlan, run: Month) -> set[Month]:
    """The months of payment that an end of bijstand brings along in a run, beside those of the months that it decides.

    Of who left it is the newest month of payment after the end, where there may be premium to pay. Of who came back it is each
    one in the year after the end: a half-year may have closed in between. A household that waits for a person waits with this
    too.
    """
    file = position.file
    if plan.held or not file.ends:
        return set()
    back = {month for month in plan.norms for end in file.ends if end < month <= end + 12 and month in payouts(desk, month)}
    states = _states(position, plan)
    built = [name for name in file.persons if waits_in(states.values(), name)]
    month = payout_upto(desk, run) if built and file.left is not None else None
    if month is None or file.left is None or month <= file.left:
        return back
    may = entitled(file, month)
    return back | ({month} if any(name in may and _open(desk, file, name, month, states) for name in built) else set())


def entitled(file: HouseholdFile, month: Month) -> Container[str]:
    """Who of a household may be paid premium in a month: everybody, and after an end whoever still belongs to it.

    After a death, or where a couple parted, nobody knows whose account it is by the papers that we have.
    """
    left = file.left
    if left is None or month <= left:
        return file.persons
    members = set(file.course.first or file.persons)
    for step in file.course.steps:
        members = set(step.members) if step.month <= month else members
    died = {str(one.row["overleden"]) for one in file.of("arrangement") if one.row["soort"] == CHANGE and "overleden" in one.row}
    return members - died


def _states(position: Position, plan: HouseholdPlan) -> dict[Month, str]:
    """The state that each month left, as known now."""
    now = {month: one.due.state for month, one in (*position.latest.items(), *position.waiting.items())}
    return now | {one.due.month: one.due.state for one in plan.outcomes}


def _open(desk: Desk, file: HouseholdFile, person: str, month: Month, states: Mapping[Month, str]) -> bool:
    """Whether something may have to be paid to a person who built up premium, or asked back, in a month of payment after the end.

    It may where nothing was paid yet; where the state of the end says that premium waits, and no payout came after that; where a
    payout left something for the next one; and where a wage became known after it.
    """
    before = last_entry(desk, file.persons[person])
    if before is None:
        return True
    if was_paid(desk, month, before):
        return False
    left = max(file.ends)
    waits = before.pay_month <= left and waits_in([states.get(left, "")], person)
    return waits or before.award.carried > 0 or any(_is_news(file, one, before) for one in file.known)


def _is_news(file: HouseholdFile, one: Known, before: StoredAward) -> bool:
    """Whether a fact is a wage of a month with bijstand that became known after an entry."""
    if one.kind not in WAGES or one.hseq < before.hseq:
        return False
    return not one.months or any(file.settles(month) for month in one.months)


def may_ask_back(desk: Desk, file: HouseholdFile, month: Month) -> bool:
    """Whether less premium than was paid may be asked back in a month: not after an end in a town with an exit premium.

    That premium is about months after bijstand, which are not computed once the end is recorded: what was paid would look too
    much.
    """
    return not (any(end < month for end in file.ends) and desk.regime.value("premie.uitstroom", month).value)
