# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""State as columns: a kernel goes on from what was left, gives what the explanation gives, and loses nobody who was away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.engine import formulas
from tests.engine.small import Prices, Soort, amount, life_of, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.life import Life, tables
from tests.toyland.town import MONTHS, Book
from werkzaam.core.errors import InputError
from werkzaam.engine.batch import KEYS, RowErrors, settle
from werkzaam.engine.bounds import bounds
from werkzaam.engine.explain import explain
from werkzaam.engine.fold import fold
from werkzaam.engine.formula import Cents, Choice, Count, Truth, previous, symbol
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import Kernel, make
from werkzaam.engine.memory import ALWAYS_FITS, LAST_SEEN, NOTHING, State, carrying, columns, limited
from werkzaam.engine.rule import BAAN, BEFORE, HUISHOUDEN, PERSOON, Level

A, B, C, X, P, J = (symbol(name, Cents) for name in "abcxpj")
COUNTING = rules_of(
    [
        rule_of("a", previous(A) + X, start=5),
        rule_of("b", previous(B) + P, level=PERSOON, start=0),
        rule_of("c", previous(C) + J + previous(B), level=BAAN, start=-1),
    ],
    [amount("x", 0, 99), amount("p", 0, 99, level=PERSOON), amount("j", 0, 99, level=BAAN)],
)
"""A sum per household, person and job; the last looks back at the person too."""
ONE, TWO, WORK = ("p",), ("q",), ("p", "j")
Tables = dict[Level, pa.Table]


@pytest.fixture(scope="module")
def plain(cache: Path) -> Kernel:
    """The sums, without state from before."""
    return make(COUNTING, tuple(COUNTING.rules), Prices(), MONTHS, cache)


@pytest.fixture(scope="module")
def going_on(cache: Path) -> Kernel:
    """The sums, with state from before."""
    return make(COUNTING, (), Prices(), MONTHS, cache, carried=True)


@pytest.fixture(scope="module")
def toyland_going_on(cache: Path) -> Kernel:
    """Every rule of Toyland, with state from before."""
    return make(TOYLAND, tuple(TOYLAND.rules), Book(), MONTHS, cache, carried=True)


def lived(*months: Mapping[tuple[str, ...], int]) -> Life:
    """Months in which the household, persons and jobs have these sums; who is not named has no record."""
    below = [{key: {"xpj"[len(key)]: value} for key, value in one.items() if key} for one in months]
    return life_of(*({"x": one.get((), 0)} for one in months), persons=below)


def with_state(rules: RuleSet, lives: Sequence[Life], states: Sequence[State]) -> Tables:
    """The tables of lives that go on from these states."""
    whose = {level: [(states[number] if at == 0 else NOTHING, key) for number, one in enumerate(lives)
                     for at, month in enumerate(one) for key in month.records[level]] for level in Level}  # fmt: skip
    return tables(lives, rules, {level: columns(rules, level, some) for level, some in whose.items()})


def values(table: pa.Table, name: str) -> list[int]:
    """A column as numbers, options by their place."""
    column = table.column(name)
    if pa.types.is_dictionary(column.type):
        column = pa.chunked_array([chunk.indices for chunk in column.chunks])
    return [int(value) for value in column.to_pylist()]


def unlike(rules: RuleSet, book: object, lives: Sequence[Life], states: Sequence[State], found: Tables) -> list[str]:
    """Rules whose column is not what is explained from these states."""
    expected: dict[str, list[int]] = {name: [] for name in rules.rules}
    for one, state in zip(lives, states, strict=True):
        for month in explain(rules, book, one, state):  # type: ignore[arg-type]
            for (name, _), step in month.steps.items():
                expected[name].append(step.value)
    shown = [name for name in rules.rules if name not in rules.refusals]
    return [name for name in shown if values(found[rules.level(name)], name) != expected[name]]


def cut(chance: Random, rules: RuleSet, book: object, lives: Sequence[Life]) -> tuple[list[Life], list[State]]:
    """What is left of each life after a month by chance, and the state that it goes on from."""
    parts, states = [], []
    for one in lives:
        at = chance.randrange(len(one))
        done = explain(rules, book, one[:at])  # type: ignore[arg-type]
        parts.append(one[at:])
        states.append(done[-1].state if done else NOTHING)
    return parts, states


# -- the same cents --------------------------------------------------------------------------------------------


