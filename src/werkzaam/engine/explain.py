# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a rule set for one household, month by month: every rule yields a step that can be followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from werkzaam.core.errors import NotCovered, RuleError
from werkzaam.core.money import share_of
from werkzaam.core.months import Month
from werkzaam.engine.formula import Formula, Truth
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
    """One rule for one household, person or job in one month, with the values of all it read in the order of `rule.labels`."""

    rule: Rule
    key: Key
    value: int
    leaves: tuple[Leaf, ...]

    @property
    def read(self) -> Mapping[str, Leaf]:
        """Each leaf of the formula by its label; a total holds the parts that were added."""
        return dict(zip(self.rule.labels, self.leaves, strict=True))


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


def prepare(rules: RuleSet, month: Month) -> None:
    """Make the rules in force in a month ready now, so that the first to ask does not wait for it."""
    evaluator(rules, _since(rules, month))


def _one_month(rules: RuleSet, book: Book, given: MonthInput, state: State) -> MonthSteps:
    refuse_returns(rules, given.month, given.records, state)
    env, before = _inputs(rules, given), by_rule(state)
    steps: dict[tuple[str, Key], Step] = {}
    refused = evaluator(rules, _since(rules, given.month))(
        given.records, env, before, parameter_values(rules, book, given.month), steps
    )
    if refused is not None:
        raise NotCovered(f"{refused.en.sentence} ({refused.law.text('en')}; {given.month}) / {refused.nl.sentence}")
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

Records = Mapping[Level, Mapping[Key, Mapping[str, int]]]
Evaluator = Callable[[Records, Env, Env, Mapping[str, Leaf], dict[tuple[str, Key], Step]], Rule | None]
"""All rules of a month in order: reads the inputs, the month before and the parameters; fills the values and the steps.

Gives the rule that refused, where one did; those after it have no step then."""


@lru_cache(maxsize=4096)
def _since(rules: RuleSet, month: Month) -> Month:
    """The first month in which the versions of all rules are those of this one."""
    return max((rules.on(name, month).span.first for name in rules.order), default=month)


@lru_cache(maxsize=256)
def evaluator(rules: RuleSet, since: Month) -> Evaluator:
    """The rules in force since a month as one Python function, made once; what is of the household is a variable of it."""
    known: dict[str, Any] = {"new": tuple.__new__, "Step": Step, **{level.name: level for level in Level}}
    in_force = [rules.on(name, since) for name in rules.order]
    used = {leaf.args[0]: leaf for rule in in_force for leaf in rule.formula.walk() if leaf.label}
    lines = ["def run(records, env, before, parameters, steps):"]
    for name, leaf in used.items():
        if leaf.op in ("param", "at"):
            lines.append(f"    {_parameter(name)} = parameters[{name!r}]")
        elif name in rules.inputs:
            lines.append(f"    {'d' if rules.level(name) else 'h'}_{name} = env[{name!r}]{'' if rules.level(name) else '[()]'}")
    for rule in in_force:
        known |= {f"r_{rule.name}": rule, f"k_{rule.name}": (rule.name, ())}
        lines += [f"    {line}" for line in _lines(rules, rule, known)]
    exec("\n".join([*lines, "    return None"]), known)  # noqa: S102 - our own generated text
    run: Evaluator = known["run"]
    return run


def _lines(rules: RuleSet, rule: Rule, known: dict[str, Any]) -> Iterator[str]:
    """One rule: fetch what it reads, evaluate it, keep the step; of the household once, of persons and jobs for each."""
    leaves = {leaf.label: leaf for leaf in rule.formula.walk() if leaf.label}
    fetched = {label: _fetch(leaf, f"v{number}", rules, rule) for number, (label, leaf) in enumerate(leaves.items())}
    names = {label: f"v{number}" if fetch else direct for number, (label, (direct, fetch)) in enumerate(fetched.items())}
    fetches = [fetch for _, fetch in fetched.values() if fetch]
    value = _expression(rule.formula, names, known)
    value = f"int({value})" if rule.kind is Truth else value  # A comparison gives True or False.
    kept = "".join(f"{names[label]}, " for label in rule.labels)
    yield from _of_household(rules, rule, fetches, value, kept) if rule.level == 0 else _of_each(rule, fetches, value, kept)


def _of_household(rules: RuleSet, rule: Rule, fetches: Sequence[str], value: str, leaves: str) -> Iterator[str]:
    yield from fetches
    yield f"h_{rule.name} = {value}"
    if rule.name in rules.remembered:
        yield f"env[{rule.name!r}] = {{(): h_{rule.name}}}"
    yield f"steps[k_{rule.name}] = new(Step, (r_{rule.name}, (), h_{rule.name}, ({leaves})))"
    if rule.refuses:
        yield f"if h_{rule.name}: return r_{rule.name}"


def _of_each(rule: Rule, fetches: Sequence[str], value: str, leaves: str) -> Iterator[str]:
    yield f"d_{rule.name} = env[{rule.name!r}] = {{}}"
    yield f"for key in records[{rule.level.name}]:"
    yield from (f"    {fetch}" for fetch in fetches)
    yield f"    d_{rule.name}[key] = value = {value}"
    yield f"    steps[{rule.name!r}, key] = new(Step, (r_{rule.name}, key, value, ({leaves})))"
    if rule.refuses:
        yield f"if any(d_{rule.name}.values()): return r_{rule.name}"


def _parameter(name: str) -> str:
    """The variable of a parameter, whose name has dots."""
    return f"p_{name.replace('.', '__')}"


def _fetch(leaf: Formula, variable: str, rules: RuleSet, rule: Rule) -> tuple[str, str]:
    """How a leaf is read: by a name that is there, or into a variable by the line given beside it."""
    name: str = leaf.args[0]
    if leaf.op in ("param", "at"):
        return _parameter(name), ""
    level = rules.level(name)
    key = "key" if level == rule.level else f"key[:{int(level)}]"
    if leaf.op == "name":
        return (f"h_{name}", "") if level == 0 else ("", f"{variable} = d_{name}[{key}]")
    if leaf.op == "total":
        mine = f"[v for k, v in d_{name}.items() if k[:{int(rule.level)}] == key]" if rule.level else f"d_{name}.values()"
        return "", f"{variable} = tuple({mine})"
    start = rules.rules[name][0].start
    assert start is not None
    whose = "()" if level == 0 else key
    return "", f"{variable} = before[{name!r}].get({whose}, {start}) if {name!r} in before else {start}"


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
