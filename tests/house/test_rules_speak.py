# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every rule names its law and says what it does, in Dutch and in English."""

from __future__ import annotations

from werkzaam.core.law import LawRef
from werkzaam.engine.rule import Rule, Say
from werkzaam.rules import RULES

VERSIONS: list[Rule] = [version for versions in RULES.rules.values() for version in versions]


def complete(words: Say) -> bool:
    """A title, and sentences that end."""
    sentences = [words.sentence] + ([] if words.zero is None else [words.zero])
    return bool(words.title.strip()) and all(sentence.strip().endswith((".", "?", ":")) for sentence in sentences)


def test_there_are_rules() -> None:
    assert len(VERSIONS) > 10


def test_every_rule_names_its_law() -> None:
    assert [rule.where for rule in VERSIONS if not isinstance(rule.law, LawRef) or not rule.law.text("nl")] == []


def test_every_rule_says_what_it_yields() -> None:
    assert [rule.where for rule in VERSIONS if not rule.meaning] == []


def test_every_rule_speaks_dutch_and_english() -> None:
    assert [f"{rule.where} ({lang})" for rule in VERSIONS for lang in ("nl", "en") if not complete(rule.say(lang))] == []


def test_both_languages_have_a_sentence_for_zero_or_neither() -> None:
    assert [rule.where for rule in VERSIONS if (rule.nl.zero is None) != (rule.en.zero is None)] == []


def test_both_languages_differ() -> None:
    assert [rule.where for rule in VERSIONS if rule.nl.sentence == rule.en.sentence] == []


def test_the_check_sees_a_sentence_that_does_not_end() -> None:
    assert complete(Say("Norm", "De norm is {uitkomst}."))
    assert not complete(Say("Norm", "De norm is {uitkomst}"))
    assert not complete(Say("", "De norm."))
