# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody can put right themselves, as they read it: what was noticed, and until when nothing else is done (R-215)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.entry import Role
from werkzaam.casework.first_chance import last_day_of, open_chances
from werkzaam.facts.working_days import working_days_after


@dataclass(frozen=True, slots=True)
class Chance:
    """One thing that was noticed: its number, the words, the last day, and whether that day is still to come."""

    seq: int
    what: str
    last: date
    runs: bool


def own_chances(desk: Desk, person: int) -> list[Chance]:
    """What waits for a person's own answer, first to last; raises UnknownName for who is not there."""
    dossier, days = dossier_of(desk, person, Role.CLIENT), office_of(desk).terms.first_chance_days
    found = ((one, last_day_of(one, days)) for one in open_chances(dossier))
    return [Chance(one.seq, str(one.body["what"]), last, desk.today <= last) for one, last in found]


def answered_by(desk: Desk) -> date:
    """The day before which the town comes back to what is said today."""
    return working_days_after(desk.today, office_of(desk).terms.answer_working_days)
