# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as one page, for the client and for who helps: who, what was agreed, what waits, and what we have to do."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.casework.dossier_sections import SECTIONS
from werkzaam.app.casework.dossier_words import Reading, entry_numbers
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.matters import open_matters
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.reachable import reach
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import heading, paragraph
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.casework.access import readable_by
from werkzaam.casework.assignment import assigned_by
from werkzaam.casework.confirming import corrections
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import FORMS
from werkzaam.casework.standing import day_of, withdrawal_of

_ABOUT_MONEY = frozenset({Role.SUPPORT, Role.INCOME, Role.CLIENT, Role.LEAD})
"""Who reads what is open in money; enforcement reads its own files."""


def dossier_page(desk: Desk, person: int, lang: str, *, role: Role = Role.SUPPORT) -> str:
    """The page of a client's dossier on the desk's day, as a role may see it; raises UnknownName for who is not there."""
    reading = Reading(desk, dossier_of(desk, person, role, purpose="dossier"), office_of(desk), lang, role)
    lines = heading(reading.word("dossier_title", person=person, day=desk.today))
    lines += ["", *paragraph(reading.word("dossier_read_as", role=reading.word(role.value)))]
    lines += _section(reading, "who", _who(reading))
    if Role.SUPPORT in readable_by(role):
        for name, section in SECTIONS.items():
            lines += _section(reading, name, section(reading))
    else:  # Of a part of the entries nothing can be said: that there is no plan may be untrue.
        lines += ["", *paragraph(reading.word("not_all"))]
    if role in _ABOUT_MONEY:
        lines += _section(reading, "matters", (one.text(lang) for one in open_matters(desk, reading.dossier.household)))
    lines += _section(reading, "entries", _entries(reading))
    return "\n".join(lines) + "\n"


def _section(reading: Reading, name: str, said: Iterator[str]) -> list[str]:
    """A title with its lines; when nothing is said, the sentence that says so."""
    texts = list(said) or [reading.word(f"{name}_none")]
    return ["", reading.word(name), *(line for text in texts for line in _indented(text))]


def _indented(text: str) -> list[str]:
    """A line of a section; one that stands below another stays below it."""
    lead = len(text) - len(text.lstrip())
    return paragraph(text.lstrip(), indent=" " * (2 + lead), hanging="" if lead else "  ")


def _who(reading: Reading) -> Iterator[str]:
    """Name, since when, how to reach them and the next talk; or until when nobody is (R-136)."""
    desk, dossier, office, today = reading.desk, reading.dossier, reading.office, reading.desk.today
    spell = dossier.worker_on(today)
    contact = reach(office, spell, today, desk.town.phone)
    by = assigned_by(dossier, office)
    if spell is not None:
        name, phone = (contact.name, contact.phone) if contact else (spell.worker, desk.town.phone)
        yield reading.word("who_is", name=name, since=spell.first, phone=phone)
    elif by is not None:
        yield reading.word("who_none", by=by, name=desk.town.contact, phone=desk.town.phone)
    else:
        yield reading.word("who_none_yet", name=desk.town.contact, phone=desk.town.phone)
    for coming in dossier.spells:
        if coming.first > today:
            yield reading.word("who_comes", first=coming.first, name=reading.name(coming.worker))
    talk = _next_talk(reading)
    yield reading.word("who_next", day=talk) if talk else reading.word("who_no_next")


def _next_talk(reading: Reading) -> object:
    """The day of the next appointment that stands; None without one."""
    dossier = reading.dossier
    cancelled = {one.body.get("about") for one in dossier.of(Kind.CANCELLED)}
    stands = (one for one in dossier.of(Kind.APPOINTMENT) if one.seq not in cancelled and withdrawal_of(one, dossier) is None)
    days = (day_of(one.body.get("on", one.day)) for one in stands)
    return min((day for day in days if day >= reading.desk.today), default=None)


def _entries(reading: Reading) -> Iterator[str]:
    """Every entry and contact with its number, and beside it how the client sees it otherwise (R-142).

    A grade is read by the client only: nobody is to see who gave it (R-148).
    """
    dossier, kinds = reading.dossier, KINDS[reading.lang]
    hidden = {Kind.CORRECTION} if reading.role is Role.CLIENT else {Kind.CORRECTION, Kind.GRADE}
    rows: list[tuple[int, Entry | Contact]] = [(one.seq, one) for one in dossier.entries if one.kind not in hidden]
    rows += [(one.seq, one) for one in dossier.contacts]
    for seq, one in sorted(rows, key=lambda row: row[0]):
        kind = one.kind if isinstance(one, Entry) else Kind.CONTACT
        line = reading.word("entry_line", day=one.day.isoformat(), kind=kinds[kind.value], worker=one.worker,
                            role=reading.word(one.role.value))  # fmt: skip
        beside = " " * (len(entry_numbers(seq)) + 1)
        yield f"{entry_numbers(seq)} {line}"
        if isinstance(one, Entry) and one.body:
            yield f"{beside}{_told(one, reading.lang)}"
        for correction in corrections(dossier, seq):
            yield f"{beside}{reading.word('seen_otherwise', text=correction.body['text'])}"


def _told(entry: Entry, lang: str) -> str:
    """The fields of an entry by their names, as they were written."""
    form = FORMS.get(entry.kind)
    names = {field.name: field.naam if lang == "nl" else field.name for field in (form.fields if form else ())}
    order = [*(name for name in names if name in entry.body), *(name for name in entry.body if name not in names)]
    return "; ".join(f"{names.get(name, name).replace('_', ' ')}: {_value(entry.body[name])}" for name in order)


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
