# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam regimes` shows what a town chose, where that is written, and what nobody stated."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.app.texts.guidance import GROUPS, LABELS
from werkzaam.cli.main import main
from werkzaam.regime.guidance import FIELDS
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import part_ids, regime_ids

PART = """soort = "deel"
id = "dorp_aandacht"
gemeente = "Dorp"
naam = "Aandacht"
name = "Attention"
omschrijving = "Elke maand een gesprek."
description = "A talk every month."
bron = "Raadsbesluit 12"
aard = "begeleiding"
[begeleiding]
contacten_minstens = 12
"""


def out(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert main(["regimes", *asked]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_list_names_every_regime_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    main(["regimes"])
    towns, _, parts = capsys.readouterr().out.partition("\nDelen, per gemeente\n")
    assert [line.split()[0] for line in towns.splitlines()] == list(regime_ids())
    assert {line.split()[0] for line in parts.splitlines() if line.startswith("  ")} == set(part_ids())
    assert "\nRotterdam\n  rot_taskforce " in parts
    assert "\nTilburg\n  til_experiment " in parts


def test_the_list_of_a_month_names_what_holds_then(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "--on", "2021-05")
    assert "amsterdam_2021" in printed
    assert "amsterdam_2018" not in printed
    assert "ams_after_experiment_2021" in printed
    assert "ams_self_direction" not in printed


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


# -- guidance ----------------------------------------------------------------------------------------


def test_a_part_shows_its_guidance_and_what_no_source_says(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "rot_taskforce", "--lang", "en")
    assert "people per full-time position, at least: 350" in printed
    assert "return contribution: is enforced" in printed
    assert "2. registered letter: You were not there." in printed
    assert "not stated: one fixed case manager" in printed
    assert "people doing a return contribution, end of 2017: 12000 (own statement). The parts add to 11,100 (A-60)." in printed


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_field_is_told_or_said_to_be_not_stated(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "ams_weegteam", "--lang", lang)
    assert [name for name in FIELDS if LABELS[name][lang == "en"] not in printed] == []
    assert sorted(name for group in GROUPS.values() for name in group["fields"]) == sorted(FIELDS)  # type: ignore[attr-defined]


def test_none_is_told_apart_from_not_stated(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Duties duties: none enforcement: None." in out(capsys, "idea_full_release", "--lang", "en")
    assert "Duties not stated: duties; enforcement;" in out(capsys, "gro_kansrijk", "--lang", "en")


def test_what_is_formal_and_what_is_enforced_are_two_things(capsys: pytest.CaptureFixture[str]) -> None:
    assert "werk zoeken: staat in de regels, wordt niet actief gehandhaafd" in out(capsys, "ams_self_direction")
    assert "inkomen melden: wordt gehandhaafd" in out(capsys, "ams_income_settlement")


def test_a_part_shows_the_choices_it_states_and_a_town_its_guidance(capsys: pytest.CaptureFixture[str]) -> None:
    assert "premie.uurbedrag (beleid gemeente: premie per uur) = € 1,40" in out(capsys, "bre_ein_euro_job")
    assert "BEGELEIDING (rot_taskforce)" in out(capsys, "rotterdam_tegenprestatie")
    assert "BEGELEIDING" not in out(capsys, "amsterdam_2018")


@pytest.mark.requirement("R-237")
def test_the_time_line_of_tilburg_has_activation_in_2017_and_the_new_model_in_early_2020(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed = out(capsys, "--history", "tilburg", "--lang", "en")
    assert "til_activation_2017: Voluntary activation through neighbourhood teams source: as of 2017" in printed
    assert "2020-03 onwards til_investeert_in_perspectief: Tilburg invests in perspective source: early 2020" in printed
    assert printed.index("til_experiment") < printed.index("til_activation_2017") < printed.index("til_investeert")
    assert "other than til_activation_2017: - who takes the first step: the resident -> the case manager" in printed
    assert "start not stated til_doe_mee" in printed


@pytest.mark.parametrize(
    ("asked", "told"),
    [(["--history", "Tilbrug"], "Did you mean Tilburg"), (["--history", "Tilburg", "--on", "2018-01"], "leave ID and --on out"),
     (["rot_taskforce", "--on", "2010-01"], "No regime for 2010-01; rot_taskforce starts on 2014-12")],
)  # fmt: skip
def test_a_town_or_month_that_is_not_there_is_refused(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regimes", *asked]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err


def test_a_part_of_your_own_is_shown_and_a_misspelled_key_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "dorp_aandacht.toml"
    own.write_text(PART, encoding="utf-8")
    assert "contacten per jaar, minstens: 12" in out(capsys, str(own))
    own.write_text(PART.replace("contacten_minstens", "contact_minstens"), encoding="utf-8")
    assert main(["regimes", str(own)]) == 2
    assert "No field is called 'contact_minstens' here. Did you mean contacten_minstens" in capsys.readouterr().err
