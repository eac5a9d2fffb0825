# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam regimes` shows what a town chose, where that is written, and what nobody stated."""

from __future__ import annotations

import pytest

from werkzaam.cli.main import main
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import regime_ids


def out(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert main(["regimes", *asked]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_list_names_every_regime_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    main(["regimes"])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(regime_ids())


def test_the_list_of_a_month_names_what_holds_then(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "--on", "2021-05")
    assert "amsterdam_2021" in printed
    assert "amsterdam_2018" not in printed


@pytest.mark.parametrize("ident", regime_ids())
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_choice_of_every_regime_is_shown(ident: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, ident, "--lang", lang)
    assert [path for path in CHOICES if f"{path} (" not in printed] == []


def test_a_choice_shows_its_value_its_source_and_that_it_is_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "amsterdam_2018")
    assert "= 50% [2018-01 t/m 2021-02; earn_premium_experiment] bron: Eindrapport" in printed
    assert "= 7, 12 [2018-01 t/m 2021-02; earn_premium_experiment] aanname: De bronnen noemen geen maand." in printed
    assert "= € 200,00" in printed


def test_a_choice_that_nobody_stated_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "niet vermeld, en niet nodig" in out(capsys, "amsterdam_2018")


def test_a_value_that_changes_is_shown_for_each_period_or_for_the_month_asked(capsys: pytest.CaptureFixture[str]) -> None:
    whole, month = out(capsys, "amsterdam_2021", "--lang", "en"), out(capsys, "amsterdam_2021", "--on", "2021-06", "--lang", "en")
    assert whole.count("= €217.00") == 2
    assert month.count("= €217.00") == 1


def test_bands_and_numbers_of_months_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    bremen = out(capsys, "bremen", "--on", "2026-01", "--lang", "en")
    assert "rules of: DE; holds: 2018-01 to 2026-12" in bremen
    assert "= 100% from €0.00, 20% from €100.00, 30% from €520.00, 10% from €1,000.00, 0% from €1,200.00" in bremen
    assert "vrijlating.schijven_wachttijd (beleid gemeente: vrijlating naar schijven)" in (stockholm := out(capsys, "stockholm"))
    assert "= 6 [2018-01 t/m 2026-12; swe_job_incentive]" in stockholm
    assert "= 25% vanaf € 0,00" in stockholm


@pytest.mark.parametrize(
    ("asked", "told"),
    [(["amsterdam_2019"], "Did you mean"), (["amsterdam_2021", "--on", "2020-01"], "No regime for 2020-01"),
     (["weg.toml"], "There is no such file")],
)  # fmt: skip
def test_a_regime_that_is_not_there_is_refused(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regimes", *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
