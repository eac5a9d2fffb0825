# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dealing keeps arms even in every stratum and in total, and gives everybody the same chances."""

from __future__ import annotations

import time
from collections import Counter
from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.deal import blocks, deal, redraw, redraws
from werkzaam.experiment.panel import Ints

PATTERNS = ([0, 1, 2], [0, 1], [0, 0, 1, 2], [0, 0, 0, 1, 2], [0, 1, 0, 2, 2, 2], [0])


def within_bounds(arms: Ints, slots: Ints) -> bool:
    """Whether an arm with m slots has between m times the whole rounds and that plus m."""
    rounds, left = divmod(len(arms), len(slots))
    for arm, own in Counter(slots.tolist()).items():
        number = int((arms == arm).sum())
        if not own * rounds <= number <= own * rounds + min(own, left):
            return False
    return len(arms) == sum(int((arms == arm).sum()) for arm in set(slots.tolist()))


@st.composite
def dealings(draw: st.DrawFn) -> tuple[Ints, Ints, Ints]:
    """Strata of 0 to 60 people, tickets for people and strata, and a shuffled pattern."""
    number = draw(st.integers(1, 6))
    strata = np.array(draw(st.lists(st.integers(0, number - 1), max_size=60)), np.int64)
    slots = np.array(draw(st.sampled_from(PATTERNS).flatmap(st.permutations)), np.int64)
    return strata, np.array(draw(st.permutations(range(number))), np.uint64), slots


@given(dealings(), st.integers(0, 2**32))
def test_arms_are_even_in_every_stratum_and_in_total(dealing: tuple[Ints, Ints, Ints], seed: int) -> None:
    strata, order, slots = dealing
    tickets = np.random.default_rng(seed).integers(0, 2**64, len(strata), np.uint64)
    arms = deal(tickets, strata, order, slots)
    assert within_bounds(arms, slots)
    for stratum in set(strata.tolist()):
        inside = arms[strata == stratum]
        for arm, own in Counter(slots.tolist()).items():
            rounds, left = divmod(len(inside), len(slots))
            assert own * rounds <= (inside == arm).sum() <= own * rounds + min(own, left)


@given(dealings(), st.integers(0, 2**32))
def test_dealing_is_what_it_says(dealing: tuple[Ints, Ints, Ints], seed: int) -> None:
    """Beside a plain loop over sorted lists."""
    strata, order, slots = dealing
    tickets = np.random.default_rng(seed).integers(0, 2**64, len(strata), np.uint64)
    expected, slot = np.full(len(strata), -9), 0
    for stratum in sorted(range(len(order)), key=lambda one: int(order[one])):
        for person in sorted(np.flatnonzero(strata == stratum), key=lambda one: int(tickets[one])):
            expected[person] = slots[slot % len(slots)]
            slot += 1
    assert deal(tickets, strata, order, slots).tolist() == expected.tolist()


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=300))
def test_any_tickets_are_put_in_order(tickets: list[int]) -> None:
    """Also tickets that are crowded together or equal: these keep the order of the people."""
    arms = deal(np.array(tickets, np.uint64), np.zeros(len(tickets), np.int64), np.zeros(1, np.uint64), np.arange(len(tickets)))
    assert arms.tolist() == np.argsort(np.argsort(np.array(tickets, np.uint64), kind="stable"), kind="stable").tolist()


@given(dealings(), st.integers(0, 2**32), st.integers(0, 5))
def test_redraws_are_even_too_and_early_strata_by_themselves(dealing: tuple[Ints, Ints, Ints], seed: int, early: int) -> None:
    strata, _, slots = dealing
    early = min(early, int(strata.max(initial=0)) + 1)
    for arms in redraws(strata, slots, np.random.default_rng(seed), 5, early):
        assert within_bounds(arms, slots)
        assert within_bounds(arms[strata < early], slots)
        assert all(within_bounds(arms[strata == stratum], slots) for stratum in set(strata.tolist()))


def test_early_strata_are_dealt_before_all_others() -> None:
    """Six small strata, the first three early: among those arms are even in every redraw, which by chance they seldom are."""
    strata, slots = np.repeat(np.arange(6), [1, 2, 1, 2, 1, 2]), np.array([0, 1, 2])
    drawn = redraws(strata, slots, np.random.default_rng(1), 200, 3)
    assert all(within_bounds(arms[strata < 3], slots) and within_bounds(arms, slots) for arms in drawn)
    loose = redraws(strata, slots, np.random.default_rng(1), 200)
    assert sum(not within_bounds(arms[strata < 3], slots) for arms in loose) > 10


