# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A few synthetic people for tests of one step; no margins are met."""

from __future__ import annotations

import numpy as np

from werkzaam.simulation.people import ADULTS_MOST, LONG_AGO, People

COUPLE = 2


def some_people(households: int, seed: int = 1) -> People:
    """Households of every form, three in ten people with work."""
    generator = np.random.default_rng(seed)
    form = generator.choice(3, households, p=(0.7, 0.15, 0.15))
    adults = np.where(form == COUPLE, 2, 1)
    household = np.repeat(np.arange(households), adults)
    place = np.arange(len(household)) - np.repeat(np.cumsum(adults) - adults, adults)
    persons = len(household)
    return People(
        np.arange(households), form, form == 1, np.full(households, 24), np.zeros(households, np.int64),
        np.full(households, LONG_AGO), {}, household * ADULTS_MOST + place, household, generator.integers(300, 700, persons),
        generator.random(persons) < 0.1, (form == 1)[household], generator.integers(0, 3, persons),
        generator.integers(1, 5, persons), generator.random(persons) < 0.3,
    )  # fmt: skip
