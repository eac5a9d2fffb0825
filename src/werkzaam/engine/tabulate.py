# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules with few possible inputs, computed once for all of them and looked up afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from werkzaam.core.months import Month
from werkzaam.engine.explain import Leaf, evaluate
from werkzaam.engine.formula import Formula
from werkzaam.engine.graph import RuleSet

MONTH_AXIS = "(maand)"
"""The axis of the months; no name of a rule or input can look like this."""
TABLE_MAX = 10_000
"""Most entries of a tabulated rule; larger tables fall out of the first cache."""
MONTHS_USUAL = 120
"""How many months a table by month is counted for."""
SMALL = 128
"""Most values of an input or rule that may be an axis of a table."""
WORTH = 12
"""A rule is tabulated when what it replaces counts at least so many operators, or divides by a variable."""


@dataclass(frozen=True)
class Axis:
    """One index of a tabulated rule: a name with its lowest value and number of values."""

    name: str
    low: int
    size: int


Bounds = Mapping[str, tuple[int, int]]


def axes_if_worth(rules: RuleSet, name: str, bounds: Bounds, asked: Sequence[str] = ()) -> tuple[Axis, ...] | None:
    """The axes of a rule with few possible inputs, the month first, if a look-up is cheaper than its formula.

    What is asked for is computed anyway, so a rule that reads it had better use it than look up past it.
    """
    try:
        found, cost = _axes(rules, name, bounds, asked, root=True)
    except _TooWide:
        return None
    axes = [a for a in found.values() if not _follows(rules, a.name, found)]
    axes.sort(key=lambda a: a.name != MONTH_AXIS)
    entries = prod(MONTHS_USUAL if a.name == MONTH_AXIS else a.size for a in axes)
    return tuple(axes) if cost >= WORTH and entries <= TABLE_MAX else None


def _follows(rules: RuleSet, name: str, axes: Mapping[str, Axis]) -> bool:
    """Whether a rule's value follows from the other axes, so that it needs no axis of its own."""
    if name not in rules.rules or rules.needs(name, looking_back=True):
        return False
    leaves = [n for r in rules.rules[name] for n in r.formula.walk() if n.label]
    return len(rules.rules[name]) == 1 and all(n.op == "name" and n.args[0] in axes for n in leaves)


class _TooWide(Exception):
    """A rule depends on something with many values, or on last month."""


def _axes(rules: RuleSet, name: str, bounds: Bounds, asked: Sequence[str], root: bool = False) -> tuple[dict[str, Axis], int]:
    """Axes that determine a rule, and the operators they replace: a narrow name is an axis, a wide one is opened."""
    low, high = bounds[name]
    narrow = high - low < SMALL
    if not root and narrow:
        return {name: Axis(name, low, high - low + 1)}, 0
    if name in rules.inputs or rules.needs(name, looking_back=True) or (name in asked and not root):
        raise _TooWide
    axes: dict[str, Axis] = {}
    cost = 0
    for rule in rules.rules[name]:
        for node in rule.formula.walk():
            if node.op == "total" or (node.op == "name" and rules.level(node.args[0]) > rule.level):
                raise _TooWide
            cost += _cost(node)
            if node.op in ("param", "at"):
                axes[MONTH_AXIS] = Axis(MONTH_AXIS, 0, 1)
            if node.op == "name":
                more, extra = _axes(rules, node.args[0], bounds, asked)
                axes.update(more)
                cost += extra
    if len(rules.rules[name]) > 1:
        axes[MONTH_AXIS] = Axis(MONTH_AXIS, 0, 1)
    return axes, cost


def _cost(node: Formula) -> int:
    divides = node.op in ("//", "ratio") and node.args[1].op != "const"
    return WORTH if divides else 0 if node.op in ("const", "name") else 1


def table_values(
    rules: RuleSet, name: str, table: Sequence[Axis], months: Sequence[Month], parameters: Sequence[Mapping[str, Leaf]]
) -> list[int]:
    """All values of a tabulated rule, month by month, in the order of its axes (the last one fastest)."""
    axes = [a for a in table if a.name != MONTH_AXIS]
    by_month = len(axes) < len(table)
    known = {a.name for a in axes}
    ranges = [range(a.low, a.low + a.size) for a in axes]
    return [_value(rules, name, month, dict(zip((a.name for a in axes), point, strict=True)), known, given)
            for month, given in list(zip(months, parameters, strict=True))[: None if by_month else 1]
            for point in product(*ranges)]  # fmt: skip


def _value(rules: RuleSet, name: str, month: Month, point: dict[str, int], known: set[str], given: Mapping[str, Leaf]) -> int:
    """The value of a rule at one point of its table; what it opens is computed on the way."""
    formula = rules.on(name, month).formula
    read: dict[str, Leaf] = dict(point)
    for node in formula.walk():
        if node.op in ("param", "at"):
            read[node.label] = given[node.label]
        elif node.op == "name" and node.args[0] not in known:
            read[node.label] = _value(rules, node.args[0], month, point, known, given)
    return evaluate(formula, read)
