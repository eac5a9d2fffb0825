# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers are fitted to published ones: one after another, each part of guidance on its own, by the same people and luck.

Work does not depend on bijstand, so work is fitted first, without any money; then the rules say once whose wages are below the
norm, and leaving is fitted to that. Later numbers hardly change earlier months, so that going through them in the order of the
calendar, a few times, settles all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from werkzaam.core.months import Span
from werkzaam.engine.addresses import Array
from werkzaam.simulation import labour
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.labour import Behaviour, Market
from werkzaam.simulation.leaving import Leaving, everybody_on, move
from werkzaam.simulation.life import four_weekly_pays, weekly_pays
from werkzaam.simulation.money import Money, Settling
from werkzaam.simulation.people import Ints, People, Truths

Floats = NDArray[np.float64]
Measure = Callable[[Ints], Floats]


@dataclass(frozen=True, slots=True)
class Knob:
    """A number of a part's behaviour and the published number that it decides.

    name     what of `behaviour.<part>.<name>` is turned
    periods  in which periods, counted from 0
    metric   the metric of figures.Figures that it is fitted to
    time     at which time
    low      the least that it can be
    high     the most; the metric rises from low to high, or falls where `falls`
    """

    name: str
    periods: tuple[int, ...]
    metric: str
    time: str
    low: int
    high: int
    falls: bool = False


def turned(given: Assumptions, parts: Sequence[str], knob: Knob, values: Ints) -> Assumptions:
    """The same numbers with a knob at some value for each part (parts,), or at one value (1,) for all."""
    changed = {}
    for part, value in zip(parts, np.broadcast_to(values, len(parts)), strict=True):
        name = f"behaviour.{part}.{knob.name}"
        before = list(given.numbers(name))
        for period in knob.periods:
            before[period] = int(value)
        changed[name] = tuple(before)
    return given.with_values(changed)


def stands(given: Assumptions, parts: Sequence[str], knob: Knob) -> Ints:
    """Where a knob stands for each part (parts,)."""
    return np.array([given.numbers(f"behaviour.{part}.{knob.name}")[knob.periods[0]] for part in parts], np.int64)


def solve(measure: Measure, start: Ints, knob: Knob, target: Floats, turns: int = 6, near: float = 0.01) -> Ints:
    """For each part the whole number between low and high whose measure lies nearest to the target, by secants within brackets.

    Where even a bound does not reach the target, the bound is given.
    """
    sign = -1.0 if knob.falls else 1.0
    low, high = np.full(len(start), knob.low, np.float64), np.full(len(start), knob.high, np.float64)
    at = np.clip(start.astype(np.float64), low, high)
    best, off = at.copy(), np.full(len(start), np.inf)
    last, before = at, np.zeros(len(start))
    for turn in range(turns):
        gap = sign * (measure(np.rint(at).astype(np.int64)) - target)
        better = np.abs(gap) < off
        best, off = np.where(better, at, best), np.where(better, np.abs(gap), off)
        if (off < near).all():
            break
        low, high = np.where(gap < 0, np.maximum(low, at), low), np.where(gap < 0, high, np.minimum(high, at))
        away = np.where(gap < 0, at + (knob.high - knob.low) / 20, at - (knob.high - knob.low) / 20)
        with np.errstate(divide="ignore", invalid="ignore"):
            line = at - gap * (at - last) / (gap - before)
        guess = away if turn == 0 else np.where(np.isfinite(line), line, (low + high) / 2)
        inside = (guess > low) & (guess < high)
        last, before, at = at, gap, np.where(inside, guess, np.where(turn == 0, np.clip(guess, low, high), (low + high) / 2))
    return np.rint(best).astype(np.int64)


@dataclass(frozen=True)
class Seen:
    """Columns by month (months, households): `works`, `minutes` and `contract` of the recipient, `on`, `left` and `entitled`."""

    columns: Mapping[str, Array]

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]


def work(people: People, market: Market, behaviour: Behaviour, span: Span, seed: int, money: Money | None = None) -> Seen:
    """Everybody's work month by month; with the rules also who is entitled to bijstand by them, as somebody who is on it.

    The same as `live` does where nobody holds back after a correction; what is paid and who guides is left out.
    """
    months, first = list(span), people.first[:-1]
    names = ("works", "minutes", "contract", "entitled")
    found = {name: np.zeros((len(months), len(first)), np.int16) for name in names}
    state = labour.start(people, market, seed)
    settling = Settling(money, people) if money else None
    everybody, unknown = np.ones(len(first), dtype=bool), np.full(len(people.person), -1, np.int64)
    for at, month in enumerate(months):
        weeks, fourth = weekly_pays(month), four_weekly_pays(month)
        labour.step(people, state, market, behaviour, at, seed, weeks, fourth, 0)
        found["contract"][at], found["minutes"][at] = state.contract[first], state.minutes[first]
        found["works"][at] = state.contract[first] > 0
        if settling:
            found["entitled"][at] = settling.month(month, at, state, unknown, fourth, everybody)["recht_op_bijstand"]
    return Seen(found)


def standing(people: People, entitled: Array, leaving: Leaving, behaviour: Behaviour, seed: int) -> Seen:
    """Who is on bijstand month by month, and why not, when this is who is entitled (months, households)."""
    recipient, state = people.person[people.first[:-1]], everybody_on(len(people.number))
    found = {name: np.zeros(entitled.shape, np.int8) for name in ("on", "left")}
    for at in range(len(entitled)):
        found["on"][at] = state.on
        truths: Truths = entitled[at] != 0
        move(state, leaving, behaviour, people.arm, people.enters, recipient, truths, at, seed)
        found["left"][at] = state.left
    return Seen(found)


def watched(people: People, money: Money, market: Market, behaviour: Behaviour, leaving: Leaving, seed: int) -> Seen:
    """Work and bijstand month by month: all columns of `Seen`."""
    seen = work(people, market, behaviour, money.span, seed, money)
    return Seen({**seen.columns, **standing(people, seen["entitled"], leaving, behaviour, seed).columns})
