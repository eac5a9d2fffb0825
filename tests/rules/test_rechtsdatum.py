# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The law of one date tried on other months: rules, choices, shares and ages of that date, amounts of the month."""

from __future__ import annotations

import pytest

from tests.house.tree import ROOT
from tests.rules.people import FACTS, aged, compute, housemate, job, month, values
from werkzaam.core.errors import FactError, FactNotInForce, RegimeError
from werkzaam.core.months import Month
from werkzaam.rules import RULES, rules_of
from werkzaam.rules.book import known_amounts

NEXT_YEAR = Month.parse("2027-01")
SAM = month("2026-08", [aged(40)], [[job(600_00)]])
PAGE = (ROOT / "docs/explanation/law-date.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_comes_out_as_it_says() -> None:
    now = compute(SAM, regime="participatiewet_2026")
    then = compute(SAM, regime="participatiewet_2027", rechtsdatum=NEXT_YEAR)
    kept = [values(done, "vrijgelaten_loon", ("p0",))[0] for done in (now, then)]
    due = [values(done, "bijstand")[0] for done in (now, then)]
    assert (kept, due) == ([150_00, 90_00], [969_46, 909_46])
    assert values(now, "bijstandsnorm") == values(then, "bijstandsnorm") == [1419_46]
    assert all(text in PAGE for text in ("150.00", "90.00", "969.46", "909.46", "1,419.46"))


def test_amounts_of_another_month_fill_a_year_whose_amounts_are_not_known() -> None:
    later = month("2027-03", [aged(40)], [[job(600_00)]])
    with pytest.raises(FactNotInForce):
        compute(later, regime="participatiewet_2027")
    done = compute(later, regime="participatiewet_2027", rechtsdatum=NEXT_YEAR, bedragen_van=Month.parse("2026-07"))
    assert values(done, "bijstandsnorm") == [1419_46]
    assert "norm.bedrag" in done.assumed


def test_an_age_is_that_of_the_law_date_and_an_amount_that_of_the_month() -> None:
    """Housemates share from 21 in 2022 and from 27 in 2023; the norm for a couple in 2022-07 was 1,559.23."""
    shared = month("2022-07", [aged(40), housemate(24)])
    own = compute(shared)
    pinned = compute(shared, rechtsdatum=Month.parse("2023-07"))
    assert values(own, "kostendelende_huisgenoten") == [1]
    assert values(pinned, "kostendelende_huisgenoten") == [0]
    assert values(own, "rekennorm") == values(pinned, "rekennorm") == values(compute(month("2022-07")), "rekennorm")


def test_a_choice_is_that_of_the_law_date_so_the_town_must_cover_it() -> None:
    with pytest.raises(RegimeError):
        compute(SAM, regime="participatiewet_2026", rechtsdatum=NEXT_YEAR)


def test_without_a_law_date_the_rules_are_all_of_them_and_with_one_those_of_that_month() -> None:
    assert rules_of(None) is RULES
    pinned = rules_of(NEXT_YEAR)
    assert pinned is rules_of(NEXT_YEAR)
    assert all(len(versions) == 1 for versions in pinned.rules.values())
    assert pinned.rules["soort_vrijlating"][0].law.place == "34a:1"


def test_the_receipt_of_another_law_date_is_another_one() -> None:
    now = compute(SAM, regime="participatiewet_2026")
    then = compute(SAM, regime="participatiewet_2027", rechtsdatum=NEXT_YEAR)
    assert now.receipt["rules"] != then.receipt["rules"]
    assert now.receipt["facts"] == then.receipt["facts"]


def test_amounts_of_a_month_that_nobody_knows_are_not_those_of_another() -> None:
    with pytest.raises(FactError, match="No value for norm_21_gehuwden_incl_vt on 2031-01"):
        known_amounts(FACTS, Month.parse("2031-01"))
