# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogues that ship: instruments of all departments, schemes for employers, and a town's courses."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.casework.courses import Course
from werkzaam.casework.employers import Scheme
from werkzaam.casework.goal_codes import GOALS
from werkzaam.casework.instruments import Instrument, Words

_DATA = Path(str(files("werkzaam.casework"))).joinpath("data")


def instruments(path: Path | None = None) -> tuple[Instrument, ...]:
    """All instruments, or those of a file; raises InputError for what cannot be meant, naming file, line and key."""
    document = read_toml(path or _DATA / "instruments.toml")
    return tuple(_instrument(row, document) for row in document.rows("instrument"))


def employer_schemes(path: Path | None = None) -> tuple[Scheme, ...]:
    """All schemes for employers, or those of a file; raises InputError for a field that is empty or left out."""
    document = read_toml(path or _DATA / "employer_schemes.toml")
    return tuple(_scheme(row, document) for row in document.rows("regeling"))


def courses(path: Path | None = None) -> tuple[Course, ...]:
    """The courses of a town by its file, or the example that ships."""
    found = []
    for row in read_toml(path or _DATA / "courses.toml").rows("cursus"):
        row.only("naam", "ook", "bron")
        found.append(Course(row.text("naam"), row.texts("ook") if "ook" in row.values else (), row.text("bron")))
    return tuple(found)


def _instrument(row: Row, document: Document) -> Instrument:
    row.only("code", "naam", "wat", "afdeling", "doelen", "wet", "bron")
    goals = row.texts("doelen")
    for goal in goals:
        if goal not in GOALS:
            row.refuse("doelen", f"one of {', '.join(GOALS)} was expected; found {goal!r}.")
    return Instrument(row.text("code"), _words(row, "naam"), _words(row, "wat"), _words(row, "afdeling"), frozenset(goals),
                      _source(row, document), row.text("wet") if "wet" in row.values else "")  # fmt: skip


def _scheme(row: Row, document: Document) -> Scheme:
    row.only("code", "naam", "wie", "wat", "hoe", "bij_wie", "wet", "bron", "vanaf_medewerkers")
    name, who, what, how, contact = (_words(row, key) for key in ("naam", "wie", "wat", "hoe", "bij_wie"))
    return Scheme(row.text("code"), name, who, what, how, contact, row.text("wet"), _source(row, document),
                  row.whole("vanaf_medewerkers", 1))  # fmt: skip


def _words(row: Row, key: str) -> Words:
    found = row.values.get(key)
    if not isinstance(found, dict):
        row.refuse(key, f'both languages were expected, such as {key} = {{ nl = "...", en = "..." }}; found {found!r}.')
    inside = row.inside(key, found)
    inside.only("nl", "en")
    return Words(inside.text("nl"), inside.text("en"))


def _source(row: Row, document: Document) -> str:
    """Where it is written and when that was seen."""
    key, known = row.text("bron"), document.tables.get("bronnen", {})
    if key not in known:
        row.refuse("bron", f"one of the sources above was expected: {', '.join(known)}; found {key!r}.")
    source = Row(document, "bronnen", 1, known[key])
    return f"{source.text('waar')} ({source.day('gezien')})"
