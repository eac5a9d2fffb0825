# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A joint table of whole people has every margin exactly, keeps the associations, and refuses what cannot be."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.margins import ASSOCIATIONS, COLUMNS, LEVELS, SHAPE, Joint, joint_of, margins_of, together, whole
from werkzaam.simulation.people import Ints


@pytest.fixture(scope="module")
def given() -> Assumptions:
    return shipped()


def margin(joint: Joint, *names: str) -> Ints:
    """Whole people by level of some characteristics."""
    others = tuple(axis for axis, name in enumerate(LEVELS) if name not in names)
    return np.asarray(joint.count.reshape(SHAPE).sum(axis=others))


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("people", [100, 101, 812, 5_250, 40_300, 1_000_003, 8_000_000])
def test_every_margin_is_exact_for_every_number_of_people(given: Assumptions, column: str, people: int) -> None:
    margins = margins_of(given, column)
    joint = joint_of(people, margins, given)
    assert joint.count.min() >= 0
    assert joint.ends[-1] == people
    for name, shares in margins.items():
        assert margin(joint, name).tolist() == whole(name, shares, people).tolist()


def test_whole_people_are_divided_by_largest_remainder() -> None:
    assert whole("thirds", (1, 1, 1), 100).tolist() == [34, 33, 33]
    assert whole("uneven", (5, 3, 1), 7).tolist() == [4, 2, 1]


def test_associations_are_kept_and_can_be_switched_off(given: Assumptions) -> None:
    margins = margins_of(given, "population")
    lone_women, lone_men = margin(joint_of(40_300, margins, given), "household", "sex")[1]
    assert lone_women / (lone_women + lone_men) > 0.9
    without = given.without("people.household_by_sex")
    lone_women, lone_men = margin(joint_of(40_300, margins, without), "household", "sex")[1]
    assert lone_women / (lone_women + lone_men) == pytest.approx(0.49, abs=0.03)


def test_without_associations_characteristics_are_independent(given: Assumptions) -> None:
    for one, other in ASSOCIATIONS:
        given = given.without(f"people.{one}_by_{other}")
    margins = margins_of(given, "participants")
    working, women = margins["work"][1] / 1000, margins["sex"][0] / 1000
    assert together("sex", "work", 1_000, margins, given)[1] == pytest.approx(1_000 * working * women, rel=0.01)


def test_raking_keeps_the_odds_ratio_of_the_association(given: Assumptions) -> None:
    """Sex has one association, with household, and one with work; the odds ratio between women and men of lone parents stays."""
    alone = given.without("people.sex_by_work")
    women, men = margin(joint_of(8_000_000, margins_of(given, "participants"), alone), "household", "sex")[:2].T
    assert women[1] * men[0] / (men[1] * women[0]) == pytest.approx(92 * 60 / (8 * 40), rel=0.01)


def test_nobody_below_25_has_had_bijstand_for_over_ten_years(given: Assumptions) -> None:
    assert margin(joint_of(8_000_000, margins_of(given, "population"), given), "duration", "age")[6, 0] == 0


def test_the_table_is_the_same_on_every_machine(given: Assumptions) -> None:
    count = joint_of(40_300, margins_of(given, "population"), given).count
    assert hashlib.sha256(count.astype("<i8").tobytes()).hexdigest()[:16] == "bdbc58187420e360"


@pytest.mark.parametrize(("name", "shares", "wrong"), [
    ("sex", (-1, 101), "'sex' needs whole shares"),
    ("sex", (0, 0), "'sex' needs whole shares"),
    ("sex", (50,), "'sex' has 2 levels"),
    ("duration", (0, 0, 0, 0, 0, 0, 100), "'duration' cannot be met|cannot hold together|'age' cannot be met"),
])  # fmt: skip
def test_a_margin_that_cannot_be_is_named(given: Assumptions, name: str, shares: tuple[int, ...], wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        joint_of(40_300, {**margins_of(given, "population"), name: shares}, given)


def test_a_town_of_nobody_and_another_column_are_refused(given: Assumptions) -> None:
    with pytest.raises(InputError, match="at least one household; found 0"):
        joint_of(0, margins_of(given, "population"), given)
    with pytest.raises(InputError, match="population and participants; found 'rotterdam'"):
        margins_of(given, "rotterdam")
    with pytest.raises(InputError, match=r"people\.household_by_sex lists 4 x 2 odds"):
        joint_of(100, margins_of(given, "population"), given.with_values({"people.household_by_sex": (1, 2)}))
