# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam demo` shows the main job in three parts and ends; here with a small town and a regime that is compiled already."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.app.towns import REGIME
from tests.kernels import CACHE
from werkzaam.app import demo
from werkzaam.cli.main import main
from werkzaam.regime.read import read_regime
from werkzaam.simulation.population import Town

WORKED = ("V01", "V02", "V04", "V05", "V06", "V07", "V09", "V11", "V13", "V14", "V15", "V18", "V20", "V22", "V23", "V25")
SMALL = Town(households=400, working=0.5)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    monkeypatch.setattr(demo, "TOWN", SMALL)
    monkeypatch.setattr(demo, "read_regime", lambda ident: read_regime(REGIME))


def test_the_demo_shows_its_three_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "demo"
    assert main(["demo", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    heads = ["1. Published worked examples", "2. One household's year", "3. A synthetic town: 400 households, twelve months"]
    places = [told.index(head) for head in heads]
    assert places == sorted(places)
    assert "DIFFERS" not in told
    assert [name for name in WORKED if f"  {name}  agrees " not in told] == []
    assert "V01  not ours   published 1.408,00: The page leaves the cents out" in told
    assert "4,800 household-months in" in told
    assert {file.name for file in out.iterdir()} == {
        "town.huishouden.parquet", "town.persoon.parquet", "town.baan.parquet", "settled.parquet", "settled.persoon.parquet",
        "settled.baan.parquet", "keep.svg", "keep.png"}  # fmt: skip


def test_every_month_of_the_year_is_a_line_with_its_total() -> None:
    title, pages = demo.year()
    assert "Samira" in title
    assert [str(page.month) for page in pages] == [f"2018-{month:02d}" for month in range(1, 13)]


def test_the_picture_is_of_single_people_only(tmp_path: Path) -> None:
    run = demo.town(tmp_path, int, int, Town(households=300, working=0.8, forms=(0.5, 0.1, 0.4)))
    home = pq.read_table(tmp_path / "town.huishouden.parquet")
    settled = pq.read_table(tmp_path / "settled.parquet").append_column("leefvorm", home.column("leefvorm"))
    alone = [row["lonen"] for row in settled.to_pylist()
             if row["leefvorm"] == "alleenstaande" and 0 < (row["lonen"] or 0) < demo.WAGES_SHOWN]  # fmt: skip
    bands = [sum(wage // 100_00 == band for wage in alone) for band in range(13)]
    assert [int(line.split()[1]) for line in run.table.splitlines()[1:]] == [months for months in bands if months >= 20]


def test_a_town_in_which_nobody_works_still_ends(tmp_path: Path) -> None:
    run = demo.town(tmp_path, int, int, Town(households=20, working=0.0))
    assert (run.done.rows, run.done.sums["lonen"]) == (240, 0)
    assert len(run.pictures) == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["demo", "--out", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"werkzaam demo: The folder {file} cannot be made" in told.err
