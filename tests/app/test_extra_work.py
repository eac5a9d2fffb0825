# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Hours a week become a month's wage exactly, and what cannot be read is refused with an example."""

from __future__ import annotations

from fractions import Fraction

import pytest

from werkzaam.app.extra_work import ExtraWork, parse_hours, parse_net_share, parse_sweep
from werkzaam.core.errors import InputError


def test_eight_hours_at_11_40_are_395_20_a_month() -> None:
    assert ExtraWork(Fraction(8), 11_40).net == 395_20  # 8 × 11.40 × 52/12 = 395.20


def test_half_a_cent_goes_up_and_fewer_hours_take_the_same_amount_off() -> None:
    assert [ExtraWork(Fraction(hours), 9).net for hours in (Fraction("0.5"), Fraction("-0.5"))] == [20, -20]  # 19.5 cents


def test_a_gross_wage_is_rounded_as_on_a_payslip_and_then_its_net_share() -> None:
    work = ExtraWork(Fraction("7.5"), 14_01, Fraction("0.85"))
    assert (work.gross, work.net) == (455_33, 387_03)  # 455.325 up; 85% of 455.33 is 387.0305


def test_a_net_wage_has_no_gross_one() -> None:
    assert ExtraWork(Fraction(8), 11_40).gross is None


@pytest.mark.parametrize(("text", "quarters"), [("+8", 32), ("8", 32), ("-4", -16), ("7,5", 30), ("-7.25", -29)])
def test_hours_are_read_exactly(text: str, quarters: int) -> None:
    assert parse_hours(text) * 4 == quarters


@pytest.mark.parametrize("text", ["", "acht", "0", "+0.0", "169", "8u", "1.000,5", "--8", "٨", "9" * 5000])
def test_other_hours_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="found"):
        parse_hours(text)


def test_a_sweep_has_every_hour_and_both_ends() -> None:
    assert parse_sweep("-1:2") == (-1, 0, 1, 2)


@pytest.mark.parametrize("text", ["0-40", "40:0", "5:5", "0:200", "-80:80", "0:4.5", ":", "-169:-160"])
def test_a_sweep_written_wrong_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="0:40"):
        parse_sweep(text)


@pytest.mark.parametrize(("text", "thousandths"), [("0.85", 850), ("85%", 850), ("12,5 %", 125), ("1", 1000)])
def test_a_net_share_is_read_exactly(text: str, thousandths: int) -> None:
    assert parse_net_share(text) * 1000 == thousandths


@pytest.mark.parametrize("text", ["85", "0", "0.0", "101%", "1.5", "half", "-0.5"])
def test_another_net_share_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"net share|percentage"):
        parse_net_share(text)


@pytest.mark.parametrize("hourly", [0, -11_40])
def test_an_hour_that_pays_nothing_is_refused(hourly: int) -> None:
    with pytest.raises(InputError, match="--hours -4"):
        ExtraWork(Fraction(8), hourly)
