# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam compare-earnings` sets rules side by side, draws them, or says what was wrong with the question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from werkzaam.cli.main import main

BOTH = ("amsterdam_2018", "amsterdam_2021")


def test_two_rules_side_by_side_with_their_crossing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-earnings", *BOTH, "--month", "2021-07", "--norm", "1078.00"]) == 0
    printed = capsys.readouterr().out
    rows = {row[0]: row[1:] for row in (line.split() for line in printed.split("WAT DE MAAND")[0].splitlines()) if len(row) == 3}
    assert (rows["600,00"], rows["700,00"]) == (["200,00", "180,00"], ["200,00", "210,00"])
    assert "Boven ongeveer € 666,67 houdt u meer met amsterdam_2021 dan met amsterdam_2018." in " ".join(printed.split())


def test_json_is_whole_cents_and_names_the_law_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-earnings", *BOTH, "--month", "2021-07", "--norm", "1078", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["unit"] == "cent"
    assert [one["law"] for one in document["series"]] == ["2021-02", "2021-07"]
    assert document["series"][0]["kept"][document["earnings"].index(600_00)] == 200_00
    assert document["crossings"] == [{"below": 0, "above": 1, "until": 666_64, "since": 666_69, "around": 666_67}]


def test_a_picture_is_written(tmp_path: Path) -> None:
    file = tmp_path / "regels.svg"
    assert main(["compare-earnings", *BOTH, "--month", "2021-07", "--svg", str(file), "--lang", "en"]) == 0
    assert "What you keep of the same wage" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["amsterdam_1918"], "Did you mean amsterdam_2018"),
        (["amsterdam_2018", "--from", "900", "--to", "100"], "Earnings run upwards"),
        (["amsterdam_2018", "--step", "0.01"], "choose a larger --step"),
        (["amsterdam_2018", "--month", "juli"], "A month was expected"),
        (["amsterdam_2018", "--norm", "0"], "A norm above zero"),
        (["amsterdam_2018", "--norm", "99999999999"], "at most 100,000.00 euros, was expected"),
        (["amsterdam_2018", "--months-on-benefit", "-1"], "From 0 to 1200 months"),
        (["amsterdam_2018", "--net-share", "85"], "such as 0.85 or 85%"),
        (["amsterdam_2018", "--household", "studenten"], "invalid choice"),
        ([], "the following arguments are required: REGIME"),
    ],
)
def test_a_question_that_cannot_be_answered_prints_nothing(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare-earnings", *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
