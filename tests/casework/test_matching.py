# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The talks that fit are those that a slow search by hand would take: each in its order, as long as all still fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.casework.assigning import Wanted, assigned, days_of
from werkzaam.casework.matching import Cell, Matching

WORKERS, DAYS = 3, 3
CELLS = [(worker, day) for worker in range(WORKERS) for day in range(DAYS)]
teams = st.tuples(
    st.lists(st.integers(0, 3), min_size=WORKERS, max_size=WORKERS),
    st.fixed_dictionaries({cell: st.integers(0, 2) for cell in CELLS}),
    st.lists(st.lists(st.sampled_from(CELLS), unique=True, max_size=5), max_size=8),
)


def fits(talks: Sequence[Sequence[Cell]], week: Sequence[int], cells: dict[Cell, int]) -> bool:
    """Whether all talks fit at once, by trying everything."""
    if not talks:
        return True
    first, *rest = talks
    for cell in first:
        worker = cell[0]
        if week[worker] and cells[cell]:
            left = [many - (at == worker) for at, many in enumerate(week)]
            if fits(rest, left, {**cells, cell: cells[cell] - 1}):
                return True
    return False


@given(teams)
def test_each_talk_is_taken_in_its_order_while_all_still_fit(team: tuple[list[int], dict[Cell, int], list[list[Cell]]]) -> None:
    week, cells, talks = team
    matching, chosen = Matching([*week], {**cells}), []
    for number, asked in enumerate(talks):
        expected = fits([*(talks[one] for one in chosen), asked], week, cells)
        assert matching.place(number, asked) is expected
        chosen += [number] if expected else []
    assert sorted(matching.stands) == chosen
    assert all(cell in talks[number] for number, cell in matching.stands.items())
    assert all(many <= cells[cell] for cell, many in Counter(matching.stands.values()).items())
    assert all(many <= week[worker] for worker, many in Counter(cell[0] for cell in matching.stands.values()).items())


@settings(max_examples=40)
@given(teams)
def test_the_solver_gives_every_chosen_talk_a_whole_place_with_the_most_gain(
    team: tuple[list[int], dict[Cell, int], list[list[Cell]]],
) -> None:
    week, cells, talks = team
    matching = Matching([*week], {**cells})
    chosen = [asked for number, asked in enumerate(talks) if matching.place(number, asked)]
    gains = [{cell: float((cell[0] * 7 + cell[1] * 3 + number) % 5) for cell in asked} for number, asked in enumerate(chosen)]
    stands = assigned([Wanted(gain) for gain in gains], week, cells)
    assert all(cell in asked for cell, asked in zip(stands, chosen, strict=True))
    assert all(many <= cells[cell] for cell, many in Counter(stands).items())
    assert all(many <= week[worker] for worker, many in Counter(cell[0] for cell in stands).items())
    assert sum(gain[cell] for gain, cell in zip(gains, stands, strict=True)) == _most(gains, week, cells)


def _most(gains: Sequence[dict[Cell, float]], week: Sequence[int], cells: dict[Cell, int]) -> float:
    """The most gain, by trying everything; all must have a place."""
    if not gains:
        return 0.0
    first, *rest = gains
    found = float("-inf")
    for cell, gain in first.items():
        if week[cell[0]] and cells[cell]:
            left = [many - (at == cell[0]) for at, many in enumerate(week)]
            found = max(found, gain + _most(rest, left, {**cells, cell: cells[cell] - 1}))
    return found


def test_people_of_one_district_are_visited_on_one_day_and_nobody_later_than_need_be() -> None:
    anywhere = {(0, day): 0.0 for day in range(3)}
    north, south = Wanted(anywhere, district="noord"), Wanted(anywhere, district="zuid")
    days = days_of([north, south, north, south], [2, 2, 2])
    assert days[0] == days[2] != days[1] == days[3]
    soon = Wanted(anywhere, frozenset({1, 2}), "zuid")
    assert days_of([north, north, soon, soon], [2, 2, 2])[2:] == [0, 0], "in time goes before travel"
    assert days_of([Wanted(anywhere, fixed=2)], [2, 2, 2]) == [2], "an appointment keeps its day"
    here = [Wanted(anywhere, district="noord", fixed=day) for day in (0, 1)]
    assert set(days_of([*here, north, north], [2, 2, 2])) == {0, 1}, "no third trip for two more"


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("", "noord", "zuid")), st.sets(st.integers(0, 2), min_size=1), st.integers(0, 2), st.booleans()
        ),
        max_size=5,
    ),
    st.lists(st.integers(1, 3), min_size=3, max_size=3),
)
def test_no_other_order_of_days_is_less_late_or_has_fewer_trips(
    talks: list[tuple[str, set[int], int, bool]], room: list[int]
) -> None:
    """Every order is tried: late before trips."""
    wanted = [
        Wanted({(0, day): 0.0 for day in days}, frozenset(day for day in days if day > by), district,
               min(days) if stays else None)
        for district, days, by, stays in talks
    ]  # fmt: skip
    ways = [
        way for way in product(range(3), repeat=len(talks))
        if all((0, day) in one.cells and one.fixed in (None, day) for one, day in zip(wanted, way, strict=True))
        and all(way.count(day) <= most for day, most in enumerate(room))
    ]  # fmt: skip
    if ways and wanted:
        assert _price(wanted, days_of(wanted, room)) == min(_price(wanted, way) for way in ways)


def _price(wanted: Sequence[Wanted], way: Sequence[int]) -> tuple[int, int]:
    late = sum(day in one.late for one, day in zip(wanted, way, strict=True))
    return late, len({(one.district, day) for one, day in zip(wanted, way, strict=True) if one.district})
