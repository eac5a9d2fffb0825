# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages of every pay period, end-of-year pay, and the uniform net wage of 2027."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rules.people import FACTS, aged, choosing, compute, job, month, values
from werkzaam.core.errors import FactHole
from werkzaam.core.months import Month, Span

JOB = ("p0", "b0")


def four_weekly(net: int, extra: int = 0) -> dict[str, int]:
    return job(0, vierwekenloon=net, vierwekenloon_extra=extra)


def test_v01_thirteen_hundred_per_four_weeks_is_1408_33_a_month() -> None:
    assert values(compute(month("2019-03", jobs=[[four_weekly(1300_00)]])), "loon", JOB) == [1408_33]


def test_p1_over_a_year_of_thirteen_pays_nothing_counts_twice() -> None:
    year = [month(f"2019-{number:02d}", jobs=[[four_weekly(600_00, 600_00 if number == 8 else 0)]]) for number in range(1, 13)]
    done = compute(*year)
    assert values(done, "loon", JOB) == [650_00] * 12
    assert values(done, "vierweken_ontvangen_dit_jaar", JOB)[-1] == 13 * 600_00
    assert values(done, "vierweken_verschil", JOB) == [0] * 12


def test_l20_a_year_of_changing_four_weekly_pay_is_trued_up_in_december() -> None:
    """Twelve pays of 600.00 and a thirteenth of 900.00: 8,100 came, 7,800 counted."""
    year = [month(f"2019-{number:02d}", jobs=[[four_weekly(600_00, 900_00 if number == 8 else 0)]]) for number in range(1, 13)]
    again = month("2020-01", jobs=[[four_weekly(600_00)]])
    assert values(compute(*year, again), "vierweken_verschil", JOB) == [*[0] * 11, 300_00, 0]


def test_p14_a_tax_credit_that_was_not_applied_counts_as_if_it_was() -> None:
    done = compute(month("2019-03", jobs=[[job(500_00, gemiste_heffingskorting=60_00)]]))
    assert values(done, "loon", JOB) == [560_00]


def test_v02_end_of_year_pay_reserved_each_month_leaves_247_74() -> None:
    """942.51 - (661.84 + 32.93) = 247.74; with the wage 909.58 reaches Dennis."""
    monthly = choosing("participatiewet_2018", inkomsten__vakantiegeld="bij_uitbetaling", vrijlating__n=False,
                       inkomsten__eindejaarsuitkering="maandelijks")  # fmt: skip
    done = compute(month("2018-01", jobs=[[job(661_84, eindejaarsuitkering_opgebouwd=32_93)]]), regime=monthly)
    assert values(done, "middelen") == [694_77]
    assert values(done, "uit_te_betalen") == [247_74]
    assert values(done, "op_rekening") == [909_58]


def test_p6_end_of_year_pay_counted_monthly_never_exceeds_what_was_received() -> None:
    monthly = choosing("participatiewet_2018", vrijlating__n=False, inkomsten__eindejaarsuitkering="maandelijks")
    work = [job(500_00, eindejaarsuitkering_opgebouwd=30_00)] * 2 + [
        job(500_00, eindejaarsuitkering_opgebouwd=30_00, eindejaarsuitkering_uitbetaald=80_00)
    ]
    done = compute(*(month(f"2018-{number:02d}", jobs=[[one]]) for number, one in enumerate(work, start=10)), regime=monthly)
    counted = values(done, "eindejaarsuitkering_samen", ("p0",))
    assert counted == [30_00, 30_00, 20_00]
    assert sum(counted) == 80_00


def test_l9_the_uniform_net_wage_is_computed_once_its_percentage_is_known() -> None:
    """2,000 - 300 tax - 1% premium - 100 Zvw - 50 car = 1,530."""
    town = choosing("participatiewet_2027", inkomsten__nettoloon="loonaangifte", vrijlating__uniform=False)
    slip = job(
        1,
        loonaangifte_bekend=1,
        loon_voor_heffing=2000_00,
        ingehouden_loonheffing=300_00,
        ingehouden_zvw=100_00,
        voordeel_auto=50_00,
    )
    given, law = month("2026-01", [aged(40)], [[slip]]), {"rechtsdatum": Month.parse("2027-01")}
    with pytest.raises(FactHole, match="uniform_whk_pct"):
        compute(given, regime=town, **law)
    known = FACTS.with_assumed("uniform_whk_pct", Span.parse("2027-01", "2027-12"), Fraction(1, 100))
    assert values(compute(given, regime=town, facts=known, **law), "loon", JOB) == [1530_00]
