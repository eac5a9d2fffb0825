# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a synthetic town, any part of it alone: household numbers are shuffled over the joint table of Table 2.

A shuffle by formula (a Feistel network that walks on until it lands inside the town) gives every household its place in the
table, so that the town has exactly the margins and yet no list of it need exist: who is made in parts is the same person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numba import njit

from werkzaam.core.errors import InputError
from werkzaam.rules.situatie import Leefvorm
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import MILLION, Purpose, column, mixed, seeded
from werkzaam.simulation.margins import COLUMNS, LEVELS, joint_of, margins_of
from werkzaam.simulation.people import ADULTS_MOST, LONG_AGO, Ints, People, Truths

EVERYBODY_ELSE = 3
"""The row of `Behaviour` and `Norms` of who is not in the experiment."""
AGES = ((216, 299), (300, 419), (420, 539), (540, 659), (660, 791))
"""Ages of each class of Table 2, in months, both inclusive: 55-65 ends a month before the 66th birthday."""
MONTHS_ON = (0, 7, 13, 25, 37, 61, 121)
"""Fewest months on bijstand of each class of duration; it ends where the next begins."""
ADULT = 18 * 12
_SINGLE, _ALONE, _COUPLE = (
    list(Leefvorm).index(form) for form in (Leefvorm.ALLEENSTAANDE, Leefvorm.ALLEENSTAANDE_OUDER, Leefvorm.GEHUWDEN)
)
_FORMS = (_SINGLE, _ALONE, _COUPLE, _COUPLE)
_HOUSEHOLD = LEVELS["household"]
_WITH_CHILDREN = (_HOUSEHOLD.index("single_parent"), _HOUSEHOLD.index("couple_with_children"))
_ROUNDS = 6


@dataclass(frozen=True)
class TownPlan:
    """How many households, the shares per level of each group of Table 2, and whose readiness to work they have."""

    households: int
    margins: Mapping[str, tuple[int, ...]]
    column: str = COLUMNS[0]


def plan_of(given: Assumptions, households: int | None = None, column: str = COLUMNS[0]) -> TownPlan:
    """The town of Table 2: 40,300 households unless said otherwise, with the margins of one of COLUMNS."""
    return TownPlan(given.number("people.households") if households is None else households, margins_of(given, column), column)


def people_of(plan: TownPlan, seed: int, given: Assumptions, first: int = 0, last: int | None = None) -> People:
    """The households `first` to `last` (not included) of a town, nobody in the experiment; the same whatever the part.

    Raises InputError for a part outside the town, a seed that is no whole number, and margins that cannot be met.
    """
    joint = joint_of(plan.households, plan.margins, given)
    last = plan.households if last is None else last
    if not 0 <= first <= last <= plan.households:
        raise InputError(f"A part of a town of {plan.households} households was expected; found {first} to {last}.")
    number = np.arange(first, last, dtype=np.int64)
    return _people(number, joint.levels(places(seed, first, last, plan.households)), seed, given, plan.column)


