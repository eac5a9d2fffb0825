# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who still works after a shock, by the contract of the interview before (R-160).

The Amsterdam report found that of who had a permanent contract 92 percent kept the job through the pandemic, and of who had a
flexible one or worked for themselves 60 percent (chapter 4; ambiguity A-36 says why these two are taken together).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import InputError

FIXED, FLEXIBLE, OTHER = "vast", "flexibel", "anders"
FEWEST = 10
"""Of fewer people nothing is shown."""
_GROUP: Mapping[str, str | None] = {
    "permanent": FIXED, "temporary": FLEXIBLE, "on_call": FLEXIBLE, "agency": FLEXIBLE, "self_employed": FLEXIBLE,
    "does_not_know": OTHER, "none": None,
}  # fmt: skip
"""The answers to the question about the contract; who has none does not work and is in no group."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Of who worked under a kind of contract and was asked again: how many still work. None where they are fewer than ten."""

    group: str
    people: int | None
    working: int | None

    @property
    def share(self) -> Fraction | None:
        """The share that still works."""
        return None if not self.people or self.working is None else Fraction(self.working, self.people)


def retention(answers: Iterable[tuple[str, bool | None]]) -> list[Retention]:
    """By kind of contract. An answer is the contract before and whether somebody works after; None when not asked again.

    Somebody who was not asked again counts nowhere: missing is not "stopped". Raises InputError for an unknown contract.
    """
    counts = {group: [0, 0] for group in (FIXED, FLEXIBLE, OTHER)}
    for contract, works in answers:
        if contract not in _GROUP:
            raise InputError(f"A contract was expected, one of {', '.join(_GROUP)}; found {contract!r}.")
        group = _GROUP[contract]
        if group is not None and works is not None:
            counts[group][0] += 1
            counts[group][1] += works
    return [_shown(group, people, working) for group, (people, working) in counts.items()]


def _shown(group: str, people: int, working: int) -> Retention:
    return Retention(group, people, working) if people >= FEWEST else Retention(group, None, None)
