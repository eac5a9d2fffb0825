# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Those who take part beside the whole population, one characteristic a row, with what differs a lot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Compared:
    """One category: its percent among participants and in the population, the difference in points, and whether it is large."""

    item: str
    participants: Fraction
    population: Fraction
    flagged: bool

    @property
    def difference(self) -> Fraction:
        """Participants less population, in percentage points."""
        return self.participants - self.population


def compared(
    participants: Mapping[str, Fraction | int], population: Mapping[str, Fraction | int], threshold: Fraction | int
) -> list[Compared]:
    """Both columns for every category that both have, in the order of the first; flagged when more than the threshold apart.

    All are percents. A category that one of the two does not have is not compared, and never counts as zero.
    """
    rows = []
    for item, percent in participants.items():
        if item in population:
            one, other = Fraction(percent), Fraction(population[item])
            rows.append(Compared(item, one, other, abs(one - other) > threshold))
    return rows


def percents(levels: Sequence[str], order: Sequence[str]) -> dict[str, Fraction]:
    """The percent of people with each level, of those with a known one; nothing when nobody has."""
    known = [level for level in levels if level in order]
    return {level: Fraction(100 * known.count(level), len(known)) for level in order} if known else {}
