# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The office on a day: which day it is, who works there and when, and the terms that the town chose for itself.

No source gives these terms; each is an assumption of ours until a town states its own, and says so wherever it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzaam.casework.calendar import WEEKDAYS
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.facts.working_days import is_office_day

ASSUMED = "docs/decisions/0152 (aanname / assumption)"
"""The source of what is due because of a term of ours."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A case manager: `share` is the position in percent of full-time, `talks` the talks a week of a full-time position.

    `away` are days of absence, from and to, both included; `instead` says for such days which colleague stands in, by the first
    day of the absence; `district` is where they work, for planning only. `days` are those of the week on which they work.
    """

    id: str
    name: str
    team: str
    share: int = 100
    talks: int = 8
    district: str = ""
    phone: str = ""
    first: date = date(2018, 1, 1)
    last: date | None = None
    away: tuple[tuple[date, date], ...] = ()
    instead: tuple[tuple[date, str], ...] = ()
    days: tuple[str, ...] = WEEKDAYS

    def works_on(self, day: date) -> bool:
        """Whether the case manager is in service on a day and not away; a day of the week that is not theirs is no absence."""
        employed = self.first <= day and (self.last is None or day <= self.last)
        return employed and not any(first <= day <= last for first, last in self.away)

    def at_office_on(self, day: date) -> bool:
        """Whether talks with the case manager can be planned on a day: one of their own days of the week, and no holiday."""
        return is_office_day(day) and WEEKDAYS[day.weekday()] in self.days and self.works_on(day)

    def stand_in_on(self, day: date) -> str | None:
        """Who stands in on a day of absence, as the office said; None when nobody was named, or on a day of work."""
        named = dict(self.instead)
        return next((named[first] for first, last in self.away if first <= day <= last and first in named), None)


@dataclass(frozen=True, slots=True)
class Terms:
    """Days and months within which something is done, as the town chose; the defaults are assumptions (decision 0152).

    The first talk of a day begins so many minutes after midnight, and so many are between two talks.
    """

    answer_working_days: int = 2
    explain_working_days: int = 1
    report_days: int = 14
    signal_days: int = 1
    pressure_review_days: int = 14
    silent_months: int = 12
    impersonal_months: int = 6
    rest_months: int = 12
    stepping_stone_months: int = 12
    return_months: int = 12
    talk_minutes: int = 60
    work: WorkTerms = field(default_factory=WorkTerms)
    invitation_days: int = 14
    measure_days: int = 14
    visit_ground_months: int = 6
    visit_outcome_days: int = 14
    follow_up_months: int = 6
    assessment_days: int = 28
    agree_days: int = 28
    offer_days: int = 14
    first_talk_minute: int = 540
    between_talks_minutes: int = 30
    talks_a_day: int = 3
    confirm_days: int = 14
    agreement_notice_days: int = 28
    feedback_days: int = 28
    self_direction_review_months: int = 12
    changes_before_approval: int = 2
    change_months: int = 12
    assign_days: int = 14
    training_months: int = 24
    first_chance_days: int = 14


@dataclass(frozen=True, slots=True)
class Office:
    """Today, the people who work here by their id, the terms, and the channels that are shut (from, to, channels: R-042).

    `places` are those to meet in a district, best first; those of the district "" are for everybody (R-033; an assumption).
    """

    today: date
    workers: Mapping[str, Worker] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    shut: tuple[tuple[date, date, frozenset[str]], ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"": ("bibliotheek", "buurthuis", "stadsloket")})
