# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What changes how somebody moves beside the guidance itself: views of people (R-253), a late effect (R-245), contacts (R-244).

All of it is assumed and nothing of it is known: each is off unless it is asked for, and centred so that it changes nothing of
what was fitted while people are an equal mix and contacts are as usual.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.simulation.guided import Guided, Norms
from werkzaam.simulation.people import Ints, People

QUADRANTS = 4
EVEN = 1_000


@dataclass(frozen=True, slots=True)
class Pulls:
    """How much more or less of a chance each has, per mille: to find work and to lose it (people,), to leave (households,)."""

    finding: Ints
    losing: Ints
    leaving: Ints

    @property
    def people(self) -> tuple[Ints, Ints]:
        """Those of people: to find work and to lose it."""
        return self.finding, self.losing


@dataclass(frozen=True, slots=True)
class Late:
    """A late effect of one row: from its `month`-th month on (from 1), people find work and leave so much, per mille."""

    row: int
    month: int
    per_mille: int


def no_pulls(people: People) -> Pulls:
    """Everybody moves as their guidance says."""
    even = np.full(len(people.person), EVEN, np.int64)
    return Pulls(even, even.copy(), np.full(len(people.number), EVEN, np.int64))


def see_people(pulls: Pulls, people: People, table: Ints) -> None:
    """Changes `pulls` by the view that fits each: who is guided as suits them finds work more easily and keeps it more often."""
    fits = table[people.arm[people.household], people.view - 1]
    pulls.finding[:] = pulls.finding * fits // EVEN
    pulls.losing[:] = pulls.losing * (2 * EVEN - fits) // EVEN
    pulls.leaving[:] = pulls.leaving * fits[people.first[:-1]] // EVEN


def come_late(pulls: Pulls, people: People, late: Late, at: int) -> None:
    """Changes `pulls` of who has been under a row for long."""
    there = (people.arm == late.row) & (at - people.enters >= late.month - 1)
    pulls.leaving[there] = pulls.leaving[there] * late.per_mille // EVEN
    persons = there[people.household]
    pulls.finding[persons] = pulls.finding[persons] * late.per_mille // EVEN


def count_contacts(pulls: Pulls, people: People, guided: Guided, norms: Norms, at: int, per_contact: int) -> None:
    """Changes `pulls` by last month's contacts, each by `per_contact` per mille, as far as they are more or fewer than usual."""
    usual = norms.column("usual", at, 0)[people.arm]
    more = per_contact * (guided.contacts * 12_000 - usual) // 12_000
    pulls.finding[:] = np.maximum(pulls.finding + more[people.household], 0)
