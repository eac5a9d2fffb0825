# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam rules` shows the law as we compute it, so that a jurist can check it."""

from __future__ import annotations

import pytest

from werkzaam.cli.main import main
from werkzaam.rules import RULES


def out(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    assert main(["rules", *asked]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_list_names_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules"])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(RULES.rules)


@pytest.mark.parametrize("name", [*RULES.rules, *RULES.inputs])
def test_every_rule_and_input_can_be_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert out(capsys, name).startswith(f"{name}: ")
    assert out(capsys, name, "--lang", "en").startswith(f"{name}: ")


def test_a_rule_shows_its_law_formula_sentences_and_place_among_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "bijstand")
    for part in (
        "wet: art. 19 lid 2 Participatiewet (https://wetten.overheid.nl/BWBR0015703)",
        "formule: het hoogste van (bijstandsnorm − middelen en 0)",
        "zin: De norm min het inkomen dat meetelt: {uitkomst}.",
        "zin bij nul: Uw inkomen dat meetelt is even hoog als de norm of hoger.",
        "gebruikt: bijstandsnorm, middelen",
        "gebruikt door: reservering, uit_te_betalen, recht_op_bijstand, samen",
        "SQL GREATEST(t.bijstandsnorm - t.middelen, 0)",
    ):
        assert part in printed


def test_a_rule_shows_the_numbers_and_choices_it_reads(capsys: pytest.CaptureFixture[str]) -> None:
    assert "numbers and choices: vrijlating.aandeel, vrijlating.maximum" in out(capsys, "vrijgelaten_loon", "--lang", "en")


def test_a_rule_that_changed_shows_every_version(capsys: pytest.CaptureFixture[str]) -> None:
    printed = out(capsys, "soort_vrijlating", "--lang", "en")
    assert "version 1" in printed
    assert "holds: until 2022-12" in printed
    assert "holds: 2023-01 to 2026-12" in printed
    assert "holds: from 2027-01" in printed
    assert "geldt: tot en met 2022-12" in out(capsys, "soort_vrijlating")
    assert "holds: always" in out(capsys, "bijstand", "--lang", "en")


def test_a_refusal_says_that_it_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert "weigert" in out(capsys, "jonger_dan_18")


def test_a_rule_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "bijstnd"]) == 2
    assert "There is no rule 'bijstnd'. Did you mean bijstand" in capsys.readouterr().err
