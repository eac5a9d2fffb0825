# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules and the oracle agree on every amount of every generated household-month: no wrong cent."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle import Amounts, Household, decide, refused
from tests.properties.as_rules import inputs
from tests.properties.corners import corners
from tests.properties.households import household
from tests.properties.narrow_corners import narrow_corners
from tests.properties.towns import books, options_met, rules_of
from werkzaam.core.errors import NotCovered
from werkzaam.engine.explain import MonthSteps, explain
from werkzaam.regime.model import CHOICES, Kind
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

REFUSALS = frozenset(RULES.refusals)
ALWAYS_THE_SAME = {"inkomsten.maandregel", "inkomsten.methode"}
"""Choices that decide before or outside the rules, or that they refuse."""


def differences(expected: Amounts, found: MonthSteps) -> list[str]:
    """Every amount on which the two differ, or that one of them lacks."""
    wrong = []
    for (name, key), step in found.steps.items():
        if name in REFUSALS:
            continue
        value = step.value if step.rule.options is None else list(step.rule.options)[step.value].name
        if (name, key) not in expected or expected[name, key] != value:
            wrong.append(f"{found.month} {name} {key}: the law gives {expected.get((name, key), 'nothing')}, the rules {value}")
    return wrong


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_rules_and_oracle_agree_to_the_cent(seed: int) -> None:
    random = Random(seed)
    for _ in range(12):
        book = random.choice(books())
        agree(household(random, book, longest=random.choice([14, 14, 36])), book)


def test_rules_and_oracle_agree_in_the_corners() -> None:
    assert sum(agree(made, book) for made, book in (*corners(), *narrow_corners())) > 200


def agree(made: Household, book: RuleBook) -> int:
    """The number of months compared, up to a month that both refuse; fails on the first month with a wrong cent."""
    rules, until, names = rules_of(book), *first_refusal(made, book)
    if names:
        with pytest.raises(NotCovered) as error:
            explain(rules, book, inputs(made, until + 1))
        words = {name: rules.rules[name][0].en.sentence for name in names}
        assert any(sentence in str(error.value) for sentence in words.values()), f"{words}: {error.value}"
    months = explain(rules, book, inputs(made, until))
    for expected, found in zip(decide(made, book.facts), months, strict=False):
        wrong = differences(expected, found)
        assert not wrong, f"{told(made)}\n" + "\n".join(wrong)
    return len(months)


def first_refusal(made: Household, book: RuleBook) -> tuple[int, frozenset[str]]:
    """The first month that is refused, with the refusals that hold; or the number of months and nothing."""
    for index in range(made.length):
        if names := refused(made, index, book.facts):
            return index, names
    return made.length, frozenset()


def told(made: Household) -> str:
    """The household and its town's choices, for the message: only what is not as usual."""
    town = made.regime.at(made.law_date or made.first).stated
    lines = [short(replace(made, persons={}, regime=None))]
    for name, one in made.persons.items():
        lines.append(f"{name}: {short(replace(one, jobs=()))}")
        for index, jobs in enumerate(one.jobs):
            lines.append(f"   {index}: " + ", ".join(f"{job} {short(what)}" for job, what in jobs.items()))
    return "\n".join([*lines, *(f"   {one.path} = {one.value}" for one in town)])


def short(one: Any) -> str:
    """The fields that differ from their default."""
    some = ((each.name, getattr(one, each.name)) for each in fields(one) if getattr(one, each.name) != each.default)
    return " ".join(f"{name}={value}" for name, value in some if value)


# -- what chance makes -------------------------------------------------------------------------------


def test_chance_makes_every_kind_of_household_and_refusal() -> None:
    random, refusals, groups, exemptions = Random(0), Counter[str](), Counter[str](), Counter[str]()
    for _ in range(600):
        book = random.choice(books())
        made = household(random, book)
        until, names = first_refusal(made, book)
        refusals.update(names)
        for month in decide(made, book.facts)[:until]:
            groups[month["normgroep", ()]] += 1
            exemptions.update(month["soort_vrijlating", key] for name, key in month if name == "soort_vrijlating")
    assert set(refusals) == set(RULES.refusals) - {"loon_achteraf_verrekend"}
    assert set(groups) == {one.name for one in RULES.on("normgroep", books()[0].regime.span.first).options}
    assert len(exemptions) == 10


def test_the_towns_meet_every_option_of_every_choice() -> None:
    met = options_met(books())
    for path, choice in CHOICES.items():
        if path in ALWAYS_THE_SAME:
            continue
        wanted: set[object] = {True, False} if choice.kind is Kind.TRUTH else set(choice.options)
        if path == "vrijlating.eigen_grondslag" or choice.kind in (Kind.TRUTH, Kind.OPTION):
            assert {(path, one) for one in wanted} <= met, path


def test_an_amount_that_differs_is_seen() -> None:
    made, book = corners()[0]
    month, expected = explain(RULES, book, inputs(made))[0], decide(made, book.facts)[0]
    expected["bijstand", ()] += 1
    del expected["lonen", ()]
    assert sorted(line.split()[1] for line in differences(expected, month)) == ["bijstand", "lonen"]
