# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regime files written for one test, and the law's numbers that the tests need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.core.errors import FactNotInForce
from werkzaam.core.months import Month
from werkzaam.regime.read import read_part, read_regime
from werkzaam.regime.regime import Regime

TEXTS = 'gemeente = "Testdorp"\nnaam = "Proef"\nname = "Trial"\nomschrijving = "Voor een test."\ndescription = "For a test."\n'


@dataclass(frozen=True)
class Folder:
    """A folder in which a test writes the files of a town."""

    path: Path

    def write(self, ident: str, text: str) -> Path:
        file = self.path / f"{ident}.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def part(self, ident: str, fields: str, dates: str = "") -> Path:
        return self.write(ident, f'soort = "deel"\nid = "{ident}"\n{TEXTS}bron = "raadsbesluit"\n{dates}\n{fields}')

    def town(self, ident: str, *uses: str, dates: str = 'vanaf = "2021-01"\ntot = "2021-12"') -> Path:
        return self.write(ident, f'soort = "gemeente"\nid = "{ident}"\n{TEXTS}{dates}\nuses = {list(uses)}\n')

    def read(self, fields: str, dates: str = "") -> Regime:
        """A part with these fields."""
        return read_part(self.part("proef", fields, dates))

    def regime(self, fields: str, dates: str = 'vanaf = "2021-01"\ntot = "2021-12"') -> Regime:
        """A town regime with one part that states these fields."""
        self.part("proef", fields)
        return read_regime(self.town("dorp", "proef", dates=dates))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def legal() -> Callable[[str, Month], int | Fraction]:
    """Participatiewet art. 31 lid 2 onder j by half-year, and the limits of the experiment decree."""
    euros = {
        2018: (2416, 2429),
        2019: (2500, 2517),
        2020: (2570, 2592),
        2021: (2629, 2638),
        2022: (2672, 2699),
        2023: (2934, 2979),
        2026: (3398, 3398),
    }

    def on(key: str, month: Month) -> int | Fraction:
        if key == "premie_max_per_kalenderjaar" and month.year in euros:
            return 100 * euros[month.year][month.number > 6]
        if key.startswith("experiment_pw_2017") and Month.parse("2017-04") <= month <= Month.parse("2021-03"):
            return Fraction(1, 2) if key.endswith("pct") else 199_00
        raise FactNotInForce(f"No value for {key} in {month}.")

    return on
