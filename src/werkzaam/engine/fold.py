# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set made smaller by what is already known: the town's switches, and inputs that nobody delivered.

The compiler gets only what can still differ between households; what cannot is a constant, found here by the
same arithmetic that explains a step. A rule that looks back at itself is constant when it stays at its start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Leaf, executable
from werkzaam.engine.formula import Formula, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import BEFORE, Rule


@dataclass(frozen=True)
class Folded:
    """The rules that are left, what is asked of them, and the outputs that need no rule.

    `constants` are the same for everybody; `same` are outputs that equal another output or an input, row by row.
    """

    rules: RuleSet
    outputs: tuple[str, ...]
    constants: Mapping[str, int]
    same: Mapping[str, str]


def fold(rules: RuleSet, outputs: Sequence[str], months: Sequence[Month], known: Mapping[str, Leaf]) -> Folded:
    """The same rule set for some months in which these parameters and inputs are known; every value stays the same.

    What may be carried in from before the first month need not be at its start, unless that is known too.
    """
    versions = {
        name: tuple(r for r in some if r.span.overlaps(Span(months[0], months[-1]))) for name, some in rules.rules.items()
    }
    inputs = {name: one for name, one in rules.inputs.items() if not (name.startswith(BEFORE) and name in known)}
    steady = {name for name, some in rules.rules.items() if some[0].start is not None and BEFORE + name not in inputs}
    while True:
        folder = _Folder(rules, versions, known, {name: int(rules.rules[name][0].start or 0) for name in steady})
        moved = {name for name in steady if folder.constants.get(name) != rules.rules[name][0].start}
        if not moved:
            break
        steady -= moved
    wanted = {folder.same.get(name, name) for name in outputs} - set(folder.constants)
    asked = tuple(name for name in rules.order if name in wanted)
    left = {name: some for name, some in folder.left.items() if name not in folder.same}
    left.update((name, folder.fixed[name]) for name in _columns(left) if name in folder.fixed)
    return Folded(RuleSet(left, inputs, asked).prune(asked), asked,
                  {name: folder.constants[name] for name in outputs if name in folder.constants},
                  {name: other for name, other in {**{n: n for n in rules.inputs}, **folder.same}.items()
                   if name in outputs and name not in folder.constants})  # fmt: skip


def _columns(left: Mapping[str, Sequence[Rule]]) -> list[str]:
    """What rules look back at or add up; it needs a column also when it is the same for everybody.

    Before the first month there is a start, and how many persons or jobs are added differs.
    """
    nodes = (node for some in left.values() for rule in some for node in rule.formula.walk())
    return list(dict.fromkeys(node.args[0] for node in nodes if node.op in ("previous", "total")))


