# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Worlds for tests: the shipped numbers, Amsterdam's rules compiled once, and months of work and money as they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np

from tests.kernels import CACHE
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules.book import book_of
from werkzaam.simulation import labour
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.labour import Work
from werkzaam.simulation.life import World, four_weekly_pays, weekly_pays
from werkzaam.simulation.money import OUTPUTS, Money, Settling, money_of
from werkzaam.simulation.people import People
from werkzaam.simulation.reckon import Slips, Way
from werkzaam.simulation.world import behaviour_of, holding_of, leaving_of, market_of

SPAN = Span.parse("2018-01", "2022-12")
PARTICIPANTS = ("amsterdam_2018", "amsterdam_2021")
OUTSIDE = ("amsterdam_2018_buiten_experiment", "amsterdam_2021")
BUFFER_LAW = Month.parse("2027-01")


@cache
def money(*names: str, law: Month | None = None) -> Money:
    """The compiled rules of some regimes after one another, for all months of the simulation."""
    regimes = [read_regime(name) for name in names]
    regime = regimes[0] if len(regimes) == 1 else Timeline(regimes)
    return money_of(book_of(read_facts(), regime, law, None), SPAN, CACHE)


def world(compiled: Money, way: Way, given: Assumptions | None = None) -> World:
    """A world of the shipped numbers, or of others, in which everybody lives under regular guidance."""
    numbers = given or shipped()
    months = len(list(compiled.span))
    norms = Norms(np.full((1, months), 12), np.full((1, months), 9_000), np.full((1, months), 20_000))
    return World(compiled, way, market_of(numbers), behaviour_of(numbers, ("ams_comparison",), compiled.span),
                 leaving_of(numbers), norms, holding_of(numbers), 50)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """One month: who was on bijstand, work as it was, the wage reckoned with, and what the rules gave; copies all."""

    month: Month
    on: Any
    work: Work
    reckoned: Any
    found: dict[str, Any]


def months_of_money(people: People, compiled: Money, way: Way, seed: int, away: Sequence[range]) -> Iterator[Seen]:
    """Work and money month by month; household h is away from bijstand in the months of away[h % len(away)]."""
    one = world(compiled, way)
    work = labour.start(people, one.market, seed)
    slips, settling = Slips(work), Settling(compiled, people)
    for at, month in enumerate(compiled.span):
        fourth = four_weekly_pays(month)
        labour.step(people, work, one.market, one.behaviour, at, seed, weekly_pays(month), fourth, 0)
        reckoned = slips.reckoned(way, work, work.minutes * 52 // 12 * work.hourly // 60, month.number == 1)
        on = np.array([at not in away[h % len(away)] for h in range(len(people.number))])
        found = settling.month(month, at, work, reckoned, fourth, on)
        yield Seen(month, on, copied(work), reckoned, {name: np.array(found[name]) for name in OUTPUTS})
        slips.remember(work, found["loon_van_de_maand"])


def copied(work: Work) -> Work:
    """Work as it stands now."""
    return Work(*(np.array(getattr(work, field.name)) for field in fields(work)))
