# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts from a file, as another system kept them: all of it or nothing, each judged as if it were logged by hand.

The columns stand in docs/reference/contacts-file.md: those of the form of a contact, and whose it was, when and by whom.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.record import contact_of, key_by, key_of
from werkzaam.app.exchange import cells
from werkzaam.app.exchange.reported import BadRow, RowsRefused
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.rows import near
from werkzaam.casework.contacts import FORM
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import judged
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.store.casework import clients, keys_of, record_contact
from werkzaam.store.writer import Writer

PERSON, DAY, WORKER = "persoon", "dag", "klantmanager"
NEEDED = (PERSON, DAY, *(one.naam for one in FORM.fields if one.required))
COLUMNS = (PERSON, DAY, WORKER, *(one.naam for one in FORM.fields))
AT_ONCE = 2_000
"""How many people's dossiers are held at once."""
Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class ContactsWritten:
    """How many contacts are new, of how many people, and how many were there already."""

    new: int
    already: int
    people: int


@dataclass(frozen=True, slots=True)
class _Line:
    """One row that could be read, and its line in the file."""

    line: int
    entry: Entry
    note: str | None


def count_lines(path: Path) -> int:
    """How many lines a file has, for a bar; 0 when it cannot be read, which reading will say."""
    try:
        with path.open("rb") as file:
            return sum(1 for _ in file)
    except OSError:
        return 0


def record_contacts(desk: Desk, path: Path, role: Role = Role.SUPPORT, progress: Progress = lambda rows: None) -> ContactsWritten:
    """Log the contacts of a file; one that is there already adds nothing.

    Raises RowsRefused with every bad row, and InputError for a file that is no table; then nothing is kept.
    """
    found, bad = _read(path, desk.actor, role)
    by_person: dict[int, list[_Line]] = {}
    for one in sorted(found, key=lambda one: (one.entry.person, one.entry.day, one.line)):
        by_person.setdefault(one.entry.person, []).append(one)
    with desk.writes() as writer:
        bad += _unknown(desk, by_person)
        if bad:
            raise RowsRefused(tuple(sorted(bad, key=lambda one: one.line)), file=str(path))
        writer.lock(one.household for one in clients(desk.database, desk.town.id, by_person.keys()).values())
        done = _write_all(desk, writer, by_person, role, progress, bad)
        if bad:
            raise RowsRefused(tuple(sorted(bad, key=lambda one: one.line)), file=str(path))
    return done


def _unknown(desk: Desk, by_person: Mapping[int, Sequence[_Line]]) -> list[BadRow]:
    known = clients(desk.database, desk.town.id)
    return [
        BadRow(one.line, PERSON, f"person {person} is not known here. Record the household first, or look at the number.")
        for person, lines in by_person.items() if person not in known for one in lines
    ]  # fmt: skip


def _write_all(
    desk: Desk, writer: Writer, by_person: Mapping[int, Sequence[_Line]], role: Role, progress: Progress, bad: list[BadRow]
) -> ContactsWritten:
    """Judge and collect everything; what is refused goes to `bad`."""
    office, persons = office_of(desk), sorted(by_person)
    new, people = 0, set[int]()
    for at in range(0, len(persons), AT_ONCE):
        some = persons[at : at + AT_ONCE]
        keys, held = keys_of(desk.database, desk.town.id, some), dossiers(desk, role, some, whole=True)
        for person in some:
            fresh = _fresh(by_person[person], held[person].household, keys)
            bad += _judged([one for one, _ in fresh], held[person], office)
            for one, key in fresh:
                record_contact(writer, held[person].household, contact_of(one.entry), idem_key=key, note=one.note, fresh=True)
            new, people = new + len(fresh), people | ({person} if fresh else set())
            progress(len(by_person[person]))
    return ContactsWritten(new, sum(map(len, by_person.values())) - new, len(people))


def _fresh(lines: Sequence[_Line], household: int, keys: dict[tuple[int, str], str | None]) -> list[tuple[_Line, str]]:
    """The contacts that are not there yet, each with its key; the same of another case manager is one more. Fills `keys`."""
    found = []
    for one in lines:
        key, worker = key_of(one.entry), one.entry.worker
        if keys.get((household, key), worker) != worker:
            key = key_by(one.entry)
        if (household, key) not in keys:
            keys[household, key] = worker
            found.append((one, key))
    return found


