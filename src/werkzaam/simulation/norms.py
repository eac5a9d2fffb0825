# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The guidance of a regime as numbers: what it states, what the files of numbers give where it is silent, and nothing else.

Contacts a year are what a guidance states (`contacts_least`), or a number by the name of its part, `contacts.<part>`; a number
that was reached at the height of a programme is `contacts.peak.<part>`, and `contacts.share_of_peak` says how much of it there is
in each period. A caseload is the middle of what a guidance states, or `contacts.caseload.<part>`. A part of which nothing is
known is guided like `contacts.unknown_part_like` says; what then still lacks stops the run with all its names (R-109).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.casework.talk_time import WEEKS_A_YEAR
from werkzaam.core.errors import InputError, RegimeError
from werkzaam.core.months import Month, Span
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.simulation.assumption import Assumptions, MissingParameter, period_at
from werkzaam.simulation.guided import AGREED, NORM, SILENCE, Norms
from werkzaam.simulation.people import Ints
from werkzaam.simulation.views import EVEN, QUADRANTS, Late
from werkzaam.simulation.world import KNOWN_PARTS, like

NOBODY = "no_guidance"
"""The name of what a regime without guidance gives: it is not stated how people are guided."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one part of guidance comes to in one month; see Norms for the units."""

    wanted: int
    clients: int
    stated: int
    changes: int
    together: int
    asked: int
    rule: int


def guidance_by_month(regime: Regime | Timeline, span: Span) -> list[Guidance | None]:
    """The guidance of each month; raises RegimeError for a month without a regime."""
    return [regime.at(month).guidance for month in span]


