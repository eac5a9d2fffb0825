# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who of a synthetic town enrols in the experiment, when, and who of them is the research group, with exactly its margins.

61 percent of the research group works, which cannot hold of all who enrolled (A-11): so people are chosen twice, first to the
participants' margins but with half of all in the town who work, then to those of the research group. Both times two
characteristics go together as the associations say, as far as there are people enough; how near to work participants are, which
is assumed, is chosen on too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import numpy as np
from numba import njit

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import MILLION, Purpose, column, mixed, seeded
from werkzaam.simulation.margins import COLUMNS, LEVELS, Floats, Margins, margins_of, raked, together, whole
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.town import people_of, plan_of

ARMS = 3
PARTICIPANTS = COLUMNS[1]
TRIES, ROUNDS = 20_000, 100
"""Pairs looked at by chance in a round, and rounds before a margin is given up; one to ten are enough for Amsterdam."""
_BILLION = 1_000_000_000
_JOINED = tuple(name for name in LEVELS if name != "origin")
_READY = "ready"
"""Work and readiness together: three levels without work, then three with."""


def research_group(count: int, seed: int, given: Assumptions) -> People:
    """People directly by the participants' margins, a third in each arm, with the month in which they entered."""
    return in_thirds(with_cohorts(people_of(plan_of(given, count, PARTICIPANTS), seed, given), seed, given))


def enrol(town: People, seed: int, given: Assumptions, count: int | None = None) -> Ints:
    """The rows of a town who enrol, ascending: 5,250 unless said otherwise, of whom exactly 27 percent work.

    All else is by the participants' margins as far as the town has the people. Raises InputError when it is too small.
    """
    count = _asked(count, "people.enrolled", given)
    share = given.number("people.enrolled_working")
    margins = {**margins_of(given, PARTICIPANTS), "work": (100 - share, share)}
    targets = _targets(margins, count, given)
    codes = _codes(town)
    if count > len(town.number) or (np.bincount(codes["work"], minlength=2) < targets["work"]).any():
        raise InputError(
            f"{count} people cannot enrol of whom {share} percent work: the town has {len(town.number)} households and "
            f"{int(codes['work'].sum())} who work. Ask for fewer, or for a larger town."
        )
    targets = {name: _at_most(target, np.bincount(codes[name], minlength=len(target))) for name, target in targets.items()}
    return _chosen(town, codes, targets, seed, Purpose.ENROL, _pairs(margins, count, given))[0]


def select(enrolled: People, seed: int, given: Assumptions, count: int | None = None) -> Ints:
    """The rows of the research group, ascending: 812 unless said otherwise, with every margin of Table 2 exactly.

    Raises InputError with the margin that cannot be met.
    """
    count = _asked(count, "people.selected", given)
    margins = margins_of(given, PARTICIPANTS)
    targets, codes = _targets(margins, count, given), _codes(enrolled)
    for name, target in targets.items():
        there = np.bincount(codes[name], minlength=len(target))
        for level in np.flatnonzero(there < target).tolist():
            raise InputError(
                f"A research group of {count} needs {target[level]} people with {name} {_named(name, level)}; "
                f"{there[level]} of the {len(enrolled.number)} enrolled are so. Enrol more people, or select fewer."
            )
    rows, off = _chosen(enrolled, codes, targets, seed, Purpose.SELECT, _pairs(margins, count, given))
    if off:
        raise InputError(f"A research group of {count} from {len(enrolled.number)} enrolled: the margin {off!r} was not met in "
                         f"{ROUNDS} rounds of swaps. Enrol more people, or select fewer.")  # fmt: skip
    return rows


