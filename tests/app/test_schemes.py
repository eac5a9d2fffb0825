# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every allowance and pass is named: not calculated without an amount, or with the day on which it ends."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from tests.app.conftest import Desk, wage
from tests.app.premium_towns import DETAILS
from tests.app.test_whatif import HUNDRED, NORM_1078, asked
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.schemes import ALLOWANCES, CITY_PASS, Fate, pass_ends
from werkzaam.app.whatif_answer import WhatIf
from werkzaam.app.whatif_text import Writer

MUCH = ExtraWork(Fraction(12), 100_00)


def in_town_with_pass(desk: Desk, grace: int, work: ExtraWork) -> WhatIf:
    desk.part("pas", f"\n[stadspas]\ngeldt = true\nuitloop_maanden = {grace}\n")
    desk.town("met_pas", "earn_full_settlement", "earn_premium_experiment", "ams_income_settlement", *DETAILS[:-1], "pas",
              first="2018-01", last="2020-12")  # fmt: skip
    return asked(desk, wage("2020-01", "400.00"), work=work, regime='"met_pas.toml"', months=("2020-01", "2020-01"))


@pytest.mark.requirement("R-086")
@pytest.mark.parametrize(("lang", "told"), [("nl", "niet berekend"), ("en", "not calculated")])
def test_what_has_no_rules_is_not_calculated_and_shows_no_amount(desk: Desk, lang: str, told: str) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), NORM_1078)
    lines = [line for line in Writer(answer, lang).schemes() if line.startswith("- ")]
    assert {one.name for one in answer.schemes} == {*ALLOWANCES, CITY_PASS}
    assert sum(told in line for line in lines) >= len(ALLOWANCES)
    assert not re.search(r"\d", "\n".join(lines))


@pytest.mark.requirement("R-087")
def test_a_pass_with_six_months_of_grace_ends_half_a_year_after_the_exit(desk: Desk) -> None:
    assert pass_ends(date(2020, 1, 1), 6) == date(2020, 7, 1)
    answer = in_town_with_pass(desk, 6, MUCH)
    assert answer.then.outcome.bijstand == 0
    (found,) = (one for one in answer.schemes if one.name == CITY_PASS)
    assert (found.fate, found.ends) == (Fate.ENDS, date(2020, 7, 1))
    assert "- Stadspas: stopt op 1 juli 2020." in Writer(answer, "nl").schemes()


def test_a_pass_stays_as_long_as_there_is_bijstand(desk: Desk) -> None:
    (found,) = (one for one in in_town_with_pass(desk, 0, HUNDRED).schemes if one.name == CITY_PASS)
    assert (found.fate, found.ends) == (Fate.STAYS, None)


def test_a_town_without_a_pass_says_so(desk: Desk) -> None:
    answer = asked(desk, wage("2026-01", "400.00"), regime='"participatiewet_2026"', months=("2026-01", "2026-01"))
    (found,) = (one for one in answer.schemes if one.name == CITY_PASS)
    assert found.fate is Fate.NONE


@pytest.mark.parametrize(("exit_day", "grace", "ends"), [((2020, 8, 31), 6, (2021, 2, 28)), ((2019, 8, 31), 6, (2020, 2, 29)),
                                                         ((2020, 12, 15), 0, (2020, 12, 15))])  # fmt: skip
def test_a_pass_ends_on_the_same_day_or_the_last_of_the_month(
    exit_day: tuple[int, int, int], grace: int, ends: tuple[int, int, int]
) -> None:
    assert pass_ends(date(*exit_day), grace) == date(*ends)
