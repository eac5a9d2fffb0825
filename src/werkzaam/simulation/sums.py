# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be added up over the parts of a town in which there are arms: whole numbers by month and arm, the same for every cut.

`measures` has the sums of a regime that everybody lives under.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.record import COLUMNS, Record, record

MADE = ("gone", "back", "change", "hours")
"""Columns that are made of the record, by household and month:

gone     was on bijstand in the month before, and is not now
back     was not on bijstand in the month before, and is now
change   by how many cents the income of who is on bijstand differs from that of the month before, up or down
hours    the usual minutes a week of the recipient, where on bijstand
"""
LEVELS = ("left", "contract")
"""Columns that say which and not how much: of these only the households with something else than 0 are counted."""


@dataclass(frozen=True)
class Sums:
    """Sums over households.

    households   how many there are (arms,)
    totals       the sum of each column (months, arms); see record.COLUMNS and MADE
    counts       in how many households it was not 0 (months, arms)
    months_with  how many households had so many months with it (arms, months + 1)
    """

    households: Ints
    totals: Mapping[str, Ints]
    counts: Mapping[str, Ints]
    months_with: Mapping[str, Ints]

    def __add__(self, other: Sums) -> Sums:
        """The sums of two parts; raises InputError for parts that are not of one run."""
        if self.shape != other.shape:
            raise InputError(f"Sums of {self.shape} and {other.shape} months and arms do not add up; they are of different runs.")

        def both(mine: Mapping[str, Ints], more: Mapping[str, Ints]) -> dict[str, Ints]:
            return {name: column + more[name] for name, column in mine.items()}

        return Sums(self.households + other.households, both(self.totals, other.totals), both(self.counts, other.counts),
                    both(self.months_with, other.months_with))  # fmt: skip

    @property
    def shape(self) -> tuple[int, ...]:
        """Months and arms."""
        return self.counts["on"].shape


def sums_by_arm(people: People, life: Iterable[Lived], months: int, arms: int) -> Sums:
    """The sums of a life."""
    return sums_of(record(people, life, months), arms)


def sums_of(found: Record, arms: int) -> Sums:
    """The sums of a record; `arms` is how many arms there are in the whole town."""
    arm = found.people.arm
    totals, counts, months_with = {}, {}, {}
    for name, column in _columns(found).items():
        some = column != 0
        counts[name] = _by_arm(some, arm, arms)
        if name not in LEVELS:
            totals[name] = _by_arm(column, arm, arms)
        months = some.sum(axis=0)
        months_with[name] = np.array([np.bincount(months[arm == at], minlength=len(column) + 1) for at in range(arms)])
    return Sums(np.bincount(arm, minlength=arms).astype(np.int64), totals, counts, months_with)


def added(parts: Iterable[Sums]) -> Sums:
    """The sums of all parts; raises InputError when there are none."""
    whole: Sums | None = None
    for part in parts:
        whole = part if whole is None else whole + part
    if whole is None:
        raise InputError("No part of a town was given to add up.")
    return whole


def _columns(found: Record) -> dict[str, Ints]:
    """The columns of the record and those made of them (months, households)."""
    on, income = found["on"], found["income"].astype(np.int64)
    was = np.vstack([on[:1], on[:-1]])
    change = np.abs(np.diff(income, axis=0, prepend=income[:1])) * (on & was)
    made = {"gone": was & (1 - on), "back": (1 - was) & on, "change": change, "hours": found["minutes"] * on}
    return {**{name: found[name] for name in COLUMNS}, **made}


def _by_arm(values: Ints, arm: Ints, arms: int) -> Ints:
    """Sums (months, arms) over households of columns (months, households)."""
    return np.stack([values[:, arm == at].sum(axis=1, dtype=np.int64) for at in range(arms)], axis=1)