def with_cohorts(people: People, seed: int, given: Assumptions) -> People:
    """The same people with the month in which each entered: 3,000 of 5,250 in the first half of 2018, the rest early in 2019."""
    first = len(people.number) * given.number("people.enrolled_first") // given.number("people.enrolled")
    chance = column(seed, people.number, 0, Purpose.COHORT)
    later = np.ones(len(people.number), dtype=np.int64)
    later[np.lexsort((people.number, chance))[:first]] = 0
    begin, end = (np.array([_month(given, at), _month(given, at + 2)])[later] for at in (0, 1))
    return replace(people, enters=begin + column(seed, people.number, 1, Purpose.COHORT) * (end - begin + 1) // MILLION)


def in_thirds(people: People) -> People:
    """The same people with every third of them in each arm; their numbers, and so their order, were shuffled."""
    return replace(people, arm=np.arange(len(people.number)) % ARMS)


def _month(given: Assumptions, at: int) -> int:
    """A bound of the windows of enrolment as a month, counted from January 2018."""
    year, number = divmod(given.numbers("people.windows")[at], 100)
    return Month.of(year, number).index - Month.of(2018, 1).index


def _codes(people: People) -> dict[str, Ints]:
    """The levels (households,) of what people are chosen on."""
    first = people.first[:-1]
    return {_READY: people.works[first] * 3 + people.ready[first], **{name: people.characteristics[name] for name in LEVELS}}


def _targets(margins: Margins, count: int, given: Assumptions) -> dict[str, Ints]:
    """Whole people per level of each margin, and of work and readiness together."""
    found = {name: whole(name, shares, count) for name, shares in margins.items()}
    ready = np.array(given.numbers(f"people.ready.{PARTICIPANTS}")).reshape(2, 3)
    parts = [whole(_READY, shares.tolist(), int(people)) for shares, people in zip(ready, found["work"], strict=True)]
    return {_READY: np.concatenate(parts), **found}


def _pairs(margins: Margins, count: int, given: Assumptions) -> dict[tuple[str, str], Floats]:
    """How many are expected to have each two levels, of every two groups but origin: what is aimed at, though not exactly."""
    return {(one, other): together(one, other, count, margins, given) for one, other in combinations(_JOINED, 2)}


def _at_most(target: Ints, there: Ints) -> Ints:
    """A target that there are people for: what a level lacks goes to the others, by how many of them are left."""
    found: Ints = np.minimum(target, there)
    lacks = int(target.sum() - found.sum())
    return found + whole("others", (there - found).tolist(), lacks) if lacks else found


def _named(name: str, level: int) -> str:
    return LEVELS[name][level] if name in LEVELS else f"level {level}"


def _asked(count: int | None, name: str, given: Assumptions) -> int:
    found = given.number(name) if count is None else count
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise InputError(f"At least one person is chosen; found {found!r}.")
    return found


def _chosen(people: People, codes: dict[str, Ints], targets: dict[str, Ints], seed: int, purpose: Purpose,
            pairs: Mapping[tuple[str, str], Floats]) -> tuple[Ints, str]:  # fmt: skip
    """Rows whose levels add up to the targets, and the name of a margin that they miss; "" for none.

    Everybody gets a chance by raking, never above one; people in an order by chance are taken where the running total of chances
    passes a whole number; then who is in is swapped for who is not, by the odds of both, where that makes no margin worse.
    """
    count = int(targets["work"].sum())
    chances = _chances(codes, targets, pairs)
    order = np.lexsort((people.number, column(seed, people.number, 0, purpose)))
    ends = np.cumsum((chances[order] * _BILLION).astype(np.int64))
    taken = np.diff(ends * count // max(int(ends[-1]), 1), prepend=0) > 0
    taken[np.flatnonzero(~taken)[: count - int(taken.sum())]] = True
    return _exactly(order[taken], order[~taken], codes, targets, _odds(chances), seeded(seed) ^ mixed(np.uint64(purpose)))


def _chances(codes: dict[str, Ints], targets: dict[str, Ints], pairs: Mapping[tuple[str, str], Floats]) -> Floats:
    """The chance of everybody to be chosen, at most 1: the same for who are alike in everything."""
    sizes = tuple(len(targets[name]) for name in codes)
    alike, whose, many = np.unique(np.ravel_multi_index(tuple(codes.values()), sizes), return_inverse=True, return_counts=True)
    kinds = dict(zip(codes, np.unravel_index(alike, sizes), strict=True))
    aims = {f"{one}, {other}": aim for (one, other), aim in pairs.items()}
    both = {f"{one}, {other}": kinds[one] * len(targets[other]) + kinds[other] for one, other in pairs}
    aims.update({name: target.astype(np.float64) for name, target in targets.items()})
    return np.asarray((raked(many.astype(np.float64), {**both, **kinds}, aims, many) / many)[whose], np.float64)


def _odds(chances: Floats) -> Ints:
    """The odds of each, in millionths, between one in a million and a million."""
    return np.clip(chances / np.maximum(1.0 - chances, 1 / MILLION) * MILLION, 1, MILLION * MILLION).astype(np.int64)


def _exactly(
    inside: Ints, outside: Ints, codes: dict[str, Ints], targets: dict[str, Ints], odds: Ints, seed: np.uint64
) -> tuple[Ints, str]:
    """Swap in rounds until every margin is met: first anybody for anybody, then two people who differ in one thing only."""
    names = [name for name in codes if name != "work"]  # Work and readiness together say who works.
    table = np.stack([codes[name] for name in names], axis=1)
    width = max(len(targets[name]) for name in names)
    wanted = np.array([np.pad(targets[name], (0, width - len(targets[name]))) for name in names])
    for turn in range(ROUNDS):
        _swap(seed, turn, table, wanted, odds, inside, outside)
        off = [names[margin] for margin in range(len(names)) if not _mended(margin, table, wanted, inside, outside)]
        if not off:
            return np.sort(inside), ""
    return np.sort(inside), off[0]


def _mended(margin: int, table: Ints, wanted: Ints, inside: Ints, outside: Ints) -> bool:
    """Whether a margin could be met by swapping people who are alike in all other margins: changes both."""
    others = np.delete(table, margin, axis=1)
    alike = np.ravel_multi_index(tuple(others.T), tuple(others.max(axis=0) + 1))
    off = np.bincount(table[inside, margin], minlength=wanted.shape[1]) - wanted[margin]
    while off.any():
        much, few = int(np.argmax(off)), int(np.argmin(off))
        givers, takers = np.flatnonzero(table[inside, margin] == much), np.flatnonzero(table[outside, margin] == few)
        able = givers[np.isin(alike[inside[givers]], alike[outside[takers]])]
        if len(able) == 0:
            return False
        one, other = able[0], takers[alike[outside[takers]] == alike[inside[able[0]]]][0]
        inside[one], outside[other] = outside[other], inside[one]
        off[much] -= 1
        off[few] += 1
    return True


@njit(cache=True, nogil=True, inline="always")
def _worse(count, going, coming):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """Whether the margins are further off when somebody with these levels goes and somebody with those comes."""
    change = 0
    for m in range(len(going)):
        if going[m] != coming[m]:
            change += (-1 if count[m, going[m]] > 0 else 1) + (-1 if count[m, coming[m]] < 0 else 1)
    return change > 0


@njit(cache=True, nogil=True)
def _swap(seed, turn, table, wanted, odds, inside, outside):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """Swap people by chance where no margin gets worse: changes both."""
    count = -wanted
    for row in inside:
        for m in range(len(wanted)):
            count[m, table[row, m]] += 1
    for at in range(TRIES if len(outside) else 0):
        number = mixed(seed + mixed(np.uint64(turn * TRIES + at + 1)))
        i = np.int64((number >> np.uint64(32)) * np.uint64(len(inside)) >> np.uint64(32))
        j = np.int64((number & np.uint64(0xFFFFFFFF)) * np.uint64(len(outside)) >> np.uint64(32))
        luck = np.int64(mixed(number) >> np.uint64(44))
        if not _worse(count, table[inside[i]], table[outside[j]]) and (odds[outside[j]] << 20) > odds[inside[i]] * luck:
            for m in range(len(wanted)):
                count[m, table[inside[i], m]] -= 1
                count[m, table[outside[j], m]] += 1
            inside[i], outside[j] = outside[j], inside[i]
