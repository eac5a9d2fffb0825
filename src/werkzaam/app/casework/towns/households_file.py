# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The households that are compared: one kind of household with its behaviour on each row (docs/reference/compare-file.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from werkzaam.app.casework.towns.csv_file import BadCell, Columns, one_of, read_table, whole
from werkzaam.app.casework.towns.guided import ACTIVITY, INSTRUMENT, known_codes
from werkzaam.app.extra_work import HOURS_A_WEEK
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.rules.situatie import Leefvorm

COLUMNS = Columns(
    ("naam", "leefvorm", "netto"),
    ("aantal", "uren", "maanden_bijstand", "uren_onbetaald", "activiteiten", "wensen", "dagen_zonder_contact", "gemist"),
)
MOST_NET = 10_000_00
"""Cents a month; more is a slip of the pen."""
_HALF_HOURS = frozenset({"", "0", "5", "25", "75"})


@dataclass(frozen=True, slots=True)
class Household:
    """One kind of household and what it does; None is what the file does not say.

    `net` is the net wage of a month in cents, `hours` are paid and `unpaid_hours` unpaid hours a week, `people` how many such
    households there are. `missed` counts invitations in a row that were missed without a word.
    """

    name: str
    leefvorm: Leefvorm
    net: int
    people: int = 1
    hours: Fraction | None = None
    months_on_benefit: int | None = None
    unpaid_hours: Fraction | None = None
    activities: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    days_without_contact: int | None = None
    missed: int | None = None


def read_households(path: Path) -> list[Household]:
    """The rows of the file; raises RowsRefused with each bad row and column, InputError for what is no such table."""
    found = read_table(path, COLUMNS, _household)
    names = [one.name for one in found]
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise InputError(f"naam: {twice!r} stands there twice; give each household its own name.", file=str(path))
    return found


def _household(row: Mapping[str, str]) -> Household:
    if not row["naam"]:
        raise BadCell("naam", "a name of your own was expected; the cell is empty.")
    forms = {one.name.lower(): one for one in Leefvorm}
    people = whole(row, "aantal", most=1_000_000)
    if people == 0:
        raise BadCell("aantal", "1 or more households was expected; found 0.")
    return Household(
        row["naam"], forms[one_of(row, "leefvorm", forms)], _net(row), 1 if people is None else people, _hours(row, "uren"),
        whole(row, "maanden_bijstand", most=1_200), _hours(row, "uren_onbetaald"), _codes(row, "activiteiten", ACTIVITY),
        _codes(row, "wensen", INSTRUMENT), whole(row, "dagen_zonder_contact", most=36_525), whole(row, "gemist", most=100),
    )  # fmt: skip


def _net(row: Mapping[str, str]) -> int:
    try:
        cents = parse_euro(row["netto"])
    except InputError as error:
        raise BadCell("netto", str(error)) from None
    if not 0 <= cents <= MOST_NET:
        raise BadCell("netto", f"a net wage a month from 0 to {MOST_NET // 100} euros was expected; found {row['netto']!r}.")
    return cents


def _hours(row: Mapping[str, str], column: str) -> Fraction | None:
    cell = row.get(column, "")
    if not cell:
        return None
    whole_part, _, rest = cell.partition(".")
    if not (whole_part.isascii() and whole_part.isdigit()) or rest not in _HALF_HOURS or int(whole_part) > HOURS_A_WEEK:
        raise BadCell(column, f"hours a week such as 12 or 7.5 were expected, at most {HOURS_A_WEEK}; found {cell!r}.")
    return Fraction(cell)


def _codes(row: Mapping[str, str], column: str, kind: str) -> tuple[str, ...]:
    """Codes with bars between them."""
    found = tuple(part.strip() for part in row.get(column, "").split("|") if part.strip())
    known: Collection[str] = known_codes(kind)
    for code in found:
        if code not in known:
            raise BadCell(column, f"{code!r} is not known here. {near(code, known)}")
    return found
