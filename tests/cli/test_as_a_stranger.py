# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories of somebody who has only the command line: what went wrong once, and what they read now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.cli.test_experiment_roster import TOWN as TOWN_FILE
from werkzaam.cli.main import main
from werkzaam.store.check import create_schema
from werkzaam.store.database import open_database

PARTTIME = """
[[medewerker]]
id = "a.noord"
naam = "Anna Noord"
team = "noord"
deel = 40
dagen = ["maandag", "dinsdag"]
vanaf = 2018-01-01
"""
MEET = ("--channel", "bezoek", "--initiator", "klantmanager")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town with six clients under extra attention, nobody's yet, and a case manager of two days a week."""
    monkeypatch.setenv("WERKZAAM_DATABASE", url := f"sqlite:///{tmp_path / 'office.db'}")
    monkeypatch.setenv("WERKZAAM_TOWN", str(tmp_path / "town.toml"))
    database = open_database(url)
    create_schema(database)
    Counter(database).open("2018-02-01", *range(1, 7))
    database.close()
    (tmp_path / "town.toml").write_text(TOWN_FILE, encoding="utf-8")
    (tmp_path / "staff.toml").write_text(PARTTIME, encoding="utf-8")
    do("2018-02-01", "staff", "record", str(tmp_path / "staff.toml"))
    return tmp_path


def do(day: str, *asked: str, by: str = "a.noord", code: int = 0) -> None:
    assert main([*asked, "--lang", "en", "--by", by, "--at", f"{day}T12:00:00Z"]) == code


def test_the_days_on_which_somebody_works_and_a_slip_of_the_pen(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    do("2018-02-01", "staff", "list")
    assert "Anna Noord, team noord, 40% on Monday, Tuesday: 0 clients" in capsys.readouterr().out
    do("2018-02-01", "appointment", "book", "1", "--on", "2018-04-02", *MEET)
    assert "2 April 2018 is a holiday (Easter Monday). Is the day right?" in capsys.readouterr().out
    do("2018-02-01", "appointment", "book", "2", "--on", "2018-02-07", *MEET)
    assert "Anna Noord does not work on the day of the week of 7 February 2018." in capsys.readouterr().out


def test_nobody_is_missed_without_a_word(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Six people without a case manager: the plan of the week says so; with one of 40 percent, that three do not fit."""
    for person in range(1, 6):
        do("2018-02-01", "guidance", str(person), "--part", "ams_extra_attention", "--because", "loting")
    capsys.readouterr()
    do("2018-03-05", "agenda", "--week", "2018-W10", "--plan")
    said = capsys.readouterr().out
    assert "0 new appointments, 0 stayed, 0 moved, 5 do not fit." in said
    assert "Does not fit, of 5: There is no case manager." in said
    do("2018-03-05", "agenda", "--week", "2018-W10")
    assert "this agenda asks nothing: 1." in " ".join(capsys.readouterr().out.split())
    for person in range(1, 6):
        do("2018-03-05", "handover", str(person), "--to", "a.noord", "--from", "2018-03-05", "--because", "begin", by="tl")
    capsys.readouterr()
    do("2018-03-05", "agenda", "--week", "2018-W10", "--plan")
    said = " ".join(capsys.readouterr().out.split())
    assert "3 new appointments, 0 stayed, 0 moved, 2 do not fit. Does not fit, of 2: " in said
    do("2018-03-05", "staff", "leaves", "a.noord", "--last", "2018-03-09")
    do("2018-03-05", "agenda", "--week", "2018-W11")
    assert "Client 4: The client's own case manager does not work here any more." in " ".join(capsys.readouterr().out.split())


def test_what_is_refused_names_the_option_that_was_typed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    do("2018-02-01", "appointment", "book", "1", "--on", "2018-01-01", *MEET, code=2)
    do("2018-02-01", "request", "make", "1", "--what", "cursus", "--name", "koken", "--cost", "veel", code=2)
    do("2018-02-01", "aftercare", "choose", "1", "--wanted", "ja", "--giver", "onafhankelijk", code=2)
    do("2018-02-01", "placement", "set", "1", "--employer", "Bakker", "--job", "inpakken", "--until", "2018-03-01", code=2)
    do("2018-02-01", "guidance", "1", "--part", "ams_extra_aandacht", "--because", "loting", code=2)
    told = capsys.readouterr().err
    expected = (
        "--on: 2018-01-01 has been", "--cost: an amount", "--reach, --wish: an independent body", "without (--exception).",
        "--part: no part of a regime is called 'ams_extra_aandacht'. Did you mean ams_extra_attention",
    )  # fmt: skip
    for said in expected:
        assert said in told


def test_the_ladder_says_by_which_word_a_step_is_written_down(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    do("2018-02-01", "guidance", "1", "--part", "rot_taskforce", "--because", "regel")
    do("2018-02-01", "ladder", "1")
    assert "werkzaam invite 1 --step uitnodiging --meet DAY" in " ".join(capsys.readouterr().out.split())
    do("2018-02-01", "guidance", "2", "--part", "ams_after_experiment_2021", "--because", "te vroeg")
    assert "for other months (2021-03 – …)" in capsys.readouterr().out


def test_an_employer_that_takes_one_after_another_is_remarked(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three people, each once, so that no one of them is on a carousel; the employer's name is written in three ways."""
    promise = ("--promise", "contract", "--months", "6", "--hours", "20", "--written", "ja")
    months = (("2018-02-01", "2018-03-01"), ("2018-03-05", "2018-04-01"), ("2018-04-05", "2018-05-01"))
    for person, name, (day, last) in zip("123", ("Bakker BV", "bakker b.v.", "Bakker B.V."), months, strict=True):
        capsys.readouterr()
        do(day, "placement", "agree", person, "--employer", name, *promise)
        do(day, "placement", "set", person, "--employer", name, "--job", "inpakken", "--until", last)
    said = capsys.readouterr().out
    assert said.count("With Bakker B.V., 2 trial placements of 2 people led to no contract in 12 months.") == 2
