# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The directions that the report describes in words, as questions about the measures: does the simulation go that way as well?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from werkzaam.app.simulation.relive_trial import ARMS

Value: TypeAlias = Callable[[str, str, str, str], float]
"""A measure of a group, at a wave or in a period: of one trial, or the mean of many."""
Question: TypeAlias = Callable[[Value, str], bool]
HARDLY = 0.015
"""`Hardly rose`: no more than 1.5 points (K-009, K-010; our reading)."""
NONE = 0.03
"""`No noteworthy difference`: no more than three points, which is more than the report's own two (our reading)."""
EXTRA, SELF, REST = ARMS


def _out(value: Value, group: str, quarter: str) -> float:
    return value("outflow", group, "", quarter)


def _rise(value: Value, group: str, first: str, last: str) -> float:
    return _out(value, group, last) - _out(value, group, first)


def outflow_rises_together(value: Value, _group: str) -> bool:
    """In every arm more people are out in 2020-Q1 than a year before, and then than at the start."""
    return all(a < b for arm in ARMS for a, b in pairwise(_out(value, arm, at) for at in ("2018-Q2", "2019-Q1", "2020-Q1")))


def extra_rises_faster(value: Value, _group: str) -> bool:
    """Extra attention is highest in 2020-Q1."""
    return _out(value, EXTRA, "2020-Q1") > max(_out(value, arm, "2020-Q1") for arm in (SELF, REST))


def flat_in_corona(value: Value, group: str) -> bool:
    """From 2020-Q1 to 2020-Q4 outflow hardly rises, and does not fall."""
    return 0 <= _rise(value, group, "2020-Q1", "2020-Q4") <= HARDLY


def extra_dips(value: Value, _group: str) -> bool:
    """In a quarter of 2020 after the first fewer are out than in the first."""
    return min(_out(value, EXTRA, f"2020-Q{at}") for at in (2, 3, 4)) < _out(value, EXTRA, "2020-Q1")


def rises_in_2021(value: Value, group: str) -> bool:
    """More people are out in 2021-Q1 than in the quarter before."""
    return _rise(value, group, "2020-Q4", "2021-Q1") > 0


def self_direction_lags(value: Value, _group: str) -> bool:
    """In self-direction fewer people are out in 2021-Q1 than in the quarter before."""
    return _rise(value, SELF, "2020-Q4", "2021-Q1") < 0


def outflow_rises_to_2022(value: Value, _group: str) -> bool:
    """In every arm more people are out at the end of 2022 than in 2021-Q1."""
    return all(_rise(value, arm, "2021-Q1", "2022-Q4") > 0 for arm in ARMS)


def self_direction_rises_less(value: Value, _group: str) -> bool:
    """From 2021-Q1 on self-direction rises least."""
    return _rise(value, SELF, "2021-Q1", "2022-Q4") < min(_rise(value, arm, "2021-Q1", "2022-Q4") for arm in (EXTRA, REST))


def self_direction_least_to_work(value: Value, _group: str) -> bool:
    """At T3 fewest people are out for work in self-direction."""
    out = {arm: value("outflow_to_work", arm, "T3", "") for arm in ARMS}
    return out[SELF] < min(out[EXTRA], out[REST])


def no_difference(value: Value, _group: str) -> bool:
    """Extra attention and comparison differ little at T3."""
    return abs(value("outflow", EXTRA, "T3", "") - value("outflow", REST, "T3", "")) <= NONE


def hours_up(value: Value, group: str) -> bool:
    """Hours of the working rise from T1 to T2."""
    return value("hours_growth", group, "T1-T2", "") > 0


def hours_down(value: Value, group: str) -> bool:
    """Hours of the working fall from T1 to T2."""
    return value("hours_growth", group, "T1-T2", "") < 0


def hours_up_less(value: Value, _group: str) -> bool:
    """From T2 to T3 hours rise, and less than in the other arms."""
    own = value("hours_growth", SELF, "T2-T3", "")
    return 0 < own < min(value("hours_growth", arm, "T2-T3", "") for arm in (EXTRA, REST))


def work_not_recovered(value: Value, _group: str) -> bool:
    """At T3 fewer people work than at T0."""
    return value("work", "", "T3", "") < value("work", "", "T0", "")


def contacts_fall_from_2020(value: Value, _group: str) -> bool:
    """There are fewer contacts in 2020 than in 2019."""
    return value("contacts", "experimental_groups", "", "2020-01") < value("contacts", "experimental_groups", "", "2019-01")


TRENDS: Mapping[str, Question] = {
    one.__name__: one
    for one in (
        outflow_rises_together, extra_rises_faster, flat_in_corona, extra_dips, rises_in_2021, self_direction_lags,
        outflow_rises_to_2022, self_direction_rises_less, self_direction_least_to_work, no_difference, hours_up, hours_down,
        hours_up_less, work_not_recovered, contacts_fall_from_2020,
    )
}  # fmt: skip
