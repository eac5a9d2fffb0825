# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file about the office: who works there and how, absences, courses, the town's own terms, shut channels.

The format stands in docs/reference/staff-file.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from werkzaam.app.rows import Document, Row, near, read_toml
from werkzaam.casework.calendar import WEEKDAYS
from werkzaam.casework.contacts import CHANNELS
from werkzaam.casework.office import Terms
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.core.errors import InputError

TABLES = ("medewerker", "afwezig", "opgeleid", "termijnen", "dicht")
TERMS = tuple(one.name for one in fields(Terms) if one.type == "int")
"""The terms that a town can state, by their name in Terms."""
_PERCENT, _MOST_TALKS = 100, 80


def read_staff_file(path: Path) -> list[StaffEntry]:
    """What a file says of the office, in its order; raises InputError naming file, line, table and key."""
    document = read_toml(path)
    for table in document.tables:
        if table not in TABLES:
            raise InputError(f"{table}: this table is not known here. {near(table, TABLES)}", file=document.file)
    found = staff_in(document)
    if not found:
        raise InputError("says nothing about the office. Write at least one [[medewerker]].", file=document.file)
    return found


def staff_in(document: Document) -> list[StaffEntry]:
    """What the tables about the office say, beside whatever else stands in a file."""
    found = [entry for row in document.rows("medewerker") for entry in _worker(row)]
    found += [_absence(row) for row in document.rows("afwezig")]
    found += [_course(row) for row in document.rows("opgeleid")]
    found += [_terms(row) for row in document.rows("termijnen")]
    return [*found, *(_shut(row) for row in document.rows("dicht"))]


def _worker(row: Row) -> Iterator[StaffEntry]:
    row.only("id", "naam", "team", "wijk", "deel", "gesprekken", "dagen", "telefoon", "vanaf", "tot")
    who, first = row.text("id"), row.day("vanaf")
    body: dict[str, object] = {"name": row.text("naam"), "team": row.text("team")}
    body |= {name: row.text(key) for name, key in (("district", "wijk"), ("phone", "telefoon")) if key in row.values}
    numbers = (("share", "deel", _PERCENT), ("talks", "gesprekken", _MOST_TALKS))
    body |= {name: _between(row, key, most) for name, key, most in numbers if key in row.values}
    body |= {"days": _days(row)} if "dagen" in row.values else {}
    yield StaffEntry(StaffKind.IN_SERVICE, first, who, body)
    if "tot" in row.values:
        yield StaffEntry(StaffKind.LEFT, _last(row, first), who)


def _days(row: Row) -> list[str]:
    """The days of the week on which somebody works, in the order of the week."""
    said = row.texts("dagen")
    for one in said:
        if one not in WEEKDAYS:
            row.refuse("dagen", f"a day of the week was expected: {', '.join(WEEKDAYS)}; found {one!r}.")
    if not said:
        row.refuse("dagen", f"one or more of {', '.join(WEEKDAYS)} were expected; found none. Leave it out for every day.")
    return [one for one in WEEKDAYS if one in said]


def _absence(row: Row) -> StaffEntry:
    row.only("medewerker", "vanaf", "tot", "vervanger")
    first = row.day("vanaf")
    body = {"instead": row.text("vervanger")} if "vervanger" in row.values else {}
    return StaffEntry(StaffKind.AWAY, first, row.text("medewerker"), body, until=_last(row, first))


def _course(row: Row) -> StaffEntry:
    row.only("medewerker", "dag", "cursus")
    return StaffEntry(StaffKind.TRAINED, row.day("dag"), row.text("medewerker"), {"course": row.text("cursus")})


def _terms(row: Row) -> StaffEntry:
    row.only("vanaf", *TERMS)
    said = {name: _between(row, name, None) for name in TERMS if name in row.values}
    if not said:
        row.refuse("vanaf", f"no term stands here. Known are: {', '.join(TERMS)}.")
    return StaffEntry(StaffKind.TERMS, row.day("vanaf"), body=said)


def _shut(row: Row) -> StaffEntry:
    row.only("vanaf", "tot", "kanalen")
    channels, first = row.texts("kanalen"), row.day("vanaf")
    for one in channels:
        if one not in CHANNELS:
            row.refuse("kanalen", f"a channel was expected: {', '.join(CHANNELS)}; found {one!r}.")
    return StaffEntry(StaffKind.SHUT, first, body={"channels": sorted(set(channels))}, until=_last(row, first))


def _last(row: Row, first: date) -> date:
    """The last day, which is not before the first."""
    last = row.day("tot")
    if last < first:
        row.refuse("tot", f"the last day, {last}, is before the first, {first}. Both days count.")
    return last


def _between(row: Row, key: str, most: int | None) -> int:
    found = row.whole(key)
    if found < 1 or (most is not None and found > most):
        upto = "or more" if most is None else f"to {most}"
        row.refuse(key, f"a whole number from 1 {upto} was expected; found {found}.")
    return found
