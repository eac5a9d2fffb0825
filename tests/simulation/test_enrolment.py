# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who enrols, and the research group among them: published margins exactly, the same each time, and clear when not."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.enrolment import PARTICIPANTS, enrol, in_thirds, research_group, select, with_cohorts
from werkzaam.simulation.margins import LEVELS, margins_of, together, whole
from werkzaam.simulation.people import People
from werkzaam.simulation.town import people_of, plan_of


@pytest.fixture(scope="module")
def given() -> Assumptions:
    return shipped()


@pytest.fixture(scope="module")
def town(given: Assumptions) -> People:
    return people_of(plan_of(given), 3, given)


@pytest.fixture(scope="module")
def enrolled(given: Assumptions, town: People) -> People:
    return with_cohorts(town.some(enrol(town, 3, given)), 3, given)


@pytest.fixture(scope="module")
def groups(given: Assumptions, enrolled: People) -> list[People]:
    """The research group by six seeds."""
    return [enrolled.some(select(enrolled, seed, given)) for seed in range(6)]


def nearness(people: People, works: bool) -> list[float]:
    """The shares of who asked for bijstand, with or without work, by how near to work they are."""
    asked = people.first[:-1]
    ready = people.ready[asked][people.works[asked] == works]
    return (np.bincount(ready, minlength=3) / len(ready)).tolist()  # type: ignore[no-any-return]


def counted(people: People, name: str) -> list[int]:
    return np.bincount(people.characteristics[name], minlength=len(LEVELS[name])).tolist()


def test_who_enrols_has_the_participants_margins_but_27_percent_work(given: Assumptions, enrolled: People) -> None:
    margins = {**margins_of(given, PARTICIPANTS), "work": (73, 27)}
    for name, shares in margins.items():
        assert counted(enrolled, name) == whole(name, shares, 5_250).tolist(), name


def test_about_half_of_all_who_work_enrol(given: Assumptions, town: People, enrolled: People) -> None:
    assert enrolled.works[enrolled.first[:-1]].sum() / town.works[town.first[:-1]].sum() == pytest.approx(0.5, abs=0.01)


def test_the_research_group_has_every_margin_of_table_2_exactly(given: Assumptions, groups: list[People]) -> None:
    for group in groups:
        assert len(group.number) == 812
        for name, shares in margins_of(given, PARTICIPANTS).items():
            assert counted(group, name) == whole(name, shares, 812).tolist(), name


@pytest.mark.parametrize(("one", "other"), [("household", "sex"), ("duration", "work"), ("household", "work"), ("sex", "work"),
                                            ("age", "duration"), ("education", "work")])  # fmt: skip
def test_two_characteristics_go_together_as_in_the_group_made_directly(
    given: Assumptions, groups: list[People], one: str, other: str
) -> None:
    """Both are to have the odds ratios of the assumptions: means of six groups are within 1.2 points of what is expected."""
    levels = len(LEVELS[one]), len(LEVELS[other])
    cells = [np.ravel_multi_index((group.characteristics[one], group.characteristics[other]), levels) for group in groups]
    found = np.mean([np.bincount(cell, minlength=levels[0] * levels[1]) for cell in cells], axis=0)
    expected = together(one, other, 812, margins_of(given, PARTICIPANTS), given)
    assert found / 812 == pytest.approx(expected / 812, abs=0.012)


def test_both_groups_are_as_near_to_work(given: Assumptions, groups: list[People]) -> None:
    direct = research_group(8_120, 3, given)
    for works in (False, True):
        chosen = np.mean([nearness(group, works) for group in groups], axis=0)
        assert chosen == pytest.approx(nearness(direct, works), abs=0.03)


def test_the_same_seed_chooses_the_same_people(given: Assumptions, town: People, enrolled: People) -> None:
    assert np.array_equal(town.number[enrol(town, 3, given)], enrolled.number)
    first, second, other = (select(enrolled, seed, given) for seed in (1, 1, 2))
    assert np.array_equal(first, second)
    assert np.isin(other, first).mean() < 0.5


def test_the_group_made_directly_has_the_margins_and_thirds(given: Assumptions) -> None:
    group = research_group(812, 5, given)
    for name, shares in margins_of(given, PARTICIPANTS).items():
        assert counted(group, name) == whole(name, shares, 812).tolist(), name
    assert np.bincount(group.arm).tolist() == [271, 271, 270]
    working = [group.works[group.first[:-1]][group.arm == arm].mean() for arm in range(3)]
    assert max(working) - min(working) < 0.13


def test_cohorts_enter_in_the_published_windows(given: Assumptions, enrolled: People) -> None:
    months = np.bincount(enrolled.enters, minlength=14)
    assert months[:6].sum() == 3_000
    assert months[12:].sum() == 2_250
    assert set(np.flatnonzero(months)) == {0, 1, 2, 3, 4, 5, 12, 13}
    assert in_thirds(enrolled).enters is enrolled.enters


def test_a_smaller_town_enrols_fewer(given: Assumptions) -> None:
    town = people_of(plan_of(given, 5_000), 1, given)
    with pytest.raises(InputError, match="5250 people cannot enrol of whom 27 percent work: the town has 5000 households"):
        enrol(town, 1, given)
    rows = enrol(town, 1, given, 650)
    assert len(np.unique(rows)) == 650
    assert town.characteristics["work"][rows].sum() == whole("work", (73, 27), 650)[1]


def test_a_research_group_that_cannot_be_says_whom_it_lacks(given: Assumptions) -> None:
    without = given.without("people.printed_zero")
    town = people_of(plan_of(without), 1, without)
    enrolled = town.some(enrol(town, 1, without))
    with pytest.raises(InputError, match="needs 16 people with origin unknown; 0 of the 5250 enrolled are so"):
        select(enrolled, 1, without)


@pytest.mark.parametrize("count", [0, -1, True])
def test_nobody_cannot_be_chosen(given: Assumptions, enrolled: People, count: int) -> None:
    with pytest.raises(InputError, match="At least one person is chosen; found"):
        select(enrolled, 1, given, count)


def test_a_group_that_no_swap_can_make_says_which_margin(given: Assumptions, enrolled: People) -> None:
    """Of nearly everybody who works too few are left to meet the other margins: each level is there, but not together."""
    with pytest.raises(InputError, match=r"the margin '[a-z]+' was not met in"):
        select(enrolled, 1, given, 2_300)
