# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the months of one job beside each other cannot be is refused in tables as it is in cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.towns import Delivery, settled
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON


def a_year(**cells: object) -> Delivery:
    """One household with a job through 2018, each month with these cells."""
    home = [{"huishouden": "h", "maand": f"2018-{month:02d}"} for month in range(1, 13)]
    jobs = [{**row, "persoon": "Ann", "baan": "kas", "nettoloon": 0, **cells} for row in home]
    return Delivery({
        HUISHOUDEN: [{**row, "leefvorm": "alleenstaande"} for row in home],
        PERSOON: [{**row, "persoon": "Ann", "geboortedatum": "1980-05-31"} for row in home], BAAN: jobs,
    })  # fmt: skip


def test_the_fourteenth_four_weekly_pay_of_a_year_is_refused_at_its_row(tmp_path: Path) -> None:
    thirteen = a_year(vierwekenloon=40_000, vierwekenloon_extra=0).but(BAAN, 6, vierwekenloon_extra=40_000)
    assert settled(thirteen.parquet(tmp_path), tmp_path / "out.parquet").rows == 12
    two = thirteen.but(BAAN, 2, vierwekenloon_extra=40_000)
    told = (
        "baan.parquet, row 12: huishouden h, 2018-12, persoon Ann, baan kas has number 14 of the four-weekly pays of this job in"
    )
    with pytest.raises(InputError, match=told):
        settled(two.parquet(tmp_path), tmp_path / "out.parquet")
    corrected = two.but(BAAN, 10, vierwekenloon=-40_000, correctie=True)
    assert settled(corrected.parquet(tmp_path), tmp_path / "out.parquet").rows == 12
    one_month_less = two.but(BAAN, 0, vierwekenloon=0)
    assert settled(one_month_less.parquet(tmp_path), tmp_path / "out.parquet").rows == 12


def test_another_job_and_another_year_have_thirteen_four_weekly_pays_of_their_own(tmp_path: Path) -> None:
    year = a_year(vierwekenloon=40_000, vierwekenloon_extra=0).but(BAAN, 6, vierwekenloon_extra=40_000)
    years = year.having(BAAN, [one | {"baan": name} for one in year.rows[BAAN] for name in ("kas", "veld")])
    shifted = {level: [*rows, *({**row, "maand": str(row["maand"]).replace("2018", "2019")} for row in rows)]
               for level, rows in years.rows.items()}  # fmt: skip
    assert settled(Delivery(shifted).parquet(tmp_path), tmp_path / "out.parquet").rows == 24


def test_more_holiday_money_than_was_built_up_is_refused_at_its_row(tmp_path: Path) -> None:
    year = a_year(nettoloon=50_000, vakantiegeld_opgebouwd=4_000, vakantiegeld_uitbetaald=0)
    paid = year.but(BAAN, 4, vakantiegeld_uitbetaald=20_000)
    assert settled(paid.parquet(tmp_path), tmp_path / "out.parquet").rows == 12
    again = paid.but(BAAN, 8, vakantiegeld_uitbetaald=16_050)
    told = (r"baan.parquet, row 9: huishouden h, 2018-09, persoon Ann, baan kas has 160.50 euros of holiday money paid out "
            r"\(vakantiegeld_uitbetaald\), and the rows of this job have 160.00 euros built up since the last time.*"
            r"write 0.50 euros as vakantiegeld_eerder_opgebouwd in this row")  # fmt: skip
    with pytest.raises(InputError, match=told):
        settled(again.parquet(tmp_path), tmp_path / "out.parquet")
    before = again.but(BAAN, 8, vakantiegeld_eerder_opgebouwd=50, vakantiegeld_uitbetaald=16_050)
    assert settled(before.parquet(tmp_path), tmp_path / "out.parquet").rows == 12
    with pytest.raises(InputError, match=r"row 9: vakantiegeld_eerder_opgebouwd: is −0.01; 0.00 to 100,000.00 was expected"):
        settled(before.but(BAAN, 8, vakantiegeld_eerder_opgebouwd=-1).parquet(tmp_path), tmp_path / "out.parquet")


def test_holiday_money_of_a_job_that_says_nothing_of_what_is_built_up_is_no_fault(tmp_path: Path) -> None:
    year = a_year(nettoloon=50_000, vakantiegeld_uitbetaald=0).but(BAAN, 4, vakantiegeld_uitbetaald=48_000)
    assert settled(year.parquet(tmp_path), tmp_path / "out.parquet").rows == 12


def test_both_faults_are_told_at_once(tmp_path: Path) -> None:
    year = a_year(vierwekenloon=40_000, vierwekenloon_extra=0, vakantiegeld_opgebouwd=1, vakantiegeld_uitbetaald=0)
    wrong = year.but(BAAN, 2, vierwekenloon_extra=40_000).but(BAAN, 6, vierwekenloon_extra=40_000, vakantiegeld_uitbetaald=8)
    with pytest.raises(
        InputError, match=r"2 bad rows were found.\n.*row 7: .* 0.07 euros built up(.|\n)*row 12: .* has number 14"
    ):
        settled(wrong.parquet(tmp_path), tmp_path / "out.parquet")
