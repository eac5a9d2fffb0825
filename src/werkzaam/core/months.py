# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Calendar months and spans of them, both ends inclusive, as in the law."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.core.errors import InputError

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
NAMES = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli",
           "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One calendar month; `index` counts months since the year 0 and orders them."""

    index: int

    @classmethod
    def of(cls, year: int, month: int) -> Month:
        return cls(year * 12 + month - 1)

    @classmethod
    def of_day(cls, day: date) -> Month:
        return cls.of(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month written `2023-01`; raises InputError otherwise."""
        found = _MONTH.fullmatch(text)
        if not found:
            raise InputError(f"A month was expected, written like 2023-01; found {text!r}.")
        return cls.of(int(found[1]), int(found[2]))

    @property
    def year(self) -> int:
        return self.index // 12

    @property
    def number(self) -> int:
        """1 for January to 12 for December."""
        return self.index % 12 + 1

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def __reduce__(self) -> tuple[type[Month], tuple[int]]:
        """How it goes to another process: by its index."""
        return Month, (self.index,)

    def name(self, lang: str = "nl") -> str:
        """`januari 2023` or `January 2023`."""
        return f"{NAMES[lang][self.number - 1]} {self.year}"

    def __add__(self, months: int) -> Month:
        return Month(self.index + months)

    def __sub__(self, months: int) -> Month:
        return Month(self.index - months)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Span:
    """Months from `first` to `last`, both included; no `last` means still running."""

    first: Month
    last: Month | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InputError(f"A span from {self.first} to {self.last} ends before it begins.")

    @classmethod
    def parse(cls, first: str, last: str | None = None) -> Span:
        return cls(Month.parse(first), None if last is None else Month.parse(last))

    def __contains__(self, month: Month) -> bool:
        return self.first <= month and (self.last is None or month <= self.last)

    def overlaps(self, other: Span) -> bool:
        return (other.last is None or self.first <= other.last) and (self.last is None or other.first <= self.last)

    def __iter__(self) -> Iterator[Month]:
        if self.last is None:
            raise InputError(f"The months from {self.first} have no last one; name the last month.")
        return (Month(i) for i in range(self.first.index, self.last.index + 1))

    def __str__(self) -> str:
        return f"{self.first} to {self.last}" if self.last else f"from {self.first}"


def age_in_months(born: date, day: date) -> int:
    """Completed months of age on a day; somebody born on the 31st completes a month on its last day."""
    months = (day.year - born.year) * 12 + day.month - born.month
    birthday = min(born.day, monthrange(day.year, day.month)[1])
    return months - (day.day < birthday)
