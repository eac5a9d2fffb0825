# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as values for whoever shows it, as text or as a page: who, its sections, what is open in money, and every entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.dossier_sections import SECTIONS
from werkzaam.app.casework.dossier_words import Line, Reading
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.form_words import field_name, value_said, value_text
from werkzaam.app.casework.matters import open_matters
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.reachable import reach
from werkzaam.app.casework.week_view import Told, told
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.casework.access import readable_by
from werkzaam.casework.assignment import assigned_by
from werkzaam.casework.confirming import corrections
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field
from werkzaam.casework.notions import FORMS, due_of
from werkzaam.casework.standing import day_of, withdrawal_of
from werkzaam.store.casework import notes_of

_ABOUT_MONEY = frozenset({Role.SUPPORT, Role.INCOME, Role.CLIENT, Role.LEAD})
"""Who reads what is open in money; enforcement reads its own files."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its key, title and lines, and whether it says no more than that there is nothing."""

    key: str
    title: str
    lines: tuple[Line, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """One entry or contact: its number, what it is, who wrote it as what, its fields by name, and how the client sees it.

    `fields` are as they were written, `said` are the same in words.
    """

    seq: int
    day: date
    kind: Kind
    what: str
    worker: str
    role: str
    fields: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierSeen:
    """The page of a dossier; `whole` says whether the reader may see enough for sections to be told.

    `due` is what we have to do, most overdue first; it also stands as lines in its section.
    """

    dossier: Dossier
    reading: Reading
    whole: bool
    sections: tuple[Section, ...]
    entries: tuple[EntrySeen, ...]
    due: tuple[Told, ...]


def dossier_seen(desk: Desk, person: int, lang: str, role: Role, *, purpose: str = "dossier") -> DossierSeen:
    """A client's dossier on the desk's day, as a role may see it; raises UnknownName for who is not there."""
    reading = Reading(desk, dossier_of(desk, person, role, purpose=purpose), office_of(desk), lang, role)
    whole = Role.SUPPORT in readable_by(role)
    found = [_section(reading, "who", _who(reading))]
    if whole:  # Of a part of the entries nothing can be said: that there is no plan may be untrue.
        found += [_section(reading, name, section(reading)) for name, section in SECTIONS.items()]
    if role in _ABOUT_MONEY:
        matters = (Line(one.text(lang)) for one in open_matters(desk, reading.dossier.household))
        found.append(_section(reading, "matters", matters))
    due = tuple(told(one, desk.today, lang) for one in due_of(reading.dossier, reading.office)) if whole else ()
    return DossierSeen(reading.dossier, reading, whole, tuple(found), tuple(_entries(reading)), due)


def _section(reading: Reading, name: str, said: Iterator[Line]) -> Section:
    """A title with its lines; when nothing is said, the sentence that says so."""
    lines = tuple(said)
    return Section(name, reading.word(name), lines or (Line(reading.word(f"{name}_none")),), not lines)


def _who(reading: Reading) -> Iterator[Line]:
    """Name, since when, how to reach them and the next talk; or until when nobody is (R-136)."""
    desk, dossier, office, today = reading.desk, reading.dossier, reading.office, reading.desk.today
    spell = dossier.worker_on(today)
    contact = reach(office, spell, today, desk.town.phone)
    by = assigned_by(dossier, office)
    if spell is not None:
        name, phone = (contact.name, contact.phone) if contact else (spell.worker, desk.town.phone)
        yield Line(reading.word("who_is", name=name, since=spell.first, phone=phone))
    elif by is not None:
        yield Line(reading.word("who_none", by=by, name=desk.town.contact, phone=desk.town.phone))
    else:
        yield Line(reading.word("who_none_yet", name=desk.town.contact, phone=desk.town.phone))
    for coming in dossier.spells:
        if coming.first > today:
            yield Line(reading.word("who_comes", first=coming.first, name=reading.name(coming.worker)))
    talk = next_talk(dossier, today)
    yield Line(reading.word("who_next", day=talk) if talk else reading.word("who_no_next"))


def next_talk(dossier: Dossier, today: date) -> date | None:
    """The day of the next appointment that stands; None without one."""
    cancelled = {one.body.get("about") for one in dossier.of(Kind.CANCELLED)}
    stands = (one for one in dossier.of(Kind.APPOINTMENT) if one.seq not in cancelled and withdrawal_of(one, dossier) is None)
    days = (day_of(one.body.get("on", one.day)) for one in stands)
    return min((day for day in days if day >= today), default=None)


def _entries(reading: Reading) -> Iterator[EntrySeen]:
    """Every entry and contact with its number, and beside it how the client sees it otherwise (R-142).

    A grade is read by the client only: nobody is to see who gave it (R-148).
    """
    dossier, desk = reading.dossier, reading.desk
    hidden = {Kind.CORRECTION} if reading.role is Role.CLIENT else {Kind.CORRECTION, Kind.GRADE}
    notes = notes_of(desk.database, desk.town.id, readable_by(reading.role), [dossier.person])
    rows: list[Entry | Contact] = [one for one in dossier.entries if one.kind not in hidden]
    for one in sorted([*rows, *dossier.contacts], key=lambda row: row.seq):
        kind = one.kind if isinstance(one, Entry) else Kind.CONTACT
        fields = one.body if isinstance(one, Entry) else _of_contact(one, notes.get((one.person, one.seq)))
        yield EntrySeen(one.seq, one.day, kind, KINDS[reading.lang][kind.value], one.worker, reading.word(one.role.value),
                        _told(kind, fields, reading.lang), _said(kind, fields, reading.lang),
                        tuple(str(said.body["text"]) for said in corrections(dossier, one.seq)))  # fmt: skip


def _of_contact(one: Contact, note: str | None) -> Mapping[str, object]:
    """The fields of a contact, as its form has them."""
    said = {"channel": one.channel, "initiator": one.initiator, "kind": one.kind, "presence": one.presence, "place": one.place,
            "areas": one.areas or None, "reason": one.reason, "note": note}  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def _told(kind: Kind, fields: Mapping[str, object], lang: str) -> tuple[tuple[str, str], ...]:
    """The fields of an entry by their names, in the order of its form."""
    known = {name: field_name(field, lang) for name, field in _fields(kind).items()}
    order = [*(name for name in known if name in fields), *(name for name in fields if name not in known)]
    return tuple((known.get(name, name.replace("_", " ")), value_text(fields[name])) for name in order)


def _said(kind: Kind, fields: Mapping[str, object], lang: str) -> tuple[tuple[str, str], ...]:
    """The fields of an entry by their names, with what stands in them in words."""
    known = _fields(kind)
    order = [*(name for name in known if name in fields), *(name for name in fields if name not in known)]
    return tuple((field_name(known[name], lang) if name in known else name.replace("_", " "),
                  value_said(known.get(name), fields[name], lang)) for name in order)  # fmt: skip


def _fields(kind: Kind) -> dict[str, Field]:
    form = FORMS.get(kind)
    return {field.name: field for field in (form.fields if form else ())}
