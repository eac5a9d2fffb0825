# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One formula, several readings: explained for a person, computed in a batch, and computed on a cluster are the same cents."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from random import Random

import pyarrow as pa

from tests.cluster import in_order, on_cluster
from tests.kernels import CACHE
from tests.oracle import Household, refused
from tests.properties.as_rules import inputs
from tests.properties.households import household
from tests.properties.towns import FIRST, LAST, NEW_LAW, book_of, changed, made_town, rules_of
from werkzaam.core.errors import NotCovered
from werkzaam.core.months import Month, Span
from werkzaam.engine.batch import COMPUTED, KEYS, STATUS, settle
from werkzaam.engine.explain import MonthInput, explain
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import make
from werkzaam.engine.rule import Level
from werkzaam.regime.model import Value
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules.book import RuleBook

MONTHS = 50_000
"""Explained household-months per town: together the hundred thousand that every push must compare."""
PIECE_ROWS = 9_973
"""Rows that a cluster cuts at once; not a multiple of anything, so that pieces begin in the middle of households."""
Columns = dict[str, list[object]]
Expected = tuple[dict[str, Columns], set[int]]


def changing_its_mind() -> RuleBook:
    """A town that chooses otherwise from one month to the next: no choice is known beforehand, so every rule is compiled."""
    change = Month.of(2022, 5)
    return book_of(Timeline([made_town(Random(3), Span(FIRST, change - 1)), made_town(Random(4), Span(change, LAST))]))


def new_law() -> RuleBook:
    """The Act of 2027 on the months before it, with the amounts of July 2026; what it switches off is folded away."""
    values: dict[str, Value] = {"inkomsten.nettoloon": "loonaangifte", "vrijlating.uniform_verlenging": 1}
    act = changed(read_regime("participatiewet_2027"), values, Span(NEW_LAW))
    return book_of(act, NEW_LAW, Month.of(2026, 7))


TOWNS = {"a_town_that_changes_its_mind": changing_its_mind, "the_law_of_2027": new_law}


@cache
def households() -> tuple[list[Household], list[list[MonthInput]]]:
    """The same people for every town, of every type, from every month."""
    random, anywhere, made, months = Random(20_261_122), changing_its_mind(), [], 0
    while months < MONTHS * 1.15:  # Some are refused; each town must be left with enough.
        made.append(household(random, anywhere, longest=24, everywhere=True, crowded=False))
        months += made[-1].length
    return made, [inputs(one) for one in made]


def same_cents(name: str) -> None:
    """Every named amount of these households in a town, explained, computed and computed on a cluster."""
    book = TOWNS[name]()
    rules = rules_of(book)
    made, months = households()
    with no_collection():
        expected, explained = _explained(rules, book, months)
        kernel = make(rules, rules.order, book, [Month(at) for at in range(FIRST.index, LAST.index + 1)], CACHE)
        result = settle(kernel, _tables())
        assert sum(map(len, (months[at] for at in explained))) >= MONTHS
        for level in Level:
            _agree(rules, result[level], expected[level.name], explained)
    found = on_cluster(kernel, _tables(), buckets=5, piece_rows=PIECE_ROWS)
    for level, table in in_order(result).items():
        assert table.equals(found[level]), level
    refusals = set(range(len(made))) - explained
    _same_refusals(result[Level.HUISHOUDEN], [made[at] for at in sorted(refusals)], sorted(refusals), book)


@contextmanager
def no_collection() -> Iterator[None]:
    """Millions of steps live for a moment and none is in a circle: looking for circles among them takes half the time."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _explained(rules: RuleSet, book: RuleBook, made: Sequence[Sequence[MonthInput]]) -> Expected:
    """Every explained value by level and name, in the order of the tables; and which households are covered."""
    columns: dict[str, Columns] = {level.name: {} for level in Level}
    for name in rules.order:
        if name not in rules.refusals:
            columns[rules.level(name).name][name] = []
    append = {name: column.append for some in columns.values() for name, column in some.items()}
    covered = set()
    for number, months in enumerate(made):
        try:
            found = explain(rules, book, months)
        except NotCovered:
            continue
        covered.add(number)
        for month in found:
            for (name, _), step in month.steps.items():
                if name in append:
                    append[name](step.value)
    return columns, covered


@cache
def _tables() -> dict[Level, pa.Table]:
    """The months as tables, column by column."""
    rows: dict[Level, dict[str, list[object]]] = {level: {} for level in Level}
    for number, months in enumerate(households()[1]):
        for month in months:
            for level, records in month.records.items():
                for key, values in records.items():
                    places = dict(zip(KEYS[level], (number, month.month.index, *key), strict=True))
                    for column, value in (places | dict(values)).items():
                        rows[level].setdefault(column, []).append(value)
    return {level: pa.table(found) for level, found in rows.items()}


def _agree(rules: RuleSet, result: pa.Table, expected: Columns, covered: set[int]) -> None:
    """Every value of a level is the same, for the households that are covered."""
    keep = pa.array([number in covered for number in result.column("huishouden").to_pylist()])
    for name, values in expected.items():
        options = [option.name.lower() for option in rules.rules[name][0].options or ()]
        said = [options[at] for at in values] if options else values  # type: ignore[call-overload]
        found = result.column(name).filter(keep).to_pylist()
        assert said == found, _first_difference(name, said, found)


def _first_difference(name: str, one: list[object], other: list[object]) -> str:
    at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    return f"{name}, value {at}: explained {one[at : at + 1]}, computed {other[at : at + 1]}"


def _same_refusals(result: pa.Table, made: Sequence[Household], numbers: Sequence[int], book: RuleBook) -> None:
    """A household that cannot be explained has months that say so, and the first of them names what the oracle names."""
    first: dict[int, str] = {}
    for number, status in zip(result.column("huishouden").to_pylist(), result.column(STATUS).to_pylist(), strict=True):
        if status != COMPUTED:
            first.setdefault(number, status.split(" ")[0])
    assert set(first) == set(numbers)
    seen = Counter[str]()
    for number, one in zip(numbers, made, strict=True):
        names = next(filter(None, (refused(under(one, book), index, book.facts) for index in range(one.length))))
        assert first[number] in names
        seen[first[number]] += 1
    assert len(seen) >= 5


def under(made: Household, book: RuleBook) -> Household:
    """The household in another town."""
    return replace(made, regime=book.regime, law_date=book.rechtsdatum, amounts_of=book.bedragen_van)
