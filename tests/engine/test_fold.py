# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known may be worked out beforehand: a rule set made smaller gives every value that it gave before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random

import pytest

from tests.engine import formulas
from tests.engine.small import Prices, amount, differences, life_of, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.life import Life
from tests.toyland.town import MONTHS, Book
from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Given, Key, Leaf, MonthInput, MonthSteps, explain, parameter_values
from werkzaam.engine.fold import Folded, fold
from werkzaam.engine.formula import Cents, Formula, Share, Truth, largest, previous, share, smallest, symbol, total, when
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import make
from werkzaam.engine.rule import ALWAYS, PERSOON, Parameter, Rule

A, B, X, Y = (symbol(name, Cents) for name in "abxy")
T, P = symbol("t", Truth), symbol("p", Cents)
XY = [amount("x", 0, 900), amount("y", 0, 900)]
SEEDS = 60


@dataclass(frozen=True, eq=False)
class Town(Prices):
    """A book in which some parameters have another value than their source."""

    changed: Mapping[str, Leaf] = field(default_factory=dict)

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]:
        value = self.changed.get(parameter.name)
        if value is None:
            return super().given(parameter, month)
        return tuple(Given(one, "test") for one in (value if isinstance(value, tuple) else (value,)))


def folded(rules: RuleSet, known: Mapping[str, Leaf] | None = None, months: Sequence[Month] = MONTHS) -> Folded:
    """The rule set with this known, and everything asked."""
    return fold(rules, tuple(rules.rules), months, known or {})


def both(rules: RuleSet, made: Folded, lives: Sequence[Life], book: object) -> list[str]:
    """Where the smaller rule set gives another value than the whole one, over all outputs."""
    found = []
    for life_ in lives:
        whole = explain(rules, book, life_)  # type: ignore[arg-type]
        small = explain(made.rules, book, life_)  # type: ignore[arg-type]
        for given, one, other in zip(life_, whole, small, strict=True):
            for (name, key), step in one.steps.items():
                if _of(rules, made, name, key, given, other) != step.value:
                    found.append(f"{name} {key} in {one.month}: {step.value}, folded {_of(rules, made, name, key, given, other)}")
    return found


def _of(rules: RuleSet, made: Folded, name: str, key: Key, given: MonthInput, small: MonthSteps) -> int:
    """The value of an output: a constant, that of another column, or computed."""
    if name in made.constants:
        return made.constants[name]
    column = made.same.get(name, name)
    return given.records[rules.level(column)][key][column] if column in rules.inputs else small.value(column, key)


# -- any rule set ----------------------------------------------------------------------------------------


def random_rules(chance: Random) -> RuleSet:
    """Rules that read each other, some with two versions, some that begin at nothing, and two that say what another says."""
    rules = formulas.a_rule_set(chance, 10)
    nothing = chance.random() < 0.6
    back = {name for one in rules.rules for name in rules.needs(one, looking_back=True)}
    made: list[Rule] = []
    for rule in rules.versions():
        one = replace(rule, start=(0 if nothing else rule.start) if rule.name in back else None)
        made += _in_two(chance, one) if chance.random() < 0.3 else [one]
    for twin in chance.sample(list(rules.rules), 2):
        made += [replace(one, name=f"{twin}_weer", start=None) for one in made if one.name == twin]
    return RuleSet.of(made, rules.inputs.values(), list(dict.fromkeys(one.name for one in made)))


def _in_two(chance: Random, rule: Rule) -> list[Rule]:
    """The rule in two versions, of which the later may be another one."""
    later = largest(rule.formula, 0) if chance.random() < 0.5 else rule.formula
    return [replace(rule, span=Span.parse("0000-01", "2021-06")), replace(rule, span=Span.parse("2021-07"), formula=later)]


def random_town(chance: Random) -> dict[str, Leaf]:
    """Some parameters at nothing, and the option of the town."""
    nothing: dict[str, Leaf] = {"g.bedrag": 0, "g.aandeel": Fraction(0), "g.tabel": (0,) * 4, "g.aandelen": (Fraction(0),) * 4}
    found = {name: value for name, value in nothing.items() if chance.random() < 0.6}
    return {**found, "g.keus": chance.randrange(4)}


def random_case(seed: int) -> tuple[RuleSet, Folded, list[Life], Town]:
    """A rule set, what is left of it where a town and some inputs are known, and lives that fit what is known."""
    chance = Random(seed)
    rules, town = random_rules(chance), random_town(chance)
    known = {name: chance.choice([0, 0, one.low, one.high]) for name, one in rules.inputs.items() if chance.random() < 0.7}
    known = {name: max(value, rules.inputs[name].low) for name, value in known.items()}
    book = Town(town)
    numbers = {name: value for name, value in town.items() if name in rules.parameters}
    lives = [_knowing(one, rules, known) for one in life.lives(chance, rules, 60)]
    return rules, folded(rules, {**numbers, **known}), lives, book