def norms_of(given: Assumptions, rows: Sequence[Sequence[Guidance | None]], span: Span, *, caseload: int | None = None,
             before: int | None = None) -> Norms:  # fmt: skip
    """The norms of each row of people, from the guidance of each month; raises MissingParameter with every name that lacks.

    `caseload` stands in the place of that of every guidance (R-244); `before` is the row that guides who has not entered yet.
    """
    months = list(span)
    if any(len(row) != len(months) for row in rows):
        raise RegimeError(f"Guidance for each of {len(months)} months was expected; found {[len(row) for row in rows]}.")
    missing: set[str] = set()
    found = [[_wanted(given, one, month, missing) for one, month in zip(row, months, strict=True)] for row in rows]
    scalars = ("contacts.talks_a_week", "contacts.per_talk", "contacts.silent")
    missing |= {name for name in scalars if name not in given.given}
    if missing:
        raise MissingParameter(missing, "Guidance")

    def table(name: str) -> Ints:
        return np.array([[getattr(one, name) for one in row] for row in found], np.int64)

    stated, clients = table("stated"), table("clients")
    clients = clients if caseload is None else np.full_like(clients, caseload)
    a_position = given.number("contacts.talks_a_week") * WEEKS_A_YEAR * given.number("contacts.per_talk")
    wanted, asked = table("wanted"), table("asked")
    usual = np.minimum(wanted + asked, a_position // stated)
    return Norms(wanted // 1_000, a_position // clients, table("changes"), wanted, clients, asked, table("rule"), usual,
                 given.number("contacts.silent"), before, span.first, table("together"))  # fmt: skip


def views_of(given: Assumptions, parts: Sequence[str]) -> Ints:
    """How each part works out for people of each quadrant (rows, 4), per mille; raises InputError where it is not centred."""
    table = np.array([given.numbers(f"views.{like(given, part)}") for part in parts], np.int64)
    if table.shape != (len(parts), QUADRANTS) or (table.sum(axis=1) != QUADRANTS * EVEN).any() or (table < 0).any():
        raise InputError(
            f"views.*: {QUADRANTS} numbers of 0 or more with a mean of {EVEN} were expected, so that an equal mix of people "
            f"changes nothing of what was fitted; found {table.tolist()}."
        )
    if (table > 2 * EVEN).any():
        raise InputError(f"views.*: at most {2 * EVEN} was expected, so that the chance to lose work stays a chance.")
    return table


def late_of(given: Assumptions, row: int) -> Late:
    """The late effect of self-direction, on a row; none while `late.per_mille` is 1000."""
    return Late(row, given.number("late.from_month"), given.number("late.per_mille"))


def _wanted(given: Assumptions, guidance: Guidance | None, month: Month, missing: set[str]) -> Wanted:
    """What a guidance asks for; names that lack are added to `missing`, and then the numbers mean nothing."""
    part = guidance.part if guidance is not None else NOBODY
    names = [part]
    like = given.given.get("contacts.unknown_part_like")
    if like is not None and like.values[0] > len(KNOWN_PARTS):
        raise InputError(f"contacts.unknown_part_like: 0 to {len(KNOWN_PARTS)} was expected; found {like.values[0]}.")
    if like is not None and like.values[0]:
        names.append(KNOWN_PARTS[like.values[0] - 1])
    least = guidance.contacts_least if guidance is not None else None
    wanted = _months_of_norm(least) if least else _contacts(given, names, month, missing)
    clients = _caseload(given, guidance, names, missing)
    changes = _first(given, [f"contacts.changes.{name}" for name in names], missing)
    at_once = _first(given, [f"contacts.changes_together.{part}", "contacts.changes_together"], missing)
    asked = _first(given, [f"contacts.asked.{part}", "contacts.asked"], missing)
    asked = asked * _share_of_peak(given, month, missing) // 1_000
    together = guidance is not None and guidance.frequency_by == "samen"
    return Wanted(wanted, clients, clients, changes, at_once, asked,
                  AGREED if together else NORM if least else SILENCE)  # fmt: skip


def _months_of_norm(least: int) -> int:
    """Contacts a year, per mille, by the norm of casework: whole months between two, or whole weeks (casework.contacts.dues)."""
    return 12_000 // (12 // least) if least <= 12 else 365_000 // (7 * max(52 // least, 1))


def _contacts(given: Assumptions, names: Sequence[str], month: Month, missing: set[str]) -> int:
    """Contacts a year, per mille, of the first of these parts that has a number."""
    for name in names:
        if f"contacts.peak.{name}" in given.given:
            return given.number(f"contacts.peak.{name}") * _share_of_peak(given, month, missing) // 1_000
        if f"contacts.{name}" in given.given:
            return given.number(f"contacts.{name}")
    missing.add(f"contacts.{names[0]}")
    return 0


def _share_of_peak(given: Assumptions, month: Month, missing: set[str]) -> int:
    """How much of its height there is in a month, per mille."""
    lacks = {"contacts.periods", "contacts.share_of_peak"} - set(given.given)
    if lacks:
        missing |= lacks
        return EVEN
    starts, shares = given.numbers("contacts.periods"), given.numbers("contacts.share_of_peak")
    if len(starts) != len(shares):
        raise InputError(f"contacts.share_of_peak: a share for each of the {len(starts)} periods of contacts.periods was "
                         f"expected; found {len(shares)}.")  # fmt: skip
    return shares[period_at(starts, month)]


def _caseload(given: Assumptions, guidance: Guidance | None, names: Sequence[str], missing: set[str]) -> int:
    """Clients of one case manager: the middle of what is stated, the most where only that is, or a number of the files."""
    for one in (guidance, *(guidance_of_part(name) for name in names[1:])):
        if one is not None and one.caseload_most:
            return ((one.caseload_least or one.caseload_most) + one.caseload_most) // 2
        if one is guidance and f"contacts.caseload.{names[0]}" in given.given:
            return given.number(f"contacts.caseload.{names[0]}")
    missing.add(f"contacts.caseload.{names[0]}")
    return 1


def _first(given: Assumptions, names: Sequence[str], missing: set[str]) -> int:
    """The first number of these names that was given."""
    for name in names:
        if name in given.given:
            return given.number(name)
    missing.add(names[0])
    return 0
