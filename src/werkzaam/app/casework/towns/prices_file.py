# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Prices for a comparison: what a position, a talk, a letter and a home visit cost; a price that nobody gave is not filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from werkzaam.app.casework.towns.csv_file import BadCell, Columns, one_of, read_table
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro

COLUMNS = Columns(("wat", "bedrag"), ("bron",))
POSITION, TALK, LETTER, REGISTERED, VISIT = "positie_per_jaar", "gesprek", "brief", "aangetekende_brief", "huisbezoek"
PRICED = (POSITION, TALK, LETTER, REGISTERED, VISIT)


def read_prices(path: Path) -> dict[str, int]:
    """Cents by what they are the price of; raises RowsRefused with each bad row, InputError for what stands there twice."""
    prices: dict[str, int] = {}
    for what, cents in read_table(path, COLUMNS, _price):
        if what in prices:
            raise InputError(f"wat: {what} stands there twice; give one price.", file=str(path))
        prices[what] = cents
    return prices


def _price(row: Mapping[str, str]) -> tuple[str, int]:
    what = one_of(row, "wat", PRICED)
    try:
        cents = parse_euro(row["bedrag"])
    except InputError as error:
        raise BadCell("bedrag", str(error)) from None
    if cents < 0:
        raise BadCell("bedrag", f"an amount of zero or more was expected; found {row['bedrag']!r}.")
    return what, cents
