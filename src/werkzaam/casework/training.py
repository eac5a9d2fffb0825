# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whose training was long ago: for the team leader, to plan a course and never to compare people (R-126)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.staffing import StaffEntry, StaffKind, trained


@dataclass(frozen=True, slots=True)
class Untrained:
    """Somebody in service whose last course, if there was one, is longer ago than the term."""

    worker: Worker
    last: date | None
    course: str | None


def without_training(office: Office, entries: Iterable[StaffEntry]) -> list[Untrained]:
    """Who is in service on the day and followed no course within the term, by name; a course after the day does not count yet."""
    held = [one for one in entries if one.kind is not StaffKind.TRAINED or one.day <= office.today]
    found = []
    for worker in office.workers.values():
        if worker.first > office.today or (worker.last is not None and worker.last < office.today):
            continue
        courses = trained(held, worker.id)
        last = courses[-1] if courses else None
        if last is None or months_after(last.day, office.terms.training_months) <= office.today:
            found.append(Untrained(worker, last.day if last else None, str(last.body["course"]) if last else None))
    return sorted(found, key=lambda one: (one.worker.name, one.worker.id))
