# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""From which wage another regime leaves more: found to the cent by bisection, never written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from werkzaam.app.leaving import first_where


class Kept(Protocol):
    """Something that says what is kept of a wage, in cents."""

    def kept(self, net: int) -> int: ...


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two series of which one keeps more below and the other above; `low` and `high` are places in the list of series.

    `until` is the last cent of wages at which the one below is ahead, `since` the first at which the one above is;
    between them both keep the same to the cent.
    """

    below: int
    above: int
    until: int
    since: int

    @property
    def around(self) -> int:
        """The middle between the two, half up."""
        return (self.until + self.since + 1) // 2


def crossings(named: Sequence[tuple[str, Kept]], earnings: Sequence[int]) -> tuple[Crossing, ...]:
    """Every crossing between series of different names, by wage; two within one step of the earnings are one or none."""
    found = (met for (i, (one, a)), (j, (other, b)) in combinations(enumerate(named), 2) if one != other
             for met in _between(i, a, j, b, earnings))  # fmt: skip
    return tuple(sorted(found, key=lambda met: (met.around, met.below, met.above)))


def _between(i: int, a: Kept, j: int, b: Kept, earnings: Sequence[int]) -> Iterator[Crossing]:
    def ahead(net: int) -> int:
        """1 where the first keeps more, -1 where the second does, 0 where both keep the same."""
        difference = a.kept(net) - b.kept(net)
        return (difference > 0) - (difference < 0)

    last, sign = 0, 0
    for net in earnings:
        now = ahead(net)
        if sign and now == -sign:
            yield _crossing(i, j, ahead, (last, net), sign)
        if now:
            last, sign = net, now


def _crossing(i: int, j: int, ahead: Callable[[int], int], between: tuple[int, int], sign: int) -> Crossing:
    ended = first_where(lambda net: ahead(net) != sign, *between)
    assert ended is not None
    since = ended if ahead(ended) == -sign else first_where(lambda net: ahead(net) == -sign, ended, between[1])
    assert since is not None
    below, above = (i, j) if sign > 0 else (j, i)
    return Crossing(below, above, ended - 1, since)
