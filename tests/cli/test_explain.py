# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam explain` prints the months of a case, or nothing and a message."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from werkzaam.cli.main import main

SAMIRA = "src/werkzaam/app/examples/samira_2018.toml"
NOOR = "src/werkzaam/app/examples/noor_2021.toml"


def test_one_month_is_printed_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", SAMIRA, "--month", "2018-06"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Juni 2018: Samira, wisselende uren in 2018\n")
    assert "UW BIJSTAND" in printed


def test_the_same_month_is_printed_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", SAMIRA, "--month", "2018-06", "--lang", "en"]) == 0
    assert "YOUR BIJSTAND" in capsys.readouterr().out


def test_all_months_are_printed_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", NOOR]) == 0
    printed = capsys.readouterr().out
    places = [printed.index(f"{month} 2021: Noor") for month in ("Januari", "Februari", "Maart", "April", "Mei", "Juni")]
    assert places == sorted(places)


def test_json_is_printed_as_whole_cents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", NOOR, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["unit"] == "cent"
    assert [month["month"] for month in document["months"]] == [f"2021-0{number}" for number in range(1, 7)]


def test_every_step_is_printed_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", NOOR, "--month", "2021-03"])
    short = capsys.readouterr().out
    assert main(["explain", NOOR, "--month", "2021-03", "--all"]) == 0
    assert "ALLE STAPPEN" in capsys.readouterr().out
    assert "ALLE STAPPEN" not in short


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["weg.toml"], "weg.toml: There is no such file"),
        ([NOOR, "--month", "2021-13"], "A month was expected"),
        ([NOOR, "--month", "2022-01"], "The month 2022-01 was asked; this case runs from 2021-01 to 2021-06"),
    ],
)
def test_a_question_that_cannot_be_answered_prints_nothing(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err


def test_nothing_is_printed_when_a_later_month_is_not_covered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "zaak.toml"
    profit = '[[inkomen]]\nsoort = "onderneming"\nbedrag = "90.00"\nontvangen_op = 2021-06-30\nbron = "opgave"\n'
    file.write_text(Path(NOOR).read_text(encoding="utf-8") + profit, encoding="utf-8")
    assert main(["explain", str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "art. 32(1) Participatiewet" in printed.err


def test_a_cold_start_imports_nothing_that_compiles() -> None:
    script = (
        "import sys; from werkzaam.cli.main import main; code = main(sys.argv[1:]); "
        "heavy = {'numpy', 'numba', 'pyarrow', 'matplotlib', 'pandas'} & sys.modules.keys(); "
        "sys.exit(code or (f'imported {heavy}' if heavy else 0))"
    )
    done = subprocess.run([sys.executable, "-c", script, "explain", SAMIRA], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
