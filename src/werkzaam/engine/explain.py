# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a rule set for one household, month by month: every rule yields a step that can be followed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from werkzaam.core.errors import NotCovered, RuleError
from werkzaam.core.money import share_of
from werkzaam.core.months import Month
from werkzaam.engine.formula import Formula
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import NOTHING, State, after, by_rule, carried, refuse_returns
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


class Step(NamedTuple):
    """One rule for one household, person or job in one month, with all it read.

    `read` holds each leaf of the formula by its label; a total holds the parts that were added.
    """

    rule: Rule
    key: Key
    value: int
    read: Mapping[str, Leaf]


@dataclass(frozen=True, slots=True)
class MonthSteps:
    """All steps of one month in the order of the rules.

    `state` is all that later months need of this one and those before it: the rules that are looked back at, where
    they are not at their start value. Whoever has no record in this month keeps what was counted before.
    """

    month: Month
    steps: Mapping[tuple[str, Key], Step]
    state: State

    def value(self, name: str, key: Key = ()) -> int:
        return self.steps[name, key].value


Env = dict[str, dict[Key, int]]


def explain(rules: RuleSet, book: Book, months: Sequence[MonthInput], before: State = NOTHING) -> tuple[MonthSteps, ...]:
    """Evaluate every rule for every month, in order; `before` is the state of the month before the first.

    Raises NotCovered with the article where a rule refuses, InputError for a person or job that returns after missing
    months with something counted, and RuleError for a missing month or a state of other rules.
    """
    done: list[MonthSteps] = []
    state = carried(rules, before)
    for given in months:
        if done and given.month != done[-1].month + 1:
            raise RuleError(f"Month {given.month} follows {done[-1].month}; months are evaluated without gaps.")
        done.append(_one_month(rules, book, given, state))
        state = done[-1].state
    return tuple(done)


def _one_month(rules: RuleSet, book: Book, given: MonthInput, state: State) -> MonthSteps:
    refuse_returns(rules, given.month, given.records, state)
    env, before = _inputs(rules, given), by_rule(state)
    parameters = parameter_values(rules, book, given.month)
    steps: dict[tuple[str, Key], Step] = {}
    for rule, run in _prepared(rules, given.month):
        values = env[rule.name] = {}
        run(given.records[rule.level], env, before, parameters, values, steps)
        if rule.refuses and any(values.values()):
            raise NotCovered(f"{rule.en.sentence} ({rule.law.text('en')}; {given.month}) / {rule.nl.sentence}")
    return MonthSteps(given.month, steps, after(rules, given.month, given.records, env, state))


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


# -- rules as Python ----------------------------------------------------------------------------------------

Run = Callable[[Collection[Key], Env, Env, Mapping[str, Leaf], dict[Key, int], dict[tuple[str, Key], Step]], None]
"""One rule over its keys: reads this month, the month before and the parameters; fills its values and its steps."""


@lru_cache(maxsize=4096)
def _prepared(rules: RuleSet, month: Month) -> tuple[tuple[Rule, Run], ...]:
    """The rules in force in a month, in order, each with the function that runs it."""
    return tuple((rule, _runner(rules, rule)) for rule in (rules.on(name, month) for name in rules.order))


@lru_cache(maxsize=4096)
def _runner(rules: RuleSet, rule: Rule) -> Run:
    """A rule as a Python function: fetch the leaves, evaluate the formula, keep the step."""
    leaves = {leaf.label: leaf for leaf in rule.formula.walk() if leaf.label}
    names = {label: f"v{number}" for number, label in enumerate(leaves)}
    fetched = [_fetch(leaf, names[label], rules, rule) for label, leaf in leaves.items()]
    known: dict[str, Any] = {"new": tuple.__new__, "Step": Step, "rule": rule, "name": rule.name}
    value = _expression(rule.formula, names, known)
    read = ", ".join(f"{label!r}: {variable}" for label, variable in names.items())
    lines = [
        "def run(keys, env, before, parameters, values, steps):",
        *(f"    {once}" for once, _ in fetched if once),
        "    for key in keys:",
        *(f"        {each}" for _, each in fetched if each),
        f"        values[key] = value = int({value})",
        f"        steps[name, key] = new(Step, (rule, key, value, {{{read}}}))",
    ]
    exec("\n".join(lines), known)  # noqa: S102 - our own generated text
    run: Run = known["run"]
    return run


def _fetch(leaf: Formula, variable: str, rules: RuleSet, rule: Rule) -> tuple[str, str]:
    """How a leaf comes into a variable: a line before the loop over keys, and a line in it."""
    name: str = leaf.args[0]
    if leaf.op in ("param", "at"):
        return f"{variable} = parameters[{name!r}]", ""
    level = rules.level(name)
    key = "key" if level == rule.level else f"key[:{int(level)}]"
    if leaf.op == "name":
        return f"of_{variable} = env[{name!r}]", f"{variable} = of_{variable}[{key}]"
    if leaf.op == "total":
        parts = (
            f"[v for k, v in of_{variable}.items() if k[:{int(rule.level)}] == key]" if rule.level else f"of_{variable}.values()"
        )
        return f"of_{variable} = env[{name!r}]", f"{variable} = tuple({parts})"
    start = rules.rules[name][0].start
    assert start is not None
    return f"of_{variable} = before.get({name!r}, {{}})", f"{variable} = of_{variable}.get({key}, {start})"


def evaluate(formula: Formula, read: Mapping[str, Leaf]) -> int:
    """The value of a formula, given the values of its leaves by label; only the branch taken is evaluated."""
    return executable(formula)(read)


@lru_cache(maxsize=4096)
def executable(formula: Formula) -> Callable[[Mapping[str, Leaf]], int]:
    """A formula as a Python function of its leaves, made once."""
    known: dict[str, Any] = {}
    names = {leaf.label: f"read[{leaf.label!r}]" for leaf in formula.walk() if leaf.label}
    text = f"lambda read: {_expression(formula, names, known)}"
    function: Callable[[Mapping[str, Leaf]], int] = eval(text, known)  # noqa: S307 - our own generated text
    return function


_SIGNS = {"and": "&", "or": "|"}
_CALLS: dict[str, Callable[..., Any]] = {"smallest": min, "largest": max, "ratio": Fraction, "share": share_of, "total": sum}


def _expression(formula: Formula, names: Mapping[str, str], known: dict[str, Any]) -> str:
    """A formula as a Python expression over its named leaves; what it calls is put among what is known."""
    op, args, leaf = formula.op, formula.args, names.get(formula.label, "")
    inner = [_expression(child, names, known) for child in formula.children()]
    if op == "const":
        return str(int(args[0]))
    if op in _CALLS:
        known[op] = _CALLS[op]
        if op == "share":
            known[args[2].name] = args[2]
            inner.append(args[2].name)
        return f"{op}({', '.join(inner or [leaf])})"
    if op == "at":
        return f"{leaf}[{inner[0]}]"
    if leaf:
        return leaf
    if op == "when":
        return f"({inner[1]} if {inner[0]} else {inner[2]})"
    if op == "not":
        return f"(not {inner[0]})"
    return f"({inner[0]} {_SIGNS.get(op, op)} {inner[1]})"
