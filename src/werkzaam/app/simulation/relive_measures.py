# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the report printed, measured in a simulated trial in the same way: of whom, when, and over whom it is a share.

Shares are from 0 to 1; the page shows percentages. A measure of nobody is NaN, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from werkzaam.app.simulation.relive_trial import ARMS, FIRST, Trial, quarter
from werkzaam.core.months import Month
from werkzaam.simulation.labour import Contract
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.people import Ints, Truths

Measure: TypeAlias = Callable[[Trial, str, str, str], float]
"""Of a trial, a group, a wave and a period, each as the tables name it."""
T3_OUT = Month.of(2022, 6)
"""The month of what the report calls outflow at T3: it names no date, and field work was from February to July 2022 (A-24)."""
SINCE = Month.of(2019, 1)
"""From here on the report counts case managers (case_manager_continuity-009)."""
LAST_WAVE = Month.of(2022, 2)
"""The first month of the last interviews (waves-011)."""
ENDED = Month.of(2021, 3)
"""The first month after the experiment (experiment_design-010)."""
FLEXIBLE = (Contract.FLEXIBLE, Contract.ON_CALL)
MANY, LARGE = 16 * 60, 24 * 60
"""Minutes a week: 16 hours or more, and more than 24 (outflow_by_hours-002, -006)."""


def share(rows: Truths, of: Truths) -> float:
    """The share of `of` that is also in `rows`."""
    return float((rows & of).sum() / of.sum()) if of.any() else float("nan")


def ratio(one: float, other: float) -> float:
    """How many times as often; NaN where the other never is."""
    return one / other if other else float("nan")


def mean(values: Ints, of: Truths) -> float:
    """The mean of a column over some people."""
    return float(values[of].mean()) if of.any() else float("nan")


def work(trial: Trial, group: str, wave: str, _period: str) -> float:
    """Share with paid work at an interview, also of who left bijstand (A-43)."""
    return share(trial.at("works", wave) > 0, trial.of(group))


def hours(trial: Trial, group: str, wave: str, _period: str) -> float:
    """Mean usual hours a week of those who work."""
    return mean(trial.at("minutes", wave), trial.of(group) & (trial.at("works", wave) > 0)) / 60


def hours_growth(trial: Trial, group: str, wave: str, period: str) -> float:
    """Hours of those who work at the last wave of a span less those at the first; other people work at each."""
    first, _, last = wave.partition("-")
    return hours(trial, group, last, period) - hours(trial, group, first, period)


def hours_gap(trial: Trial, group: str, wave: str, period: str) -> float:
    """Hours of the working of one group less those of another, or of both others together."""
    one, _, other = group.partition("_vs_")
    others = ("extra_attention", "comparison") if other == "both" else (other,)
    return hours(trial, one, wave, period) - float(np.mean([hours(trial, name, wave, period) for name in others]))


def out(trial: Trial, month: Month) -> Truths:
    """Who is not on bijstand in a month; who came back is on it."""
    return np.asarray(trial.ends("on", month) == 0)


def out_for(trial: Trial, why: Left, month: Month) -> Truths:
    """Who is not on bijstand in a month for this reason, which was decided with the month before."""
    return out(trial, month) & (trial.ends("left", month - 1) == why)


def _when(_wave: str, period: str) -> Month:
    return quarter(period) if "-Q" in period else T3_OUT


def outflow(trial: Trial, group: str, wave: str, period: str) -> float:
    """Share not on bijstand at the end of a quarter, or at T3, of the panel."""
    return share(out(trial, _when(wave, period)), trial.of(group))


def outflow_of_all(trial: Trial, group: str, wave: str, period: str) -> float:
    """The same of everybody in the trial, interviewed or not (A-81)."""
    return share(out(trial, _when(wave, period)), trial.of(group, np.ones(len(trial.arms), dtype=bool)))


def outflow_to_work(trial: Trial, group: str, wave: str, period: str) -> float:
    """Share that is not on bijstand because of wages."""
    return share(out_for(trial, Left.WORK, _when(wave, period)), trial.of(group))


def outflow_other(trial: Trial, group: str, wave: str, period: str) -> float:
    """Share that is not on bijstand for another reason."""
    return share(out_for(trial, Left.OTHER, _when(wave, period)), trial.of(group))


def not_to_work(trial: Trial, group: str, wave: str, period: str) -> float:
    """Share that did not leave for work."""
    return 1 - outflow_to_work(trial, group, wave, period)


