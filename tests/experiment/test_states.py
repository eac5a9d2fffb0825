# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""On benefit or out, for which reason, working or not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.experiment.states import Spell, by_arm, net_outflow, on_benefit, outflow_by_reason, working_and_out

START, LEFT, BACK = Month.parse("2018-04"), Month.parse("2020-02"), Month.parse("2020-05")
QUARTERS = (Month.parse("2019-12"), Month.parse("2020-03"), Month.parse("2020-06"))


@pytest.mark.requirement("R-176")
def test_28_out_and_two_back_are_28_and_26_percent() -> None:
    spells = [Spell(person, START, LEFT, 0) for person in range(28)] + [Spell(person, START, None) for person in range(28, 100)]
    spells += [Spell(person, BACK, None) for person in range(2)]
    benefit, _ = on_benefit(spells, 100, QUARTERS)
    assert (100 * net_outflow(benefit)).tolist() == pytest.approx([0, 28.0, 26.0])


@pytest.mark.requirement("R-177")
def test_39_out_of_whom_28_by_work_split_into_28_and_11_points() -> None:
    spells = [Spell(person, START, LEFT, 0 if person < 28 else 1 + person % 3) for person in range(39)]
    spells += [Spell(person, START, None) for person in range(39, 100)]
    benefit, reason = on_benefit(spells, 100, QUARTERS[1:2])
    shares = 100 * outflow_by_reason(benefit, reason, 4)[0]
    assert shares[0] == pytest.approx(28)
    assert shares[1:].sum() == pytest.approx(11)
    assert 100 * net_outflow(benefit)[0] == pytest.approx(39)


@pytest.mark.requirement("R-178")
def test_working_12_hours_on_supplement_is_working_and_not_out() -> None:
    hours, benefit = np.array([[12.0]]), np.array([[True]])
    found = working_and_out(hours > 0, benefit)
    assert found.working_on_benefit.tolist() == [1.0]
    assert found.working_out.tolist() == found.not_working_out.tolist() == [0.0]
    assert net_outflow(benefit).tolist() == [0.0]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_the_four_states_are_everybody(people: list[tuple[bool, bool]]) -> None:
    working, benefit = np.array([[one] for one, _ in people]), np.array([[one] for _, one in people])
    found = working_and_out(working, benefit)
    together = found.working_on_benefit + found.working_out + found.not_working_on_benefit + found.not_working_out
    assert together == pytest.approx(1)
    assert found.working_out + found.not_working_out == pytest.approx(net_outflow(benefit))


def test_who_comes_back_and_leaves_again_has_the_last_reason() -> None:
    spells = [Spell(0, START, LEFT, 0), Spell(0, BACK, Month.parse("2020-08"), 2)]
    benefit, reason = on_benefit(spells, 1, (QUARTERS[1], QUARTERS[2], Month.parse("2020-09")))
    assert benefit.tolist() == [[False, True, False]]
    assert reason.tolist() == [[0, 0, 2]]


def test_every_arm_counts_who_was_drawn_for_it() -> None:
    benefit, arms = np.array([[True], [False], [False], [True]]), np.array([0, 0, 1, -1])
    found = by_arm(benefit, arms, ("extra", "self"))
    assert {name: (n, share.tolist()) for name, (n, share) in found.items()} == {"extra": (2, [0.5]), "self": (1, [1.0])}
    with pytest.raises(InputError, match="'comparison'"):
        by_arm(benefit, arms, ("extra", "self", "comparison"))


@pytest.mark.parametrize(
    ("spells", "match"),
    [
        ([Spell(0, START, LEFT, 0), Spell(0, LEFT, None)], "overlap"),
        ([Spell(0, START, None), Spell(0, BACK, None)], "overlap"),
        ([Spell(0, LEFT, START, 0)], "before it begins|not on benefit yet"),
        ([Spell(0, Month.parse("2018-04"), Month.parse("2018-03"), 0)], "before it begins"),
        ([Spell(0, BACK, None)], "not on benefit yet"),
        ([], "not on benefit yet"),
        ([Spell(7, START, None)], "from 0 to 0"),
    ],
)
def test_spells_that_cannot_be_are_refused(spells: list[Spell], match: str) -> None:
    with pytest.raises(InputError, match=match):
        on_benefit(spells, 1, QUARTERS)


def test_shapes_and_missing_reasons_are_refused() -> None:
    out = np.array([[False], [True]])
    with pytest.raises(InputError, match="unknown"):
        outflow_by_reason(out, np.array([[-1], [-1]]), 2)
    with pytest.raises(InputError, match="true or false"):
        net_outflow(np.array([[0.0]]))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="same people"):
        working_and_out(np.array([[True]]), out)
