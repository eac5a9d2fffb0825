# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a rule set for one household, month by month: every rule yields a step that can be followed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Protocol

from werkzaam.core.errors import NotCovered, RuleError
from werkzaam.core.money import Rounding, share_of
from werkzaam.core.months import Month
from werkzaam.engine.formula import Formula
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Level, Parameter, Rule

Key = tuple[str, ...]
"""() for the household, (person,) for a person, (person, job) for a job."""
Value = int | Fraction
Leaf = Value | tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter's value in a month, with where it was found."""

    value: Value
    source: str
    since: Month | None = None
    assumed: bool = False


class Book(Protocol):
    """Whoever knows the parameters: one value, or one per option for a table; its answers do not change."""

    def __hash__(self) -> int: ...

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]: ...


@dataclass(frozen=True, slots=True)
class MonthInput:
    """What is known of a household in one month: the inputs per level and key."""

    month: Month
    records: Mapping[Level, Mapping[Key, Mapping[str, int]]]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule for one household, person or job in one month, with all it read.

    `read` holds each leaf of the formula by its label; a total holds the parts that were added.
    """

    rule: Rule
    key: Key
    value: int
    read: Mapping[str, Leaf]


@dataclass(frozen=True, slots=True)
class MonthSteps:
    """All steps of one month in the order of the rules."""

    month: Month
    steps: Mapping[tuple[str, Key], Step]

    def value(self, name: str, key: Key = ()) -> int:
        return self.steps[name, key].value


Env = dict[str, dict[Key, int]]


def explain(rules: RuleSet, book: Book, months: Sequence[MonthInput]) -> tuple[MonthSteps, ...]:
    """Evaluate every rule for every month, in order; raises NotCovered with the article where a rule refuses."""
    done: list[MonthSteps] = []
    before: Env = {}
    previous: Month | None = None
    for given in months:
        if previous is not None and given.month != previous + 1:
            raise RuleError(f"Month {given.month} follows {previous}; months are evaluated without gaps.")
        before, steps = _one_month(rules, book, given, before)
        done.append(MonthSteps(given.month, steps))
        previous = given.month
    return tuple(done)


def _one_month(rules: RuleSet, book: Book, given: MonthInput, before: Env) -> tuple[Env, dict[tuple[str, Key], Step]]:
    env = _inputs(rules, given)
    parameters = parameter_values(rules, book, given.month)
    steps: dict[tuple[str, Key], Step] = {}
    for rule, readers, formula in _prepared(rules, given.month):
        values = env[rule.name] = {}
        for key in given.records[rule.level]:
            read = {label: reader(key, env, before, parameters) for label, reader in readers}
            value = int(formula(read))
            if rule.refuses and value:
                raise NotCovered(f"{rule.en.sentence} ({rule.law.text('en')}; {given.month}) / {rule.nl.sentence}")
            values[key] = value
            steps[rule.name, key] = Step(rule, key, value, read)
    return env, steps


def _inputs(rules: RuleSet, given: MonthInput) -> Env:
    return {name: {key: record[name] for key, record in given.records[one.level].items()}
            for name, one in rules.inputs.items()}  # fmt: skip


@lru_cache(maxsize=4096)
def parameter_values(rules: RuleSet, book: Book, month: Month) -> Mapping[str, Leaf]:
    """Every parameter of the rules in force in one month; a table gives one value per option, in their order."""
    values: dict[str, Leaf] = {}
    for name, parameter in rules.parameters_on(month).items():
        found = book.given(parameter, month)
        values[name] = tuple(g.value for g in found) if isinstance(parameter.source, Mapping) else found[0].value
    return values


Reader = Callable[[Key, Env, Env, Mapping[str, Leaf]], Leaf]
Prepared = tuple[tuple[Rule, tuple[tuple[str, Reader], ...], Callable[[Mapping[str, Leaf]], int]], ...]


@lru_cache(maxsize=4096)
def _prepared(rules: RuleSet, month: Month) -> Prepared:
    """The rules in force in a month, in order: how to fetch each distinct leaf by label, and the formula to run."""
    found = []
    for name in rules.order:
        rule = rules.on(name, month)
        leaves = {n.label: n for n in rule.formula.walk() if n.label}
        readers = tuple((label, _reader(leaf, rules)) for label, leaf in leaves.items())
        found.append((rule, readers, executable(rule.formula)))
    return tuple(found)


def _reader(leaf: Formula, rules: RuleSet) -> Reader:
    name: str = leaf.args[0]
    if leaf.op in ("param", "at"):
        return lambda key, env, before, parameters: parameters[name]
    level = int(rules.level(name))
    if leaf.op == "name":
        return lambda key, env, before, parameters: env[name][key[:level]]
    if leaf.op == "total":
        return lambda key, env, before, parameters: tuple(v for k, v in env[name].items() if k[: len(key)] == key)
    start = rules.rules[name][0].start
    assert start is not None
    return lambda key, env, before, parameters: before[name].get(key[:level], start) if before else start


def evaluate(formula: Formula, read: Mapping[str, Leaf]) -> int:
    """The value of a formula, given the values of its leaves by label; only the branch taken is evaluated."""
    return executable(formula)(read)


_BINARY: dict[str, Callable[[int, int], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "and": operator.and_,
    "or": operator.or_,
    "smallest": min,
    "largest": max,
    "ratio": Fraction,
}


@lru_cache(maxsize=4096)
def executable(formula: Formula) -> Callable[[Mapping[str, Leaf]], int]:
    """A formula as a function of its leaves: one small closure per operator, made once."""
    op, args, label = formula.op, formula.args, formula.label
    if op == "const":
        value = int(args[0])
        return lambda read: value
    if op == "total":
        return lambda read: sum(read[label])  # type: ignore[arg-type]
    inner = [executable(a) for a in formula.children()]
    if op == "at":
        return lambda read: read[label][inner[0](read)]  # type: ignore[index,return-value]
    if label:
        return lambda read: read[label]  # type: ignore[return-value]
    if op == "when":
        return lambda read: inner[1](read) if inner[0](read) else inner[2](read)
    if op == "not":
        return lambda read: not inner[0](read)
    if op == "share":
        rounding: Rounding = args[2]
        return lambda read: share_of(inner[0](read), inner[1](read), rounding)  # type: ignore[arg-type]
    binary, first, second = _BINARY[op], inner[0], inner[1]
    return lambda read: binary(first(read), second(read))
