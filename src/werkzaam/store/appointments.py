# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose clients a week is about: those of some case managers on a day, and those who have an appointment with one of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, timedelta

from werkzaam.store.database import Database

_MADE_BEFORE = timedelta(190)
"""An appointment is looked for among those made up to half a year before its day."""


def clients_of(database: Database, municipality: str, workers: Collection[str], day: date) -> dict[int, str]:
    """The people whose own case manager on a day is one of these, each with the case manager."""
    if not workers:
        return {}
    marks = ", ".join("?" * len(workers))
    rows = database.rows(
        f"SELECT one.person, one.worker FROM assignment AS one WHERE one.municipality = ? AND one.worker IN ({marks}) "
        "AND one.from_day <= ? AND NOT EXISTS (SELECT 1 FROM assignment AS later WHERE later.municipality = one.municipality "
        "AND later.person = one.person AND later.number > one.number AND later.from_day <= ?) ORDER BY one.person",
        (municipality, *sorted(workers), day.isoformat(), day.isoformat()),
    )
    return dict(rows)


def met_by(database: Database, municipality: str, workers: Collection[str], monday: date) -> set[int]:
    """People who were given an appointment with one of these in the week of a Monday; also those that were cancelled."""
    days = [(monday + timedelta(at)).isoformat() for at in range(7)]
    rows = database.rows(
        "SELECT person, body, worker FROM guidance_entry WHERE municipality = ? AND kind = 'appointment' AND day BETWEEN ? AND ?",
        (municipality, (monday - _MADE_BEFORE).isoformat(), days[-1]),
    )
    said = [(person, json.loads(body), writer) for person, body, writer in rows if any(day in body for day in days)]
    return {person for person, body, writer in said if body.get("on") in days and body.get("worker", writer) in workers}
