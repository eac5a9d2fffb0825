# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""When premium is expected to be paid follows from the half-years and payout months of the town."""

from __future__ import annotations

import pytest

from tests.app.conftest import Desk, by_month
from werkzaam.app.premium_payout import PremiumStatement, premium_payout_month, premium_statements
from werkzaam.app.premium_text import premium_sentences
from werkzaam.core.months import Month
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline

AMSTERDAM = Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")])


def expected(month: str, regime: Timeline = AMSTERDAM) -> str:
    return str(premium_payout_month(Month.parse(month), regime))


@pytest.mark.parametrize(
    ("month", "paid"),
    [
        ("2018-01", "2018-07"),  # the half-year closes in June
        ("2018-06", "2018-07"),
        ("2018-07", "2018-12"),  # it closes in December, which is a payout month
        ("2018-12", "2018-12"),
        ("2020-12", "2020-12"),
        ("2021-01", "2021-06"),  # the new rules close in April
        ("2021-05", "2021-11"),
    ],
)
def test_premium_is_paid_in_the_first_payout_month_after_the_close(month: str, paid: str) -> None:
    assert expected(month) == paid


def test_the_months_of_the_rules_agree_with_what_is_paid(desk: Desk) -> None:
    done = desk.calculate(*by_month("2018-01", ["200.00"] * 12), months=("2018-01", "2018-12"))
    paid = {str(steps.month): steps.value("premie_op_rekening") for steps in done.months if steps.value("premie_op_rekening")}
    assert paid == {"2018-07": 600_00, "2018-12": 600_00}
    assert {expected(str(steps.month)) for steps in done.months} == set(paid)


def test_nothing_is_expected_where_no_premium_is_paid_or_the_regime_ends_first() -> None:
    assert premium_payout_month(Month.parse("2026-01"), read_regime("participatiewet_2026")) is None
    assert premium_payout_month(Month.parse("2021-01"), read_regime("amsterdam_2018")) is None
    assert premium_payout_month(Month.parse("2025-01"), AMSTERDAM) is None


def test_a_law_date_decides_the_months_for_another_year() -> None:
    regime = read_regime("amsterdam_2018")
    assert str(premium_payout_month(Month.parse("2026-08"), regime, Month.parse("2018-01"))) == "2026-12"


def statement(desk: Desk, last: str, nets: list[str]) -> PremiumStatement:
    done = desk.calculate(*by_month("2018-01", nets), months=("2018-01", last))
    (found,) = premium_statements(done)
    return found


@pytest.mark.requirement("R-099")
def test_four_months_of_150_show_600_and_the_payout_month(desk: Desk) -> None:
    found = statement(desk, "2018-04", ["300.00"] * 4)
    assert [cents for _, cents in found.months] == [150_00] * 4
    assert (found.built_up, str(found.expected)) == (600_00, "2018-07")
    said = " ".join(premium_sentences(found, "nl"))
    assert "€ 600,00" in said
    assert said.count("€ 150,00") == 4
    assert "juli 2018" in said


def test_a_half_year_begins_anew_and_what_waits_is_told_apart(desk: Desk) -> None:
    closed = statement(desk, "2018-06", ["300.00"] * 6)
    assert (closed.built_up, closed.waiting, len(closed.months)) == (900_00, 0, 6)
    paid = statement(desk, "2018-07", ["300.00"] * 7)
    assert (paid.built_up, paid.waiting, [str(month) for month, _ in paid.months]) == (150_00, 0, ["2018-07"])


def test_what_waits_of_an_earlier_half_year_is_said(desk: Desk) -> None:
    waits = PremiumStatement("Anna", ((Month.parse("2018-07"), 10_00),), 10_00, 900_00, None)
    assert "900.00" in " ".join(premium_sentences(waits, "en"))
    assert "When the premium is paid is not stated." in " ".join(premium_sentences(waits, "en"))
