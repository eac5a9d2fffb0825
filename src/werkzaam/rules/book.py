# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the rules' parameters come from: the State's facts, the town's choices, or the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, Protocol

from werkzaam.core.months import Month
from werkzaam.engine.explain import Given
from werkzaam.engine.formula import Months
from werkzaam.engine.rule import Parameter
from werkzaam.facts.book import Facts, Unit
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Regime, Timeline

MONTHS_A_YEAR = 12


class Source(Protocol):
    """Something a parameter can be read from."""

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given: ...


@dataclass(frozen=True)
class FactSource:
    """A number of the State, by its key; years become months where the rule counts months."""

    key: str

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        fact = book.facts.on(self.key, month)
        years = fact.unit is Unit.YEARS and parameter.kind is Months
        value = fact.value * MONTHS_A_YEAR if years else fact.value
        return Given(value, fact.source, fact.span.first, assumed=not fact.certain)


@dataclass(frozen=True)
class ChoiceSource:
    """A choice of the town, by its path; one that hangs on a choice that is off is zero and never used."""

    path: str

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        switch = CHOICES[self.path].only_if
        if switch is not None and not book.regime.value(switch, month).value:
            off = Fraction(0) if CHOICES[self.path].kind.value == "percent" else 0
            return Given(off, book.regime.value(switch, month).source)
        chosen = book.regime.value(self.path, month)
        value = chosen.value
        if isinstance(value, str):
            assert parameter.options is not None
            value = [option.name.lower() for option in parameter.options].index(value)
        assert isinstance(value, (int, Fraction))
        return Given(
            value if isinstance(value, Fraction) else int(value), chosen.source or chosen.why, chosen.span.first, chosen.assumed
        )


@dataclass(frozen=True)
class CalendarSource:
    """A truth about the month itself, which may depend on a list of months that the town chose."""

    holds: Callable[[Month, tuple[int, ...]], bool]
    path: str | None = None

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        if self.path is None:
            return Given(int(self.holds(month, ())), "kalender")
        switch = CHOICES[self.path].only_if
        if switch is not None and not book.regime.value(switch, month).value:
            return Given(0, book.regime.value(switch, month).source)
        chosen = book.regime.value(self.path, month)
        assert isinstance(chosen.value, tuple)
        return Given(int(self.holds(month, chosen.value)), chosen.source or chosen.why, chosen.span.first, chosen.assumed)


@dataclass(frozen=True)
class Fixed:
    """A value that follows from the meaning of an option, such as a share of zero for no exemption."""

    value: int | Fraction

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        return Given(self.value, "")


def fact(key: str) -> Any:
    """The parameter is this fact."""
    return FactSource(key)


def choice(path: str) -> Any:
    """The parameter is this choice of the town."""
    return ChoiceSource(path)


def calendar(holds: Callable[[Month, tuple[int, ...]], bool], path: str | None = None) -> Any:
    """The parameter is a truth about the month."""
    return CalendarSource(holds, path)


def by_option(sources: Mapping[Any, Any]) -> Any:
    """The parameter is a table: one source per option."""
    return sources


@dataclass(frozen=True, eq=False)
class RuleBook:
    """The facts and the regime under which rules are evaluated; answers are kept, because neither changes."""

    facts: Facts
    regime: Regime | Timeline

    @cached_property
    def _known(self) -> dict[tuple[Parameter, Month], tuple[Given, ...]]:
        return {}

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]:
        """The value of a parameter in a month, or one per option; raises where facts or regime have none."""
        if (parameter, month) not in self._known:
            source = parameter.source
            options: list[Enum] = list(parameter.options or ())
            each = [source[option] for option in options] if isinstance(source, Mapping) else [source]
            self._known[parameter, month] = tuple(one.read(self, parameter, month) for one in each)
        return self._known[parameter, month]


@dataclass(frozen=True, eq=False)
class _Same:
    """A regime compared as the object it is; comparing all it states would cost more than reading it."""

    regime: Regime | Timeline

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.regime is other.regime

    def __hash__(self) -> int:
        return id(self.regime)


def book_of(facts: Facts, regime: Regime | Timeline) -> RuleBook:
    """The book of these facts under this regime; the same one every time, so that nothing is read twice."""
    return _kept(facts, _Same(regime))


@lru_cache(maxsize=64)
def _kept(facts: Facts, regime: _Same) -> RuleBook:
    return RuleBook(facts, regime.regime)
