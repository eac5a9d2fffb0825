# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How many people it takes to answer what works for whom: in every subgroup and arm, and in all (R-273)."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.core.errors import InputError
from werkzaam.experiment.power import LEVEL, POWER, people_per_arm


@dataclass(frozen=True, slots=True)
class SubgroupSize:
    """People with an outcome that each subgroup needs in each arm, and in all.

    `each` is for one test per subgroup; `each_corrected` when all subgroups are tested together (Bonferroni), which is what a
    report of several subgroups must count with.
    """

    subgroups: int
    arms: int
    base: float
    points: float
    power: float
    each: int
    each_corrected: int

    @property
    def total(self) -> int:
        """People in all subgroups and arms."""
        return self.subgroups * self.arms * self.each

    @property
    def total_corrected(self) -> int:
        """The same when all subgroups are tested together."""
        return self.subgroups * self.arms * self.each_corrected


def subgroup_size(
    subgroups: int, points: float, *, arms: int = 3, base: float = 50.0, power: float = POWER, level: float = LEVEL
) -> SubgroupSize:  # fmt: skip
    """The size to find a difference of `points` percentage points above a share of `base` percent in every subgroup.

    A share of 50 percent takes the most people. Raises InputError where the difference leaves the percentages, and for no groups.
    """
    if subgroups < 1 or arms < 2:
        raise InputError(f"At least 1 subgroup and 2 arms were expected; found {subgroups} and {arms}.")
    if not 0 < power < 1:
        raise InputError(f"A power between 0 and 1 was expected, such as 0.8; found {power}.")
    one, other = base / 100, (base + points) / 100
    each, corrected = (people_per_arm(other, one, power, level / tests) for tests in (1, subgroups))
    return SubgroupSize(subgroups, arms, base, points, power, each, corrected)
