# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Agreeing with an entry, taking it back, and putting another view beside it: the same for goals, plans, permissions and notes.

What was agreed outlives whoever agreed it (R-039). Nobody takes back a permission alone: it takes a reason, a second pair of eyes
and time for the client to object. The client may always let go of what is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.handover import may_meet
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import confirmed as confirmed
from werkzaam.casework.standing import day_of, last_day_of, spoken_of, withdrawal_of
from werkzaam.casework.standing import standing as standing
from werkzaam.core.errors import NotAllowed

OF_THE_CLIENT = frozenset({Kind.CONFIRMED, Kind.CORRECTION, Kind.PRESSURE, Kind.GRADE})
"""What a client said; where the client said it, nobody else takes it back."""
OF_BOTH = frozenset({Kind.GOAL, Kind.PLAN, Kind.AGREEMENT, Kind.FREQUENCY})
"""What is agreed between the town and the client: the client lets go of it also where the town wrote it."""

_ABOUT = Field("about", "over", FieldKind.COUNT, "the number of the entry it is about", True, least=1)

CONFIRMATION = Form(
    Kind.CONFIRMED, "entry confirm", "agree with an entry: a goal, a plan, a summary, an appointment",
    (_ABOUT, Field("note", "notitie", FieldKind.TEXT, "what was said with it")),
)  # fmt: skip
WITHDRAWAL = Form(
    Kind.WITHDRAWN, "entry withdraw", "take back an entry from a day on, with the reason",
    (
        _ABOUT,
        Field("because", "omdat", FieldKind.TEXT, "why; the client reads it", True),
        Field("last_day", "geldt_tot_en_met", FieldKind.DAY, "the last day on which it still holds (default: the day before)"),
        Field("seen_by", "gezien_door", FieldKind.TEXT, "which colleague looked at it too"),
    ),
)  # fmt: skip
CORRECTION = Form(
    Kind.CORRECTION, "entry correct", "put the client's own view beside an entry; it stays there",
    (_ABOUT, Field("text", "tekst", FieldKind.TEXT, "how the client sees it", True)),
    frozenset({Role.CLIENT}),
)  # fmt: skip


def judge_confirmation(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """One agrees with what holds and was written in another capacity; an appointment after reading (R-060, R-116)."""
    about = spoken_of(entry, dossier)
    last = last_day_of(about, dossier)
    if last is not None and last < entry.day:
        raise NotAllowed(f"Entry {about.seq} held until {last}. Write it anew; then it can be confirmed.")
    if about.kind is Kind.APPOINTMENT:
        _first_read(entry, about, dossier)
    elif about.role is entry.role:
        raise NotAllowed(
            f"Entry {about.seq} was written in the capacity {about.role.value}; somebody in another capacity confirms it, "
            f"such as the client (--as {Role.CLIENT.value})."
        )
    return ()


def _first_read(entry: Entry, about: Entry, dossier: Dossier) -> None:
    """Whoever meets a client for the first time has read what was handed over; raises NotAllowed when not."""
    worker = str(about.body.get("worker") or about.worker)
    unread = None if entry.role is Role.CLIENT else may_meet(dossier, worker, day_of(about.body.get("on", about.day)))
    if unread is not None:
        raise NotAllowed(
            f"{worker} has not read the handover of client {dossier.person} yet, and this is their first talk. Read it (werkzaam "
            "dossier) and say so (werkzaam summary read); then confirm."
        )


def judge_withdrawal(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A reason always; for a permission or promise of ours also a second pair of eyes and time to object (R-039).

    Each takes back what was written on their own side, and the client also what both agreed to.
    """
    about = spoken_of(entry, dossier)
    if withdrawal_of(about, dossier) is not None:
        raise NotAllowed(f"Entry {about.seq} was withdrawn before; it cannot be withdrawn twice.")
    if about.kind in OF_THE_CLIENT and about.role is Role.CLIENT and entry.role is not Role.CLIENT:
        raise NotAllowed(f"Entry {about.seq} is what the client said; only the client takes it back.")
    if entry.role is Role.CLIENT and about.role is not Role.CLIENT and about.kind not in OF_BOTH:
        raise NotAllowed(
            f"Entry {about.seq} was written by the municipality, in the capacity {about.role.value}; the client does not take it "
            "back, and puts the own view beside it (werkzaam entry correct)."
        )
    if about.kind is not Kind.AGREEMENT or entry.role is Role.CLIENT:
        return []
    return [_binding(entry, about, office)]


def _binding(entry: Entry, about: Entry, office: Office) -> Remark:
    """What must come with the withdrawal of an agreement; raises NotAllowed for what is missing."""
    first = entry.day + timedelta(office.terms.agreement_notice_days)
    last = entry.body.get("last_day")
    if not isinstance(last, date) or last < first:
        raise NotAllowed(
            f"geldt_tot_en_met: an agreement is withdrawn with {office.terms.agreement_notice_days} days of notice, so it holds "
            f"until {first} at least; found {last}."
        )
    if entry.body.get("seen_by") in (None, entry.worker):
        raise NotAllowed("gezien_door: an agreement is withdrawn after a colleague looked at it too. Say who did.")
    return Remark("agreement_withdrawn", {"last": last, "seq": about.seq, "days": office.terms.agreement_notice_days})


def judge_correction(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """What it is about must be there; raises InputError when not."""
    seqs = {one.seq for one in dossier.contacts}
    if entry.body["about"] not in seqs:
        spoken_of(entry, dossier)
    return ()


def corrections(dossier: Dossier, seq: int) -> list[Entry]:
    """What the client put beside an entry."""
    return [one for one in dossier.about(seq) if one.kind is Kind.CORRECTION]


NOTION = Notion(
    (CONFIRMATION, WITHDRAWAL, CORRECTION),
    {Kind.CONFIRMED: judge_confirmation, Kind.WITHDRAWN: judge_withdrawal, Kind.CORRECTION: judge_correction},
)
