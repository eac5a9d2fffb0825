# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month that fell below the norm by the estimate, and the buffer for it from 2027."""

from __future__ import annotations

from tests.rules.people import aged, compute, job, month, values
from werkzaam.core.months import Month


def test_p7_an_estimate_that_was_too_high_shows_how_far_the_month_fell_below_the_norm() -> None:
    """March 2019: norm without holiday allowance 974.27; estimated 600.00 pays 424.14 less reserve; the wage was 200.00."""
    done = compute(month("2019-03", [aged(25)], [[job(200_00, geschat_nettoloon=600_00)]]))
    paid = values(done, "uit_te_betalen_geschat")[0]
    assert values(done, "tekort_onder_norm") == [974_27 - 200_00 - paid]
    assert values(done, "bufferbudget") == [0]


def test_an_estimate_that_was_too_low_leaves_no_shortage() -> None:
    done = compute(month("2019-03", [aged(25)], [[job(600_00, geschat_nettoloon=200_00)]]))
    assert values(done, "tekort_onder_norm") == [0]


def test_l34b_the_buffer_makes_up_shortages_to_a_thousand_euros_a_year() -> None:
    given = [month(f"2019-{at:02d}", [aged(25)], [[job(200_00, geschat_nettoloon=700_00)]]) for at in range(10, 13)]
    done = compute(*given, month("2020-01", [aged(25)], [[job(200_00, geschat_nettoloon=700_00)]]), regime="participatiewet_2027",
                   rechtsdatum=Month.parse("2027-01"))  # fmt: skip
    short, given_out = values(done, "tekort_onder_norm"), values(done, "bufferbudget")
    assert all(amount > 334_00 for amount in short)
    assert given_out == [short[0], short[1], 1000_00 - short[0] - short[1], short[3]]
