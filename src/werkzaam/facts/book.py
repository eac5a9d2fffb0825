# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The State's numbers as values: what a number was in a month, by which law, seen where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from functools import cached_property
from hashlib import sha256

from werkzaam.core.errors import FactError, FactHole, FactNotInForce, InputError, UnknownName
from werkzaam.core.months import Month, Span

ASSUMPTION = "aanname"
_ADD = "Add it to facts/data/ with its source"


class Unit(Enum):
    """What a value counts; SHARE is a Fraction, every other unit a whole number."""

    CENTS = "euro cents"
    SHARE = "share"
    MONTHS = "months"
    YEARS = "years"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and what it is a unit of, in the words of the data files and in English."""

    unit: Unit
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One value for one span of months; `seen` is the day its source was read, None for an assumption."""

    key: str
    value: int | Fraction
    unit: Unit
    law: str
    span: Span
    source: str
    seen: date | None
    certain: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hole:
    """Months for which we looked and found no number."""

    span: Span
    seen: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Everything known under one key: what it means, its values in order of time, and its holes."""

    key: str
    law: str
    measure: Measure
    betekenis: str
    meaning: str
    note: str
    facts: tuple[Fact, ...]
    holes: tuple[Hole, ...] = ()

    def missing(self, month: Month) -> FactError:
        """The error that says why there is no value on this month and what to do."""
        for hole in self.holes:
            if month in hole.span:
                why = f" ({hole.note})" if hole.note else ""
                return FactHole(
                    f"No value for {self.key} on {month}: we looked on {hole.seen} and found none{why}. "
                    f"{_ADD}, or state an assumption."
                )
        return FactNotInForce(f"No value for {self.key} on {month}; {self._nearest(month)}. {_ADD}.")

    def _nearest(self, month: Month) -> str:
        ends = [fact.span.last for fact in self.facts if fact.span.last is not None and fact.span.last < month]
        starts = [fact.span.first for fact in self.facts if fact.span.first > month]
        if ends and starts:
            return f"the one before ended on {max(ends)} and the next one starts on {min(starts)}"
        if ends:
            return f"the last one ended on {max(ends)}"
        return f"the first one starts on {min(starts)}" if starts else "none is known for any month"

    def with_fact(self, fact: Fact) -> Series:
        """The same series in which this fact holds for its span; what was there is kept outside it."""
        kept = [piece for old in self.facts for piece in _outside(old, fact.span)]
        return replace(self, facts=tuple(sorted([*kept, fact], key=lambda each: each.span.first)))


@dataclass(frozen=True, eq=False)
class Facts:
    """All series by key. Compare two with `digest`."""

    by_key: Mapping[str, Series]

    def on(self, key: str, month: Month) -> Fact:
        """The fact in force; raises UnknownName, FactHole or FactNotInForce, never gives 0."""
        series = self.about(key)
        for fact in series.facts:
            if month in fact.span:
                return fact
        raise series.missing(month)

    def about(self, key: str) -> Series:
        """The series of a key: its meaning, measure, values and holes."""
        if key in self.by_key:
            return self.by_key[key]
        close = get_close_matches(key, self.by_key, n=3)
        hint = f"Did you mean {' or '.join(close)}?" if close else "`werkzaam facts` lists them."
        raise UnknownName(f"There is no fact {key!r}. {hint}")

    def series(self, key: str) -> tuple[Fact, ...]:
        """Every value of a key, in order of time."""
        return self.about(key).facts

    def keys(self) -> tuple[str, ...]:
        return tuple(sorted(self.by_key))

    def months(self, key: str) -> tuple[Span, ...]:
        """The spans of months that have a value; values that follow on each other are one span."""
        spans: list[Span] = []
        for fact in self.series(key):
            if spans and (last := spans[-1].last) is not None and last + 1 == fact.span.first:
                spans[-1] = Span(spans[-1].first, fact.span.last)
            else:
                spans.append(fact.span)
        return tuple(spans)

    def with_assumed(self, key: str, span: Span, value: int | Fraction) -> Facts:
        """New facts in which a value is pinned as an assumption, for stories and what-ifs."""
        series = self.about(key)
        unit = series.measure.unit
        wanted = Fraction if unit is Unit.SHARE else int
        if type(value) is not wanted or value < 0:
            raise InputError(
                f"{key} is in {unit.value}; an assumed value must be a {wanted.__name__} of zero or more, found {value!r}."
            )
        fact = Fact(key, value, unit, series.law, span, ASSUMPTION, None, certain=False)
        return Facts({**self.by_key, key: series.with_fact(fact)})

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything a calculation depends on: key, unit, months, value, law, source, certainty."""
        lines = (line for key in sorted(self.by_key) for line in map(_canonical, self.series(key)))
        return sha256("\n".join(lines).encode()).hexdigest()


def _outside(fact: Fact, span: Span) -> Iterator[Fact]:
    """What is left of a fact when a span is taken out of it."""
    if not fact.span.overlaps(span):
        yield fact
        return
    if fact.span.first < span.first:
        yield replace(fact, span=Span(fact.span.first, span.first - 1))
    if span.last is not None and (fact.span.last is None or span.last < fact.span.last):
        yield replace(fact, span=Span(span.last + 1, fact.span.last))


def _canonical(fact: Fact) -> str:
    certainty = "certain" if fact.certain else "uncertain"
    parts = (fact.key, fact.unit.name, fact.span, fact.value, fact.law, fact.source, certainty)
    return "\t".join(map(str, parts))
