# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic cohort for a design: people whose characteristics and outcomes print like published tables, from one seed.

Three twins of each: `published` prints as published, `null` has the same numbers in every arm, and `known` is the null with five
percentage points more in the first arm for every share; what an analysis must find in them is known beforehand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np

from werkzaam.app.rows import read_toml
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design, Kind, Outcome, Source
from werkzaam.experiment.panel import Floats, Ints, Panel, Truths
from werkzaam.experiment.verdict.columns import HAPPENED
from werkzaam.simulation.cohort import Margin, Persistent, around, characteristics, leaving, staying, yes

TWINS = Path(__file__).with_name("twins")
STEP = 5.0
"""Percentage points that the known twin adds to the first arm."""
HOURS_SPREAD, HOURS = 8.0, (2.0, 40.0)
_KINDS = ("share", "mean", "hours")


class Effect(Enum):
    """Which twin."""

    PUBLISHED = "published"
    NULL = "null"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers: its kind, the target of each arm, and where those come from; `assumed` are published nowhere."""

    id: str
    kind: str
    targets: tuple[float, ...]
    score: str
    of: str
    spread: float
    bounds: tuple[float, float]
    rows: tuple[str, ...]
    assumed: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """What a cohort is made to print: margins of characteristics, people interviewed per wave, and columns in order of time."""

    margins: Mapping[str, Margin]
    interviewed: Mapping[str, int]
    columns: tuple[Column, ...]

    def as_(self, effect: Effect) -> Twin:
        """The twin with that effect."""
        return self if effect is Effect.PUBLISHED else replace(self, columns=tuple(_changed(one, effect) for one in self.columns))


def _changed(column: Column, effect: Effect) -> Column:
    same = float(np.mean(column.targets))
    more = STEP if effect is Effect.KNOWN and column.kind == "share" and not column.id.endswith("_t0") else 0.0
    return replace(column, targets=(same + more, *[same] * (len(column.targets) - 1)))


def read_twin(path: Path, design: Design) -> Twin:
    """The targets in a file. Raises InputError for arms, levels, waves or columns that are not those of the design."""
    tables = read_toml(path).tables
    arms = tuple(arm.id for arm in design.arms)
    if tuple(tables.get("arms", ())) != arms:
        found = tables.get("arms")
        raise InputError(f"The arms of the design are {', '.join(arms)}, in this order; found {found}.", file=str(path))
    sizes = {variable.id: len(variable.levels) for variable in design.variables}
    margins = {name: Margin(tuple(map(float, one["percent"])), float(one.get("leaning", 0)))
               for name, one in tables["margin"].items()}  # fmt: skip
    wrong = [name for name in sizes if name not in margins or len(margins[name].percent) != sizes[name]]
    if wrong:
        raise InputError(f"A percentage for each level of {wrong[0]} was expected: {sizes[wrong[0]]}.", file=str(path))
    waves = {wave.id: int(tables["interviewed"][wave.id]) for wave in design.waves}
    return Twin(margins, waves, tuple(_column(one, len(arms), path) for one in tables["column"]))


def _column(row: Mapping[str, Any], arms: int, path: Path) -> Column:
    kind = next((one for one in _KINDS if one in row), None)
    if kind is None or len(row[kind]) != arms:
        raise InputError(f"Column {row.get('id')} needs one of {', '.join(_KINDS)}, with a number for each arm.", file=str(path))
    low, high = row.get("bounds", (0, 1))
    return Column(
        row["id"], kind, tuple(map(float, row[kind])), row.get("score", row["id"]), row.get("of", ""),
        float(row.get("spread", 0)), (float(low), float(high)), tuple(row.get("rows", ())), bool(row.get("assumed")),
    )  # fmt: skip


def people(twin: Twin, count: int, seed: int) -> dict[str, Ints]:
    """The index of the level of everybody, for every variable of the design."""
    return characteristics(count, twin.margins, np.random.default_rng([seed, 0]))


def followed(twin: Twin, design: Design, panel: Panel, seed: int) -> Panel:
    """The people after the experiment: who was interviewed, and every column of numbers, for drawn and not drawn alike."""
    generator = np.random.default_rng([seed, 1])
    answered = _answered(twin, panel, generator)
    always = np.logical_and.reduce(list(answered.values()))
    values: dict[str, Floats] = {}
    scores: dict[str, Persistent] = {}
    for column in twin.columns:
        interviewed = _interviewed(design, column.id)
        among = always if interviewed else panel.arms >= 0
        values[column.id] = _values(column, panel, among, scores, values, generator)
        if interviewed:
            values[column.id] = np.where(_of_wave(design, column.id, answered), values[column.id], np.nan)
    values |= _times(design, panel, values, generator)
    return replace(panel, answered=answered, values=values)


def _answered(twin: Twin, panel: Panel, generator: np.random.Generator) -> dict[str, Truths]:
    """Nested drop-out, a little more among the young and those without work; as many of all asked as of those published."""
    among = panel.surveyed & (panel.arms >= 0)
    first = max(twin.interviewed.values())
    sizes = [round(size * int(among.sum()) / first) for size in twin.interviewed.values()]
    pull = 0.35 * (panel.characteristics["work"] == 1) + 0.2 * (panel.characteristics["age"] - 2.0)
    return dict(zip(twin.interviewed, staying(among, sizes, pull, generator), strict=True))


def _interviewed(design: Design, column: str) -> bool:
    """Whether a column comes from interviews; a baseline comes from where its outcome does."""
    return any(one.source is Source.SURVEY for one in design.outcomes if column in (one.id, one.baseline))


def _of_wave(design: Design, column: str, answered: Mapping[str, Truths]) -> Truths:
    """Who was interviewed when a column was asked: a baseline in the first wave."""
    wave = next((one.wave for one in design.outcomes if one.id == column), None)
    return answered[wave or design.waves[0].id]


def _values(column: Column, panel: Panel, among: Truths, scores: dict[str, Persistent], before: Mapping[str, Floats],
            generator: np.random.Generator) -> Floats:  # fmt: skip
    if column.kind == "mean":
        return around(panel.arms, among, column.targets, column.spread, column.bounds, generator)
    if column.kind == "hours":
        works = np.nan_to_num(before[column.of]) == 1
        return np.where(works, around(panel.arms, among & works, column.targets, HOURS_SPREAD, HOURS, generator), 0.0)
    if column.score not in scores:
        start = 0.8 * (panel.characteristics["work"] == 1) - 0.1 * (panel.characteristics["duration"] - 3.0)
        scores[column.score] = Persistent(start + generator.standard_normal(len(panel.people)), generator)
    return yes(scores[column.score].on(), panel.arms, among, column.targets)


def _times(design: Design, panel: Panel, values: Mapping[str, Floats], generator: np.random.Generator) -> dict[str, Floats]:
    """Months until leaving, in keeping with who is out by the months of the register's yes-and-no outcomes."""
    found: dict[str, Floats] = {}
    for outcome in (one for one in design.outcomes if one.kind is Kind.TIME):
        at = {_quarters(design, one): values[one.id] for one in design.outcomes if one.variable == "off_benefit" and one.month}
        left = leaving(np.zeros(len(panel.people)), max(at), at, generator)
        months = np.where(left > 0, 3 * left - generator.integers(0, 3, len(left)), 3 * max(at)).astype(np.float64)
        found |= {outcome.id: months, outcome.id + HAPPENED: (left > 0).astype(np.float64)}
    return found


def _quarters(design: Design, outcome: Outcome) -> int:
    assert outcome.month is not None
    return (outcome.month.index - (design.start.year * 12 + design.start.month - 1)) // 3 + 1
