# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam whatif` answers, draws, or says what was wrong with the question."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from werkzaam.cli.main import main

SAMIRA = "src/werkzaam/app/examples/samira_2018.toml"
COUPLE = "src/werkzaam/app/examples/jan_en_amina_2026.toml"
NET = ("--net-hourly-wage", "11.40")


def test_the_answer_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", SAMIRA, "--hours", "+8", *NET, "--month", "2018-03"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Wat houdt Samira over van 8 uur meer werk per week? (maart 2018)\n")
    assert "NU EN STRAKS" in printed
    assert "PER UUR" not in printed


def test_a_sweep_prints_a_row_for_every_hour(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", SAMIRA, "--hours", "8", *NET, "--sweep", "0:40", "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    rows = printed.split("PER HOUR")[1].split("\n\n")[0].splitlines()
    assert [row.split()[0] for row in rows if row and row[0].isdigit()] == [str(hours) for hours in range(41)]


def test_json_is_whole_cents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", COUPLE, "--hours", "-4", *NET, "--person", "Amina", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["unit"], document["work"]["net_a_month"]) == ("werkzaam.whatif/1", "cent", -197_60)
    assert len(document["schemes"]) == 7


def test_a_picture_is_written_with_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "meer.svg"
    assert main(["whatif", SAMIRA, "--hours", "+8", *NET, "--svg", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("<svg")
    assert "PER UUR" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--hours", "0", *NET], "More or fewer hours a week than now were expected"),
        (["--hours", "acht", *NET], "Hours a week were expected, such as +8"),
        (["--hours=-40", *NET], "Ask for fewer hours less"),
        (["--hours", "0.1", "--net-hourly-wage", "0.01"], "less than a cent a month"),
        (["--hours", "8", *NET, "--sweep", "0-40"], "A sweep was expected as two whole numbers"),
        (["--hours", "8", *NET, "--sweep=-30:10"], "Ask for fewer hours less"),
        (["--hours", "8", "--gross-hourly-wage", "14"], "add --net-share"),
        (["--hours", "8", *NET, "--net-share", "0.85"], "--net-share goes with --gross-hourly-wage"),
        (["--hours", "8", "--net-hourly-wage", "0"], "An hourly wage above zero"),
        (["--hours", "8", "--net-hourly-wage", "200.01"], "at most 200 euros was expected"),
        (["--hours", "8", "--net-hourly-wage", "elf"], "An amount in euros was expected"),
        (["--hours", "8", *NET, "--person", "Sam"], "There is no person 'Sam' here"),
        (["--hours", "8", *NET, "--month", "2019-01"], "this case runs from 2018-01"),
        (["--hours", "8", *NET, "--exit-premium", "-5"], "An exit premium of zero or more"),
        (["--hours", "8", *NET, "--svg", "no/such/folder/a.svg"], "The picture cannot be written"),
        (["--hours", "8", *NET, "--svg", "zaak.toml"], "a name that ends in .svg, not zaak.toml. Nothing was written."),
        (["--hours", "8"], "one of the arguments --net-hourly-wage --gross-hourly-wage is required"),
    ],
)
def test_a_question_that_cannot_be_answered_prints_nothing(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["whatif", SAMIRA, *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in " ".join(printed.err.split())


def test_an_exit_premium_is_tried_and_said_to_be_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", SAMIRA, "--hours", "8", *NET, "--exit-premium", "100"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Met een uitstroompremie van € 100,00" in printed
    assert "De uitstroompremie is ingevuld bij de vraag." in printed


def test_a_cold_start_imports_nothing_that_compiles(tmp_path: Path) -> None:
    script = (
        "import sys; from werkzaam.cli.main import main; code = main(sys.argv[1:]); "
        "heavy = {'numpy', 'numba', 'pyarrow', 'matplotlib', 'pandas'} & sys.modules.keys(); "
        "sys.exit(code or (f'imported {heavy}' if heavy else 0))"
    )
    asked = ["whatif", SAMIRA, "--hours", "8", *NET, "--svg", str(tmp_path / "a.svg")]
    done = subprocess.run([sys.executable, "-c", script, *asked], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
