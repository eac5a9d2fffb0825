# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan as source text of one fused kernel over blocks of whole households.

Arrays in the kernel: i_ inputs, o_ outputs, s_ scratch, t_ tables, z_ sums over rows below; per level up_ (row of the
parent), back_ (row of last month, or -1) and first_ (first child row). Inside a block every array is a slice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from werkzaam.core.errors import RuleError
from werkzaam.core.money import DOWN, HALF_UP
from werkzaam.engine.bounds import CHILDREN_MAX, Interval, before, hull, interval
from werkzaam.engine.formula import Formula
from werkzaam.engine.plan import Plan, Stage
from werkzaam.engine.rule import BEFORE, HUISHOUDEN, Level
from werkzaam.engine.sums import Sums
from werkzaam.engine.tabulate import MONTH_AXIS

HEADER = '''"""A kernel made by werkzaam.engine.compile; do not edit."""
import numpy as np
from numba import njit
from werkzaam.engine.native import NoAlias, choose, greater, lesser


@njit(cache={cache}, nogil=True, error_model="numpy", boundscheck=False, pipeline_class=NoAlias)
'''
FEW = 4
UNSIGNED_MAX = 2**32
SIGNED_MAX = 2**63
Loop = tuple[int, int]
"""Which loop: the number of its stage, and of the run of one level within it."""


