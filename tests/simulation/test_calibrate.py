# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Span
from werkzaam.simulation import labour
from werkzaam.simulation.calibrate import Knob, solve, standing, stands, turned, work
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.world import KNOWN_PARTS, behaviour_of, in_shock, leaving_of, market_of

PARTS = (*KNOWN_PARTS, KNOWN_PARTS[-1])
SPAN = Span.parse("2018-01", "2022-12")
KNOB = Knob("finding", (1, 2), "share_paid_work_percent", "T1", 0, 1000)


@pytest.fixture(scope="module")
def group() -> People:
    return research_group(6_000, 5, shipped())


def curve(values: Ints) -> np.ndarray:  # type: ignore[type-arg]
    """Something that rises more and more slowly, as a share of people does."""
    return 100 * (1 - np.exp(-np.asarray(values) / np.array([200.0, 400.0, 800.0])))


def test_a_knob_is_turned_to_the_nearest_whole_number_for_each_part() -> None:
    wanted = np.array([60.0, 50.0, 40.0])
    found = solve(curve, np.array([500, 500, 500]), KNOB, wanted, turns=12)
    assert found.tolist() == [183, 277, 409]
    falling = Knob("shock", (0,), "m", "T2", 0, 1000, falls=True)
    assert solve(lambda at: 100 - curve(at), np.array([500] * 3), falling, 100 - wanted, turns=12).tolist() == [183, 277, 409]


def test_a_target_that_cannot_be_reached_gives_the_bound() -> None:
    assert solve(curve, np.array([500, 500, 500]), KNOB, np.array([100.0, 100.0, 0.0]), turns=12).tolist()[2] == 0
    assert solve(curve, np.array([500, 500, 500]), KNOB, np.array([110.0, 110.0, 110.0]), turns=12).min() > 990


def test_turning_a_knob_changes_its_periods_only() -> None:
    given = turned(shipped(), KNOWN_PARTS, KNOB, np.array([7, 8, 9]))
    before, after = (numbers.numbers("behaviour.ams_self_direction.finding") for numbers in (shipped(), given))
    assert after == (before[0], 8, 8, *before[3:])
    assert stands(given, KNOWN_PARTS, KNOB).tolist() == [7, 8, 9]
    assert stands(turned(given, KNOWN_PARTS, KNOB, np.array([3])), KNOWN_PARTS, KNOB).tolist() == [3, 3, 3]


def test_before_somebody_enters_the_last_row_holds(group: People) -> None:
    """Parts differ from the month of entering on, and in nothing before."""
    behaviour = behaviour_of(shipped(), PARTS, SPAN)
    found = work(group, market_of(shipped()), behaviour, SPAN, 1)["works"]
    behaviour.finding[:3] = 0
    none = work(group, market_of(shipped()), behaviour, SPAN, 1)["works"]
    month = np.arange(len(found))[:, None]
    outside = month < group.enters[None, :]
    assert (found == none)[outside].all()
    assert found[~outside].sum() > none[~outside].sum() * 1.2


def test_the_shock_raises_job_loss_by_contract_and_lowers_finding() -> None:
    behaviour = behaviour_of(shipped(), PARTS, SPAN)
    months = np.array([in_shock(shipped(), month) for month in SPAN])
    calm, hit = behaviour.losing[2, 0], behaviour.losing[2, int(np.flatnonzero(months)[0])]
    assert months.sum() == 12
    assert (hit[2:] > 2 * calm[2:]).all()
    assert hit[labour.Contract.FIXED] == calm[labour.Contract.FIXED], "8 percent was lost in the crisis, 9 percent after it"
    off = behaviour_of(shipped().without("shock.last"), PARTS, SPAN)
    assert (off.losing == calm).all()
    assert (off.finding[:, months] > behaviour.finding[:, months] * 1.9).all()


def test_flexible_work_becomes_fixed_and_other_work_does_not(group: People) -> None:
    """With nothing lost and nothing found, a share of who works flexibly or on call has fixed work every month."""
    calm = {"labour.losing": (0,) * 4, "shock.losing": (0,) * 4, "labour.finding": (0,) * 3}
    given = shipped().with_values({**calm, "labour.made_fixed": 16_000})
    seen = work(group, market_of(given), behaviour_of(given, PARTS, SPAN), SPAN, 1)["contract"]
    first, year = seen[0], seen[12]
    loose = np.isin(first, (labour.Contract.FLEXIBLE, labour.Contract.ON_CALL))
    assert (year[~loose] == first[~loose]).all()
    assert (year[loose] == labour.Contract.FIXED).mean() == pytest.approx(1 - 0.984**12, abs=0.02)
    assert ((year == first) | (year == labour.Contract.FIXED)).all()
    off = given.without("labour.made_fixed")
    stays = work(group, market_of(off), behaviour_of(off, PARTS, SPAN), SPAN, 1)["contract"]
    assert (stays == stays[0]).all()


def test_nobody_leaves_before_entering_and_who_left_for_work_had_wages_above_the_norm(group: People) -> None:
    months = len(list(SPAN))
    above = np.arange(len(group.number)) % 2 == 0
    entitled = np.tile(~above, (months, 1)).astype(np.int16)
    seen = standing(group, entitled, leaving_of(shipped()), behaviour_of(shipped(), PARTS, SPAN), 1)
    early = np.arange(months)[:, None] <= group.enters[None, :]
    assert (seen["on"] == 1)[early].all()
    assert not (seen["left"][:, ~above] == Left.WORK).any()
    assert (seen["left"][-1, above] == Left.WORK).mean() > 0.9
    assert (seen["left"][-1, ~above] == Left.OTHER).mean() > 0.05
    assert (seen["on"][5] == 1).all(), "by definition nobody has left at the end of the second quarter of 2018"
