# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every story comes out as the oracle says: in its own months, and moved to every date on which any number or choice changes."""

from __future__ import annotations

from functools import cache

import pytest

from tests.oracle import Household, decide
from tests.properties.from_rules import household_of, shifted
from tests.properties.test_oracle import agree
from tests.properties.towns import FIRST, LAST, parts_of
from tests.test_stories import FACTS, PATHS
from werkzaam.app.stories import Story, read_story
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import FactSource, RuleBook


@cache
def stories() -> dict[str, Story]:
    """Every story by chapter and name."""
    return {f"{path.parent.name}/{path.stem}": read_story(path, FACTS) for path in PATHS}


@cache
def keys_in_rules() -> tuple[str, ...]:
    """The facts that some rule reads."""
    sources = (parameter.source for parameter in RULES.parameters.values())
    each = (one for source in sources for one in (source.values() if isinstance(source, dict) else [source]))
    return tuple(sorted({one.key for one in each if isinstance(one, FactSource)}))


def changes_of(facts: Facts, regime: Regime | Timeline) -> list[Month]:
    """The first months of every fact that a rule reads and of every choice of the regime, within what can be computed."""
    firsts = {one.span.first for key in keys_in_rules() for one in facts.series(key)}
    firsts |= {one.span.first for part in parts_of(regime) for one in (part, *part.stated)}
    return sorted(month for month in firsts if FIRST <= month <= LAST)


def moved(story: Story) -> list[Household]:
    """The story's household across each change: from the month before it on, or from the month itself where that is all."""
    made, case = household_of(story.case), story.case
    spans = [part.span for part in parts_of(case.regime)]
    if case.pinned:  # Numbers filled in by hand are known in the story's own months only.
        return []
    within = set(Span(FIRST, LAST) if case.rechtsdatum else Span(max(spans[0].first, FIRST), min(spans[-1].last or LAST, LAST)))
    earlier = 1 if made.length > 1 else 0
    starts = {change - earlier if change - earlier in within else change for change in changes_of(FACTS, case.regime)}
    return [shifted(made, first) for first in sorted(starts) if {first, first + made.length - 1} <= within]


@pytest.mark.parametrize("name", stories())
def test_a_story_comes_out_as_the_oracle_says_on_every_date_of_change(name: str) -> None:
    story = stories()[name]
    case = story.case
    book = RuleBook(case.facts, case.regime, case.rechtsdatum, case.bedragen_van)
    for made in (household_of(case), *moved(story)):
        agree(made, book)


@pytest.mark.parametrize("name", [name for name, one in stories().items() if one.expected])
def test_the_oracle_gives_what_a_story_expects(name: str) -> None:
    story = stories()[name]
    months = decide(household_of(story.case), story.case.facts)
    for one in story.expected:
        found = months[one.month.index - story.case.span.first.index][one.name, one.key]
        options = RULES.rules[one.name][0].options
        assert (list(options)[one.value].name if options else one.value) == found, f"{one.month} {one.name}"


def test_the_dates_of_change_are_many_and_shared() -> None:
    story = stories()["loon/zonder-loon"]
    found = changes_of(FACTS, story.case.regime)
    assert {Month.of(year, month) for year in range(2018, 2027) for month in (1, 7)} <= set(found)
    assert len(moved(story)) >= 6  # Its regime has six half-years.
