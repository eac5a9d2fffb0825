# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules as SQL expressions over whole numbers, for whoever wants to check them in a database of their own.

Assumed is one table (or view) per level, `huishouden`, `persoon` and `baan`, with a column for every name and
the keys huishouden, maand (Month.index), persoon and baan; the row of the rule is called `t`. A truth is 0 or
1, an option its place in its enumeration. A parameter is a column of that row: `groep__veld`; a share has two,
`groep__veld__teller` and `groep__veld__noemer`; a table has one column per option, `groep__veld__optie`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from werkzaam.core.money import DOWN, HALF_UP
from werkzaam.core.months import Month
from werkzaam.engine.explain import Leaf
from werkzaam.engine.formula import COMPARISONS, Formula, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import HUISHOUDEN, Level, Rule


@dataclass(frozen=True)
class Dialect:
    """What a database calls the smallest and largest of two values, and its division of whole numbers."""

    smallest: str
    largest: str
    divide: str


POSTGRES = Dialect("LEAST", "GREATEST", "/")
DUCKDB = Dialect("LEAST", "GREATEST", "//")
SQLITE = Dialect("MIN", "MAX", "/")
SPARK = Dialect("LEAST", "GREATEST", "div")
TOTAL, PREVIOUS = "total_", "previous_"
"""What stands before the name of a sum and of last month's value, where those are columns of the row itself."""


def sql(rules: RuleSet, name: str, dialect: Dialect = POSTGRES) -> str:
    """A rule as one expression, its dated versions included.

    Divisions are of numbers proven to be zero or more, so that rounding towards zero is rounding down.
    A rule that looks back at itself is one step of a run from month to month.
    """
    *earlier, last = rules.versions_of(name)
    text = _Writer(rules, last, dialect).number(last.formula)
    if not earlier:
        return text
    cases = (
        f"WHEN t.maand < {after.span.first.index} THEN {_Writer(rules, before, dialect).number(before.formula)}"
        for before, after in zip(earlier, [*earlier[1:], last], strict=True)
    )
    return f"CASE {' '.join(cases)} ELSE {text} END"


def row_sql(rules: RuleSet, name: str, month: Month, values: Mapping[str, Leaf], dialect: Dialect = SPARK) -> str:
    """A rule in one month as an expression over one row, for a database that is led through the months by somebody else.

    The row has every value that the rule reads, by its name: those of the household beside those of the person, a
    sum as `total_x` and last month's value as `previous_x`. `values` are the parameters of the month, written as numbers.
    """
    return _RowWriter(rules, rules.on(name, month), dialect, values).number(rules.on(name, month).formula)


