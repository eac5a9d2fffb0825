# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as one page of text, for the client and for who helps: who, what was agreed, what waits, what we have to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from werkzaam.app.casework.dossier_view import DossierSeen, dossier_seen
from werkzaam.app.casework.dossier_words import entry_numbers
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import heading, paragraph
from werkzaam.casework.entry import Kind, Role


def dossier_page(desk: Desk, person: int, lang: str, *, role: Role = Role.SUPPORT) -> str:
    """The page of a client's dossier on the desk's day, as a role may see it; raises UnknownName for who is not there."""
    seen = dossier_seen(desk, person, lang, role)
    reading = seen.reading
    lines = heading(reading.word("dossier_title", person=person, day=desk.today))
    lines += ["", *paragraph(reading.word("dossier_read_as", role=reading.word(role.value)))]
    for one in seen.sections:
        lines += _section(one.title, (line.numbered() for line in one.lines))
        if one.key == "who" and not seen.whole:
            lines += ["", *paragraph(reading.word("not_all"))]
    lines += _section(reading.word("entries"), _entries(seen))
    return "\n".join(lines) + "\n"


def _section(title: str, said: Iterable[str]) -> list[str]:
    return ["", title, *(line for text in said for line in _indented(text))]


def _indented(text: str) -> list[str]:
    """A line of a section; one that stands below another stays below it."""
    lead = len(text) - len(text.lstrip())
    return paragraph(text.lstrip(), indent=" " * (2 + lead), hanging="" if lead else "  ")


def _entries(seen: DossierSeen) -> Iterator[str]:
    """Every entry and contact with its number, and beside it how the client sees it otherwise (R-142)."""
    reading = seen.reading
    if not seen.entries:
        yield reading.word("entries_none")
    for one in seen.entries:
        line = reading.word("entry_line", day=one.day.isoformat(), kind=one.what, worker=one.worker, role=one.role)
        beside = " " * (len(entry_numbers(one.seq)) + 1)
        yield f"{entry_numbers(one.seq)} {line}"
        if one.fields and one.kind is not Kind.CONTACT:
            yield f"{beside}{'; '.join(f'{name}: {value}' for name, value in one.fields)}"
        for said in one.otherwise:
            yield f"{beside}{reading.word('seen_otherwise', text=said)}"
