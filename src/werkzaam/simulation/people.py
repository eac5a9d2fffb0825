# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Synthetic people as columns: households, their adults, and what is known of each at the start. Nobody in it exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]
LONG_AGO = -1_000
ADULTS_MOST = 2
"""Adults of one household; the number of a person in the town is that many times the household's, plus their place in it."""


@dataclass(frozen=True, slots=True)
class People:
    """Households and their adults. Rows of persons stand in the order of households; who stands first is the recipient.

    Per household:
    number           its number in the whole town, from 0: by it and by nothing else chance knows the household
    form             index of rules.situatie.Leefvorm
    children         whether there are dependent children
    months_before    unbroken months on bijstand before the first month
    arm              the row of `Behaviour` and `Norms` that holds for it
    enters           the month (0 = the first simulated) in which it enters an experiment; LONG_AGO outside one
    characteristics  for each row group of Table 2 the index of its level, of the recipient

    Per person:
    person           number in the whole town
    household        row of the household
    age              months old on the first day of the first month
    limited          fewer hours for medical reasons
    cares            cares alone for an own child under 12
    ready            how near to work: 0 far, 1 between, 2 ready (assumption)
    view             the quadrant of people's motives, 1 to 4 (R-253; assumption)
    works            has paid work in the month before the first
    """

    number: Ints
    form: Ints
    children: Truths
    months_before: Ints
    arm: Ints
    enters: Ints
    characteristics: Mapping[str, Ints]
    person: Ints
    household: Ints
    age: Ints
    limited: Truths
    cares: Truths
    ready: Ints
    view: Ints
    works: Truths

    @property
    def first(self) -> Ints:
        """Where the persons of each household begin (households + 1,)."""
        return _first(self.household, len(self.number))  # type: ignore[no-any-return]

    def some(self, rows: Ints) -> People:
        """These households (rows, ascending) with their persons."""
        keep = np.zeros(len(self.number), dtype=bool)
        keep[rows] = True
        renumbered = np.cumsum(keep) - 1
        persons = keep[self.household]
        found: dict[str, Any] = {}
        for name in (field.name for field in fields(self)):
            value = getattr(self, name)
            if name == "characteristics":
                found[name] = {key: column[keep] for key, column in value.items()}
            else:
                found[name] = value[keep] if name in OF_HOUSEHOLD else value[persons]
        found["household"] = renumbered[found["household"]]
        return People(**found)


OF_HOUSEHOLD = frozenset({"number", "form", "children", "months_before", "arm", "enters"})


@njit(cache=True, nogil=True)
def _first(household, households):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    found = np.zeros(households + 1, np.int64)
    for p in range(len(household)):
        found[household[p] + 1] += 1
    for h in range(households):
        found[h + 1] += found[h]
    return found


@njit(cache=True, nogil=True)
def sums_of_persons(household, values, households):  # type: ignore[no-untyped-def] # pragma: no cover - compiled
    """Sums (households,) of a column of persons; `household` is the row of each one's household."""
    found = np.zeros(households, np.int64)
    for p in range(len(household)):
        found[household[p]] += values[p]
    return found
