# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who acts for the people of a household, and who holds their money (R-083, R-102)."""

from __future__ import annotations

from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.parts_of_payments import PERSON
from werkzaam.app.letters.content import Representative, Role
from werkzaam.store.accounts import accounts_on
from werkzaam.store.people import representatives

ACT = "act"
"""The right to act; who may only read asks for what they want to see, and gets no copies by themselves."""
HOLD_MONEY = frozenset({"bewindvoerder", "curator", "budgetbeheerder"})
"""The roles that hold somebody's money; a mentor or an authorised person does not by being one."""


def acts_for(desk: Desk, household: int, day: date) -> Representative | None:
    """Who acts for the household on a day, as known now: the last who was recorded; None when nobody does."""
    found = [one.representative for one in representatives(desk.database, desk.town.id, household, on=day)]
    acting = [one for one in found if one.rights == ACT]
    return Representative(acting[-1].name, Role[acting[-1].role.upper()]) if acting else None


def managed_by(desk: Desk, household: int, day: date) -> str:
    """Who holds the household's money on a day: an administrator in whose name the approved account is; else nothing."""
    account = accounts_on(desk.database, desk.town.id, day, household).get((household, PERSON))
    if account is None:
        return ""
    found = (one.representative for one in representatives(desk.database, desk.town.id, household, on=day))
    names = [one.name for one in found if one.rights == ACT and one.role in HOLD_MONEY]
    return next((name for name in reversed(names) if name.casefold() in account.holder.casefold()), "")
