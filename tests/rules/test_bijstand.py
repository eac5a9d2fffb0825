# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due and what is paid: around the norm, beside a partner without a right, with debts and the reserve."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, choosing, compute, housemate, job, month, option, values, with_norm
from werkzaam.rules.bijstand import Status
from werkzaam.rules.situatie import Inkomenssoort, Leefvorm, Rol

LOPEND, GESTOPT = option(Status.LOPEND), option(Status.GESTOPT)
AT_PAYOUT = choosing("participatiewet_2018", inkomsten__vakantiegeld="bij_uitbetaling", vrijlating__n=False)


@pytest.mark.requirement("R-064")
@pytest.mark.parametrize(
    ("estimated", "real", "paid", "due", "correction"),
    [(800_00, 920_00, 200_00, 80_00, -120_00), (920_00, 800_00, 80_00, 200_00, 120_00)],
)
def test_a_correction_is_what_is_due_less_what_was_paid(estimated: int, real: int, paid: int, due: int, correction: int) -> None:
    given = month("2019-03", jobs=[[job(real, geschat_nettoloon=estimated)]])
    done = compute(given, regime=AT_PAYOUT, facts=with_norm(1000_00))
    assert [paid, due] == [*values(done, "uit_te_betalen_geschat"), *values(done, "uit_te_betalen")]
    assert [correction] == values(done, "verschil_met_schatting")


def test_v04_an_estimate_of_300_for_a_wage_of_450_gave_150_too_much() -> None:
    done = compute(month("2022-04", jobs=[[job(450_00, geschat_nettoloon=300_00)]]), regime=AT_PAYOUT)
    assert values(done, "verschil_met_schatting") == [-150_00]


@pytest.mark.requirement("R-067")
@pytest.mark.parametrize(("wage", "due", "status"), [(1078_00, 0, LOPEND), (1078_01, 0, GESTOPT), (1077_99, 1, LOPEND)])
def test_above_the_norm_bijstand_stops_and_at_the_norm_it_goes_on_with_nothing(wage: int, due: int, status: int) -> None:
    done = compute(month("2019-03", jobs=[[job(wage)]]), regime=AT_PAYOUT, facts=with_norm(1078_00))
    assert ([due], [status]) == (values(done, "bijstand"), values(done, "status"))


@pytest.mark.requirement("R-067")
def test_a_town_may_let_an_income_equal_to_the_norm_stop_the_right() -> None:
    strict = choosing(AT_PAYOUT, norm__bij_gelijk_inkomen="stopt")
    done = compute(month("2019-03", jobs=[[job(1078_00)]]), regime=strict, facts=with_norm(1078_00))
    assert values(done, "status") == [GESTOPT]


def test_v06_income_without_holiday_allowance_leaves_the_reserve_whole() -> None:
    """740.17 - 36.44 - 37.01 = 666.72, of which 33.29 goes to a debt: 633.43."""
    rent = {**job(), "inkomenssoort": option(Inkomenssoort.VERHUUR), "ander_inkomen": 36_44}
    given = month("2023-01", [aged(40), housemate(30), housemate(30)], [[rent]], aflossing_afgesproken=33_29)
    done = compute(given)
    assert values(done, "reservering") == [37_01]
    assert values(done, "uit_te_betalen") == [666_72]
    assert values(done, "overgemaakt") == [633_43]


def test_v07_an_instalment_is_at_most_five_percent_of_the_norm_with_holiday_allowance() -> None:
    rent = {**job(), "inkomenssoort": option(Inkomenssoort.VERHUUR), "ander_inkomen": 36_44}
    given = month("2023-05", [aged(40), housemate(30), housemate(30)], [[rent]], aflossing_afgesproken=100_00)
    done = compute(given)
    assert values(done, "aflossing") == [37_01]
    assert values(done, "overgemaakt") == [629_71]


def test_v09_the_reserve_is_paid_out_once_a_year() -> None:
    done = compute(month("2023-05", [aged(40)], reserve_overgenomen=386_43), month("2023-06", [aged(40)]))
    assert values(done, "vakantietoeslag_uitbetaling") == [386_43, 0]
    assert values(done, "vakantietoeslag_gereserveerd") == [59_78, 2 * 59_78]


@pytest.mark.parametrize(("partner", "counts"), [(0, 0), (1001_06, 0), (1001_07, 1), (1500_00, 498_94), (3000_00, 1998_94)])
def test_a_partner_without_a_right_counts_only_above_the_norm_for_two(partner: int, counts: int) -> None:
    """January 2026: own norm 1,001.07, norm for two 2,002.13; bijstand without the partner is 1,001.07."""
    people = [aged(40), aged(40, rol=option(Rol.PARTNER_ZONDER_RECHT))]
    done = compute(
        month("2026-01", people, [[], [job(partner)]], leefvorm=option(Leefvorm.GEHUWDEN)), regime="participatiewet_2026"
    )
    assert values(done, "partner_telt_mee") == [counts]
    assert values(done, "bijstand") == [max(0, 1001_07 - counts)]


def test_own_wages_beside_a_partner_without_a_right_are_exempted_and_his_are_not() -> None:
    """Own 400.00 less 25% = 300.00 counts; partner 1,200.00: 300 + 1,200 + 701.07 - 2,002.13 = 198.94 counts."""
    people = [aged(40), aged(40, rol=option(Rol.PARTNER_ZONDER_RECHT))]
    given = month("2026-01", people, [[job(400_00)], [job(1200_00)]], leefvorm=option(Leefvorm.GEHUWDEN))
    done = compute(given, regime="participatiewet_2026")
    assert values(done, "vrijgelaten_loon", ("p1",)) == [0]
    assert values(done, "middelen") == [300_00 + 198_94]
