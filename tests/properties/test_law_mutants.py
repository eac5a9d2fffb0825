# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes one operator, constant or branch of the law is caught by the oracle, in an amount or in a refusal.

The oracle compares every named amount and every refusal. So the first step at which a mutant differs has read what the law
reads, and it is enough to evaluate the mutant's formula on the steps of the sample; some mutants are run in full to prove that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random

import pytest

from tests.oracle import Household, decide, refused
from tests.properties.as_rules import inputs
from tests.properties.corners import corners
from tests.properties.households import household
from tests.properties.narrow_corners import narrow_corners
from tests.properties.test_oracle import REFUSALS, differences, first_refusal
from tests.properties.towns import books
from werkzaam.core.errors import InputError, NotCovered
from werkzaam.core.months import Month
from werkzaam.engine.analyse import branches, mutants, taken
from werkzaam.engine.explain import Leaf, MonthSteps, Step, evaluate, explain
from werkzaam.engine.formula import Formula
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import ALWAYS, Rule
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

HOUSEHOLDS = 450
IN_FULL = 24
"""How many mutants are also run in full."""

# Mutants that no household can tell from the law, each with the reason: the part of its description that names it.
EQUIVALENT = {
    "bijstandsnorm/1:const": "Every norm is more than a cent.",
    "loon_uit_vier_weken/1/0:<": "Four-weekly pay of nothing counts for nothing on either side.",
    "loon_uit_vier_weken/1/1/0/1:const": "Pay above nothing is at least a cent; the floor only tells the compiler so.",
    "vakantieaanspraak/0/1/0/0/1:const": "8% of one cent rounds to nothing, as does 8% of nothing.",
    "vakantieaanspraak/0/2/0/0/1:const": "8% of one cent rounds to nothing, as does 8% of nothing.",
    "vakantieaanspraak_geschat/0/1/0/0/1:const": "8% of one cent rounds to nothing, as does 8% of nothing.",
    "vakantieaanspraak_geschat/0/2/0/0/1:const": "8% of one cent rounds to nothing, as does 8% of nothing.",
    "schijf_1/0/0:-": "The first band begins at nothing, so taking its begin off or adding it is the same.",
    "schijf_1_geschat/0/0:-": "The first band begins at nothing, so taking its begin off or adding it is the same.",
    "reservering/0/0/1:const": "5% of one cent rounds to nothing, as does 5% of nothing.",
    "reservering_geschat/0/0/1:const": "5% of one cent rounds to nothing, as does 5% of nothing.",
    "maanden_uit_bijstand/2/1/2:previous": "The only number below zero is the -1 it starts with.",
}
# Branches that cannot happen, each with the reason.
UNREACHABLE = {
    "aflossing/1:second": "What is paid is never below nothing; the floor only tells the compiler so.",
    "bijstandsnorm:second": "Every norm is more than nothing; the floor only tells the compiler so.",
    "loon_uit_vier_weken/1/1/0:second": "The branch is that of pay above nothing; the floor only tells the compiler so.",
    "loon_uit_vier_weken/1/2/1/0:second": "The branch is that of pay of nothing or below; the floor only tells the compiler so.",
    "middelen_met_vakantietoeslag/2:second": "Wages that count are part of the means, and no other income is below zero.",
    "middelen_met_vakantietoeslag_geschat/2:second": "Wages that count are part of the means, and no other income is below zero.",
    "uitstroompremie/1/0/1/0/1:second": "It is only evaluated from the first month after bijstand on.",
}

Seen = tuple[Step, int]
"""A step, and the number of the household of the sample it stands in."""


@cache
def sample() -> tuple[tuple[Household, RuleBook], ...]:
    """Pinned households: the corners, and made by chance from one seed."""
    random, every = Random(20_260), books()
    made = ((household(random, book), book) for book in (random.choice(every) for _ in range(HOUSEHOLDS)))
    return (*corners(), *narrow_corners(), *made)


@cache
def steps() -> dict[Formula, tuple[Seen, ...]]:
    """The distinct steps of the sample by formula; the oracle agrees with each, up to the first month that is refused."""
    found: dict[Formula, dict[tuple[tuple[str, Leaf], ...], Seen]] = {}
    for number, (made, book) in enumerate(sample()):
        for step in _agreed(made, book):
            found.setdefault(step.rule.formula, {}).setdefault(tuple(step.read.items()), (step, number))
    return {formula: tuple(some.values()) for formula, some in found.items()}


def _agreed(made: Household, book: RuleBook) -> Iterator[Step]:
    until, names = first_refusal(made, book)
    months = explain(open_rules(book.rechtsdatum), book, inputs(made, until + bool(names)))
    expected = decide(made, book.facts)
    for index, month in enumerate(months):
        holds = refused(made, index, book.facts)
        if index < until:
            assert not differences(expected[index], month)
        for (name, _), step in month.steps.items():
            if name in REFUSALS:
                assert name in holds or not step.value
                yield step
            elif index < until:
                yield step
        assert holds == {name for (name, _), step in month.steps.items() if name in REFUSALS and step.value}


