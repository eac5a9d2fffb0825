# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A private pension: how much of it does not count from the AOW age, in each year and for whom (Pw 33:5)."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, compute, housemate, job, month, option, values
from werkzaam.rules.situatie import Inkomenssoort, Leefvorm, Rol

COUPLE = option(Leefvorm.GEHUWDEN)
OLD, YOUNG = aged(70), aged(60)
WITHOUT_RIGHT = option(Rol.PARTNER_ZONDER_RECHT)


def pension(cents: int) -> dict[str, int]:
    return {**job(), "inkomenssoort": option(Inkomenssoort.OUDEDAGSVOORZIENING), "ander_inkomen": cents}


@pytest.mark.parametrize(
    ("year", "single"),
    [(2018, 19_95), (2019, 20_25), (2020, 20_60), (2021, 20_85), (2022, 21_50), (2023, 25_15), (2024, 25_05), (2025, 25_70),
     (2026, 26_50)],
)  # fmt: skip
def test_the_sum_of_each_year_for_one_and_twice_that_for_a_couple(year: int, single: int) -> None:
    """As article 33(5) stood on 1 January of each year."""
    regime = f"participatiewet_{2026 if year == 2026 else 2018}"
    alone = compute(month(f"{year}-03", [OLD], [[pension(100_00)]]), regime=regime)
    both = compute(month(f"{year}-03", [OLD, YOUNG], [[pension(100_00)]], leefvorm=COUPLE), regime=regime)
    assert (values(alone, "middelen"), values(both, "middelen")) == ([100_00 - single], [100_00 - 2 * single])


def test_a_smaller_pension_does_not_count_and_nothing_comes_on_top() -> None:
    done = compute(month("2021-03", [OLD], [[pension(20_84)]]))
    assert (values(done, "oudedagsvoorziening_vrij"), values(done, "middelen")) == ([20_84], [0])


def test_the_sum_is_for_a_couple_together_whoever_has_the_pension() -> None:
    done = compute(month("2021-03", [YOUNG, OLD], [[pension(30_00)], [pension(30_00)]], leefvorm=COUPLE))
    assert (values(done, "oudedagsvoorziening_vrij"), values(done, "middelen")) == ([41_70], [18_30])


def test_the_age_of_a_housemate_does_not_matter() -> None:
    done = compute(month("2021-03", [YOUNG, housemate(70)], [[pension(100_00)]]))
    assert (values(done, "oudedagsvoorziening_vrij"), values(done, "middelen")) == ([0], [100_00])


def test_what_is_left_of_it_goes_to_a_partner_without_a_right() -> None:
    """41.70 for both: 20.00 of her own, 21.70 of his 500.00."""
    his = [pension(500_00), job(100_00)]
    done = compute(month("2021-03", [OLD, aged(70, rol=WITHOUT_RIGHT)], [[pension(20_00)], his], leefvorm=COUPLE))
    assert (values(done, "oudedagsvoorziening_vrij"), values(done, "oudedagsvoorziening_vrij_van_partner", ("p1",))) == (
        [20_00],
        [21_70],
    )
    assert values(done, "inkomen_partner", ("p1",)) == [578_30]


def test_it_is_no_wage_and_no_other_money() -> None:
    """Wages and other income of somebody of that age do not get the sum."""
    rent = {**job(), "inkomenssoort": option(Inkomenssoort.VERHUUR), "ander_inkomen": 50_00}
    done = compute(month("2021-03", [OLD], [[rent]]))
    assert values(done, "middelen") == [50_00]
