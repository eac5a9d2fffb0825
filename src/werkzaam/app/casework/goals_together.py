# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals that client and case manager set together: who wrote the draft, who agreed with it, and what either can still do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.form_words import option_name
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.goals import REACHED, goals_of
from werkzaam.casework.preferences import preference_of
from werkzaam.casework.reading import count_of, holding, text_of
from werkzaam.casework.standing import confirmed
from werkzaam.store.casework import entries_of


@dataclass(frozen=True, slots=True)
class GoalSeen:
    """A goal that holds: what and how fast, whose words, and who agreed; `note` is in the client's own words.

    `theirs` says that the client wrote it or agreed, `ours` that the case manager did. Who wrote a draft can change it; who did
    not can agree with it, or write another.
    """

    seq: int
    area: str
    step: str
    pace: str
    owner: str
    hours: int | None
    note: str
    by_client: bool
    theirs: bool
    ours: bool
    reached: bool

    @property
    def together(self) -> bool:
        """Whether both agree."""
        return self.theirs and self.ours


def goals_seen(dossier: Dossier, today: date, lang: str) -> list[GoalSeen]:
    """The goals that hold on a day, first to last."""
    return [_seen(one.entry, dossier, lang, reached=one.status == REACHED) for one in goals_of(dossier, today)]


def _seen(entry: Entry, dossier: Dossier, lang: str, *, reached: bool) -> GoalSeen:
    body, by_client = entry.body, entry.role is Role.CLIENT
    hours = body.get("hours")
    return GoalSeen(
        entry.seq, option_name(str(body["area"]), lang), str(body["step"]), str(body["pace"]),
        option_name(str(body["owner"]), lang), int(str(hours)) if hours is not None else None, str(body.get("note", "")),
        by_client, by_client or confirmed(dossier, entry.seq, Role.CLIENT),
        not by_client or confirmed(dossier, entry.seq, Role.SUPPORT), reached,
    )  # fmt: skip


def limits_of(dossier: Dossier, today: date) -> list[tuple[str, int | None]]:
    """What the client does not want or cannot do now, in their own words, such as: not more hours now.

    Beside the words stand the hours a week that are the most, where the client said so.
    """
    said: list[tuple[str, int | None]] = [(one, None) for one in preference_of(dossier).limits]
    work = holding(dossier, today, Kind.JOB_LIMITS)
    if work:
        said.append((text_of(work[-1], "note"), count_of(work[-1], "hours")))
    return said


def entry_to_change(desk: Desk, person: int, kind: Kind, seq: int, role: Role) -> Entry | None:
    """An entry of a kind that somebody in a capacity may put right: what was written in it; None when there is none."""
    found = entries_of(desk.database, desk.town.id, [role], [person], kinds=[kind]).get(person, ())
    return next((one for one in found if one.seq == seq), None)