@dataclass(frozen=True)
class Source:
    """The text of a kernel and the names of its arguments, in order and by role."""

    plan: Plan
    denominators: dict[str, int]
    """Common denominator of every parameter that is a share."""
    parameters: dict[str, Interval]
    """Bounds of parameters; shares as numerators over their denominator."""
    steady: frozenset[str]
    """Parameters that are the same in every month."""

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        deepest = max([HUISHOUDEN, *(self.plan.rules.level(n) for n in [*self._loop, *self.inputs])])
        return tuple(level for level in Level if level <= deepest)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Inputs that are read, in the order of the rule set."""
        read = {name for stage in self.plan.stages for rule in stage.names for name in self._leaf_names(rule)}
        return tuple(n for n in self.plan.rules.inputs if n in read or n in self.plan.outputs)

    @cached_property
    def scratch(self) -> tuple[str, ...]:
        """Rules that are not asked for but cross from one loop to another."""
        return tuple(n for n in self._loop if n in self._stored and n not in self.plan.outputs)

    @property
    def sums(self) -> tuple[str, ...]:
        """What is summed over the rows below in a column of its own."""
        return self._sums.columns

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """Parameters and tabulated rules that the kernel looks up."""
        found = {
            n.args[0]
            for rule in self._loop
            if rule not in self.plan.tables
            for version in self.plan.rules.rules[rule]
            for n in version.formula.walk()
            if n.op in ("param", "at")
        }
        return tuple(n for n in [*self.plan.rules.parameters, *self.plan.tables] if n in found or n in self.plan.tables)

    @cached_property
    def arguments(self) -> tuple[str, ...]:
        per_level = [f"{kind}_{level.value}" for level in self.levels[1:] for kind in ("first", "up", "back")]
        groups = [("i", self.inputs), ("o", self.plan.outputs), ("s", self.scratch), ("t", self.tables), ("z", self.sums)]
        return ("begin", "end", "blocks", "month_first", "month_last", "household", "month", *per_level,
                *(f"{letter}_{argument(name)}" for letter, names in groups for name in names))  # fmt: skip

    def text(self, cache: bool) -> str:
        """The whole module."""
        body = [*self._slices(), *self._check(), *(line for n, s in enumerate(self.plan.stages) for line in self._stage(n, s))]
        lines = [f"def kernel({', '.join(self.arguments)}):", "    for block in range(begin, end):",
                 *(f"        {line}" for line in body), "    return -1"]  # fmt: skip
        return HEADER.replace("{cache}", str(cache)) + "\n".join(lines) + "\n"

    # -- where values live -------------------------------------------------------------------------

    @cached_property
    def _loop(self) -> dict[str, Loop]:
        """The loop of each rule: its stage, and the run of one level within a stage that walks the months."""
        found = {}
        for number, stage in enumerate(self.plan.stages):
            for run, names in enumerate(self._runs(stage)):
                found.update(dict.fromkeys(names, (number, run)))
        return found

    def _runs(self, stage: Stage) -> list[list[str]]:
        runs: list[list[str]] = []
        for name in stage.names:
            if not runs or self.plan.rules.level(runs[-1][-1]) != self.plan.rules.level(name):
                runs.append([])
            runs[-1].append(name)
        return runs

    @cached_property
    def _stored(self) -> set[str]:
        stored = {n for n in self.plan.outputs if n in self._loop}
        for rule, loop in self._loop.items():
            stored |= {n for n in self._leaf_names(rule) if n in self._loop and self._loop[n] != loop}
            if rule not in self.plan.tables:
                stored |= set(self.plan.rules.needs(rule, looking_back=True)) - set(self._carried(loop))
                stored |= {n.args[0] for v in self.plan.rules.rules[rule] for n in v.formula.walk() if n.op == "total"}
        return stored & set(self._loop)

    def _level(self, loop: Loop) -> Level:
        return next(self.plan.rules.level(n) for n, where in self._loop.items() if where == loop)

    def _carried(self, loop: Loop) -> list[str]:
        """Household values that a loop over the months keeps in a register for the next month."""
        stage = self.plan.stages[loop[0]]
        if not stage.recurrent or len(self._runs(stage)) > 1 or stage.level != HUISHOUDEN:
            return []
        back = {n for rule in stage.names for n in self.plan.rules.needs(rule, looking_back=True)}
        return [n for n in stage.names if n in back]

    def _leaf_names(self, rule: str) -> list[str]:
        if rule in self.plan.tables:
            return [a.name for a in self.plan.tables[rule] if a.name != MONTH_AXIS]
        back = self.plan.rules.needs(rule, looking_back=True)
        return [*self.plan.rules.needs(rule), *back, *(BEFORE + name for name in back)]

    def _array(self, name: str) -> str:
        letter = "i" if name in self.plan.rules.inputs else "o" if name in self.plan.outputs else "s"
        return f"b{letter}_{argument(name)}"

    # -- the block ---------------------------------------------------------------------------------

    def _slices(self) -> Iterator[str]:
        yield from ("low_0 = blocks[block]", "high_0 = blocks[block + 1]", "size_0 = high_0 - low_0")
        yield from ("bhousehold = household[low_0:high_0]", "bmonth = month[low_0:high_0]")
        for level in self.levels[1:]:
            k, parent = level.value, level.value - 1
            yield f"low_{k} = np.int64(first_{k}[low_{parent}])"
            yield f"high_{k} = np.int64(first_{k}[high_{parent}])"
            yield f"size_{k} = high_{k} - low_{k}"
            yield f"bfirst_{k} = first_{k}[low_{parent}:high_{parent} + 1]"
            yield f"bup_{k} = up_{k}[low_{k}:high_{k}]"
            yield f"bback_{k} = back_{k}[low_{k}:high_{k}]"
        for letter, names in (("i", self.inputs), ("o", self.plan.outputs)):
            for name in names:
                k = self.plan.rules.level(name).value
                yield f"b{letter}_{argument(name)} = {letter}_{argument(name)}[low_{k}:high_{k}]"
        for letter, names in (("s", self.scratch), ("z", self.sums)):
            yield from (f"b{letter}_{argument(name)} = {letter}_{argument(name)}" for name in names)

    def _check(self) -> Iterator[str]:
        """Refuse a block in which an input or month lies outside the proven bounds; one loop per width, to vectorise.

        An unsigned number below the lowest value wraps round to a large one, so that one comparison does for both ends.
        """
        yield "bad = False"
        groups: dict[tuple[int, int], list[str]] = {(0, 0): ["(bmonth[i] < month_first) | (bmonth[i] > month_last)"]}
        for name in self.inputs:
            low, high = self.plan.bounds[name]
            bits = width(low, high)
            test = f"np.uint{bits}({self._array(name)}[i] - {low}) > np.uint{bits}({high - low})"
            groups.setdefault((self.plan.rules.level(name).value, bits), []).append(test)
        for one in self.levels[1:]:
            count = f"bfirst_{one.value}[i + 1] - bfirst_{one.value}[i]"
            groups[one.value - 1, -1] = [f"{count} > {CHILDREN_MAX[one]}"]
        for (level, _), tests in groups.items():
            yield f"for i in range(size_{level}):"
            yield from (f"    bad |= {test}" for test in tests)
        yield from ("if bad:", "    return block")

    def _stage(self, number: int, stage: Stage) -> Iterator[str]:
        runs = self._runs(stage)
        if len(runs) == 1:
            level = self.plan.rules.level(runs[0][0])
            yield from self._sum_up(number)
            carried = self._carried((number, 0))
            yield from (f"last_{argument(n)} = np.int64({self.plan.rules.rules[n][0].start})" for n in carried)
            yield from ("last_household = np.int64(-1)",) if carried else ()
            yield f"for i in range(size_{level.value}):"
            yield from ("    same = bhousehold[i] == last_household",) if carried else ()
            yield from (f"    {line}" for line in self._body((number, 0), level, runs[0]))
            yield from (f"    last_{argument(n)} = {argument(n)}" for n in carried)
            yield from ("    last_household = np.int64(bhousehold[i])",) if carried else ()
            return
        yield "for h in range(size_0):"
        for run, names in enumerate(runs):
            level = self.plan.rules.level(names[0])
            yield f"    for i in range({self._first(level, 'h')}, {self._first(level, 'h + 1')}):"
            yield from (f"        {line}" for line in self._body((number, run), level, names))

    def _first(self, level: Level, row: str) -> str:
        """The first row of a level that belongs to a household row, within the block."""
        at = row
        for k in range(1, level.value + 1):
            at = f"(bfirst_{k}[{at}] - low_{k})"
        return at

    @cached_property
    def _sums(self) -> Sums:
        walking = {number for number, stage in enumerate(self.plan.stages) if len(self._runs(stage)) > 1}
        return Sums(self.plan, self._stored, walking)

    def _column(self, name: str) -> str:
        """The column in which something is summed."""
        return self._array(self._sums.rules[name]) if name in self._sums.rules else f"bz_{argument(name)}"

    def _sum_up(self, number: int) -> Iterator[str]:
        for k, names in self._sums.made_by(number).items():
            yield f"for i in range(size_{k - 1}):"
            yield from (f"    {self._column(name)}[i] = 0" for name in names)
            yield f"for c in range(size_{k}):"
            yield f"    parent = np.int64(bup_{k}[c]) - low_{k - 1}"
            yield from (f"    {self._column(name)}[parent] += {self._array(name)}[c]" for name in names)

    # -- one loop ----------------------------------------------------------------------------------

    def _body(self, loop: Loop, level: Level, names: list[str]) -> Iterator[str]:
        for k in range(level.value, 0, -1):
            inner = "i" if k == level.value else f"up{k}"
            yield f"up{k - 1} = np.int64(bup_{k}[{inner}]) - low_{k - 1}"
        row = "i" if level == HUISHOUDEN else "up0"
        yield f"month_now = np.int64(bmonth[{row}])"
        yield "mi = month_now - month_first"
        yield from self._loads(loop, level, names)
        for name in names:
            yield from self._totals(name, loop)
            yield f"{argument(name)} = np.int64({self._value(name, loop)})"
            if name in self._stored and name not in self._sums.rules.values():
                yield f"{self._array(name)}[i] = {argument(name)}"

    def _loads(self, loop: Loop, level: Level, names: list[str]) -> Iterator[str]:
        """Values of other loops and inputs, once per row."""
        wanted = dict.fromkeys(n for name in names for n in self._now(name))
        for name in wanted:
            if self._loop.get(name) != loop:
                own = self.plan.rules.level(name)
                yield f"{argument(name)} = np.int64({self._array(name)}[{'i' if own == level else f'up{own.value}'}])"

    def _now(self, rule: str) -> list[str]:
        if rule in self.plan.tables:
            return self._leaf_names(rule)
        return [n.args[0] for v in self.plan.rules.rules[rule] for n in v.formula.walk() if n.op == "name"]

    def _totals(self, rule: str, loop: Loop) -> Iterator[str]:
        """The sums that a rule reads: from their column, or row by row where the loop walks through the levels."""
        ready = self._sums.of_stage(loop[0])
        for name in self._sums.of_rule(rule):
            if name in ready:
                yield f"total_{argument(name)} = np.int64({self._column(name)}[i])"
                continue
            k = self.plan.rules.level(name).value
            yield f"total_{argument(name)} = np.int64(0)"
            yield f"for c in range(bfirst_{k}[i] - low_{k}, bfirst_{k}[i + 1] - low_{k}):"
            yield f"    total_{argument(name)} += np.int64({self._array(name)}[c])"

    def _value(self, name: str, loop: Loop) -> str:
        if name in self.plan.tables:
            return self._lookup(name)
        try:
            return self._formula(name, loop)
        except RuleError as error:
            raise RuleError(f"{self.plan.rules.where(name)}: rule {name}: {error}") from error

    def _formula(self, name: str, loop: Loop) -> str:
        versions = self.plan.rules.rules[name]
        text = self._text(versions[-1].formula, loop)
        for earlier, later in zip(reversed(versions[:-1]), reversed(versions[1:]), strict=True):
            text = f"choose(month_now < {later.span.first.index}, {self._text(earlier.formula, loop)}, {text})"
        return text

    def _lookup(self, name: str) -> str:
        at = ""
        for axis in self.plan.tables[name]:
            name_here = argument(axis.name)
            here = "mi" if axis.name == MONTH_AXIS else f"({name_here} - {axis.low})" if axis.low else name_here
            at = here if not at else f"({at} * {axis.size} + {here})"
        return f"t_{argument(name)}[np.uint64({at})]"

    def _text(self, node: Formula, loop: Loop) -> str:
        """One operator as an expression over int64."""
        op = node.op
        if op in ("name", "const"):
            return argument(node.args[0]) if op == "name" else str(node.args[0])
        if op == "param":
            row = "0" if node.args[0] in self.steady else "np.uint64(mi)"
            return f"np.int64(t_{argument(node.args[0])}[{row}])"
        if op == "total":
            return f"total_{argument(node.args[0])}"
        if op == "previous":
            return self._previous(node, loop)
        if op == "at":
            return self._at(node, loop)
        if op == "share":
            return self._share(node, loop)
        parts = [self._text(a, loop) for a in node.children()]
        if op == "//":
            return self._floor(parts[0], parts[1], max(self._high(node.args[0]), self._high(node.args[1])))
        if op == "not":
            return f"(1 - {parts[0]})"
        if op in _CALLS:
            return f"{_CALLS[op]}({', '.join(parts)})"
        return f"({parts[0]} {_SIGNS.get(op, op)} {parts[1]})"

    def _at(self, node: Formula, loop: Loop) -> str:
        """A look-up by option; a few values that never change are kept in registers, which is faster than a table."""
        table = f"t_{argument(node.args[0])}"
        size, option = len(self.plan.rules.parameters[node.args[0]].options or ()), self._text(node.args[1], loop)
        if node.args[0] not in self.steady:
            return f"np.int64({table}[np.uint64(mi * {size} + {option})])"
        if size > FEW:
            return f"np.int64({table}[np.uint64({option})])"
        text = f"np.int64({table}[{size - 1}])"
        for at in reversed(range(size - 1)):
            text = f"choose({option} == {at}, np.int64({table}[{at}]), {text})"
        return text

    def _previous(self, node: Formula, loop: Loop) -> str:
        name = node.args[0]
        own = self.plan.rules.level(name)
        row = "i" if own == self._level(loop) else f"up{own.value}"
        carried, array = self.plan.rules.carried(name), self._array(name)
        start = f"{self._array(carried.name)}[{row}]" if carried else str(self.plan.rules.rules[name][0].start)
        if self._loop.get(name) == loop and name in self._carried(loop):
            return f"choose(same, last_{argument(name)}, {f'np.int64({start})' if carried else start})"
        if own == HUISHOUDEN:
            test = f"{row} > 0 and bhousehold[{row}] == bhousehold[{row} - 1]"
            return f"(np.int64({array}[{row} - 1]) if {test} else np.int64({start}))"
        back = f"bback_{own.value}[{row}]"
        return f"(np.int64({array}[{back} - low_{own.value}]) if {back} >= 0 else np.int64({start}))"

    def _share(self, node: Formula, loop: Loop) -> str:
        amount, part, rounding = node.args
        x, top = self._text(amount, loop), self._high(amount)
        if part.op == "ratio":
            n, d = (self._text(a, loop) for a in part.args)
            top, most = top * self._high(part.args[0]), self._high(part.args[1])
        else:
            n, d = self._text(part, loop), str(self.denominators[part.args[0]])
            top, most = top * self._high(part), int(d)
        if rounding is HALF_UP:
            return self._floor(f"(2 * {x} * {n} + {d})", f"(2 * {d})", 2 * (top + most))
        return self._floor(f"{x} * {n}" if rounding is DOWN else f"({x} * {n} + {d} - 1)", d, top + most)

    def _floor(self, x: str, d: str, high: int) -> str:
        """Floor division of numbers proven to be zero or more; in 32 bits where that is proven to be exact."""
        if high >= SIGNED_MAX:
            raise RuleError(f"A share or division may need numbers up to {high}, beyond 64 bits.")
        width = "uint32" if high < UNSIGNED_MAX else "uint64"
        return f"np.int64(np.{width}({x}) // np.{width}({d}))"

    def _high(self, node: Formula) -> int:
        known: dict[str, Interval] = {**self.plan.bounds, **self.parameters}
        rules = self.plan.rules
        known |= {f"previous {name}": hull(self.plan.bounds[name], before(rules, name)) for name in rules.rules}
        return int(interval(node, known, rules)[1])


def width(low: int, high: int) -> int:
    """The fewest bits of a signed whole number that holds the interval."""
    return next(bits for bits in (8, 16, 32, 64) if -(1 << (bits - 1)) <= low and high < 1 << (bits - 1))


_CALLS = {"smallest": "lesser", "largest": "greater", "when": "choose"}
_SIGNS = {"and": "&", "or": "|"}


def argument(name: str) -> str:
    """A name of a rule, input or parameter as an identifier that cannot be one of the kernel's own."""
    return "n_" + name.replace(".", "__")
