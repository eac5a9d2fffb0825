# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of requirements: which are carried by tests, and whether those pass."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STATES = ("pass", "fail", "none")
Outcomes = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Requirement:
    """One line of requirements.csv, as far as the table shows it."""

    id: str
    area: str
    title: str


@dataclass(frozen=True)
class Row:
    """A requirement with what its tests say of it."""

    requirement: Requirement
    state: str
    tests: tuple[str, ...]


FILE = Path(__file__).with_name("requirements.csv")


def read_requirements(file: Path = FILE) -> dict[str, Requirement]:
    """The requirements by id, in the order of the file."""
    with file.open(newline="", encoding="utf-8") as lines:
        return {row["id"]: Requirement(row["id"], row["area"], row["title"]) for row in csv.DictReader(lines)}


def state_of(outcomes: Iterable[str]) -> str:
    """`fail` if anything failed, `pass` if something passed, `none` if all was skipped or there is no test."""
    seen = set(outcomes)
    return "fail" if "failed" in seen else "pass" if "passed" in seen else "none"


def rows(requirements: Mapping[str, Requirement], outcomes: Outcomes) -> list[Row]:
    """One row for each requirement; `outcomes` is id -> test -> the outcome of each of its cases."""
    made = []
    for name, requirement in requirements.items():
        tests = outcomes.get(name, {})
        state = state_of(outcome for cases in tests.values() for outcome in cases)
        made.append(Row(requirement, state, tuple(sorted(tests))))
    return made


def totals(table: Sequence[Row]) -> list[tuple[str, Counter[str]]]:
    """How many pass, fail and have no test, for each area and for all together."""
    areas = {row.requirement.area: Counter[str]() for row in table}
    for row in table:
        areas[row.requirement.area][row.state] += 1
    return [*areas.items(), ("All areas", sum(areas.values(), Counter[str]()))]


def as_text(table: Sequence[Row]) -> str:
    """The table for the terminal."""
    lines = [f"{row.requirement.id}  {row.state:<4}  {row.requirement.title}{_carried(row.tests)}" for row in table]
    lines += ["", f"{'area':<52}{'pass':>6}{'fail':>6}{'none':>6}{'of':>6}"]
    for area, counted in totals(table):
        lines.append(f"{area:<52}" + "".join(f"{counted[state]:>6}" for state in STATES) + f"{counted.total():>6}")
    return "\n".join(lines)


def _carried(tests: Sequence[str]) -> str:
    return f"  [{', '.join(tests)}]" if tests else ""


def as_page(table: Sequence[Row]) -> str:
    """The table as a page of the docs."""
    lines = [
        "# Requirements",
        "",
        "Made by `make requirements`; do not edit. A test carries an id only if it runs that requirement's acceptance",
        "check, which stands in [requirements.csv](../../tests/requirements/requirements.csv).",
        "",
        "| area | pass | fail | none | of |",
        "|---|--:|--:|--:|--:|",
    ]
    for area, counted in totals(table):
        lines.append(f"| {area} | " + " | ".join(str(counted[state]) for state in STATES) + f" | {counted.total()} |")
    area = ""
    for row in table:
        if row.requirement.area != area:
            area = row.requirement.area
            lines += ["", f"## {area}", "", "| id | state | title | tests |", "|---|---|---|---|"]
        tests = "<br>".join(f"`{test}`" for test in row.tests)
        lines.append(f"| {row.requirement.id} | {row.state} | {row.requirement.title} | {tests} |")
    return "\n".join(lines) + "\n"
