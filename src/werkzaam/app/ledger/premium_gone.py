# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose premium it is: of who left a household or died it is never the household's (decision 0208).

What a person built up is theirs. Who moved out is paid on an account of their own, and of who died it belongs to the estate.
Either account is recorded in this household under a payee of its own, by two people; until then the money waits and a task says
so.
"""

from __future__ import annotations

from werkzaam.app.ledger.household_file import CHANGE, HouseholdFile
from werkzaam.app.ledger.parts_of_payments import PERSON
from werkzaam.core.months import Month
from werkzaam.ledger.payment import Account

OWN, ESTATE = "eigen", "erven"
"""How the payee of a person who left begins, and that of the estate of one who died; the number of the person follows."""


def members_in(file: HouseholdFile, month: Month) -> frozenset[str]:
    """Who the bijstand is about in a month, as far as changes were recorded; everybody where there were none."""
    members = file.course.first or frozenset(file.persons)
    for step in file.course.steps:
        members = step.members if step.month <= month else members
    return members


def anybody_gone(file: HouseholdFile) -> bool:
    """Whether somebody left the household or died."""
    steps = file.course.steps
    return any(
        before - after.members for before, after in zip((file.course.first, *(one.members for one in steps)), steps, strict=False)
    )


def last_month_of(file: HouseholdFile, person: str) -> Month | None:
    """The last month with bijstand of somebody who left, died, or whose household did; None for who still has it."""
    gone, here = None, person in (file.course.first or file.persons)
    for step in file.course.steps:
        if here and person not in step.members:
            gone = step.month - 1
        here = person in step.members
    if here or gone is None:
        return file.left
    ends = [last for first, last in file.recorded_periods if first <= gone]
    return min(gone, ends[-1]) if ends and ends[-1] is not None else gone


def payee_of(file: HouseholdFile, person: str) -> Account:
    """Where premium of a person goes: the household's account, their own, or that of the estate. Names stay out of it."""
    if any(one.row.get("overleden") == person for one in file.of("arrangement") if one.row["soort"] == CHANGE):
        return Account(f"{ESTATE}-{file.persons[person]}", "")
    steps = file.course.steps
    moved = any(person in before for before in (file.course.first, *(one.members for one in steps[:-1])))
    if steps and moved and person not in steps[-1].members:
        return Account(f"{OWN}-{file.persons[person]}", "")
    return Account(PERSON, "")
