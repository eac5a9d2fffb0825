# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium by the version of the rules: 50% up to 200, and 30% up to 219."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import werkzaam.app
from tests.app.portal.small_town import HOUSEHOLD, PERSON, SmallTown
from werkzaam.app.example_town import TOWN_FILE
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.town import read_town
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_premium import OwnPremium, own_premium, paid_premiums
from werkzaam.core.months import Month

ENDED = Path(__file__).parents[3] / "stories/regimes/premie_tot_mei.toml"
PRESS = Path(werkzaam.app.__file__).parent / "examples" / "voorbeelden" / "regimes" / "amsterdam_2021_pers.toml"


def premium_of(small: SmallTown, first: Month, wages: tuple[int, ...]) -> OwnPremium:
    """The premium after some months with wages."""
    for ahead, cents in enumerate(wages):
        small.report(f"{first + ahead + 1}-05", str(first + ahead), cents)
        run(small.on(f"{first + ahead + 1}-16"), first + ahead)
    found = own_premium(small.on(f"{first + len(wages) - 1 + 1}-20"), HOUSEHOLD, PERSON, Kept())
    assert found is not None
    return found


def test_half_of_the_wage_up_to_200_in_2019(small: SmallTown) -> None:
    found = premium_of(small, Month.of(2019, 1), (30_000, 50_000))
    assert (found.scheme.share, found.scheme.most, found.scheme.of_payout) == (Fraction(1, 2), 20_000, 120_000)
    earned = {str(one.month): (one.wage, one.earned, one.capped) for one in found.months}
    assert earned["2019-01"] == (30_000, 15_000, False)
    assert earned["2019-02"] == (50_000, 20_000, True)
    assert found.built_up == sum(one.earned for one in found.months)
    assert found.room == 120_000 - found.built_up
    assert found.used == sum(one.earned > 0 for one in found.months)
    assert (str(found.expected), str(found.pay_day)) == ("2019-07", "2019-07-23")


def test_thirty_percent_up_to_219_in_the_version_of_2021(tmp_path: Path) -> None:
    town = replace(read_town(TOWN_FILE), regimes=(str(PRESS),))
    small = SmallTown(tmp_path, town=town, first="2021-05")
    found = premium_of(small, Month.of(2021, 5), (50_000, 90_000))
    assert (found.scheme.share, found.scheme.most) == (Fraction(3, 10), 21_900)
    earned = {str(one.month): (one.wage, one.earned, one.capped) for one in found.months}
    assert earned["2021-05"] == (50_000, 15_000, False)
    assert earned["2021-06"] == (90_000, 21_900, True)
    small.database.close()


def test_a_premium_that_the_town_ended_is_still_shown_until_it_is_paid(tmp_path: Path) -> None:
    """50% up to 200, until April 2018; what was built up comes in July, and stays to be seen after that."""
    town = replace(read_town(TOWN_FILE), regimes=(str(ENDED),))
    small = SmallTown(tmp_path, town=town, first="2018-01")
    found = premium_of(small, Month.of(2018, 1), (40_000, 40_000, 40_000, 40_000))
    assert (str(found.ended), found.built_up, str(found.expected)) == ("2018-04", 80_000, "2018-07")
    assert {str(one.month): one.earned for one in found.months} == dict.fromkeys(
        ("2018-01", "2018-02", "2018-03", "2018-04"), 20_000
    ) | {"2018-05": 0}
    for month in ("2018-05", "2018-06", "2018-07"):
        run(small.on(f"{Month.parse(month) + 1}-16"), Month.parse(month))
    desk = small.on("2019-08-20")
    assert own_premium(desk, HOUSEHOLD, PERSON, Kept()) is None, "more than a year after"
    assert [(str(one.pay_month), one.award.cents) for one in paid_premiums(desk, PERSON)] == [("2018-07", 80_000)]
    small.database.close()
