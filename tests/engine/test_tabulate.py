# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule with few possible inputs becomes a table that holds exactly its values."""

from __future__ import annotations

from itertools import product

from tests.engine.small import amount, rule_of, rules_of
from tests.toyland.act import TOYLAND
from tests.toyland.town import MONTHS, Book
from werkzaam.engine.bounds import CHILDREN_MAX, bounds
from werkzaam.engine.explain import evaluate, parameter_values
from werkzaam.engine.formula import Cents, Count, Formula, previous, symbol, total
from werkzaam.engine.kernel import Kernel
from werkzaam.engine.rule import PERSOON, Input
from werkzaam.engine.tabulate import MONTH_AXIS, TABLE_MAX, Axis, axes_if_worth, table_values

MOST = CHILDREN_MAX[PERSOON]
N, M, X = symbol("n", Count), symbol("m", Count), symbol("x", Cents)
FEW = [amount("n", 1, 9, Count), amount("m", 1, 12, Count)]


def axes(formula: Formula, inputs: list[Input], start: int | None = None) -> tuple[Axis, ...] | None:
    """The axes of one rule."""
    rules = rules_of([rule_of("a", formula, start=start)], inputs)
    return axes_if_worth(rules, "a", bounds(rules, {}))


def test_a_division_by_something_with_few_values_is_tabulated() -> None:
    assert axes(N // M, FEW) == (Axis("n", 1, 9), Axis("m", 1, 12))


def test_what_is_cheap_is_computed() -> None:
    assert axes(N + M, FEW) is None


def test_what_has_many_values_is_computed() -> None:
    assert axes(N // M, [amount("n", 0, 100_000, Count), FEW[1]]) is None
    assert axes(N // M, [amount("n", 0, 120, Count), amount("m", 1, 120, Count)]) is None


def test_what_looks_back_or_adds_up_is_computed() -> None:
    a = symbol("a", Count)
    assert axes((previous(a) + N) // M, FEW, start=0) is None
    assert axes(total(N) // M, [amount("n", 1, 9, Count, PERSOON), FEW[1]]) is None


def test_the_tables_of_toyland_are_small_and_by_month_where_numbers_are_dated(toyland: Kernel) -> None:
    tables = toyland.source.plan.tables
    assert set(tables) == {"kinderbedrag", "basisbedrag"}
    assert tables["basisbedrag"] == (Axis(MONTH_AXIS, 0, 1), Axis("woonvorm", 0, 3), Axis("volwassenen", 1, MOST))
    assert all(len(toyland.tables[name]) <= TABLE_MAX for name in tables)


def test_every_entry_of_a_table_is_the_value_of_its_rule(toyland: Kernel) -> None:
    given = [parameter_values(TOYLAND, Book(), month) for month in MONTHS]
    found = table_values(TOYLAND, "basisbedrag", toyland.source.plan.tables["basisbedrag"], MONTHS, given)
    rule = TOYLAND.on("basisbedrag", MONTHS[0])
    points = product(given, range(3), range(1, MOST + 1))
    assert found == [evaluate(rule.formula, {**g, "woonvorm": w, "volwassenen": v}) for g, w, v in points]


def test_an_input_may_be_called_like_the_months() -> None:
    maand = symbol("maand", Count)
    assert axes(N // maand, [FEW[0], amount("maand", 1, 12, Count)]) == (Axis("n", 1, 9), Axis("maand", 1, 12))


def test_what_a_tabulated_rule_opens_on_the_way_is_computed_with_it() -> None:
    rules = rules_of([rule_of("wide", N * 1000), rule_of("a", symbol("wide", Count) // M)], FEW)
    table = axes_if_worth(rules, "a", bounds(rules, {}))
    assert table == (Axis("n", 1, 9), Axis("m", 1, 12))
    assert table_values(rules, "a", table, MONTHS[:1], [{}]) == [n * 1000 // m for n in range(1, 10) for m in range(1, 13)]
