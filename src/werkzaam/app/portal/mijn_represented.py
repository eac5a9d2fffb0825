# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people whom somebody represents today, in one list: the last month, the premium, and what waits (story 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.named import names
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_premium import own_premium
from werkzaam.core.months import Month
from werkzaam.store.casework import clients
from werkzaam.store.decisions import decisions
from werkzaam.store.people import represented_by


@dataclass(frozen=True, slots=True)
class Represented:
    """Somebody who is represented: by which mandate, since and until when, the last month that was decided, and the premium.

    Amounts are cents. `built_up` is premium that is not paid yet, None where the town has none; `pay_day` is when
    it is expected.
    """

    person: int
    name: str
    role: str
    acts: bool
    since: date
    until: date | None
    month: Month | None
    cents: int
    provisional: bool
    built_up: int | None
    pay_day: date | None


def represented(desk: Desk, name: str, kept: Kept) -> list[Represented]:
    """Whom somebody represents on the desk's day, by name; the wider mandate where there are two."""
    mandates = sorted(
        (one.representative for one in represented_by(desk.database, desk.town.id, name, desk.today)),
        key=lambda one: one.rights == "read",
    )
    wider = {one.person: one for one in reversed(mandates)}
    households = clients(desk.database, desk.town.id, list(wider)) if wider else {}
    called, found = names(desk, list(wider)) if wider else {}, []
    for person, one in wider.items():
        household = households[person].household
        decided = decisions(desk.database, desk.town.id, household)
        last = max(decided, key=lambda each: (each.decision.month, each.decision.version)).decision if decided else None
        premium = own_premium(desk, household, person, kept)
        found.append(Represented(
            person, called[person], one.role, one.rights == "act", one.from_day, one.to_day,
            last.month if last else None, last.due.cents if last else 0, bool(last and last.due.provisional),
            premium.built_up if premium else None, premium.pay_day if premium else None,
        ))  # fmt: skip
    return sorted(found, key=lambda one: (one.name.casefold(), one.person))
