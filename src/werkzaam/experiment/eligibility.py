# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may take part: by window, by benefit on the day, by recorded flags; never by what somebody wrote or a score.

An answer is a value: `Enrolled`, `Refused` (not this time) or `Excluded` (by a ground of the design).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Design, Exclusion, Window


class Refusal(Enum):
    """Why somebody cannot enrol now, although no ground of the design keeps them out."""

    OUTSIDE_WINDOW = "outside_window"
    NOT_ON_BENEFIT = "not_on_benefit"
    NO_PLACE = "no_place"


@dataclass(frozen=True, slots=True)
class Spell:
    """Days on benefit in this municipality, both included; no last day means still running."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError(
                f"A spell on benefit from {self.first} cannot end on {self.last}. Compare both days with the register."
            )

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who wants to take part, as recorded: no free text, no score, nothing else to decide by.

    `flags` are the ids of exclusion grounds that a case manager recorded; `levels` the level of each variable of the design.
    """

    person: str
    day: date
    benefit: tuple[Spell, ...]
    flags: frozenset[str] = frozenset()
    levels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """May be drawn; `barred` are the arms that a flag keeps this person out of, `window` the number of the window."""

    window: int
    barred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Cannot enrol on this day; `opens` is the first day of the next window, where there is one."""

    reason: Refusal
    opens: date | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """Kept out by grounds of the design; no draw."""

    grounds: tuple[Exclusion, ...]


def window_of(windows: Sequence[Window], day: date) -> int | None:
    """The number of the first window that a day lies in, both of its days included; None outside all."""
    return next((at for at, window in enumerate(windows) if window.first <= day <= window.last), None)


def next_opening(windows: Sequence[Window], day: date) -> date | None:
    """The first day after this one on which a window opens; None when none does."""
    return min((window.first for window in windows if window.first > day), default=None)


def eligible(design: Design, applicant: Applicant) -> Enrolled | Refused | Excluded:
    """What an application leads to: the day first, then benefit on that day, then recorded flags.

    Raises InputError for a flag that is no ground of the design.
    """
    grounds = grounds_of(design, applicant.flags)
    window = window_of(design.windows, applicant.day)
    if window is None:
        return Refused(Refusal.OUTSIDE_WINDOW, next_opening(design.windows, applicant.day))
    if not any(applicant.day in spell for spell in applicant.benefit):
        return Refused(Refusal.NOT_ON_BENEFIT)
    if whole := tuple(ground for ground in grounds if not ground.arms):
        return Excluded(whole)
    barred = barred_arms(design, grounds)
    if len(barred) == len(design.arms):
        return Excluded(grounds)
    return Enrolled(window, barred)


def grounds_of(design: Design, flags: Collection[str]) -> tuple[Exclusion, ...]:
    """The grounds that are flagged, in the order of the design; raises InputError for another flag."""
    known = {ground.id for ground in design.exclusions}
    if strange := sorted(set(flags) - known):
        named = ", ".join(sorted(known)) or "none"
        raise InputError(f"{strange[0]!r} is no ground for exclusion of {design.id}; its grounds are: {named}. "
                         "A ground is a recorded flag that the design names beforehand.")  # fmt: skip
    return tuple(ground for ground in design.exclusions if ground.id in flags)


def barred_arms(design: Design, grounds: Collection[Exclusion]) -> tuple[str, ...]:
    """The arms that grounds keep somebody out of, in the order of the design."""
    named = {arm for ground in grounds for arm in ground.arms}
    return tuple(arm.id for arm in design.arms if arm.id in named)


def open_pattern(design: Design, barred: Collection[str]) -> tuple[str, ...]:
    """The dealing pattern without barred arms: what somebody with a flag for some arms is dealt along."""
    return tuple(arm for arm in design.pattern if arm not in barred)


def meets(condition: Condition, levels: Mapping[str, str]) -> bool:
    """Whether every variable of a condition has one of its levels."""
    return all(levels.get(variable) in allowed for variable, allowed in condition.levels.items())


def placed(
    window: Window, applicants: Sequence[Applicant], taken: int = 0
) -> tuple[tuple[Applicant, ...], tuple[Applicant, ...]]:
    """Who gets a place in a window and who does not; `taken` places are gone already.

    The target group of the window goes first; within it and after it the order is that of `applicants`, which is by lot or by the
    moment of applying, as the caller has it. Without a number of places everybody gets one.
    """
    if window.places is None:
        return tuple(applicants), ()
    first = [one for one in applicants if window.priority is not None and meets(window.priority, one.levels)]
    ahead = {one.person for one in first}
    queue = [*first, *(one for one in applicants if one.person not in ahead)]
    left = max(window.places - taken, 0)
    return tuple(queue[:left]), tuple(queue[left:])
