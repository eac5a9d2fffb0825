# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Case files written for one test."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from werkzaam.app.case import Case
from werkzaam.app.cases import read_case
from werkzaam.core.months import Month
from werkzaam.rules.calculate import Calculation

ANNA = '[[persoon]]\nnaam = "Anna"\ngeboortedatum = 1985-03-12\n'
BRAM = '[[persoon]]\nnaam = "Bram"\ngeboortedatum = 1980-07-01\n'
ALONE = '[huishouden]\nleefvorm = "alleenstaande"\n'
BY_RECEIPT = '[inkomsten]\nmaandregel = "maand_van_ontvangst"\nvakantiegeld = "loonstrook"\nmethode = "op_de_maand"\n'
INCOME = {"maandregel": '"maand_van_werk"', "vakantiegeld": '"loonstrook"', "methode": '"op_de_maand"',
          "vierweken": '"dertien_twaalfde"', "eindejaarsuitkering": '"bij_uitbetaling"', "nettoloon": '"loonstrook"',
          "onderneming": '"niet_gedekt"', "ziekengeld_is_werk": "true"}  # fmt: skip
COUPLE = '[huishouden]\nleefvorm = "gehuwden"\n'


def wage(month: str, net: str, *lines: str, job: str = "winkel", paid: str | None = None) -> str:
    """One [[loon]] over a whole month, paid on its last day."""
    year, number = map(int, month.split("-"))
    last = f"{month}-{monthrange(year, number)[1]}"
    fields = (f'baan = "{job}"', f"gewerkt_van = {month}-01", f"gewerkt_tot = {last}", f"betaald_op = {paid or last}",
              f'netto = "{net}"', 'bron = "loonstrook"', *lines)  # fmt: skip
    return "\n".join(["[[loon]]", *fields, ""])


def estimate(month: str, *lines: str, job: str = "winkel") -> str:
    """One [[schatting]]."""
    return "\n".join(["[[schatting]]", f'baan = "{job}"', f'maand = "{month}"', *lines, ""])


def slips(*amounts: str, method: str = "gemiddelde") -> str:
    """The lines of an estimate made from payslips."""
    return f'methode = "{method}"\nloonstroken = [{", ".join(map(repr, amounts))}]'


REST = ("nl_settlement_details", "nl_norm_details", "nl_no_city_pass")
"""The parts that a town of one test takes as they ship."""


@dataclass(frozen=True)
class Desk:
    """Writes a case and reads or computes it."""

    folder: Path

    def write(self, *tables: str, months: tuple[str, str] = ("2018-01", "2018-01"), regime: str = '"amsterdam_2018"',
              household: str = ALONE, persons: str = ANNA, top: str = "") -> Path:  # fmt: skip
        head = (f'titel = "Proef"\ncontactpersoon = "Inez Bakker"\nregime = {regime}\neerste_maand = "{months[0]}"\n'
                f'laatste_maand = "{months[1]}"\n{top}')  # fmt: skip
        file = self.folder / "zaak.toml"
        file.write_text("\n".join([head, household, persons, *tables]), encoding="utf-8")
        return file

    def read(self, *tables: str, **given: object) -> Case:
        return read_case(self.write(*tables, **given))  # type: ignore[arg-type]

    def calculate(self, *tables: str, **given: object) -> Calculation:
        return self.read(*tables, **given).calculate()

    def part(self, ident: str, fields: str) -> Path:
        return self._regime(ident, "deel", f'bron = "raadsbesluit"\n{fields}')

    def town(self, ident: str, *uses: str, first: str = "2021-01", last: str = "2021-12") -> Path:
        return self._regime(ident, "gemeente", f'vanaf = "{first}"\ntot = "{last}"\nuses = {list(uses)}\n')

    def income_town(self, **other: str) -> dict[str, Any]:
        """A town of 2021 with its own choices about income, and what to give `read` for it."""
        chosen = {**INCOME, **other}
        self.part("inkomen", "[inkomsten]\n" + "\n".join(f"{name} = {value}" for name, value in chosen.items()))
        self.town("dorp", "nl_participation_act", "nl_no_premium", "nl_norm_details", "nl_no_city_pass", "inkomen")
        return {"months": ("2021-01", "2021-12"), "regime": '"dorp.toml"'}

    def _regime(self, ident: str, kind: str, fields: str) -> Path:
        texts = 'gemeente = "Testdorp"\nnaam = "Proef"\nname = "Trial"\nomschrijving = "Een test."\ndescription = "A test."\n'
        file = self.folder / f"{ident}.toml"
        file.write_text(f'soort = "{kind}"\nid = "{ident}"\n{texts}{fields}', encoding="utf-8")
        return file


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def values(done: Calculation, name: str, key: tuple[str, ...] = ()) -> Sequence[int]:
    """A named value in each month."""
    return [month.value(name, key) for month in done.months]


def by_month(first: str, nets: Sequence[str]) -> list[str]:
    """Wages of consecutive months; one of zero has no row."""
    months = (str(Month.parse(first) + at) for at in range(len(nets)))
    return [wage(month, net) for month, net in zip(months, nets, strict=True) if net != "0.00"]


def slip(first: str, last: str, net: str, *lines: str, paid: str | None = None, job: str = "winkel") -> str:
    """One [[loon]] over any days, paid on the last of them."""
    fields = (f'baan = "{job}"', f"gewerkt_van = {first}", f"gewerkt_tot = {last}", f"betaald_op = {paid or last}",
              f'netto = "{net}"', 'bron = "loonstrook"', *lines)  # fmt: skip
    return "\n".join(["[[loon]]", *fields, ""])


FOUR = 'tijdvak = "vier_weken"'


def four_weekly(first: str, nets: Sequence[str], *lines: str) -> list[str]:
    """Consecutive four-weekly wages, the first of which begins on a day."""
    begins = [date.fromisoformat(first) + timedelta(28 * at) for at in range(len(nets))]
    return [slip(str(day), str(day + timedelta(27)), net, FOUR, *lines) for day, net in zip(begins, nets, strict=True)]


def income(kind: str, amount: str, *lines: str, received: str) -> str:
    """One [[inkomen]]."""
    fields = (f'soort = "{kind}"', f'bedrag = "{amount}"', f"ontvangen_op = {received}", 'bron = "opgave"', *lines)
    return "\n".join(["[[inkomen]]", *fields, ""])
