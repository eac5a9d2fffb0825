# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the published figures say, as equalities and orders that a simulation meets or not: for one seed, and for means of seeds.

An equality holds of one seed within its tolerance, and of means within its tolerance and two standard errors. An order is of the
means themselves. Where "some quarter" of a range is meant (K-011), the lowest of its quarters counts; over seeds that is the
quarter whose mean is lowest, not the mean of each seed's own lowest, which chance alone would push down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.figures import HOURS, OUTFLOW, Figures

_GROWTH = "growth "
_SOME = "some quarter in "
_METRIC = {"1": OUTFLOW, "3": HOURS}
"""What grows, by figure."""


class Operator(Enum):
    """How left stands to right."""

    EQUAL = "="
    MORE = ">"
    LESS = "<"
    HARDLY_MORE = ">="


@dataclass(frozen=True, slots=True)
class Place:
    """One number of a figure: a metric, a group and times. Two times are a growth from the first to the last."""

    metric: str
    group: str
    times: tuple[str, ...]

    def value(self, figures: Figures) -> float:
        """The number in these figures, or how far it grew."""
        values = [figures[self.metric, self.group, time] for time in self.times]
        return values[-1] - values[0] if len(values) > 1 else values[0]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One row of the table of constraints.

    left       the numbers of which one is meant: several only where the table says "some quarter"
    right      the number that it is set against; None where `offset` is the published value itself
    offset     what is added to the right side, in the unit of the metric
    tolerance  how far an equality may be off; how much more "hardly more" is at most; None for an order
    """

    id: str
    figure: str
    left: tuple[Place, ...]
    operator: Operator
    right: Place | None
    offset: float
    tolerance: float | None
    source: str
    note: str

    @property
    def is_equality(self) -> bool:
        return self.operator is Operator.EQUAL

    @property
    def places(self) -> tuple[Place, ...]:
        """All numbers that it reads."""
        return (*self.left, self.right) if self.right else self.left

    def gaps(self, figures: Figures) -> list[float]:
        """Left less right and offset, for each number of which one is meant."""
        right = self.offset + (self.right.value(figures) if self.right else 0.0)
        return [place.value(figures) - right for place in self.left]

    def holds(self, gap: float, more: float = 0.0) -> bool:
        """Whether it holds of a gap; `more` widens the tolerance of an equality only."""
        if self.operator is Operator.EQUAL:
            return abs(gap) <= (self.tolerance or 0.0) + more + 1e-9
        if self.operator is Operator.MORE:
            return gap > 0
        if self.operator is Operator.LESS:
            return gap < 0
        return 0 <= gap <= (float("inf") if self.tolerance is None else self.tolerance)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A constraint over seeds.

    published  the number of the table: the value, or what left must stand to
    mean       mean over seeds of what `published` is set against: the left side, or left less right where there is a right side
    error      standard error of that mean
    holds      whether it holds of the means
    single     share of single seeds in which it holds
    seeds      how many seeds
    """

    constraint: Constraint
    published: float
    mean: float
    error: float
    holds: bool
    single: float
    seeds: int


def judge(constraint: Constraint, of_seeds: Sequence[Figures]) -> Verdict:
    """A constraint over the figures of several seeds; raises InputError for fewer than two."""
    if len(of_seeds) < 2:
        raise InputError(f"A standard error needs at least two seeds; found {len(of_seeds)}.")
    gaps = np.array([constraint.gaps(figures) for figures in of_seeds])
    meant = int(np.argmin(gaps.mean(axis=0)))
    mean = float(gaps[:, meant].mean())
    error = float(gaps[:, meant].std(ddof=1)) / len(gaps) ** 0.5
    singles = [any(constraint.holds(float(gap)) for gap in row) for row in gaps]
    return Verdict(constraint, constraint.offset, mean + constraint.offset, error, constraint.holds(mean, 2 * error),
                   sum(singles) / len(singles), len(gaps))  # fmt: skip


def constraint_of(row: dict[str, str]) -> Constraint:
    """A row of the table of constraints; raises InputError for what it cannot mean."""
    try:
        operator = Operator(row["operator"])
    except ValueError:
        raise InputError(f"{row['constraint_id']}: =, >, < or >= was expected; found {row['operator']!r}.") from None
    left = tuple(_places(row, row["left_group"], row["left_time"]))
    right = next(_places(row, row["right_group"], row["right_time"]), None) if row["right_group"] else None
    return Constraint(
        row["constraint_id"], row["figure"], left, operator, right, float(row["offset"] or 0),
        float(row["tolerance"]) if row["tolerance"] else None, f"{row['source_file']} {row['source_section']}", row["note"],
    )  # fmt: skip


def _places(row: dict[str, str], group: str, time: str) -> Iterator[Place]:
    """The numbers that a group and time of the table mean."""
    metric = row["metric"]
    if metric.startswith(_GROWTH):
        yield Place(_METRIC[row["figure"]], group, tuple(time.split("..")))
    elif time.startswith(_SOME):
        first, last = time.removeprefix(_SOME).split("..")
        for quarter in _quarters(first, last):
            yield Place(metric, group, (quarter,))
    else:
        yield Place(metric, group, (time,))


def _quarters(first: str, last: str) -> Iterator[str]:
    bounds = []
    for text in (first, last):
        found = re.fullmatch(r"(\d{4})-Q([1-4])", text)
        if not found:
            raise InputError(f"A quarter was expected, written like 2020-Q1; found {text!r}.")
        bounds.append(int(found[1]) * 4 + int(found[2]) - 1)
    for at in range(bounds[0], bounds[1] + 1):
        yield f"{at // 4}-Q{at % 4 + 1}"