def test_redraws_in_parts_are_the_same_redraws() -> None:
    strata, slots = np.arange(40) % 3, np.array([0, 1, 2])
    whole = redraws(strata, slots, np.random.default_rng(3), 30)
    parts = np.random.default_rng(3)
    assert np.array_equal(whole, np.vstack([redraws(strata, slots, parts, count) for count in (7, 0, 23)]))
    assert redraw(strata, slots, np.random.default_rng(3)).tolist() == whole[0].tolist()
    assert len({row.tobytes() for row in whole}) == 30


def test_every_order_is_equally_likely() -> None:
    """Four people in one stratum, four slots: 24 orders; with the people fixed the slots decide, so they are fixed too."""
    seeds = np.random.default_rng(11).integers(0, 2**64, (24_000, 4), np.uint64)
    seen = Counter(tuple(deal(row, np.zeros(4, np.int64), np.zeros(1, np.uint64), np.arange(4))) for row in seeds[:2_400])
    assert set(seen) == set(permutations(range(4)))
    drawn = redraws(np.zeros(4, np.int64), np.arange(4), np.random.default_rng(5), 24_000)
    counts = np.unique(drawn, axis=0, return_counts=True)[1]
    assert len(counts) == 24
    assert ((counts - 1_000) ** 2 / 1_000).sum() < 49.73  # The 99.9th percentile of chi-squared with 23 degrees of freedom.


@pytest.mark.parametrize("pattern", [[0, 1, 2], [0, 0, 1, 2], [0, 1, 1, 1, 1]])
def test_everybodys_chance_of_an_arm_is_its_share_of_the_slots(pattern: list[int]) -> None:
    """Also in strata of one, two and three people; within 4.5 standard errors of 40,000 redraws."""
    strata = np.array([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3])
    drawn = redraws(strata, np.array(pattern), np.random.default_rng(23), 40_000, 2)
    for arm in set(pattern):
        share = Fraction(pattern.count(arm), len(pattern))
        error = float(share * (1 - share) / 40_000) ** 0.5
        assert np.abs((drawn == arm).mean(axis=0) - float(share)).max() < 4.5 * error


def test_two_people_of_a_stratum_are_apart_as_often_as_dealing_says() -> None:
    """Three slots, three people of one stratum: never in the same arm; of two strata: in one time out of three."""
    drawn = redraws(np.array([0, 0, 0, 1]), np.array([0, 1, 2]), np.random.default_rng(2), 30_000)
    assert not (drawn[:, 0] == drawn[:, 1]).any()
    assert abs((drawn[:, 0] == drawn[:, 3]).mean() - 1 / 3) < 0.012


def test_blocks_put_the_interviewed_first() -> None:
    strata = np.array([4, 4, 0, 0, 2])
    numbered, early = blocks(strata, np.array([True, False, True, True, False]))
    assert (numbered.tolist(), early) == ([1, 3, 0, 0, 2], 2)
    assert blocks(strata, np.ones(5, np.bool_))[1] == 3
    assert blocks(strata, np.zeros(5, np.bool_))[1] == 0


@pytest.mark.parametrize(
    ("strata", "slots", "said"),
    [
        ([0, 1], [], "no slots"),
        ([0, 3], [0], "numbered 0 to 1; found 0 to 3"),
        ([-1, 0], [0], "found -1"),
        ([0.0, 1.0], [0], "whole numbers"),
    ],
)
def test_what_cannot_be_dealt_is_refused(strata: list[int], slots: list[int], said: str) -> None:
    with pytest.raises(InputError, match=said):
        deal(np.zeros(2, np.uint64), np.array(strata), np.zeros(2, np.uint64), np.array(slots, np.int64))


def test_everybody_needs_a_ticket() -> None:
    with pytest.raises(InputError, match="1 tickets for 2 people"):
        deal(np.zeros(1, np.uint64), np.array([0, 0]), np.zeros(1, np.uint64), np.array([0]))
    with pytest.raises(InputError, match="0 to 127; found 0 to 500"):
        redraws(np.array([0]), np.array([0, 500]), np.random.default_rng(1), 1)


@pytest.mark.parametrize(("people", "strata", "count"), [(5_250, 128, 1_000), (100_000, 1, 30)])
def test_redraws_are_fast(people: int, strata: int, count: int) -> None:
    """Of processor time, the best of three: 0.13 and 0.1 s on a free core; in proportion to people, however large a stratum."""
    where, slots, taken = np.arange(people) % strata, np.array([0, 1, 2]), []
    for _ in range(3):
        start = time.thread_time()
        redraws(where, slots, np.random.default_rng(1), count)
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.5
