# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a synthetic town: the margins of Table 2, the same in parts as whole, and each somebody who could be."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.margins import COLUMNS, LEVELS
from werkzaam.simulation.people import ADULTS_MOST, LONG_AGO, People
from werkzaam.simulation.town import ADULT, AGES, EVERYBODY_ELSE, MONTHS_ON, people_of, places, plan_of

PERSON = ("person", "household", "age", "limited", "cares", "ready", "view", "works")


@pytest.fixture(scope="module")
def given() -> Assumptions:
    return shipped()


@pytest.fixture(scope="module")
def town(given: Assumptions) -> People:
    return people_of(plan_of(given, 10_000), 3, given)


@pytest.mark.requirement("R-238")
@pytest.mark.parametrize("column", COLUMNS)
def test_ten_thousand_people_have_the_margins_of_table_2(given: Assumptions, column: str) -> None:
    people = people_of(plan_of(given, 10_000, column), 3, given)
    for name, levels in LEVELS.items():
        found = 100 * np.bincount(people.characteristics[name], minlength=len(levels)) / 10_000
        assert found == pytest.approx(given.numbers(f"people.{column}.{name}"), abs=1.5)


def test_a_part_of_a_town_is_the_same_as_in_the_whole(given: Assumptions, town: People) -> None:
    plan = plan_of(given, 10_000)
    for first, last in ((0, 1), (1, 4_000), (4_000, 4_000), (4_000, 10_000)):
        part, rows = people_of(plan, 3, given, first, last), town.some(np.arange(first, last))
        for field in (field.name for field in fields(People) if field.name != "characteristics"):
            assert np.array_equal(getattr(part, field), getattr(rows, field)), field
        assert all(np.array_equal(part.characteristics[name], rows.characteristics[name]) for name in LEVELS)


@pytest.mark.parametrize("total", [1, 2, 3, 64, 65, 1_000, 40_300])
def test_the_shuffle_gives_each_place_once(total: int) -> None:
    assert np.array_equal(np.sort(places(11, 0, total, total)), np.arange(total))


def test_the_shuffle_mixes_well_and_depends_on_the_seed() -> None:
    found = places(5, 0, 40_300, 40_300)
    assert abs(np.corrcoef(found, np.arange(40_300))[0, 1]) < 0.02
    assert abs(np.corrcoef(found[1:], found[:-1])[0, 1]) < 0.02
    assert (found == places(6, 0, 40_300, 40_300)).mean() < 0.001


def test_age_and_months_on_bijstand_lie_in_their_classes(given: Assumptions, town: People) -> None:
    low, high = np.array(AGES)[town.characteristics["age"]].T
    asker = town.first[:-1]
    assert ((low <= town.age[asker]) & (town.age[asker] <= high)).all()
    longest = np.array([*(month - 1 for month in MONTHS_ON[1:]), given.number("people.duration_longest")])
    assert (town.months_before >= np.array(MONTHS_ON)[town.characteristics["duration"]]).all()
    assert (town.months_before <= longest[town.characteristics["duration"]]).all()
    assert (town.months_before <= town.age[asker] - ADULT).all()
    assert len(np.unique(town.age[asker][town.characteristics["age"] == 2])) == 120


def test_households_are_as_their_group_says(town: People) -> None:
    single, alone, couple, with_children = (town.characteristics["household"] == level for level in range(4))
    adults = np.bincount(town.household)
    assert np.array_equal(adults == 2, couple | with_children)
    assert np.array_equal(town.form, np.select([single, alone], [0, 1], 2))
    assert np.array_equal(town.children, alone | with_children)
    assert not town.cares[~alone[town.household]].any()
    assert town.cares[alone[town.household]].mean() == pytest.approx(0.6, abs=0.1)
    assert np.array_equal(town.person // ADULTS_MOST, town.number[town.household])
    assert len(np.unique(town.person)) == len(town.person)


def test_who_asked_works_as_the_margin_says_and_partners_as_is_assumed(given: Assumptions, town: People) -> None:
    asker = np.zeros(len(town.person), dtype=bool)
    asker[town.first[:-1]] = True
    assert np.array_equal(town.works[asker], town.characteristics["work"] == 1)
    idle = ~asker & ~town.works[town.first[:-1]][town.household]
    assert town.works[idle].mean() == pytest.approx(given.numbers("people.partner_works")[0] / 1e6, abs=0.03)
    apart = town.age[~asker] - town.age[asker][town.household[~asker]]
    assert abs(apart).max() == 12 * given.number("people.partner_years")


def test_readiness_and_views_are_as_is_assumed(given: Assumptions) -> None:
    for column in COLUMNS:
        people = people_of(plan_of(given, 20_000, column), 3, given)
        for works in (False, True):
            shares = given.numbers(f"people.ready.{column}")[3 * works : 3 * works + 3]
            found = np.bincount(people.ready[people.works == works], minlength=3) / (people.works == works).sum()
            assert found == pytest.approx(np.array(shares) / 1e6, abs=0.03)
    assert np.bincount(people.view, minlength=5)[1:] / len(people.view) == pytest.approx(0.25, abs=0.01)


def test_nobody_is_in_the_experiment_yet(town: People) -> None:
    assert (town.arm == EVERYBODY_ELSE).all()
    assert (town.enters == LONG_AGO).all()


def test_origin_is_read_by_nothing_else(given: Assumptions, town: People) -> None:
    """Another margin of origin moves people between cells, but none of them is another somebody for it."""
    odds = {name: 100 * np.bincount(town.characteristics[name]) / 10_000 for name in LEVELS if name != "origin"}
    plan = plan_of(given, 10_000)
    other = people_of(replace(plan, margins={**plan.margins, "origin": (1, 1, 1, 1, 1, 1, 1)}), 3, given)
    for name, shares in odds.items():
        assert np.array_equal(100 * np.bincount(other.characteristics[name]) / 10_000, shares)
    assert other.works.sum() == pytest.approx(town.works.sum(), abs=40)
    assert [field.name for field in fields(People) if "origin" in field.name] == []


def test_another_seed_gives_other_people(given: Assumptions, town: People) -> None:
    other = people_of(plan_of(given, 10_000), 4, given)
    assert (other.characteristics["age"] == town.characteristics["age"]).mean() < 0.4
    assert all(len(getattr(other, name)) != 0 for name in PERSON)


def test_a_part_outside_the_town_and_a_seed_that_is_none_are_refused(given: Assumptions) -> None:
    plan = plan_of(given, 100)
    with pytest.raises(InputError, match="A part of a town of 100 households was expected; found 50 to 101"):
        people_of(plan, 1, given, 50, 101)
    with pytest.raises(InputError, match=r"A seed is a whole number .* found 1\.5"):
        people_of(plan, 1.5, given)  # type: ignore[arg-type]
