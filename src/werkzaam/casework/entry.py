# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One thing that was written down in a client's dossier: what it is, on which day, and in which capacity somebody wrote it.

A dossier is nothing but its entries. No task is kept anywhere: what is due follows from the entries and the day (`due.py`), so
that a task cannot be ticked off without what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple


class Role(Enum):
    """The capacity in which somebody writes or reads. One person has one role at a time (R-127); the value is what is stored."""

    SUPPORT = "hulp"
    INCOME = "inkomen"
    ENFORCEMENT = "handhaving"
    PROFESSIONAL = "deskundige"
    CLIENT = "klant"
    LEAD = "teamleider"
    AFTERCARE = "nazorg"

    __hash__ = object.__hash__  # As there is one of each; Enum would hash the name, a million times for a town.


class Kind(Enum):
    """What an entry is; the value is what is stored."""

    # Who, under what, and by whom
    GUIDANCE = "guidance"  # from this day the client is guided under this part of a regime
    PREFERENCE = "preference"  # channels, places, wishes, limits, district
    FREQUENCY = "frequency"  # how often client and case manager agreed to talk
    SUMMARY = "summary"  # the story, told once
    ANNOUNCED = "announced"  # a change of case manager was told to the client
    HANDOVER_READ = "handover_read"  # the new case manager read the handover
    CONFIRMED = "confirmed"  # client or case manager agrees with another entry
    WITHDRAWN = "withdrawn"  # another entry no longer holds, with the reason
    CORRECTION = "correction"  # the client sees another entry otherwise; it stays beside it
    # Talks
    CONTACT = "contact"
    APPOINTMENT = "appointment"
    CANCELLED = "cancelled"
    VISIT = "visit"  # what a home visit is for, on which ground, and when the client was told
    VISITED = "visited"  # what came of a home visit
    PRESSURE = "pressure"  # the client finds contact too much, right or too little
    GRADE = "grade"  # the client's mark for the effort of the case manager
    REPORT = "report"  # the client says that something is wrong, or complains
    REPORT_DECIDED = "report_decided"  # what came of a report, with the reason
    # Where it goes
    GOAL = "goal"
    PLAN = "plan"
    AGREEMENT = "agreement"  # a permission or promise with an end
    REVIEW = "review"
    ACTIVITY = "activity"
    FOLLOWED = "followed"  # somebody asked how an activity goes
    EXEMPTION = "exemption"
    ABILITY = "ability"  # hours that somebody is able to work
    ASSESSMENT = "assessment"  # a professional is asked to look at those hours
    HOURS_PLAN = "hours_plan"  # building up hours in steps
    HOURS_REVIEW = "hours_review"  # how a step of it went
    CARE = "care"  # informal care, as the client tells it; nobody permits it
    JOB_LIMITS = "job_limits"  # hours and times that somebody wants and can work
    ABROAD = "abroad"  # the client will be abroad from a day to a day
    HOPE = "hope"  # what the client hopes for; for the client alone unless shared
    CONTRIBUTION = "contribution"  # hours that the client gave in a year, as the client tells it
    # Asked and answered
    REQUEST = "request"  # education, a course, language, an instrument
    DECIDED = "decided"  # the answer to a request
    COURSE_DONE = "course_done"
    SIGNAL = "signal"  # such as: I cannot pay next month
    UNREPORTED = "unreported"  # income that nobody reported was noticed; first a term to put it right
    PUT_RIGHT = "put_right"  # the client put it right, or says that it is otherwise
    QUESTION = "question"
    ANSWERED = "answered"
    REFERRAL = "referral"
    REFERRAL_BACK = "referral_back"
    DEVIATION = "deviation"  # from a rule, with the reason
    BLOCKED = "blocked"  # a rule stood in the way of taking part
    # Invited, and not come
    LADDER_STEP = "ladder_step"
    REFUSAL = "refusal"  # a lasting no
    DANGER = "danger"  # a professional saw danger
    BARRIER_CHECK = "barrier_check"
    MEASURE = "measure"  # a proposal, never more
    MEASURE_DECIDED = "measure_decided"  # somebody else agreed with it, or did not
    # Work
    PLACEMENT = "placement"  # a trial placement
    COMMITMENT = "commitment"  # what the employer promised to follow
    CONTRACT = "contract"
    SUBSIDY = "subsidy"
    WORKPLACE = "workplace"  # an unpaid place
    TRIP = "trip"  # travelling along, coaching at work
    EXIT = "exit"
    AFTERCARE = "aftercare"
    RETURN = "return"

    __hash__ = object.__hash__  # As there is one of each; Enum would hash the name, a million times for a town.


class Entry(NamedTuple):
    """One row of a dossier; a tuple with names, because a town has half a million of them.

    `seq` is its number in the household's chain, 0 while it is only asked. `day` is when it happened or from when it holds,
    `until` the last day it holds, both included. `worker` is who wrote it, `replaces` the number of an entry that it puts right.
    `body` has the fields of its form (see `form.py`), read and checked.
    """

    person: int
    kind: Kind
    day: date
    role: Role
    worker: str
    body: Mapping[str, object]
    until: date | None = None
    seq: int = 0
    replaces: int | None = None

    @property
    def order(self) -> tuple[date, int]:
        """Where it stands among others: by its day, and of one day by when it was recorded."""
        return self.day, self.seq


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by their day; of one day as they were recorded."""
    return sorted(entries, key=lambda one: one.order)


def last_of(entries: Iterable[Entry]) -> Entry | None:
    """The newest entry by its day; of one day the one recorded last, of none None."""
    return max(entries, key=lambda one: one.order, default=None)
