# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is on bijstand: leaving for work when wages stay above the norm, leaving for other reasons, and coming back.

Whether wages are above the norm is what the rules say (`recht_op_bijstand`); how soon somebody then leaves is chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numba import njit

from werkzaam.simulation.chance import Purpose, of_million, seeded
from werkzaam.simulation.labour import Behaviour
from werkzaam.simulation.people import Ints, Truths


class Left(IntEnum):
    """Why somebody is not on bijstand."""

    NOT = 0
    WORK = 1
    OTHER = 2


@dataclass(slots=True)
class Standing:
    """Where each household stands (households,): on bijstand, why not, months with wages above the norm, and times it left."""

    on: Truths
    left: Ints
    above: Ints
    times: Ints
    ended: Truths


@dataclass(frozen=True, slots=True)
class Leaving:
    """Chances per million a month: to leave for work with wages above the norm, for other reasons, and to come back."""

    for_work: int
    for_other: int
    back: int
    back_other: int


def everybody_on(households: int) -> Standing:
    """All on bijstand, before the first month."""
    left, above, times = (np.zeros(households, np.int64) for _ in range(3))
    return Standing(np.ones(households, dtype=bool), left, above, times, np.zeros(households, dtype=bool))


def move(standing: Standing, chances: Leaving, behaviour: Behaviour, arm: Ints, enters: Ints, number: Ints, entitled: Truths,
         month: int, seed: int, leaves: Ints | None = None) -> None:  # fmt: skip
    """Who leaves or comes back at the end of a month: changes `standing`, which then holds for the next month.

    `entitled` says by the rules whose wages are below the norm; nobody leaves before entering the experiment. `leaves`
    (households,) multiplies the chance to leave, per mille.
    """
    even = np.full(len(arm), 1000, np.int64) if leaves is None else leaves
    _move(seeded(seed), month, arm, enters, number, entitled, chances.for_work, chances.for_other, chances.back,
          chances.back_other, behaviour.leaving[:, month], behaviour.coming[:, month], standing.on, standing.left,
          standing.above, standing.times, standing.ended, even)  # fmt: skip


@njit(cache=True, nogil=True)
def _move(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    seed, month, arm, enters, number, entitled, work, other, back, back_other, leaving, coming, on, left, above, times, ended,
    leaves,
):  # fmt: skip
    for h in range(len(on)):
        a = arm[h]
        ended[h] = False
        above[h] = 0 if entitled[h] else above[h] + 1
        if on[h]:
            if month < enters[h]:
                continue
            number_drawn = of_million(seed, number[h], month + 1, Purpose.LEAVE)
            chance_work = work * leaving[a] // 1000 * leaves[h] // 1000 if above[h] else 0
            if number_drawn < chance_work:
                on[h], left[h] = False, Left.WORK
            elif number_drawn < chance_work + other * leaving[a] // 1000 * leaves[h] // 1000:
                on[h], left[h] = False, Left.OTHER
            if not on[h]:
                ended[h] = True
                times[h] += 1
        elif entitled[h]:
            chance = (back if left[h] == Left.WORK else back_other) * coming[a] // 1000
            if of_million(seed, number[h], month + 1, Purpose.RETURN) < chance:
                on[h], left[h] = True, Left.NOT
