# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Find a household: by its number, or by a part of the name of somebody in it."""

from __future__ import annotations

from collections.abc import Collection

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.store.people import Person, people

SHORTEST, MOST = 2, 25
"""Letters of a name that must be given, and how many people are shown."""
FEW = 60
"""Households that are looked up one by one; for more the whole town is read once."""


def find(desk: Desk, text: str) -> tuple[Person, ...]:
    """People whose household has this number, or whose name has these letters; at most MOST, by name.

    Raises InputError for a name of fewer than SHORTEST letters.
    """
    wanted = text.strip()
    if wanted.isdecimal():
        return tuple(people(desk.database, desk.town.id, int(wanted)) if len(wanted) <= 15 else ())
    if len(wanted) < SHORTEST:
        raise InputError(f"The number of a household or {SHORTEST} letters of a name were expected; found {len(wanted)}.")
    found = [one for one in people(desk.database, desk.town.id) if one.name and wanted.casefold() in one.name.casefold()]
    return tuple(sorted(found, key=lambda one: (one.name or "", one.person))[:MOST])


def first_of(desk: Desk, households: Collection[int]) -> dict[int, Person]:
    """Of each household the person with the lowest number: by whom its page is reached."""
    wanted = set(households)
    if len(wanted) > FEW:
        every = people(desk.database, desk.town.id)
        return {one.household: one for one in reversed(every) if one.household in wanted}
    return {number: found[0] for number in wanted if (found := people(desk.database, desk.town.id, number))}
