# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""State crosses months: a month can be computed from what the one before left, and nobody who is away is forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest

from tests.engine import formulas
from tests.engine.small import Prices, amount, life_of, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.life import Life
from tests.toyland.town import Book
from werkzaam.core.errors import InputError, RuleError
from werkzaam.engine.explain import Key, MonthSteps, explain
from werkzaam.engine.formula import Cents, Truth, previous, symbol, when
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import LAST_SEEN
from werkzaam.engine.rule import BAAN, PERSOON

A, B, C, X, P, J = (symbol(name, Cents) for name in "abcxpj")
COUNTING = rules_of(
    [
        rule_of("a", previous(A) + X, start=5),
        rule_of("b", previous(B) + P, level=PERSOON, start=0),
        rule_of("c", previous(C) + J, level=BAAN, start=-1),
        rule_of("d", P + 1, level=PERSOON, start=7),
    ],
    [amount("x", 0, 99), amount("p", 0, 99, level=PERSOON), amount("j", 0, 99, level=BAAN)],
)
"""A sum per household, person and job; d has a start, but nobody looks back at it."""
ONE, WORK = ("p",), ("p", "j")


def lived(*months: Mapping[Key, int]) -> Life:
    """Months in which the household, a person and a job have these sums; who is not named has no record."""
    below = [{key: {"xpj"[len(key)]: value} for key, value in one.items() if key} for one in months]
    return life_of(*({"x": one.get((), 0)} for one in months), persons=below)


def explained(*months: Mapping[Key, int]) -> tuple[MonthSteps, ...]:
    return explain(COUNTING, Prices(), lived(*months))


def halves(rules: RuleSet, book: object, whole: Life, at: int) -> tuple[MonthSteps, ...]:
    """The same life in two parts, of which the second goes on from the state of the first."""
    first = explain(rules, book, whole[:at])  # type: ignore[arg-type]
    return (*first, *explain(rules, book, whole[at:], first[-1].state))  # type: ignore[arg-type]


# -- the state after a month ---------------------------------------------------------------------------------


def test_the_state_holds_what_is_looked_back_at_and_is_not_at_its_start() -> None:
    first, second = explained({(): 1, ONE: 0, WORK: 0}, {(): 0, ONE: 3, WORK: 4})
    assert first.state == {("a", ()): 6}
    assert second.state == {("a", ()): 6, ("b", ONE): 3, ("c", WORK): 3}


def test_what_is_nothing_but_not_the_start_is_part_of_the_state() -> None:
    (only,) = explained({ONE: 0, WORK: 1})
    assert only.state == {("c", WORK): 0}


def test_the_first_month_reads_the_state_of_the_month_before() -> None:
    before = {("a", ()): 100, ("b", ONE): 20, ("c", WORK): 30}
    (found,) = explain(COUNTING, Prices(), lived({(): 1, ONE: 2, WORK: 3}), before)
    assert [found.value(name, key) for name, key in before] == [101, 22, 33]
    assert found.steps["a", ()].read["previous a"] == 100


def test_no_months_leave_no_steps() -> None:
    assert explain(COUNTING, Prices(), [], {("a", ()): 1}) == ()


# -- who is away -----------------------------------------------------------------------------------------------


def test_who_is_away_keeps_what_was_counted_and_when_he_was_last_seen() -> None:
    found = explained({ONE: 5, WORK: 8}, {ONE: 1}, {}, {})
    last = {number: found[number].month.index for number in (0, 1)}
    assert found[1].state == {("b", ONE): 6, ("c", WORK): 7, (LAST_SEEN, WORK): last[0]}
    assert found[2].state == found[3].state
    assert found[3].state == {("b", ONE): 6, ("c", WORK): 7, (LAST_SEEN, WORK): last[0], (LAST_SEEN, ONE): last[1]}


@pytest.mark.parametrize("split", [None, 1, 2, 3])
def test_who_returns_with_something_counted_is_refused_also_from_a_carried_state(split: int | None) -> None:
    whole = lived({ONE: 5, WORK: 8}, {ONE: 1}, {ONE: 0}, {ONE: 0, WORK: 0})
    says = "persoon p baan j returns in 2021-04 after 2021-01, and had c; add a record, with zeros, for each missing month"
    with pytest.raises(InputError, match=says):
        explain(COUNTING, Prices(), whole) if split is None else halves(COUNTING, Prices(), whole, split)


def test_with_records_of_zeros_nothing_is_lost() -> None:
    found = explained({ONE: 5, WORK: 8}, {ONE: 0, WORK: 0}, {ONE: 0, WORK: 2})
    assert (found[2].value("b", ONE), found[2].value("c", WORK)) == (5, 9)


def test_who_returns_with_nothing_counted_goes_on() -> None:
    """Nothing is 0 or the start: a housemate has counted nothing, whatever the start of a count is."""
    found = explained({ONE: 0, WORK: 1}, {}, {ONE: 2, WORK: 3})
    assert found[1].state == {("c", WORK): 0}
    assert (found[2].value("b", ONE), found[2].value("c", WORK)) == (2, 3)


# -- what a state must be ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "says"),
    [
        ({("z", ()): 1}, "has z of the household, which no rule looks back at"),
        ({("d", ONE): 1}, "has d of persoon p, which no rule looks back at"),
        ({("b", ()): 1}, "has b of the household"),
        ({("b", WORK): 1}, "has b of persoon p baan j"),
    ],
)
def test_a_state_of_other_rules_is_refused(before: Mapping[tuple[str, Key], int], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        explain(COUNTING, Prices(), lived({}), before)


def test_a_start_value_in_a_state_is_as_if_it_were_not_there() -> None:
    (found,) = explain(COUNTING, Prices(), lived({(): 0}), {("a", ()): 5, ("b", ONE): 0})
    assert found.state == {}


# -- any split of any history ------------------------------------------------------------------------------------


def splits(rules: RuleSet, book: object, lives: Sequence[Life]) -> int:
    """How many splits gave the same steps and states as the whole life; each that does not fails."""
    count = 0
    for one in lives:
        whole = explain(rules, book, one)  # type: ignore[arg-type]
        for at in range(1, len(one)):
            assert halves(rules, book, one, at) == whole
            count += 1
    return count


def test_splitting_a_life_in_toyland_at_any_month_changes_nothing() -> None:
    assert splits(TOYLAND, Book(), list(life.lives(Random(4), TOYLAND, 150))) > 100


@pytest.mark.parametrize("seed", range(25))
def test_splitting_a_life_under_random_rules_at_any_month_changes_nothing(seed: int) -> None:
    chance = Random(seed)
    rules = formulas.a_rule_set(chance, 9)
    assert splits(rules, Prices(), list(life.lives(chance, rules, 30))) > 5


def test_without_its_state_a_second_half_is_another() -> None:
    """A split that carried nothing would pass where nothing is remembered."""
    one = lived({(): 1}, {(): 2})
    assert explain(COUNTING, Prices(), one[1:])[0] != explain(COUNTING, Prices(), one)[1]


def test_a_value_of_last_month_may_be_an_option_or_a_truth() -> None:
    t = symbol("t", Truth)
    rules = rules_of([rule_of("t", ~previous(t), start=1), rule_of("a", when(t, X, otherwise=0))], [amount("x", 0, 9)])
    one = life_of({"x": 3}, {"x": 4}, {"x": 5})
    assert [month.value("a") for month in halves(rules, Prices(), one, 2)] == [0, 4, 0]
