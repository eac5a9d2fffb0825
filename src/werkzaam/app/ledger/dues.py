# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the months of a household are due as known now: the rules over its case, as the ledger takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from werkzaam.app.case import Case
from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key, Leaf, MonthInput, MonthSteps, parameter_values
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import LAST_SEEN, NOTHING, State
from werkzaam.engine.rule import PERSOON, Level
from werkzaam.ledger.decision import Due, Line
from werkzaam.rules.book import RuleBook
from werkzaam.rules.calculate import calculate, rules_digest

LINES = {"bijstand": 1, "reservering": -1, "nabetaling_vakantiegeld": 1, "vakantietoeslag_uitbetaling": 1}
"""The rules whose amounts make what a month is due, each with its sign."""
encoded = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
"""How inputs and states are written: as JSON without blanks."""


@dataclass(frozen=True, slots=True)
class PremiumDue:
    """Premium that the rules pay to a person in a month, in cents."""

    person: str
    cents: int


class MonthDue(NamedTuple):
    """What a month is due, beside what a decision says of it: the norm, and premium. `content` covers all that it rests on."""

    month: Month
    cents: int
    provisional: bool
    lines: tuple[Line, ...]
    content: str
    state: str
    norm: int
    premiums: tuple[PremiumDue, ...]

    @property
    def due(self) -> Due:
        """What a decision says is due."""
        return Due(self.month, self.cents, self.provisional, self.lines, self.content, self.state)


def dues(case: Case, months: Sequence[Month], before: str = "") -> tuple[MonthDue, ...]:
    """What months in order are due, also with months without bijstand between them.

    `before` is the state that the month before the first left, as kept.

    Raises NotCovered, FactNotInForce, NotStated and InputError, as a case does.
    """
    found, left = list[MonthDue](), before
    for inputs in _stretches([case.month(month) for month in months]):
        left = welcomed(left, inputs[0])
        calculation = calculate(inputs, case.regime, case.facts, rechtsdatum=case.rechtsdatum,
                                bedragen_van=case.bedragen_van, before=state_of(left), breaks=True)  # fmt: skip
        for given, steps in zip(inputs, calculation.months, strict=True):
            found.append(_due(calculation.rules, calculation.book, given, steps, left))
            left = found[-1].state
    return tuple(found)


def _stretches(inputs: Sequence[MonthInput]) -> list[list[MonthInput]]:
    """The months in stretches in which nobody comes: each begins where somebody has a record who had none the month before."""
    found: list[list[MonthInput]] = []
    for given in inputs:
        if found and given.records[PERSOON].keys() <= found[-1][-1].records[PERSOON].keys():
            found[-1].append(given)
        else:
            found.append([given])
    return found


def welcomed(state: str, given: MonthInput) -> str:
    """A state in which whoever is back in a month goes on from what was counted of them (decision 0208).

    Nothing was counted while they were away. Of their premium the pot knows what is theirs; it begins anew here. What is counted
    by the year begins anew where a year began meanwhile.
    """
    if LAST_SEEN not in state:
        return state
    kept = state_of(state)
    back = {key: Month(last) for (name, key), last in kept.items() if name == LAST_SEEN and key[:1] in given.records[PERSOON]}
    return state_text({
        (name, key): value for (name, key), value in kept.items()
        if key not in back or not (name == LAST_SEEN or name.startswith("premie_")
                                   or (name.endswith("_dit_jaar") and back[key].year < given.month.year))
    })  # fmt: skip


def _due(rules: RuleSet, book: RuleBook, given: MonthInput, steps: MonthSteps, before: str) -> MonthDue:
    lines = tuple(_line(steps, name, sign) for name, sign in LINES.items() if name == "bijstand" or steps.value(name))
    known = all(record["loon_bekend"] for record in given.records[Level.BAAN].values())
    content = digest("month", rules_digest(rules), parameters_digest(rules, book, given.month), inputs_text(given), before)
    return MonthDue(
        given.month, sum(line.cents for line in lines), not known, lines, content, state_text(steps.state),
        steps.value("bijstandsnorm"), tuple(premiums_of(steps)),
    )  # fmt: skip


def _line(steps: MonthSteps, name: str, sign: int) -> Line:
    step = steps.steps[name, ()]
    return Line(name, str(step.rule.law), sign * step.value)


def premiums_of(steps: MonthSteps) -> Iterable[PremiumDue]:
    """The premium that the rules pay to each person in a month, where there is any."""
    for (name, key), step in steps.steps.items():
        if name == "premie_uitbetaling" and step.value:
            yield PremiumDue(key[0], step.value)


def inputs_text(given: MonthInput) -> str:
    """What the rules read of a month, the same text for the same inputs."""
    rows = sorted((int(level), *key, name, value) for level, records in given.records.items()
                  for key, record in records.items() for name, value in record.items())  # fmt: skip
    return encoded(rows)


def state_text(state: State) -> str:
    """A state as it is kept: a list of rule, key and value, in order."""
    rows = sorted([name, *key, value] for (name, key), value in state.items())
    return encoded(rows) if rows else ""


def state_of(text: str) -> State:
    """The state that was kept."""
    if not text:
        return NOTHING
    found: dict[tuple[str, Key], int] = {(name, tuple(key)): value for name, *key, value in json.loads(text)}
    return found


@lru_cache(maxsize=4096)
def parameters_digest(rules: RuleSet, book: RuleBook, month: Month) -> str:
    """A digest of every parameter's value in a month."""
    values: Mapping[str, Leaf] = parameter_values(rules, book, month)
    return digest(*(f"{name} {values[name]!r}" for name in sorted(values)))
