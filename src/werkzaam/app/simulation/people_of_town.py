# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a comparison: a synthetic town by the margins of everybody on bijstand, the same for each regime, in parts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.people import LONG_AGO, People
from werkzaam.simulation.streamed import Making
from werkzaam.simulation.town import TownPlan, people_of, plan_of


def people_of_town(households: int, seed: int, given: Assumptions) -> Making:
    """Makes any part of a town of so many households; everybody is under the one regime that is lived."""
    return partial(_part, plan_of(given, households), seed, given)


def _part(plan: TownPlan, seed: int, given: Assumptions, first: int, last: int) -> People:
    people = people_of(plan, seed, given, first, last)
    count = len(people.number)
    return replace(people, arm=np.zeros(count, np.int64), enters=np.full(count, LONG_AGO))
