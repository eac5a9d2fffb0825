# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plans of many households: by the compiled rules when there are enough of them, else one by one; the same plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from werkzaam.app.cache import kernels
from werkzaam.app.case import Case
from werkzaam.app.ledger.asked import Asked
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import MonthDue
from werkzaam.app.ledger.plain import Plain
from werkzaam.app.ledger.plan import HouseholdPlan, Position, World, case_now, held, months_to_decide, plan, plan_of, state_before
from werkzaam.app.ledger.positions import Standing, position_of, read_slice, standing, standing_of
from werkzaam.app.ledger.shapes import Quiet, Shapes
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month
from werkzaam.ledger.event import Head
from werkzaam.store.claims import ClaimState, claims
from werkzaam.store.of_many import Between, count_heads

if TYPE_CHECKING:
    from werkzaam.app.ledger.dues_of_many import LedgerKernel


COMPILED_FROM = 5_000
"""From how many households on the compiled rules are used: a run takes half the time, and a few make up for compiling."""
SLICE, LARGE_SLICE = 500, 2_000
"""Households that are written in one transaction; in a large run so many that their columns are worth the trouble."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What follows for a household: where it stands, the plan made from that, and the claims on it."""

    position: Position
    plan: HouseholdPlan
    claims: Mapping[Month, ClaimState]


@dataclass(frozen=True, slots=True)
class PlannedSlice:
    """The households of a slice in order of their numbers, and the heads on which they were planned.

    `plain` is what is due to the others, where those of which nothing is new stand apart.
    """

    heads: Mapping[int, Head]
    households: tuple[Planned, ...]
    plain: Mapping[int, MonthDue] = field(default_factory=dict)


def slice_size(households: int, compiled_from: int) -> int:
    """How many households of a town are written in one transaction."""
    return LARGE_SLICE if households >= compiled_from else SLICE


class Planner:
    """Plans the households of a run, slice by slice."""

    def __init__(self, desk: Desk, month: Month, *, compiled_from: int = COMPILED_FROM) -> None:
        self.world = desk.world(month)
        self._desk, self._shapes = desk, Shapes(self.world)
        large = count_heads(desk.database, desk.town.id) >= compiled_from
        self._compiled = _compiled(self.world) if large else None
        self._plain = Plain(desk.town.id, self.world, self._shapes, self._compiled) if self._compiled else None

    def planned(self, between: Between) -> PlannedSlice:
        """What follows for each household of a slice, from what was known at one moment; nothing is locked."""
        with self._desk.database.snapshot():
            now = standing(self._desk, between, self.world.month)
        return PlannedSlice(now.heads, self._households(now))

    def apart(self, between: Between) -> PlannedSlice:
        """As `planned`, with those of which nothing is new apart where there are enough to compile the rules for."""
        if self._plain is None:
            return self.planned(between)
        with self._desk.database.snapshot():
            rows = read_slice(self._desk, between, self.world.month)
            asked = self._plain.among(rows)
            plain = self._plain.dues(asked) if asked else {}
            others = [number for number in rows.heads if number not in plain]
            now = standing_of(self._desk, rows, others, between, self.world.month)
        return PlannedSlice(rows.heads, self._households(now), plain)

    def _households(self, now: Standing) -> tuple[Planned, ...]:
        positions = list(now.positions.values())
        found = plans(positions, self.world, self._compiled, self._shapes)
        return tuple(
            Planned(position, one, now.claims.get(one.household, {})) for position, one in zip(positions, found, strict=True)
        )

    def alone(self, household: int, head: int) -> Planned:
        """What follows for one household after its event number `head`, under its lock."""
        position = replace(position_of(self._desk, household), head=head)
        return Planned(position, plan(position, self.world), claims(self._desk.database, self._desk.town.id, household))


def _compiled(world: World) -> LedgerKernel | None:
    """The compiled rules; None where there is no numba or no place to keep what it compiles: then one household after another."""
    try:
        folder = kernels()
    except InputError:
        return None
    if find_spec("numba") is None:
        return None
    from werkzaam.app.ledger.dues_of_many import ledger_kernel

    return ledger_kernel(world.regime, world.facts, folder)


def plans(positions: Sequence[Position], world: World, compiled: LedgerKernel | None, shapes: Shapes) -> list[HouseholdPlan]:
    """What follows for each household from what is known now, in their order; without compiled rules one by one."""
    if compiled is None:
        return [plan(position, world) for position in positions]
    asked: dict[int, Asked] = {}
    found: dict[int, HouseholdPlan] = {}
    for at, position in enumerate(positions):
        one = _asked(position, world, shapes)
        if isinstance(one, Asked):
            asked[at] = one
        elif one is not None:
            found[at] = one
    return [found.get(at) or _plan(position, world, done) for at, (position, done) in
            enumerate(zip(positions, _dues(asked, compiled, len(positions)), strict=True))]  # fmt: skip


def _dues(asked: dict[int, Asked], compiled: LedgerKernel, count: int) -> list[object]:
    """What the months of those that were asked are due, in the order of all."""
    from werkzaam.app.ledger.dues_of_many import dues_of_many

    done = dict(zip(asked, dues_of_many(list(asked.values()), compiled), strict=True)) if asked else {}
    return [done.get(at) for at in range(count)]


def _plan(position: Position, world: World, done: object) -> HouseholdPlan:
    return plan(position, world) if done is None else plan_of(position, done, world)  # type: ignore[arg-type]


def _asked(position: Position, world: World, shapes: Shapes) -> Asked | HouseholdPlan | None:
    """What to ask of the compiled rules; a plan where there is nothing to ask; None where only one by one will do."""
    months = months_to_decide(position, world.month)
    if not months:
        return HouseholdPlan(position.file.household, position.head)
    try:
        quiet = shapes.quiet(position.file) if months[-1] == world.month else None  # A shape is read up to that month.
        given: Quiet | Case = quiet or case_now(position, world)
    except WerkzaamError as error:
        return held(position, error)
    if isinstance(given, Case) and (given.pinned or position.file.course.steps):
        return None  # Who comes back goes on from what was counted of them, which columns do not know.
    return Asked(tuple(months), state_before(position, months[0]), given)
