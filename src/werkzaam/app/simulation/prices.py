# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What guidance and settlement cost to carry out, at prices that were given; without prices there is no sum (R-250).

No source states a price of guidance. What is paid to people (bijstand, premium) follows from the rules and needs no price.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from werkzaam.app.casework.towns.csv_file import BadCell, Columns, one_of, read_table
from werkzaam.app.casework.towns.prices_file import TALK
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.simulation.assumption import MissingParameter
from werkzaam.simulation.measures import Sums

CORRECTION = "correctie"
PRICED = {TALK: "contacts", CORRECTION: "corrected"}
"""What a price is of, and the sum that it is multiplied by: each contact, and each month that is corrected."""
COLUMNS = Columns(("wat", "bedrag"), ("bron",))
WHAT_FOR = "The cost of carrying out a regime (--prices FILE with the columns wat and bedrag)"


@dataclass(frozen=True, slots=True)
class Prices:
    """Cents by what they are the price of, with where each was found as far as that was said."""

    cents: Mapping[str, int]
    sources: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The prices that nobody gave, as they are called in messages."""
        return tuple(f"price.{what}" for what in PRICED if what not in self.cents)

    def cost(self, sums: Sums) -> Fraction:
        """Cents a month for each household; raises MissingParameter with every price that was not given."""
        if self.missing:
            raise MissingParameter(self.missing, WHAT_FOR)
        cents = sum(self.cents[what] * sums.total(name) for what, name in PRICED.items())
        return Fraction(cents, sums.total("households"))


NONE = Prices({}, {})


def read_prices(path: Path) -> Prices:
    """The prices of a file; raises RowsRefused with each bad row, InputError for what stands there twice."""
    cents: dict[str, int] = {}
    sources: dict[str, str] = {}
    for what, amount, source in read_table(path, COLUMNS, _price):
        if what in cents:
            raise InputError(f"wat: {what} stands there twice; give one price.", file=str(path))
        cents[what], sources[what] = amount, source
    return Prices(cents, sources)


def _price(row: Mapping[str, str]) -> tuple[str, int, str]:
    what = one_of(row, "wat", tuple(PRICED))
    try:
        cents = parse_euro(row["bedrag"])
    except InputError as error:
        raise BadCell("bedrag", str(error)) from None
    if cents < 0:
        raise BadCell("bedrag", f"an amount of zero or more was expected; found {row['bedrag']!r}.")
    return what, cents, row.get("bron", "")
