# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Handovers: the story told once, and read by the next case manager before the first talk (R-060, R-116, R-117)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Dossier, Spell
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import confirmation, standing
from werkzaam.core.errors import NotAllowed

SUMMARY = Form(
    Kind.SUMMARY, "summary write", "write the client's story once, for whoever comes after you",
    (Field("text", "tekst", FieldKind.TEXT, "the story as the client would tell it, and what was agreed", True),),
    frozenset({Role.SUPPORT, Role.CLIENT}),
)  # fmt: skip
READ = Form(
    Kind.HANDOVER_READ, "summary read", "say that you read the handover of a client",
    (Field("note", "notitie", FieldKind.TEXT, "what you still want to ask"),),
    frozenset({Role.SUPPORT, Role.AFTERCARE}),
)  # fmt: skip
ANNOUNCED = Form(
    Kind.ANNOUNCED, "", "tell the client of another case manager",
    (
        Field("to", "naar", FieldKind.TEXT, "the id of the new case manager", True),
        Field("name", "naam", FieldKind.TEXT, "the name as the client reads it", True),
        Field("phone", "telefoon", FieldKind.TEXT, "how to reach the new case manager", True),
        Field("first", "van", FieldKind.DAY, "the first day", True),
        Field("because", "omdat", FieldKind.TEXT, "why, as the client reads it", True),
    ),
    frozenset({Role.SUPPORT, Role.LEAD}),
)  # fmt: skip


def summary_of(dossier: Dossier, today: date) -> Entry | None:
    """The newest summary that holds."""
    found = standing(dossier, Kind.SUMMARY, today)
    return found[-1] if found else None


def approved(summary: Entry, dossier: Dossier) -> bool:
    """Whether the client agrees with a summary, or wrote it."""
    return summary.role is Role.CLIENT or confirmation(dossier, summary.seq, Role.CLIENT) is not None


def approved_summary(dossier: Dossier, today: date) -> Entry | None:
    """The newest summary that the client agrees with."""
    found = [one for one in standing(dossier, Kind.SUMMARY, today) if approved(one, dossier)]
    return found[-1] if found else None


def may_meet(dossier: Dossier, worker: str, day: date) -> Remark | None:
    """What stands in the way of confirming a first talk of a case manager with a client; None when nothing does.

    In the way stands a handover, or a summary that the client agreed with, which this case manager has not read.
    """
    spell = dossier.worker_on(day)
    since = spell.first if spell is not None and spell.worker == worker else date.min
    if any(one.worker == worker and one.presence == CAME and since <= one.day for one in dossier.contacts):
        return None
    return unread(dossier, worker, day)


def unread(dossier: Dossier, worker: str, day: date) -> Remark | None:
    """What a case manager has to read still: that the client was handed over, or the summary of somebody else."""
    spell, summary = dossier.worker_on(day), approved_summary(dossier, day)
    handed = spell.seq if spell is not None and spell.worker == worker and _before(spell, dossier) else 0
    told = summary.seq if summary is not None and summary.worker != worker else 0
    newest = max(handed, told)
    if not newest or any(one.worker == worker and one.seq > newest for one in dossier.of(Kind.HANDOVER_READ)):
        return None
    return Remark("handover_unread", {"worker": worker})


def _before(spell: Spell, dossier: Dossier) -> Spell | None:
    """The spell of another case manager before one."""
    return next((one for one in reversed(dossier.spells) if one.first < spell.first and one.worker != spell.worker), None)


def judge_read(_entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """There is something to read: a summary, or somebody who had the client before."""
    if not dossier.of(Kind.SUMMARY) and len({one.worker for one in dossier.spells}) < 2:
        raise NotAllowed(f"There is no handover of client {dossier.person} to read: nobody wrote a summary, and nobody had the "
                         "client before.")  # fmt: skip
    return ()


def judge_announced(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """The client hears it before it happens (R-117); a first case manager may start on the same day."""
    first = entry.body["first"]
    if not isinstance(first, date) or first < entry.day or (dossier.spells and first == entry.day):
        raise NotAllowed(f"van: a day after {entry.day} was expected, as the client hears it before; found {first}.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """A summary before a change, the client's agreement with it, and reading by who is new."""
    if not dossier.of(Kind.SUMMARY) and len(dossier.spells) <= 1:
        return
    today = office.today
    coming = next((one for one in dossier.spells if one.first > today and _before(one, dossier)), None)
    summary = summary_of(dossier, today)
    if coming is not None and summary is None:
        yield Due(dossier.person, Reason.HANDOVER, "summary_missing", coming.first - timedelta(1), values={"first": coming.first})
    if summary is not None and not approved(summary, dossier):
        by = min(summary.day + timedelta(office.terms.confirm_days), coming.first if coming else date.max)
        yield Due(dossier.person, Reason.HANDOVER, "summary_to_confirm", by, f"nr. {summary.seq}")
    now = dossier.worker_on(today)
    if now is not None and _before(now, dossier) and unread(dossier, now.worker, today) is not None:
        yield Due(dossier.person, Reason.HANDOVER, "handover_unread", now.first, values={"worker": now.worker})


NOTION = Notion((SUMMARY, READ, ANNOUNCED), {Kind.HANDOVER_READ: judge_read, Kind.ANNOUNCED: judge_announced}, dues)
