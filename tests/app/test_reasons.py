# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a step came out as it did, in clauses without signs: every condition of every rule has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.app.test_sentence import OUR_NAMES
from tests.test_stories import FACTS, PATHS
from werkzaam.app.reasons import why
from werkzaam.app.sentence import formula
from werkzaam.app.stories import read_story
from werkzaam.app.texts.reasons import ASKED, DENIED, HELD, MIRRORED, NAMED, SIGNS
from werkzaam.core.errors import WerkzaamError
from werkzaam.engine.explain import Step
from werkzaam.engine.formula import Choice, Formula, Truth
from werkzaam.rules import RULES

SIGN = re.compile(r"[<>≤≥≠=]|\b(?:ja|nee|yes|no)\b$|= (?:ja|nee)")


def asked() -> Iterator[Formula]:
    """Every truth that is a leaf of some rule."""
    return (node for rule in RULES.versions() for node in rule.formula.walk() if isinstance(node, Truth) and node.label)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_truth_has_words_for_when_it_does_not_hold(lang: str) -> None:
    names = {str(node.args[0]) for node in asked()}
    own = {name for name in names if name in RULES.rules and RULES.rules[name][0].say(lang).zero is not None}
    assert names - own - DENIED[lang].keys() == set()


def test_words_are_given_for_what_rules_read_in_both_languages() -> None:
    read = {str(node.args[0]) for rule in RULES.versions() for node in rule.formula.walk() if node.label}
    for words in (HELD, DENIED, ASKED, NAMED):
        assert words["nl"].keys() == words["en"].keys()
        assert words["nl"].keys() <= read


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_question_with_options_has_words(lang: str) -> None:
    questions = {str(node.args[0]) for rule in RULES.versions() for part in rule.formula.walk() if part.op == "=="
                 for node in part.children() if isinstance(node, Choice) and node.label}  # fmt: skip
    assert questions == ASKED[lang].keys()


def test_a_comparison_turned_round_twice_is_itself() -> None:
    assert all(MIRRORED[MIRRORED[sign]] == sign for sign in MIRRORED)
    assert MIRRORED.keys() == SIGNS["nl"].keys() == SIGNS["en"].keys()


@cache
def told() -> tuple[Step, ...]:
    """One step for each rule and set of reasons that the stories meet."""
    found: dict[tuple[str, str], Step] = {}
    for path in PATHS:
        try:
            months = read_story(path, FACTS).case.calculate().months
        except WerkzaamError:
            continue
        for month in months[:3]:
            for step in month.steps.values():
                found.setdefault((step.rule.name, why(step, "nl")), step)
    return tuple(found.values())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_reasons_have_no_signs_and_no_names_of_ours(lang: str) -> None:
    texts = {why(step, lang) for step in told()} - {""}
    assert len(texts) > 100
    assert {text for text in texts if SIGN.search(text) or OUR_NAMES.search(text)} == set()
    assert all(text.startswith(("want ", "because ")) for text in texts)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_yes_or_no_has_no_formula_but_its_reasons(lang: str) -> None:
    truths = {formula(step, lang) for step in told() if issubclass(step.rule.kind, Truth)}
    assert truths == {"nl": {"= ja", "= nee"}, "en": {"= yes", "= no"}}[lang]


def reasons(name: str, lang: str) -> set[str]:
    return {why(step, lang) for step in told() if step.rule.name == name}


def test_the_reasons_of_a_month_are_sentences_that_a_person_can_follow() -> None:
    assert "want het loon van deze maand is nog niet bekend" in reasons("loon", "nl")
    assert "because no premium is paid in this month and premium has fixed months" in reasons("premie_blijft_klaar", "en")
    assert "want uw vrijlating is: geen" in reasons("vrijgelaten_loon", "nl")
    assert "want niemand van u heeft de AOW-leeftijd" in reasons("rekennorm", "nl")
    assert reasons("meetellend_loon", "nl") == {
        "",
        "want dit is een partner zonder recht op bijstand",
        "want dit is een huisgenoot",
    }
