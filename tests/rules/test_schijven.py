# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Exemption by bands: Germany's and Sweden's rules on the Dutch norm."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, compute, job, month, values
from werkzaam.core.months import Month

P0 = ("p0",)


def test_v22_of_1100_gross_338_stays_in_four_bands() -> None:
    done = compute(month("2023-07", jobs=[[job(900_00, brutoloon=1100_00)]]), regime="bremen")
    assert [values(done, f"schijf_{number}", P0)[0] for number in (1, 2, 3, 4)] == [100_00, 84_00, 144_00, 10_00]
    assert values(done, "vrijgelaten_loon", P0) == [338_00]


@pytest.mark.parametrize(("children", "kept"), [(0, 348_00), (1, 378_00)])
def test_with_a_child_the_last_band_reaches_to_1500(children: int, kept: int) -> None:
    done = compute(month("2023-07", jobs=[[job(1200_00, brutoloon=1600_00)]], kinderen=children), regime="bremen")
    assert values(done, "vrijgelaten_loon", P0) == [kept]


def test_more_than_the_net_wage_itself_is_never_kept() -> None:
    done = compute(month("2023-07", jobs=[[job(80_00, brutoloon=1100_00)]]), regime="bremen")
    assert values(done, "vrijgelaten_loon", P0) == [80_00]


def test_sweden_leaves_out_a_quarter_after_six_months_and_for_twenty_four() -> None:
    first = Month.parse("2019-01")
    year = [month(str(first + at), jobs=[[job(400_00)]]) for at in range(32)]
    assert values(compute(*year, regime="stockholm"), "vrijgelaten_loon", P0) == [0] * 6 + [100_00] * 24 + [0] * 2


def test_the_months_on_benefit_before_the_data_count() -> None:
    given = month("2019-01", [aged(40)], [[job(400_00)]], maanden_bijstand_eerder=6)
    assert values(compute(given, regime="stockholm"), "vrijgelaten_loon", P0) == [100_00]


def test_swedens_period_runs_on_through_a_break() -> None:
    first = Month.parse("2019-01")
    wages = [400_00] * 8 + [3000_00] * 2 + [400_00]
    done = compute(*(month(str(first + at), jobs=[[job(wage)]]) for at, wage in enumerate(wages)), regime="stockholm")
    assert values(done, "vrijgelaten_loon", P0)[-1] == 100_00
    assert values(done, "maanden_schijven")[-1] == 4
