# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One formula, two readings: what is explained for a person and what is computed for a country are the same cents."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pyarrow as pa
import pytest

from tests.kernels import CACHE
from tests.properties.households import FACTS, household, inputs, made_town
from werkzaam.app.settle import kernel_for
from werkzaam.core.errors import NotCovered
from werkzaam.engine.batch import COMPUTED, KEYS, STATUS, settle
from werkzaam.engine.explain import MonthInput, MonthSteps, explain
from werkzaam.engine.rule import Level
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

MONTHS = 50_000
"""Explained household-months per regime: together the hundred thousand that every push must compare."""
SEED = 20_261_122
HALF_YEAR_TOWN = 3
"""A made-up town whose choices no shipped regime has (see households.made_town)."""

REGIMES = {
    "amsterdam": lambda: Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")]),
    "made_town": lambda: made_town(Random(HALF_YEAR_TOWN)),
}


@pytest.mark.parametrize("name", REGIMES)
def test_explained_and_computed_are_the_same_cents(name: str) -> None:
    regime = REGIMES[name]()
    book = RuleBook(FACTS, regime)
    made, expected = _households(book, Random(SEED))
    result = settle(kernel_for(regime, FACTS, CACHE), tables_of(made))
    compared = sum(_agree(result, expected, level) for level in Level)
    explained = [month for months in expected for month in months or ()]
    assert len(explained) >= MONTHS
    assert compared == sum(not step.rule.refuses for month in explained for step in month.steps.values())


def _households(book: RuleBook, random: Random) -> tuple[list[list[MonthInput]], list[Sequence[MonthSteps] | None]]:
    """Generated households with their explanation, or None where a month is not covered."""
    made: list[list[MonthInput]] = []
    expected: list[Sequence[MonthSteps] | None] = []
    months = 0
    while months < MONTHS:
        made.append(inputs(household(random, book, longest=24)))
        try:
            expected.append(explain(RULES, book, made[-1]))
            months += len(made[-1])
        except NotCovered:
            expected.append(None)
    return made, expected


def tables_of(made: Sequence[Sequence[MonthInput]]) -> dict[Level, pa.Table]:
    """Households as the tables of the batch, numbered from 0."""
    rows: dict[Level, list[dict[str, object]]] = {level: [] for level in Level}
    for number, months in enumerate(made):
        for month in months:
            for level, records in month.records.items():
                for key, values in records.items():
                    place = dict(zip(KEYS[level], (number, month.month.index, *key), strict=True))
                    rows[level].append({**place, **values})
    return {level: pa.Table.from_pylist(found) for level, found in rows.items()}


def _agree(result: dict[Level, pa.Table], expected: list[Sequence[MonthSteps] | None], level: Level) -> int:
    """How many values were compared; a household that cannot be explained must have a month that says so."""
    households = result[level].column("huishouden").to_pylist()
    explained = [expected[number] is not None for number in households]
    compared = 0
    for name, values in _columns(expected, level).items():
        found = [value for value, keep in zip(result[level].column(name).to_pylist(), explained, strict=True) if keep]
        assert values == found, _first_difference(name, values, found)
        compared += len(values)
    if level == Level.HUISHOUDEN:
        statuses = result[level].column(STATUS).to_pylist()
        refused = {number for number, status in zip(households, statuses, strict=True) if status != COMPUTED}
        assert refused == {number for number, months in enumerate(expected) if months is None}
    return compared


def _columns(expected: list[Sequence[MonthSteps] | None], level: Level) -> dict[str, list[object]]:
    """Every explained value of a level by name, in the order of the tables; options by name."""
    columns: dict[str, list[object]] = {name: [] for name in RULES.order
                                        if RULES.level(name) == level and name not in RULES.refusals}  # fmt: skip
    words = {name: [o.name.lower() for o in RULES.rules[name][0].options or ()] for name in columns}
    for months in expected:
        for month in months or ():
            for (name, _), step in month.steps.items():
                if name in columns:
                    columns[name].append(words[name][step.value] if words[name] else step.value)
    return columns


def _first_difference(name: str, one: list[object], other: list[object]) -> str:
    at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    return f"{name}, value {at}: explained {one[at : at + 1]}, computed {other[at : at + 1]}"
