# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts: each with its channel, who took the first step, what kind of help it was, and who came (R-026, R-259)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.channels import CAME as CAME  # The log is where others look for these.
from werkzaam.casework.channels import CHANNELS as CHANNELS
from werkzaam.casework.channels import INITIATORS as INITIATORS
from werkzaam.casework.channels import NO_NOTICE as NO_NOTICE
from werkzaam.casework.channels import PERSONAL as PERSONAL
from werkzaam.casework.channels import PRESENCE as PRESENCE
from werkzaam.casework.channels import WITH_NOTICE as WITH_NOTICE
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.frequency import agreement_of
from werkzaam.casework.ladder import resting
from werkzaam.casework.left_alone import needs_reason
from werkzaam.casework.left_alone import of_ours as of_ours
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import ASSUMED, Office
from werkzaam.casework.open_day import of_the_day, with_another
from werkzaam.casework.reading import has_left
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.regime.guidance import Guidance

_MONTHS, _WEEKS, _YEAR = 12, 52, 365
HELP = ("gesprek", "werk", "scholing", "taal", "geld", "gezondheid", "praktisch", "verwijzing", "kennismaking", "nazorg")
"""The kind of help a contact was."""
AREAS = ("welzijn", "huis", "werk", "zorg_voor_anderen", "kinderen", "schulden", "gezondheid", "meedoen", "scholing", "taal")

FORM = Form(
    Kind.CONTACT, "contact", "log a contact",
    (
        Field("channel", "kanaal", FieldKind.OPTION, "how you were in touch", True, CHANNELS),
        Field("initiator", "initiatief", FieldKind.OPTION, "who took the first step", True, INITIATORS),
        Field("kind", "soort", FieldKind.OPTION, "what kind of help it was", True, HELP),
        Field("presence", "opkomst", FieldKind.OPTION, "whether the client came", False, PRESENCE),
        Field("place", "plaats", FieldKind.TEXT, "where it was"),
        Field("areas", "onderwerpen", FieldKind.OPTIONS, "what it was about", False, AREAS),
        Field("reason", "omdat", FieldKind.TEXT, "why you took the first step although the client directs the pace"),
        Field("note", "notitie", FieldKind.TEXT, "what was said, for who comes after you"),
    ),
)  # fmt: skip


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """No contact in the future; and whoever directs themselves is left in peace, or the dossier says why not (R-028)."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; a contact is logged when it has been. Use an appointment instead.")
    if needs_reason(entry, entry.day, dossier) and not entry.body.get("reason"):
        raise NotAllowed(
            "The client directs the pace and was contacted less than a year ago. Say why you take the first step (omdat), or log "
            "that the client did."
        )
    if entry.body["channel"] in PERSONAL:
        yield from of_the_day(entry.day, entry.worker, office)
        yield from with_another(entry.day, entry.worker, dossier)
    yield from _of_rest(entry, dossier, office)


def _of_rest(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """What happened is written down; but who is left in peace after a lasting no is not sought out by us (R-045)."""
    rest = resting(dossier, office) if entry.body["initiator"] == "klantmanager" else None
    if rest is not None and rest.because.day <= entry.day < rest.until:
        yield Remark("sought_out_at_rest", {"until": rest.until, "since": rest.because.day})


@dataclass(frozen=True, slots=True)
class Silence:
    """How long nobody was in touch with a client: the day of the last contact, whoever began it, or none ever."""

    person: int
    last: date | None
    days: int


def last_contact(dossier: Dossier) -> date | None:
    """The day of the last contact that took place, of any channel and initiator."""
    return max((one.day for one in dossier.contacts if one.presence == CAME), default=None)


def silence_of(dossier: Dossier, today: date) -> Silence:
    """How long nobody was in touch; who was never in touch is counted from the first day here."""
    last = last_contact(dossier)
    since = last or _here_since(dossier)
    return Silence(dossier.person, last, (today - since).days if since else 0)


def silent(dossiers: Iterable[Dossier], today: date) -> list[Silence]:
    """Clients by how long nobody was in touch with them, the longest first (R-113): who calls often stands below.

    Who left bijstand is not among them: they chose whether they want to hear of us.
    """
    here = (silence_of(one, today) for one in dossiers if not has_left(one, today))
    return sorted(here, key=lambda one: (-one.days, one.person))


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The contact that the norm of the regime asks for, so often a year (R-027); where nothing is promised, an end to silence.

    What client and case manager agreed, where they decide together, stands in the place of the norm.
    """
    if has_left(dossier, office.today):
        return
    guidance, agreed = dossier.guidance, agreement_of(dossier, office.today)
    together = guidance is not None and guidance.frequency_by == "samen"
    if together or (guidance is None and agreed is not None):
        return  # frequency.py tells when: what was agreed, or that it is to be agreed.
    if guidance is not None and guidance.contacts_least:
        yield from _normed(dossier, guidance, guidance.contacts_least, office)
        return
    last = last_contact(dossier) or _here_since(dossier)
    if last is not None:
        months = office.terms.silent_months
        yield Due(dossier.person, Reason.SILENCE, "silent", months_after(last, months), ASSUMED, True, office.terms.talk_minutes,
                  values={"last": last, "months": months})  # fmt: skip


def _normed(dossier: Dossier, guidance: Guidance, times: int, office: Office) -> Iterable[Due]:
    """The next contact of ours, so that a year has as many as the regime states; the first counts from the day it began."""
    spoken = max((one.day for one in of_ours(dossier)), default=None)
    last = spoken or _since(dossier)
    if last is not None:
        by = months_after(last, _MONTHS // times) if times <= _MONTHS else last + timedelta(_days_between(times))
        yield Due(dossier.person, Reason.NORM, "norm" if spoken else "norm_first", by, guidance.source, True,
                  office.terms.talk_minutes, values={"last": last, "times": times})  # fmt: skip


def _days_between(times: int) -> int:
    """From one contact to the next of so many a year: whole weeks, as clients agree them too, as long as one is enough."""
    return 7 * (_WEEKS // times) if times <= _WEEKS else _YEAR // times


def _since(dossier: Dossier) -> date | None:
    under = dossier.last(Kind.GUIDANCE)
    return under.day if under else None


def _here_since(dossier: Dossier) -> date | None:
    """The first day on which the client had a guidance or a case manager."""
    return min([*(one.day for one in dossier.of(Kind.GUIDANCE)), *(one.first for one in dossier.spells)], default=None)


NOTION = Notion((FORM,), {Kind.CONTACT: judge}, dues)
