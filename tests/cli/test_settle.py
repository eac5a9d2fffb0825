# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam settle` writes a town and says what it did, or says on stderr what is wrong and leaves nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.app.towns import REGIME, town
from tests.kernels import CACHE
from werkzaam.cli.main import main
from werkzaam.engine.rule import BAAN, HUISHOUDEN


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))


def asked(files: list[Path], out: Path, *more: str) -> int:
    return main(["settle", *map(str, files), "--out", str(out), "--regime", REGIME, *more])


def test_a_town_is_settled_and_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.parquet"
    assert asked(town().parquet(tmp_path), out) == 0
    told = capsys.readouterr()
    first, *lines = told.out.splitlines()
    assert re.fullmatch(r"18 household-months in \d+\.\d s", first)
    assert lines[:2] == ["  berekend: 18", "  wages: 5,160.93 euros"]
    assert lines[-3:] == [f"wrote {tmp_path}/out{part}.parquet" for part in ("", ".persoon", ".baan")]
    assert told.err == ""
    assert pq.read_table(out).num_rows == 18


def test_the_law_of_another_month_is_tried_on_the_months_of_a_town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Article 34a of 2027 on a town of 2023: 15% of what people earn, without the maximum of then."""
    files, out = town().parquet(tmp_path), tmp_path / "out.parquet"
    assert (
        main(["settle", *map(str, files), "--out", str(out), "--regime", "participatiewet_2027", "--rechtsdatum", "2027-01"]) == 0
    )
    assert capsys.readouterr().out.splitlines()[1:3] == ["  trial with the law of January 2027", "  berekend: 18"]
    assert pq.read_schema(out).metadata[b"law"] == b"2027-01"
    persons = pq.read_table(tmp_path / "out.persoon.parquet").to_pylist()
    kept = [row for row in persons if row["soort_vrijlating"] == "uniform" and row["grondslag"] > 0]
    assert kept
    assert all(row["vrijgelaten_loon"] == (15 * row["grondslag"] + 50) // 100 for row in kept)
    assert main(["settle", *map(str, files), "--out", str(out), "--rechtsdatum", "2027"]) == 2
    capsys.readouterr()
    assert main(["settle", *map(str, files), "--out", str(out), "--regime", "participatiewet_2027"]) == 2
    assert "known: --rechtsdatum 2027-01 --bedragen-van 2026-12 (" in capsys.readouterr().err


def test_a_bad_row_is_told_on_stderr_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = town().but(BAAN, 2, nettoloon="1.234,56").csv(tmp_path, apart=";")
    before = sorted(tmp_path.iterdir())
    assert asked(files, tmp_path / "out.parquet") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("werkzaam settle: 1 bad row was found.\nbaan.csv, row 3: nettoloon: The amount '1.234,56' has a")
    assert told.err.endswith("--skip-bad. Nothing was written.\n")
    assert sorted(tmp_path.iterdir()) == before


def test_skipped_households_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = town().but(HUISHOUDEN, 0, leefvorm="samen").but(HUISHOUDEN, 1, leefvorm="samen").csv(tmp_path)
    assert asked(files, tmp_path / "out.parquet", "--skip-bad") == 0
    told = capsys.readouterr().out
    assert "15 household-months" in told
    assert "  skipped: 1 household, because of 2 bad rows\n" in told
    assert told.endswith(f"wrote {tmp_path / 'out.skipped.csv'}\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (["weg.csv"], "There is no file weg.csv."),
        (["--regime", "nergens"], "No regime is called 'nergens'"),
        (["--out", "weg/out.parquet"], "There is no folder weg"),
        (["--out", "out.csv"], "a name that ends in .parquet"),
    ],
)
def test_what_cannot_be_done_is_told_with_exit_code_2(
    change: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(file) for file in town(1, 1).csv(tmp_path)]
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main(["settle", "--out", "out.parquet", *files, *change]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("werkzaam settle: ")
    assert told in printed.err
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_place_for_the_result_nothing_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settle", "x.csv"]) == 2
    assert "--out" in capsys.readouterr().err


def test_a_folder_for_compiled_rules_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = town(1, 1).csv(tmp_path)
    monkeypatch.setenv("WERKZAAM_CACHE", str(files[0] / "kernels"))
    assert asked(files, tmp_path / "out.parquet") == 2
    assert "Set WERKZAAM_CACHE to a folder that can be written." in capsys.readouterr().err
