# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is interviewed when: four waves, each of those who still answer, at least so many months after the one before (R-252).

Who answers at a later wave answered at every earlier one. People who work at the start stay a little more often: that is all that
is published about who drops out (61 percent of all work at T0, and 64 percent of those who stay to the end).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.simulation.assumption import Assumptions, month_of
from werkzaam.simulation.chance import MILLION, Purpose, column
from werkzaam.simulation.people import Ints, People, Truths

WAVES = ("T0", "T1", "T2", "T3")
NOT_INTERVIEWED = -1
JANUARY_2018 = Month.of(2018, 1)
"""The first month that Amsterdam is simulated."""
_SOON = len(WAVES)
"""The month of chance that decides whether the second interview comes soon; the waves themselves have 0 to 3."""


@dataclass(frozen=True, slots=True)
class Interviews:
    """The month of each household's interview, counted from the first simulated (households, waves); -1 where there is none."""

    month: Ints

    def given(self, wave: int) -> Truths:
        """Who is interviewed at a wave (households,)."""
        found: Truths = self.month[:, wave] != NOT_INTERVIEWED
        return found

    @property
    def panel(self) -> Truths:
        """Who is interviewed at every wave (households,)."""
        found: Truths = (self.month != NOT_INTERVIEWED).all(axis=1)
        return found

    def at(self, columns: Array, wave: int) -> Array:
        """What a column by month (months, households) holds at the interview; only meant where one is `given`."""
        return columns[np.maximum(self.month[:, wave], 0), np.arange(len(self.month))]


def interviews(people: People, seed: int, given: Assumptions, begins: Month = JANUARY_2018) -> Interviews:
    """When each of these people is interviewed; in expectation as many as were, of as many people as there are.

    `begins` is the first month simulated. Raises MissingParameter, and InputError when more people would stay than there are.
    """
    number = people.person[people.first[:-1]]
    months = np.full((len(number), len(WAVES)), NOT_INTERVIEWED, np.int64)
    luck = column(seed, number, 0, Purpose.ANSWER)
    before = np.full(len(number), NOT_INTERVIEWED, np.int64)
    limits = _staying(people.works[people.first[:-1]], given)
    for wave in range(len(WAVES)):
        first, last = _window(people, before, wave, number, seed, given, begins)
        draw = column(seed, number, wave, Purpose.WAVE_MONTH)
        before = first + draw * (last - first + 1) // MILLION
        months[:, wave] = np.where(luck < limits[wave], before, NOT_INTERVIEWED)
    return Interviews(months)


def _staying(works: Truths, given: Assumptions) -> list[Ints]:
    """The chance to answer at each wave (households,), per million: workers' somewhat more, all together as published."""
    sizes, more = given.numbers("waves.interviewed"), given.number("waves.workers_more")
    everybody, workers = len(works), int(works.sum())
    found = []
    for size in sizes:
        other = MILLION * size * everybody * 1000 // (sizes[0] * (everybody * 1000 + workers * more))
        chance = np.where(works, other * (1000 + more) // 1000, other) if size < sizes[0] else np.full(everybody, MILLION)
        if everybody and chance.max() > MILLION:
            raise InputError(f"waves.workers_more is {more} per mille; with it more than all workers would be interviewed again.")
        found.append(chance)
    return found


def _window(people: People, before: Ints, wave: int, number: Ints, seed: int, given: Assumptions,
            begins: Month) -> tuple[Ints, Ints]:  # fmt: skip
    """The first and the last month in which each household's interview of a wave can be (households,)."""
    opens, closes = (_place(given.numbers(name)[wave], begins) for name in ("waves.first", "waves.last"))
    if wave == 0:
        first = np.clip(people.enters, opens, closes)
        return first, np.minimum(first + given.number("waves.within"), closes)
    first = np.maximum(before + given.number("waves.apart"), opens)
    last = np.maximum(first, closes)
    if wave == 1:
        soon = column(seed, number, _SOON, Purpose.WAVE_MONTH) < given.number("waves.soon")
        until = _place(given.number("waves.soon_until"), begins)
        return np.where(soon, first, np.maximum(first, until + 1)), np.where(soon, np.maximum(first, until), last)
    return first, last


def _place(yyyymm: int, begins: Month) -> int:
    """How many months a month written as 201803 lies after the first."""
    return month_of(yyyymm).index - begins.index
