# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of an experiment as columns: what every estimate reads.

Row i is the same person everywhere; rows stand in the order of the pids. Levels and arms are indexes into the design's lists, -1
where there is none; numbers that were not observed are NaN, never 0.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Panel:
    """Everybody enrolled and not excluded, drawn or not.

    people            their pids, sorted
    characteristics   for each variable of the design the index of its level
    strata            the index of the stratum after merging
    arms              the index of the arm by lot (never of the treatment received), -1 for not selected
    selected          the chance to be selected by the design, in (0, 1]
    surveyed          whether the lot asked them for interviews
    answered          for each wave, who was interviewed
    values            for each outcome, baseline or other column of numbers, its value
    dealt             with whom they were dealt: the index of a draw, and within it of the arms that were open to people
    closed            for each of those the indexes of the arms that were closed
    """

    people: tuple[str, ...]
    characteristics: Mapping[str, Ints]
    strata: Ints
    arms: Ints
    selected: Floats
    surveyed: Truths
    answered: Mapping[str, Truths]
    values: Mapping[str, Floats]
    dealt: Ints
    closed: tuple[tuple[int, ...], ...]

    def open_to(self, arms: Collection[int]) -> Truths:
        """Who could have come into every one of these arms: a comparison of them is about these people."""
        found: Truths = np.array([not set(arms) & set(one) for one in self.closed], dtype=np.bool_)[self.dealt]
        return found
