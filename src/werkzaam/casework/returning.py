# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The way back within twelve months of leaving: what is not asked again, what is checked, what is asked (decision 0158)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.contacts import last_contact
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import has_left, withdrawn
from werkzaam.core.errors import InputError, NotAllowed

KNOWN = ("identiteit", "geboortedatum", "verhaal", "opleiding_en_werk", "belastbaarheid", "doelen")
"""Not asked again: it cannot have changed, or it was the client's own story, told once."""
CHECKED = ("adres", "huishouden", "rekeningnummer", "bereikbaarheid")
"""Shown as we know it, with one question: is this still so?"""
ASKED = ("einde_werk", "inkomen_sinds", "vermogen_nu")
"""Asked: nobody but the client can know it. Without it no right can be established."""
ONCE_TOLD = ("verhaal", "doelen")
"""Not asked again at all, also after years; shown, with the question whether it is still so."""
REASONS = ("werk_gestopt", "minder_uren", "bedrijf_gestopt", "scheiding", "anders")

FORM = Form(
    Kind.RETURN, "return set", "write down that somebody comes back to bijstand; the day is that of their report",
    (
        Field("why", "waarom", FieldKind.OPTION, "why", True, REASONS),
        Field("reuse", "hergebruik", FieldKind.TRUTH, "whether the person agrees that we use what we know", True),
        Field("note", "notitie", FieldKind.TEXT, "what the client says of it"),
    ),
    frozenset({Role.SUPPORT, Role.INCOME, Role.CLIENT}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WayBack:
    """What somebody who returns is asked: nothing of `known`, a yes of `checked`, an answer to `asked`."""

    easy: bool
    known: tuple[str, ...]
    checked: tuple[str, ...]
    asked: tuple[str, ...]


def way_back(left: date, back: date, months: int, *, reuse: bool = True) -> WayBack:
    """The easy way up to so many months after leaving, if the person agrees; else all is asked but what was told once."""
    if back < left:
        raise InputError(f"dag: {back} is before the person left, on {left}.")
    if reuse and back < months_after(left, months):
        return WayBack(True, KNOWN, CHECKED, ASKED)
    shown = ONCE_TOLD if reuse else ()
    anew = tuple(one for one in KNOWN if one not in shown)
    return WayBack(False, (), shown, (*anew, *CHECKED, *ASKED))


def left_on(dossier: Dossier, day: date) -> date | None:
    """The day that a client left, as it stands on a day; None for who did not leave, or came back since."""
    if not has_left(dossier, day):
        return None
    return max(one.day for one in dossier.of(Kind.EXIT) if one.day <= day and not withdrawn(dossier, one))


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A return follows on an exit; the remark says which way it goes and what is asked."""
    left = left_on(dossier, entry.day)
    if left is None:
        raise NotAllowed("As the dossier stands, this client has not left (exit set). Write that down first, with its day.")
    found = way_back(left, entry.day, office.terms.return_months, reuse=entry.body.get("reuse") is True)
    code = "return_easy" if found.easy else "return_full"
    yield Remark(code, {"checked": found.checked, "asked": found.asked, "left": left})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A talk with who came back, if possible by who knows them, within the town's term."""
    for one in dossier.of(Kind.RETURN)[-1:]:
        gone = withdrawn(dossier, one) or has_left(dossier, office.today)
        if not gone and (last_contact(dossier) or date.min) < one.day:
            yield Due(dossier.person, Reason.FOLLOW_UP, "return_talk", one.day + timedelta(office.terms.work.return_talk_days),
                      talk=True, minutes=office.terms.talk_minutes)  # fmt: skip


NOTION = Notion((FORM,), {Kind.RETURN: judge}, dues, about=frozenset({Kind.RETURN}))
