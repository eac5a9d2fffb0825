# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Between which values every rule stays, proven from the bounds of inputs and parameters.

The compiler uses these to choose widths and faster divisions only where they are exact, and to
refuse a rule set that could overflow 64 bits, divide by zero or take a share below zero.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from werkzaam.core.errors import RuleError
from werkzaam.engine.formula import Formula
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Level, Rule

Interval = tuple[int | Fraction, int | Fraction]
Reckoned = Callable[[Mapping[str, Interval]], Interval]

MONTHS_MAX = 600
"""Most months of one household in a run; what accumulates is bounded over this many."""
CHILDREN_MAX: Mapping[Level, int] = {Level.PERSOON: 16, Level.BAAN: 16}
"""Most persons of a household, and most jobs of a person, in one month."""
LARGEST = 2**62


def bounds(rules: RuleSet, parameters: Mapping[str, Interval]) -> dict[str, tuple[int, int]]:
    """The interval of every input and rule; raises RuleError where a value cannot be proven safe."""
    known: dict[str, Interval] = {name: (one.low, one.high) for name, one in rules.inputs.items()}
    known.update(parameters)
    for name in rules.rules:
        begin = before(rules, name)
        if begin is not None:
            known[f"previous {name}"] = begin
    reckoned = {name: [(rule, _reckoned(rule.formula, rules)) for rule in rules.rules[name]] for name in rules.order}
    moving, waves = list(rules.order), dict[frozenset[str], list[str]]()
    for _ in range(MONTHS_MAX):
        changed = frozenset(_pass(rules, {name: reckoned[name] for name in moving}, known))
        if not changed:
            break
        if changed not in waves:
            waves[changed] = _downstream(rules, changed)
        moving = waves[changed]
    return {name: (int(low), int(high)) for name, (low, high) in known.items() if name in rules.rules or name in rules.inputs}


def _downstream(rules: RuleSet, changed: Collection[str]) -> list[str]:
    """The rules that can still move because something they look back at moved, in order."""
    moved = set(changed)
    found = []
    for name in rules.order:
        if moved.intersection(rules.needs(name)) or not set(changed).isdisjoint(rules.needs(name, looking_back=True)):
            moved.add(name)
            found.append(name)
    return found


def _pass(rules: RuleSet, moving: Mapping[str, Sequence[tuple[Rule, Reckoned]]], known: dict[str, Interval]) -> set[str]:
    """One month further: widen every rule that moves; returns the names whose past widened."""
    changed = set()
    for name, versions in moving.items():
        low, high = LARGEST, -LARGEST
        for rule, reckon in versions:
            try:
                a, b = reckon(known)
            except RuleError as error:
                raise RuleError(f"{rule.where}: rule {name}: {error}") from error
            low, high = min(low, floor(a)), max(high, ceil(b))
        if not -LARGEST < low <= high < LARGEST:
            raise RuleError(f"{rules.where(name)}: rule {name} may reach {low}..{high}, beyond 64 bits.")
        known[name] = (low, high)
        back = f"previous {name}"
        if back in known:
            old = known[back]
            new = (min(old[0], low), max(old[1], high))
            if new != old:
                known[back] = new
                changed.add(name)
    return changed


def interval(formula: Formula, known: Mapping[str, Interval], rules: RuleSet) -> Interval:
    """The least and the greatest value of a formula."""
    return _reckoned(formula, rules)(known)


def _reckoned(formula: Formula, rules: RuleSet) -> Reckoned:
    """How the interval of a formula follows from what is known: read once, reckoned hundreds of times."""
    op, args = formula.op, formula.args
    if op == "const":
        only = (int(args[0]), int(args[0]))
        return lambda known: only
    if op == "total":
        name, most = args[0], CHILDREN_MAX[rules.level(args[0])]
        return lambda known: _fits((min(0, known[name][0] * most), max(0, known[name][1] * most)))
    if label := formula.label:
        return lambda known: known[label]
    inner = [_reckoned(one, rules) for one in args if isinstance(one, Formula)]
    if op in _JOINED:
        joined = _JOINED[op]
        return lambda known: _fits(joined([one(known) for one in inner]))
    if op == "share":
        return lambda known: _share([one(known) for one in inner])
    if op in ("//", "ratio"):
        exact = op == "ratio"
        return lambda known: _divided([one(known) for one in inner], exact=exact)
    return lambda known: _truth([one(known) for one in inner])


def _truth(_: list[Interval]) -> Interval:
    """What is compared, or joined by and, or, not, is false or true; its parts are reckoned all the same, so that they fit."""
    return 0, 1


def before(rules: RuleSet, name: str) -> tuple[int, int] | None:
    """The bounds of a value before the first month: its start, and what may be carried in; None where there is no start."""
    start, carried = rules.rules[name][0].start, rules.carried(name)
    if start is None or carried is None:
        return None if start is None else (start, start)
    return min(start, carried.low), max(start, carried.high)


def hull(known: tuple[int, int], begin: tuple[int, int] | None) -> tuple[int, int]:
    """The bounds of a value last month: its own bounds, and those of what stands before the first."""
    return known if begin is None else (min(known[0], begin[0]), max(known[1], begin[1]))


def _fits(found: Interval) -> Interval:
    """An interval that the kernel can hold, in every part of a formula."""
    if not -LARGEST < found[0] <= found[1] < LARGEST:
        raise RuleError(f"may reach {found[0]}..{found[1]}, beyond 64 bits.")
    return found


def _hull(values: list[int | Fraction]) -> Interval:
    return min(values), max(values)


_JOINED: Mapping[str, Callable[[list[Interval]], Interval]] = {
    "+": lambda i: (i[0][0] + i[1][0], i[0][1] + i[1][1]),
    "-": lambda i: (i[0][0] - i[1][1], i[0][1] - i[1][0]),
    "*": lambda i: _hull([a * b for a in i[0] for b in i[1]]),
    "smallest": lambda i: (min(i[0][0], i[1][0]), min(i[0][1], i[1][1])),
    "largest": lambda i: (max(i[0][0], i[1][0]), max(i[0][1], i[1][1])),
    "when": lambda i: (min(i[1][0], i[2][0]), max(i[1][1], i[2][1])),
}


def _share(inner: list[Interval]) -> Interval:
    (low, high), (least, most) = inner
    if low < 0:
        raise RuleError(f"takes a share of an amount that may fall to {low} cents; write largest(x, 0) inside share(...).")
    if least < 0:
        raise RuleError("takes a share below zero.")
    return floor(low * least), ceil(high * most)


def _divided(inner: list[Interval], exact: bool) -> Interval:
    (low, high), (least, most) = inner
    if least < 1 or low < 0:
        raise RuleError("divides by a number that may be below 1, or a number that may be below 0.")
    return (Fraction(low, most), Fraction(high, least)) if exact else (low // most, high // least)


def width(low: int | Fraction, high: int | Fraction) -> int:
    """The fewest bits of a signed whole number that holds the interval."""
    return next(bits for bits in (8, 16, 32, 64) if -(1 << (bits - 1)) <= low and high < 1 << (bits - 1))
