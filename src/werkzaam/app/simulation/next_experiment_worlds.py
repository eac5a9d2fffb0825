# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The worlds of a next experiment: of each arm its regime, what holds after the trial, and how people move under its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from werkzaam.app.experiment.design_words import Described
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.experiment.design import Design
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import book_of
from werkzaam.simulation import world
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.foresee import Effect, affected
from werkzaam.simulation.life import World
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.norms import guidance_by_month, norms_of

FITTED = ("amsterdam_2018_extra_aandacht", "amsterdam_2018_zelfregie", "amsterdam_2018_regulier")
"""The regimes under which the people lived to whom the simulation was fitted: what their parts do is in what was fitted."""
LAST_KNOWN = Month.of(2026, 12)
"""The last month whose amounts are known; a trial that goes on has the amounts of this month all the way."""
OF_EFFECT = ("finding", "leaving", "stays")


@dataclass(frozen=True, slots=True)
class Trial:
    """The months of a trial: all that are lived, and `end`, the number of the first in which arms no longer differ.

    `timelines` are by arm; `amounts` is the month whose amounts hold throughout, None where each month has its own.
    """

    design: Design
    span: Span
    end: int
    timelines: Mapping[str, Regime | Timeline]
    amounts: Month | None


def trial_of(seen: Described, after: str | None) -> Trial:
    """The months of a design and what holds in them.

    `after` is the town's regime from the day on which arms no longer differ; it may be left out when the design ends with its
    arms. Raises InputError when a month has no regime.
    """
    design = seen.design
    start, end = Month.of_day(design.start), Month.of_day(design.end)
    last = _last(design)
    if last >= end and after is None:
        raise InputError(f"{design.id} looks until {last}, and its arms end in {end}. What holds for everybody after "
                         f"that? Name the "
                         "regime with --after, such as amsterdam_2021.")  # fmt: skip
    later = None if after is None else read_regime(Path(after) if after.endswith(".toml") else after)
    if later is not None:
        year_end = Month.of(last.year, 12)
        last = year_end if year_end in later.span else last
        missing = next((month for month in (end, last) if month not in later.span and last >= end), None)
        if missing is not None:
            raise InputError(f"{later.id} holds {later.span} and not in {missing}; --after needs one that holds {end} to {last}.")
    timelines = {arm: _timeline(regime, later, design) for arm, regime in seen.regimes.items()}
    return Trial(design, Span(start, last), end.index - start.index, timelines, LAST_KNOWN if last > LAST_KNOWN else None)


def effects_of(seen: Described, given: Assumptions) -> tuple[Effect, ...]:
    """The assumed effect of every part that some arms have and others not, and that nobody was fitted to.

    Raises MissingParameter with all names that lack.
    """
    known = fitted_parts()
    uses = {arm: set(regime.uses) for arm, regime in seen.regimes.items()}
    shared = set.intersection(*uses.values())
    unknown = sorted(set.union(*uses.values()) - shared - known)
    names = [f"effect.{part}.{one}" for part in unknown for one in OF_EFFECT]
    given.need(names, f"What people do in an arm of {seen.design.id} that nobody tried")
    for name in names:
        if given.number(name) < 0:
            raise InputError(f"{name}: per mille of what happens without it was expected, 0 or more; found {given.number(name)}.")
    return tuple(Effect(part, *(given.number(f"effect.{part}.{one}") for one in OF_EFFECT)) for part in unknown)


@cache
def fitted_parts() -> frozenset[str]:
    """The parts of the regimes that the simulation was fitted to."""
    return frozenset(part for one in FITTED for part in read_regime(one).uses)


def world_of(trial: Trial, arm: str, given: Assumptions, effects: Sequence[Effect], kernels: Path | None) -> World:
    """The world of one arm; before they enter people are guided as all others are. Raises MissingParameter."""
    timeline = trial.timelines[arm]
    first = timeline.regimes[0] if isinstance(timeline, Timeline) else timeline
    parts = [part for part in world.KNOWN_PARTS if part in first.uses]
    regular = world.KNOWN_PARTS[-1]
    behaviour = world.behaviour_of(given, [parts[0] if parts else regular, regular], trial.span)
    behaviour = affected(behaviour, [one for one in effects if one.part in first.uses], 0, trial.end)
    norms = norms_of(given, [guidance_by_month(timeline, trial.span)], trial.span)
    return world.world_of(given, _money(trial, timeline, kernels), behaviour, norms)


def _money(trial: Trial, timeline: Regime | Timeline, kernels: Path | None) -> Money:
    """The compiled rules of an arm; arms with the same rules share them."""
    return _compiled(_Rules(timeline, trial.span, trial.amounts), kernels)


@dataclass(frozen=True, slots=True, eq=False)
class _Rules:
    """Rules compared by all that they state, whatever they are called."""

    timeline: Regime | Timeline
    span: Span
    amounts: Month | None

    @property
    def stated(self) -> tuple[object, ...]:
        regimes = self.timeline.regimes if isinstance(self.timeline, Timeline) else (self.timeline,)
        said = tuple((str(one.span), tuple((c.path, repr(c.value), str(c.span)) for c in one.stated)) for one in regimes)
        return said, str(self.span), str(self.amounts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and self.stated == other.stated

    def __hash__(self) -> int:
        return hash(self.stated)


@cache
def _compiled(rules: _Rules, kernels: Path | None) -> Money:
    return money_of(book_of(read_facts(), rules.timeline, None, rules.amounts), rules.span, kernels)


def _timeline(regime: Regime, later: Regime | None, design: Design) -> Regime | Timeline:
    """The regime until arms no longer differ, and then the one for everybody."""
    if later is None:
        return regime
    last = Month.of_day(design.end - timedelta(days=1))
    end = Month.of_day(design.end)
    before = replace(regime, span=Span(regime.span.first, last))
    after = replace(later, span=Span(max(end, later.span.first), later.span.last))
    return Timeline([before, after])


def _last(design: Design) -> Month:
    """The last month that an outcome or wave looks at."""
    months = [wave.last for wave in design.waves] + [one.month for one in design.outcomes if one.month is not None]
    enrolled = Month.of_day(design.windows[-1].last)
    months += [enrolled + one.horizon for one in design.outcomes if one.horizon is not None]
    return max([*months, Month.of_day(design.end - timedelta(days=1))])
