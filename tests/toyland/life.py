# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Random lives in Toyland: people and jobs come and go; and the same lives as columns for the kernel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa

from tests.toyland.town import MONTHS
from werkzaam.core.months import Month
from werkzaam.engine.batch import KEYS
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import Frame, Kernel
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Input, Level

Life = tuple[MonthInput, ...]
STAYS = 0.85
"""How likely a person or job of this month is still there in the next."""
COMES = 0.12
"""How likely somebody comes where there is room."""


def lives(chance: Random, rules: RuleSet, months: int) -> Iterator[Life]:
    """Households until they have lived this many months together."""
    left = months
    while left > 0:
        life = one_life(chance, rules, chance.randint(1, len(MONTHS)))
        left -= len(life)
        yield life


def one_life(chance: Random, rules: RuleSet, length: int) -> Life:
    """A household for some months in a row; at most 3 persons with 2 jobs each. Nobody who left comes back."""
    begin = chance.randrange(len(MONTHS) - length + 1)
    there: set[Key] = set()
    seen: set[Key] = set()
    life = []
    for month in MONTHS[begin : begin + length]:
        there = {key for key in sorted(there) if chance.random() < STAYS}
        there |= _new(chance, (), 3, there, seen)
        for person in sorted(key for key in there if len(key) == 1):
            there |= _new(chance, person, 2, there, seen)
        there = {key for key in there if key[:1] in there}
        seen |= there
        life.append(MonthInput(month, _records(chance, rules, there)))
    return tuple(life)


def _new(chance: Random, parent: Key, most: int, there: set[Key], seen: set[Key]) -> set[Key]:
    """Persons of a household or jobs of a person that come, as far as there is room, with names that were not seen before."""
    here, known = (sum(key[:-1] == parent and len(key) > len(parent) for key in some) for some in (there, seen | there))
    come = sum(chance.random() < COMES for _ in range(most - here))
    return {(*parent, f"{'pj'[len(parent)]}{known + number:02}") for number in range(come)}


def _records(chance: Random, rules: RuleSet, there: set[Key]) -> dict[Level, dict[Key, dict[str, int]]]:
    keys: dict[Level, list[Key]] = {HUISHOUDEN: [()], PERSOON: [], BAAN: []}
    for key in sorted(there):
        keys[Level(len(key))].append(key)
    return {level: {key: {n: _some(chance, i) for n, i in rules.inputs.items() if i.level == level} for key in some}
            for level, some in keys.items()}  # fmt: skip


def _some(chance: Random, one: Input) -> int:
    """A value of an input: often an edge, often small, sometimes anywhere; eleven children are left to the refusal."""
    high = 10 if one.name == "kinderen" else one.high
    sort = chance.random()
    if sort < 0.2:
        return chance.choice((one.low, high, max(one.low, 0), min(high, 1)))
    return chance.randint(one.low, min(high, 200_000) if sort < 0.8 else high)


def frame(lives: Sequence[Life], rules: RuleSet, kernel: Kernel | None = None) -> Frame:
    """The columns of some lives, as a reader of tables would make them."""
    rows = [(number, given) for number, life in enumerate(lives) for given in life]
    at = {level: _places(rows, level) for level in Level}
    return Frame(
        np.array([number for number, _ in rows], np.int32),
        np.array([given.month.index for _, given in rows], np.int16),
        {name: _column(rows, one, kernel) for name, one in rules.inputs.items()},
        {level: _first(rows, level) for level in (PERSOON, BAAN)},
        {
            level: np.array([at[Level(level - 1)][n, m, key[:-1]] for n, m, key in at[level]], np.int32)
            for level in (PERSOON, BAAN)
        },
        {level: np.array([at[level].get((n, m - 1, key), -1) for n, m, key in at[level]], np.int32) for level in (PERSOON, BAAN)},
    )


def _places(rows: list[tuple[int, MonthInput]], level: Level) -> dict[tuple[int, Month, Key], int]:
    """The row of every household, person or job in every month."""
    found = ((number, given.month, key) for number, given in rows for key in given.records[level])
    return {where: row for row, where in enumerate(found)}


def _first(rows: list[tuple[int, MonthInput]], level: Level) -> np.ndarray[Any, Any]:
    """For each row one level up its first row, and at the end the number of rows."""
    counts = [sum(key[: level - 1] == parent for key in given.records[level])
              for _, given in rows for parent in given.records[Level(level - 1)]]  # fmt: skip
    return np.cumsum([0, *counts], dtype=np.int32)


def _column(rows: list[tuple[int, MonthInput]], one: Input, kernel: Kernel | None) -> np.ndarray[Any, Any]:
    kind = kernel.dtype(one.name) if kernel else np.int64
    return np.array([record[one.name] for _, given in rows for record in given.records[one.level].values()], kind)


def tables(
    lives: Sequence[Life], rules: RuleSet, more: Mapping[Level, Mapping[str, Sequence[int]]] | None = None
) -> dict[Level, pa.Table]:
    """The same lives as tables of batch.settle, with more columns per level."""
    found = {}
    for level in Level:
        rows = [
            {**dict(zip(KEYS[level], (number, given.month.index, *key), strict=True)), **record}
            for number, life in enumerate(lives)
            for given in life
            for key, record in given.records[level].items()
        ]
        kinds = [(key, pa.string() if key in ("persoon", "baan") else pa.int64()) for key in KEYS[level]]
        inputs = [(name, pa.int64()) for name, one in rules.inputs.items() if one.level == level]
        table = pa.Table.from_pylist(rows, pa.schema([*kinds, *inputs]))
        for name, column in (more or {}).get(level, {}).items():
            table = table.append_column(name, pa.array(column, pa.int64()))
        found[level] = table
    return found
