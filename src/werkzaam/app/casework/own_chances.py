# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can put right themselves, as they read it: what was noticed, and until when nothing else is done (R-215)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Role
from werkzaam.casework.first_chance import ABOUT, last_day_of, open_chances
from werkzaam.facts.working_days import working_days_after
from werkzaam.store.casework import entries_of


@dataclass(frozen=True, slots=True)
class Chance:
    """One thing that was noticed: its number, the words, the last day, and whether that day is still to come."""

    seq: int
    what: str
    last: date
    runs: bool


def own_chances(desk: Desk, person: int) -> list[Chance]:
    """What waits for a person's own answer, first to last; raises UnknownName for who is not there."""
    return _chances(desk, open_chances(dossier_of(desk, person, Role.CLIENT)))


def waiting_chances(desk: Desk, household: int, person: int) -> list[Chance]:
    """The same for a page that keeps the look itself, by the few entries that tell it and not the whole dossier."""
    found = entries_of(desk.database, desk.town.id, readable_by(Role.CLIENT), [person], kinds=ABOUT, upto_day=desk.today)
    mine = tuple(found.get(person, ()))
    return _chances(desk, open_chances(Dossier(person, household, None, None, mine))) if mine else []


def _chances(desk: Desk, noticed: list[Entry]) -> list[Chance]:
    days = office_of(desk).terms.first_chance_days if noticed else 0
    found = ((one, last_day_of(one, days)) for one in noticed)
    return [Chance(one.seq, str(one.body["what"]), last, desk.today <= last) for one, last in found]


def answered_by(desk: Desk) -> date:
    """The day before which the town comes back to what is said today."""
    return working_days_after(desk.today, office_of(desk).terms.answer_working_days)
