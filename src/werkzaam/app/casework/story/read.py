# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a story of guidance: clients, case managers, steps in order of time, and what must be so after each.

`docs/reference/guidance-story-file.md` describes the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzaam.app.casework.staff_file import TABLES, staff_in
from werkzaam.app.casework.story.act import DEEDS
from werkzaam.app.casework.story.look import LOOKS
from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.app.stories import expected_of, moment_of
from werkzaam.casework.entry import Role
from werkzaam.casework.staffing import StaffEntry

WORKER = "j.visser"
"""Whose client somebody is, and who does a step, where the story names nobody."""
_EVERY_STEP = ("dag", "door", "als", "klant", "verwacht")
_TOP = ("id", "titel", "omdat", "bron", "eis", "klant", "stap", *TABLES)


@dataclass(frozen=True, slots=True)
class Person:
    """A client of a story: the guidance they are under, and whose client they are, from a day on."""

    number: int
    born: date
    since: date
    part: str
    worker: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens on a day, and what must be so after it; `deed` is its key, empty when somebody only looks."""

    number: int
    day: date
    actor: str
    role: Role
    person: int
    deed: str
    row: Row
    expected: tuple[tuple[str, Row], ...]

    @property
    def moment(self) -> str:
        """When it happens: later than the step before it, also on the same day."""
        return moment_of(self.day, self.number)

    def __str__(self) -> str:
        return f"step {self.number} ({self.day}{', ' + self.deed if self.deed else ''})"


@dataclass(frozen=True, slots=True)
class Story:
    """What happens to clients of an office, why it comes out as it does, and where it comes from."""

    id: str
    title: str
    because: str
    sources: tuple[str, ...]
    requirements: tuple[str, ...]
    people: tuple[Person, ...]
    staff: tuple[StaffEntry, ...]
    steps: tuple[Step, ...]


def read_story(path: Path | str) -> Story:
    """The story in a file; raises InputError naming file, line and key."""
    document = read_toml(Path(path))
    top = document.top
    top.only(*_TOP)
    people = tuple(_person(row) for row in document.rows("klant"))
    if not people:
        top.refuse("klant", "a story is about somebody; write [[klant]] with nummer, geboren and vanaf.")
    texts = {key: top.texts(key) if key in document.tables else () for key in ("bron", "eis")}
    steps = tuple(_steps(document, people))
    if not any(step.expected for step in steps):
        top.refuse("", "a story expects something; write verwacht below a step.")
    return Story(
        top.text("id"), top.text("titel"), top.text("omdat"), texts["bron"], texts["eis"], people,
        tuple(staff_in(document)), steps,
    )  # fmt: skip


def _person(row: Row) -> Person:
    row.only("nummer", "geboren", "vanaf", "deel", "klantmanager")
    part = row.text("deel") if "deel" in row.values else ""
    return Person(row.whole("nummer"), row.day("geboren"), row.day("vanaf"), part, row.text("klantmanager", WORKER))


def _steps(document: Document, people: tuple[Person, ...]) -> Iterator[Step]:
    day = min(person.since for person in people)
    known = {person.number for person in people}
    for row in document.rows("stap"):
        before, day = day, row.day("dag")
        if day < before:
            row.refuse("dag", f"steps stand in order of time, and the one before is of {before}; found {day}.")
        row.only(*_EVERY_STEP, *DEEDS)
        deeds = [key for key in row.values if key in DEEDS]
        if len(deeds) > 1:
            row.refuse(deeds[1], f"one thing happens in a step; {deeds[0]} already does here. Write a step of its own.")
        person = row.whole("klant", people[0].number)
        if person not in known:
            row.refuse("klant", f"one of the clients of the story was expected; found {person}.")
        yield Step(row.number, day, row.text("door", people[0].worker), _role(row), person, deeds[0] if deeds else "", row,
                   tuple(expected_of(row, LOOKS)))  # fmt: skip


def _role(row: Row) -> Role:
    found = row.text("als", Role.SUPPORT.value)
    if found not in {role.value for role in Role}:
        row.refuse("als", f"one of {', '.join(role.value for role in Role)} was expected; found {found!r}.")
    return Role(found)
