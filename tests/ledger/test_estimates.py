# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A missing payslip touches the wage of its own job and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.estimates import Job, Slip, Wage, Werkwijze, expected, wages
from werkzaam.regime.model import CHOICES
from werkzaam.rules.schatting import Estimate, Methode

MARCH = Month.parse("2019-03")
SLIPS = (Slip(MARCH - 2, 800_00), Slip(MARCH - 1, 956_00))


def job(number: int = 1, slips: tuple[Slip, ...] = SLIPS, agreed: int | None = None) -> Job:
    return Job(number, slips, agreed)


def test_the_ways_of_working_are_those_of_a_regime() -> None:
    assert [way.name.lower() for way in Werkwijze] == list(CHOICES["inkomsten.methode"].options)


@pytest.mark.parametrize(
    ("way", "slips", "agreed", "cents", "method"),
    [
        (Werkwijze.OP_DE_MAAND, [800_00, 956_00], None, 956_00, Methode.VORIGE_MAAND),
        (Werkwijze.SCHATTING, [800_00, 956_00], 700_00, 956_00, Methode.VORIGE_MAAND),
        (Werkwijze.GEMIDDELDE, [800_00, 956_00], 700_00, 878_00, Methode.GEMIDDELDE),
        (Werkwijze.GEMIDDELDE, [100_00, 800_00, 956_00], None, 878_00, Methode.GEMIDDELDE),
        (Werkwijze.VAST_BEDRAG, [800_00, 956_00], 700_00, 700_00, Methode.VAST_BEDRAG),
        (Werkwijze.VAST_BEDRAG, [800_00, 956_00], None, 956_00, Methode.VORIGE_MAAND),
        (Werkwijze.SCHATTING, [], 700_00, 700_00, Methode.VAST_BEDRAG),
        (Werkwijze.GEMIDDELDE, [], 0, 0, Methode.VAST_BEDRAG),
        (Werkwijze.SCHATTING, [-50_00], None, 0, Methode.VORIGE_MAAND),
        (Werkwijze.GEMIDDELDE, [-50_00, 100_01], None, 50_01, Methode.GEMIDDELDE),
    ],
)  # fmt: skip
def test_the_estimate_by_each_way_of_working(
    way: Werkwijze, slips: list[int], agreed: int | None, cents: int, method: Methode
) -> None:
    made = expected(way, slips, agreed=agreed)
    assert made is not None
    assert (made.cents, made.method) == (cents, method)


def test_a_mean_names_the_payslips_it_is_of() -> None:
    assert expected(Werkwijze.GEMIDDELDE, [5, 800_00, 956_00]) == Estimate(878_00, Methode.GEMIDDELDE, (800_00, 956_00))
    assert expected(Werkwijze.GEMIDDELDE, [100, 200, 600], last=3) == Estimate(300, Methode.GEMIDDELDE, (100, 200, 600))
    assert expected(Werkwijze.GEMIDDELDE, [100, 200, 600], last=1) == Estimate(600, Methode.GEMIDDELDE, (600,))
    three = job(slips=(Slip(MARCH - 3, 100_00), *SLIPS))
    assert wages(Werkwijze.GEMIDDELDE, [three], MARCH)[0].cents == 878_00
    assert wages(Werkwijze.GEMIDDELDE, [three], MARCH, last=3)[0].cents == 618_67
    with pytest.raises(InputError):
        expected(Werkwijze.GEMIDDELDE, [1], last=0)


@pytest.mark.parametrize("way", Werkwijze)
def test_nothing_is_estimated_from_nothing_and_nothing_by_a_wage_that_counts_later(way: Werkwijze) -> None:
    assert expected(way, []) is None
    assert expected(Werkwijze.ACHTERAF, [800_00], agreed=1) is None


def test_a_payslip_takes_the_place_of_the_estimate() -> None:
    assert wages(Werkwijze.SCHATTING, [job()], MARCH) == (
        Wage(1, 956_00, Estimate(956_00, Methode.VORIGE_MAAND, (956_00,)), known=False),
    )
    assert wages(Werkwijze.SCHATTING, [job(slips=(Slip(MARCH, 1), *SLIPS))], MARCH) == (Wage(1, 1),)


def test_slips_of_later_months_and_the_order_they_come_in_do_not_count() -> None:
    slips = (SLIPS[1], Slip(MARCH + 1, 2_000_00), SLIPS[0])
    assert wages(Werkwijze.SCHATTING, [job(slips=slips)], MARCH)[0].cents == 956_00


def test_a_first_month_of_which_nothing_is_known_withholds_nothing_and_says_so() -> None:
    assert wages(Werkwijze.SCHATTING, [job(slips=())], MARCH) == (Wage(1, 0, None, known=False),)


def test_two_slips_of_one_month_are_refused() -> None:
    with pytest.raises(LedgerError, match="two slips"):
        wages(Werkwijze.SCHATTING, [job(slips=(SLIPS[0], SLIPS[0]))], MARCH)


@given(st.sampled_from(Werkwijze), st.lists(st.integers(0, 1_500_00), min_size=1, max_size=4), st.integers(0, 3))
def test_one_late_payslip_changes_the_wage_of_its_own_job_only(way: Werkwijze, cents: list[int], late: int) -> None:
    """P9, S12 and S15: the others stay as they are, and what stands for the late one is no more than was ever earned there."""
    late %= len(cents)
    jobs = [job(at, (Slip(MARCH - 1, one), Slip(MARCH, one + 7))) for at, one in enumerate(cents)]
    here = [job(one.number, one.slips[:1]) if one.number == late else one for one in jobs]
    complete, partly = wages(way, jobs, MARCH), wages(way, here, MARCH)
    assert [one for one in partly if one.job != late] == [one for one in complete if one.job != late]
    assert all(one.known for one in complete)
    assert not partly[late].known
    assert partly[late].cents in (0, cents[late])
