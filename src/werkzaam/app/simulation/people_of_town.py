# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a comparison: a synthetic town by the margins of everybody on bijstand, the same for each regime."""

from __future__ import annotations

from werkzaam.app.simulation.comparison import PeopleOf
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.people import People
from werkzaam.simulation.town import people_of, plan_of


def people_of_town(households: int) -> PeopleOf:
    """The people of a town of so many households, by a seed."""

    def of(seed: int, given: Assumptions) -> People:
        return people_of(plan_of(given, households), seed, given)

    return of
