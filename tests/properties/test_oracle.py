# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules and the oracle agree on every amount of every generated household-month: no wrong cent."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle import Amounts, Household, decide, refused
from tests.properties.corners import corners
from tests.properties.households import FACTS, books, covered_months, household, inputs
from werkzaam.core.errors import NotCovered
from werkzaam.engine.explain import MonthSteps, explain
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook


def differences(expected: Amounts, found: MonthSteps) -> list[str]:
    """Every amount on which the two differ, or that one of them lacks."""
    wrong = []
    for (name, key), step in found.steps.items():
        if step.rule.refuses:
            continue
        value = step.value if step.rule.options is None else list(step.rule.options)[step.value].name
        if (name, key) not in expected or expected[name, key] != value:
            wrong.append(f"{found.month} {name} {key}: the law gives {expected.get((name, key), 'nothing')}, the rules {value}")
    return wrong


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32))
def test_rules_and_oracle_agree_to_the_cent(seed: int) -> None:
    random = Random(seed)
    for _ in range(12):
        book = random.choice(books())
        made = household(random, book, longest=random.choice([14, 14, 36]))
        if is_refused(made):
            with pytest.raises(NotCovered):
                explain(RULES, book, inputs(made))
        else:
            agree(made, book)


def test_chance_makes_what_is_refused_and_what_is_not() -> None:
    random = Random(0)
    made = [household(random, random.choice(books())) for _ in range(300)]
    assert 10 < sum(map(is_refused, made)) < 60
    assert sum(map(covered_months, made)) > 1_200


def is_refused(made: Household) -> bool:
    return any(refused(made, index, FACTS) for index in range(covered_months(made)))


def test_rules_and_oracle_agree_in_the_corners() -> None:
    assert sum(agree(made, book) for made, book in corners()) > 70


def agree(made: Household, book: RuleBook) -> int:
    """The number of months compared; fails on the first month with a wrong cent."""
    months = explain(RULES, book, inputs(made))
    for expected, found in zip(decide(made, book.facts), months, strict=True):
        wrong = differences(expected, found)
        assert not wrong, f"{made.first} {made.living} {made.persons}\n{choices(made)}\n" + "\n".join(wrong)
    return len(months)


def choices(made: Household) -> dict[str, object]:
    """The town's choices in the first month, for the message."""
    return {one.path: one.value for one in made.regime.at(made.first).stated}


def test_an_amount_that_differs_is_seen() -> None:
    made, book = corners()[0]
    month, expected = explain(RULES, book, inputs(made))[0], decide(made, FACTS)[0]
    expected["bijstand", ()] += 1
    del expected["lonen", ()]
    assert [line.split()[1] for line in differences(expected, month)] == ["bijstand", "lonen"]
