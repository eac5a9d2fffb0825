# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Other money: what counts, what does not, and what nobody deducts before a decision."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, choosing, compute, housemate, job, month, option, values
from werkzaam.core.errors import NotCovered
from werkzaam.rules.situatie import Inkomenssoort

COUNTS = (Inkomenssoort.ALIMENTATIE, Inkomenssoort.VERHUUR, Inkomenssoort.KOSTGANGER, Inkomenssoort.BELASTINGTERUGGAVE,
          Inkomenssoort.OUDEDAGSVOORZIENING)  # fmt: skip
NO_MEANS = (Inkomenssoort.TOESLAG, Inkomenssoort.KINDERBIJSLAG, Inkomenssoort.JONGGEHANDICAPTENKORTING,
            Inkomenssoort.LOON_VAN_KIND, Inkomenssoort.MANTELZORGWAARDERING, Inkomenssoort.ONBELASTE_VERGOEDING,
            Inkomenssoort.ALLEENVERDIENERS)  # fmt: skip
DECIDE = (Inkomenssoort.STUDIETOELAGE, Inkomenssoort.ONBEKEND, Inkomenssoort.GIFT, Inkomenssoort.VRIJWILLIGERSVERGOEDING)


def other(kind: Inkomenssoort, cents: int, **more: int) -> dict[str, int]:
    return {**job(), "inkomenssoort": option(kind), "ander_inkomen": cents, **more}


@pytest.mark.parametrize("kind", COUNTS)
def test_this_income_is_deducted_in_full(kind: Inkomenssoort) -> None:
    done = compute(month("2019-03", jobs=[[other(kind, 150_00)]]))
    assert (values(done, "middelen"), values(done, "te_beslissen")) == ([150_00], [0])


@pytest.mark.parametrize("kind", NO_MEANS)
def test_this_money_is_no_means(kind: Inkomenssoort) -> None:
    done = compute(month("2019-03", jobs=[[other(kind, 150_00)]]))
    assert (values(done, "middelen"), values(done, "te_beslissen")) == ([0], [0])
    assert values(done, "niet_meegeteld", ("p0", "b0")) == [150_00]


@pytest.mark.parametrize(("years", "counts"), [(26, 150_00), (27, 0)])
def test_under_27_the_credit_for_young_disabled_people_counts(years: int, counts: int) -> None:
    """Article 31(5) keeps part c from people under 27 (L34)."""
    done = compute(month("2019-03", [aged(years)], [[other(Inkomenssoort.JONGGEHANDICAPTENKORTING, 150_00)]]))
    assert values(done, "middelen") == [counts]
    assert values(done, "niet_meegeteld", ("p0", "b0")) == [150_00 - counts]


@pytest.mark.requirement("R-085")
@pytest.mark.parametrize("kind", DECIDE)
def test_nothing_is_deducted_before_a_decision(kind: Inkomenssoort) -> None:
    done = compute(month("2019-03", jobs=[[other(kind, 150_00)]]))
    assert (values(done, "middelen"), values(done, "te_beslissen")) == ([0], [150_00])


@pytest.mark.requirement("R-085")
def test_after_a_decision_what_was_decided_counts() -> None:
    done = compute(month("2019-03", jobs=[[other(Inkomenssoort.ONBEKEND, 150_00, beslist=1, besloten_inkomen=90_00)]]))
    assert (values(done, "middelen"), values(done, "te_beslissen")) == ([90_00], [0])


def test_gifts_are_free_up_to_1200_a_calendar_year_since_2026() -> None:
    gifts = [700_00, 600_00, 50_00]
    done = compute(
        *(month(f"2026-0{at}", jobs=[[other(Inkomenssoort.GIFT, gift)]]) for at, gift in enumerate(gifts, start=1)),
        regime="participatiewet_2026",
    )
    assert values(done, "giften_te_beslissen") == [0, 100_00, 50_00]


def test_in_a_new_year_the_free_sum_begins_anew_and_before_2026_every_gift_is_judged() -> None:
    gift = [[other(Inkomenssoort.GIFT, 1200_00)]]
    assert values(compute(month("2025-12", jobs=gift)), "giften_te_beslissen") == [1200_00]
    assert values(compute(month("2026-01", jobs=gift), regime="participatiewet_2026"), "giften_te_beslissen") == [0]


@pytest.mark.parametrize(("years", "to_decide"), [(40, [0, 30_00]), (25, [220_00, 250_00])])
def test_a_volunteer_fee_is_free_up_to_220_a_month_from_27(years: int, to_decide: list[int]) -> None:
    fees = [220_00, 250_00]
    jobs = [[[other(Inkomenssoort.VRIJWILLIGERSVERGOEDING, fee)]] for fee in fees]
    given = [month(f"2026-0{at}", [aged(years)], some) for at, some in enumerate(jobs, start=1)]
    done = compute(*given, regime="participatiewet_2026")
    assert values(done, "te_beslissen") == to_decide


def test_profit_of_a_business_is_refused_with_its_article_unless_the_town_says_how_it_counts() -> None:
    profit = month("2019-03", jobs=[[other(Inkomenssoort.ONDERNEMING, 300_00)]])
    with pytest.raises(NotCovered, match=r"art\. 32\(1\)"):
        compute(profit)
    assert values(
        compute(profit, regime=choosing("participatiewet_2018", inkomsten__onderneming="winst_gespreid")), "middelen"
    ) == [300_00]


def test_the_income_of_a_housemate_is_refused() -> None:
    with pytest.raises(NotCovered, match="housemate"):
        compute(month("2019-03", [aged(40), housemate(40)], [[], [job(500_00)]]))
