# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Carrying out has a cost at prices that were given, and none without (R-250)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from werkzaam.app.simulation.prices import NONE, Prices, read_prices
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import MissingParameter
from werkzaam.simulation.measures import MONTHLY, TIMES, Sums


def sums(**monthly: int) -> Sums:
    return Sums({name: np.array([monthly.get(name, 0)]) for name in MONTHLY}, {name: np.zeros(2, np.int64) for name in TIMES})


def write(folder: Path, text: str) -> Path:
    file = folder / "prices.csv"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.requirement("R-250")
def test_without_prices_there_is_no_cost() -> None:
    with pytest.raises(MissingParameter, match=r"missing_parameter: price\.correctie, price\.gesprek"):
        NONE.cost(sums(households=10, contacts=4, corrected=2))


def test_the_cost_is_every_contact_and_every_correction(tmp_path: Path) -> None:
    found = read_prices(write(tmp_path, "wat,bedrag,bron\ngesprek,45.50,own\ncorrectie,12,\n"))
    assert found.cost(sums(households=10, contacts=4, corrected=2)) == Fraction(4 * 4_550 + 2 * 1_200, 10)
    assert found.sources["gesprek"] == "own"


def test_one_price_that_lacks_is_named() -> None:
    with pytest.raises(MissingParameter, match=r"price\.correctie") as stopped:
        Prices({"gesprek": 100}, {}).cost(sums(households=1))
    assert stopped.value.names == ("price.correctie",)


@pytest.mark.parametrize(
    ("text", "told"),
    [("wat,bedrag\ngesprek,-45\n", "an amount of zero or more was expected; found '-45'"),
     ("wat,bedrag\nkoffie,2\n", "one of gesprek, correctie was expected; found 'koffie'"),
     ("wat,bedrag\ngesprek,veel\n", "veel"), ("wat,bedrag\ngesprek,1\ngesprek,2\n", "gesprek stands there twice"),
     ("wat;prijs\ngesprek;1\n", "prijs")],
)  # fmt: skip
def test_a_price_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_prices(write(tmp_path, text))
