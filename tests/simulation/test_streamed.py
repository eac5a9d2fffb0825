# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Lives in parts: the same bytes for every cut and number of threads, and nobody's luck depends on who else lives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.simulation.some_people import some_people
from tests.simulation.some_world import ARMS, a_town, some_world, town_parts
from werkzaam.core.errors import InputError
from werkzaam.simulation.life import Lived
from werkzaam.simulation.measures import measure
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.record import COLUMNS, Record
from werkzaam.simulation.streamed import (
    TOGETHER,
    Governed,
    cuts,
    lived,
    part_of,
    ranges,
    recorded,
    streamed,
    summed,
    taken,
    under,
)
from werkzaam.simulation.sums import Sums

HOUSEHOLDS, SEED = 3_300, 7


@cache
def governed() -> Governed:
    return under(some_world())


@cache
def whole() -> Record:
    """The town at once, by one thread."""
    return lived(a_town(HOUSEHOLDS), governed(), SEED)


def same(one: Mapping[str, Ints], other: Mapping[str, Ints]) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(column, other[name]) for name, column in one.items())


def alike(one: Sums, other: Sums) -> bool:
    pairs = ((one.totals, other.totals), (one.counts, other.counts), (one.months_with, other.months_with))
    return np.array_equal(one.households, other.households) and all(same(*pair) for pair in pairs)


def test_a_life_has_something_in_every_column() -> None:
    """Else equal columns would say nothing."""
    assert [name for name in COLUMNS if not np.any(whole()[name])] == []
    assert whole()["on"].shape == (60, HOUSEHOLDS)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not() -> None:
    again = lived(a_town(HOUSEHOLDS), governed(), SEED)
    assert all(column.tobytes() == again[name].tobytes() for name, column in whole().columns.items())
    assert not np.array_equal(whole()["minutes"], lived(a_town(HOUSEHOLDS), governed(), SEED + 1)["minutes"])


@settings(max_examples=4)
@given(size=some.integers(1, HOUSEHOLDS + 9), threads=some.integers(1, 4))
def test_another_cut_and_other_threads_give_the_same_bytes(size: int, threads: int) -> None:
    assert same(recorded(a_town(HOUSEHOLDS), governed(), SEED, size=size, threads=threads).columns, whole().columns)


@settings(max_examples=6)
@given(rows=some.sets(some.integers(0, HOUSEHOLDS - 1), min_size=1, max_size=40))
def test_the_luck_of_somebody_does_not_depend_on_who_else_lives(rows: set[int]) -> None:
    """But for contacts: the clients of a case manager share the time there is."""
    kept = np.array(sorted(rows))
    alone = lived(a_town(HOUSEHOLDS).some(kept), governed(), SEED)
    own = set(COLUMNS) - {"contacts"}
    assert same({name: alone[name] for name in own}, {name: whole()[name][:, kept] for name in own})


