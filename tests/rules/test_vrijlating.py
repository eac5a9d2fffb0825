# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Exemptions that the stories do not reach: wage cost subsidy, the AOW age, and article 34a under a pinned law date."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, choosing, compute, job, month, option, values
from werkzaam.core.months import Month
from werkzaam.rules.situatie import Loonsoort
from werkzaam.rules.vrijlating import Soort

P0 = ("p0",)
WAGE = [[job(1000_00)]]
LAW_2027 = {"regime": "participatiewet_2027", "rechtsdatum": Month.parse("2027-01")}


def months(first: str, count: int, person: dict[str, int], jobs: list[list[dict[str, int]]] = WAGE) -> list[object]:
    return [month(str(Month.parse(first) + at), [person], jobs) for at in range(count)]


def kinds(done: object) -> list[str]:
    return [list(Soort)[value].name for value in values(done, "soort_vrijlating", P0)]  # type: ignore[arg-type]


def test_the_group_for_wage_cost_subsidy_has_z_for_a_year_after_n_and_then_aa_if_more_hours_are_impossible() -> None:
    subsidised = aged(40, loonkostensubsidie=1)
    assert kinds(compute(*months("2023-01", 20, subsidised))) == ["N"] * 6 + ["Z"] * 12 + ["GEEN"] * 2
    longer = aged(40, loonkostensubsidie=1, meer_uren_onmogelijk=1)
    assert kinds(compute(*months("2023-01", 20, longer))) == ["N"] * 6 + ["Z"] * 14


def test_under_27_that_group_has_z_at_once_and_a_premium() -> None:
    done = compute(*months("2023-01", 1, aged(24, loonkostensubsidie=1)))
    assert kinds(done) == ["Z"]
    assert values(done, "vrijgelaten_loon", P0) == [150_00]
    assert values(done, "premie_op_leeftijd", P0) == [1]


def test_z_did_not_exist_before_2023_and_yields_to_limited_hours() -> None:
    assert kinds(compute(*months("2022-12", 1, aged(24, loonkostensubsidie=1)))) == ["GEEN"]
    assert kinds(compute(*months("2023-01", 1, aged(24, loonkostensubsidie=1, medisch_urenbeperkt=1)))) == ["Y"]


def test_from_the_aow_age_n_has_no_limit_of_six_months() -> None:
    assert kinds(compute(*months("2019-01", 8, aged(68)))) == ["N"] * 8


@pytest.mark.parametrize(("counts", "exempt"), [(True, 203_00), (False, 0)])
def test_whether_sick_pay_is_pay_for_work_is_the_towns_choice(counts: bool, exempt: int) -> None:
    town = choosing("participatiewet_2018", inkomsten__ziekengeld_is_werk=counts)
    sick = [[job(1000_00, loonsoort=option(Loonsoort.ZIEKENGELD))]]
    assert values(compute(*months("2018-07", 1, aged(40), sick), regime=town), "vrijgelaten_loon", P0) == [exempt]


def test_a_benefit_from_former_work_is_income_of_which_nothing_is_exempt() -> None:
    benefit = [[job(500_00, loonsoort=option(Loonsoort.UITKERING))]]
    done = compute(*months("2018-07", 1, aged(40), benefit))
    assert values(done, "vrijgelaten_loon", P0) == [0]
    assert values(done, "middelen") == [500_00]


def test_34a_exempts_fifteen_percent_without_a_maximum_for_twelve_months_in_a_row() -> None:
    done = compute(*months("2019-01", 13, aged(40)), **LAW_2027)
    assert kinds(done) == ["UNIFORM"] * 12 + ["GEEN"]
    assert values(done, "vrijgelaten_loon", P0) == [150_00] * 12 + [0]


def test_the_year_of_34a_runs_on_through_months_without_work() -> None:
    working, idle = months("2019-01", 1, aged(40)), months("2019-02", 11, aged(40), [[job(0)]])
    assert kinds(compute(*working, *idle, *months("2020-01", 1, aged(40)), **LAW_2027)) == ["UNIFORM"] * 12 + ["GEEN"]


@pytest.mark.parametrize(("again", "expected"), [(True, "UNIFORM"), (False, "GEEN")])
def test_34a_may_begin_anew_with_a_new_job_after_it_lapsed(again: bool, expected: str) -> None:
    town = choosing("participatiewet_2027", vrijlating__uniform_opnieuw=again)
    lapsed = months("2019-01", 12, aged(40))
    anew, then = months("2020-01", 1, aged(40, nieuwe_baan=1)), months("2020-02", 1, aged(40))
    done = compute(*lapsed, *anew, *then, regime=town, rechtsdatum=Month.parse("2027-01"))
    assert kinds(done)[-2:] == [expected] * 2


def test_an_extension_makes_34a_last_longer() -> None:
    town = choosing("participatiewet_2027", vrijlating__uniform_verlenging=2)
    done = compute(*months("2019-01", 15, aged(40)), regime=town, rechtsdatum=Month.parse("2027-01"))
    assert kinds(done) == ["UNIFORM"] * 14 + ["GEEN"]


def test_under_34a_limited_hours_have_no_end_and_the_aow_age_has_a_maximum() -> None:
    done = compute(*months("2019-01", 14, aged(40, medisch_urenbeperkt=1, vrijlating_helpt=0)), **LAW_2027)
    assert kinds(done) == ["UREN"] * 14
    pensioner = compute(*months("2019-01", 1, aged(68)), **LAW_2027)
    assert values(pensioner, "vrijgelaten_loon", P0) == [226_00]


def test_under_34a_no_age_of_27_is_asked() -> None:
    done = compute(*months("2019-01", 1, aged(22)), **LAW_2027)
    assert kinds(done) == ["UNIFORM"]
    assert values(done, "vanaf_27", P0) == [1]


def test_a_pinned_law_date_keeps_the_norm_of_the_month() -> None:
    assert values(compute(*months("2019-01", 1, aged(40)), **LAW_2027), "bijstandsnorm") == [1025_55]
    later = compute(*months("2027-03", 1, aged(40)), regime="participatiewet_2027", bedragen_van=Month.parse("2026-07"))
    assert values(later, "bijstandsnorm") == [1419_46]
    assert "norm.bedrag" in later.assumed
