# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Amsterdam's world for tests of guidance: its rules, its numbers, three rows of guidance and one outside."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from tests.kernels import CACHE
from werkzaam.app.simulation import guidance_run as run
from werkzaam.app.simulation.guidance import PARTS, amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.life import World
from werkzaam.simulation.money import Money
from werkzaam.simulation.options import Options
from werkzaam.simulation.people import People
from werkzaam.simulation.reckon import Way
from werkzaam.simulation.world import behaviour_of, holding_of, leaving_of, market_of

SPAN = run.SPAN


@cache
def money() -> Money:
    """The rules of participants, five years."""
    return run.setting_of(run.PEOPLE_LEAST, 1, shipped(), CACHE).world.money


def world(given: Assumptions | None = None, options: Options | None = None, caseload: int | None = None) -> World:
    """All but people and seed."""
    given = given or shipped()
    norms = amsterdam_norms(given, SPAN, caseload=caseload)
    behaviour = behaviour_of(given, PARTS, SPAN)
    return World(money(), Way.PREVIOUS_SLIP, market_of(given), behaviour, leaving_of(given), norms, holding_of(given), 50,
                 options or Options())  # fmt: skip


@cache
def group(households: int) -> People:
    """Participants by the margins of Table 2, a third in each arm."""
    return research_group(households, 1, shipped())


def enrolled(households: int, view: int | None = None) -> People:
    """The same; all with one view of people where it is given."""
    people = group(households)
    return people if view is None else replace(people, view=np.full(len(people.view), view))