def test_a_kernel_goes_on_from_any_month_of_a_life_in_toyland(toyland_going_on: Kernel) -> None:
    chance = Random(12)
    parts, states = cut(chance, TOYLAND, Book(), list(life.lives(chance, TOYLAND, 4000)))
    assert {name for state in states for name, _ in state} >= set(TOYLAND.remembered)
    found = settle(toyland_going_on, with_state(TOYLAND, parts, states))
    assert unlike(TOYLAND, Book(), parts, states, found) == []


def test_without_state_it_gives_what_a_plain_kernel_gives(toyland: Kernel, toyland_going_on: Kernel) -> None:
    given_tables = tables(list(life.lives(Random(13), TOYLAND, 2000)), TOYLAND)
    one, other = settle(toyland, given_tables), settle(toyland_going_on, given_tables)
    assert {level: table.to_pydict() for level, table in one.items()} == {level: t.to_pydict() for level, t in other.items()}


def test_what_a_kernel_shows_is_the_state_that_the_next_run_goes_on_from(toyland_going_on: Kernel) -> None:
    """Run after run, from columns to columns, is the whole history at once."""
    whole = next(one for one in life.lives(Random(20), TOYLAND, 500) if len(one) > 12)
    history = settle(toyland_going_on, tables([whole], TOYLAND))
    before: dict[Level, dict[tuple[str, ...], dict[str, int]]] = {level: {} for level in Level}
    for at in range(len(whole)):
        month = whole[at : at + 1]
        keys = {level: list(month[0].records[level]) for level in Level}
        more = {level: {BEFORE + name: [before[level].get(key, {}).get(name, start) for key in keys[level]]
                        for name, start in TOYLAND.remembered.items() if TOYLAND.level(name) == level}
                for level in Level}  # fmt: skip
        found = settle(toyland_going_on, tables([month], TOYLAND, more))
        for level in Level:
            rows = history[level].filter(pa.compute.equal(history[level].column("maand"), month[0].month.index))
            assert found[level].drop_columns(["huishouden"]).to_pydict() == rows.drop_columns(["huishouden"]).to_pydict()
            names = [name for name in TOYLAND.remembered if TOYLAND.level(name) == level]
            some = {name: values(found[level], name) for name in names}
            before[level] |= {key: {name: some[name][row] for name in names} for row, key in enumerate(keys[level])}


