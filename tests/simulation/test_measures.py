# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a life comes to is counted in whole numbers, and parts of a town add up to the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.simulation.some_people import some_people
from werkzaam.core.errors import InputError
from werkzaam.simulation.measures import BY_NAME, MONTHLY, Summing, Sums, below_months, ever
from werkzaam.simulation.people import People

PEOPLE = some_people(3)
"""Three households; what they live is written out below."""


@dataclass
class Month:
    """One month of three households as a table: what is not said is nothing."""

    at: int
    on: tuple[bool, ...] = (True, True, True)
    income: tuple[int, ...] = (0, 0, 0)
    short: tuple[int, ...] = (0, 0, 0)
    claimed: tuple[int, ...] = (0, 0, 0)
    premium: tuple[int, ...] = (0, 0, 0)
    wages: tuple[int, ...] = (0, 0, 0)
    left: tuple[int, ...] = (0, 0, 0)
    ended: tuple[bool, ...] = (False, False, False)
    contacts: tuple[int, ...] = (0, 0, 0)
    managers: tuple[int, ...] = (1, 1, 1)
    contract: tuple[int, ...] = (0, 0, 0)
    paid: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def lived(self, people: People) -> Any:
        """The month as a life yields it."""
        nothing = np.zeros(3, np.int64)
        paid = {name: np.array(self.paid.get(name, nothing)) for name in
                ("bijstand", "holiday", "made_up", "taken", "corrected")}  # fmt: skip
        paid |= {name: np.array(getattr(self, name)) for name in ("income", "short", "claimed", "premium")}
        work = np.zeros(len(people.person), np.int64)
        work[people.first[:-1]] = self.contract
        return SimpleNamespace(
            at=self.at, on=np.array(self.on), paid=SimpleNamespace(**paid), wages=np.array(self.wages), premium=nothing,
            work=SimpleNamespace(contract=work, minutes=work * 60),
            standing=SimpleNamespace(ended=np.array(self.ended), left=np.array(self.left)),
            guided=SimpleNamespace(contacts=np.array(self.contacts), managers=np.array(self.managers)),
        )  # fmt: skip


def sums_of(*months: Month) -> Sums:
    summing = Summing(PEOPLE, len(months))
    for month in months:
        summing.month(month.lived(PEOPLE))
    return summing.sums()


def test_income_is_that_of_who_is_on_bijstand() -> None:
    found = sums_of(Month(0, income=(100_000, 110_000, 120_000)), Month(1, on=(True, False, False), income=(90_000, 500_000, 0)))
    assert found.total("income") == 420_000
    assert BY_NAME["income"].of(found) == Fraction(420_000, 4)
    assert BY_NAME["on_end"].of(found) == Fraction(1, 3)


def test_months_below_the_norm_are_counted_for_each_household() -> None:
    found = sums_of(Month(0, short=(500, 0, 100)), Month(1, short=(300, 0, 0)))
    assert found.times["short"].tolist() == [1, 1, 1]
    assert below_months(found) == 1
    assert ever(found, "short") == Fraction(2, 3)
    assert BY_NAME["below_cents"].of(found) == 300
    assert BY_NAME["below_share"].of(found) == Fraction(3, 6)


def test_volatility_compares_two_months_on_bijstand_and_no_others() -> None:
    """The second household is away in the second month, the third in the first."""
    found = sums_of(
        Month(0, on=(True, True, False), income=(100, 200, 900)),
        Month(1, on=(True, False, True), income=(130, 0, 50)),
        Month(2, income=(110, 70, 80)),
    )
    assert found.monthly["changed_cents"].tolist() == [0, 30, 20 + 30]
    assert found.monthly["compared"].tolist() == [0, 1, 2]
    assert BY_NAME["volatility"].of(found) == Fraction(80, 3)


def test_a_clawback_has_a_number_and_a_size() -> None:
    found = sums_of(Month(0, claimed=(20_000, 0, 10_000)), Month(1, claimed=(0, 0, 30_000)))
    assert (found.total("claims"), found.total("claimed")) == (3, 60_000)
    assert BY_NAME["claim_cents"].of(found) == 20_000
    assert BY_NAME["claims_a_year"].of(found) == Fraction(3 * 1200, 6)


def test_who_leaves_and_who_returns_is_counted_apart() -> None:
    found = sums_of(Month(0, ended=(True, True, False), left=(1, 2, 0)), Month(1, on=(False, False, True)), Month(2))
    assert found.monthly["left_work"].tolist() == [1, 0, 0]
    assert found.monthly["left_other"].tolist() == [1, 0, 0]
    assert found.monthly["returned"].tolist() == [0, 0, 2]


def test_a_change_of_who_guides_counts_in_the_month_it_happens() -> None:
    found = sums_of(Month(0, managers=(1, 2, 1), contacts=(0, 3, 0)), Month(1, managers=(2, 3, 1)))
    assert found.monthly["changes"].tolist() == [1, 2]
    assert BY_NAME["contacts"].of(found) == Fraction(3 * 12, 6)


def test_nobody_counted_gives_no_number() -> None:
    assert BY_NAME["claim_cents"].of(sums_of(Month(0))) is None


def test_parts_of_a_town_add_up_to_the_whole() -> None:
    one, other = sums_of(Month(0, income=(1, 2, 3), short=(1, 0, 0))), sums_of(Month(0, income=(4, 5, 6), claimed=(7, 0, 0)))
    both = one + other
    assert set(both.monthly) == set(MONTHLY)
    assert both.total("income") == 21
    assert both.times["short"].tolist() == [5, 1]
    assert below_months(both) == Fraction(1, 6)
    with pytest.raises(InputError, match="Sums over 1 months cannot be added to those over 2"):
        one + sums_of(Month(0), Month(1))
