# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The labour market, a month at a time: finding and losing work, contracts, hours that swing, wages per pay period, late slips.

Whole numbers only, compiled by Numba: states and thresholds are integers, chance comes from `chance.of_million`, so that the same
person has the same luck under every regime and on every machine. What moves people is in `Behaviour`, by arm and month.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numba import njit

from werkzaam.simulation.chance import MILLION, Purpose, of_million, seeded
from werkzaam.simulation.people import LONG_AGO, Ints, People


class Contract(IntEnum):
    """What kind of work somebody has."""

    NONE = 0
    FIXED = 1
    FLEXIBLE = 2
    ON_CALL = 3
    SELF_EMPLOYED = 4


class Period(IntEnum):
    """After how long somebody is paid."""

    MONTH = 0
    FOUR_WEEKS = 1
    WEEK = 2


MINUTES_LEAST, MINUTES_MOST = 2 * 60, 40 * 60
"""Bounds of the usual working time, in minutes a week."""
FIRST_HALF = 6
"""Months after entering an experiment in which the chances are different (A-19)."""


@dataclass(frozen=True, slots=True)
class Market:
    """The numbers of the labour market that hold for everybody.

    contracts   (4,) cumulative per million: fixed, flexible, on call, self-employed, of somebody who finds work
    started     (4,) the same for who works at the start
    periods     (3,) cumulative per million: paid per month, four weeks, week
    finding     (3,) per million a month, by readiness
    minutes     (n,) usual minutes a week of a new job, as many equally likely values
    at_start    (n,) the same for who works at the start
    swing       (5, n) per mille of the usual time worked in a month, by contract
    hourly      (n,) net cents an hour
    late        (4,) cumulative per million: months that a payslip is late, 0 to 3
    limited     the most minutes a week of who can work fewer hours for medical reasons
    outside     per mille of the chance to find work that who never enters an experiment has
    made_fixed  per million a month: chance that flexible work, or work on call, becomes fixed
    holiday     holiday money paid with a wage, per mille of the net wage
    gross       gross wage, per mille of the net wage
    """

    contracts: Ints
    started: Ints
    periods: Ints
    finding: Ints
    minutes: Ints
    at_start: Ints
    swing: Ints
    hourly: Ints
    late: Ints
    limited: int
    outside: int
    holiday: int
    gross: int
    made_fixed: int


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How an arm's people move in a month: (arms, months) each, per mille of what holds for everybody unless said otherwise.

    The last row also holds for everybody who has not yet entered an experiment.

    finding   chance to find work
    losing    (arms, months, 5) per million a month: chance to lose it, by contract (index Contract); a shock stands in it
    drift     per million a month: chance that usual time goes one hour up (above zero) or down (below)
    leaving   chance to leave bijstand, both for work and for other reasons
    coming    chance to come back
    early     (arms, 2) what `finding` and `drift` are added to in the first half-year after somebody `enters`
    """

    finding: Ints
    losing: Ints
    drift: Ints
    leaving: Ints
    coming: Ints
    early: Ints


@dataclass(slots=True)
class Work:
    """Where everybody's work stands (people,): contract, usual minutes a week, net cents an hour, pay period, months in the job.

    `cautious` counts the months in which somebody still holds back after a bad correction (R-242). The others are of the last
    month: minutes worked, net wage earned in cents, how many months late its payslip is, whether the job is new, and in cents the
    holiday money paid with the wage and the gross wage.
    """

    contract: Ints
    minutes: Ints
    hourly: Ints
    period: Ints
    months: Ints
    cautious: Ints
    worked: Ints
    wage: Ints
    late: Ints
    new: Ints
    holiday: Ints
    gross: Ints


def start(people: People, market: Market, seed: int) -> Work:
    """The work of everybody before the first month."""
    count = len(people.person)
    work = Work(*(np.zeros(count, np.int64) for _ in range(12)))
    _start(seeded(seed), people.person, people.works, people.limited, market.started, market.periods, market.at_start,
           market.hourly, market.limited, work.contract, work.minutes, work.hourly, work.period, work.months)  # fmt: skip
    return work


def step(people: People, work: Work, market: Market, behaviour: Behaviour, month: int, seed: int, weeks: int, fourth: int,
         held_back: int, finds: Ints | None = None, loses: Ints | None = None) -> None:  # fmt: skip
    """One month: changes `work`.

    `weeks` is how many weekly pays the month has (4 or 5); `fourth` is how many four-weekly pays end in it (1 or 2);
    `held_back` is by how many per mille of their time cautious people work less, and then without any swing; `finds` and `loses`
    (people,) multiply the chance to find work and to lose it, per mille.
    """
    even = np.full(len(people.person), 1000, np.int64)
    nearness = np.where(people.enters == LONG_AGO, market.outside, 1000)[people.household]
    luck, who, arm, enters = seeded(seed), people.person, people.arm[people.household], people.enters[people.household]
    _find_and_lose(luck, month, who, arm, enters, people.ready, people.limited, work.contract, work.minutes, work.hourly,
                   work.period, work.months, work.new, behaviour.finding[:, month], behaviour.losing[:, month], behaviour.early,
                   market.finding, market.contracts, market.periods, market.minutes, market.hourly, market.limited,
                   market.made_fixed, nearness if finds is None else finds * nearness // 1000,
                   even if loses is None else loses)  # fmt: skip
    _drift(luck, month, who, arm, enters, people.limited, work.contract, work.minutes, behaviour.drift[:, month], behaviour.early,
           market.limited)  # fmt: skip
    _earn(luck, month, who, work.contract, work.minutes, work.hourly, work.period, work.cautious, work.worked, work.wage,
          work.late, market.swing, market.late, weeks, fourth, held_back)  # fmt: skip
    work.holiday, work.gross = work.wage * market.holiday // 1000, work.wage * market.gross // 1000


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _of(cumulative: Ints, number: int) -> int:  # pragma: no cover - compiled
    """Which of some options a number out of a million falls in."""
    at = 0
    while at < len(cumulative) - 1 and number >= cumulative[at]:
        at += 1
    return at


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _pick(values: Ints, number: int) -> int:  # pragma: no cover - compiled
    """One of equally likely values."""
    return values[number * len(values) // MILLION]  # type: ignore[no-any-return]


@njit(cache=True, nogil=True)
def _start(seed, person, works, limited, started, periods, usual, hourly, limit, contract, minutes, cents, period, months):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for p in range(len(person)):
        who = person[p]
        cents[p] = _pick(hourly, of_million(seed, who, 0, Purpose.WAGE.value))
        period[p] = _of(periods, of_million(seed, who, 0, Purpose.PERIOD.value))
        if works[p]:
            contract[p] = 1 + _of(started, of_million(seed, who, 0, Purpose.CONTRACT.value))
            time = _pick(usual, of_million(seed, who, 0, Purpose.HOURS.value))
            minutes[p] = min(time, limit) if limited[p] else time
            months[p] = 12


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _row(arm: int, enters: int, month: int, rows: int) -> int:  # pragma: no cover - compiled
    """The row of behaviour that holds for somebody: the last one until they enter."""
    return arm if month >= enters else rows - 1


@njit(cache=True, nogil=True)
def _find_and_lose(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    seed, month, person, arm, enters, ready, limited, contract, minutes, cents, period, months, new, finding, losing, early, base,
    contracts, periods, usual, hourly, limit, made_fixed, finds, loses,
):  # fmt: skip
    at = month + 1
    for p in range(len(person)):
        who, a = person[p], _row(arm[p], enters[p], month, len(finding))
        new[p] = 0
        if contract[p]:
            months[p] += 1
            if of_million(seed, who, at, Purpose.LOSE.value) < losing[a, contract[p]] * loses[p] // 1000:
                contract[p] = minutes[p] = months[p] = 0
                continue
            loose = contract[p] == Contract.FLEXIBLE.value or contract[p] == Contract.ON_CALL.value
            if loose and of_million(seed, who, at, Purpose.MADE_FIXED.value) < made_fixed:
                contract[p] = Contract.FIXED.value
            continue
        pull = finding[a] + (early[a, 0] if enters[p] <= month < enters[p] + FIRST_HALF else 0)
        if of_million(seed, who, at, Purpose.FIND.value) < base[ready[p]] * pull // 1000 * finds[p] // 1000:
            contract[p] = 1 + _of(contracts, of_million(seed, who, at, Purpose.CONTRACT.value))
            time = _pick(usual, of_million(seed, who, at, Purpose.HOURS.value))
            minutes[p] = min(time, limit) if limited[p] else time
            cents[p] = _pick(hourly, of_million(seed, who, at, Purpose.WAGE.value))
            period[p] = _of(periods, of_million(seed, who, at, Purpose.PERIOD.value))
            months[p], new[p] = 1, 1


@njit(cache=True, nogil=True)
def _drift(seed, month, person, arm, enters, limited, contract, minutes, drift, early, limit):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    for p in range(len(person)):
        if not contract[p]:
            continue
        a = _row(arm[p], enters[p], month, len(drift))
        slope = drift[a] + (early[a, 1] if enters[p] <= month < enters[p] + FIRST_HALF else 0)
        if of_million(seed, person[p], month + 1, Purpose.DRIFT.value) < abs(slope):
            most = limit if limited[p] else MINUTES_MOST
            minutes[p] = min(max(minutes[p] + (60 if slope > 0 else -60), MINUTES_LEAST), most)


@njit(cache=True, nogil=True)
def _earn(  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    seed, month, person, contract, minutes, cents, period, cautious, worked, wage, late, swing, slips, weeks, fourth, held_back,
):  # fmt: skip
    for p in range(len(person)):
        if not contract[p]:
            worked[p] = wage[p] = late[p] = 0
            cautious[p] = max(cautious[p] - 1, 0)
            continue
        share = _pick(swing[contract[p]], of_million(seed, person[p], month + 1, Purpose.SWING.value))
        if cautious[p]:
            share = 1000 - held_back
            cautious[p] -= 1
        paid_weeks = 52 * 1000 // 12
        if period[p] == Period.WEEK.value:
            paid_weeks = weeks * 1000
        elif period[p] == Period.FOUR_WEEKS.value:
            paid_weeks = 4000 * fourth
        worked[p] = minutes[p] * share // 1000
        wage[p] = worked[p] * paid_weeks // 1000 * cents[p] // 60
        late[p] = _of(slips, of_million(seed, person[p], month + 1, Purpose.LATE.value))
