# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Plan a week and keep it: every appointment as an entry in its dossier, all of them or none. Given twice, it changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.app.casework.agenda import Asked, week_of_town, week_of_worker
from werkzaam.app.casework.dossiers import dossiers, no_collection
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.appointments import Appointment, appointments_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import FORMS, judged
from werkzaam.casework.planning import Change, Placed, WeekPlan, plan_of
from werkzaam.core.errors import NotAllowed
from werkzaam.store.casework import record_entry
from werkzaam.store.writer import Writer

_FULL = ("no_room", "own_full")
_OF_A_PLAN = (Kind.APPOINTMENT, Kind.CANCELLED)


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a plan: how many appointments are new, stayed, moved, and were cancelled; and who could not be invited.

    `refused` are clients of whom a rule said no, each with its message; they are not planned, and the plan says so.
    """

    new: int
    same: int
    moved: int
    cancelled: int
    refused: Mapping[int, str]


def planned(desk: Desk, monday: date, *, away: str | None = None) -> tuple[Asked, WeekPlan]:
    """The plan of a week for the whole town, or for the team of somebody who is away; nothing is kept."""
    with no_collection():
        asked = week_of_town(desk, monday, away=away)
        return asked, plan_of(asked.week)


def proposed(desk: Desk, worker: str, monday: date) -> tuple[Asked, WeekPlan]:
    """One case manager's week: what was planned already, and a proposal for the rest."""
    asked = week_of_worker(desk, worker, monday)
    plan = plan_of(asked.week)
    alone = tuple(replace(one, why="alone_full") if one.why in _FULL else one for one in plan.missed)
    return asked, replace(plan, missed=alone)


def keep(desk: Desk, asked: Asked, plan: WeekPlan, week: str) -> Kept:
    """Write a plan into the dossiers; raises NotAllowed when somebody wrote an appointment of these clients meanwhile."""
    moves = {change.talk.person: change for change in plan.changes}
    new = [one for one in plan.placed if one.talk.kept is None or one.talk.person in moves]
    touched = {one.talk.person for one in new} | moves.keys()
    if not touched:
        return Kept(0, len(plan.placed), 0, 0, {})
    with desk.writes() as writer:
        writer.lock(asked.dossiers[person].household for person in touched)
        known = dossiers(desk, Role.SUPPORT, touched, whole=True)
        _must_stand(known, asked)
        refused = _write(_Pen(desk, writer, asked, week), known, new, moves)
    told = [one for one in new if one.talk.person not in refused]
    moved = sum(one.talk.person in moves for one in told)
    gone = sum(change.now is None for change in moves.values())
    return Kept(len(told) - moved, len(plan.placed) - len(new), moved, gone, refused)


def _must_stand(known: Mapping[int, Dossier], asked: Asked) -> None:
    for person, dossier in known.items():
        if [one.seq for one in dossier.of(*_OF_A_PLAN)] != [one.seq for one in asked.dossiers[person].of(*_OF_A_PLAN)]:
            raise NotAllowed(f"Somebody made or cancelled an appointment of client {person} meanwhile. Make the plan again; "
                             "nothing was kept.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pen:
    """What writing needs: who writes, with what, for which week."""

    desk: Desk
    writer: Writer
    asked: Asked
    week: str

    def record(self, dossier: Dossier, kind: Kind, raw: Mapping[str, object]) -> Dossier:
        """Write one entry if a rule does not refuse it; the dossier with the entry in it."""
        body = FORMS[kind].read(raw)
        entry = Entry(dossier.person, kind, self.desk.today, Role.SUPPORT, self.desk.actor, body)
        judged(entry, dossier, self.asked.office)
        # The how-manieth appointment or cancellation of the client it is, so that two plans at once cannot both be written.
        key = f"agenda {dossier.person} {len(dossier.of(*_OF_A_PLAN)) + 1}"
        event = record_entry(self.writer, dossier.household, entry, idem_key=key)
        assert event is not None, f"An appointment of client {dossier.person} was counted twice: {key}."
        written = Entry(entry.person, kind, entry.day, entry.role, entry.worker, body, seq=event.hseq)
        return replace(dossier, entries=(*dossier.entries, written))


def _write(pen: _Pen, known: Mapping[int, Dossier], new: Collection[Placed], moves: Mapping[int, Change]) -> dict[int, str]:
    """Write what is new and what moved; who a rule refuses, with its message. A cancellation is never refused."""
    now = dict(known)
    for person, change in sorted(moves.items()):
        kept = change.talk.kept
        assert kept is not None
        raw = {"about": kept.entry.seq, "who": "klantmanager", "because": change.because}
        now[person] = pen.record(now[person], Kind.CANCELLED, raw)
    refused: dict[int, str] = {}
    for one in sorted(new, key=lambda placed: placed.talk.person):
        try:
            pen.record(now[one.talk.person], Kind.APPOINTMENT, _raw(one, pen.week))
        except NotAllowed as error:
            refused[one.talk.person] = str(error)
    return refused


def _raw(one: Placed, week: str) -> dict[str, object]:
    """The fields of an appointment: what it is for is also the reason of ours for the first step."""
    codes = tuple(dict.fromkeys(due.code for due in one.talk.dues))
    found: dict[str, object] = {
        "on": one.place.day, "channel": one.channel, "initiator": "klantmanager", "worker": one.place.worker,
        "slot": one.place.slot, "because": codes, "reason": codes[0], "week": week,
    }  # fmt: skip
    return found | ({"place": one.talk.place} if one.channel == "bezoek" and one.talk.place else {})


def standing(asked: Asked, worker: str | None) -> list[tuple[int, Appointment]]:
    """The appointments of a week that were made, of one case manager or of all, each with its client."""
    monday, sunday = asked.week.monday, asked.week.sunday
    return [
        (person, one) for person, dossier in sorted(asked.dossiers.items()) for one in appointments_of(dossier)
        if monday <= one.on <= sunday and worker in (None, one.worker)
    ]  # fmt: skip
