# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts: each with its channel, who took the first step, what kind of help it was, and who came (R-026, R-259)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError, NotAllowed

CHANNELS = ("bezoek", "telefoon", "post", "bericht", "videogesprek")
PERSONAL = frozenset({"bezoek", "telefoon", "videogesprek"})
"""Channels in which two people talk."""
INITIATORS = ("inwoner", "klantmanager")
HELP = ("gesprek", "werk", "scholing", "taal", "geld", "gezondheid", "praktisch", "verwijzing", "kennismaking", "nazorg")
"""The kind of help a contact was."""
CAME, WITH_NOTICE, NO_NOTICE = "gekomen", "afgemeld", "niet_gekomen"
PRESENCE = (CAME, WITH_NOTICE, NO_NOTICE)
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
    if _second_this_year(entry, dossier) and not entry.body.get("reason"):
        raise NotAllowed(
            "The client directs the pace and was contacted less than a year ago. Say why you take the first step (omdat), or log "
            "that the client did."
        )
    return ()


def _second_this_year(entry: Entry, dossier: Dossier) -> bool:
    """Whether the client directs the pace and this would be the second contact of ours within a year."""
    guidance = dossier.guidance
    if guidance is None or guidance.initiator != "inwoner" or entry.body.get("initiator") != "klantmanager":
        return False
    return any(months_after(one.day, 12) > entry.day >= one.day for one in of_ours(dossier))


def of_ours(dossier: Dossier) -> Iterator[Contact]:
    """The contacts that the case manager began and that took place."""
    return (one for one in dossier.contacts if one.initiator == "klantmanager" and one.presence == CAME)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The contact that the norm of the regime asks for: so often a year, counted from the last one of ours (R-027)."""
    guidance = dossier.guidance
    if guidance is None or not guidance.contacts_least:
        return
    last = max((one.day for one in of_ours(dossier)), default=_since(dossier))
    if last is not None:
        by = months_after(last, 12 // guidance.contacts_least)
        yield Due(dossier.person, Reason.NORM, "norm", by, guidance.source, True, office.terms.talk_minutes,
                  values={"last": last, "times": guidance.contacts_least})  # fmt: skip


def _since(dossier: Dossier) -> date | None:
    under = dossier.last(Kind.GUIDANCE)
    return under.day if under else None


NOTION = Notion((FORM,), {Kind.CONTACT: judge}, dues)
