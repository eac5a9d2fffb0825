# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Amsterdam's world for tests of guidance: its rules, its numbers, three rows of guidance and one outside."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from tests.kernels import CACHE
from tests.simulation.some_people import some_people
from werkzaam.app.simulation.guidance import PARTS, amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules.book import book_of
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.life import World
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.options import Options
from werkzaam.simulation.people import People
from werkzaam.simulation.reckon import Way
from werkzaam.simulation.world import behaviour_of, holding_of, leaving_of, market_of

SPAN = Span.parse("2018-01", "2022-12")
SELF_DIRECTION = 1


@cache
def money() -> Money:
    """The rules of participants, five years."""
    regime = Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")])
    return money_of(book_of(read_facts(), regime, None, None), SPAN, CACHE)


def world(given: Assumptions | None = None, options: Options | None = None, caseload: int | None = None) -> World:
    """All but people and seed."""
    given = given or shipped()
    norms = amsterdam_norms(given, SPAN, caseload=caseload)
    behaviour = behaviour_of(given, PARTS, SPAN)
    return World(money(), Way.PREVIOUS_SLIP, market_of(given), behaviour, leaving_of(given), norms, holding_of(given), 50,
                 options or Options())  # fmt: skip


def enrolled(households: int, view: int | None = None) -> People:
    """People who enter in the first half of 2018, dealt over the three arms; all of one view where it is given."""
    people = some_people(households)
    number = np.arange(households)
    views = people.view if view is None else np.full(len(people.view), view)
    return replace(people, arm=number % 3, enters=number // 3 % 6, view=views)
