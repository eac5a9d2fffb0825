# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Errors that people experienced, apart from errors that were established (R-091).

Who is interviewed tells what went wrong for them; whether the sum was wrong is seen only by checking it. Interviews in which
nothing was checked establish nothing, and "0 established" out of them is no error rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import InputError


@dataclass(frozen=True, slots=True)
class Errors:
    """Of so many `interviews` how many told of `trouble`; of so many cases that were `checked` how many errors are `established`.

    Raises InputError for more trouble than interviews, a number below zero, or errors in more cases than were checked.
    """

    interviews: int
    trouble: int
    checked: int = 0
    established: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.trouble <= self.interviews:
            raise InputError(
                f"At most {self.interviews} of {self.interviews} interviews can tell of trouble; found {self.trouble}."
            )
        if not 0 <= self.established <= self.checked:
            raise InputError(
                f"{self.established} errors in {self.checked} checked cases cannot be: errors are established by checking."
            )

    @property
    def experienced_percent(self) -> Fraction | None:
        """Who told of trouble, as a percentage of who was interviewed; None when nobody was."""
        return Fraction(100 * self.trouble, self.interviews) if self.interviews else None

    @property
    def established_percent(self) -> Fraction | None:
        """Errors that were found, as a percentage of the cases that were checked; None, not measured, when none was."""
        return Fraction(100 * self.established, self.checked) if self.checked else None
