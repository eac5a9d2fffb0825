# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Appointments: made for a day with who meets whom, kept as a promise, cancelled with the reason, and logged when they were.

The day of the entry is the day on which it was made; `on` is the day of the talk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.channels import CHANNELS, INITIATORS
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.ladder import resting
from werkzaam.casework.left_alone import needs_reason
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.open_day import of_the_day, with_another
from werkzaam.casework.preferences import MAIN_OFFICE, preference_of, shut_on
from werkzaam.core.errors import InputError, NotAllowed

BOOK = Form(
    Kind.APPOINTMENT, "appointment book", "make an appointment",
    (
        Field("on", "op", FieldKind.DAY, "the day of the talk", True),
        Field("channel", "kanaal", FieldKind.OPTION, "how you will talk", True, CHANNELS),
        Field("initiator", "initiatief", FieldKind.OPTION, "who took the first step", True, INITIATORS),
        Field("worker", "klantmanager", FieldKind.TEXT, "who will talk with the client (default: you)"),
        Field("slot", "blok", FieldKind.COUNT, "which talk of the day it is", least=1, most=20),
        Field("place", "plaats", FieldKind.TEXT, "where you meet"),
        Field("because", "aanleiding", FieldKind.TEXTS, "what it is for"),
        Field("reason", "omdat", FieldKind.TEXT, "why you take the first step although the client directs the pace"),
        Field("week", "week", FieldKind.TEXT, "the week's plan that it belongs to"),
    ),
)  # fmt: skip
CANCEL = Form(
    Kind.CANCELLED, "appointment cancel", "cancel an appointment",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the appointment", True, least=1),
        Field("who", "door", FieldKind.OPTION, "who cancelled", True, INITIATORS),
        Field("because", "omdat", FieldKind.TEXT, "why"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment that was made: the day, who meets the client, and its entry; `slot` is 0 without a part of the day."""

    entry: Entry
    on: date
    worker: str
    slot: int

    @property
    def channel(self) -> str:
        """How they will talk."""
        return str(self.entry.body["channel"])

    @property
    def place(self) -> str | None:
        """Where they meet; None when that is not said."""
        found = self.entry.body.get("place")
        return None if found is None else str(found)


def appointments_of(dossier: Dossier, *, also_cancelled: bool = False) -> list[Appointment]:
    """A client's appointments by day, without those that were cancelled."""
    if Kind.APPOINTMENT not in dossier.kinds:
        return []
    made = dossier.once(_made)
    if also_cancelled or dossier.kinds.isdisjoint((Kind.CANCELLED, Kind.WITHDRAWN)):
        return [*made]
    gone = {one.body.get("about") for one in dossier.of(Kind.CANCELLED, Kind.WITHDRAWN)}
    return [one for one in made if one.entry.seq not in gone]


def _made(dossier: Dossier) -> list[Appointment]:
    """Every appointment that was made, by its day."""
    return sorted(map(_read, dossier.of(Kind.APPOINTMENT)), key=lambda one: (one.on, one.slot, one.entry.seq))


def _read(entry: Entry) -> Appointment:
    on, body = entry.body["on"], entry.body
    day = on if isinstance(on, date) else date.fromisoformat(str(on))
    return Appointment(entry, day, str(body.get("worker") or entry.worker), int(str(body.get("slot", 0))))


def judge_booking(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Not for a day that has been, nor by a channel that is shut; no second of ours in a year without the reason (R-028).

    Who said a lasting no is not asked by us until the rest is over (R-045).
    """
    asked = _read(entry)
    rest = resting(dossier, office)
    if rest is not None and asked.on < rest.until and entry.body.get("initiator") == "klantmanager":
        raise NotAllowed(f"This client is left in peace until {rest.until}. They may always ask for a talk: note that they did.")
    if asked.on < office.today:
        raise InputError(f"op: {asked.on} has been; an appointment is for today or later. Log a contact for what was.")
    if asked.channel in shut_on(office, asked.on):
        raise NotAllowed(f"{asked.channel} is not possible on {asked.on}. Choose another channel; the talk goes on.")
    ours = [one.on for one in appointments_of(dossier) if one.entry.body.get("initiator") == "klantmanager"]
    if needs_reason(entry, asked.on, dossier, planned=ours) and not entry.body.get("reason"):
        raise NotAllowed(
            "The client directs the pace and a talk of ours was or will be within a year of this one. Say why you take the first "
            "step (omdat), or note that the client did."
        )
    yield from of_the_day(asked.on, asked.worker, office)
    made = [(one.on, one.worker) for one in appointments_of(dossier)]
    yield from with_another(asked.on, asked.worker, dossier, made)
    yield from _of_place(asked, dossier)


def _of_place(asked: Appointment, dossier: Dossier) -> Iterable[Remark]:
    preference = preference_of(dossier)
    if asked.place is None or asked.entry.body.get("initiator") == "inwoner":
        return
    if asked.place in preference.avoid:
        raise NotAllowed(f"The client does not want to meet at {asked.place}. Choose another place, or note that the client did.")
    if asked.place == MAIN_OFFICE and MAIN_OFFICE not in preference.places:
        yield Remark("main_office", {})


def judge_cancelling(entry: Entry, dossier: Dossier, _: Office) -> Iterable[Remark]:
    """Only an appointment that stands can be cancelled."""
    standing = {one.entry.seq for one in appointments_of(dossier)}
    if entry.body["about"] not in standing:
        listed = ", ".join(map(str, sorted(standing))) or "none"
        raise InputError(f"over: the number of an appointment that stands was expected ({listed}); found {entry.body['about']}.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """An appointment on its day; and one that has been and of which nobody logged what came of it."""
    for one in appointments_of(dossier):
        if one.on >= office.today:
            values = {"on": one.on, "channel": one.channel}
            yield Due(dossier.person, Reason.PROMISE, "appointment", one.on, f"entry {one.entry.seq}", True,
                      office.terms.talk_minutes, values=values)  # fmt: skip
        elif not any(contact.day >= one.on for contact in dossier.contacts):
            yield Due(dossier.person, Reason.FOLLOW_UP, "not_logged", one.on, f"entry {one.entry.seq}", values={"on": one.on})


NOTION = Notion(
    (BOOK, CANCEL), {Kind.APPOINTMENT: judge_booking, Kind.CANCELLED: judge_cancelling}, dues, about=frozenset({Kind.APPOINTMENT})
)
