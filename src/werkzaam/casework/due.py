# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due with a client, by which day and why. Late is always our debt, never the client's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Reason(Enum):
    """Why something is due, most pressing first: that order decides between two on the same day."""

    SIGNAL = "signaal"
    QUESTION = "vraag"
    DISPUTE = "geld"
    PROMISE = "afspraak"
    HANDOVER = "overdracht"
    PLAN = "plan"
    REVIEW = "beoordeling"
    FOLLOW_UP = "vervolg"
    AFTERCARE = "nazorg"
    LADDER = "uitnodiging"
    NORM = "norm"
    SILENCE = "stil"

    __hash__ = object.__hash__  # As there is one of each; Enum would hash the name.


_PRESSING = {reason: at for at, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do for a client by a day.

    `code` is the key of its sentence, `values` what stands in it, `source` where the norm or promise is written. `talk` says that
    it takes an appointment of `minutes`; otherwise it is a look at the dossier. `for_lead` goes to the team leader as well.
    """

    person: int
    reason: Reason
    code: str
    by: date
    source: str = ""
    talk: bool = False
    minutes: int = 0
    for_lead: bool = False
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[date, int, int, str]:
        """The order of an agenda: most overdue first, then the most pressing reason, then the person."""
        return self.by, _PRESSING[self.reason], self.person, self.code
