# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regimes as they are lived: from names and numbers to a world in which people can live, and what each of them rests on.

A regime that does not hold in all lived months is tried with its law date pinned to its first month: choices, shares and
durations are of that date, amounts of the months lived (rules.book). A choice that no source states stops the run with its name,
or is given in a file of assumptions. Guidance that nobody described behaves like `behaviour.unknown_part_like` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from werkzaam.app.regimes import within_law
from werkzaam.app.rows import near
from werkzaam.app.simulation.exit_premium import ExitPremium, exit_premium_of, without_exit
from werkzaam.app.simulation.numbers import read_numbers, shipped, with_file
from werkzaam.app.simulation.own_choices import OwnChoice, with_choices
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.engine.graph import RuleSet
from werkzaam.facts.book import Facts
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Chosen, Regime, Timeline, Unstated
from werkzaam.rules import rules_of
from werkzaam.rules.book import book_of
from werkzaam.simulation import world
from werkzaam.simulation.assumption import Assumptions, MissingParameter, Origin
from werkzaam.simulation.life import World
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.norms import NOBODY, guidance_by_month, norms_of
from werkzaam.simulation.reckon import WAY_OF, Way
from werkzaam.simulation.world import MOST_TAKEN, WAY

OF_PARTS = ("behaviour.", "contacts.", "views.")
AND = "+"
"""Between regimes that hold after one another: amsterdam_2018+amsterdam_2021."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A regime with what is lived of it: the pinned law date, or None where it holds in all months; and choices filled in.

    `variant` is a premium as it was asked, and `beyond` why the law leaves no such premium to a town.
    """

    name: str
    regime: Regime | Timeline
    law: Month | None
    own: tuple[OwnChoice, ...] = ()
    variant: str = ""
    beyond: str = ""

    def first(self, span: Span) -> Month:
        """The month whose choices hold at the start."""
        return self.law or span.first

    def chosen(self, path: str, span: Span) -> Chosen:
        """A choice as it holds at the start."""
        return self.regime.value(path, self.first(span))


@dataclass(frozen=True, slots=True)
class Living:
    """A regime as it is lived: the part that guides, whose behaviour and contacts it has, and the world."""

    ruled: Ruled
    part: str
    like: str
    world: World
    exit: ExitPremium | None = None

    @property
    def name(self) -> str:
        """As it was asked, with its variant."""
        return self.ruled.name

    @property
    def short(self) -> str:
        """The variant on its own, or the name: for a picture, where there is little room."""
        return self.ruled.variant or self.ruled.name


def ruled(names: Sequence[str], span: Span, facts: Facts, own: Sequence[OwnChoice] = ()) -> list[Ruled]:
    """Each regime as it is lived; raises UnknownName with near names, and InputError for one that is named twice."""
    twice = [name for at, name in enumerate(names) if name in names[:at]]
    if twice:
        raise InputError(f"{twice[0]} is named twice; name each regime once.")
    return [_ruled(name, span, facts, own) for name in names]


def _ruled(name: str, span: Span, facts: Facts, own: Sequence[OwnChoice]) -> Ruled:
    regimes = [read_regime(one) for one in name.split(AND)]
    filled = [with_choices(one, own) for one in regimes]
    regime = within_law([one for one, _ in filled], facts, until=min(span.last or span.first, LAST_CHECKED))
    used = tuple(dict.fromkeys(one for _, some in filled for one in some))
    if isinstance(regime, Timeline):
        missing = [month for month in span if not any(month in one.span for one in regime.regimes)]
        if missing:
            raise InputError(f"{name}: no regime holds in {missing[0]}. Regimes joined by {AND} must hold in every month that is "
                             "lived; only one on its own is tried outside its years.")  # fmt: skip
        return Ruled(name, regime, None, used)
    whole = all(month in regime.span for month in (span.first, span.last or span.first))
    return Ruled(name, regime, None if whole else regime.span.first, used)


FIRST_CHECKED, LAST_CHECKED = Month.of(2018, 1), Month.of(2026, 12)
"""The first and the last month whose facts we know; regimes that run on are checked against the law to the last."""


