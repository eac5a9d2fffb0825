# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A draw as it was held: who was dealt with whom, along which pattern. What a redraw does again, and nothing else.

Everybody is dealt at once where one draw was held with every arm open to all. With rolling enrolment there is a dealing for each
draw, and where a recorded ground closes an arm to some people, they are dealt along the pattern without it
(protocol `experiment-lottery/v1`, points 4 and 7).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from werkzaam.core.errors import InputError
from werkzaam.experiment import deal
from werkzaam.experiment.panel import Ints, Truths

Contrast = tuple[int, int]
"""An arm, and the arm that is subtracted from it."""


@dataclass(frozen=True, slots=True)
class Dealing:
    """People who were dealt together, along one pattern.

    rows    which rows of the columns they are
    blocks  (people,) the block in which each was dealt, numbered from 0 without gaps
    slots   the dealing pattern: the arm of each slot
    early   blocks below this number were dealt before the others (`deal.blocks`)
    """

    rows: Ints
    blocks: Ints
    slots: Ints
    early: int = 0

    def check(self, arms: Ints, among: Ints) -> None:
        """Refuse arms (people,) that these blocks and slots cannot have given, looking at every arm of the draw."""
        sizes = np.bincount(self.blocks)
        rounds, left = np.divmod(sizes, len(self.slots))
        for arm in among:
            slots = int((self.slots == arm).sum())
            held = np.bincount(self.blocks[arms == arm], minlength=len(sizes))
            least = slots * rounds
            most = least + np.minimum(slots, left)
            if (wrong := np.flatnonzero((held < least) | (held > most))).size:
                at = wrong[0]
                raise InputError(
                    f"Stratum {at} of {sizes[at]} people has {held[at]} in arm {arm}; the draw gives {least[at]} to {most[at]}. "
                    "Give the strata and the slots with which was drawn."
                )


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw as it was held, to be held again: `size` rows, and who of them was dealt with whom.

    There is more than one dealing where people were drawn in turns, and where some could not come into every arm. Who is in none
    was not drawn.
    """

    size: int
    dealings: tuple[Dealing, ...]

    @property
    def arms(self) -> int:
        """How many numbers arms have: one more than the highest."""
        return 1 + max(int(np.max(one.slots)) for one in self.dealings)

    @property
    def blocks(self) -> Ints:
        """(size,) the block of each row, with another number in every dealing; -1 for who was not drawn."""
        found, first = np.full(self.size, -1, np.int64), 0
        for one in self.dealings:
            found[one.rows] = one.blocks + first
            first += int(one.blocks.max()) + 1
        return found

    def open_to(self, arms: Collection[int]) -> Truths:
        """(size,) who could have come into every one of these arms."""
        found = np.zeros(self.size, dtype=np.bool_)
        for one in self.dealings:
            found[one.rows] = np.isin(list(arms), one.slots).all()
        return found

    def check(self, arms: Ints, contrasts: Sequence[Contrast], *columns: NDArray[np.generic] | None) -> None:
        """Refuse columns that do not fit, and arms or contrasts that this draw cannot have given."""
        self._check_rows(arms, columns)
        slots = np.concatenate([one.slots for one in self.dealings])
        named = {int(arm) for contrast in contrasts for arm in contrast} | set(np.unique(arms[arms >= 0]).tolist())
        if strange := sorted(named - set(slots.tolist())):
            pattern = self.dealings[0].slots.tolist()
            raise InputError(f"Arm {strange[0]} has no slot in the dealing pattern {pattern}; nobody can have drawn it.")
        for one in self.dealings:
            one.check(arms[one.rows], np.unique(slots))

    def _check_rows(self, arms: Ints, columns: Sequence[NDArray[np.generic] | None]) -> None:
        lengths = {self.size, len(arms)} | {len(column) for column in columns if column is not None}
        if len(lengths) != 1:
            raise InputError(f"Arms, outcomes, strata and covariates need a row for each person; found {sorted(lengths)} rows.")
        drawn = self.blocks >= 0
        if (wrong := np.flatnonzero((arms >= 0) != drawn)).size:
            was = "was drawn" if drawn[wrong[0]] else "was not drawn"
            raise InputError(f"Who was drawn has an arm, and nobody else; row {wrong[0]} {was} and has arm {arms[wrong[0]]}.")

    def again(self, chance: np.random.Generator, count: int) -> deal.Arms:
        """The arms of so many redraws: (count, size), -1 for who was not drawn."""
        drawn = [deal.redraws(one.blocks, one.slots, chance, count, one.early) for one in self.dealings]
        if len(drawn) == 1 and len(self.dealings[0].rows) == self.size:
            return drawn[0]
        found = np.full((count, self.size), -1, np.int8)
        for one, arms in zip(self.dealings, drawn, strict=True):
            found[:, one.rows] = arms
        return found


def one_dealing(strata: Ints, slots: Ints, early: int = 0) -> Draw:
    """The draw of everybody at once, with all arms open to all; `strata` and `early` as `deal.blocks` gives them."""
    _, blocks = np.unique(strata, return_inverse=True)
    return Draw(len(strata), (Dealing(np.arange(len(strata)), blocks.astype(np.int64), slots, early),))
