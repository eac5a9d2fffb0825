# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of the loops over one block of whole households: first what refuses it, then a loop or more for each stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.engine.bounds import CHILDREN_MAX, width
from werkzaam.engine.expression import Expressions
from werkzaam.engine.place import Loop, Places, argument
from werkzaam.engine.rule import HUISHOUDEN, Level


@dataclass(frozen=True)
class Loops:
    """Lines of Python, without what surrounds them."""

    places: Places
    expressions: Expressions

    def check(self) -> Iterator[str]:
        """Refuse a block in which an input or month lies outside the proven bounds; one loop per width, to vectorise.

        An unsigned number below the lowest value wraps round to a large one, so that one comparison does for both ends.
        """
        yield "bad = False"
        plan = self.places.plan
        groups: dict[tuple[int, int], list[str]] = {(0, 0): ["(month[i] < month_first) | (month[i] > month_last)"]}
        for name in self.places.inputs:
            low, high = plan.bounds[name]
            bits = width(low, high)
            test = f"uint{bits}({self.places.array(name)}[i] - {low}) > uint{bits}({high - low})"
            groups.setdefault((plan.rules.level(name).value, bits), []).append(test)
        for one in self.places.levels[1:]:
            count = f"first_{one.value}[i + 1] - first_{one.value}[i]"
            groups[one.value - 1, -1] = [f"{count} > {CHILDREN_MAX[one]}"]
        for (level, _), tests in groups.items():
            yield f"for i in range(size_{level}):"
            yield from (f"    bad |= {test}" for test in tests)
        yield "return bad"

    def stage(self, number: int) -> Iterator[str]:
        """One stage: over the rows of a level, or month by month where levels look back at each other."""
        runs = self.places.runs(self.places.plan.stages[number])
        if len(runs) == 1:
            yield from self._sum_up(number)
            yield from self._alone((number, 0), runs[0])
            return
        yield "for h in range(size_0):"
        for run, names in enumerate(runs):
            level = self.places.plan.rules.level(names[0])
            yield f"    for i in range({self._first(level, 'h')}, {self._first(level, 'h + 1')}):"
            yield from (f"        {line}" for line in self._body((number, run), level, names))

    def _alone(self, loop: Loop, names: list[str]) -> Iterator[str]:
        """A loop over all rows of a level, with what it keeps in registers from one month to the next."""
        level, carried = self.places.plan.rules.level(names[0]), self.places.carried(loop)
        yield from (f"last_{argument(n)} = int64({self.places.plan.rules.rules[n][0].start})" for n in carried)
        yield from ("last_household = int64(-1)",) if carried else ()
        yield f"for i in range(size_{level.value}):"
        yield from ("    same = household[i] == last_household",) if carried else ()
        yield from (f"    {line}" for line in self._body(loop, level, names))
        yield from (f"    last_{argument(n)} = {argument(n)}" for n in carried)
        yield from ("    last_household = int64(household[i])",) if carried else ()

    def _first(self, level: Level, row: str) -> str:
        """The first row of a level that belongs to a household row, within the block."""
        at = row
        for k in range(1, level.value + 1):
            at = f"(first_{k}[{at}] - low_{k})"
        return at

    def _sum_up(self, number: int) -> Iterator[str]:
        for k, names in self.places.sums.made_by(number).items():
            yield f"for i in range(size_{k - 1}):"
            yield from (f"    {self.places.summed(name)}[i] = 0" for name in names)
            yield f"for c in range(size_{k}):"
            yield f"    parent = int64(up_{k}[c]) - low_{k - 1}"
            yield from (f"    {self.places.summed(name)}[parent] += {self.places.array(name)}[c]" for name in names)

    def _body(self, loop: Loop, level: Level, names: list[str]) -> Iterator[str]:
        for k in range(level.value, 0, -1):
            inner = "i" if k == level.value else f"up{k}"
            yield f"up{k - 1} = int64(up_{k}[{inner}]) - low_{k - 1}"
        yield f"month_now = int64(month[{'i' if level == HUISHOUDEN else 'up0'}])"
        yield "mi = month_now - month_first"
        yield from self._loads(loop, level, names)
        for name in names:
            yield from self._totals(name, loop)
            yield f"{argument(name)} = int64({self.expressions.value(name, loop)})"
            if name in self.places.stored and name not in self.places.sums.rules.values():
                yield f"{self.places.array(name)}[i] = {argument(name)}"

    def _loads(self, loop: Loop, level: Level, names: list[str]) -> Iterator[str]:
        """Values of other loops and inputs, once per row."""
        wanted = dict.fromkeys(n for name in names for n in self.places.now(name))
        for name in wanted:
            if self.places.loops.get(name) != loop:
                own = self.places.plan.rules.level(name)
                yield f"{argument(name)} = int64({self.places.array(name)}[{'i' if own == level else f'up{own.value}'}])"

    def _totals(self, rule: str, loop: Loop) -> Iterator[str]:
        """The sums that a rule reads: from their column, or row by row where the loop walks through the levels."""
        ready = self.places.sums.of_stage(loop[0])
        for name in self.places.sums.of_rule(rule):
            if name in ready:
                yield f"total_{argument(name)} = int64({self.places.summed(name)}[i])"
                continue
            k = self.places.plan.rules.level(name).value
            yield f"total_{argument(name)} = int64(0)"
            yield f"for c in range(first_{k}[i] - low_{k}, first_{k}[i + 1] - low_{k}):"
            yield f"    total_{argument(name)} += int64({self.places.array(name)}[c])"
