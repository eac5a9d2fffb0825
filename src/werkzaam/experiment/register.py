# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the municipality's register says of participants: as little as is needed, by pseudonym, beside the survey."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from werkzaam.core.errors import InputError
from werkzaam.experiment.eligibility import Spell

MINIMUM = (
    "pseudonym", "benefit_from", "benefit_to", "exit_reason", "benefit_type", "contact_on", "worked_at_start", "premium_month",
    "premium_cents", "case_manager", "case_manager_from", "case_manager_to",
)  # fmt: skip
"""Duration and exit, kind of benefit, contacts, work at start, premium, case manager spells: nothing more without a ground."""
KEY_BYTES = 32
HOURS_CLASSES = ("none", "1-15", "16-24", "over 24")
"""Hours a week; those of the report's outflow by hours."""
T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Minimised:
    """Rows with the columns that may be there, and the names of those that were dropped."""

    rows: tuple[Mapping[str, str], ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A percent as one source has it, with what it counts, among how many, and of which day."""

    source: str
    definition: str
    percent: Fraction
    n: int
    day: date


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of the same thing side by side; neither is the right one."""

    one: Figure
    other: Figure

    @property
    def difference(self) -> Fraction:
        """The first less the second, in percentage points."""
        return self.one.percent - self.other.percent


@dataclass(frozen=True, slots=True)
class Receipt:
    """What somebody says to have received, and what the register says, in cents; None is not asked or not answered."""

    person: str
    reported: bool | None
    registered: bool
    reported_cents: int | None = None
    registered_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often survey and register say the same of receiving, and who differ in that or, both receiving, in the amount."""

    n: int
    agree: int
    differ: tuple[Receipt, ...]
    differ_in_amount: tuple[Receipt, ...]

    @property
    def percent(self) -> Fraction | None:
        """The percent that agrees; None when nobody answered."""
        return Fraction(100 * self.agree, self.n) if self.n else None


@dataclass(frozen=True, slots=True)
class PartTimer:
    """Somebody who works beside bijstand: earnings of a month and the norm in cents, hours a week, whether they left."""

    person: str
    earnings: int
    norm: int
    hours: int
    left: bool


@dataclass(frozen=True, slots=True)
class LockIn:
    """How many earn just under the norm, and how many left, by hours class: counts, which say nothing of causes."""

    n: int
    just_under: int
    within: int
    exits: Mapping[str, tuple[int, int]]

    @property
    def percent(self) -> Fraction | None:
        """The percent that earns just under the norm; None of nobody."""
        return Fraction(100 * self.just_under, self.n) if self.n else None


def checked_spells(spells: Sequence[Spell], person: str = "") -> tuple[Spell, ...]:
    """Spells on benefit in order; raises InputError when two overlap."""
    ordered = sorted(spells, key=lambda one: one.first)
    for one, other in pairwise(ordered):
        if one.last is None or other.first <= one.last:
            raise InputError(f"{person or 'One person'} has spells on benefit that overlap: from {one.first} "
                             f"{'without an end' if one.last is None else f'to {one.last}'} and from {other.first}.")  # fmt: skip
    return tuple(ordered)


def on_benefit(spells: Iterable[Spell], day: date) -> bool:
    """Whether one of the spells holds on a day."""
    return any(day in spell for spell in spells)


def minimised(rows: Sequence[Mapping[str, str]], grounds: Mapping[str, str] | None = None) -> Minimised:
    """The rows without columns that neither the minimum set has nor a ground was written down for, and the names of those.

    `grounds` gives for a further column why the study needs it; an empty ground is none.
    """
    allowed = {*MINIMUM, *(column for column, why in (grounds or {}).items() if why.strip())}
    names = dict.fromkeys(name for row in rows for name in row)
    kept = tuple({name: value for name, value in row.items() if name in allowed} for row in rows)
    return Minimised(kept, tuple(name for name in names if name not in allowed))


def pseudonym(key: bytes, number: str) -> str:
    """The pseudonym of a citizen's number: HMAC-SHA256 under a key that only the municipality holds, in hexadecimal.

    Without the key a pseudonym cannot be made from a number, so a researcher cannot look anybody up. Raises InputError for a key
    of fewer than 32 bytes and for an empty number.
    """
    if len(key) < KEY_BYTES:
        raise InputError(f"A key of at least {KEY_BYTES} bytes was expected; found {len(key)}.")
    if not number.strip():
        raise InputError("A number was expected to make a pseudonym of; it is empty.")
    return hmac.new(key, b"werkzaam pseudonym\0" + number.strip().encode(), hashlib.sha256).hexdigest()


def linked(survey: Mapping[str, T], register: Mapping[str, U], pids: Mapping[str, str]) -> dict[str, tuple[T, U]]:
    """What both files say of the same person, by pid: joined by pseudonym, which is left out of what comes back."""
    return {pids[one]: (survey[one], register[one]) for one in sorted(survey) if one in register and one in pids}


def agreement(receipts: Iterable[Receipt]) -> Agreement:
    """Survey beside register for everybody who answered."""
    asked = [one for one in receipts if one.reported is not None]
    differ = tuple(one for one in asked if one.reported != one.registered)
    both = (one for one in asked if one.reported and one.registered and one.reported_cents is not None)
    return Agreement(len(asked), len(asked) - len(differ), differ,
                     tuple(one for one in both if one.reported_cents != one.registered_cents))  # fmt: skip


def hours_class(hours: int) -> str:
    """The class of hours a week in which exits are shown: none, 1-15, 16-24, over 24."""
    return "none" if hours <= 0 else "1-15" if hours < 16 else "16-24" if hours <= 24 else "over 24"


def lock_in(people: Collection[PartTimer], within: int = 5_000) -> LockIn:
    """Of people who work part time, how many earn at most so many cents under the norm, and how many left by hours class."""
    just_under = sum(0 < one.norm - one.earnings <= within for one in people)
    classes = {name: [one.left for one in people if hours_class(one.hours) == name] for name in HOURS_CLASSES}
    return LockIn(len(people), just_under, within, {name: (len(left), sum(left)) for name, left in classes.items()})
