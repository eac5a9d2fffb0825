# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What each step of a plan of hours brings, by the same what-if as the client's own (R-054, R-133).

There is one computation: whoever may read the plan, client or case manager, sees the same amounts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.whatif import Point, Trial, sweep
from werkzaam.casework.contracts import worker_of
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.hours import steps_of
from werkzaam.casework.reading import holding
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month


@dataclass(frozen=True, slots=True)
class StepIncome:
    """One step: its hours a week in all, and the month with it beside the month as it is."""

    hours: int
    point: Point


def income_of_steps(desk: Desk, person: int, role: Role, hourly: int, month: Month | None = None) -> tuple[StepIncome, ...]:
    """The month at every step of a client's newest plan, for a net hourly wage in cents.

    Hours that the client works now stand in the month already. Raises InputError without a plan that this role may read, or a
    month that cannot be computed.
    """
    dossier, office = dossier_of(desk, person, role), office_of(desk)
    plans = holding(dossier, desk.today, Kind.HOURS_PLAN)
    if not plans:
        raise InputError(f"Client {person} has no plan of hours that you may read as {role.value}; make one with `hours plan`.")
    now = worker_of(dossier, office)
    steps = steps_of(_newest(plans), office)
    more = [Fraction(hours - (now.hours if now else 0)) for hours in steps]
    points = sweep(_trial(desk, dossier.household, person, month), ExtraWork(Fraction(1), hourly), more)
    return tuple(StepIncome(hours, point) for hours, point in zip(steps, points, strict=True))


def _newest(plans: list[Entry]) -> Entry:
    return plans[-1]


def _trial(desk: Desk, household: int, person: int, month: Month | None) -> Trial:
    """The month of a household as the ledger knows it."""
    file, asked = desk.file(household), month or Month.of_day(desk.today)
    name = next((name for name, number in file.persons.items() if number == person), None)
    return Trial.of(file.case(asked, desk.facts, desk.regime), name, asked)
