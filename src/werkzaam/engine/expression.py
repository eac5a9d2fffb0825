# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The formulas of rules as expressions over int64 in the text of a kernel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzaam.core.errors import RuleError
from werkzaam.core.money import DOWN, HALF_UP
from werkzaam.engine.bounds import Interval, before, hull, interval
from werkzaam.engine.formula import Formula
from werkzaam.engine.place import Loop, Places, argument
from werkzaam.engine.rule import HUISHOUDEN
from werkzaam.engine.tabulate import MONTH_AXIS

FEW = 4
UNSIGNED_MAX = 2**32
SIGNED_MAX = 2**63
_CALLS = {"smallest": "lesser", "largest": "greater", "when": "choose"}
_SIGNS = {"and": "&", "or": "|"}


@dataclass(frozen=True)
class Expressions:
    """What the rules of a plan come to, with the numbers that are known: see Source for these."""

    places: Places
    denominators: Mapping[str, int]
    parameters: Mapping[str, Interval]
    steady: frozenset[str]

    def value(self, name: str, loop: Loop) -> str:
        """A rule in its loop; raises RuleError with where it stands."""
        if name in self.places.plan.tables:
            return self._lookup(name)
        try:
            return self._formula(name, loop)
        except RuleError as error:
            raise RuleError(f"{self.places.plan.rules.where(name)}: rule {name}: {error}") from error

    def _formula(self, name: str, loop: Loop) -> str:
        versions = self.places.plan.rules.rules[name]
        text = self._text(versions[-1].formula, loop)
        for earlier, later in zip(reversed(versions[:-1]), reversed(versions[1:]), strict=True):
            text = f"choose(month_now < {later.span.first.index}, {self._text(earlier.formula, loop)}, {text})"
        return text

    def _lookup(self, name: str) -> str:
        at = ""
        for axis in self.places.plan.tables[name]:
            name_here = argument(axis.name)
            here = "mi" if axis.name == MONTH_AXIS else f"({name_here} - {axis.low})" if axis.low else name_here
            at = here if not at else f"({at} * {axis.size} + {here})"
        return f"t_{argument(name)}[uint64({at})]"

    def _text(self, node: Formula, loop: Loop) -> str:
        """One operator as an expression over int64."""
        op = node.op
        if op in ("name", "const"):
            return argument(node.args[0]) if op == "name" else str(node.args[0])
        if op == "param":
            row = "0" if node.args[0] in self.steady else "uint64(mi)"
            return f"int64(t_{argument(node.args[0])}[{row}])"
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
        options = self.places.plan.rules.parameters[node.args[0]].options or ()
        size, option = len(options), self._text(node.args[1], loop)
        if node.args[0] not in self.steady:
            return f"int64({table}[uint64(mi * {size} + {option})])"
        if size > FEW:
            return f"int64({table}[uint64({option})])"
        text = f"int64({table}[{size - 1}])"
        for at in reversed(range(size - 1)):
            text = f"choose({option} == {at}, int64({table}[{at}]), {text})"
        return text

    def _previous(self, node: Formula, loop: Loop) -> str:
        name, rules = node.args[0], self.places.plan.rules
        own = rules.level(name)
        row = "i" if own == self.places.level(loop) else f"up{own.value}"
        carried, array = rules.carried(name), self.places.array(name)
        start = f"{self.places.array(carried.name)}[{row}]" if carried else str(rules.rules[name][0].start)
        if self.places.loops.get(name) == loop and name in self.places.carried(loop):
            return f"choose(same, last_{argument(name)}, {f'int64({start})' if carried else start})"
        if own == HUISHOUDEN:
            test = f"{row} > 0 and household[{row}] == household[{row} - 1]"
            return f"(int64({array}[{row} - 1]) if {test} else int64({start}))"
        back = f"back_{own.value}[{row}]"
        return f"(int64({array}[{back} - low_{own.value}]) if {back} >= 0 else int64({start}))"

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
        kind = "uint32" if high < UNSIGNED_MAX else "uint64"
        return f"int64({kind}({x}) // {kind}({d}))"

    def _high(self, node: Formula) -> int:
        rules, bounds = self.places.plan.rules, self.places.plan.bounds
        known: dict[str, Interval] = {**bounds, **self.parameters}
        known |= {f"previous {name}": hull(bounds[name], before(rules, name)) for name in rules.rules}
        return int(interval(node, known, rules)[1])