def _judged(lines: Sequence[_Line], dossier: Dossier, office: Office) -> Iterator[BadRow]:
    """What is refused, each contact judged with those before it; day after day."""
    for one in lines:
        try:
            judged(one.entry, dossier, office)
        except NotAllowed as refused:
            yield BadRow(one.line, "", str(refused))
        except InputError as refused:
            yield BadRow(one.line, _column(str(refused)), str(refused))
        dossier = replace(dossier, contacts=(*dossier.contacts, contact_of(one.entry)))


def _read(path: Path, actor: str, role: Role) -> tuple[list[_Line], list[BadRow]]:
    """The rows of a file that can be read, and those that cannot."""
    found: list[_Line] = []
    bad: list[BadRow] = []
    seen: dict[str, int] = {}
    for line, cells_of_row in _rows(path):
        try:
            one = _Line(line, *_entry(cells_of_row, actor, role))
        except InputError as wrong:
            bad.append(BadRow(line, _column(str(wrong)), str(wrong)))
            continue
        key = f"{one.entry.person} {one.entry.worker} {key_of(one.entry)}"
        if key in seen:
            bad.append(
                BadRow(
                    line,
                    "",
                    f"the same contact stands in row {seen[key]}. Take one out, or say in notitie what differs.",
                )
            )
        seen.setdefault(key, line)
        found.append(one)
    if not found and not bad:
        raise InputError("has the names of columns and no row. Deliver it again when there is something to say.", file=str(path))
    return found, bad


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line, by the names of the columns; cells that are empty are left out."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError("There is no such file. Check the path.", file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"This file cannot be read as text in UTF-8: {error}.", file=str(path)) from error
    lines = text.splitlines(keepends=True)
    between = ";" if lines and ";" in lines[0] else ","
    table = csv.reader(lines, delimiter=between, strict=True)
    try:
        names = _names(next(table, []), str(path))
        before = table.line_num
        for row in table:
            if any(cell.strip() for cell in row):
                if len(row) != len(names):
                    raise InputError(f"{len(names)} cells were expected; found {len(row)}. A cell with {between!r} in it stands "
                                     "in double quotes.", file=str(path), row=before + 1)  # fmt: skip
                yield before + 1, {name: cell.strip() for name, cell in zip(names, row, strict=True) if cell.strip()}
            before = table.line_num
    except csv.Error as error:
        raise InputError(f"cannot be read as a table: {error}. Cells with quotes or more than one line stand in double quotes.",
                         file=str(path), row=table.line_num) from None  # fmt: skip


def _names(header: Sequence[str], file: str) -> list[str]:
    names = [name.strip() for name in header]
    for name in names:
        if name not in COLUMNS:
            raise UnknownName(f"the column {name[:40]!r} is not known here. {near(name[:40], COLUMNS)}", file=file, row=1)
        if names.count(name) > 1:
            raise InputError(f"the column {name} stands there twice.", file=file, row=1)
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise InputError(f"the columns {', '.join(missing)} are needed and do not stand there.", file=file, row=1)
    return names


def _entry(row: dict[str, str], actor: str, role: Role) -> tuple[Entry, str | None]:
    """The contact of a row and its note; raises InputError that begins with the column."""
    person, day = _cell(row, PERSON, cells.number), _cell(row, DAY, cells.day)
    told = {name: value for name, value in row.items() if name not in (PERSON, DAY, WORKER)}
    body = FORM.read(told)
    note = body.get("note")
    return Entry(person, Kind.CONTACT, day, role, row.get(WORKER, actor), body), None if note is None else str(note)


Value = TypeVar("Value")


def _cell(row: Mapping[str, str], name: str, read: Callable[[str], Value]) -> Value:
    if name not in row:
        raise InputError(f"{name}: it is empty.")
    try:
        return read(row[name])
    except InputError as wrong:
        raise InputError(f"{name}: {wrong}") from None


def _column(message: str) -> str:
    """The column that a message begins with."""
    first = message.split(" ")[0].rstrip(":")
    return first if first in COLUMNS else ""
