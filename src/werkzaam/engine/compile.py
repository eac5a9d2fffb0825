# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan as source text of one kernel over blocks of whole households.

Each stage is a function of its own, called for one block after another, because what LLVM needs grows faster than a function
does. The kernel gets the addresses of all columns as one column, and gives each stage those that its text names, from the first
row of the block on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from werkzaam.engine.addresses import Column
from werkzaam.engine.bounds import Interval, width
from werkzaam.engine.expression import Expressions
from werkzaam.engine.formula import Cents
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.loops import Loops
from werkzaam.engine.place import Places, argument
from werkzaam.engine.plan import Plan
from werkzaam.engine.rule import HUISHOUDEN, Level

HEADER = '''"""A kernel made by werkzaam.engine.compile; do not edit."""
from numba import njit
from numpy import int64, uint8, uint16, uint32, uint64
from werkzaam.engine.native import Entry, Part, choose, greater, int8_at, int16_at, int32_at, int64_at, lesser
'''
COMPILED = '@njit(cache={cache}, nogil=True, error_model="numpy", boundscheck=False, pipeline_class={kind})'
AMOUNT = 2**16
"""Amounts are at least 32 bits wide, so that a column's type does not change with next year's numbers."""
NUMBER = 32
"""Numbers of a table are at least so many bits wide, for the same reason."""


@dataclass(frozen=True)
class Source:
    """The text of a kernel, and the columns it works on."""

    plan: Plan
    denominators: dict[str, int]
    """Common denominator of every parameter that is a share."""
    parameters: dict[str, Interval]
    """Bounds of parameters; shares as numerators over their denominator."""
    steady: frozenset[str]
    """Parameters that are the same in every month."""

    @cached_property
    def places(self) -> Places:
        return Places(self.plan)

    @property
    def levels(self) -> tuple[Level, ...]:
        return self.places.levels

    @property
    def inputs(self) -> tuple[str, ...]:
        """Inputs that are read, in the order of the rule set."""
        return self.places.inputs

    def table_bits(self, name: str) -> int:
        """How wide the numbers of a table are, from the bounds of the parameter or tabulated rule."""
        return max(NUMBER, width(*self.parameters.get(name) or self.plan.bounds[name]))

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Every column by how it is called in the text, in the order of their addresses; what a thread has for itself is last."""
        found = {"blocks": Column("blocks", 64, None), "household": Column("household", 32, HUISHOUDEN),
                 "month": Column("month", 16, HUISHOUDEN)}  # fmt: skip
        for level in self.levels[1:]:
            found[f"first_{level.value}"] = Column(f"first row of {level.name.lower()}", 32, Level(level - 1), more=1)
            found[f"up_{level.value}"] = Column(f"row above {level.name.lower()}", 32, level)
            found[f"back_{level.value}"] = Column(f"row before {level.name.lower()}", 32, level)
        level_of = self.plan.rules.level
        found |= {f"i_{argument(n)}": Column(n, self._bits(n), level_of(n)) for n in self.inputs}
        found |= {f"o_{argument(n)}": Column(n, self._bits(n), level_of(n), written=True) for n in self.plan.outputs}
        found |= {f"t_{argument(n)}": Column(n, self.table_bits(n), None) for n in self.places.tables}
        return found | self.own

    @cached_property
    def own(self) -> dict[str, Column]:
        """Columns of one block that each thread has for itself."""
        scratch = {f"s_{argument(n)}": Column(n, self._bits(n), None) for n in self.places.scratch}
        return scratch | {f"z_{argument(n)}": Column(n, 64, None) for n in self.places.sums.columns}

    def _bits(self, name: str) -> int:
        return bits(self.plan.rules, name, *self.plan.bounds[name])

    def text(self, cache: bool) -> str:
        """The whole module."""
        loops = Loops(self.places, Expressions(self.places, self.denominators, self.parameters, self.steady))
        parts = {"bad": list(loops.check())}
        parts |= {f"stage_{number}": list(loops.stage(number)) for number in range(len(self.plan.stages))}
        functions = [line for name, lines in parts.items() for line in self._function(name, lines)]
        return HEADER + "\n".join([*functions, *self._kernel(parts, cache)]) + "\n"

    def _function(self, name: str, lines: Sequence[str]) -> Iterator[str]:
        yield from ("", "", COMPILED.format(cache=False, kind="Part"))
        yield f"def {name}({', '.join(self._named(lines))}):"
        yield from (f"    {line}" for line in lines)

    def _kernel(self, parts: dict[str, list[str]], cache: bool) -> Iterator[str]:
        """From block to block: its rows on every level, and its stages in order; the number of a block that is refused, or -1."""
        yield from ("", "", COMPILED.format(cache=cache, kind="Entry"))
        yield from ("def kernel(begin, end, columns, month_first, month_last):", "    for block in range(begin, end):")
        yield f"        low_0, high_0 = {self._at('blocks', 'block')}[0], {self._at('blocks', 'block')}[1]"
        yield "        size_0 = high_0 - low_0"
        for level in self.levels[1:]:
            k, first = level.value, f"first_{level.value}"
            yield f"        low_{k} = int64({self._at(first, f'low_{k - 1}')}[0])"
            yield f"        high_{k} = int64({self._at(first, f'high_{k - 1}')}[0])"
            yield f"        size_{k} = high_{k} - low_{k}"
        for name, lines in parts.items():
            call = f"{name}({', '.join(map(self._given, self._named(lines)))})"
            yield from (f"        if {call}:", "            return block") if name == "bad" else (f"        {call}",)
        yield "    return -1"

    def _named(self, lines: Sequence[str]) -> list[str]:
        """What the text of a function names that it does not make itself: columns, and numbers of the block."""
        words = dict.fromkeys(re.findall(r"\w+", "\n".join(lines)))
        numbers = {f"{kind}_{level.value}" for kind in ("low", "size") for level in self.levels} | {"month_first", "month_last"}
        return [word for word in words if word in numbers or word in self.columns]

    def _given(self, name: str) -> str:
        column = self.columns.get(name)
        return name if column is None else self._at(name, "0" if column.level is None else f"low_{column.level.value}")

    def _at(self, name: str, row: str) -> str:
        """A column from a row on."""
        return f"int{self.columns[name].bits}_at(columns[{list(self.columns).index(name)}], {row})"


def bits(rules: RuleSet, name: str, low: int, high: int) -> int:
    """How wide the column of an input or rule is that stays between these bounds."""
    amount = name in rules.rules and rules.rules[name][0].kind is Cents
    return width(min(low, -AMOUNT), max(high, AMOUNT)) if amount else width(low, high)