def test_clients_who_share_somebodys_time_have_the_same_contacts_without_the_rest_of_the_town() -> None:
    kept = np.flatnonzero(whole().people.number // TOGETHER == 1)
    alone = lived(a_town(HOUSEHOLDS).some(kept), governed(), SEED)
    assert same(alone.columns, {name: column[:, kept] for name, column in whole().columns.items()})


def test_people_are_never_cut_where_they_share_somebodys_time() -> None:
    assert cuts(a_town(HOUSEHOLDS), 1) == [(0, 1_000), (1_000, 2_000), (2_000, 3_000), (3_000, 3_300)]
    assert cuts(a_town(HOUSEHOLDS), 1_500) == [(0, 2_000), (2_000, 3_300)]
    assert cuts(a_town(HOUSEHOLDS).some(np.arange(500, 3_300, 7)), 200) == [(0, 215), (215, 400)]
    assert cuts(a_town(9).some(np.zeros(0, np.int64))) == []
    assert ranges(3_300, 2_000) == [(0, 2_000), (2_000, 3_300)]


def test_every_group_lives_under_its_own_rules_with_its_own_luck() -> None:
    """Two worlds at once give what each gives alone; work is the same under both until money reaches it."""
    other = some_world("amsterdam_2018_buiten_experiment", "amsterdam_2021_na_experiment")
    people = a_town(HOUSEHOLDS)
    both = lived(people, Governed((some_world(), other), (0, 1, 0)), SEED)
    second = people.arm == 1
    apart = lived(people.some(np.flatnonzero(second)), under(other), SEED)
    assert same({name: both[name][:, second] for name in COLUMNS}, apart.columns)
    assert same({name: both[name][:, ~second] for name in COLUMNS}, {name: whole()[name][:, ~second] for name in COLUMNS})
    assert not np.array_equal(both["premium"], whole()["premium"])
    assert np.array_equal(both["works"][0], whole()["works"][0])


def test_sums_are_those_of_the_whole_record_for_any_cut() -> None:
    record, arm = whole(), whole().people.arm
    found = summed(town_parts(HOUSEHOLDS), ranges(HOUSEHOLDS, 1_000), governed(), SEED)
    assert alike(found, summed(part_of(a_town(HOUSEHOLDS)), ranges(HOUSEHOLDS), governed(), SEED, threads=1))
    assert found.households.tolist() == [1_100, 1_100, 1_100]
    for at in range(ARMS):
        income, on = record["income"][:, arm == at].astype(np.int64), record["on"][:, arm == at]
        assert np.array_equal(found.totals["income"][:, at], income.sum(axis=1))
        assert np.array_equal(found.counts["short"][:, at], (record["short"][:, arm == at] > 0).sum(axis=1))
        assert np.array_equal(found.totals["gone"][1:, at], ((on[:-1] == 1) & (on[1:] == 0)).sum(axis=1))
        assert np.array_equal(found.totals["back"][1:, at], ((on[:-1] == 0) & (on[1:] == 1)).sum(axis=1))
        assert found.months_with["short"][at].sum() == 1_100
        assert found.months_with["short"][at] @ np.arange(61) == found.counts["short"][:, at].sum()
    steady = (record["on"][1:] * record["on"][:-1])[:, arm == 0] == 1
    change = np.abs(np.diff(record["income"][:, arm == 0].astype(np.int64), axis=0))
    assert found.totals["change"][1:, 0].sum() == change[steady].sum()


def test_the_sums_of_a_comparison_are_added_up_too() -> None:
    making, parts = town_parts(HOUSEHOLDS), ranges(HOUSEHOLDS, 1_000)
    parted = [one for some in streamed(making, parts, governed(), SEED, measure) for one in some]
    (at_once,) = taken(a_town(HOUSEHOLDS), governed(), SEED, measure)
    together = parted[0] + parted[1] + parted[2] + parted[3]
    assert same(together.monthly, at_once.monthly)
    assert same(together.times, at_once.times)
    assert at_once.total("premium") == whole()["premium"].sum(dtype=np.int64)


def numbered(people: People, life: Iterable[Lived], months: int) -> int:
    """The number of the first household; nothing is lived."""
    return int(people.number[0])


def test_parts_come_in_order_and_no_more_than_are_asked_for() -> None:
    made: list[int] = []

    def making(first: int, last: int):  # type: ignore[no-untyped-def]
        made.append(first)
        return some_people(6_000).some(np.arange(first, last))

    found = streamed(making, ranges(6_000, 1_000), governed(), SEED, numbered, threads=2)
    assert [next(found), next(found)] == [[0], [1_000]]
    assert len(made) <= 4
    assert list(found) == [[2_000], [3_000], [4_000], [5_000]]


def test_what_cannot_be_lived_is_told() -> None:
    with pytest.raises(InputError, match="arm 2; worlds are given for 2 arms"):
        lived(a_town(9), Governed((some_world(),), (0, 0)), SEED)
    with pytest.raises(InputError, match=r"one of 1 worlds, counted from 0; found \[0, 1\]"):
        Governed((some_world(),), (0, 1))
    for size in (0, 1_500):
        with pytest.raises(InputError, match=f"parts of {size}, were asked"):
            ranges(10_000, size)
    with pytest.raises(InputError, match="No part"):
        summed(town_parts(9), [], governed(), SEED)
    three = summed(town_parts(9), ranges(9), governed(), SEED)
    four = summed(town_parts(9), ranges(9), Governed((some_world(),), (0, 0, 0, 0)), SEED)
    with pytest.raises(InputError, match="do not add up"):
        _ = three + four
    assert lived(a_town(9).some(np.zeros(0, np.int64)), governed(), SEED)["on"].shape == (60, 0)


def test_an_error_in_a_part_stops_the_run() -> None:
    def making(first: int, last: int):  # type: ignore[no-untyped-def]
        if first:
            raise InputError("no people from 1000 on")
        return some_people(6_000).some(np.arange(first, last))

    with pytest.raises(InputError, match="no people from 1000 on"):
        list(streamed(making, ranges(6_000, 1_000), governed(), SEED, numbered, threads=2))
