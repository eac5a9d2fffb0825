# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premiums of every form: dated caps, per year, once, per hour, at exit; and what is not stated stops the run."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rules.people import aged, choosing, compute, job, month, option, values
from werkzaam.core.errors import NotStated
from werkzaam.core.months import Month, Span
from werkzaam.rules.situatie import Leefvorm

P0 = ("p0",)
EXIT: dict[str, Any] = {
    "premie__uitstroom_bedrag": 300_00, "premie__uitstroom_lang": 18, "premie__uitstroom_bedrag_lang": 500_00,
    "premie__uitstroom_termijn": 3, "premie__uitstroom_afbouw": Fraction(1, 5),
}  # fmt: skip


def year(first: str, wages: list[int], **more: int) -> list[Any]:
    return [month(str(Month.parse(first) + at), jobs=[[job(wage, **more)]]) for at, wage in enumerate(wages)]


@pytest.mark.requirement("R-096")
def test_the_cap_changes_by_table_and_not_by_formula() -> None:
    caps = [(Span.parse("2021-03", "2021-12"), 217_00), (Span.parse("2022-01", "2022-12"), 219_00)]
    done = compute(*year("2021-12", [800_00] * 2), regime=choosing("amsterdam_2021", premie__maximum=caps))
    assert values(done, "premie_van_de_maand", P0) == [217_00, 219_00]


def test_a_cap_for_the_year_ends_what_is_built_up_in_it() -> None:
    """Asten and Someren: 25% of 1,200.00 is 300.00 a month, at most 1,699.00 in a year."""
    done = compute(*year("2026-01", [1200_00] * 7), regime="asten_someren_2026")
    assert values(done, "premie_van_de_maand", P0) == [300_00] * 5 + [199_00, 0]


@pytest.mark.requirement("R-104")
def test_an_exit_premium_without_its_parameters_stops_the_run() -> None:
    town = choosing("participatiewet_2018", premie__uitstroom=True)
    with pytest.raises(NotStated, match=r"missing_parameter: premie\.uitstroom_bedrag"):
        compute(month("2019-01"), regime=town)


@pytest.mark.requirement("R-104")
def test_an_exit_premium_has_an_amount_a_term_and_a_phase_out() -> None:
    """300.00, then 20% less each month, for three months after leaving for work; nothing without work."""
    town = choosing("participatiewet_2018", premie__uitstroom=True, **EXIT)
    done = compute(*year("2019-01", [0, 3000_00, 3000_00, 3000_00, 3000_00]), regime=town)
    assert values(done, "uitstroompremie", P0) == [0, 300_00, 240_00, 180_00, 0]
    assert values(compute(*year("2019-01", [3000_00] * 2), regime=town), "uitstroompremie", P0) == [0, 0]


def after(before: int, wages: list[int]) -> list[Any]:
    """Months from January 2019 of somebody who was on bijstand for so many months before."""
    first = Month.parse("2019-01")
    return [month(str(first + at), jobs=[[job(wage)]], maanden_bijstand_eerder=before) for at, wage in enumerate(wages)]


