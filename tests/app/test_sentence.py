# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence is complete: the numbers it names are those of its step, and no name of ours is left in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from werkzaam.app.cases import read_case
from werkzaam.app.month_page import month_pages
from werkzaam.app.page_lines import Line
from werkzaam.app.sentence import OUTCOME, PLACEHOLDER, called, euros, without_floor
from werkzaam.app.texts.page import CALLED, EN, NL
from werkzaam.engine.formula import Choice, Truth
from werkzaam.rules import RULES

VERSIONS = list(RULES.versions())
EXAMPLES = sorted(Path("src/werkzaam/app/examples").glob("*.toml"))
OUR_NAMES = re.compile(r"\b[a-z]+_[a-z_0-9]+\b|\b[a-z]+\.[a-z]+_[a-z]+\b|[{}]")


@pytest.mark.parametrize("rule", VERSIONS, ids=lambda rule: f"{rule.name}-{rule.span.first}")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_sentence_only_names_what_its_rule_reads(rule: object, lang: str) -> None:
    say = rule.say(lang)  # type: ignore[attr-defined]
    known = {node.label for node in rule.formula.walk() if node.label} | {OUTCOME}  # type: ignore[attr-defined]
    assert set(PLACEHOLDER.findall(f"{say.sentence} {say.zero or ''} {say.other or ''}")) - known == set()
    assert say.other is None or say.other[0] in known


def test_both_languages_have_the_same_words() -> None:
    assert NL.keys() == EN.keys()
    for key in NL:
        assert set(PLACEHOLDER.findall(NL[key])) == set(PLACEHOLDER.findall(EN[key]))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_a_formula_asks_of_town_or_calendar_has_a_name(lang: str) -> None:
    asked = {name for name, one in RULES.parameters.items() if issubclass(one.kind, (Truth, Choice))}
    assert CALLED[lang].keys() == asked


def lines(lang: str) -> list[Line]:
    """Every line of every example."""
    pages = (page for file in EXAMPLES for page in month_pages(read_case(file), lang))
    return [line for page in pages for line in (*page.steps, *(one for part in page.sections for one in part.lines))]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_name_of_ours_is_left_in_what_a_person_reads(lang: str) -> None:
    found = {text for line in lines(lang) for text in (line.title, line.sentence, line.formula, line.because, *line.details)}
    assert {text for text in found if OUR_NAMES.search(text)} == set()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_line_has_a_title_a_sentence_a_formula_a_law_and_a_version(lang: str) -> None:
    for line in lines(lang):
        assert all((line.title, line.sentence.endswith("."), line.formula, line.law, line.version)), line


def test_amounts_in_sentences_have_a_euro_sign() -> None:
    assert [euros(125_00, "nl"), euros(1_078_70, "nl"), euros(-5, "nl")] == ["€ 125,00", "€ 1.078,70", "€ −0,05"]
    assert [euros(125_00, "en"), euros(1_078_70, "en"), euros(-5, "en")] == ["€125.00", "€1,078.70", "−€0.05"]


def test_rules_inputs_and_choices_are_called_by_their_words() -> None:
    assert called("kan_premie", "nl") == "premie mogelijk"
    assert called("loon_bekend", "en") == "the wage of this month is known"
    assert called("premie.geldt", "nl") == "de gemeente betaalt premie"


@pytest.mark.parametrize(("text", "plain"), [
    ("het hoogste van (992,12 − 679,56 = 312,56 en 0,00) = 312,56", "992,12 − 679,56 = 312,56"),
    ("het hoogste van (1.001,07 en 0,00) = 1.001,07", "= 1.001,07"),
    ("het hoogste van (1 − 0 + 1 = 2 en 1) = 2", "1 − 0 + 1 = 2"),
    ("het laagste van (5% van (het hoogste van (9,00 − 2,00 = 7,00 en 0,00) = 7,00) = 0,35 en 7,00) = 0,35",
     "het laagste van (5% van (9,00 − 2,00 = 7,00) = 0,35 en 7,00) = 0,35"),
    ("het hoogste van (2,00 − 9,00 = −7,00 en 0,00) = 0,00", "het hoogste van (2,00 − 9,00 = −7,00 en 0,00) = 0,00"),
    ("het hoogste van (3,00 en 5,00) = 5,00", "het hoogste van (3,00 en 5,00) = 5,00"),
])  # fmt: skip
def test_a_floor_that_was_not_reached_is_left_out(text: str, plain: str) -> None:
    assert without_floor(text, "nl") == plain
