# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What crosses from one month to the next: the values of rules that are looked back at, also of who is away.

Whoever has no record in a month stands still: what was counted stays as it was. What the missing months would
have done to it (a half-year that closed, a new year, a period that runs on) nobody can know, so whoever returns
with something counted is refused; who returns with nothing goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from werkzaam.core.errors import InputError, RuleError
from werkzaam.core.months import Month
from werkzaam.engine.bounds import MONTHS_MAX
from werkzaam.engine.formula import Cents, Count, Formula, Months, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import BEFORE, Input, Level

State = Mapping[tuple[str, tuple[str, ...]], int]
"""Values by rule and key (of a household, person or job); what stands at its start value is left out."""
NOTHING: State = MappingProxyType({})
LAST_SEEN = "(laatste maand)"
"""Beside what somebody who is away has counted: Month.index of the last record. No rule can have this name."""
ALWAYS_FITS: Mapping[type[Formula], int] = {Cents: 2**30, Months: MONTHS_MAX, Count: MONTHS_MAX, Truth: 1}
"""Up to which value state may always be carried in: it was built up under other numbers and choices than those of a kernel."""
Values = Mapping[str, Mapping[tuple[str, ...], int]]
Keys = Mapping[Level, Collection[tuple[str, ...]]]


def carried(rules: RuleSet, before: State) -> State:
    """A state that these rules can go on from; raises RuleError for a rule that is not looked back at, or another level."""
    for name, key in before:
        if name != LAST_SEEN and (name not in rules.remembered or len(key) != rules.level(name)):
            raise RuleError(f"The state before the first month has {name} of {_who(key)}, which no rule looks back at. "
                            "It comes from other rules; compute the months before with these.")  # fmt: skip
    return {(name, key): value for (name, key), value in before.items() if value != rules.remembered.get(name)}


def by_rule(state: State) -> dict[str, dict[tuple[str, ...], int]]:
    """The values of a state per rule."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for (name, key), value in state.items():
        found.setdefault(name, {})[key] = value
    return found


def after(rules: RuleSet, month: Month, keys: Keys, values: Values, before: State) -> State:
    """The state after a month: what its records came to, and what is kept of who has no record."""
    state = {(name, key): value for name, start in rules.remembered.items()
             for key, value in values[name].items() if value != start}  # fmt: skip
    for (name, key), value in before.items():
        if key not in keys[Level(len(key))]:
            state[name, key] = value
            if name != LAST_SEEN and counted(value, rules.remembered[name]):
                state.setdefault((LAST_SEEN, key), month.index - 1)
    return state


def counted(value: int, start: int) -> bool:
    """Whether a value holds something that could be lost: it is neither nothing nor what it starts at."""
    return value not in (0, start)


def refuse_returns(rules: RuleSet, month: Month, keys: Keys, before: State) -> None:
    """Raise InputError for a person or job that has a record again after missing months, with something counted."""
    for (name, key), last in before.items():
        if name == LAST_SEEN and key in keys[Level(len(key))]:
            kept = [one for one, start in rules.remembered.items() if counted(before.get((one, key), start), start)]
            raise InputError(f"{_who(key)} returns in {month} after {Month(last)}, and had {', '.join(kept)}; add a record, with "
                             "zeros, for each missing month, or give it another name from here on.")  # fmt: skip


def _who(key: tuple[str, ...]) -> str:
    return " ".join(("persoon", "baan")[at] + f" {one}" for at, one in enumerate(key)) or "the household"


# -- as columns ----------------------------------------------------------------------------------------------


def carrying(rules: RuleSet) -> RuleSet:
    """The rules with an input for what each that is looked back at was before the first row; not further than its start yet."""
    inputs = {BEFORE + name: _input(rules, name, start) for name, start in rules.remembered.items()}
    return replace(rules, inputs={**rules.inputs, **inputs})


def _input(rules: RuleSet, name: str, start: int) -> Input:
    rule = rules.rules[name][0]
    return Input(BEFORE + name, rule.kind, rule.level, start, start, f"{rule.nl.title} in de maand ervoor.",
                 f"{rule.en.title} in the month before.", rule.options, start)  # fmt: skip


def limited(rules: RuleSet, within: Mapping[str, tuple[int, int]]) -> RuleSet:
    """The rules with limits to what is carried in: around its start, these bounds of the rules, and ALWAYS_FITS."""
    inputs = {name: _limited(one, *within[name.removeprefix(BEFORE)])
              if name.startswith(BEFORE) and name.removeprefix(BEFORE) in within else one
              for name, one in rules.inputs.items()}  # fmt: skip
    return replace(rules, inputs=inputs)


def _limited(one: Input, low: int, high: int) -> Input:
    if one.options is not None:
        return replace(one, low=0, high=len(one.options) - 1)
    return replace(one, low=min(one.low, low), high=max(one.high, high, ALWAYS_FITS[one.kind]))


def columns(rules: RuleSet, level: Level, states: Sequence[tuple[State, tuple[str, ...]]]) -> dict[str, list[int]]:
    """The state of rows of one level as columns of a table: for each row the state of its household, and its key.

    Whoever was away when the state was left has the month of the last record in one more column, and is refused.
    """
    starts = {name: start for name, start in rules.remembered.items() if rules.level(name) == level}
    found = {BEFORE + name: [state.get((name, key), start) for state, key in states] for name, start in starts.items()}
    away = [state.get((LAST_SEEN, key), 0) for state, key in states]
    return {**found, BEFORE + LAST_SEEN: away} if any(away) else found
