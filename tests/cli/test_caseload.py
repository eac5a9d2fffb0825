# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Promised and done, by the commands somebody types: from an empty ledger, and what is refused in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from werkzaam.cli.main import main

TOWN = """
id = "teststad"
naam = "Teststad"
regime = ["participatiewet_2018"]
contactpersoon = "Inez Bakker (verzonnen)"
telefoon = "14 000"
betaaldag = 8
aankondiging_dagen = 10
iban = "NL91ABNA0417164300"
bic = "ABNANL2A"
tenaamstelling = "Gemeente Teststad"
"""


@pytest.fixture
def ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "town.toml").write_text(TOWN)
    words = ["--database", f"sqlite:///{tmp_path}/ledger.db", "--town", str(tmp_path / "town.toml"), "--by", "j.visser"]
    assert main(["new-ledger", *words]) == 0
    capsys.readouterr()
    return [*words, "--at", "2020-01-15T10:00:00Z"]


def test_a_town_without_dossiers_has_a_page_that_fills_in_nothing(ledger: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["caseload", "--period", "2019", *ledger]) == 0
    printed = capsys.readouterr().out
    assert "Beloofd en gedaan: Teststad" in printed
    assert printed.count("niet gemeten") == 6
    assert main(["caseload", "--format", "json", *ledger]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["period"] == {"first": "2019-01-01", "last": "2019-12-31"}
    assert (document["groups"], document["successes"], document["grades"]["mean"]) == ([], None, None)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["caseload", "--period", "19"], "A period was expected"),
        (["caseload", "--period", "2021"], "it is 2020-01-15"),
        (["caseload", "--team", "noord"], "no staff written down yet"),
        (["caseload", "--svg", "page.svg"], "There is nothing to draw"),
        (["contact-log", "7"], "Person 7 of teststad is not known"),
    ],
)
def test_what_cannot_be_shown_is_said(
    words: list[str], says: str, ledger: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main([*words, *ledger]) == 2
    assert says in capsys.readouterr().err
    assert not list(tmp_path.glob("*.svg"))


def test_the_form_is_printed_without_a_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluation", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("# Yearly talk with a case manager\n")
