# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premium of who has no bijstand any more: the month of payment in which they are paid what was built up (decision 0169).

Of who left with the household, or left a household that goes on, or died, no month brings the premium along. Every run asks here;
for whom nobody left, or never built up premium, that costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.parts_of_payments import PERSON
from werkzaam.app.ledger.plan import HouseholdPlan, Position
from werkzaam.app.ledger.premium_built import waits_in
from werkzaam.app.ledger.premium_gone import anybody_gone, last_month_of, payee_of
from werkzaam.app.ledger.premium_months import last_entry, payout_upto, payouts, was_paid
from werkzaam.core.months import Month
from werkzaam.store.premiums import StoredAward

WAGES = ("wage", "correction", "withdrawal")
"""The kinds of facts that may change what was built up."""


def months_after_an_end(desk: Desk, position: Position, plan: HouseholdPlan, run: Month) -> set[Month]:
    """The months of payment that an end of bijstand, or somebody who left or died, brings along in a run.

    They come beside those of the months that it decides. Of whoever is gone it is the newest month of payment after that, where
    there may be premium to pay. Of who came back it is each one in the year after the end: a half-year may have closed in
    between. A household that waits for a person waits with this too.
    """
    file = position.file
    if plan.held or not (file.ends or anybody_gone(file)):
        return set()
    back = {month for month in plan.norms for end in file.ends if end < month <= end + 12 and month in payouts(desk, month)}
    states = _states(position, plan)
    last = {name: end for name in file.persons if (end := last_month_of(file, name)) is not None}
    built = [name for name, end in last.items() if waits_in(states.values(), name) or _worked_after(desk, file, name, end)]
    month = payout_upto(desk, run) if built else None
    if month is None:
        return back
    return back | ({month} if any(last[name] < month and _open(desk, file, name, month, states) for name in built) else set())


def _worked_after(desk: Desk, file: HouseholdFile, person: str, end: Month) -> bool:
    """Whether a wage of after the end is known of somebody who may get a premium for it: where a town pays one on leaving."""
    if end != file.left:
        return False
    after = [month for one in file.of(*WAGES) if one.row.get("persoon", person) == person for month in one.months if month > end]
    return any(desk.regime.value("premie.uitstroom", month).value for month in after)


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
    left = last_month_of(file, person)
    assert left is not None
    waits = before.pay_month <= left and waits_in([states.get(left, "")], person)
    return waits or before.award.carried > 0 or any(_is_news(one, before) for one in file.known)


def _is_news(one: Known, before: StoredAward) -> bool:
    """Whether a fact is a wage that became known after an entry."""
    return one.kind in WAGES and one.hseq > before.hseq


def may_ask_back(file: HouseholdFile, person: str) -> bool:
    """Whether less premium than was paid may be asked back in this household: not of somebody who is not there any more."""
    return payee_of(file, person).ref == PERSON
