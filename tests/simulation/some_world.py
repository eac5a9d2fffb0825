# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A world for tests of whole lives: the numbers that ship, under the rules of one or more regimes, from January 2018 on."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from tests.kernels import CACHE
from tests.simulation.some_people import some_people
from werkzaam.app.regimes import regime_of
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Span
from werkzaam.facts.read import read_facts
from werkzaam.rules.book import book_of
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.life import Holding, World
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.people import People
from werkzaam.simulation.reckon import Way
from werkzaam.simulation.streamed import Making
from werkzaam.simulation.world import KNOWN_PARTS, behaviour_of, leaving_of, market_of

SPAN = Span.parse("2018-01", "2022-12")
ARMS = len(KNOWN_PARTS)


@cache
def some_money(*regimes: str) -> Money:
    """The compiled rules of these regimes after one another."""
    facts = read_facts()
    return money_of(book_of(facts, regime_of(regimes or ("amsterdam_2018", "amsterdam_2021"), facts)), SPAN, CACHE)


def some_world(*regimes: str, way: Way = Way.PREVIOUS_SLIP) -> World:
    """Three arms with the behaviour that ships; people hold back after a bad correction, so that money reaches work."""
    given, months = shipped(), len(list(SPAN))
    norms = Norms(np.full((ARMS, months), 12), np.full((ARMS, months), 9_000), np.full((ARMS, months), 20_000))
    return World(some_money(*regimes), way, market_of(given), behaviour_of(given, KNOWN_PARTS, SPAN), leaving_of(given), norms,
                 Holding(3, 200, 5_000), 50)  # fmt: skip


def a_town(households: int = 1_000) -> People:
    """People in three arms; one in three entered in March 2018."""
    people = some_people(households)
    people.arm[:] = people.number % ARMS
    people.enters[people.number % 3 == 1] = 2
    return people


def town_parts(households: int = 1_000) -> Making:
    """Parts of the town that another process can make too."""
    return partial(_part, households)


def _part(households: int, first: int, last: int) -> People:
    return a_town(households).some(np.arange(first, last))