def places(seed: int, first: int, last: int, total: int) -> Ints:
    """The place (last - first,) of each number in a shuffle of 0..total-1: each place once."""
    half = max(1, (max(total - 1, 1).bit_length() + 1) // 2)
    return _places(seeded(seed), first, last, total, half)  # type: ignore[no-any-return]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _places(seed: np.uint64, first: int, last: int, total: int, half: int) -> Ints:  # pragma: no cover - compiled
    found = np.empty(last - first, np.int64)
    bits, mask = np.uint64(half), np.uint64((1 << half) - 1)
    for at in range(last - first):
        value = np.uint64(first + at)
        while True:
            left, right = value >> bits, value & mask
            for turn in range(_ROUNDS):
                left, right = right, left ^ (mixed(seed + mixed(right + np.uint64((turn + 1) << 40))) & mask)
            value = (left << bits) | right
            if value < np.uint64(total):
                break
        found[at] = np.int64(value)
    return found


def _people(number: Ints, levels: Mapping[str, Ints], seed: int, given: Assumptions, whose: str) -> People:
    """Households of these levels, and their adults; who asked for bijstand comes first in each."""
    form = np.array(_FORMS)[levels["household"]]
    household = np.repeat(np.arange(len(number)), np.where(form == _COUPLE, 2, 1))
    second = np.diff(household, prepend=-1) == 0
    person = number[household] * ADULTS_MOST + second
    asked_age, months = _ages(number * ADULTS_MOST, levels, seed, given)
    age, works = asked_age[household], (levels["work"] == 1)[household]
    age[second], works[second] = _partners(person[second], age[second], works[second], seed, given)
    classes = np.searchsorted([low for low, _ in AGES[1:]], age, side="right")
    alone = (form == _ALONE)[household]
    return People(
        number, form, np.isin(levels["household"], _WITH_CHILDREN), months, np.full(len(number), EVERYBODY_ELSE),
        np.full(len(number), LONG_AGO), dict(levels), person, household, age,
        _below(person, Purpose.LIMITED, seed, given, "people.limited", classes),
        alone & _below(person, Purpose.CARES, seed, given, "people.cares", classes),
        _ready(person, works, seed, given, whose), _view(person, seed, given), works,
    )  # fmt: skip


def _ages(asked: Ints, levels: Mapping[str, Ints], seed: int, given: Assumptions) -> tuple[Ints, Ints]:
    """Age and months on bijstand, both in months, evenly within their classes; nobody has bijstand from before 18."""
    fewest = np.array(MONTHS_ON)[levels["duration"]]
    longest = np.array([*(month - 1 for month in MONTHS_ON[1:]), given.number("people.duration_longest")])[levels["duration"]]
    low, high = np.array(AGES)[levels["age"]].T
    age = _between(np.minimum(np.maximum(low, ADULT + fewest), high), high, column(seed, asked, 0, Purpose.BORN))
    most = np.minimum(longest, age - ADULT)
    return age, _between(np.minimum(fewest, most), most, column(seed, asked, 0, Purpose.SINCE))


def _partners(person: Ints, age: Ints, works: Truths, seed: int, given: Assumptions) -> tuple[Ints, Truths]:
    """Age and work of partners, from those of who asked: some years apart, adult, and below 66."""
    apart = np.full(len(age), 12 * given.number("people.partner_years"))
    own = np.clip(age + _between(-apart, apart, column(seed, person, 0, Purpose.BORN)), ADULT, AGES[-1][1])
    return own, _below(person, Purpose.PARTNER, seed, given, "people.partner_works", works.astype(np.int64))


def _between(low: Ints, high: Ints, chance: Ints) -> Ints:
    """A whole number of low to high, both inclusive, evenly by a number out of a million."""
    return np.asarray(low + chance * (high - low + 1) // MILLION, np.int64)


def _below(person: Ints, purpose: Purpose, seed: int, given: Assumptions, name: str, classes: Ints) -> Truths:
    """Who falls below the chance of their class, per million."""
    found: Truths = column(seed, person, 0, purpose) < np.array(given.numbers(name))[classes]
    return found


def _view(person: Ints, seed: int, given: Assumptions) -> Ints:
    """The quadrant, 1 to 4."""
    ends = np.cumsum(given.numbers("people.views"))[:-1]
    return 1 + np.searchsorted(ends, column(seed, person, 0, Purpose.VIEW), side="right")


def _ready(person: Ints, works: Truths, seed: int, given: Assumptions, whose: str) -> Ints:
    """How near to work, by whether somebody works."""
    ends = np.cumsum(np.array(given.numbers(f"people.ready.{whose}")).reshape(2, 3), axis=1)[works.astype(np.int64)]
    chance = column(seed, person, 0, Purpose.READY)
    return (chance >= ends[:, 0]).astype(np.int64) + (chance >= ends[:, 1])