@pytest.mark.parametrize(("before", "months", "first"), [(0, 17, 300_00), (0, 18, 500_00), (17, 1, 500_00), (16, 1, 300_00)])
def test_an_exit_premium_is_higher_after_long_on_benefit(before: int, months: int, first: int) -> None:
    town = choosing("participatiewet_2018", premie__uitstroom=True, **EXIT)
    done = compute(*after(before, [0] * months + [3000_00] * 2), regime=town)
    assert values(done, "uitstroompremie", P0)[months:] == [first, first * 4 // 5]


def test_an_exit_premium_also_follows_months_on_benefit_just_before_the_data() -> None:
    town = choosing("participatiewet_2018", premie__uitstroom=True, **EXIT)
    done = compute(*after(30, [3000_00] * 2), regime=town)
    assert values(done, "maanden_uit_bijstand") == [1, 2]
    assert values(done, "uitstroompremie", P0) == [500_00, 400_00]


def test_all_premiums_of_a_person_together_stay_within_the_year() -> None:
    """Two half-years of 1,200.00 and 720.00 on leaving are 3,120.00; part j leaves 2,517.00 out, and 603.00 waits."""
    town = choosing("amsterdam_2018", premie__uitstroom=True, **EXIT)
    done = compute(*after(0, [500_00] * 6 + [3000_00] * 6), regime=town)
    assert values(done, "premie_uitbetaling", P0) == [*[0] * 6, 1500_00, *[0] * 4, 1017_00]
    assert values(done, "premie_blijft_klaar", P0)[-1] == 603_00


def test_who_does_not_work_gets_no_exit_premium() -> None:
    town = choosing("participatiewet_2018", premie__uitstroom=True, **EXIT)
    pair = [aged(40), aged(40)]
    given = [month(f"2019-0{at}", pair, [[job(wage)], [job(0)]], leefvorm=option(Leefvorm.GEHUWDEN))
             for at, wage in ((1, 0), (2, 4000_00))]  # fmt: skip
    done = compute(*given, regime=town)
    assert [values(done, "uitstroompremie", (name,)) for name in ("p0", "p1")] == [[0, 300_00], [0, 0]]


@pytest.mark.requirement("R-108")
@pytest.mark.parametrize(("weeks", "extra"), [(4, 112_00), (3, 84_00)])
def test_an_hourly_extra_is_paid_for_hours_worked_and_not_for_illness(weeks: int, extra: int) -> None:
    """Bremen: 1.40 for each of 20 hours a week."""
    done = compute(month("2019-02", jobs=[[job(0, gewerkte_minuten=weeks * 20 * 60)]]), regime="bremen")
    assert values(done, "uurpremie", P0) == [extra]
    assert values(done, "op_rekening")[0] - values(done, "overgemaakt")[0] == extra


@pytest.mark.requirement("R-108")
def test_a_one_off_premium_comes_once_when_somebody_worked_long_enough_beside_benefit() -> None:
    town = choosing("participatiewet_2018", premie__eenmalig=True, premie__eenmalig_bedrag=300_00, premie__eenmalig_na_maanden=2)
    done = compute(*year("2019-01", [200_00, 0, 200_00, 0, 200_00]), regime=town)
    assert values(done, "premie_uitbetaling", P0) == [0, 0, 300_00, 0, 0]


@pytest.mark.requirement("R-108")
def test_an_earnings_release_keeps_a_part_of_the_wages() -> None:
    done = compute(month("2018-03", jobs=[[job(300_00)]]), regime="groningen_2018")
    assert values(done, "vrijgelaten_loon", P0) == [150_00]


@pytest.mark.requirement("R-109")
def test_a_scheme_whose_percentage_nobody_states_gives_no_result() -> None:
    unstated = choosing("wageningen_2020", premie__aandeel=None)
    with pytest.raises(NotStated, match=r"missing_parameter: premie\.aandeel"):
        compute(month("2021-01", jobs=[[job(400_00)]]), regime=unstated)


@pytest.mark.requirement("R-109")
def test_the_work_premium_of_groningen_has_no_amount_in_any_source() -> None:
    with pytest.raises(NotStated, match=r"missing_parameter: premie\.eenmalig_bedrag"):
        compute(month("2023-02"), regime="groningen_werkpremie")


def test_a_premium_may_be_over_the_gross_wage() -> None:
    town = choosing("amsterdam_2021", premie__grondslag="brutoloon")
    done = compute(month("2021-03", jobs=[[job(400_00, brutoloon=500_00)]]), regime=town)
    assert values(done, "premie_van_de_maand", P0) == [150_00]


def test_a_partner_without_a_right_builds_up_no_premium() -> None:
    people = [aged(40), aged(40, rol=1)]
    done = compute(month("2021-03", people, [[], [job(400_00)]], leefvorm=2), regime="amsterdam_2021")
    assert values(done, "premie_van_de_maand", ("p1",)) == [0]