@dataclass(frozen=True)
class _Writer:
    """Writes the formula of one version of a rule."""

    rules: RuleSet
    rule: Rule
    dialect: Dialect

    def number(self, node: Formula) -> str:
        """A node as a whole number; a truth as 0 or 1."""
        op = node.op
        if op == "const":
            return str(node.args[0])
        if op in ("param", "at"):
            return self._parameter(node, "")
        if node.label:
            return self._read(node)
        if op == "when":
            condition, then, otherwise = node.args
            return f"CASE WHEN {self.truth(condition)} THEN {self.number(then)} ELSE {self.number(otherwise)} END"
        if isinstance(node, Truth):
            return f"CASE WHEN {self.truth(node)} THEN 1 ELSE 0 END"
        if op in ("smallest", "largest"):
            function = self.dialect.smallest if op == "smallest" else self.dialect.largest
            return f"{function}({', '.join(self.number(child) for child in node.children())})"
        if op == "share":
            return self._share(node)
        first, second = (self._inside(child) for child in node.children())
        return f"{first} {self.dialect.divide if op == '//' else op} {second}"

    def truth(self, node: Formula) -> str:
        """A node as a condition."""
        if node.op in COMPARISONS:
            first, second = (self._inside(child) for child in node.children())
            return f"{first} {'=' if node.op == '==' else node.op} {second}"
        if node.op in ("and", "or"):
            return f" {node.op.upper()} ".join(f"({self.truth(child)})" for child in node.children())
        if node.op == "not":
            return f"NOT ({self.truth(node.args[0])})"
        return f"{self._inside(node)} = 1"

    def _inside(self, node: Formula) -> str:
        """A number as part of a larger expression."""
        text = self.number(node)
        negative = node.op == "const" and node.args[0] < 0
        return f"({text})" if negative or not (node.label or node.op in ("const", "smallest", "largest")) else text

    def _parameter(self, node: Formula, part: str) -> str:
        """A parameter's column; for a table the column of the option; `part` is the numerator or denominator of a share."""
        column = str(node.args[0]).replace(".", "__")
        if node.op == "param":
            return column + part
        options: type[Enum] | None = self.rules.parameters[node.args[0]].options
        cases = " ".join(f"WHEN {n} THEN {column}__{o.name.lower()}{part}" for n, o in enumerate(options or ()))
        return f"(CASE {self._inside(node.args[1])} {cases} END)"

    def _share(self, node: Formula) -> str:
        amount, part, rounding = node.args
        x = self._inside(amount)
        if part.op == "ratio":
            n, d = (self._inside(child) for child in part.children())
        else:
            n, d = self._parameter(part, "__teller"), self._parameter(part, "__noemer")
        if rounding is HALF_UP:
            return f"(2 * {x} * {n} + {d}) {self.dialect.divide} (2 * {d})"
        top = f"({x} * {n})" if rounding is DOWN else f"({x} * {n} + {d} - 1)"
        return f"{top} {self.dialect.divide} {d}"

    # -- what is read ------------------------------------------------------------------------------

    def _read(self, node: Formula) -> str:
        name, level = node.args[0], self.rules.level(node.args[0])
        if node.op == "total":
            return _select(f"COALESCE(CAST(SUM(u.{name}) AS BIGINT), 0)", level, self.rule.level)
        if node.op == "name":
            return f"t.{name}" if level == self.rule.level else _select(f"u.{name}", level, level)
        start = self.rules.versions_of(name)[0].start
        if level != self.rule.level:
            return f"COALESCE({_select(f'u.{name}', level, level, ' - 1')}, {start})"
        window = f"OVER (PARTITION BY {', '.join(f't.{key}' for key in _keys(level))} ORDER BY t.maand)"
        if level == HUISHOUDEN:
            return f"COALESCE(LAG(t.{name}) {window}, {start})"
        # A person or job may have been away: then the row before is not last month.
        return f"(CASE WHEN LAG(t.maand) {window} = t.maand - 1 THEN LAG(t.{name}) {window} ELSE {start} END)"


@dataclass(frozen=True)
class _RowWriter(_Writer):
    """Writes a formula whose values all stand in one row, and whose parameters are known."""

    values: Mapping[str, Leaf]

    def _parameter(self, node: Formula, part: str) -> str:
        value = self.values[node.args[0]]
        if node.op == "param":
            return _literal(value, part)
        cases = " ".join(
            f"WHEN {n} THEN {_literal(one, part)}" for n, one in enumerate(value if isinstance(value, tuple) else ())
        )
        return f"(CASE {self._inside(node.args[1])} {cases} END)"

    def _read(self, node: Formula) -> str:
        return {"total": TOTAL, "previous": PREVIOUS}.get(node.op, "") + str(node.args[0])


def _literal(value: Leaf, part: str) -> str:
    """A parameter as a number; of a share its numerator or denominator."""
    share = Fraction(value)  # type: ignore[arg-type]
    return str(share.denominator if part == "__noemer" else share.numerator)


def _table(level: Level) -> str:
    return level.name.lower()


def _keys(level: Level) -> tuple[str, ...]:
    return tuple(_table(one) for one in Level if one <= level)


def _select(what: str, table: Level, shared: Level, month: str = "") -> str:
    """A sub-select of the rows of another table that share the keys of a level with the row of the rule."""
    same = " AND ".join(f"u.{key} = t.{key}" for key in _keys(shared))
    return f"(SELECT {what} FROM {_table(table)} AS u WHERE {same} AND u.maand = t.maand{month})"  # noqa: S608 - text to read
