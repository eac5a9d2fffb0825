# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""State crosses months: a history cut at any month, and gone on with from its state, is the whole history, to the cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from tests.house.tree import ROOT
from tests.properties.as_rules import inputs
from tests.properties.households import household
from tests.properties.towns import FACTS, books, rules_of
from tests.test_stories import PATHS
from werkzaam.app.stories import read_story
from werkzaam.core.errors import InputError, NotCovered
from werkzaam.engine.explain import MonthInput, MonthSteps, explain
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import LAST_SEEN, NOTHING, State
from werkzaam.engine.rule import BAAN
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook
from werkzaam.rules.calculate import calculate

HOUSEHOLDS = 150
LONG = 3
"""Months from which a story is worth cutting."""


def halves(rules: RuleSet, book: RuleBook, months: Sequence[MonthInput], at: int) -> tuple[MonthSteps, ...]:
    """The same months in two parts, of which the second goes on from the state of the first."""
    first = explain(rules, book, months[:at])
    return (*first, *explain(rules, book, months[at:], first[-1].state))


def one_by_one(rules: RuleSet, book: RuleBook, months: Sequence[MonthInput]) -> tuple[MonthSteps, ...]:
    """Each month on its own, from the state that the one before left."""
    done: list[MonthSteps] = []
    state: State = NOTHING
    for month in months:
        done += explain(rules, book, [month], state)
        state = done[-1].state
    return tuple(done)


def covered(seed: int) -> tuple[RuleSet, RuleBook, list[MonthInput], tuple[MonthSteps, ...]] | None:
    """A household in one of the towns with its steps, or None where a rule refuses."""
    random = Random(seed)
    book = random.choice(books())
    months = inputs(household(random, book, longest=26))
    try:
        return rules_of(book), book, months, explain(rules_of(book), book, months)
    except NotCovered:
        return None


def test_the_law_cut_at_any_month_gives_the_same_steps() -> None:
    cuts, seen = 0, set[str]()
    for seed in range(HOUSEHOLDS):
        found = covered(seed)
        if found is None:
            continue
        rules, book, months, whole = found
        assert one_by_one(rules, book, months) == whole
        at = Random(seed).randrange(len(months))
        if at:
            assert halves(rules, book, months, at) == whole
            cuts += 1
        seen |= {name for month in whole for name, _ in month.state}
    assert cuts > HOUSEHOLDS // 3
    assert seen - {LAST_SEEN} == set(RULES.remembered), "A rule that never left its start proves nothing."


def test_every_story_cut_in_two_gives_the_same_steps() -> None:
    cuts = 0
    for path in PATHS:
        case = read_story(path, FACTS).case
        law = {"rechtsdatum": case.rechtsdatum, "bedragen_van": case.bedragen_van}
        if len(case.months) < LONG:
            continue
        try:
            whole = case.calculate().months
        except NotCovered:
            continue
        at = len(whole) // 2
        rest = calculate(case.months[at:], case.regime, case.facts, **law, before=whole[at - 1].state)
        assert rest.months == whole[at:], path.relative_to(ROOT)
        cuts += 1
    assert cuts > 20


def test_without_the_state_of_before_the_second_half_is_another() -> None:
    others = 0
    for seed in range(30):
        found = covered(seed)
        if found is not None and len(found[2]) > 1:
            rules, book, months, whole = found
            others += explain(rules, book, months[1:]) != whole[1:]
    assert others > 10


def without_jobs(months: Sequence[MonthInput]) -> list[MonthInput]:
    """The months as somebody delivers them who only gives the jobs of the first."""
    return [months[0], *(replace(month, records={**month.records, BAAN: {}}) for month in months[1:])]


@pytest.mark.parametrize("seed", range(3))
def test_a_job_without_a_record_is_kept_and_its_return_is_refused(seed: int) -> None:
    """Holiday money that was counted is not forgotten, and not given back by guess."""
    found = next(one for one in map(covered, range(seed * 40, HOUSEHOLDS)) if one and len(one[2]) > 3 and _counted(one[3]))
    rules, book, months, whole = found
    kept = {place: value for place, value in whole[0].state.items() if len(place[1]) == BAAN}
    away = explain(rules, book, without_jobs(months[:3]))
    assert kept.items() <= away[-1].state.items()
    with pytest.raises(InputError, match=f"returns in {months[3].month} after {months[0].month}, and had "):
        explain(rules, book, months[3:], away[-1].state)


def _counted(whole: Sequence[MonthSteps]) -> bool:
    return any(name == "vakantiegeld_meegeteld" for name, _ in whole[0].state)
