# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the dossiers of a town say together about work: contracts, employers, courses. About work and employers, never about a
case manager, and about people only where a list is there to offer them something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.contracts import Register, Worker, jobs_of, near_large, register, worker_of
from werkzaam.casework.courses import Course, Reach, gaps, reach, wishes_of
from werkzaam.casework.employers import Placed, by_employer, placements_of
from werkzaam.casework.entry import Role
from werkzaam.casework.reading import text_of
from werkzaam.casework.subsidy import Replaced, revolving, subsidised


@dataclass(frozen=True, slots=True)
class TownJobs:
    """The contracts of a town, and who is near a large part-time job and wants more hours."""

    register: Register
    near_large: tuple[Worker, ...]


@dataclass(frozen=True, slots=True)
class TownEmployers:
    """What came of placements by employer, and who replaced subsidised workers."""

    placed: tuple[Placed, ...]
    replaced: tuple[Replaced, ...]


def town_jobs(desk: Desk) -> TownJobs:
    """The jobs of all clients on the desk's day; of somebody with several, the longest counts in the register."""
    office, found = office_of(desk), dossiers(desk, Role.SUPPORT, purpose="een overzicht maken").values()
    jobs = [jobs_of(one, office)[:1] for one in found]
    workers = (worker_of(one, office) for one in found)
    near = near_large((one for one in workers if one is not None), office.terms.work)
    return TownJobs(register(text_of(main, "type") for job in jobs for main in job), tuple(near))


def town_employers(desk: Desk) -> TownEmployers:
    """The employers of a town."""
    office, found = office_of(desk), dossiers(desk, Role.SUPPORT, purpose="een overzicht maken").values()
    placed = by_employer(row for one in found for row in placements_of(one))
    replaced = revolving((job for one in found for job in subsidised(one)), office.terms.work)
    return TownEmployers(tuple(placed), tuple(replaced))


def course_gaps(desk: Desk, courses: Iterable[Course]) -> list[tuple[str, int]]:
    """Wishes of clients for which the town has no course, with how many people have them."""
    return gaps(
        (wish for one in dossiers(desk, Role.SUPPORT, purpose="een overzicht maken").values() for wish in wishes_of(one)), courses
    )


def education_reach(desk: Desk) -> Reach:
    """Wish and uptake of education over all clients; raises InputError for a town without people."""
    return reach(dossiers(desk, Role.SUPPORT, purpose="een overzicht maken").values())
