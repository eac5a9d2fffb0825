# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The SQL of a rule gives, in a database, the value that the explanation gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.formulas import INPUTS, Grower, some_values, used
from tests.engine.small import amount, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.town import Book
from werkzaam.core.months import Month
from werkzaam.engine.explain import Leaf, evaluate, explain, parameter_values
from werkzaam.engine.formula import Cents, Count, Formula, Share, smallest, symbol
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.engine.sql import DUCKDB, POSTGRES, SQLITE, row_sql, sql

X, N = symbol("x", Cents), symbol("n", Count)


def columns(rules: RuleSet, values: Mapping[str, Leaf]) -> Iterator[tuple[str, int]]:
    """Parameters as the columns that the SQL names."""
    for name, parameter in rules.parameters.items():
        found, column = values[name], name.replace(".", "__")
        options = parameter.options if isinstance(found, tuple) else None
        parts = (
            zip((f"__{o.name.lower()}" for o in options), found, strict=True)
            if options and isinstance(found, tuple)
            else [("", found)]
        )
        for part, value in parts:
            if issubclass(parameter.kind, Share):
                yield f"{column}{part}__teller", Fraction(value).numerator  # type: ignore[arg-type]
                yield f"{column}{part}__noemer", Fraction(value).denominator  # type: ignore[arg-type]
            else:
                yield f"{column}{part}", int(value)  # type: ignore[arg-type]


def select(rules: RuleSet, name: str, values: Mapping[str, Leaf]) -> int:
    """One rule of one household-month, worked out by SQLite."""
    level = rules.level(name)
    row = {"huishouden": 1, "maand": 24252, **{i.name: values[i.name] for i in rules.inputs.values() if i.level == level}}
    row |= dict(columns(rules, values))
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE TABLE persoon (huishouden, maand, persoon, p)")
        parts = values["total p"]
        base.executemany("INSERT INTO persoon VALUES (1, 24252, ?, ?)", enumerate(parts if isinstance(parts, tuple) else ()))
        table = ", ".join(f"{value} AS {column}" for column, value in row.items())
        return int(base.execute(f"SELECT {sql(rules, name, SQLITE)} FROM (SELECT {table}) AS t").fetchone()[0])


@given(seed=st.integers(0, 2**40))
def test_random_formulas_give_the_same_value_in_a_database(seed: int) -> None:
    chance = Random(seed)
    formula = Grower(chance).amount(3)
    read = {str(n.args[0]) for n in formula.walk() if n.op in ("name", "total")}
    rules = rules_of([rule_of("a", formula, parameters=used(formula))], [i for i in INPUTS if i.name in read])
    for _ in range(5):
        values = some_values(chance)
        assert select(rules, "a", values) == evaluate(formula, values)


def test_every_rule_of_toyland_gives_the_same_values_in_a_database() -> None:
    """With real tables per level: months, absences, totals and looking back included."""
    lives = list(life.lives(Random(8), TOYLAND, 400))
    expected: dict[str, list[int]] = {name: [] for name in TOYLAND.rules}
    rows: dict[Level, list[dict[str, int]]] = {level: [] for level in Level}
    for number, one in enumerate(lives):
        for given_month, month in zip(one, explain(TOYLAND, Book(), one), strict=True):
            parameters = dict(columns(TOYLAND, parameter_values(TOYLAND, Book(), month.month)))
            for level in Level:
                for key, inputs in given_month.records[level].items():
                    found = {
                        name: int(s.value) for (name, where), s in month.steps.items() if where == key and s.rule.level == level
                    }
                    keys = {"huishouden": number, "maand": month.month.index, **dict(zip(("persoon", "baan"), key, strict=False))}
                    rows[level].append({**keys, **inputs, **found, **parameters})  # type: ignore[dict-item]
            for (name, _), step in month.steps.items():
                expected[name].append(int(step.value))
    base = sqlite3.connect(":memory:")
    for level, some in rows.items():
        names = list(some[0])
        base.execute(f"CREATE TABLE {level.name.lower()} ({', '.join(names)})")
        base.executemany(
            f"INSERT INTO {level.name.lower()} VALUES ({', '.join('?' * len(names))})", [tuple(r.values()) for r in some]
        )
        base.execute(f"CREATE INDEX of_{level.name.lower()} ON {level.name.lower()} (huishouden, maand)")
    for name in TOYLAND.rules:
        table = TOYLAND.level(name).name.lower()
        found = base.execute(f"SELECT {sql(TOYLAND, name, SQLITE)} FROM {table} AS t ORDER BY t.rowid").fetchall()
        assert [int(value) for (value,) in found] == expected[name], name
    base.close()


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (smallest(X, 5), "LEAST(t.x, 5)"),
        (X - (X + 1), "t.x - (t.x + 1)"),
        (X // N, "t.x / t.n"),
        (X + -5, "t.x + (-5)"),
        (X < 3, "CASE WHEN t.x < 3 THEN 1 ELSE 0 END"),
    ],
)
def test_the_text_is_what_an_auditor_would_write(formula: Formula, text: str) -> None:
    read = {str(n.args[0]) for n in formula.walk() if n.op == "name"}
    rules = rules_of([rule_of("a", formula)], [i for i in (amount("x", 0, 9), amount("n", 1, 9, Count)) if i.name in read])
    assert sql(rules, "a") == text


