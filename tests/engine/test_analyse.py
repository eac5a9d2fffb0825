# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every branch can be named and seen to be taken, and every mutant of the act differs from it."""

from __future__ import annotations

from random import Random

import pytest

from tests.engine.small import Soort, amount, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import OWN
from tests.toyland.town import Book
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.money import DOWN, HALF_UP, UP
from werkzaam.core.months import Span
from werkzaam.engine.analyse import branches, mutants, taken
from werkzaam.engine.explain import Step, evaluate, explain
from werkzaam.engine.formula import Cents, Choice, Count, Formula, Share, Truth, largest, previous, share, smallest, symbol, when
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Parameter
from werkzaam.engine.text import formula_text

X, Y = symbol("x", Cents), symbol("y", Cents)
T, U = symbol("t", Truth), symbol("u", Truth)
INPUTS = [amount("x", 0, 9), amount("y", 0, 9), amount("t", 0, 1, Truth), amount("u", 0, 1, Truth)]


def of(formula: Formula, span: Span | None = None) -> RuleSet:
    """A rule set of one rule."""
    read = {str(n.args[0]) for n in formula.walk() if n.op == "name"}
    one = rule_of("a", formula) if span is None else rule_of("a", formula, span=span)
    return RuleSet.of([one], [i for i in INPUTS if i.name in read], ["a"])


def ids(rules: RuleSet) -> list[str]:
    """The ids of all branches."""
    return [b.id for b in branches(rules)]


def test_a_branch_names_rule_version_place_and_outcome() -> None:
    formula = when(T, smallest(X, Y), otherwise=0)
    assert ids(of(formula)) == ["a:then", "a:otherwise", "a/1:first", "a/1:second"]
    assert ids(of(formula, Span.parse("2021-07")))[0] == "a@2021-07:then"
    assert branches(of(formula))[2].words == "the lowest of (x and y)"


def test_both_operands_of_a_condition_are_branches() -> None:
    assert ids(of(T & ~U)) == ["a:first holds", "a:first fails", "a:second holds", "a:second fails"]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ({"t": 1, "u": 0, "x": 3, "y": 5}, {"a:then", "a/0:first holds", "a/0:second fails", "a/1:first"}),
        ({"t": 0, "u": 1, "x": 5, "y": 3}, {"a:then", "a/0:first fails", "a/0:second holds", "a/1:second"}),
        ({"t": 0, "u": 1, "x": 3, "y": 3}, {"a:then", "a/0:first fails", "a/0:second holds"}),
        ({"t": 0, "u": 0, "x": 3, "y": 5}, {"a:otherwise", "a/0:first fails", "a/0:second fails", "a/2:second"}),
    ],
)
def test_a_step_took_the_branches_it_evaluated(read: dict[str, int], expected: set[str]) -> None:
    rules = of(when(T | U, smallest(X, Y), otherwise=largest(X, Y)))
    rule = rules.rules["a"][0]
    assert taken(Step(rule, (), evaluate(rule.formula, read), tuple(read[label] for label in rule.labels))) == expected


NEVER = {
    "gespaard/0:second": "what was paid out was in the money box",
    "kinderbedrag/0:second holds": "n // (1 + n) is always zero",
    "schuld/0:second": "nobody pays back more than is owed",
    "schuld:second": "nobody lives long enough to owe the most",
    "te_vol:first holds": "the refusal ends the evaluation",
    "vrijlating@2021-01:otherwise": "the version is as short as the exemption",
}


def test_the_lives_of_toyland_take_every_branch_that_can_be_taken() -> None:
    every = {b.id for b in branches(OWN)}
    seen: set[str] = set()
    for one in life.lives(Random(4), OWN, 1200):
        for month in explain(OWN, Book(), one):
            for step in month.steps.values():
                seen |= taken(step)
    assert seen <= every
    assert every - seen <= set(NEVER)


# -- mutants ---------------------------------------------------------------------------------------------


def changes(formula: Formula, start: int | None = None) -> list[str]:
    """What the mutants of a formula say."""
    rule = rule_of("a", formula, start=start, parameters=[Parameter("g.deel", Share, None, 0, "")])
    unchecked = RuleSet({"a": (rule,)}, {}, ("a",))
    return [formula_text(mutant.rules["a"][0].formula, "en") for _, mutant in mutants(unchecked)]


