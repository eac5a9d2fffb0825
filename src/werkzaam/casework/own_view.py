# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A look at one's own view of people, in four quadrants, for a talk among colleagues (R-270). Nothing of it is ever kept.

The two axes and their quadrants are those of the final report (seed 002), chapter 1, Schema: how well somebody can manage alone,
and what moves them. The statements are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkzaam.core.errors import InputError

ALONE, MOVED = "zelfredzaam", "gemotiveerd"
STATEMENTS = ((ALONE, 1), (MOVED, 1), (ALONE, -1), (MOVED, -1), (ALONE, 1), (MOVED, 1), (ALONE, -1), (MOVED, -1))
"""The axis of each statement, and whether agreeing leads up it (1) or down (-1)."""
LEAST, MOST, MIDDLE = 1, 5, 3


@dataclass(frozen=True, slots=True)
class View:
    """Where answers lead: on each axis from -8 to 8, up is self-reliant and moved from within."""

    alone: int
    moved: int

    @property
    def quadrant(self) -> int | None:
        """Quadrant 1 to 4 of the report; None on a line between them."""
        if not self.alone or not self.moved:
            return None
        return (4 if self.moved > 0 else 1) if self.alone > 0 else (3 if self.moved > 0 else 2)


def view_of(answers: Sequence[int]) -> View:
    """Where somebody's answers lead, each from 1 (not at all) to 5 (fully); raises InputError for others or not eight."""
    if len(answers) != len(STATEMENTS) or not all(LEAST <= one <= MOST for one in answers):
        raise InputError(f"{len(STATEMENTS)} answers from {LEAST} to {MOST} were expected; found {' '.join(map(str, answers))}.")
    totals = {ALONE: 0, MOVED: 0}
    for (axis, way), answer in zip(STATEMENTS, answers, strict=True):
        totals[axis] += way * (answer - MIDDLE)
    return View(totals[ALONE], totals[MOVED])