def with_method(rules: Iterable[Ruled], method: str, span: Span) -> list[Ruled]:
    """The same regimes, all with one way to set wages off; raises InputError for a way that is none."""
    if method not in WAY_OF:
        raise InputError(f"--method: one of {', '.join(WAY_OF)} was expected; found {method!r}.")
    own = OwnChoice(None, WAY, method, "zo gevraagd met --method", "as asked with --method", "--method")
    return [one if ways_of(one, span) == {method} else _settled(one, own) for one in rules]


def _settled(one: Ruled, own: OwnChoice) -> Ruled:
    regimes = one.regime.regimes if isinstance(one.regime, Timeline) else (one.regime,)
    changed = [replace(r, stated=(*(c for c in r.stated if c.path != WAY), own.chosen(r))) for r in regimes]
    new = Timeline(changed) if isinstance(one.regime, Timeline) else changed[0]
    return replace(one, regime=new, own=(*one.own, own))


def numbers_for_regimes(own: Path | None = None) -> Assumptions:
    """The numbers that ship, those of regimes among them, with those of somebody's own file of assumptions.

    Raises UnknownName, with near names, for a number that no life reads; those of a part of guidance (OF_PARTS) may be new.
    """
    given = shipped()
    if own is None:
        return given
    for one in read_numbers(own, Origin.ASSUMED):
        if one.name not in given.given and not one.name.startswith(OF_PARTS):
            raise UnknownName(f"No number of the simulation is called {one.name!r}. {near(one.name, tuple(given.given))}",
                              file=str(own))  # fmt: skip
    return with_file(given, own)


def refuse_unstated(rules: Iterable[Ruled], span: Span) -> None:
    """Raise MissingParameter with every choice that a life under one of these regimes needs and nobody states."""
    missing: dict[str, list[str]] = {}
    for one in rules:
        paths = needed_paths(rules_of(one.law))
        for month in [one.law] if one.law else span:
            for choice in one.regime.choices(month):
                if isinstance(choice, Unstated) and choice.needed and choice.path in paths:
                    missing.setdefault(f"regime.{one.regime.at(month).id}.{choice.path}", []).append(one.name)
    if missing:
        names = dict.fromkeys(name for some in missing.values() for name in some)
        raise MissingParameter(missing, f"Life under {', '.join(names)}")


def needed_paths(rules: RuleSet) -> frozenset[str]:
    """The choices of a town that the rules read, and the two that the simulation reads itself."""
    found = {WAY, MOST_TAKEN}
    for parameter in rules.parameters.values():
        sources = parameter.source.values() if isinstance(parameter.source, Mapping) else (parameter.source,)
        found |= {path for one in sources if isinstance(path := getattr(one, "path", None), str)}
    return frozenset(found)


def living(one: Ruled, span: Span, given: Assumptions, facts: Facts, cache: Path | None) -> Living:
    """The world of one regime; its rules are compiled when they are first run. Raises MissingParameter."""
    guidance = one.regime.at(one.first(span)).guidance
    part = guidance.part if guidance is not None else NOBODY
    leaving = exit_premium_of(one.regime, one.first(span))
    book = book_of(facts, one.regime if leaving is None else without_exit(one.regime), one.law, None)
    return Living(one, part, world.like(given, part), _world(one, span, given, money_of(book, span, cache), part), leaving)


def _world(one: Ruled, span: Span, given: Assumptions, money: Money, part: str) -> World:
    norms = norms_of(given, [_guidance(one, span)], span)
    return world.world_of(given, money, world.behaviour_of(given, [part], span), norms, way_of(one, span))


def _guidance(one: Ruled, span: Span) -> list[Guidance | None]:
    """The guidance of each month; with a pinned law date that of that date in all of them."""
    return guidance_by_month(one.regime, span) if one.law is None else [one.regime.at(one.law).guidance] * len(list(span))


def ways_of(one: Ruled, span: Span) -> set[str]:
    """The ways in which wages are set off in some month; none where that is not stated."""
    months = [one.law] if one.law else list(span)
    return {str(one.regime.value(WAY, month).value) for month in months if one.regime.states(WAY, month)}


def way_of(one: Ruled, span: Span) -> Way:
    """The one way in which wages are set off; raises InputError where it changes on the way."""
    ways = ways_of(one, span)
    if len(ways) != 1:
        raise InputError(f"{one.name}: {WAY} changes on the way ({', '.join(sorted(ways))}). Give one with --method.")
    return WAY_OF[ways.pop()]
