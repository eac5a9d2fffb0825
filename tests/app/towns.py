# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Small towns as delivered tables, written as Parquet or CSV, and one kernel for all tests that settle them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.kernels import CACHE
from werkzaam.app.settle import Settled, kernel_for, settle_files
from werkzaam.core.money import format_euro
from werkzaam.engine.kernel import Kernel
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import RuleBook

REGIME = "participatiewet_2018"
Row = dict[str, object]
WAGES = {"nettoloon", "geschat_nettoloon", "vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald"}


@cache
def law() -> tuple[Kernel, RuleBook]:
    """The compiled rules of one regime, and its book; loaded from disk after the first time."""
    facts = read_facts()
    book = RuleBook(facts, read_regime(REGIME))
    return kernel_for(book.regime, facts, CACHE), book


@dataclass(frozen=True)
class Delivery:
    """The rows of three tables; amounts are cents and become euros in a CSV."""

    rows: Mapping[Level, Sequence[Row]] = field(default_factory=dict)

    def but(self, level: Level, at: int, **cells: object) -> Delivery:
        """The same with other cells in one row (from 0); None empties a cell."""
        rows = [{**row, **cells} if number == at else row for number, row in enumerate(self.rows[level])]
        return replace(self, rows={**self.rows, level: rows})

    def having(self, level: Level, rows: Iterable[Row]) -> Delivery:
        return replace(self, rows={**self.rows, level: list(rows)})

    def parquet(self, folder: Path, stem: str = "") -> list[Path]:
        """One Parquet file per table."""
        files = []
        for level, rows in self._some():
            files.append(folder / f"{stem}{level.name.lower()}.parquet")
            names = dict.fromkeys(name for row in rows for name in row)
            pq.write_table(pa.table({name: [row.get(name) for row in rows] for name in names}), files[-1])
        return files

    def csv(self, folder: Path, *, apart: str = ",", start: str = "", end: str = "\n", stem: str = "") -> list[Path]:
        """One CSV file per table; `start` stands before everything, such as a byte order mark."""
        files = []
        for level, rows in self._some():
            names = list(dict.fromkeys(name for row in rows for name in row))
            lines = [apart.join(names), *(apart.join(_cell(name, row.get(name)) for name in names) for row in rows)]
            files.append(folder / f"{stem}{level.name.lower()}.csv")
            files[-1].write_bytes((start + "".join(line + end for line in lines)).encode())
        return files

    def _some(self) -> list[tuple[Level, Sequence[Row]]]:
        return [(level, rows) for level, rows in self.rows.items() if rows]


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return format_euro(value, "en").replace(",", "").replace("−", "-") if name in WAGES and isinstance(value, int) else str(value)


def town(households: int = 6, months: int = 3) -> Delivery:
    """Households h0, h1, ...: every third a couple, every second with a job; sorted by household and month."""
    home: list[Row] = []
    persons: list[Row] = []
    jobs: list[Row] = []
    for number in range(households):
        couple = number % 3 == 2
        for month in range(months):
            keys: Row = {"huishouden": f"h{number}", "maand": f"2018-{month + 1:02d}"}
            home.append({**keys, "leefvorm": "gehuwden" if couple else "alleenstaande"})
            for name in ("Ann", "Bob")[: 1 + couple]:
                born = f"19{70 + number % 20}-05-31"
                persons.append({**keys, "persoon": name, "geboortedatum": born, "maanden_n_eerder": number % 8})
            if number % 2:
                wage = 40_001 + 7_003 * number + 11 * month
                jobs.append({**keys, "persoon": "Ann", "baan": "kas", "nettoloon": wage if month < 2 else None,
                             "geschat_nettoloon": 50_000, "vakantiegeld_opgebouwd": wage // 25, "correctie": False})  # fmt: skip
    return Delivery({HUISHOUDEN: home, PERSOON: persons, BAAN: jobs})


def settled(files: Sequence[Path], out: Path, **given: object) -> Settled:
    """Settle files under the one regime."""
    kernel, book = law()
    return settle_files(files, out, kernel, book, **given)  # type: ignore[arg-type]
