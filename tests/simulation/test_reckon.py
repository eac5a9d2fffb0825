# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The wage that a month is paid by is the one of the ledger, from the payslips that are known by then."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
import pytest

from werkzaam.core.months import Month
from werkzaam.ledger.estimates import Job, Slip, Werkwijze, wages
from werkzaam.simulation.labour import Work
from werkzaam.simulation.reckon import LATEST, MONTHS_KEPT, WAY_OF, Slips, Way

FIRST = Month.parse("2018-01")
MONTHS = 60


@dataclass(frozen=True)
class Earned:
    """One month of somebody's job: which job, for how many months, the wage in cents, and how late its payslip is."""

    job: int
    months: int
    wage: int
    late: int


def _course(dice: Random) -> list[Earned | None]:
    """Jobs that come and go; None is a month without work."""
    made: list[Earned | None] = []
    job, left, months = 0, 0, 0
    while len(made) < MONTHS:
        if left:
            months += 1
            late = dice.choice((0, 0, 0, 1, 2, LATEST))
            made.append(Earned(job, months, dice.choice((0, dice.randrange(200_000))), late))
            left -= 1
        else:
            made += [None] * dice.randrange(1, 4)
            job, left, months = job + 1, dice.randrange(1, 20), 0
    return made[:MONTHS]


def _work(now: list[Earned | None]) -> Work:
    """The work of everybody in a month."""
    zero = np.zeros(len(now), np.int64)
    column = lambda name: np.array([getattr(one, name) if one else 0 for one in now], np.int64)  # noqa: E731
    contract = np.array([one is not None for one in now], np.int64)
    return Work(contract, zero, zero, zero, column("months"), zero, zero, column("wage"), column("late"), zero, zero, zero)


def _expected(way: Way, past: list[Earned | None], now: Earned | None, agreed: int) -> int:
    """By the ledger: the known payslips of this job, and what was agreed; afterwards takes last month's wage as it came."""
    if way is Way.AFTERWARDS:
        before = past[-1] if past else None
        return before.wage if before else 0
    if now is None:
        return -1
    sooner = int(way is Way.ON_THE_MONTH)
    at = len(past)
    slips = tuple(Slip(FIRST + month, one.wage) for month, one in enumerate(past)
                  if one and one.job == now.job and month + 1 + one.late - sooner <= at)  # fmt: skip
    if sooner and now.late == 0:
        slips = (*slips, Slip(FIRST + at, now.wage))
    method = next(name for name, other in WAY_OF.items() if other is way)
    found = wages(Werkwijze[method.upper()], [Job(1, slips, agreed)], FIRST + at)[0]
    return -1 if found.known else found.cents


@pytest.mark.parametrize("way", list(WAY_OF.values()))
def test_every_way_of_working_takes_the_wage_that_the_ledger_takes(way: Way) -> None:
    dice = Random(int(way) + 40)
    courses = [_course(dice) for _ in range(60)]
    slips, agreed, estimates = Slips(_work([None] * len(courses))), {}, set()
    for at in range(MONTHS):
        now = [course[at] for course in courses]
        typical = np.array([50_000 + 10 * at + who for who in range(len(courses))], np.int64)
        renew = (FIRST + at).number == 1
        for who, one in enumerate(now):
            if one and (one.months == 1 or renew):
                agreed[who, one.job] = int(typical[who])
        found = slips.reckoned(way, _work(now), typical, renew)
        for who, one in enumerate(now):
            told = agreed[who, one.job] if one else 0
            assert found[who] == _expected(way, courses[who][:at], one, told), (who, FIRST + at)
        slips.remember(_work(now))
        estimates |= set(found.tolist())
    assert len(estimates) > 30


def test_who_waits_is_paid_by_the_wage_itself_and_buffer_estimates_like_the_previous_payslip() -> None:
    dice = Random(7)
    courses = [_course(dice) for _ in range(20)]
    slips = Slips(_work([None] * len(courses)))
    typical = np.full(len(courses), 77_777, np.int64)
    for at in range(MONTHS):
        work = _work([course[at] for course in courses])
        assert (slips.reckoned(Way.WAIT_AND_PAY, work, typical) == -1).all()
        assert np.array_equal(slips.reckoned(Way.BUFFER, work, typical), slips.reckoned(Way.PREVIOUS_SLIP, work, typical))
        slips.remember(work)


def test_four_weeks_of_pay_are_estimated_as_they_count() -> None:
    work = _work([Earned(1, 1, 60_000, 0)])
    slips = Slips(work)
    slips.remember(work, np.array([65_000], np.int64))
    found = slips.reckoned(Way.PREVIOUS_SLIP, _work([Earned(1, 2, 60_000, 0)]), np.array([1], np.int64))
    assert found.tolist() == [65_000]


def test_as_many_months_are_kept_as_the_latest_payslips_ask() -> None:
    work = _work([Earned(1, 1, 1, LATEST)])
    slips = Slips(work)
    for months in range(1, MONTHS_KEPT + 1):
        slips.remember(_work([Earned(1, months, 100 * months, LATEST)]))
    found = slips.reckoned(Way.MEAN_OF_SLIPS, _work([Earned(1, MONTHS_KEPT + 1, 0, 0)]), np.array([9], np.int64))
    assert found.tolist() == [150]
