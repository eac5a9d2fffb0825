# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Sums over the rows below: which a stage makes before its loop, and in which column.

Each row below adds to the column of its parent, so that the loop over the parents has no loop inside it and is vectorised; it
matters most where few rows have any below them, such as jobs of persons. A stage that walks through the levels month by month
sums row by row instead.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from werkzaam.engine.plan import Plan


@dataclass(frozen=True)
class Sums:
    """The sums of a plan; `stored` are the rules that have a column, `walking` the stages that walk through the levels."""

    plan: Plan
    stored: Collection[str]
    walking: Collection[int]

    def of_rule(self, rule: str) -> tuple[str, ...]:
        """What a rule sums, each once."""
        if rule in self.plan.tables:
            return ()
        return tuple(dict.fromkeys(n.args[0] for v in self.plan.rules.rules[rule] for n in v.formula.walk() if n.op == "total"))

    def of_stage(self, number: int) -> tuple[str, ...]:
        """What a stage reads from columns of sums."""
        if number in self.walking:
            return ()
        return tuple(dict.fromkeys(name for rule in self.plan.stages[number].names for name in self.of_rule(rule)))

    def made_by(self, number: int) -> dict[int, list[str]]:
        """What a stage sums because no stage before it did, by the level of what is summed."""
        before = {name for earlier in range(number) for name in self.of_stage(earlier)}
        levels: dict[int, list[str]] = {}
        for name in self.of_stage(number):
            if name not in before:
                levels.setdefault(self.plan.rules.level(name).value, []).append(name)
        return levels

    @cached_property
    def rules(self) -> dict[str, str]:
        """For what is summed the rule that is nothing but that sum and has a column: the sum is made there."""
        found: dict[str, str] = {}
        for number, stage in enumerate(self.plan.stages):
            for rule in stage.names if number not in self.walking else ():
                versions = self.plan.rules.rules[rule]
                if rule in self.stored and len(versions) == 1 and versions[0].formula.op == "total" and self.of_rule(rule):
                    found.setdefault(versions[0].formula.args[0], rule)
        return found

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What is summed in a column of its own, because no rule is nothing but that sum."""
        found = (name for number, _ in enumerate(self.plan.stages) for name in self.of_stage(number))
        return tuple(dict.fromkeys(name for name in found if name not in self.rules))
