# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The estimate of a wage says how much, by which method and from which payslips."""

from __future__ import annotations

import pytest

from werkzaam.core.errors import InputError
from werkzaam.rules.schatting import Estimate, Methode, estimate


def test_mean_of_two_payslips_lists_both() -> None:
    assert Estimate(878_00, Methode.GEMIDDELDE, (800_00, 956_00)) == estimate(Methode.GEMIDDELDE, [800_00, 956_00])


@pytest.mark.parametrize(
    ("cents", "slips"), [(2, [1, 2]), (1, [1, 1, 2]), (2, [1, 2, 2]), (0, [0]), (33_33, [33_33]), (50_01, [50_00, 50_01])]
)
def test_mean_is_rounded_half_up_to_a_whole_cent(cents: int, slips: list[int]) -> None:
    assert cents == estimate(Methode.GEMIDDELDE, slips).cents


def test_previous_month_uses_and_lists_the_last_payslip_only() -> None:
    assert Estimate(956_00, Methode.VORIGE_MAAND, (956_00,)) == estimate(Methode.VORIGE_MAAND, [800_00, 956_00])


def test_agreed_amount_needs_no_payslips() -> None:
    assert Estimate(500_00, Methode.VAST_BEDRAG) == estimate(Methode.VAST_BEDRAG, fixed=500_00)


@pytest.mark.parametrize("method", [Methode.GEMIDDELDE, Methode.VORIGE_MAAND])
def test_no_payslips_is_an_error(method: Methode) -> None:
    with pytest.raises(InputError, match="No payslips were given"):
        estimate(method, [])


@pytest.mark.parametrize(
    ("method", "slips", "fixed"),
    [
        (Methode.VAST_BEDRAG, [800_00], None),
        (Methode.VAST_BEDRAG, [800_00], 800_00),
        (Methode.GEMIDDELDE, [800_00], 800_00),
        (Methode.VORIGE_MAAND, [], 800_00),
    ],
)
def test_agreed_amount_and_payslips_exclude_each_other(method: Methode, slips: list[int], fixed: int | None) -> None:
    with pytest.raises(InputError):
        estimate(method, slips, fixed=fixed)


@pytest.mark.parametrize(("method", "slips", "fixed"), [(Methode.GEMIDDELDE, [-1, 3], None), (Methode.VAST_BEDRAG, [], -1)])
def test_amounts_below_zero_are_refused(method: Methode, slips: list[int], fixed: int | None) -> None:
    with pytest.raises(InputError, match="zero or more"):
        estimate(method, slips, fixed=fixed)
