# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was printed of five cities: their differences, who they call active, their budgets, and what the literature found.

The rows came from the documents that the project was asked to build on; `source` and the row numbers say from where.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from werkzaam.app.rows import near
from werkzaam.casework.active_people import EXEMPT, ActivePeople
from werkzaam.casework.per_person import per_person
from werkzaam.core.errors import UnknownName
from werkzaam.regime.guidance import Said

FOLDER = Path(__file__).with_name("data")
_TOTAL = "totaal"


@dataclass(frozen=True, slots=True)
class Cell:
    """What was printed of one aspect of a city."""

    aspect: str
    city: str
    said: Said
    row: str
    source: str


@dataclass(frozen=True, slots=True)
class Direction:
    """What a measure does to paid work and to taking part: plus, minus, or empty where no direction was printed (R-235)."""

    measure: str
    said: Said
    work: str
    participation: str
    rows: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Budget:
    """Money of a programme in cents, with the people it is for and those who take part; None is not stated."""

    id: str
    city: str
    said: Said
    cents: int
    target: int | None
    active: int | None
    rows: tuple[str, ...]
    source: str

    @property
    def per_target(self) -> int | None:
        """Cents for each person of the target group."""
        return None if self.target is None else per_person(self.cents, self.target)

    @property
    def per_active(self) -> int | None:
        """Cents for each person who takes part."""
        return None if self.active is None else per_person(self.cents, self.active)


@cache
def five_cities() -> tuple[Cell, ...]:
    """The table of five cities, aspect by aspect."""
    return tuple(Cell(row["aspect"], row["city"], _said(row), row["row_id"], row["source"]) for row in _rows("five_cities"))


@cache
def what_works() -> tuple[Direction, ...]:
    """Each measure of the review of about a hundred studies, with the direction for work and for taking part."""
    return tuple(
        Direction(row["measure"], _said(row), row["work"], row["participation"], tuple(row["rows"].split()), row["source"])
        for row in _rows("what_works")
    )


def direction_of(measure: str) -> Direction:
    """One measure by its name; raises UnknownName for another."""
    known = {one.measure: one for one in what_works()}
    if measure not in known:
        raise UnknownName(f"No measure is called {measure!r} here. {near(measure, known)}")
    return known[measure]


def active_people(city: str) -> tuple[ActivePeople, int]:
    """The people of a city by what they are counted under, and the total as it was printed, which may differ from their sum."""
    rows = [row for row in _rows("active_people") if row["city"] == city]
    if not rows:
        raise UnknownName(f"No counts of active people are known of {city!r}. {near(city, active_cities())}")
    counts = {row["activity"]: int(row["people"]) for row in rows}
    total, exempt = counts.pop(_TOTAL), counts.pop(EXEMPT)
    return ActivePeople(counts, exempt), total


def active_cities() -> tuple[str, ...]:
    """The cities whose active people were printed by activity."""
    return tuple(dict.fromkeys(row["city"] for row in _rows("active_people")))


def activity_words(city: str) -> dict[str, Said]:
    """What each count of a city is called."""
    return {row["activity"]: _said(row) for row in _rows("active_people") if row["city"] == city}


@cache
def budgets() -> tuple[Budget, ...]:
    """Budgets as printed, in the order of the file."""
    return tuple(
        Budget(row["id"], row["city"], _said(row), int(row["euros"]) * 100, _count(row["target"]), _count(row["active"]),
               tuple(row["row_id"].split()), row["source"])
        for row in _rows("budgets")
    )  # fmt: skip


def _said(row: dict[str, str]) -> Said:
    return Said(row["nl"], row["en"])


def _count(text: str) -> int | None:
    return int(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with FOLDER.joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