class _Folder:
    """Folds the formulas in order; `constants` and `same` grow with every rule that needs no formula of its own."""

    def __init__(self, rules: RuleSet, versions: Mapping[str, Sequence[Rule]], known: Mapping[str, Leaf],
                 starts: Mapping[str, int]) -> None:  # fmt: skip
        self.rules, self.known, self.starts = rules, known, starts
        self.constants: dict[str, int] = {n: int(v) for n, v in known.items() if n in rules.inputs and not isinstance(v, tuple)}
        self.same: dict[str, str] = {}
        self.left: dict[str, tuple[Rule, ...]] = {}
        self.fixed: dict[str, tuple[Rule, ...]] = {}
        self.seen: dict[tuple[object, ...], str] = {}
        for name in rules.order:
            self._rule(name, tuple(replace(r, formula=self.fold(r.formula)) for r in versions[name]))

    def _rule(self, name: str, versions: tuple[Rule, ...]) -> None:
        """Note a rule as a constant, as the same as another, or as one that is left."""
        formulas = [rule.formula for rule in versions]
        values = {_value(formula) for formula in formulas}
        refuses_all = versions[0].refuses and values != {0}
        if len(values) == 1 and None not in values and not refuses_all:
            self.constants[name] = values.pop() or 0
            self.fixed[name] = versions
            return
        self.left[name] = versions
        if not versions[0].refuses:
            self._compare(name, versions)

    def _compare(self, name: str, versions: tuple[Rule, ...]) -> None:
        """Whether a rule comes to a column that is there already; one that is looked back at keeps its own."""
        key = (versions[0].level, *((str(rule.span), repr(rule.formula)) for rule in versions))
        plain = versions[0].formula
        if versions[0].start is not None:
            self.seen.setdefault(key, name)
        elif len(versions) == 1 and plain.op == "name" and self.rules.level(plain.args[0]) == versions[0].level:
            self.same[name] = plain.args[0]
        elif key in self.seen:
            self.same[name] = self.seen[key]
        else:
            self.seen[key] = name

    def fold(self, formula: Formula) -> Formula:
        """The formula with everything known worked out."""
        op, args = formula.op, formula.args
        if op in ("name", "previous", "total", "param"):
            return self._leaf(formula)
        inner = tuple(self.fold(a) if isinstance(a, Formula) else a for a in args)
        made = type(formula)(op, *inner, options=formula.options)
        if op == "at":
            return self._looked_up(made)
        if op == "when" and (_value(inner[0]) is not None or inner[1].same_as(inner[2])):
            return inner[2] if _value(inner[0]) == 0 else inner[1]
        if op == "smallest" and any(_value(one) == 0 and _never_below_zero(other) for one, other in (inner, inner[::-1])):
            return _constant(made, 0)
        if op in ("and", "or"):
            return _joined(made)
        if op == "share":
            return self._share(made)
        if op in ("+", "-") and _value(inner[1]) == 0:
            return inner[0]
        if op == "+" and _value(inner[0]) == 0:
            return inner[1]
        if inner and op not in ("const", "ratio") and all(_value(a) is not None for a in made.children()):
            return _constant(made, int(executable(made)({})))
        return made

    def _leaf(self, formula: Formula) -> Formula:
        name = self.same.get(formula.args[0], formula.args[0]) if formula.op in ("name", "total") else formula.args[0]
        value: Any = None
        if formula.op == "param":
            value = self.known.get(name)
        elif formula.op == "name":
            value = self.constants.get(name)
        elif formula.op == "previous":
            value = self.starts.get(name)
        elif self.constants.get(name) == 0:
            value = 0
        if value is None or isinstance(value, (tuple, Fraction)):
            return formula if name == formula.args[0] else type(formula)(formula.op, name, options=formula.options)
        return _constant(formula, int(value))

    def _looked_up(self, formula: Formula) -> Formula:
        table, place = self.known.get(formula.args[0]), _value(formula.args[1])
        if not isinstance(table, tuple) or place is None or isinstance(table[place], Fraction):
            return formula
        return _constant(formula, int(table[place]))

    def _share(self, formula: Formula) -> Formula:
        """A share of nothing, or no share of anything, is nothing."""
        amount, part = formula.args[0], formula.args[1]
        known = self.known.get(part.args[0]) if part.op in ("param", "at") else None
        place = _value(part.args[1]) if part.op == "at" else None
        found = known[place] if isinstance(known, tuple) and place is not None else known
        nothing = _value(amount) == 0 or found == 0 or (isinstance(found, tuple) and not any(found))
        return _constant(formula, 0) if nothing else formula


def _value(formula: Any) -> int | None:
    return int(formula.args[0]) if isinstance(formula, Formula) and formula.op == "const" else None


def _never_below_zero(formula: Formula) -> bool:
    value = _value(formula)
    return (
        formula.op == "share"
        or (value is not None and value >= 0)
        or (formula.op == "largest" and any(_never_below_zero(one) for one in formula.children()))
    )


def _constant(like: Formula, value: int) -> Formula:
    return type(like)("const", value, options=like.options)


def _joined(formula: Formula) -> Formula:
    """And and or with one side known."""
    decides = 0 if formula.op == "and" else 1
    for one, other in (formula.args, formula.args[::-1]):
        value = _value(one)
        if value is not None:
            return Truth("const", decides) if value == decides else other
    return formula
