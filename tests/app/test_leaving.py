# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where bijstand ends is found to the cent, and from which wage leaving brings more than staying."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import ANNA, BRAM, COUPLE, Desk, wage
from tests.app.premium_towns import DETAILS, HALF_TO_200, town
from tests.app.test_whatif import HUNDRED, NORM_1078
from werkzaam.app.leaving import End, ExitPremium, break_even, end_of_bijstand, first_where, first_without
from werkzaam.app.whatif import Trial

CAP_219 = "earn_premium_2021_press"


def end(desk: Desk, *rows: str, **given: object) -> End:
    found = end_of_bijstand(Trial.of(desk.read(*rows, NORM_1078, **given)), HUNDRED)
    assert found is not None
    return found


def test_bijstand_ends_at_the_norm_to_the_cent(desk: Desk) -> None:
    found = end(desk, wage("2018-01", "400.00"))
    assert (found.wage, found.extra) == (1078_00, 678_00)
    assert (found.before.wages, found.before.bijstand, found.after.bijstand) == (1077_99, 1, 0)


def test_nothing_is_lost_where_the_premium_goes_on(desk: Desk) -> None:
    assert end(desk, wage("2018-01", "400.00")).cost == 0


def test_the_premium_is_what_the_last_cent_costs_where_it_needs_bijstand(desk: Desk) -> None:
    town(desk, "bij_bijstand", *HALF_TO_200, with_bijstand=True)
    found = end(desk, wage("2018-01", "400.00"), regime='"stad_bij_bijstand.toml"')
    assert (found.before.total, found.after.total, found.cost) == (1278_00, 1078_00, 200_00)


def test_with_an_exemption_bijstand_ends_later(desk: Desk) -> None:
    found = end(desk, wage("2026-01", "600.00"), regime='"participatiewet_2026"', months=("2026-01", "2026-01"))
    assert found.wage == 1078_00 + 285_00


def test_there_is_no_end_where_somebody_else_earns_enough(desk: Desk) -> None:
    rows = wage("2018-01", "3000.00", 'persoon = "Anna"')
    trial = Trial.of(desk.read(rows, household=COUPLE, persons=ANNA + BRAM), "Bram")
    assert end_of_bijstand(trial, HUNDRED) is None


@pytest.mark.requirement("R-103")
def test_leaving_brings_more_above_norm_and_premium(desk: Desk) -> None:
    assert break_even(end(desk, wage("2018-01", "400.00"))).without == 1278_00
    desk.town("pers", "earn_full_settlement", CAP_219, "ams_income_settlement", *DETAILS, first="2021-03", last="2021-12")
    capped = end(desk, wage("2021-03", "400.00"), regime='"pers.toml"', months=("2021-03", "2021-03"))
    assert break_even(capped).without == 1297_00
    with_exit = break_even(end(desk, wage("2018-01", "400.00")), ExitPremium(150_00, 3, Fraction(1, 3)))
    assert (with_exit.without, with_exit.with_premium) == (1278_00, (1128_00, 1178_00, 1228_00))


def test_an_exit_premium_falls_month_by_month_and_never_below_zero() -> None:
    premium = ExitPremium(100_00, 4, Fraction("0.4"))
    assert [premium.in_month(number) for number in range(5)] == [100_00, 60_00, 20_00, 0, 0]


@pytest.mark.parametrize("place", [1, 2, 57, 99, 100])
def test_bisection_finds_the_first_place(place: int) -> None:
    assert first_where(lambda number: number >= place, 0, 100) == place


def test_bisection_finds_nothing_where_nothing_holds() -> None:
    assert first_where(lambda number: False, 0, 100) is None


@given(st.lists(st.integers(0, 40), min_size=2, max_size=60), st.integers(0, 300))
def test_where_an_amount_is_gone_is_the_same_however_it_falls(falls: list[int], begins: int) -> None:
    """Cent for cent, by leaps, not at all for a while, or never: as by looking at every place."""
    left = [begins + 1]
    for fall in falls:
        left.append(max(left[-1] - fall, 0))
    found = first_without(left.__getitem__, 0, len(left) - 1)
    assert found == (left.index(0) if 0 in left else None)


def test_where_each_cent_counts_in_full_few_looks_find_the_end() -> None:
    looks = list[int]()

    def left(net: int) -> int:
        looks.append(net)
        return max(1_100_00 - net, 0)

    assert first_without(left, 0, 10_000_00) == 1_100_00
    assert len(looks) <= 8
