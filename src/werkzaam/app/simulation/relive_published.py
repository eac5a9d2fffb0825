# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The published numbers, row by row with their sources, and what the relived experiment has to say about each.

A row stands in one place only: those of outcomes in app/experiment/published/rows, the others in data/published_tables. Which
rows are measured, put in or passed over in silence stands in data/relive_rows.toml; a row that it forgets stops the run.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from werkzaam.app.experiment.published_figures import ROWS
from werkzaam.app.rows import read_toml
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words

FOLDER = Path(__file__).with_name("data") / "published_tables"
PLAN = Path(__file__).with_name("data") / "relive_rows.toml"
CHECKS = "derived_checks"
"""A file of checks on the tables, with columns of its own."""
TREND = "trend"
NOTHING = Words("", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One published number or statement; `low` and `high` are None unless it is a range, `value` is as printed."""

    table: str
    id: str
    item: str
    group: str
    wave: str
    period: str
    value: str
    kind: str
    low: float | None
    high: float | None
    unit: str
    qualifier: str
    significance: str
    source: str

    @property
    def number(self) -> int:
        """Its number in the table."""
        return int(self.id.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Asked:
    """What is done with a row: compared with a measure, a question or a name of the run, or nothing, and why.

    `how` is given, fitted or emerges; group, wave and period are those that the measure gets; `margin` stands in the place of
    the rounding of what was printed.
    """

    row: Row
    measure: str = ""
    trend: str = ""
    direct: str = ""
    how: str = ""
    group: str = ""
    wave: str = ""
    period: str = ""
    why: Words = NOTHING
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """A table of which no number is kept here: how many rows it has, and why the simulation is silent about all of them."""

    table: str
    rows: int
    why: Words


@cache
def rows() -> tuple[Row, ...]:
    """Every published row that is kept here, table by table; raises InputError for a row that stands there twice."""
    files = [ROWS, *sorted(one for one in FOLDER.glob("*.csv") if one.stem != CHECKS)]
    found: dict[str, Row] = {}
    for file in files:
        with file.open(encoding="utf-8", newline="") as opened:
            for cells in csv.DictReader(opened):
                if cells["row_id"] in found:
                    raise InputError(f"{cells['row_id']} stands in two tables; keep one of them.", file=str(file))
                found[cells["row_id"]] = _row(cells)
    return tuple(sorted(found.values(), key=lambda one: (one.table, one.number)))


@cache
def absent() -> tuple[Absent, ...]:
    """The tables of which no number is kept here."""
    return tuple(Absent(one["table"], one["rows"], Words(one["nl"], one["en"])) for one in read_toml(PLAN).tables["absent"])


@cache
def asked() -> tuple[Asked, ...]:
    """Every row with what is done with it; raises InputError for a row that the plan forgets."""
    plan = read_toml(PLAN).tables
    return tuple(_asked(one, plan) for one in rows())


def _asked(row: Row, plan: Mapping[str, Any]) -> Asked:
    for one in plan["measured"]:
        if one["table"] == row.table and row.number in one["rows"]:
            group, wave, period = (str(one.get(name, getattr(row, name))) for name in ("group", "wave", "period"))
            margin = float(one["margin"]) if "margin" in one else None
            return Asked(row, one["measure"], "", "", one["how"], group, wave, period, _why(one), margin)
    for one in plan[TREND]:
        if one["table"] == row.table and (named := _named(one, row)):
            return Asked(row, "", named, "", one.get("how", "emerges"), row.group, row.wave, row.period, _why(one))
    for one in plan["direct"]:
        if one["table"] == row.table and (named := _named(one, row)):
            return Asked(row, "", "", named, "given", row.group, row.wave, row.period, _why(one))
    for one in plan["silent"]:
        if one["table"] == row.table:
            return Asked(row, why=_why(one))
    raise InputError(f"Nothing says what to do with {row.id}, {row.item!r}: measure it or say why not.", file=str(PLAN))


def _named(one: Mapping[str, Any], row: Row) -> str:
    """What a row is compared with: named by its number, or by its own item where it is a level of Table 2."""
    low, high = one.get("levels", (1, 0))
    return str(one.get("rows", {}).get(str(row.number)) or (row.item if low <= row.number <= high else ""))


def _why(one: Mapping[str, Any]) -> Words:
    return Words(one.get("nl", ""), one.get("en", ""))


def _row(cells: Mapping[str, str]) -> Row:
    source = f"{cells['source_section']} ({cells['source_file'][:3]}, {cells['source_line']})"
    return Row(
        cells["table"], cells["row_id"], cells["item"], cells["group"], cells["wave"], cells["period"], cells["value"],
        cells["value_type"], _number(cells["value_low"]), _number(cells["value_high"]), cells["unit"], cells["qualifier"],
        cells["significance"], source,
    )  # fmt: skip


def _number(text: str) -> float | None:
    return float(text) if text else None


def checks() -> Iterator[Mapping[str, str]]:
    """The checks on the published tables themselves, as they were computed when the tables were made."""
    with (FOLDER / f"{CHECKS}.csv").open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
