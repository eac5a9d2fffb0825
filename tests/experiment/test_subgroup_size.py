# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about subgroups take people; the yearly question is counted as it was answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.app.experiment.yearly_answers import read_yearly_answers, yearly_text
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError
from werkzaam.experiment.subgroup_size import subgroup_size
from werkzaam.experiment.yearly_question import yearly_share


@pytest.mark.requirement("R-273")
def test_three_subgroups_at_fifteen_points_take_about_170_people_per_subgroup_and_arm(capsys: pytest.CaptureFixture[str]) -> None:
    found = subgroup_size(3, 15)
    assert 165 <= found.each <= 175
    assert found.total == 9 * found.each
    assert found.each_corrected > 1.25 * found.each
    assert main(["experiment", "size", "--subgroups", "3", "--points", "15", "--power", "80", "--lang", "en"]) == 0
    assert f"{found.each} people per subgroup and arm" in " ".join(capsys.readouterr().out.split())


def test_a_size_that_cannot_be_meant_is_refused() -> None:
    with pytest.raises(InputError, match="At least 1 subgroup and 2 arms"):
        subgroup_size(0, 15)
    with pytest.raises(InputError, match="A share between 0 and 1"):
        subgroup_size(3, 60)
    with pytest.raises(InputError, match="A power between 0 and 1"):
        subgroup_size(3, 15, power=1)


@pytest.mark.requirement("R-268")
def test_twenty_yes_of_a_hundred_answers_are_twenty_percent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.csv"
    rows = ["2021,yes"] * 20 + ["2021,no"] * 75 + ["2021,does_not_know"] * 5 + ["2021,"] * 7
    path.write_text("jaar,refused_for_settlement\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (found,) = read_yearly_answers(path)
    assert (found.percent, found.answered, found.does_not_know, found.silent) == (20, 100, 5, 7)
    assert main(["experiment", "yearly", str(path)]) == 0
    assert "2021: 20% zegt ja (20 van 100 antwoorden), met 95% zekerheid tussen 13,3% en 28,9%." in " ".join(
        capsys.readouterr().out.split())  # fmt: skip


def test_few_answers_are_not_told_and_other_answers_are_refused(tmp_path: Path) -> None:
    few = yearly_share(2022, ["yes"] * 9)
    assert few.hidden
    assert "9" not in yearly_text([few], "nl").split("2022")[1].split("Wie het")[0]
    with pytest.raises(InputError, match="10 or more answers were expected"):
        few.percent  # noqa: B018
    path = tmp_path / "answers.csv"
    path.write_text("jaar,refused_for_settlement\n2021,maybe\n21,yes\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_yearly_answers(path)
    assert "row 2, refused_for_settlement: one of yes, no, does_not_know or nothing was expected; found 'maybe'" in str(
        refused.value
    )
    assert "row 3, jaar: a year such as 2021 was expected" in str(refused.value)
