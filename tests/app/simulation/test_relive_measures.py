# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures are those of the report: whose, when, and over whom; worked out by hand for six people."""

from __future__ import annotations

from math import isnan

import pytest

from tests.app.simulation.trials import six
from werkzaam.app.simulation.relive_measures import MEASURES
from werkzaam.app.simulation.relive_trial import joined, quarter
from werkzaam.core.errors import InputError


@pytest.mark.parametrize(
    ("measure", "group", "wave", "period", "expected"),
    [
        ("work", "extra_attention", "T0", "", 1 / 2),
        ("work", "comparison", "T0", "", 1.0),  # The sixth is not in the panel.
        ("work", "", "T3", "", 3 / 5),
        ("hours", "extra_attention", "T2", "", 10.0),
        ("hours", "comparison", "T2", "", 14.0),
        ("hours_gap", "self_direction_vs_both", "T3", "", 0.0),
        ("hours_gap", "self_direction_vs_comparison", "T2", "", -2.0),
        ("outflow", "extra_attention", "", "2021-Q1", 0.0),
        ("outflow", "extra_attention", "", "2021-Q2", 1 / 2),
        ("outflow_to_work", "", "T3", "2022", 3 / 5),
        ("outflow_other", "", "T3", "2022", 0.0),
        ("outflow_of_all", "comparison", "T3", "2022", 1 / 2),
        ("flexible", "", "T0", "", 1.0),
        ("lost_flexible", "", "T2", "", 0.0),
        ("interviewed", "", "T3", "", 5.0),
        ("interviewed", "", "", "", 5.0),
        ("interval", "", "", "", 12.0),
        ("managers", "extra_attention", "", "", 2.0),
        ("always_the_same", "extra_attention", "", "", 1 / 2),
        ("contacts", "extra_attention", "", "2019-01", 6.0),
        ("contacts_peak", "extra_attention", "", "", 6.0),
        ("premium_people", "", "T1", "", 1.0),
        ("premium_mean", "", "T1", "", 900.0),
        ("premium_a_month", "", "", "", 900 / 38),
        ("had_work", "", "T3", "", 1.0),
        ("work_of_single_men", "extra_attention", "T3", "", 1 / 2),
        ("work_of_women_in_a_family", "self_direction", "T3", "", 1 / 2),
        ("work_of_men_with_migration_background", "comparison", "T3", "", 1.0),
    ],
)
def test_a_measure_is_what_it_says(measure: str, group: str, wave: str, period: str, expected: float) -> None:
    assert MEASURES[measure](six(), group, wave, period) == pytest.approx(expected)


def test_premium_is_of_the_months_since_enrolment() -> None:
    trial = six()
    trial.enters[0] = 4
    assert MEASURES["premium_a_month"](trial, "", "", "") == pytest.approx(300 / 34)


def test_who_works_many_hours_at_the_end_of_the_experiment_is_out_by_then_or_not() -> None:
    trial = six()
    assert isnan(MEASURES["out_of_large"](trial, "", "", ""))
    trial.columns["minutes"][37, [0, 2]] = 25 * 60
    assert MEASURES["out_of_large"](trial, "", "", "") == 0.0
    trial.columns["on"][37, 0], trial.columns["left"][36, 0] = 0, 1
    assert MEASURES["out_of_large"](trial, "", "", "") == 1 / 2


def test_a_measure_of_nobody_is_no_number() -> None:
    assert isnan(MEASURES["fixed"](six(), "", "T0", "") or float("nan"))
    assert isnan(MEASURES["lost_fixed"](six(), "", "T2", ""))
    assert isnan(MEASURES["lost_ratio"](six(), "", "T2", ""))


def test_parts_of_a_trial_can_be_taken_and_joined() -> None:
    both = joined([six(), six()])
    assert len(both.arms) == 12
    assert MEASURES["work"](both, "extra_attention", "T0", "") == MEASURES["work"](six(), "extra_attention", "T0", "")


@pytest.mark.parametrize("wrong", ["2020", "2020-Q5", "Q1-2020"])
def test_a_quarter_that_is_none_is_told(wrong: str) -> None:
    with pytest.raises(InputError, match="A quarter was expected"):
        quarter(wrong)
