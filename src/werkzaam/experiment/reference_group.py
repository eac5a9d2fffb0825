# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""People who did not join, kept apart from those who did: why not, and whether they would now.

Source: the reports' interviews with non-participants (R-008, R-009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from werkzaam.core.errors import InputError


class Reason(Enum):
    """Why somebody did not join."""

    NOT_AWARE = "not_aware"
    TOO_LATE = "too_late"
    ADVISED_AGAINST = "advised_against"
    NO_BENEFIT_SEEN = "no_benefit_seen"
    DISTRUST = "distrust"
    OTHER_PROBLEMS = "other_problems"
    WANTED_TO_KNOW_MORE = "wanted_to_know_more"
    OTHER = "other"


class Now(Enum):
    """Whether somebody would join now."""

    YES = "yes"
    DOES_NOT_KNOW = "does_not_know"
    NO = "no"


@dataclass(frozen=True, slots=True)
class NonParticipant:
    """One interview with somebody who did not join; `other` is what they said when no reason of the list fits."""

    person: str
    reasons: tuple[Reason, ...]
    now: Now
    other: str = ""

    def __post_init__(self) -> None:
        if (Reason.OTHER in self.reasons) != bool(self.other.strip()):
            raise InputError("The reason other goes with a text that says which, and a text goes with the reason other.")


@dataclass(frozen=True, slots=True)
class Summary:
    """How many would join now, do not know, and would not; counts and whole percents of the total."""

    total: int
    counts: dict[Now, int]
    percents: dict[Now, int]
    reasons: dict[Reason, int]


def reason_of(code: str, other: str = "") -> Reason:
    """The reason with that code; raises InputError outside the list, and for `other` without a text."""
    if code not in {reason.value for reason in Reason}:
        listed = ", ".join(reason.value for reason in Reason)
        raise InputError(f"one of {listed} was expected; found {code[:40]!r}. Use other, and say which.")
    if code == Reason.OTHER.value and not other.strip():
        raise InputError("other was chosen without a text; write in a few words which reason it was.")
    return Reason(code)


def summary(interviews: Iterable[NonParticipant]) -> Summary:
    """The answers counted; percents are rounded to the nearest whole one."""
    listed = list(interviews)
    total = len(listed)
    now = Counter(one.now for one in listed)
    reasons = Counter(reason for one in listed for reason in one.reasons)
    percents = {answer: (200 * now[answer] + total) // (2 * total) if total else 0 for answer in Now}
    return Summary(total, {one: now[one] for one in Now}, percents, {one: reasons[one] for one in Reason})