def test_dialects_differ_in_least_greatest_and_division() -> None:
    rules = rules_of([rule_of("a", smallest(X // 3, 5))], [amount("x", 0, 9)])
    assert [sql(rules, "a", d) for d in (POSTGRES, DUCKDB, SQLITE)] == [
        "LEAST(t.x / 3, 5)",
        "LEAST(t.x // 3, 5)",
        "MIN(t.x / 3, 5)",
    ]


def test_dated_versions_become_one_case() -> None:
    assert sql(TOYLAND, "vrijlating").startswith(f"CASE WHEN t.maand < {2021 * 12 + 6} THEN CASE WHEN")


def test_each_level_has_its_table() -> None:
    assert "FROM persoon AS u WHERE u.huishouden = t.huishouden AND u.maand = t.maand" in sql(TOYLAND, "inkomen")
    assert "FROM baan AS u WHERE u.huishouden = t.huishouden AND u.persoon = t.persoon AND u.maand" in sql(TOYLAND, "loon_samen")
    assert {TOYLAND.level("inkomen"), TOYLAND.level("loon_samen"), TOYLAND.level("gespaard")} == {HUISHOUDEN, PERSOON, BAAN}


# -- one row, one month -----------------------------------------------------------------------------


def test_a_rule_of_one_month_reads_one_row_and_numbers() -> None:
    values = parameter_values(TOYLAND, Book(), Month.parse("2021-03"))
    assert "previous_" in "".join(row_sql(TOYLAND, name, Month.parse("2021-03"), values) for name in TOYLAND.order)
    assert row_sql(TOYLAND, "loon_samen", Month.parse("2021-03"), values).startswith("total_")


def _cell(label: str, leaf: Leaf) -> tuple[str, int]:
    """What a step read as a column of the row."""
    return label.replace(" ", "_"), sum(map(int, leaf)) if isinstance(leaf, tuple) else int(leaf)


def test_every_rule_of_toyland_gives_the_same_value_from_one_row() -> None:
    """Led through the months by the test: sums and last month's values stand in the row."""
    base = sqlite3.connect(":memory:")
    compared = 0
    for one in life.lives(Random(9), TOYLAND, 60):
        for month in explain(TOYLAND, Book(), one):
            values = parameter_values(TOYLAND, Book(), month.month)
            for (name, _), step in month.steps.items():
                row = dict(_cell(label, leaf) for label, leaf in step.read.items() if label not in TOYLAND.parameters)
                table = ", ".join(f"{value} AS {column}" for column, value in row.items()) or "1 AS x"
                text = row_sql(TOYLAND, name, month.month, values, SQLITE)
                found = base.execute(f"SELECT {text} FROM (SELECT {table})").fetchone()[0]
                assert int(found) == int(step.value), name
                compared += 1
    base.close()
    assert compared > 1_000
