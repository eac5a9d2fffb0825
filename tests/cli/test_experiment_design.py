# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""From a new design file to what it can find, by the commands a municipality types."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest

from werkzaam.app.experiment.design_diagnosis import MOST
from werkzaam.cli.main import main


def run(*words: str) -> int:
    """One command of the group."""
    return main(["experiment", *words])


def test_a_new_design_is_a_copy_that_reads_and_has_its_own_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "gouda_2027", "--folder", str(tmp_path)) == 0
    assert {file.name for file in tmp_path.iterdir()} == {"gouda_2027.toml", "gouda_2027_assumptions.toml"}
    assert 'id = "gouda_2027"' in (tmp_path / "gouda_2027.toml").read_text()
    capsys.readouterr()
    assert run("check", str(tmp_path / "gouda_2027.toml"), "--lang", "en") == 0
    printed = capsys.readouterr().out
    assert "underpowered(work_t3, single_men)" in printed
    assert run("new", "gouda_2027", "--folder", str(tmp_path)) == 2
    assert "This file is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["new", "Gouda 2027"], "A name of small letters"),
        (["new", "gouda", "--from", "gouda_2018"], "No design called 'gouda_2018' ships"),
        (["new", "gouda", "--folder", "nowhere"], "There is no folder nowhere"),
        (["check", "amsterdam"], "'amsterdam' is no design"),
        (["check", "amsterdam.toml"], "There is no such file"),
        (["check", "amsterdam_2018", "--effect-of", "coffee"], "No element of a regime is called 'coffee'"),
        (["diagnose", "amsterdam_2018", "--experiments", "1"], "Two experiments or more"),
        (["diagnose", *["amsterdam_2018"] * (MOST + 1)], f"At most {MOST} designs"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                     capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_check_says_the_design_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "amsterdam_2018") == 0
    printed = capsys.readouterr().out
    for part in ("Het Amsterdams Experiment met de Bijstand (Amsterdam, 2018-01-01 tot 2021-03-01, versie 1)",
                 "inschrijven van 2019-01-01 tot en met 2019-03-01", "812 mensen worden door het lot gekozen",
                 "Zelfregie: 1 van de 3, volgens amsterdam_2018_zelfregie", "minstens 1, geen vast maximum",
                 "T3 Een jaar later: 2022-02 tot en met 2022-07, bon 25,00 euro", "hier kan iemand slechter af zijn",
                 "main: uitkomsten 4, vergelijkingen 3, grens 5 procent (familywise)", "effect_not_identifiable(premium)",
                 "Vingerafdruk van het ontwerp: "):  # fmt: skip
        assert part in " ".join(printed.split())
    assert max(map(len, printed.splitlines())) <= 100


def test_check_answers_what_the_arms_can_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "amsterdam_2018", "--effect-of", "premium") == 0
    assert capsys.readouterr().out.startswith("Niet te schatten: premium is voor alle groepen gelijk")


def test_a_design_without_assumptions_can_be_checked_and_not_diagnosed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("new", "gouda_2027", "--folder", str(tmp_path))
    (tmp_path / "gouda_2027_assumptions.toml").unlink()
    capsys.readouterr()
    assert run("check", str(tmp_path / "gouda_2027.toml"), "--lang", "en") == 0
    printed = capsys.readouterr().out
    assert "There is no file gouda_2027_assumptions.toml" in printed
    assert "underpowered" not in printed
    assert run("diagnose", str(tmp_path / "gouda_2027.toml")) == 2
    assert "What is expected of gouda_2027 is not written" in capsys.readouterr().err


def test_two_designs_are_diagnosed_drawn_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "results"
    assert run("diagnose", "amsterdam_2018", "amsterdam_iedereen", "--experiments", "20", "--out", str(out), "--lang", "en") == 0
    printed = capsys.readouterr().out
    assert "amsterdam_2018: run 20 times with imagined people. 812 of 5250 drawn, 812 interviewed" in printed
    assert "11.8 pp     4.6 pp  Off benefit at the last measurement" in printed
    rows = list(csv.DictReader((out / "amsterdam_iedereen.csv").read_text().splitlines()))
    assert len(rows) == 51
    assert rows[0]["outcome"] == "outflow_t3"
    assert float(rows[0]["people_arm"]) == 1750
    assert 0 <= float(rows[0]["power"]) <= 1
    picture = ElementTree.parse(out / "power.svg").getroot()
    assert "Off benefit at the last measurement: " in "".join(picture.itertext())
    circles = [each for each in picture.iter() if each.tag.endswith("circle")]
    assert len(circles) == 18 + 1, "A dot for each outcome and subgroup, and one beside the design's name."
    capsys.readouterr()
    run("diagnose", "amsterdam_2018", "--experiments", "20", "--lang", "en")
    assert capsys.readouterr().out.splitlines()[3] in printed, "The same seed gives the same numbers."


def test_results_do_not_land_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("mine")
    assert run("diagnose", "amsterdam_2018", "--experiments", "2", "--out", str(tmp_path / "out")) == 2
    assert "is a file; name a folder" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"