def outflow_by_hours(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """How many times as often who works 16 hours or more at T2 is out at T3 as who works less or not (A-26)."""
    many = trial.at("minutes", "T2") * (trial.at("works", "T2") > 0) >= MANY
    gone = out(trial, T3_OUT)
    return ratio(share(gone, trial.panel & many), share(gone, trial.panel & ~many))


def out_of_large(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """Share of who works more than 24 hours in the last month of the experiment that is out for work then (A-26)."""
    last = ENDED - 1
    large = trial.ends("minutes", last) * (trial.ends("works", last) > 0) > LARGE
    return share(out_for(trial, Left.WORK, last), trial.panel & large)


def out_of_not_working(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """Share of who does not work at T0 that is out at T3, for any reason."""
    return share(out(trial, T3_OUT), trial.panel & (trial.at("works", "T0") == 0))


def contract(trial: Trial, kinds: tuple[Contract, ...], wave: str) -> Truths:
    """Who has one of these contracts at an interview."""
    return np.asarray(np.isin(trial.at("contract", wave), kinds))


def flexible(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """Share of those who work that has a flexible contract or is on call."""
    return share(contract(trial, FLEXIBLE, wave), trial.panel & (trial.at("works", wave) > 0))


def fixed(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """Share of those who work that has a fixed contract."""
    return share(contract(trial, (Contract.FIXED,), wave), trial.panel & (trial.at("works", wave) > 0))


def lost_flexible(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """Share of the flexible and self-employed at the wave before that does not work now (A-36)."""
    return _lost(trial, (*FLEXIBLE, Contract.SELF_EMPLOYED), wave)


def lost_flexible_only(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """Share of those with a flexible contract at the wave before that does not work now."""
    return _lost(trial, FLEXIBLE, wave)


def lost_fixed(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """Share of those with a fixed contract at the wave before that does not work now."""
    return _lost(trial, (Contract.FIXED,), wave)


def kept_fixed(trial: Trial, group: str, wave: str, period: str) -> float:
    """Share of those with a fixed contract at the wave before that works now."""
    return 1 - lost_fixed(trial, group, wave, period)


def lost_ratio(trial: Trial, group: str, wave: str, period: str) -> float:
    """How many times as often flexible work is lost as fixed work."""
    return ratio(lost_flexible(trial, group, wave, period), lost_fixed(trial, group, wave, period))


def _lost(trial: Trial, kinds: tuple[Contract, ...], wave: str) -> float:
    before = f"T{int(wave[1]) - 1}"
    return share(trial.at("works", wave) == 0, trial.panel & contract(trial, kinds, before))


def interviewed(trial: Trial, _group: str, wave: str, _period: str) -> float:
    """How many were interviewed at a wave; without a wave, at all of them."""
    return float(((trial.interviews if not wave else trial.interviews[:, [int(wave[1])]]) >= 0).all(axis=1).sum())


def interval(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """The fewest months between two interviews of somebody."""
    months = trial.interviews[trial.panel]
    return float(np.diff(months, axis=1).min()) if len(months) else float("nan")


def managers(trial: Trial, group: str, _wave: str, _period: str) -> float:
    """Mean number of case managers from January 2019 to the end of the experiment, of who is on bijstand in the last month."""
    return mean(_managers(trial), _guided(trial, group))


def always_the_same(trial: Trial, group: str, _wave: str, _period: str) -> float:
    """Share of them with one and the same case manager all that time."""
    return share(_managers(trial) == 1, _guided(trial, group))


def _managers(trial: Trial) -> Ints:
    return np.asarray(trial.ends("managers", ENDED - 1) - trial.ends("managers", SINCE - 1) + 1)


def _guided(trial: Trial, group: str) -> Truths:
    everybody = trial.of(group, np.ones(len(trial.arms), dtype=bool))
    return everybody & (trial.ends("on", ENDED - 1) > 0)


def contacts(trial: Trial, group: str, _wave: str, period: str) -> float:
    """Contacts a year of a group, of who has enrolled and is on bijstand, in the twelve months from the month in `period`."""
    return _contacts(trial, group, Month.parse(period), 12)


def contacts_peak(trial: Trial, group: str, _wave: str, _period: str) -> float:
    """The same in the quarter with the most of them, while the experiment lasted."""
    starts = (Month(at) for at in range(FIRST.index, ENDED.index - 2, 3))
    return float(np.nanmax([_contacts(trial, group, start, 3) for start in starts]))


def contacts_peaks(trial: Trial, _group: str, wave: str, period: str) -> float:
    """The mean of the peaks of both groups with other guidance."""
    return float(np.mean([contacts_peak(trial, arm, wave, period) for arm in ARMS[:2]]))


def contacts_peak_month(trial: Trial, group: str, wave: str, period: str) -> float:
    """Contacts a month at the peak."""
    return contacts_peak(trial, group, wave, period) / 12


def contacts_last(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """The mean of both groups that had other guidance, a year while the last interviews were held."""
    return float(np.mean([_contacts(trial, arm, LAST_WAVE, 6) for arm in ARMS[:2]]))


def _contacts(trial: Trial, group: str, first: Month, months: int) -> float:
    at = first.index - FIRST.index
    rows = trial.of(group, np.ones(len(trial.arms), dtype=bool))
    entered = np.arange(at, at + months)[:, None] >= trial.enters[None, :]
    there = (trial.columns["on"][at : at + months] > 0) & rows[None, :] & entered
    return float(12 * trial.columns["contacts"][at : at + months][there].sum() / there.sum()) if there.any() else float("nan")


def premium_receivers(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """Of those interviewed at T1, the share that had received a premium."""
    return share(_premium(trial) > 0, trial.interviews[:, 1] >= 0)


def premium_people(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """Of those interviewed at T1, how many had received a premium."""
    return float(((_premium(trial) > 0) & (trial.interviews[:, 1] >= 0)).sum())


def premium_mean(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """What receivers had received by T1, on average, in euros."""
    return mean(_premium(trial), (_premium(trial) > 0) & (trial.interviews[:, 1] >= 0)) / 100


def premium_a_month(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """What who ever built up premium built up a month, from enrolment to the end of the experiment, in euros (A-30)."""
    built = trial.columns["premium_built"][: ENDED.index - FIRST.index]
    there = np.arange(len(built))[:, None] >= trial.enters[None, :]
    some = there & trial.panel[None, :] & (built.sum(axis=0) > 0)[None, :]
    return float(built[some].mean()) / 100 if some.any() else float("nan")


def _premium(trial: Trial) -> Ints:
    until = np.maximum(trial.interviews[:, 1], 0)
    return np.asarray(trial.columns["premium"].cumsum(axis=0)[until, np.arange(len(until))])


def part_time_hours(trial: Trial, _group: str, wave: str, period: str) -> float:
    """Mean hours of all who work at a wave (A-43)."""
    return hours(trial, "", wave, period)


def had_work(trial: Trial, _group: str, _wave: str, _period: str) -> float:
    """Share of who works at T3 that worked at T0 already."""
    return share(trial.at("works", "T0") > 0, trial.panel & (trial.at("works", "T3") > 0))


def _work_of(subgroup: str) -> Measure:
    """Share with paid work at an interview among the people of a subgroup of the report."""

    def measure(trial: Trial, group: str, wave: str, _period: str) -> float:
        return share(trial.at("works", wave) > 0, trial.of(group) & in_subgroup(trial, subgroup))

    return measure


def in_subgroup(trial: Trial, subgroup: str) -> Truths:
    """Who belongs to a subgroup, by the levels of Table 2; KeyError for one that is not there."""
    found = np.ones(len(trial.arms), dtype=bool)
    for name, levels in SUBGROUPS[subgroup].items():
        found &= np.isin(trial.levels[name], levels)
    return found


SUBGROUPS: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "men_with_migration_background": {"sex": (1,), "origin": (1, 2, 3, 4, 5)},
    "single_men": {"sex": (1,), "household": (0,)},
    "women_in_a_family": {"sex": (0,), "household": (2, 3)},
}
"""Levels in the order of Table 2: women before men, the Netherlands first among origins, single people first."""


OF_REPORT: tuple[Measure, ...] = (
    contacts,
    contacts_last,
    contacts_peak,
    contacts_peak_month,
    contacts_peaks,
    fixed,
    flexible,
    had_work,
    hours,
    hours_gap,
    hours_growth,
    interval,
    interviewed,
    kept_fixed,
    lost_fixed,
    lost_flexible,
    lost_flexible_only,
    lost_ratio,
    managers,
    not_to_work,
    always_the_same,
    out_of_large,
    out_of_not_working,
    outflow,
    outflow_by_hours,
    outflow_of_all,
    outflow_other,
    outflow_to_work,
    part_time_hours,
    premium_a_month,
    premium_mean,
    premium_people,
    premium_receivers,
    work,
)
MEASURES: Mapping[str, Measure] = {one.__name__: one for one in OF_REPORT} | {
    f"work_of_{one}": _work_of(one) for one in SUBGROUPS
}
"""Every measure by its name."""
