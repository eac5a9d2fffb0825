# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivered tables as the rules read them: which table is which, which columns it must have, what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from werkzaam.app import columns, jobs
from werkzaam.app.columns import Bad, Read
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.engine.batch import KEYS
from werkzaam.engine.formula import Cents, Choice, Truth
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Input, Level
from werkzaam.rules.situatie import INPUTS, LEEFTIJD_HOOGST

Array = npt.NDArray[Any]
PER: Mapping[Level, str] = {HUISHOUDEN: "household", PERSOON: "person", BAAN: "job"}
"""What a table has a row of per month, in the words of messages."""
DERIVED: Mapping[str, str] = {
    "leeftijd_begin": "geboortedatum",
    "leeftijd_eind": "geboortedatum",
    "loon_bekend": "nettoloon",
    "loon_geschat": "geschat_nettoloon",
}
"""Inputs that are computed from another column, and that column."""
EXTRA: Mapping[Level, tuple[str, ...]] = {HUISHOUDEN: (), PERSOON: ("geboortedatum",), BAAN: ("correctie", jobs.BUILT_UP_BEFORE)}
REQUIRED: Mapping[Level, tuple[str, ...]] = {
    HUISHOUDEN: (*KEYS[HUISHOUDEN], "leefvorm"),
    PERSOON: (*KEYS[PERSOON], "geboortedatum"),
    BAAN: (*KEYS[BAAN], "nettoloon"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A table as the rules read it, with the rows that could not be read."""

    table: pa.Table
    bad: tuple[Bad, ...]


def level_of(names: Sequence[str]) -> Level:
    """Which table this is, by its deepest key column."""
    return BAAN if "baan" in names else PERSOON if "persoon" in names else HUISHOUDEN


def allowed(level: Level) -> tuple[str, ...]:
    """Every column a table of this level may have, required ones first."""
    inputs = (one.name for one in INPUTS if one.level == level and one.name not in DERIVED)
    return tuple(dict.fromkeys((*REQUIRED[level], *EXTRA[level], *inputs)))


def check_names(level: Level, names: Sequence[str], file: str) -> None:
    """Refuse unknown, missing or repeated columns, naming the file and the nearest known name."""
    known = allowed(level)
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"A table per {PER[level]} may have: {', '.join(known)}."
            raise InputError(f"Unknown column {name!r}. {hint}", file=file)
        if list(names).count(name) > 1:
            raise InputError(f"Column {name!r} stands twice; keep one.", file=file)
    missing = [name for name in REQUIRED[level] if name not in names]
    if missing:
        raise InputError(f"Column {', '.join(missing)} is missing; a table per {PER[level]} needs "
                         f"{', '.join(REQUIRED[level])}.", file=file)  # fmt: skip


def as_inputs(level: Level, table: pa.Table) -> Checked:
    """The keys as they are, the month as Month.index, and the inputs that were delivered as whole numbers.

    What was not delivered and has a default is left out; engine.batch.link fills it in without a column of its own.
    """
    bad: list[Bad] = [b for key in KEYS[level] if key != "maand" for b in _without_key(table, key)]
    month = columns.month("maand", table.column("maand"))
    bad += [*month.bad, *_missing("maand", month)]
    made: dict[str, Any] = {key: table.column(key) for key in KEYS[level]}
    made["maand"] = pa.array(month.values.astype(np.int32))
    for name, values in _level_inputs(level, table, month.values, bad).items():
        made[name] = pa.array(values.astype(np.int32))
    return Checked(pa.table(made), tuple(sorted(bad, key=lambda one: one.row)))


def _level_inputs(level: Level, table: pa.Table, months: Array, bad: list[Bad]) -> dict[str, Array]:
    names = table.column_names
    found: dict[str, Array] = {}
    empty: dict[str, Array] = {}
    for one in INPUTS:
        if one.level != level or one.name in DERIVED:
            continue
        if one.name in names:
            read = _read(one, table)
            bad += [*read.bad, *_outside(one, read)]
            found[one.name], empty[one.name] = read.values, read.empty
            if one.default is None and one.name != "nettoloon":
                bad += _missing(one.name, read)
            elif one.default is not None:
                found[one.name] = np.where(read.empty, one.default, read.values)
    if level == PERSOON:
        bad += _ages(table, months, found)
    if level == BAAN:
        bad += jobs.wages(table, found, empty)
        bad += jobs.other_income(found)
        bad += jobs.returned(found)
    return found


def _read(one: Input, table: pa.Table) -> Read:
    column = table.column(one.name)
    if one.kind is Cents:
        return columns.amount(one.name, column)
    if one.kind is Truth:
        return columns.truth(one.name, column)
    if one.kind is Choice and one.options is not None:
        return columns.option(one.name, column, one.options)
    return columns.count(one.name, column)


def _missing(name: str, read: Read) -> Iterator[Bad]:
    return (Bad(int(row), name, "is empty; a value was expected.") for row in np.flatnonzero(read.empty))


def _without_key(table: pa.Table, key: str) -> Iterator[Bad]:
    column = table.column(key)
    if not column.null_count:
        return iter(())
    rows = np.flatnonzero(column.is_null().to_numpy())
    return (Bad(int(row), key, "is empty; a value was expected.") for row in rows)


def _outside(one: Input, read: Read) -> Iterator[Bad]:
    """Values beyond what an input may be; an amount of cents written as euros soon is."""
    beyond = ((read.values < one.low) | (read.values > one.high)) & ~read.empty
    beyond[[bad.row for bad in read.bad]] = False
    rows = np.flatnonzero(beyond)
    show: Callable[[int], str] = (lambda cents: f"{format_euro(int(cents), 'en')} euros") if one.kind is Cents else str
    wanted = f"{show(one.low)} to {show(one.high)} was expected."
    return (Bad(int(row), one.name, f"is {show(int(read.values[row]))}; {wanted}") for row in rows)


def _ages(table: pa.Table, months: Array, found: dict[str, Array]) -> Iterator[Bad]:
    """Age in completed months on the first and last day of the month; somebody of the 31st turns on the last day."""
    born = columns.day("geboortedatum", table.column("geboortedatum"))
    yield from born.bad
    yield from _missing("geboortedatum", born)
    days = born.values.astype("datetime64[D]")
    month_born = days.astype("datetime64[M]")
    day_of_month = (days - month_born.astype("datetime64[D]")).astype(np.int64)
    whole = months - (month_born.astype(np.int64) + Month.of(1970, 1).index)
    found["leeftijd_begin"] = np.where(born.empty, 0, whole - (day_of_month > 0))
    found["leeftijd_eind"] = np.where(born.empty, 0, whole)
    whose = ~born.empty & (months > 0)  # A month that cannot be read is a bad cell already.
    for row in np.flatnonzero((found["leeftijd_begin"] < 0) & whose):
        yield Bad(int(row), "geboortedatum", f"is {days[row]}, after the first day of {Month(int(months[row]))}.")
    for row in np.flatnonzero((found["leeftijd_eind"] > LEEFTIJD_HOOGST) & whose):
        yield Bad(int(row), "geboortedatum", f"is {days[row]}, more than {LEEFTIJD_HOOGST // 12} years ago.")