@settings(max_examples=3, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_a_kernel_of_random_rules_goes_on_from_any_month(seed: int) -> None:
    chance = Random(seed)
    rules = formulas.a_rule_set(chance, 7)
    parts, states = cut(chance, rules, Prices(), list(life.lives(chance, rules, 300)))
    kernel = make(rules, tuple(rules.rules), Prices(), MONTHS, None, carried=True)
    assert unlike(rules, Prices(), parts, states, settle(kernel, with_state(rules, parts, states))) == []


def test_each_level_reads_its_own_state_and_that_of_those_above(going_on: Kernel) -> None:
    state = {("a", ()): 100, ("b", ONE): 20, ("c", WORK): 30}
    found = settle(going_on, with_state(COUNTING, [lived({(): 1, ONE: 2, WORK: 3}, {ONE: 0, WORK: 0})], [state]))
    assert values(found[HUISHOUDEN], "a") == [101, 101]
    assert values(found[PERSOON], "b") == [22, 22]
    assert values(found[BAAN], "c") == [30 + 3 + 20, 53 + 22]


def test_a_column_that_is_missing_is_at_its_start(going_on: Kernel) -> None:
    found = settle(going_on, tables([lived({(): 1, ONE: 2, WORK: 3})], COUNTING, {PERSOON: {BEFORE + "b": [20]}}))
    assert [values(found[level], name) for level, name in zip(Level, "abc", strict=True)] == [[6], [22], [22]]


def test_only_a_row_without_a_row_before_it_reads_the_state(going_on: Kernel) -> None:
    found = settle(going_on, tables([lived({ONE: 1}, {ONE: 1})], COUNTING, {PERSOON: {BEFORE + "b": [20, 77]}}))
    assert values(found[PERSOON], "b") == [21, 22]


def test_the_rules_that_are_looked_back_at_are_among_the_outputs() -> None:
    kernel = make(COUNTING, ("b",), Prices(), MONTHS, None, carried=True)
    assert kernel.outputs == ("b", "a", "c")


# -- bounds ------------------------------------------------------------------------------------------------------


def test_what_is_carried_beyond_its_limits_is_refused_by_row(going_on: Kernel) -> None:
    high = going_on.rules.inputs[BEFORE + "b"].high
    assert high == ALWAYS_FITS[Cents]
    for value, low in ((high + 1, 0), (-1, 0)):
        with pytest.raises(RowErrors, match=rf"persoon table, row 2: vorige.b is {value}; {low} to {high} was expected"):
            settle(going_on, tables([lived({ONE: 1, TWO: 1})], COUNTING, {PERSOON: {BEFORE + "b": [0, value]}}))


def test_the_limits_are_what_months_can_bring_or_what_always_fits() -> None:
    n, t, s = symbol("n", Count), symbol("t", Truth), symbol("s", Choice, Soort)
    rules = rules_of([rule_of("a", previous(A) + X - 1, start=0), rule_of("b", previous(B), start=9),
                      rule_of("n", previous(n) + 2, start=-1), rule_of("t", previous(t), start=0),
                      rule_of("s", previous(s), start=1)],
                     [amount("x", 0, 10**8)])  # fmt: skip
    made = limited(carrying(rules), bounds(rules, {}))
    found = {name: (one.low, one.high, one.default) for name, one in made.inputs.items() if name.startswith(BEFORE)}
    months = 600
    assert found == {
        BEFORE + "a": (-months, months * (10**8 - 1), 0), BEFORE + "b": (9, 2**30, 9),
        BEFORE + "n": (-1, 2 * months - 1, -1), BEFORE + "t": (0, 1, 0),
        BEFORE + "s": (0, 3, 1),
    }  # fmt: skip


def test_the_bounds_hold_from_whatever_is_carried_in() -> None:
    rules = rules_of([rule_of("a", previous(A) + X, start=0)], [amount("x", 0, 1)])
    made = limited(carrying(rules), bounds(rules, {}))
    assert bounds(made, {})["a"] == (0, ALWAYS_FITS[Cents] + 600)


def test_a_state_of_another_kernel_is_refused(plain: Kernel, going_on: Kernel) -> None:
    one = [lived({ONE: 1, WORK: 1})]
    with pytest.raises(InputError, match=r"table per persoon has a column vorige\.b, which is not read there"):
        settle(plain, tables(one, COUNTING, {PERSOON: {BEFORE + "b": [1]}}))
    with pytest.raises(InputError, match=r"table per baan has a column vorige\.b"):
        settle(going_on, tables(one, COUNTING, {BAAN: {BEFORE + "b": [1]}}))
    with pytest.raises(InputError, match=r"column vorige\.bb"):
        settle(going_on, tables(one, COUNTING, {PERSOON: {BEFORE + "bb": [1]}}))


# -- folding -------------------------------------------------------------------------------------------------------


def test_what_may_be_carried_in_is_not_folded_away_unless_it_is_absent() -> None:
    rules = rules_of([rule_of("a", previous(A) + X, start=5)], [amount("x", 0, 9)])
    assert fold(rules, ("a",), MONTHS, {"x": 0}).constants == {"a": 5}
    made = fold(carrying(rules), ("a",), MONTHS, {"x": 0})
    assert (made.constants, list(made.rules.inputs)) == ({}, [BEFORE + "a"])
    assert fold(carrying(rules), ("a",), MONTHS, {"x": 0, BEFORE + "a": 5}).constants == {"a": 5}


def test_a_kernel_needs_no_column_for_state_that_is_absent() -> None:
    kernel = make(COUNTING, ("b",), Prices(), MONTHS, None, [BEFORE + "a", BEFORE + "c"], carried=True)
    assert [name for name in kernel.inputs if name.startswith(BEFORE)] == [BEFORE + "b"]
    found = settle(kernel, tables([lived({(): 1, ONE: 2, WORK: 3})], COUNTING, {PERSOON: {BEFORE + "b": [20]}}))
    assert [values(found[level], name) for level, name in zip(Level, "abc", strict=True)] == [[6], [22], [22]]


def test_a_kernel_without_state_from_before_has_no_trace_of_it(toyland: Kernel) -> None:
    assert "n_vorige__" not in toyland.source.text(True)
    assert toyland.rules.inputs == TOYLAND.inputs


# -- who is away -----------------------------------------------------------------------------------------------------


def refused(kernel: Kernel, given_tables: Tables) -> tuple[Level, Any]:
    with pytest.raises(RowErrors) as raised:
        settle(kernel, given_tables)
    return raised.value.level, raised.value.rows


WORDS = (
    "), and {} was counted before; deliver a row with zeros for each missing month (the same keys, "
    "every amount 0), or give it another {} from here on."
)
AWAY = {
    "a job": ([{ONE: 0, WORK: 5}, {ONE: 0}, {ONE: 0}, {ONE: 0, WORK: 0}], BAAN, 1, "c"),
    "a person": ([{ONE: 7}, {TWO: 0}, {ONE: 0, TWO: 0}], PERSOON, 2, "b"),
    "a person whose job had something": ([{ONE: 0, WORK: 5}, {}, {ONE: 0, WORK: 0}], BAAN, 1, "c"),
    "a job of a person who was away before": ([{ONE: 0, WORK: 5}, {}, {ONE: 0}, {ONE: 0, WORK: 0}], BAAN, 1, "c"),
}


@pytest.mark.parametrize("case", AWAY)
@pytest.mark.parametrize("which", ["plain", "going_on"])
def test_who_returns_with_something_counted_is_refused_by_row(case: str, which: str, request: pytest.FixtureRequest) -> None:
    months, level, row, what = AWAY[case]
    at, rows = refused(request.getfixturevalue(which), tables([lived({(): 1}), lived(*months)], COUNTING))
    key = KEYS[level][-1]
    assert (at, list(rows)) == (level, [row])
    assert rows[row].endswith(WORDS.format(what, key))
    missed = [one.month for one in lived(*months)][1:-1]
    assert f" ({' to '.join(dict.fromkeys([str(missed[0]), str(missed[-1])]))}), and " in rows[row]
    with pytest.raises(InputError, match="returns in"):
        explain(COUNTING, Prices(), lived(*months))


def test_who_returns_with_nothing_counted_goes_on_as_explained(plain: Kernel) -> None:
    """A job stands at 0, which is not its start of -1: going on from the start would lose a cent."""
    one = lived({ONE: 0, WORK: 1}, {ONE: 0}, {}, {ONE: 2, WORK: 3}, {ONE: 1, WORK: 1})
    found = settle(plain, tables([lived({ONE: 9}), one], COUNTING))
    assert unlike(COUNTING, Prices(), [lived({ONE: 9}), one], [NOTHING, NOTHING], found) == []
    assert values(found[BAAN], "c") == [0, 3, 6]


def test_a_kernel_that_does_not_show_what_it_remembers_refuses_every_return() -> None:
    shown = rules_of([rule_of("d", B + 1, level=PERSOON), rule_of("b", previous(B) + P, level=PERSOON, start=0)],
                     [amount("p", 0, 9, level=PERSOON)])  # fmt: skip
    kernel = make(shown, ("d",), Prices(), MONTHS, None)
    months = life_of({}, {}, {}, persons=[{ONE: {"p": 0}}, {}, {ONE: {"p": 0}}])
    assert refused(kernel, tables([months], shown))[0] == PERSOON
    kernel = make(shown, ("d", "b"), Prices(), MONTHS, None)
    assert values(settle(kernel, tables([months], shown))[PERSOON], "d") == [1, 1]


def test_who_was_away_when_the_state_was_left_is_refused(going_on: Kernel) -> None:
    *_, last = explain(COUNTING, Prices(), lived({ONE: 7, TWO: 1}, {TWO: 1}))
    later = lived({ONE: 0, TWO: 0})
    assert (LAST_SEEN, ONE) in last.state
    at, rows = refused(going_on, with_state(COUNTING, [later], [last.state]))
    assert (at, list(rows)) == (PERSOON, [0])
    with pytest.raises(InputError, match="persoon p returns in 2021-01 after 2021-01, and had b"):
        explain(COUNTING, Prices(), later, last.state)


def test_state_for_who_is_not_there_in_the_first_month_is_refused(going_on: Kernel) -> None:
    """The state is of the month before the household's first row; what happened to it since nobody knows."""
    late = lived({ONE: 0}, {ONE: 0, TWO: 0, WORK: 0})
    given_tables = tables([late], COUNTING, {PERSOON: {BEFORE + "b": [1, 0, 4]}})
    at, rows = refused(going_on, given_tables)
    assert (at, list(rows)) == (PERSOON, [2])
    at, rows = refused(going_on, tables([late], COUNTING, {BAAN: {BEFORE + "c": [4]}}))
    assert (at, list(rows)) == (BAAN, [0])
    settle(going_on, tables([late], COUNTING, {PERSOON: {BEFORE + "b": [1, 0, 0]}, BAAN: {BEFORE + "c": [0]}}))


def test_rows_in_any_order_are_linked_to_the_row_before(plain: Kernel) -> None:
    one = [lived({ONE: 1, WORK: 2}, {ONE: 3, WORK: 4}), lived({ONE: 5}, {ONE: 6})]
    given_tables = tables(one, COUNTING)
    turned = {level: table.take(list(range(table.num_rows))[::-1]) for level, table in given_tables.items()}
    straight, found = settle(plain, given_tables), settle(plain, turned)
    for level, name in zip(Level, "abc", strict=True):
        assert values(found[level], name) == values(straight[level], name)
