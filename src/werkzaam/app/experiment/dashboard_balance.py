# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How far apart arms are on one level of a characteristic, from counts that may be hidden."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from werkzaam.experiment.lottery.balance import balance

YES, NO = "yes", "no"


def largest_difference(counts: Sequence[int | None], sizes: Sequence[int | None]) -> float | None:
    """The largest standardised difference between two arms (`experiment/lottery/balance`), without its sign.

    None where a count is hidden: a difference would tell it.
    """
    known = [(count, size) for count, size in zip(counts, sizes, strict=True) if count is not None and size is not None]
    if len(known) < len(counts):
        return None
    found = 0.0
    for (one, of), (other, among) in combinations(known, 2):
        people = [(arm, YES if at < count else NO) for arm, count, size in (("one", one, of), ("other", other, among))
                  for at in range(size)]  # fmt: skip
        arms = {str(at): arm for at, (arm, _) in enumerate(people)}
        levels = {str(at): {"level": level} for at, (_, level) in enumerate(people)}
        rows = [row for row in balance(arms, levels, ["level"]) if row.level == YES]
        found = max([found, *(abs(row.difference) for row in rows)])
    return found
