# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a team's clients are doing, in six measures of equal weight (R-122), with part-time work as a full outcome (R-266).

Leaving bijstand is one of the six and no more. Somebody who works as much as they can beside bijstand is where they can be, and
counts as much as somebody who left. Nothing here knows a case manager: people are not ranked by their clients (R-121).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

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
    answers = [said for one in clients if (said := _said(measure, one)) is not None]
    people = sum(answers)
    if len(answers) < LEAST or 0 < people < LEAST:
        return Seen(measure, bool(answers))
    return Seen(measure, True, people, len(answers))


def _said(measure: Measure, client: ClientYear) -> bool | None:
    return {
        Measure.LASTING_WORK: client.lasting_work,
        Measure.PART_TIME_WORK: client.part_time_work,
        Measure.UNPAID_WORK: client.unpaid_work,
        Measure.EDUCATION: client.education,
        Measure.OUTFLOW: client.left,
    }[measure]
