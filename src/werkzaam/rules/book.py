# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the rules' parameters come from: the State's facts, the town's choices, or the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, Protocol

from werkzaam.core.errors import FactError
from werkzaam.core.months import Month
from werkzaam.engine.explain import Given
from werkzaam.engine.formula import Count, Months, Share
from werkzaam.engine.rule import Parameter
from werkzaam.facts.book import Fact, Facts, Unit
from werkzaam.regime.lasting import lasting
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Chosen, Regime, Timeline

MONTHS_A_YEAR = 12
HUNDRED = 100


class Source(Protocol):
    """Something a parameter can be read from."""

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given: ...


@dataclass(frozen=True)
class FactSource:
    """A number of the State, by its key; `only_if` names a choice and the option under which anybody needs it.

    Years become months where the rule counts months, and a percentage becomes whole hundredths where it counts.
    """

    key: str
    only_if: tuple[str, str] | None = None

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        if not self.needed(book, month):
            return Given(Fraction(0) if parameter.kind is Share else 0, "")
        fact, at = book.fact(self.key, self.looked_up(month))
        value = fact.value
        if fact.unit is Unit.YEARS and parameter.kind is Months:
            value *= MONTHS_A_YEAR
        if fact.unit is Unit.SHARE and parameter.kind is Count:
            value = int(value * HUNDRED)
        return Given(value, fact.source, fact.span.first, assumed=not fact.certain or at != self.looked_up(month))

    def looked_up(self, month: Month) -> Month:
        """The month whose number it is."""
        return month

    def needed(self, book: RuleBook, month: Month) -> bool:
        """Whether the town chose the option under which anybody needs the fact."""
        return self.only_if is None or book.choice(self.only_if[0], month).value == self.only_if[1]


@dataclass(frozen=True)
class LastYearSource(FactSource):
    """An age as it was at the end of last year, with the months since: the age by the end of this month of who just reached it."""

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        given = super().read(book, parameter, month)
        return replace(given, value=given.value + month.number)

    def looked_up(self, month: Month) -> Month:
        """December of the year before."""
        return month - month.number


@dataclass(frozen=True)
class ChoiceSource:
    """A choice of the town, by its path; one that hangs on a choice that is off is zero and never used.

    One that `lasts` goes on for what was built up while it was on.
    """

    path: str
    lasts: bool = False

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        off = book.off(self.path, month)
        left = book.lasting(self.path, month) if off is not None and self.lasts else None
        if off is not None and left is None:
            return Given(Fraction(0) if CHOICES[self.path].kind.value == "percent" else 0, off.source)
        chosen = left or book.choice(self.path, month)
        value = chosen.value
        if isinstance(value, str):
            assert parameter.options is not None
            value = [option.name.lower() for option in parameter.options].index(value)
        assert isinstance(value, (int, Fraction))
        return _given(value if isinstance(value, Fraction) else int(value), chosen)


@dataclass(frozen=True)
class BandSource:
    """One number of a choice that is a list of bands: where band `at` (from 0) begins, or which share it gives.

    A band that the town does not have begins where no wage comes, and gives nothing.
    """

    path: str
    at: int
    beyond: int

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        wants_share = parameter.kind is Share
        nothing: int | Fraction = Fraction(0) if wants_share else self.beyond
        off = book.off(self.path, month)
        if off is not None:
            return Given(nothing, off.source)
        chosen = book.choice(self.path, month)
        bands = chosen.value
        assert isinstance(bands, tuple)
        if self.at >= len(bands):
            return _given(nothing, chosen)
        begins, part = bands[self.at]  # type: ignore[misc]
        return _given(part if wants_share else begins, chosen)


@dataclass(frozen=True)
class CalendarSource:
    """A truth about the month itself, which may depend on the month or months that the town chose.

    Where what the choice hangs on is off there are no months, or those that last of it.
    """

    holds: Callable[[Month, tuple[int, ...]], bool]
    path: str | None = None

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        if self.path is None:
            return Given(int(self.holds(month, ())), "kalender")
        off = book.off(self.path, month)
        left = book.lasting(self.path, month) if off is not None else None
        if off is not None and left is None:
            return Given(int(self.holds(month, ())), off.source)
        chosen = left or book.choice(self.path, month)
        months = chosen.value if isinstance(chosen.value, tuple) else (chosen.value,)
        return _given(int(self.holds(month, months)), chosen)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Fixed:
    """A value that follows from the meaning of an option, such as a share of zero for no exemption."""

    value: int | Fraction

    def read(self, book: RuleBook, parameter: Parameter, month: Month) -> Given:
        return Given(self.value, "")


