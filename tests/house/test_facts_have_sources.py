# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""No number of the State without a law, a meaning, a source and the day that source was seen."""

from __future__ import annotations

from werkzaam.facts.read import read_facts

SERIES = [read_facts().about(key) for key in read_facts().keys()]  # noqa: SIM118 # A method of ours, not a dict.


def test_there_are_facts() -> None:
    assert len(SERIES) > 20


def test_every_series_has_a_law_and_a_meaning_in_two_languages() -> None:
    assert [series.key for series in SERIES if not (series.law and series.betekenis and series.meaning)] == []


def test_every_fact_has_a_source_and_the_day_it_was_seen() -> None:
    facts = [fact for series in SERIES for fact in series.facts]
    assert [f"{fact.key} {fact.span}" for fact in facts if not fact.source.startswith("https://") or fact.seen is None] == []


def test_every_hole_has_the_day_somebody_looked() -> None:
    assert [series.key for series in SERIES for hole in series.holes if hole.seen is None] == []


def test_money_is_a_whole_number() -> None:
    facts = [fact for series in SERIES for fact in series.facts]
    assert [f"{fact.key} {fact.span}" for fact in facts if isinstance(fact.value, float)] == []
