# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A premium asked on the command line becomes choices of a regime, and nothing else of that regime changes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from werkzaam.app.simulation.lives import Ruled, ruled
from werkzaam.app.simulation.premium_variants import parse_premium, with_premium
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.model import CHOICES

FIVE_YEARS = Span.parse("2018-01", "2022-12")
START = Month.of(2018, 1)


def over(name: str, asked: str) -> Ruled:
    return with_premium(ruled([name], FIVE_YEARS, read_facts())[0], parse_premium(asked), read_facts())


def test_share_cap_rhythm_and_exit_premium_are_read() -> None:
    found = dict(parse_premium("30/219.50,pays=6+11,ends=4+10,per=halfjaar,exit=300x3").choices)
    assert found["premie.aandeel"] == Fraction(3, 10)
    assert found["premie.maximum"] == 21_950
    assert found["premie.uitbetaling"] == (6, 11)
    assert found["premie.halfjaar_eindigt"] == (4, 10)
    assert found["premie.maximum_per"] == "halfjaar"
    assert (found["premie.uitstroom"], found["premie.uitstroom_bedrag"], found["premie.uitstroom_termijn"]) == (True, 30_000, 3)


def test_only_the_premium_of_the_regime_changes() -> None:
    base = ruled(["amsterdam_2018"], FIVE_YEARS, read_facts())[0].regime
    changed = over("amsterdam_2018", "30/190").regime
    stated = [path for path in CHOICES if base.states(path, START)]
    differs = {path for path in stated if base.value(path, START).value != changed.value(path, START).value}
    assert differs == {"premie.aandeel", "premie.maximum", "premie.maximum_uitbetaling"}
    assert changed.value("premie.maximum_uitbetaling", START).value == 6 * 19_000


def test_the_same_premium_again_changes_no_value() -> None:
    base = ruled(["amsterdam_2018"], FIVE_YEARS, read_facts())[0].regime
    changed = over("amsterdam_2018", "50/200").regime
    stated = [path for path in CHOICES if base.states(path, START)]
    assert [base.value(path, START).value for path in stated] == [changed.value(path, START).value for path in stated]


def test_a_regime_without_premium_gets_the_rhythm_of_amsterdam() -> None:
    found = over("amsterdam_2018_buiten_experiment", "30/200")
    assert found.regime.value("premie.uitbetaling", START).value == (7, 12)
    assert found.regime.value("premie.geldt", START).value is True
    assert (found.name, found.variant) == ("amsterdam_2018_buiten_experiment, 30/200", "30/200")


def test_a_premium_beyond_the_law_is_tried_and_said() -> None:
    assert over("amsterdam_2018", "50/200").beyond == ""
    told = over("amsterdam_2018", "30/219").beyond
    assert "219.00 euro in 2018-01" in told
    assert "2,416.00 euro" in told


@pytest.mark.parametrize(
    ("asked", "told"),
    [("50", "a share and a most a month were expected"), ("50/x", "x"), ("half/200", "half"),
     ("50/200,pays=6", "two months were expected"), ("50/200,pay=6+12", "Did you mean pays"),
     ("50/200,exit=lots", "an amount was expected"), ("150/200", "between 0 and 100"), ("50/-200", "-200"),
     ("50/200,per=week", "maand"), ("50/200,pays=6+13", "13")],
)  # fmt: skip
def test_a_premium_that_cannot_be_meant_is_refused(asked: str, told: str) -> None:
    with pytest.raises(WerkzaamError, match=told) as refused:
        parse_premium(asked)
    assert "--premium" in str(refused.value)


def test_a_premium_is_laid_over_one_regime() -> None:
    with pytest.raises(InputError, match="is laid over one regime"):
        over("amsterdam_2018+amsterdam_2021", "30/200")
