# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The registry: every choice once, in two languages, with its law."""

from __future__ import annotations

import pytest

from werkzaam.core.errors import UnknownName
from werkzaam.regime.model import CHOICES, Kind, choice_of, closest


def test_every_choice_is_explained_in_two_languages_and_has_a_law() -> None:
    for choice in CHOICES.values():
        assert choice.meaning_nl.endswith(".")
        assert choice.meaning_en.endswith(".")
        assert choice.meaning_nl != choice.meaning_en
        assert choice.law.text()


def test_only_options_have_options() -> None:
    assert {path for path, choice in CHOICES.items() if choice.options} == {
        path for path, choice in CHOICES.items() if choice.kind is Kind.OPTION
    }


def test_a_condition_is_a_registered_truth() -> None:
    conditions = {choice.only_if for choice in CHOICES.values() if choice.only_if}
    assert conditions == {
        "vrijlating.uniform", "vrijlating.eigen", "vrijlating.schijven",
        "premie.geldt", "premie.per_uur", "premie.eenmalig", "premie.uitstroom", "stadspas.geldt",
    }  # fmt: skip
    assert {CHOICES[path].kind for path in conditions} == {Kind.TRUTH}


def test_an_unknown_choice_is_refused_with_close_matches() -> None:
    with pytest.raises(UnknownName, match=r"No choice is called 'premie.maximun'. Did you mean premie.maximum"):
        choice_of("premie.maximun")


def test_what_looks_like_nothing_gets_the_whole_list() -> None:
    assert closest("qqq", ["b", "a"]) == "Known are: a, b."
