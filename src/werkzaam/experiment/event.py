# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened to a person in an experiment: the events that the flow diagram, the waves and every count are derived from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Happening(Enum):
    """What can happen to a person, in the order in which it usually does."""

    INFORMED = "informed"
    DECLINED = "declined"
    APPLIED = "applied"
    REFUSED = "refused"
    EXCLUDED = "excluded"
    ENROLLED = "enrolled"
    CORRECTED = "corrected"
    NOT_SELECTED = "not_selected"
    DRAWN = "drawn"
    STARTED = "started"
    DEVIATED = "deviated"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    INVITED = "invited"
    INTERVIEWED = "interviewed"
    NOT_INTERVIEWED = "not_interviewed"
    VOUCHER = "voucher"
    MOVED = "moved"
    DIED = "died"
    PENSION = "pension"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one person on a day; `detail` says the rest, such as the channel, reason, arm or wave."""

    person: str
    happening: Happening
    day: date
    detail: Mapping[str, str] = field(default_factory=dict)
