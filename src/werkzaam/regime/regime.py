# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A regime: what a town chose for a period, where each choice is written, and what was never stated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeVar

from werkzaam.core.errors import NotStated, RegimeError, RuleError
from werkzaam.core.months import Month, Span
from werkzaam.regime.guidance import Guidance, merged
from werkzaam.regime.model import CHOICES, Value, choice_of

T = TypeVar("T", bound=Value)
ALWAYS = Span(Month(0))


@dataclass(frozen=True, slots=True)
class Chosen:
    """One stated choice and where it comes from.

    `assumed` means that no source states it: `why` (English) and `waarom` (Dutch) say why it was filled in, and
    `source` is empty unless the assumption leans on one. `file` is the part's file, by name when it ships with us.
    """

    path: str
    value: Value
    source: str
    assumed: bool
    why: str
    part: str
    span: Span
    file: str
    waarom: str

    def typed(self, kind: type[T]) -> T:
        """The value as the type of its kind (see `model.Kind`), for callers that must know it."""
        if type(self.value) is not kind:
            found = type(self.value).__name__
            raise RuleError(f"{self.path} was asked as {kind.__name__}; it is {found}, see regime/model.py.")
        return self.value


@dataclass(frozen=True, slots=True)
class Unstated:
    """A choice that no part states; not `needed` when what it belongs to is off."""

    path: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Regime:
    """The policy of a town for a period, or one part of it; no choice is stated twice for a month.

    `land` is the country whose rule it is, in two letters; whatever the country, it is computed on the Dutch norm. `guidance` is
    that of the part itself; of a town that of its parts together, None when none of them guides. Nothing is computed from it.
    """

    id: str
    kind: Literal["deel", "gemeente"]
    name_nl: str
    name_en: str
    description_nl: str
    description_en: str
    municipality: str
    span: Span
    file: str
    stated: tuple[Chosen, ...] = ()
    uses: tuple[str, ...] = ()
    land: str = "NL"
    guidance: Guidance | None = None

    def __post_init__(self) -> None:
        order = list(CHOICES)
        ordered = sorted(self.stated, key=lambda chosen: (order.index(chosen.path), chosen.span.first))
        for one, other in pairwise(ordered):
            if one.path == other.path and one.span.overlaps(other.span):
                raise RegimeError(_stated_twice(one, other))
        object.__setattr__(self, "stated", tuple(ordered))

    def at(self, month: Month) -> Regime:
        """This regime, if it holds in the month; raises RegimeError outside its span."""
        if month not in self.span:
            raise RegimeError(_no_regime(month, [self]))
        return self

    def value(self, path: str, month: Month) -> Chosen:
        """What was chosen; raises UnknownName, RegimeError (outside the span) or NotStated."""
        found = self._find(path, month)
        if found is None:
            raise NotStated(self._not_stated(path, month))
        return found

    def states(self, path: str, month: Month) -> bool:
        return self._find(path, month) is not None

    def choices(self, month: Month) -> list[Chosen | Unstated]:
        """Every registered choice in the order of the registry, for display."""
        return [self._find(path, month) or Unstated(path, self._needed(path, month)) for path in CHOICES]

    @property
    def digest(self) -> str:
        """Changes when any choice, date, source or assumption does, and with the guidance; names and layout do not count."""
        if self.guidance is None:
            return self.choices_digest
        text = json.dumps([self.choices_digest, self.guidance.record], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def choices_digest(self) -> str:
        """What a calculation rests on: as `digest`, without the guidance, from which nothing is computed."""
        facts = ([c.path, repr(c.value), str(c.span), c.part] for c in self.stated)
        words = ([c.source, c.assumed, c.waarom, c.why] for c in self.stated)
        lines = [[*fact, *word] for fact, word in zip(facts, words, strict=True)]
        text = json.dumps([self.id, self.kind, self.municipality, self.land, str(self.span), lines], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def _find(self, path: str, month: Month) -> Chosen | None:
        choice_of(path)
        self.at(month)
        return next((c for c in self.stated if c.path == path and month in c.span), None)

    def _needed(self, path: str, month: Month) -> bool:
        condition = CHOICES[path].only_if
        switch = None if condition is None else self._find(condition, month)
        return switch is None or switch.value is True

    def _not_stated(self, path: str, month: Month) -> str:
        earlier = [c for c in self.stated if c.path == path and c.span.last and c.span.last < month]
        last = f" The last value ended in {earlier[-1].span.last} ({earlier[-1].file})." if earlier else ""
        parts = f" or its parts ({', '.join(self.uses)})" if self.uses else ""
        return (
            f"missing_parameter: {path} is not stated for {month} by {self.id}{parts}.{last} State it in a part with its source, "
            f"or as an assumption (aanname = true) with the reason."
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """Regimes after one another; at most one holds in any month."""

    regimes: tuple[Regime, ...]

    def __init__(self, regimes: Sequence[Regime]) -> None:
        ordered = tuple(sorted(regimes, key=lambda regime: regime.span.first))
        if not ordered:
            raise RegimeError("A timeline without regimes was asked; name at least one.")
        for one, other in pairwise(ordered):
            if one.span.overlaps(other.span):
                both = f"{one.id} ({one.span}) and {other.id} ({other.span})"
                advice = "End the first before the second. Who moves has a case in each town."
                raise RegimeError(f"In {other.span.first} two regimes hold: {both}. {advice}")
        object.__setattr__(self, "regimes", ordered)

    def at(self, month: Month) -> Regime:
        """The regime that holds in the month; raises RegimeError when none does."""
        found = next((regime for regime in self.regimes if month in regime.span), None)
        if found is None:
            raise RegimeError(_no_regime(month, self.regimes))
        return found

    def value(self, path: str, month: Month) -> Chosen:
        return self.at(month).value(path, month)

    def states(self, path: str, month: Month) -> bool:
        return self.at(month).states(path, month)

    def choices(self, month: Month) -> list[Chosen | Unstated]:
        return self.at(month).choices(month)

    @property
    def digest(self) -> str:
        return hashlib.sha256(" ".join(regime.digest for regime in self.regimes).encode()).hexdigest()

    @property
    def choices_digest(self) -> str:
        return hashlib.sha256(" ".join(regime.choices_digest for regime in self.regimes).encode()).hexdigest()


def compose(town: Regime, parts: Sequence[Regime]) -> Regime:
    """The town's regime with what its parts state in its months; raises RegimeError when two state the same.

    Guidance is taken of the parts that hold in its months, in the order of the parts.
    """
    shared = ((chosen, common_span(chosen.span, town.span)) for part in parts for chosen in part.stated)
    stated = tuple(replace(chosen, span=span) for chosen, span in shared if span is not None)
    told = [part.guidance for part in parts if part.guidance is not None and part.span.overlaps(town.span)]
    return replace(town, stated=stated, uses=tuple(part.id for part in parts), guidance=merged(told))


def common_span(one: Span, other: Span) -> Span | None:
    """The months in both spans, if any."""
    if not one.overlaps(other):
        return None
    ends = [span.last for span in (one, other) if span.last is not None]
    return Span(max(one.first, other.first), min(ends) if ends else None)


def _stated_twice(one: Chosen, other: Chosen) -> str:
    files = f"in {one.file} and in {other.file}" if one.file != other.file else f"both times in {one.file}"
    since = "" if other.span.first == ALWAYS.first else f" for {other.span.first}"
    return f"{one.path} is stated twice{since}: {files}. Leave one out, or give both dates that do not meet."


def _no_regime(month: Month, regimes: Sequence[Regime]) -> str:
    before = [f"{r.id} ended on {r.span.last}" for r in regimes if r.span.last and r.span.last < month]
    after = [f"{r.id} starts on {r.span.first}" for r in regimes if r.span.first > month]
    return f"No regime for {month}; {' and '.join(before[-1:] + after[:1])}."
