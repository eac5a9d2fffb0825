# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Next month as a range: it holds in nine of ten months, and the rules compute its ends."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest

from tests.app.portal.small_town import HOUSEHOLD, SmallTown
from werkzaam.app.ledger.run import run
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_forecast import Range, forecast, wage_range
from werkzaam.app.portal.own_month import own_month
from werkzaam.core.months import Month
from werkzaam.store.decisions import last_decisions

Series = Callable[[random.Random], list[int]]


def steady(chance: random.Random) -> list[int]:
    """The same contract each month, with some hours more or less."""
    return [40_000 + chance.randint(-3_000, 3_000) for _ in range(18)]


def by_hours(chance: random.Random) -> list[int]:
    """Called when there is work: from few hours to many."""
    return [chance.randint(5, 80) * 1_100 for _ in range(18)]


def season(chance: random.Random) -> list[int]:
    """More in summer."""
    return [30_000 + 15_000 * (4 <= number % 12 <= 8) + chance.randint(-5_000, 5_000) for number in range(18)]


@pytest.mark.parametrize("series", [steady, by_hours, season])
def test_the_range_of_a_wage_holds_in_nine_of_ten_months(series: Series) -> None:
    chance, held, all_of_them = random.Random(2019), 0, 0
    for _ in range(60):
        wages = series(chance)
        for at in range(2, len(wages)):
            found = wage_range(wages[:at])
            all_of_them += 1
            held += found.low <= wages[at] <= found.high
    assert Fraction(held, all_of_them) >= Fraction(9, 10), (held, all_of_them)


def test_a_range_is_wide_with_few_payslips_and_never_below_zero() -> None:
    assert wage_range([]) == Range(0, 0, 0)
    assert wage_range([40_000]) == Range(30_000, 40_000, 50_000)
    assert wage_range([1_000, 40_000]).low == 0
    assert wage_range([40_000] * 6) == Range(38_000, 40_000, 42_000)


def test_the_ends_of_a_month_ahead_are_what_the_rules_say_of_such_a_wage(small: SmallTown) -> None:
    for number, cents in ((1, 41_250), (2, 39_800), (3, 45_525)):
        month = Month.of(2019, number)
        small.report(f"{month + 1}-05", str(month), cents)
        run(small.on(f"{month + 1}-16"), month + 1)
    desk, may = small.on("2019-04-20"), Month.of(2019, 5)
    state = last_decisions(desk.database, desk.town.id, HOUSEHOLD)[Month.of(2019, 4)].decision.due.state
    found = forecast(desk, desk.file(HOUSEHOLD), may, state)
    assert found.wages == wage_range([41_250, 39_800, 45_525])
    assert found.benefit.low < found.benefit.likely < found.benefit.high
    small.report("2019-06-05", "2019-05", found.wages.high)
    run(small.on("2019-06-16"), may)
    decided = last_decisions(desk.database, desk.town.id, HOUSEHOLD)[may].decision
    assert decided.due.cents == found.benefit.low


def test_a_wage_that_is_known_leaves_no_range(small: SmallTown) -> None:
    run(small.on("2019-01-16"), Month.of(2019, 1))
    desk = small.on("2019-01-20")
    found = own_month(desk, HOUSEHOLD, "nl", Kept())
    assert found is not None
    assert found.ahead is not None
    assert found.ahead.benefit.certain
    assert found.ahead.jobs == ()
