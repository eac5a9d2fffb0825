# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam facts` shows every number of the State with where it was read."""

from __future__ import annotations

import pytest

from werkzaam.cli.main import main
from werkzaam.facts.read import read_facts

NORM = "norm_21_gehuwden_incl_vt"


def out(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert main(["facts", *asked]) == 0
    return capsys.readouterr().out


def test_the_list_names_every_fact_with_its_unit_and_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys)
    assert [key for key in read_facts().by_key if f"{key} (" not in printed] == []
    assert f"{NORM} (euro per maand)\n    Bijstandsnorm voor gehuwden" in printed


def test_one_fact_is_shown_through_the_years_with_source_and_certainty(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, NORM)
    assert "2018-01 t/m 2018-06      1.417,32  zeker, gezien 2026-11-21\n    https://" in printed
    assert "2.002,13" in printed


def test_one_fact_is_shown_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, NORM, "--lang", "en")
    assert "2018-01 to 2018-06      1,417.32  certain, seen 2026-11-21" in printed
    assert "married norm" in printed


@pytest.mark.parametrize("day", ["2023-01", "2023-01-15", "2023-06-30"])
def test_one_value_is_shown_of_a_month_or_a_day(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, NORM, "--on", day)
    assert "1.708,08" in printed
    assert printed.count("https://") == 1


def test_shares_and_months_are_shown_in_their_own_unit(capsys: pytest.CaptureFixture[str]) -> None:
    assert "12,5%" in out(capsys, "vrijlating_r_pct")
    assert "           6  " in out(capsys, "vrijlating_n_max_maanden")


def test_a_number_that_is_not_certain_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "onzeker" in out(capsys, "vrijlating_n_25pct_max_per_maand", "--on", "2026-07")


def test_where_no_number_was_found_the_fact_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2018-01 t/m 2026-12: niet gevonden (gezien 2026-11-21)" in out(capsys, "vt_aanspraak_tabellen")


def test_the_list_on_a_day_shows_values_and_says_where_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "--on", "2018-01")
    assert "    2018-01: 1.417,32" in printed
    assert "    2018-01: geen waarde" in printed


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["norm_21_gehuwde"], "Did you mean norm_21_gehuwden_incl_vt"),
        ([NORM, "--on", "2030-01"], f"No value for {NORM} on 2030-01; the last one ended on 2026-12"),
        ([NORM, "--on", "vandaag"], "A month was expected"),
        ([NORM, "--on", "2023-02-30"], "A month or a day was expected"),
    ],
)
def test_a_fact_that_is_not_there_is_refused(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
