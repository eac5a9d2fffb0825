# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules arrive at the published norms, and the norms keep the identities of the law, in every half-year."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction

import pytest

from tests.house.tree import ROOT
from tests.oracle import Household, Person
from tests.properties.as_rules import inputs
from tests.properties.towns import FACTS, FIRST, LAST, book_of
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps, explain
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules import RULES

BOOK = book_of(Timeline([read_regime("participatiewet_2018"), read_regime("participatiewet_2026")]))
HALF_YEARS = [Month(index) for index in range(FIRST.index, LAST.index, 6)]
# 626.296 was published as 626.29: this one table cuts the last cent where all others round half up.
CUT_CENT = ("kostendelersnorm_6_personen_incl_vt", "2023-01")


def published() -> list[dict[str, str]]:
    """The published norms of people who share costs."""
    lines = (ROOT / "tests" / "facts" / "expected_norms.csv").read_text(encoding="utf-8").splitlines()
    return [row for row in csv.DictReader(line for line in lines if not line.startswith("#")) if "_personen_" in row["key"]]


def month_of(month: Month, *ages: int, living: str = "ALLEENSTAANDE", mates: int = 0, children: bool = False) -> MonthSteps:
    """One month of people of these ages in years, with housemates of 40."""
    persons = {str(at): Person(date(month.year - age, 1, 1), ({},)) for at, age in enumerate(ages)}
    persons |= {f"H{at}": Person(date(month.year - 40, 1, 1), ({},), role="HUISGENOOT") for at in range(mates)}
    return explain(RULES, BOOK, inputs(Household(month, living, persons, BOOK.regime, children=children)))[0]


def norm(month: Month, *ages: int, living: str = "ALLEENSTAANDE", mates: int = 0, children: bool = False) -> int:
    return month_of(month, *ages, living=living, mates=mates, children=children).value("bijstandsnorm")


@pytest.mark.parametrize("row", published(), ids=lambda row: f"{row['key']}-{row['vanaf']}")
def test_a_published_norm_of_cost_sharers_is_the_norm_of_each(row: dict[str, str]) -> None:
    month, persons = Month.parse(row["vanaf"]), int(row["key"].split("_")[1])
    expected = parse_euro(row["waarde"]) + ((row["key"], row["vanaf"]) == CUT_CENT)
    assert norm(month, 40, mates=persons - 1) == expected
    if persons > 2:
        assert norm(month, 40, 40, living="GEHUWDEN", mates=persons - 2) == 2 * expected


@pytest.mark.parametrize("month", HALF_YEARS, ids=str)
@pytest.mark.parametrize("persons", [7, 8])
def test_seven_and_eight_get_forty_percent_together_and_thirty_each(month: Month, persons: int) -> None:
    exact = Fraction(40 + 30 * persons, 100 * persons) * int(FACTS.on("norm_21_gehuwden_incl_vt", month).value)
    assert abs(norm(month, 40, mates=persons - 1) - exact) <= Fraction(1, 2)


@pytest.mark.parametrize("month", HALF_YEARS, ids=str)
def test_the_identities_of_article_20_hold_in_every_half_year(month: Month) -> None:
    """L5: 20:1:c is 20:1:a and half the married norm; 20:2:b is 22a:3:a and 22a:3:b."""
    married, alone = norm(month, 40, 40, living="GEHUWDEN"), norm(month, 19)
    assert norm(month, 19, 40, living="GEHUWDEN") == alone + (married + 1) // 2
    assert norm(month, 19, 19, living="GEHUWDEN") == 2 * alone
    shared = month_of(month, 19, 40, living="GEHUWDEN", mates=1)
    with_child = month_of(month, 19, 40, living="GEHUWDEN", mates=1, children=True)
    additions = sum(found.value("bijstandsnorm") - found.value("norm_per_persoon") for found in (shared, with_child))
    assert norm(month, 19, 19, living="GEHUWDEN", children=True) == additions


@pytest.mark.parametrize("month", HALF_YEARS, ids=str)
def test_a_spouse_without_a_right_leaves_half_the_married_norm(month: Month) -> None:
    persons = {name: Person(date(1980, 1, 1), ({},), role=role) for name, role in
               (("A", "BIJSTAND"), ("B", "PARTNER_ZONDER_RECHT"))}  # fmt: skip
    found = explain(RULES, BOOK, inputs(Household(month, "GEHUWDEN", persons, BOOK.regime)))[0]
    assert found.value("bijstandsnorm") == (norm(month, 40, 40, living="GEHUWDEN") + 1) // 2


def test_a_housemate_of_21_counts_until_2022_and_from_2023_at_27() -> None:
    persons = {"A": Person(date(1980, 1, 1), ({},) * 4)}
    births = (date(1996, 1, 1), date(1996, 2, 1), date(2001, 12, 1), date(2001, 12, 2))
    persons |= {f"H{at}": Person(born, ({},) * 4, role="HUISGENOOT") for at, born in enumerate(births)}
    months = explain(RULES, BOOK, inputs(Household(Month.of(2022, 11), "ALLEENSTAANDE", persons, BOOK.regime)))
    assert [month.value("kostendelende_huisgenoten") for month in months] == [2, 3, 1, 2]
