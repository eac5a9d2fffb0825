# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The exit premium goes to who left for work, for its months, less by its share, and within the year's maximum."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

from tests.simulation.some_people import some_people
from werkzaam.app.simulation.exit_premium import ExitPremium, exit_premium_of, paying, without_exit
from werkzaam.app.simulation.lives import ruled
from werkzaam.app.simulation.premium_variants import parse_premium, with_premium
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import book_of

WORK, OTHER = 1, 2


def lives(
    *months: tuple[tuple[int, int], tuple[int, int], tuple[int, int]], paid: int = 0, start: str = "2018-03"
) -> Iterator[Any]:
    """Months of two households: whether on bijstand, wages, and why it left at the end of the month."""
    for at, (on, wages, left) in enumerate(months):
        yield SimpleNamespace(
            at=at, month=Month.parse(start) + at, on=np.array(on, bool), wages=np.array(wages),
            paid=SimpleNamespace(premium=np.full(2, paid), income=np.zeros(2, np.int64)),
            standing=SimpleNamespace(ended=np.array(left) > 0, left=np.array(left)),
        )  # fmt: skip


def paid_to(premium: ExitPremium, life: Iterator[Any]) -> list[list[int]]:
    book = book_of(read_facts(), read_regime("amsterdam_2018"))
    return [lived.paid.premium.tolist() for lived in paying(life, some_people(2), premium, book)]


def test_it_is_paid_after_leaving_for_work_while_there_are_wages() -> None:
    """The first household leaves for work and has no wages in the third month after; the second leaves otherwise."""
    life = lives(((1, 1), (900, 900), (WORK, OTHER)), ((0, 0), (900, 900), (0, 0)), ((0, 0), (900, 900), (0, 0)),
                 ((0, 0), (0, 900), (0, 0)))  # fmt: skip
    assert paid_to(ExitPremium((300, 200, 100), (300, 200, 100), 0), life) == [[0, 0], [300, 0], [200, 0], [0, 0]]


def test_who_comes_back_gets_no_more_of_it() -> None:
    life = lives(((1, 1), (900, 900), (WORK, WORK)), ((0, 0), (900, 900), (0, 0)), ((1, 0), (900, 900), (0, 0)),
                 ((0, 0), (900, 900), (0, 0)))  # fmt: skip
    assert paid_to(ExitPremium((50, 50, 50), (50, 50, 50), 0), life) == [[0, 0], [50, 50], [0, 50], [0, 50]]


def test_no_more_is_paid_in_a_year_than_the_law_leaves() -> None:
    """2,416 euros in 2018; 2,000 were paid in each of two months before."""
    life = lives(((1, 1), (900, 900), (WORK, 0)), ((0, 1), (900, 900), (0, 0)), paid=150_000)
    assert paid_to(ExitPremium((50_000,), (50_000,), 0), life) == [[150_000, 150_000], [150_000, 150_000]]
    life = lives(((1, 1), (900, 900), (WORK, 0)), ((0, 1), (900, 900), (0, 0)), paid=100_000)
    assert paid_to(ExitPremium((50_000,), (50_000,), 0), life)[1] == [141_600, 100_000]


def test_it_is_read_of_the_regime_and_taken_out_of_the_rules() -> None:
    month = Month.of(2018, 1)
    one = with_premium(ruled(["amsterdam_2018"], Span.parse("2018-01", "2022-12"), read_facts())[0],
                       parse_premium("50/200,exit=300x2"), read_facts())  # fmt: skip
    assert exit_premium_of(one.regime, month) == ExitPremium((30_000, 30_000), (30_000, 30_000), 0)
    assert exit_premium_of(without_exit(one.regime), month) is None
    assert exit_premium_of(read_regime("amsterdam_2018"), month) is None
