# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a team's clients are doing, in six measures of equal weight (R-122), with part-time work as a full outcome (R-266).

Leaving bijstand is one of the six and no more. Somebody who works as much as they can beside bijstand is where they can be, and
counts as much as somebody who left. Nothing here knows a case manager: people are not ranked by their clients (R-121).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from operator import attrgetter

from werkzaam.casework.calendar import months_after
from werkzaam.casework.entry import Entry, Kind, last_of
from werkzaam.casework.grades import WELLBEING as OWN_MARK
from werkzaam.casework.period import Period

SOURCES = (Kind.CONTRACT, Kind.FREQUENCY, Kind.ACTIVITY, Kind.WORKPLACE, Kind.COURSE_DONE, Kind.GRADE, Kind.EXIT, Kind.RETURN,
           Kind.WITHDRAWN)  # fmt: skip
"""The kinds of entries from which the measures are made."""
_MEASURED = frozenset(SOURCES) - {Kind.WITHDRAWN}
LASTING_MONTHS = 6
"""A contract that has lasted so long is lasting work, as is a permanent one; an assumption."""
_UNPAID = frozenset({"vrijwilligerswerk", "meehelpen"})
LEAST = 10
"""Of fewer clients nothing is shown."""


class Measure(Enum):
    """The six measures, in the order of the alphabet of their codes, so that none comes first by rank."""

    LASTING_WORK = "blijvend_werk"
    PART_TIME_WORK = "deeltijdwerk"
    UNPAID_WORK = "onbetaald_werk"
    EDUCATION = "scholing"
    OUTFLOW = "uitstroom"
    WELLBEING = "welzijn"


@dataclass(frozen=True, slots=True)
class ClientYear:
    """What is known of one client of a team in a period; None is "not known", never "no".

    `at_maximum`: works as much as is possible for them now. `wellbeing` is their own mark, 1 to 10.
    """

    part_time_work: bool | None = None
    at_maximum: bool | None = None
    unpaid_work: bool | None = None
    lasting_work: bool | None = None
    education: bool | None = None
    wellbeing: int | None = None
    left: bool | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One measure: how many of how many of whom it is known, or the mean mark; all None when those are fewer than ten.

    `known` is False when it is known of nobody: not measured, which is not zero.
    """

    measure: Measure
    known: bool
    people: int | None = None
    of: int | None = None
    mean: Fraction | None = None

    @property
    def share(self) -> Fraction | None:
        """The share of those of whom it is known."""
        return Fraction(self.people, self.of) if self.people is not None and self.of else None


@dataclass(frozen=True, slots=True)
class TeamView:
    """The six measures of a team, and its successes: who left together with who works part-time at their maximum.

    `successes` is None when nothing is known of both, or when they are fewer than ten.
    """

    seen: tuple[Seen, ...]
    successes: int | None


def team_view(clients: Iterable[ClientYear]) -> TeamView:
    """The view of the clients of a team."""
    found = list(clients)
    seen = tuple(_seen(measure, found) for measure in Measure)
    known = [one for one in found if one.left is not None or one.at_maximum is not None]
    successes = sum(success(one) for one in known)
    return TeamView(seen, successes if len(known) >= LEAST and successes >= LEAST else None)


def success(client: ClientYear) -> bool:
    """Whether a client left, or works part-time as much as they can; who did both is one success."""
    return bool(client.left) or bool(client.part_time_work and client.at_maximum)


def _seen(measure: Measure, clients: Collection[ClientYear]) -> Seen:
    if measure is Measure.WELLBEING:
        marks = [one.wellbeing for one in clients if one.wellbeing is not None]
        if len(marks) < LEAST:
            return Seen(measure, bool(marks))
        return Seen(measure, True, of=len(marks), mean=Fraction(sum(marks), len(marks)))
    found = map(attrgetter(_FIELD[measure]), clients)
    answers = [said for said in found if said is not None]
    people = sum(answers)
    if len(answers) < LEAST or 0 < people < LEAST:
        return Seen(measure, bool(answers))
    return Seen(measure, True, people, len(answers))


_FIELD = {
    Measure.LASTING_WORK: "lasting_work",
    Measure.PART_TIME_WORK: "part_time_work",
    Measure.UNPAID_WORK: "unpaid_work",
    Measure.EDUCATION: "education",
    Measure.OUTFLOW: "left",
}
"""The field of a client in which each measure stands, but wellbeing."""


def client_years(entries: Mapping[int, Sequence[Entry]], persons: Iterable[int], period: Period) -> list[ClientYear]:
    """What the dossiers of a team say of each of its clients.

    A measure of which nothing stands in any of these dossiers is not known of anybody; else who has nothing of it is a "no".
    """
    mine = {person: _standing(entries.get(person, ())) for person in persons}
    kept = {one.kind for found in mine.values() for one in found}
    nothing = _client_year((), kept, period)
    return [_client_year(found, kept, period) if found else nothing for found in mine.values()]


def _standing(entries: Sequence[Entry]) -> list[Entry]:
    """The entries from which the measures are made that were not withdrawn."""
    if not any(one.kind in _MEASURED for one in entries):
        return []
    gone = {one.body.get("about") for one in entries if one.kind is Kind.WITHDRAWN}
    return [one for one in entries if one.kind is not Kind.WITHDRAWN and one.seq not in gone]


def _client_year(found: Sequence[Entry], kept: Set[Kind], period: Period) -> ClientYear:
    now = [one for one in found if one.day <= period.last and (one.until is None or one.until >= period.last)]
    jobs = [one for one in now if one.kind is Kind.CONTRACT and one.body.get("status") == "gesloten"]
    pace = last_of(one for one in now if one.kind is Kind.FREQUENCY)
    mark = last_of(
        one for one in found if one.kind is Kind.GRADE and one.body.get("subject") == OWN_MARK and _within(one, period)
    )
    move = last_of(one for one in found if one.kind in (Kind.EXIT, Kind.RETURN) and one.day <= period.last)
    unpaid = any(one.kind is Kind.WORKPLACE or (one.kind is Kind.ACTIVITY and one.body.get("what") in _UNPAID) for one in now)
    learned = any(one.kind is Kind.COURSE_DONE and one.body.get("result") == "afgerond" and _within(one, period) for one in found)
    return ClientYear(
        bool(jobs) if Kind.CONTRACT in kept else None,
        pace is not None and pace.body.get("ground") == "aan_maximum" if Kind.FREQUENCY in kept else None,
        unpaid if kept & {Kind.WORKPLACE, Kind.ACTIVITY} else None,
        any(_lasting(one, period) for one in jobs) if Kind.CONTRACT in kept else None,
        learned if Kind.COURSE_DONE in kept else None,
        int(str(mark.body["grade"])) if mark is not None else None,
        move is not None and move.kind is Kind.EXIT and _within(move, period) if Kind.EXIT in kept else None,
    )


def _within(entry: Entry, period: Period) -> bool:
    return period.first <= entry.day <= period.last


def _lasting(job: Entry, period: Period) -> bool:
    return job.body.get("type") == "vast" or months_after(job.day, LASTING_MONTHS) <= period.last
