# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a rule set becomes loops: which rules share a loop, and which become one table look-up.

A stage is one loop over the rows of one level. Rules that look back at themselves (directly or in a
circle) form a stage of their own that walks the months in order; all others can run side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Level
from werkzaam.engine.tabulate import MONTH_AXIS, Axis, axes_if_worth

SMALL_RULE = 8
"""A rule of at most so many nodes may join a loop that walks the months."""


@dataclass(frozen=True, order=True)
class Slot:
    """The place of a rule among the stages; rules with equal slots share a loop."""

    at: int
    recurrent: bool
    level: Level
    circle: int


@dataclass(frozen=True)
class Stage:
    """One loop: its level, whether it walks month by month, and its rules in order."""

    level: Level
    recurrent: bool
    names: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Stages in order, the tabulated rules with their axes, and the bounds all of it rests on."""

    rules: RuleSet
    outputs: tuple[str, ...]
    stages: tuple[Stage, ...]
    tables: Mapping[str, tuple[Axis, ...]]
    bounds: Mapping[str, tuple[int, int]]


def plan(rules: RuleSet, outputs: Sequence[str], bounds: Mapping[str, tuple[int, int]]) -> Plan:
    """Arrange the rules that the outputs need."""
    tables = {name: axes for name in rules.order if (axes := axes_if_worth(rules, name, bounds, outputs))}
    reads = {n: _table_reads(a) if (a := tables.get(n)) is not None else _reads(rules, n) for n in rules.order}
    alive = _alive(rules, outputs, reads)
    slots: dict[str, Slot] = {}
    for number, circle in enumerate(_circles(alive, reads)):
        recurrent = len(circle) > 1 or circle[0] in reads[circle[0]]
        joined = None if recurrent or circle[0] in tables else _joined(rules, circle[0], slots)
        level = min(rules.level(n) for n in circle)
        slot = joined or Slot(_earliest(rules, circle, reads, slots, recurrent), recurrent, level, number if recurrent else -1)
        slots.update(dict.fromkeys(circle, slot))
    stages = tuple(Stage(slot.level, slot.recurrent, tuple(n for n in rules.order if slots.get(n) == slot))
                   for slot in sorted(set(slots.values())))  # fmt: skip
    return Plan(rules, tuple(outputs), stages, {n: a for n, a in tables.items() if n in alive}, bounds)


def _reads(rules: RuleSet, name: str) -> tuple[str, ...]:
    return (*rules.needs(name), *rules.needs(name, looking_back=True))


def _table_reads(axes: tuple[Axis, ...]) -> tuple[str, ...]:
    return tuple(a.name for a in axes if a.name != MONTH_AXIS)


def _alive(rules: RuleSet, outputs: Sequence[str], reads: Mapping[str, tuple[str, ...]]) -> set[str]:
    alive: set[str] = set()
    todo = [n for n in outputs if n in rules.rules]
    while todo:
        name = todo.pop()
        if name not in alive:
            alive.add(name)
            todo += [n for n in reads[name] if n in rules.rules]
    return alive


def _earliest(rules: RuleSet, circle: tuple[str, ...], reads: Mapping[str, tuple[str, ...]],
              slots: Mapping[str, Slot], recurrent: bool) -> int:  # fmt: skip
    """The first stage in which everything a rule reads is known."""
    at = 0
    for name in circle:
        back = rules.needs(name, looking_back=True)
        for other in reads[name]:
            if other in slots and other not in circle:
                alone = recurrent or slots[other].recurrent or other in back or rules.level(other) != rules.level(name)
                at = max(at, slots[other].at + alone)
    return at


def _joined(rules: RuleSet, name: str, slots: Mapping[str, Slot]) -> Slot | None:
    """The month-by-month loop that a small rule can join because it reads its result; saves a pass over the rows."""
    nodes = [n for r in rules.rules[name] for n in r.formula.walk()]
    known = [slots[n] for n in rules.needs(name) if n in slots]
    latest = max(known, default=None)
    if latest is None or not latest.recurrent or len(nodes) > SMALL_RULE or latest.level != rules.level(name):
        return None
    if any(n.op in ("share", "//", "total", "previous") for n in nodes) or any(s.at == latest.at and s != latest for s in known):
        return None
    return latest


def _circles(alive: set[str], reads: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rules that need each other through looking back, each circle after what it reads; a plain rule is a circle of one."""
    below = {name: _reached(name, alive, reads) for name in alive}
    circles = {name: tuple(sorted({name} | {other for other in below[name] if name in below[other]})) for name in alive}
    ordered: dict[tuple[str, ...], None] = {}

    def visit(circle: tuple[str, ...]) -> None:
        for name in circle:
            for other in reads[name]:
                if other in alive and circles[other] != circle and circles[other] not in ordered:
                    visit(circles[other])
        ordered.setdefault(circle)

    for name in sorted(alive):
        visit(circles[name])
    return list(ordered)


def _reached(name: str, alive: set[str], reads: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Everything that a rule reads, directly or not."""
    reached: set[str] = set()
    todo = [name]
    while todo:
        fresh = {other for other in reads[todo.pop()] if other in alive} - reached
        reached |= fresh
        todo += fresh
    return reached
