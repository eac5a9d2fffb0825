# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What one row of an employer's delivery says, and what cannot be read in it: a code that every language has words for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

MOST_BYTES = 2_500_000
"""Of one delivery; what the server takes of any request."""
MOST_ROWS = 10_000
"""Of one delivery: more employees than that come in parts."""
MOST_FAULTS = 200
"""Faults that are told of one delivery; reading stops there."""
_LONG_NUMBER = re.compile(r"[0-9]{8,}|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read: its line (0 for the whole file), the column or element, a code, and what stood there.

    `detail` is for developers, in English. Numbers that may be somebody's are not repeated in either.
    """

    line: int
    place: str
    code: str
    found: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        for name in ("found", "detail"):
            hidden = _LONG_NUMBER.sub(lambda one: "#" * len(one[0]), getattr(self, name)[:200])
            object.__setattr__(self, name, "".join(one for one in hidden if one.isprintable()))


class Refused(Exception):
    """A delivery that cannot be read at all; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class ToldWage:
    """One wage that an employer tells: of whom (`owner`, as the town knows them), and what a case file would say of it.

    `row` is a row of a case file's `[[loon]]` without `persoon` and `bron`. `staff_number` is the employer's own. `why` says
    what a person has to look at before it may count.
    """

    line: int
    owner: str
    row: Mapping[str, Any]
    staff_number: str = ""
    withdrawn: bool = False
    why: str = ""

    @property
    def first(self) -> date:
        """The first day of the work."""
        day: date = self.row["gewerkt_van"]
        return day

    @property
    def last(self) -> date:
        """The last day of the work."""
        day: date = self.row["gewerkt_tot"]
        return day


@dataclass(frozen=True, slots=True)
class Told:
    """A whole delivery as it was read: its wages when nothing is wrong, or else everything that is."""

    digest: str
    wages: tuple[ToldWage, ...]
    faults: tuple[Fault, ...] = field(default=())


def job_of(employer: str, serial: int) -> str:
    """What the job is called at the town: the employer, with a number from the second employment on."""
    return employer if serial == 1 else f"{employer} ({serial})"