PART = Share("param", "g.deel")
SOORT = symbol("soort", Choice, Soort)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (X + Y, ["x − y"]), (X - Y, ["x + y"]), (X < Y, ["x ≤ y"]), (X <= Y, ["x < y"]), (X == Y, ["x ≠ y"]),
        (X != Y, ["x = y", "not (x ≠ y)"]), (smallest(X, Y), ["the highest of (x and y)"]),
        (largest(X, Y), ["the lowest of (x and y)"]),
        (T & U, ["t or u"]), (T | U, ["t and u"]), (~T, ["t"]), (when(T, X, Y), ["if t then y, otherwise x"]),
        (X + 0, ["x − 0", "x + 0.01"]), (X + 1, ["x − 0.01", "x + 0"]), (X + 7, ["x − 0.07", "x + 0.08"]),
        (share(X, PART, HALF_UP), ["g.deel of x, rounded down", "x"]), (share(X, PART, UP), ["g.deel of x, rounded down", "x"]),
        (share(X, PART, DOWN), ["g.deel of x, rounded up", "x"]), (X * symbol("n", Count), ["x"]),
        (X // symbol("n", Count), ["x"]),
        (SOORT == Soort.VIER, ["soort ≠ four", "soort = one"]),
    ],
)  # fmt: skip
def test_the_mutants_of_each_operator(formula: Formula, expected: list[str]) -> None:
    assert changes(formula) == expected


def test_looking_back_is_mutated_to_the_start_value() -> None:
    assert changes(previous(symbol("a", Cents)) + X, start=25) == ["a of last month − x", "0.25 + x"]


def test_a_mutant_differs_in_one_rule_and_says_where() -> None:
    for words, mutant in mutants(OWN):
        changed = [(old, new) for old, new in zip(OWN.versions(), mutant.versions(), strict=True) if old is not new]
        assert len(changed) == 1
        old, new = changed[0]
        assert not old.formula.same_as(new.formula)
        assert words.startswith(f"{old.where}: {old.name}")
        assert (mutant.inputs, mutant.targets) == (OWN.inputs, OWN.targets)


def test_a_mutant_may_leave_something_unused() -> None:
    rules = rules_of([rule_of("b", X + 1, start=0), rule_of("a", previous(symbol("b", Cents)))], [INPUTS[0]])
    assert any(not mutant.needs("a", looking_back=True) for _, mutant in mutants(rules))


EDGES = {
    "uitgekeerd/0:<=", "werkt/0/0:const",
    "maanden_met_speelgeld/0/0:const", "terugbetaald/0/1/0:<", "schuld/0/0/0/1/0:<",  # Exactly on the edge: no random life is.
    "vrijlating@2021-01/0:<", "vrijlating@2021-01/0/0:previous", "vrijlating@2021-01/2:const",  # As short as the exemption.
    "kinderbedrag/0:or", "terugbetaald/0/1/0/0:previous", "schuld/0/1:const",  # Cannot differ in Toyland.
    "te_vol/0/0:const", "te_vol/1:==", "te_vol/1/1:const",  # Nobody has eleven children.
}  # fmt: skip
"""Mutants that random lives need not tell from the act."""


def test_the_lives_of_toyland_tell_the_mutants_from_the_act() -> None:
    lives = list(life.lives(Random(6), OWN, 400))
    expected = [values(OWN, one) for one in lives]
    made = list(mutants(OWN))
    alive = {words.split(": ")[1] for words, mutant in made
             if all(values(mutant, one) == e for one, e in zip(lives, expected, strict=True))}  # fmt: skip
    assert len(made) > 100
    assert alive <= EDGES


def values(rules: RuleSet, one: life.Life) -> object:
    """Everything that a life yields, or what went wrong."""
    try:
        return [{where: int(s.value) for where, s in month.steps.items()} for month in explain(rules, Book(), one)]
    except (WerkzaamError, ZeroDivisionError) as error:
        return type(error)
