# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a life: columns by month of some households, for whoever measures them later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import People

Column = NDArray[Any]
"""Whole numbers of some width."""

COLUMNS = (
    "on", "left", "works", "minutes", "contract", "wages", "bijstand", "income", "short", "norm", "claimed", "made_up", "taken",
    "corrected", "premium", "premium_built", "contacts", "managers",
)  # fmt: skip
"""Whole numbers (months, households), in cents, minutes a week, or 0 and 1; work is that of the recipient, money of everybody.

`on` is this month, `left` is why not (leaving.Left) as it stands after the month.
"""


@dataclass(frozen=True)
class Record:
    """The columns of a life; COLUMNS says what each is."""

    people: People
    columns: dict[str, Column]

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]


def record(people: People, life: Iterable[Lived], months: int) -> Record:
    """Live and keep every column: about 70 bytes a household and month."""
    found = {name: np.zeros((months, len(people.number)), np.int32) for name in COLUMNS}
    for lived in life:
        for name, values in kept(people, lived).items():
            found[name][lived.at] = values
    return Record(people, found)


def kept(people: People, lived: Lived) -> dict[str, Column]:
    """The columns of one month (households,)."""
    first, work, paid = people.first[:-1], lived.work, lived.paid
    return {
        "on": lived.on, "left": lived.standing.left, "works": work.contract[first] > 0, "minutes": work.minutes[first],
        "contract": work.contract[first], "wages": lived.wages, "bijstand": paid.bijstand, "income": paid.income,
        "short": paid.short, "norm": paid.norm, "claimed": paid.claimed, "made_up": paid.made_up, "taken": paid.taken,
        "corrected": paid.corrected, "premium": paid.premium, "premium_built": lived.premium,
        "contacts": lived.guided.contacts, "managers": lived.guided.managers,
    }  # fmt: skip
