# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes one operator, constant or branch of the law is caught: by the oracle, or for a refusal by a story.

The oracle compares every named amount. So the first step at which a mutant differs has read what the law reads, and it is
enough to evaluate the mutant's formula on the steps of the sample; some mutants are run in full to prove that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random

import pytest

from tests.house.tree import ROOT
from tests.oracle import Household, decide, refused
from tests.properties.corners import corners
from tests.properties.households import FACTS, books, covered_months, household, inputs
from tests.properties.test_oracle import differences
from werkzaam.app.stories import read_story
from werkzaam.core.errors import InputError, NotCovered
from werkzaam.engine.analyse import branches, mutants, taken
from werkzaam.engine.explain import Leaf, MonthInput, Step, evaluate, explain
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Rule
from werkzaam.regime.regime import Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

HOUSEHOLDS = 160

# Mutants that no household can tell from the law, each with the reason: the part of its description that names it.
EQUIVALENT = {
    f"reservering{suffix}/0/0/1:const": "5% of one cent rounds to nothing, as does 5% of nothing." for suffix in ("", "_geschat")
}
# Branches that cannot happen, each with the reason.
UNREACHABLE: dict[str, str] = {}


@cache
def sample() -> tuple[tuple[Household, RuleBook], ...]:
    """Pinned households: made by chance from one seed, and the corners."""
    random, every, found = Random(20_260), books(), [*corners()]
    while len(found) < HOUSEHOLDS:
        book = random.choice(every)
        made = household(random, book)
        if not any(refused(made, index, FACTS) for index in range(covered_months(made))):
            found.append((made, book))
    return tuple(found)


@cache
def steps() -> dict[Rule, tuple[Step, ...]]:
    """Every step of the sample by its rule; the oracle agrees with each."""
    found: dict[Rule, list[Step]] = {}
    for made, book in sample():
        for expected, month in zip(decide(made, book.facts), explain(RULES, book, inputs(made)), strict=True):
            assert not differences(expected, month)
            for step in month.steps.values():
                found.setdefault(step.rule, []).append(step)
    return {rule: tuple(some) for rule, some in found.items()}


def changed_rule(mutant: RuleSet) -> tuple[Rule, Rule]:
    """The rule as the law has it, and as the mutant has it."""
    return next((one, other) for name in RULES.rules
                for one, other in zip(RULES.rules[name], mutant.rules[name], strict=True) if one is not other)  # fmt: skip


def is_killed(law: Rule, other: Rule) -> bool:
    return any(differs(other, step.read, step.value) for step in steps()[law])


def differs(other: Rule, read: dict[str, Leaf], value: int) -> bool:
    try:
        return int(evaluate(other.formula, read)) != value
    except InputError:
        return True


@cache
def refusal_stories() -> tuple[tuple[tuple[MonthInput, ...], RuleBook, bool], ...]:
    """Stories around the edges of what we compute, each with whether it is refused, and what no regime of a story does."""
    names = ("jonger-dan-21", "net-21", "aow-leeftijd-in-de-maand", "net-geen-aow", "kosten-delen", "loon-boven-de-norm")
    stories = [read_story(ROOT / "stories" / "loon" / f"{name}.toml", FACTS) for name in names]
    told = [(one.case.months, RuleBook(FACTS, one.case.regime), bool(one.refused)) for one in stories]
    return (*told, (stories[-1].case.months, by_table(), True))


def by_table() -> RuleBook:
    """A town that counts holiday money by the State's tables."""
    regime = next(book.regime for book in books() if not isinstance(book.regime, Timeline) and book.regime.id == "test")
    stated = tuple(one for one in regime.stated if one.path != "inkomsten.vakantiegeld")
    table = next(one for one in regime.stated if one.path == "inkomsten.vakantiegeld")
    return RuleBook(FACTS, replace(regime, stated=(*stated, replace(table, value="aanspraaktabel"))))


def is_refused(rules: RuleSet, months: tuple[MonthInput, ...], book: RuleBook) -> bool:
    try:
        explain(rules, book, months)
    except NotCovered:
        return True
    return False


def survivors() -> list[str]:
    """The mutants that neither the sample nor a story tells from the law."""
    alive = []
    for words, mutant in mutants(RULES):
        law, other = changed_rule(mutant)
        if law.refuses:
            killed = any(is_refused(mutant, months, book) is not expected for months, book, expected in refusal_stories())
        else:
            killed = is_killed(law, other)
        if not killed:
            alive.append(re.sub(r"^.*?:\d+: ", "", words))
    return alive


def test_every_mutant_of_the_law_is_caught() -> None:
    alive = survivors()
    unexplained = [words for words in alive if not any(words.startswith(known) for known in EQUIVALENT)]
    assert not unexplained, f"{len(unexplained)} mutants live:\n" + "\n".join(unexplained)
    stale = [known for known in EQUIVALENT if not any(words.startswith(known) for words in alive)]
    assert not stale, f"These are caught now, or gone; remove them from EQUIVALENT: {stale}"


def test_every_branch_of_the_law_is_taken() -> None:
    seen = {branch for some in steps().values() for step in some for branch in taken(step)}
    missed = {branch.id for branch in branches(RULES)} - seen
    assert missed == set(UNREACHABLE), sorted(missed ^ set(UNREACHABLE))


def test_what_the_law_refuses_is_refused() -> None:
    assert [is_refused(RULES, months, book) for months, book, _ in refusal_stories()] == [one[2] for one in refusal_stories()]


@pytest.mark.parametrize("words_and_mutant", list(islice(mutants(RULES), 20, None, 23)), ids=lambda one: one[0].split(": ")[1])
def test_a_mutant_caught_at_a_step_is_caught_in_full(words_and_mutant: tuple[str, RuleSet]) -> None:
    law, other = changed_rule(words_and_mutant[1])
    if is_killed(law, other):
        assert any(is_wrong(words_and_mutant[1], made, book) for made, book in sample())


def is_wrong(rules: RuleSet, made: Household, book: RuleBook) -> bool:
    try:
        months = explain(rules, book, inputs(made))
    except InputError:
        return True
    return any(differences(expected, found) for expected, found in zip(decide(made, book.facts), months, strict=True))
