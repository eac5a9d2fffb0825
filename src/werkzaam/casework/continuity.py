# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How many case managers a client has had since a day (R-114, R-271), counted as the final report of the experiment does.

A case manager counts when the client was theirs for more than seven calendar days on end; who filled in for a week does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.casework.dossier import Spell
from werkzaam.casework.period import Period

MORE_THAN_DAYS = 7
"""Calendar days (final report of the experiment, chapter 3, on how case managers were valued)."""


@dataclass(frozen=True, slots=True)
class Continuity:
    """The case managers that clients had in a period: the clients with at least one, their mean, and how many had exactly one.

    `without` are clients with none that counts; they are in no other number.
    """

    period: Period
    clients: int
    workers: int
    with_one: int
    without: int

    @property
    def mean(self) -> Fraction | None:
        """Case managers a client; None when there are no clients."""
        return Fraction(self.workers, self.clients) if self.clients else None

    @property
    def share_with_one(self) -> Fraction | None:
        """The share of the clients with one and the same case manager."""
        return Fraction(self.with_one, self.clients) if self.clients else None


def workers_of(spells: Iterable[Spell], period: Period) -> int:
    """The case managers of one client in a period; somebody who comes back is counted once, and weeks are not added up."""
    counted = set()
    for spell in spells:
        inside = period.both(spell.first, spell.last)
        if inside is not None and inside.days > MORE_THAN_DAYS:
            counted.add(spell.worker)
    return len(counted)


def continuity(clients: Iterable[Iterable[Spell]], period: Period) -> Continuity:
    """Of clients, each with the spells of their case managers."""
    counts = [workers_of(spells, period) for spells in clients]
    some = [count for count in counts if count]
    return Continuity(period, len(some), sum(some), some.count(1), len(counts) - len(some))
