# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who talks with whom on which day, once it is known which talks fit: two problems for a solver (HiGHS, by SciPy).

The first is a network (talks to days of workers to weeks of workers): its linear form has whole solutions, and its value is the
true bound. The second orders one worker's talks over the days, so that somebody travels to a district once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Cell = tuple[int, int]
"""A worker and a day, by their places in the team's lists."""
_CHOSEN = 0.5
_TRAVEL, _LATE, _EARLY = 20.0, 200.0, 0.01
"""The price of one more district on a day, of a day that is too late, and of each later day for who waits longest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A talk that fits: the cells in which it can stand, each with its gain, and the days that would be too late."""

    cells: Mapping[Cell, float]
    late: frozenset[int] = frozenset()
    district: str = ""
    fixed: int | None = None


def assigned(wanted: Sequence[Wanted], week: Sequence[int], cells: Mapping[Cell, int]) -> list[Cell]:
    """The cell of each talk, with the greatest gain together; each talk has one, and no room is exceeded."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix

    if not wanted:
        return []
    pairs = [(talk, cell) for talk, one in enumerate(wanted) for cell in one.cells]
    places, many = {cell: at for at, cell in enumerate(cells)}, len(pairs)
    columns, ones = [*range(many)], [1] * many
    each = csr_matrix((ones, ([talk for talk, _ in pairs], columns)), (len(wanted), many))
    rows = [places[cell] for _, cell in pairs] + [len(places) + cell[0] for _, cell in pairs]
    room = csr_matrix((ones * 2, (rows, columns * 2)), (len(places) + len(week), many))
    gains = [-wanted[talk].cells[cell] for talk, cell in pairs]
    found = linprog(gains, A_ub=room, b_ub=[*cells.values(), *week], A_eq=each, b_eq=[1] * len(wanted), bounds=(0, 1),
                    method="highs-ds")  # fmt: skip
    _must(found)
    stands = {talk: cell for (talk, cell), share in zip(pairs, found.x, strict=True) if share > _CHOSEN}
    return [stands[talk] for talk in range(len(wanted))]


def days_of(wanted: Sequence[Wanted], room: Sequence[int]) -> list[int]:
    """The day of each of one worker's talks: in time, then with as few districts a day as can be, the longest waiting first.

    `wanted` has the talks in their order, each with its days as cells of this worker; `room` is the room of each day. What is
    found district by district is taken when nobody is late and no plan has fewer trips; otherwise the solver looks.
    """
    return _by_district(wanted, room) or _solved(wanted, room)


def _by_district(wanted: Sequence[Wanted], room: Sequence[int]) -> list[int] | None:
    """Each district whole on the first day with room for it; None when that is not surely the best."""
    left, stands = [*room], {talk: one.fixed for talk, one in enumerate(wanted) if one.fixed is not None}
    for day in stands.values():
        left[day] -= 1
    been = {(wanted[talk].district, day) for talk, day in stands.items() if wanted[talk].district}
    for district, group in _groups(wanted, stands, max(room)):
        days = set.intersection(*({cell[1] for cell in wanted[talk].cells} - wanted[talk].late for talk in group))
        fits = sorted((day for day in days if left[day] >= len(group)), key=lambda day: ((district, day) not in been, day))
        if not fits:
            return None
        left[fits[0]] -= len(group)
        stands |= dict.fromkeys(group, fits[0])
        been |= {(district, fits[0])} if district else set()
    least = sum(-(-many // max(room)) for many in Counter(one.district for one in wanted if one.district).values())
    return [stands[talk] for talk in range(len(wanted))] if len(been) <= least else None


def _groups(wanted: Sequence[Wanted], stands: Mapping[int, int], most: int) -> Iterator[tuple[str, list[int]]]:
    """The talks that have no day yet, district by district in parts of at most a day's room; others one by one."""
    of: dict[tuple[str, int], list[int]] = {}
    for talk, one in enumerate(wanted):
        if talk not in stands:
            of.setdefault((one.district, -1 if one.district else talk), []).append(talk)
    for (district, _), talks in of.items():
        for at in range(0, len(talks), most):
            yield district, talks[at : at + most]


def _solved(wanted: Sequence[Wanted], room: Sequence[int]) -> list[int]:
    """The best days, by the solver."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_matrix

    pairs = [(talk, cell[1]) for talk, one in enumerate(wanted) for cell in one.cells if one.fixed in (None, cell[1])]
    trips = sorted({(one.district, day) for talk, day in pairs if (one := wanted[talk]).district})
    at, many = {trip: len(pairs) + place for place, trip in enumerate(trips)}, len(pairs) + len(trips)
    costs = [_cost(wanted[talk], day, len(wanted) - talk) for talk, day in pairs] + [_TRAVEL] * len(trips)
    entries = [(talk, place, 1) for place, (talk, _) in enumerate(pairs)]
    entries += [(len(wanted) + day, place, 1) for place, (_, day) in enumerate(pairs)]
    low, high = [1] * len(wanted) + [0] * len(room), [1] * len(wanted) + [*room]
    travels = [(place, at[wanted[talk].district, day]) for place, (talk, day) in enumerate(pairs) if wanted[talk].district]
    for row, (place, trip) in enumerate(travels, len(low)):
        entries += [(row, place, 1), (row, trip, -1)]
    rows, columns, values = zip(*entries, strict=True)
    matrix = csr_matrix((values, (rows, columns)), (len(low) + len(travels), many))
    bounds = LinearConstraint(matrix, low + [-1] * len(travels), high + [0] * len(travels))
    found = milp(costs, constraints=bounds, integrality=[1] * many, bounds=Bounds(0, 1))
    _must(found)
    stands = {talk: day for (talk, day), share in zip(pairs, found.x, strict=False) if share > _CHOSEN}
    return [stands[talk] for talk in range(len(wanted))]


def _cost(one: Wanted, day: int, weight: int) -> float:
    return (_LATE if day in one.late else 0.0) + _EARLY * day * weight


def _must(found: Any) -> None:
    """A week that fits has an answer; anything else is an error of ours, never an empty plan."""
    if found.x is None:
        raise AssertionError(f"The solver found no plan for talks that fit together: {found.message}")
