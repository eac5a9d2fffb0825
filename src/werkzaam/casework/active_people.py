# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is called active differs by town: the same counts with and without care, work on own problems and exemptions (R-229)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from werkzaam.core.errors import InputError, UnknownName

CARE, OWN_PROBLEMS, EXEMPT = "mantelzorg", "eigen_problemen", "vrijgesteld"
DISPUTED = (CARE, OWN_PROBLEMS)
"""What one town counts as activity and another does not."""


@dataclass(frozen=True, slots=True)
class ActivePeople:
    """People by the one activity they are counted under; `exempt` have none and are asked for none."""

    by_activity: Mapping[str, int]
    exempt: int = 0

    def __post_init__(self) -> None:
        for name, people in {**self.by_activity, EXEMPT: self.exempt}.items():
            if people < 0:
                raise InputError(f"{name}: 0 or more people were expected; found {people}.")

    @property
    def counted(self) -> int:
        """Everybody under any of the activities."""
        return sum(self.by_activity.values())

    def active(self, *, leave_out: Collection[str] = (), with_exempt: bool = False) -> int:
        """People called active when some activities do not count; raises UnknownName for one that nobody counts."""
        for name in leave_out:
            if name not in self.by_activity:
                raise UnknownName(f"{name}: nobody is counted under this. Known are: {', '.join(self.by_activity)}.")
        kept = sum(people for name, people in self.by_activity.items() if name not in leave_out)
        return kept + (self.exempt if with_exempt else 0)
