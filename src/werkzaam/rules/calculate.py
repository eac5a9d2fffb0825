# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household's months under a regime: every step, and what it all rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from werkzaam.core.months import Month
from werkzaam.engine.explain import Given, MonthInput, MonthSteps, explain
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import NOTHING, State
from werkzaam.engine.rule import Parameter
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import rules_of
from werkzaam.rules.book import RuleBook, book_of


@dataclass(frozen=True)
class Calculation:
    """The steps of some months, with the facts, regime and rules that they came from."""

    months: tuple[MonthSteps, ...]
    book: RuleBook

    @cached_property
    def rules(self) -> RuleSet:
        """The rules that were evaluated: of each month itself, or of the pinned law date."""
        return rules_of(self.book.rechtsdatum)

    @property
    def receipt(self) -> dict[str, str]:
        """Digests of rules, facts and regime, so that the same calculation can be made again later."""
        return {"rules": rules_digest(self.rules), "facts": self.book.facts.digest, "regime": self.book.regime.choices_digest}

    def parameters(self, month: MonthSteps) -> dict[Parameter, tuple[Given, ...]]:
        """Every parameter of a month with where its value was found."""
        used = self.rules.parameters_on(month.month)
        return {one: self.book.given(one, month.month) for one in used.values()}

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """Names of the parameters that no source states for certain in one of these months."""
        found = (
            one.name for month in self.months for one, given in self.parameters(month).items() if any(g.assumed for g in given)
        )
        return tuple(dict.fromkeys(found))


def calculate(
    months: Sequence[MonthInput], regime: Regime | Timeline, facts: Facts, *,
    rechtsdatum: Month | None = None, bedragen_van: Month | None = None, before: State = NOTHING, breaks: bool = False,
) -> Calculation:  # fmt: skip
    """All steps of consecutive months; raises NotCovered, FactNotInForce, NotStated, RegimeError or what explain refuses.

    `rechtsdatum` tries the law and the town's choices of one month on all months, along the norms of the months
    themselves or of `bedragen_van` (see RuleBook). `before` is the state (MonthSteps.state) of the month before the
    first, computed by the same rules; without it everything begins at its start. With `breaks` months may be left out,
    in which the household had no bijstand: each period goes on from what the one before it left (decision 0090).
    """
    book, rules = book_of(facts, regime, rechtsdatum, bedragen_van), rules_of(rechtsdatum)
    done: list[MonthSteps] = []
    for period in _periods(months) if breaks else [months]:
        done += explain(rules, book, period, done[-1].state if done else before)
    return Calculation(tuple(done), book)


def _periods(months: Sequence[MonthInput]) -> list[list[MonthInput]]:
    """The months in stretches without gaps."""
    found: list[list[MonthInput]] = []
    for given in months:
        if found and given.month == found[-1][-1].month + 1:
            found[-1].append(given)
        else:
            found.append([given])
    return found


@lru_cache(maxsize=8)
def rules_digest(rules: RuleSet) -> str:
    """Changes when any formula, law, period, level or start value does; words do not count."""
    lines = (f"{r.name} {r.level} {r.law} {r.span} {r.start} {r.formula!r}" for r in rules.versions())
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