def _knowing(one: Life, rules: RuleSet, known: Mapping[str, int]) -> Life:
    return tuple(
        replace(given, records={level: {key: {**record, **{n: v for n, v in known.items() if rules.level(n) == level}}
                                        for key, record in some.items()} for level, some in given.records.items()})
        for given in one
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_random_rule_set_gives_the_same_values_when_folded(seed: int) -> None:
    rules, made, lives, book = random_case(seed)
    assert both(rules, made, lives, book) == []


def test_the_random_rule_sets_try_every_way_of_folding() -> None:
    """A comparison in which nothing was folded would prove nothing."""
    counted: Counter[str] = Counter()
    for seed in range(SEEDS):
        rules, made, _, _ = random_case(seed)
        counted.update(constant=len(made.constants), same=len(made.same), left=len(made.outputs),
                       shorter=_nodes(made.rules) < _nodes(rules),
                       unread=len(rules.inputs) - len(made.rules.inputs),
                       looking_back=sum(rule.start is not None for rule in made.rules.versions()))  # fmt: skip
    assert min(counted[what] for what in ("constant", "same", "left", "shorter", "unread", "looking_back")) >= 20, counted


def _nodes(rules: RuleSet) -> int:
    return sum(1 for rule in rules.versions() for _ in rule.formula.walk())


@pytest.mark.parametrize(
    "known", [{}, {"huur": 0}, {"zorg": 0, "huur": 0}, {"loon": 0, "schatting": 0, "zorg": 1}], ids=lambda known: "+".join(known)
)
def test_toyland_gives_the_same_values_when_folded(known: Mapping[str, int]) -> None:
    lives = [_knowing(one, TOYLAND, known) for one in life.lives(Random(7), TOYLAND, 600)]
    made = folded(TOYLAND, {**_steady(TOYLAND), **known})
    assert both(TOYLAND, made, lives, Book()) == []


def _steady(rules: RuleSet) -> dict[str, Leaf]:
    """The parameters that are the same in all months."""
    values = [parameter_values(rules, Book(), month) for month in MONTHS]  # type: ignore[arg-type]
    return {name: value for name, value in values[-1].items() if all(v.get(name, value) == value for v in values)}


# -- constants -------------------------------------------------------------------------------------------


def test_nothing_known_leaves_the_rules_as_they_are() -> None:
    rules = rules_of([rule_of("a", X + Y)], XY)
    made = folded(rules)
    assert (made.outputs, made.constants, made.same) == (("a",), {}, {})
    assert made.rules.rules["a"][0].formula.same_as(X + Y)


def test_what_follows_from_the_known_alone_is_a_constant() -> None:
    rules = rules_of([rule_of("a", X + 3), rule_of("b", smallest(A * 2, 9))], XY[:1])
    made = folded(rules, {"x": 1})
    assert (made.outputs, made.constants) == ((), {"a": 4, "b": 8})
    assert not made.rules.rules


def test_a_switch_of_the_town_picks_its_branch_and_the_other_needs_no_input() -> None:
    switch = Parameter("g.aan", Truth, None, 0, "")
    formula = when(Truth("param", "g.aan"), X, otherwise=Y)
    rules = rules_of([rule_of("a", formula + 1, parameters=[switch])], XY)
    for value, read in ((1, "x"), (0, "y")):
        made = folded(rules, {"g.aan": value})
        assert list(made.rules.inputs) == [read]


@pytest.mark.parametrize(
    ("formula", "left"),
    [
        (share(X, Share("param", "g.niets"), HALF_UP), 0),
        (share(largest(X - X, 0) * 0 + Y, Share("param", "g.kwart"), HALF_UP), None),
        (smallest(share(Y, Share("param", "g.kwart"), HALF_UP), X), 0),
        (smallest(Y - 1, X), None),
        (when((Y > 3) & (X > 0), Y, otherwise=7), 7),
        (when((Y > 3) | (X == 0), 7, otherwise=Y), 7),
        (when((Y > 3) & (X == 0), Y, otherwise=7), None),
        (when(Y > 3, Cents("const", 7), otherwise=X + 7), 7),
    ],
)
def test_what_one_known_side_decides_needs_the_other_no_more(formula: Formula, left: int | None) -> None:
    parts = [Parameter("g.niets", Share, None, Fraction(0), ""), Parameter("g.kwart", Share, None, Fraction(1, 4), "")]
    rules = rules_of([rule_of("a", formula + 0, parameters=parts), rule_of("z", X + Y)], XY)
    made = folded(rules, {"x": 0, "g.niets": Fraction(0), "g.kwart": Fraction(1, 4)})
    assert made.constants.get("a") == left
    lives = [life_of({"x": 0, "y": y}, {"x": 0, "y": y}) for y in (0, 1, 3, 4, 900)]
    assert both(rules, made, lives, Prices()) == []


def test_a_total_of_nothing_is_nothing_and_of_something_is_not_known() -> None:
    rules = rules_of([rule_of("a", total(P)), rule_of("b", total(symbol("q", Cents)))],
                     [amount("p", 0, 9, level=PERSOON), amount("q", 0, 9, level=PERSOON)])  # fmt: skip
    made = fold(rules, ("a", "b"), MONTHS, {"p": 0, "q": 1})
    assert (made.constants, made.outputs) == ({"a": 0}, ("b",))


def test_a_total_of_a_rule_that_is_the_same_for_everybody_counts_how_many_there_are() -> None:
    rules = rules_of(
        [rule_of("a", P + 2, level=PERSOON), rule_of("b", total(A) + X)], [*XY[:1], amount("p", 0, 9, level=PERSOON)]
    )
    made = fold(rules, ("a", "b"), MONTHS, {"p": 0})
    assert (made.constants, made.outputs) == ({"a": 2}, ("b",))
    lives = [life_of({"x": 1}, {"x": 1}, persons=[{("p",): {"p": 0}, ("q",): {"p": 0}}, {}])]
    assert [one.value("b") for one in explain(made.rules, Prices(), lives[0])] == [5, 1]
    assert both(rules, made, lives, Prices()) == []
    fixed = rules_of([rule_of("a", Cents("const", 2), level=PERSOON), rule_of("b", total(A) + X)], XY[:1])
    assert differences(fixed, [life_of({"x": 1}, {"x": 1}, persons=[{("p",): {}, ("q",): {}}, {}])]) == []


# -- the same column -------------------------------------------------------------------------------------


def test_rules_that_come_to_one_formula_share_a_column() -> None:
    rules = rules_of([rule_of("a", X + Y), rule_of("b", X + Y), rule_of("c", B + 1)], XY)
    made = folded(rules)
    assert (made.same, made.outputs) == ({"b": "a"}, ("a", "c"))
    assert made.rules.needs("c") == ("a",)


def test_a_rule_that_comes_to_another_is_that_column_also_when_it_is_an_input() -> None:
    rules = rules_of([rule_of("a", largest(X, 0) + Y), rule_of("b", when(T, A, otherwise=X))], [*XY, amount("t", 0, 1, Truth)])
    assert folded(rules, {"t": 1}).same == {"b": "a"}
    assert folded(rules, {"t": 0}).same == {"b": "x"}


def test_the_same_formula_on_two_levels_is_two_columns() -> None:
    rules = rules_of([rule_of("a", X + 1), rule_of("b", X + 1, level=PERSOON)], XY[:1])
    assert folded(rules).same == {}


def test_a_rule_that_is_looked_back_at_keeps_its_own_column() -> None:
    rules = rules_of([rule_of("a", X + 1), rule_of("b", X + 1, start=5), rule_of("c", previous(B) + A)], XY[:1])
    made = folded(rules)
    assert made.same == {}
    assert both(rules, made, [life_of({"x": 1}, {"x": 2}, {"x": 3})], Prices()) == []


# -- looking back ----------------------------------------------------------------------------------------


def counting(start: int) -> RuleSet:
    """A count of the months with wages."""
    return rules_of([rule_of("a", previous(A) + when(X > 0, Cents("const", 1), otherwise=0), start=start)], XY[:1])


def test_a_rule_that_stays_at_its_start_is_constant() -> None:
    assert folded(counting(3), {"x": 0}).constants == {"a": 3}


def test_a_rule_that_leaves_its_start_is_not_folded() -> None:
    made = folded(counting(0), {"x": 7})
    assert (made.outputs, made.constants) == (("a",), {})
    assert both(counting(0), made, [life_of({"x": 7}, {"x": 7}, {"x": 7})], Prices()) == []


def test_two_rules_that_keep_each_other_at_their_start_are_constant() -> None:
    rules = rules_of([rule_of("a", previous(B), start=4), rule_of("b", previous(A), start=4)])
    assert folded(rules).constants == {"a": 4, "b": 4}


def test_two_rules_that_pass_their_starts_to_each_other_are_not() -> None:
    rules = rules_of([rule_of("a", previous(B), start=4), rule_of("b", previous(A), start=5)])
    made = folded(rules)
    assert (made.constants, made.outputs) == ({}, ("a", "b"))


def test_a_constant_that_is_not_its_start_is_still_looked_back_at() -> None:
    """In the first month a rule reads the start, in all others the constant."""
    rules = rules_of([rule_of("a", Cents("const", 5), start=0), rule_of("b", previous(A) + X)], XY[:1])
    made = fold(rules, ("a", "b"), MONTHS, {})
    assert (made.constants, made.outputs) == ({"a": 5}, ("b",))
    lives = [life_of({"x": 1}, {"x": 1}, {"x": 1})]
    assert [one.value("b") for one in explain(made.rules, Prices(), lives[0])] == [1, 6, 6]
    assert differences(rules, lives) == []


# -- versions, refusals, the kernel ----------------------------------------------------------------------

EARLY, LATE = Span.parse("0000-01", "2021-12"), Span.parse("2022-01")


def test_versions_are_constant_only_when_all_of_them_are_the_same() -> None:
    rules = rules_of([rule_of("a", X + 1, span=EARLY), rule_of("a", X + 2, span=LATE), rule_of("b", A + X)], XY[:1])
    made = folded(rules, {"x": 0})
    assert (made.constants, made.outputs) == ({}, ("a",))
    assert made.same == {"b": "a"}
    again = rules_of([rule_of("a", X + 1, span=EARLY), rule_of("a", X * 2 + 1, span=LATE)], XY[:1])
    assert folded(again, {"x": 0}).constants == {"a": 1}


def test_a_version_outside_the_months_is_left_out() -> None:
    rules = rules_of([rule_of("a", X + 1, span=EARLY), rule_of("a", X + 2, span=LATE)], XY[:1])
    assert folded(rules, {"x": 0}, MONTHS[:12]).constants == {"a": 1}
    assert folded(rules, {"x": 0}, MONTHS[12:]).constants == {"a": 2}
    assert len(folded(rules, {}, MONTHS[:12]).rules.rules["a"]) == 1


def test_a_refusal_that_always_holds_is_kept() -> None:
    rules = RuleSet.of([rule_of("a", X + 1), rule_of("r", X == 0, refuses=True)], XY[:1], ["a"])
    made = fold(rules, ("a", "r"), MONTHS, {"x": 0})
    assert (made.outputs, made.constants) == (("r",), {"a": 1})
    assert made.rules.refusals == ("r",)


def test_a_refusal_that_never_holds_is_known_not_to() -> None:
    rules = RuleSet.of([rule_of("a", X + Y), rule_of("r", X > 0, refuses=True)], XY, ["a"])
    made = fold(rules, ("a", "r"), MONTHS, {"x": 0})
    assert (made.constants, made.rules.refusals) == ({"r": 0}, ())


def test_a_refusal_shares_no_column_with_a_rule() -> None:
    rules = RuleSet.of([rule_of("a", X > 3), rule_of("r", X > 3, refuses=True)], XY[:1], ["a"])
    assert fold(rules, ("a", "r"), MONTHS, {}).same == {}


def test_an_input_that_nobody_delivered_is_no_column_of_the_kernel() -> None:
    rules = rules_of([rule_of("a", X + Y * 2), rule_of("b", Y + 1)], [XY[0], replace(XY[1], default=4)])
    absent = make(rules, ("a", "b"), Prices(), MONTHS, None, absent=["y"])
    assert (absent.inputs, absent.folded.constants) == (("x",), {"b": 5})
    lives = [life_of({"x": 10, "y": 4}, {"x": 0, "y": 4})]
    assert differences(rules, lives, kernel=absent) == []


def test_an_input_without_a_default_stays() -> None:
    rules = rules_of([rule_of("a", X + Y)], XY)
    assert make(rules, ("a",), Prices(), MONTHS, None, absent=["x", "y"]).inputs == ("x", "y")


def test_a_folded_rule_keeps_its_words_and_its_place() -> None:
    """Only the formula changes; ALWAYS stays ALWAYS, so that a page could still be made of it."""
    rule = folded(rules_of([rule_of("a", X * 2 + 0 + Y)], XY), {"y": 0}).rules.rules["a"][0]
    assert (rule.name, rule.span, rule.where) == ("a", ALWAYS, "small.py:a")
    assert rule.formula.same_as(X * 2)