def _given(value: int | Fraction, chosen: Chosen) -> Given:
    return Given(value, chosen.source or chosen.why, chosen.span.first, chosen.assumed)


def fact(key: str, *, only_if: str | None = None, option: str = "") -> Any:
    """The parameter is this fact, which nobody needs unless the choice `only_if` is this option."""
    return FactSource(key, None if only_if is None else (only_if, option))


def reached_last_year(key: str) -> Any:
    """The parameter is the age by the end of this month of who reached this age, a fact, on the last day of last year."""
    return LastYearSource(key)


def choice(path: str, *, lasts: bool = False) -> Any:
    """The parameter is this choice of the town; one that `lasts` still holds after what it hangs on ended."""
    return ChoiceSource(path, lasts)


def band(path: str, at: int, beyond: int) -> Any:
    """The parameter is where a band of this choice begins, or its share; `beyond` cents is where no wage comes."""
    return BandSource(path, at, beyond)


def calendar(holds: Callable[[Month, tuple[int, ...]], bool], path: str | None = None) -> Any:
    """The parameter is a truth about the month."""
    return CalendarSource(holds, path)


def by_option(sources: Mapping[Any, Any]) -> Any:
    """The parameter is a table: one source per option."""
    return sources


@dataclass(frozen=True, eq=False)
class RuleBook:
    """The facts and the regime under which rules are evaluated; answers are kept, because neither changes.

    With a `rechtsdatum` the law of that month is tried on other months: choices, shares, durations and ages are
    those of the law date. Amounts in cents are those of the month itself, or of `bedragen_van` when that is given.
    What one of the two dates does not know is read at the other, or else is the last value known before it.
    """

    facts: Facts
    regime: Regime | Timeline
    rechtsdatum: Month | None = None
    bedragen_van: Month | None = None

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

    def choice(self, path: str, month: Month) -> Chosen:
        """What the town chose, at the law date if one is pinned."""
        return self.regime.value(path, self.rechtsdatum or month)

    def off(self, path: str, month: Month) -> Chosen | None:
        """The choice that makes this one needless, if it is off."""
        switch = CHOICES[path].only_if
        chosen = None if switch is None else self.choice(switch, month)
        return chosen if chosen is not None and not chosen.value else None

    def lasting(self, path: str, month: Month) -> Chosen | None:
        """What the town chose last while what this one hangs on was on, before the month or the law date."""
        return lasting(self.regime, path, self.rechtsdatum or month)

    def fact(self, key: str, month: Month) -> tuple[Fact, Month]:
        """A number of the State and the month it was read at."""
        law, amounts = self.rechtsdatum or month, self.bedragen_van or month
        money = self.facts.about(key).measure.unit is Unit.CENTS
        first, other = (amounts, law) if money else (law, amounts)
        try:
            return self.facts.on(key, first), first
        except FactError:
            found = None if other == first else self._elsewhere(key, other)
            if found is None:
                raise
            return found

    def amounts_of(self, month: Month) -> Month:
        """The month whose norms stand for those of a month: mostly that month itself."""
        return self.fact(NORM, month)[1]

    def _elsewhere(self, key: str, month: Month) -> tuple[Fact, Month] | None:
        """The number on the other date, or the last one known before it; an assumption either way."""
        earlier = [known for known in self.facts.series(key) if known.span.first <= month]
        if not earlier:
            return None
        return earlier[-1], month if month in earlier[-1].span else earlier[-1].span.last or month


@dataclass(frozen=True, eq=False)
class _Same:
    """A regime compared as the object it is; comparing all it states would cost more than reading it."""

    regime: Regime | Timeline

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.regime is other.regime

    def __hash__(self) -> int:
        return id(self.regime)


def book_of(
    facts: Facts, regime: Regime | Timeline, rechtsdatum: Month | None = None, bedragen_van: Month | None = None
) -> RuleBook:
    """The book of these facts under this regime; the same one every time, so that nothing is read twice."""
    return _kept(facts, _Same(regime), rechtsdatum, bedragen_van)


@lru_cache(maxsize=64)
def _kept(facts: Facts, regime: _Same, rechtsdatum: Month | None, bedragen_van: Month | None) -> RuleBook:
    return RuleBook(facts, regime.regime, rechtsdatum, bedragen_van)


NORM = "norm_21_gehuwden_incl_vt"
"""The number by which a month's amounts are known: all norms are fixed together."""


def known_amounts(facts: Facts, month: Month | None) -> Month | None:
    """A month whose amounts are asked for; raises FactError when nobody knows them: those of another would stand in their place."""
    if month is not None:
        facts.on(NORM, month)
    return month
