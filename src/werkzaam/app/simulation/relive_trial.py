# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One experiment as it was lived: arms, interviews and the months of everybody in it, as measures and panels read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.simulation.people import Ints, Truths

FIRST = Month.of(2018, 1)
WAVES = ("T0", "T1", "T2", "T3")
ARMS = ("extra_attention", "self_direction", "comparison")
GROUPS: Mapping[str, tuple[int, ...]] = {
    **{name: (at,) for at, name in enumerate(ARMS)}, "experimental_groups": (0, 1),
}  # fmt: skip
"""The arms of a group of the tables; any other group is everybody."""


@dataclass(frozen=True)
class Trial:
    """The people of an experiment.

    columns     what happened to them by month (months, people); see simulation.record.COLUMNS
    arms        the arm of each (people,)
    interviews  the month of each interview (people, waves), -1 for none; everybody has -1 who is not asked
    enters      the month of enrolment (people,)
    levels      for each row group of Table 2 the index of the level of each (people,)
    """

    columns: Mapping[str, Ints]
    arms: Ints
    interviews: Ints
    enters: Ints
    levels: Mapping[str, Ints]

    @cached_property
    def panel(self) -> Truths:
        """Who was interviewed at all four waves: the people on whom the report's analyses rest."""
        return np.asarray((self.interviews >= 0).all(axis=1))

    @property
    def months(self) -> int:
        """How many months were lived."""
        return len(self.columns["on"])

    def of(self, group: str, among: Truths | None = None) -> Truths:
        """Who of the panel, or of `among`, is in a group of the tables."""
        rows = self.panel if among is None else among
        return np.asarray(rows & np.isin(self.arms, GROUPS[group])) if group in GROUPS else rows

    def at(self, name: str, wave: str) -> Ints:
        """A column in the month of each one's interview (people,); 0 where there was none."""
        months = self.interviews[:, WAVES.index(wave)]
        found = self.columns[name][np.maximum(months, 0), np.arange(len(months))]
        return np.where(months >= 0, found, 0)

    def ends(self, name: str, month: Month) -> Ints:
        """A column at the end of a month (people,); raises InputError for a month that was not lived."""
        at = month.index - FIRST.index
        if not 0 <= at < self.months:
            raise InputError(f"{month} was not lived; there are {self.months} months from {FIRST}.")
        return self.columns[name][at]

    def some(self, rows: Ints) -> Trial:
        """These people only."""
        return Trial(
            {name: column[:, rows] for name, column in self.columns.items()}, self.arms[rows], self.interviews[rows],
            self.enters[rows], {name: column[rows] for name, column in self.levels.items()},
        )  # fmt: skip


def joined(trials: Sequence[Trial]) -> Trial:
    """The people of several trials as one, in their order."""

    def whole(name: str) -> Ints:
        return np.concatenate([getattr(one, name) for one in trials])

    columns = {name: np.concatenate([one.columns[name] for one in trials], axis=1) for name in trials[0].columns}
    levels = {name: np.concatenate([one.levels[name] for one in trials]) for name in trials[0].levels}
    return Trial(columns, whole("arms"), whole("interviews"), whole("enters"), levels)


def quarter(text: str) -> Month:
    """The last month of a quarter written `2020-Q1`."""
    year, _, number = text.partition("-Q")
    if not (year.isdigit() and number in ("1", "2", "3", "4")):
        raise InputError(f"A quarter was expected, such as 2020-Q1; found {text!r}.")
    return Month.of(int(year), 3 * int(number))
