# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the values of a plan live: in which loop each rule is, which rules get a column, and how a column is called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from werkzaam.engine.plan import Plan, Stage
from werkzaam.engine.rule import BEFORE, HUISHOUDEN, Level
from werkzaam.engine.sums import Sums
from werkzaam.engine.tabulate import MONTH_AXIS

Loop = tuple[int, int]
"""Which loop: the number of its stage, and of the run of one level within it."""


@dataclass(frozen=True)
class Places:
    """The loops and columns of a plan.

    In the text of a kernel i_ are inputs, o_ outputs, s_ scratch, t_ tables and z_ sums over rows below; per level up_ (row of
    the parent), back_ (row of last month, or -1) and first_ (first child row).
    """

    plan: Plan

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        deepest = max([HUISHOUDEN, *(self.plan.rules.level(n) for n in [*self.loops, *self.inputs])])
        return tuple(level for level in Level if level <= deepest)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Inputs that are read, in the order of the rule set."""
        read = {name for stage in self.plan.stages for rule in stage.names for name in self._leaf_names(rule)}
        return tuple(n for n in self.plan.rules.inputs if n in read or n in self.plan.outputs)

    @cached_property
    def scratch(self) -> tuple[str, ...]:
        """Rules that are not asked for but cross from one loop to another."""
        return tuple(n for n in self.loops if n in self.stored and n not in self.plan.outputs)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """Parameters and tabulated rules that the kernel looks up."""
        found = {
            n.args[0]
            for rule in self.loops
            if rule not in self.plan.tables
            for version in self.plan.rules.rules[rule]
            for n in version.formula.walk()
            if n.op in ("param", "at")
        }
        return tuple(n for n in [*self.plan.rules.parameters, *self.plan.tables] if n in found or n in self.plan.tables)

    @cached_property
    def sums(self) -> Sums:
        walking = {number for number, stage in enumerate(self.plan.stages) if len(self.runs(stage)) > 1}
        return Sums(self.plan, self.stored, walking)

    @cached_property
    def loops(self) -> dict[str, Loop]:
        """The loop of each rule: its stage, and the run of one level within a stage that walks the months."""
        found = {}
        for number, stage in enumerate(self.plan.stages):
            for run, names in enumerate(self.runs(stage)):
                found.update(dict.fromkeys(names, (number, run)))
        return found

    def runs(self, stage: Stage) -> list[list[str]]:
        """The rules of a stage in order, cut where the level changes."""
        runs: list[list[str]] = []
        for name in stage.names:
            if not runs or self.plan.rules.level(runs[-1][-1]) != self.plan.rules.level(name):
                runs.append([])
            runs[-1].append(name)
        return runs

    @cached_property
    def stored(self) -> set[str]:
        """Rules that have a column: outputs, and what another loop, a later month or a sum reads."""
        stored = {n for n in self.plan.outputs if n in self.loops}
        for rule, loop in self.loops.items():
            stored |= {n for n in self._leaf_names(rule) if n in self.loops and self.loops[n] != loop}
            if rule not in self.plan.tables:
                stored |= set(self.plan.rules.needs(rule, looking_back=True)) - set(self.carried(loop))
                stored |= {n.args[0] for v in self.plan.rules.rules[rule] for n in v.formula.walk() if n.op == "total"}
        return stored & set(self.loops)

    def level(self, loop: Loop) -> Level:
        return next(self.plan.rules.level(n) for n, where in self.loops.items() if where == loop)

    def carried(self, loop: Loop) -> list[str]:
        """Household values that a loop over the months keeps in a register for the next month."""
        stage = self.plan.stages[loop[0]]
        if not stage.recurrent or len(self.runs(stage)) > 1 or stage.level != HUISHOUDEN:
            return []
        back = {n for rule in stage.names for n in self.plan.rules.needs(rule, looking_back=True)}
        return [n for n in stage.names if n in back]

    def now(self, rule: str) -> list[str]:
        """What a rule reads of the same month, by its table or its formula."""
        if rule in self.plan.tables:
            return self._leaf_names(rule)
        return [n.args[0] for v in self.plan.rules.rules[rule] for n in v.formula.walk() if n.op == "name"]

    def _leaf_names(self, rule: str) -> list[str]:
        if rule in self.plan.tables:
            return [a.name for a in self.plan.tables[rule] if a.name != MONTH_AXIS]
        back = self.plan.rules.needs(rule, looking_back=True)
        return [*self.plan.rules.needs(rule), *back, *(BEFORE + name for name in back)]

    def array(self, name: str) -> str:
        """The column of an input or a stored rule."""
        letter = "i" if name in self.plan.rules.inputs else "o" if name in self.plan.outputs else "s"
        return f"{letter}_{argument(name)}"

    def summed(self, name: str) -> str:
        """The column in which something is summed."""
        return self.array(self.sums.rules[name]) if name in self.sums.rules else f"z_{argument(name)}"


def argument(name: str) -> str:
    """A name of a rule, input or parameter as an identifier that cannot be one of the kernel's own."""
    return "n_" + name.replace(".", "__")
