# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a simulation rests on: each number says whether it was published, assumed or fitted; one that lacks stops the run.

A published number names its row in the seed tables. An assumption has bounds and a reason, and can be switched off where that
means something. A fitted number was found by calibration, and names the published numbers that it was fitted to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from werkzaam.core.errors import InputError, NotStated, UnknownName
from werkzaam.core.months import Month
from werkzaam.regime.model import closest


class MissingParameter(NotStated):
    """Numbers that a run needs and nobody gave (R-109, R-250); says all of their names."""

    def __init__(self, names: Iterable[str], what_for: str) -> None:
        self.names = tuple(sorted(set(names)))
        super().__init__(
            f"missing_parameter: {', '.join(self.names)}. {what_for} needs them, and no source states them; "
            "give them in a file of assumptions (--assumptions FILE), which is printed with the result."
        )


class Origin(Enum):
    """Where a number comes from."""

    PUBLISHED = "published"
    ASSUMED = "assumed"
    FITTED = "fitted"


@dataclass(frozen=True, slots=True)
class Given:
    """One number, or a list of them, of a simulation.

    `values` are whole numbers in `unit` (cents, minutes, months, per_million, per_mille, count); `rows` are the rows of the seed
    tables that it stands in or was fitted to; `low` and `high` bound an assumption, `why` gives its reason.
    """

    name: str
    values: tuple[int, ...]
    unit: str
    origin: Origin
    rows: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    why_nl: str = ""
    why_en: str = ""
    off: tuple[int, ...] | None = None
    """What it is when the assumption is switched off; None where there is no life without it."""

    def __post_init__(self) -> None:
        if self.origin is Origin.ASSUMED and (self.low is None or self.high is None or not self.why_en or not self.why_nl):
            raise InputError(f"{self.name} is assumed; an assumption has a range and a reason in both languages.")
        if self.origin is not Origin.ASSUMED and not self.rows:
            raise InputError(f"{self.name} is {self.origin.value}; name the rows of the seed tables that it rests on.")
        if self.low is not None and self.high is not None and any(not self.low <= one <= self.high for one in self.values):
            raise InputError(f"{self.name} is {list(self.values)}; {self.low} to {self.high} was expected.")


@dataclass(frozen=True)
class Assumptions:
    """All that a simulation rests on, by name."""

    given: Mapping[str, Given]

    def number(self, name: str) -> int:
        """One number; raises MissingParameter."""
        return self.numbers(name)[0]

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of numbers; raises MissingParameter."""
        self.need((name,), "The simulation")
        return self.given[name].values

    def need(self, names: Iterable[str], what_for: str) -> None:
        """Raise MissingParameter with every one of these names that was not given."""
        missing = [name for name in names if name not in self.given]
        if missing:
            raise MissingParameter(missing, what_for)

    def with_values(self, values: Mapping[str, tuple[int, ...] | int]) -> Assumptions:
        """The same with other values for some names; raises UnknownName for a name that is not there."""
        unknown = sorted(set(values) - set(self.given))
        if unknown:
            raise UnknownName(f"No number of the simulation is called {unknown[0]!r}.")
        changed = {n: replace(self.given[n], values=(v,) if isinstance(v, int) else tuple(v)) for n, v in values.items()}
        return Assumptions({**self.given, **changed})

    def without(self, name: str) -> Assumptions:
        """The same with one assumption switched off; raises UnknownName, or InputError where it has no meaning without it."""
        if name not in self.given:
            raise UnknownName(f"--without: no number of the simulation is called {name!r}. {closest(name, self.given)}")
        off = self.given[name].off
        if off is None:
            raise InputError(f"{name} cannot be switched off; give it another value instead.")
        return self.with_values({name: off})

    def and_also(self, more: Iterable[Given]) -> Assumptions:
        """These and more; a name that was there is replaced."""
        return Assumptions({**self.given, **{one.name: one for one in more}})

    def by_origin(self, origin: Origin) -> tuple[Given, ...]:
        """The numbers of one origin, by name: what is printed with a result."""
        return tuple(one for _, one in sorted(self.given.items()) if one.origin is origin)


def month_of(number: int) -> Month:
    """March 2018 for 201803, as months stand among the numbers."""
    return Month.of(*divmod(number, 100))


def period_at(starts: Sequence[int], month: Month) -> int:
    """Which of some periods, each with its first month as a number, a month lies in; the first one also before it begins."""
    return max(sum(month_of(start) <= month for start in starts) - 1, 0)
