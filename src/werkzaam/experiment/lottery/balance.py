# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How alike the arms are on what was known before the draw: standardised differences of shares.

Source: Austin, P.C. (2009), Balance diagnostics for comparing the distribution of baseline covariates between treatment groups,
Statistics in Medicine 28, 3083-3107; doi 10.1002/sim.3697.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from werkzaam.experiment.lottery.strata import Levels


class Balance(NamedTuple):
    """One level of one variable in two arms: how many of how many people have it, and the standardised difference.

    The difference of the shares is divided by the root of the mean of their variances p(1-p); 0 where nobody or everybody has
    the level in both arms, infinite where it separates them wholly.
    """

    variable: str
    level: str
    arm: str
    against: str
    counts: tuple[int, int]
    sizes: tuple[int, int]
    difference: float


def balance(arms: Mapping[str, str | None], levels: Levels, variables: Iterable[str]) -> tuple[Balance, ...]:
    """A row for each level of each variable and each pair of arms, among those who were selected."""
    people = {pid: arm for pid, arm in arms.items() if arm is not None}
    sizes = Counter(people.values())
    rows = []
    for variable in variables:
        counts = Counter((levels[pid][variable], arm) for pid, arm in people.items())
        for level in sorted({level for level, _ in counts}):
            for arm, against in combinations(sorted(sizes), 2):
                both = counts[level, arm], counts[level, against]
                of = sizes[arm], sizes[against]
                rows.append(Balance(variable, level, arm, against, both, of, _difference(both, of)))
    return tuple(rows)


def _difference(counts: tuple[int, int], sizes: tuple[int, int]) -> float:
    first, second = counts[0] / sizes[0], counts[1] / sizes[1]
    if first == second:
        return 0.0
    spread = math.sqrt((first * (1 - first) + second * (1 - second)) / 2)
    return (first - second) / spread if spread else math.copysign(math.inf, first - second)