@cache
def open_rules(law_date: Month | None) -> RuleSet:
    """The rules with their refusals as ordinary truths, so that a refused month shows which of them hold."""
    return _copy(RULES, law_date, refuses=False)


def _copy(rules: RuleSet, law_date: Month | None, **changes: bool) -> RuleSet:
    """The rules of a law date, unchecked, with every rule changed like this."""
    if law_date is not None:
        on_date = {name: (replace(rules.on(name, law_date), span=ALWAYS),) for name in rules.rules}
        rules = RuleSet(on_date, rules.inputs, rules.targets)
    if not changes:
        return rules
    changed = {name: tuple(replace(one, **changes) for one in some) for name, some in rules.rules.items()}  # type: ignore[arg-type]
    return RuleSet(changed, rules.inputs, rules.targets)


def changed_rule(mutant: RuleSet) -> tuple[Rule, Rule]:
    """The rule as the law has it, and as the mutant has it."""
    return next((one, other) for name in RULES.rules
                for one, other in zip(RULES.rules[name], mutant.rules[name], strict=True) if one is not other)  # fmt: skip


def killers(law: Rule, other: Rule) -> Iterator[int]:
    """The households of the sample that tell a mutant from the law, by their number."""
    return (number for step, number in steps().get(law.formula, ()) if differs(other, step.read, step.value))


def differs(other: Rule, read: dict[str, Leaf], value: int) -> bool:
    try:
        return int(evaluate(other.formula, read)) != value
    except (InputError, ZeroDivisionError):
        return True


def survivors() -> list[str]:
    """The mutants that the sample does not tell from the law."""
    alive = []
    for words, mutant in mutants(RULES):
        if next(killers(*changed_rule(mutant)), None) is None:
            alive.append(re.sub(r"^.*?:\d+: ", "", words))
    return alive


def test_every_mutant_of_the_law_is_caught() -> None:
    alive = survivors()
    unexplained = [words for words in alive if not any(words.startswith(known) for known in EQUIVALENT)]
    assert not unexplained, f"{len(unexplained)} mutants live:\n" + "\n".join(unexplained)
    stale = [known for known in EQUIVALENT if not any(words.startswith(known) for words in alive)]
    assert not stale, f"These are caught now, or gone; remove them from EQUIVALENT: {stale}"


def test_every_branch_of_the_law_is_taken() -> None:
    missed = {branch.id for branch in branches(RULES)}
    for rule in RULES.versions():
        own = {branch for branch in missed if re.split("[/:]", branch)[0] == rule_id(rule)}
        for step, _ in steps().get(rule.formula, ()):
            if not own:
                break
            found = taken(step._replace(rule=rule))
            own, missed = own - found, missed - found
    assert missed == set(UNREACHABLE), sorted(missed ^ set(UNREACHABLE))


def rule_id(rule: Rule) -> str:
    """A version of a rule as its branches are called."""
    return rule.name if rule.span == ALWAYS else f"{rule.name}@{rule.span.first}"


def in_full() -> list[tuple[str, RuleSet]]:
    """Mutants spread over all rules."""
    many = sum(1 for _ in mutants(RULES))
    return list(islice(mutants(RULES), many // IN_FULL // 2, None, many // IN_FULL))


@pytest.mark.parametrize("words_and_mutant", in_full(), ids=lambda one: one[0].split(": ")[1])
def test_a_mutant_caught_at_a_step_is_caught_in_full(words_and_mutant: tuple[str, RuleSet]) -> None:
    """Not where a month is refused for two reasons: when one of them is lost, the other still refuses it."""
    mutant = words_and_mutant[1]
    found = (number for number in killers(*changed_rule(mutant)) if len(first_refusal(*sample()[number])[1]) < 2)
    some = list(islice(found, 5))
    assert not some or any(is_wrong(mutant, *sample()[number]) for number in some)


def is_wrong(mutant: RuleSet, made: Household, book: RuleBook) -> bool:
    """The mutant gives a household a wrong amount, refuses what the law computes, or computes what it refuses."""
    until, names = first_refusal(made, book)
    rules = _copy(mutant, book.rechtsdatum)
    if names and months_of(rules, made, book, until + 1) is not None:
        return True
    months = months_of(rules, made, book, until)
    if months is None:
        return True
    return any(differences(expected, found) for expected, found in zip(decide(made, book.facts), months, strict=False))


def months_of(rules: RuleSet, made: Household, book: RuleBook, until: int) -> tuple[MonthSteps, ...] | None:
    """The first months under these rules, or None if they refuse one, or divide by the number of nobody."""
    try:
        return explain(rules, book, inputs(made, until))
    except (InputError, NotCovered, ZeroDivisionError):
        return None
