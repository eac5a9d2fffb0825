# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How much contact there was: contacts a person-year, by channel, first step, topic and quarter (R-026, R-040, R-041).

A mean number of contacts says nothing without what was counted, of whom and when: one report counts talks, another mails as well
(ambiguity A-40). So a figure is made with its definition, and no figure can be made without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.casework.contacts import CAME, CHANNELS, INITIATORS, PERSONAL
from werkzaam.casework.dossier import Contact
from werkzaam.casework.period import Period, Quarter, quarter_of, years
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

ALL_CHANNELS = frozenset(CHANNELS)
TALKS = PERSONAL
"""What the interviewers of the first year counted: conversations, without mails and messages."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a number of contacts is about: when, of whom, by which channels, and who took the first step.

    `group` is a part of a regime, or another name that says of whom. Only contacts that took place count. Raises InputError when
    it leaves open of whom or of what.
    """

    period: Period
    group: str
    channels: frozenset[str] = ALL_CHANNELS
    initiators: frozenset[str] = frozenset(INITIATORS)

    def __post_init__(self) -> None:
        if not self.group.strip():
            raise InputError("A mean number of contacts says of whom it is; a group was expected, found nothing.")
        for name, said, known in (("channels", self.channels, CHANNELS), ("initiators", self.initiators, INITIATORS)):
            if not said or not said <= set(known):
                raise InputError(f"{name}: one or more of {', '.join(known)} was expected; found {', '.join(sorted(said))!r}.")


@dataclass(frozen=True, slots=True)
class Tally:
    """So many contacts that took place in a month with clients under a part of a regime, None when nobody wrote it down."""

    part: str | None
    month: Month
    channel: str
    initiator: str
    topic: str
    contacts: int


@dataclass(frozen=True, slots=True)
class Days:
    """So many days of so many people under a part of a regime in a month."""

    part: str | None
    month: Month
    days: int


@dataclass(frozen=True, slots=True)
class Dose:
    """A number of contacts in a number of years of people, with its definition."""

    definition: Definition
    contacts: int
    person_years: Fraction

    @property
    def a_year(self) -> Fraction | None:
        """Contacts a person-year; None when there was nobody."""
        return self.contacts / self.person_years if self.person_years else None

    @property
    def a_month(self) -> Fraction | None:
        """Contacts a month of a person."""
        return None if self.a_year is None else self.a_year / 12


def dose(definition: Definition, tallies: Iterable[Tally], days: Iterable[Days]) -> Dose:
    """The contacts of a group, as far as the definition counts them, and the years that its people were there."""
    months = frozenset(definition.period.months)
    counted = sum(
        one.contacts for one in tallies
        if one.part == definition.group and one.month in months
        and one.channel in definition.channels and one.initiator in definition.initiators
    )  # fmt: skip
    there = sum((years(one.days, one.month.year) for one in days if one.part == definition.group and one.month in months),
                Fraction(0))  # fmt: skip
    return Dose(definition, counted, there)


def by_channel(definition: Definition, tallies: Collection[Tally], days: Collection[Days]) -> dict[str, Dose]:
    """The dose of each channel that the definition counts."""
    each = [one for one in CHANNELS if one in definition.channels]
    return {
        one: dose(Definition(definition.period, definition.group, frozenset({one}), definition.initiators), tallies, days)
        for one in each
    }


def by_initiator(definition: Definition, tallies: Collection[Tally], days: Collection[Days]) -> dict[str, Dose]:
    """The dose by who took the first step."""
    each = [one for one in INITIATORS if one in definition.initiators]
    return {
        one: dose(Definition(definition.period, definition.group, definition.channels, frozenset({one})), tallies, days)
        for one in each
    }


def by_quarter(definition: Definition, tallies: Collection[Tally], days: Collection[Days]) -> dict[Quarter, Dose]:
    """The dose of each quarter of the period, a year; a quarter that the period cuts counts as far as it goes."""
    found = {}
    for quarter in definition.period.quarters:
        part = definition.period.both(quarter.period.first, quarter.period.last)
        assert part is not None  # A quarter of a period has a day of it.
        found[quarter] = dose(Definition(part, definition.group, definition.channels, definition.initiators), tallies, days)
    return found


def by_topic(group: str, tallies: Iterable[Tally]) -> dict[Quarter, Counter[str]]:
    """The contacts of a group by quarter and what they were about."""
    found: dict[Quarter, Counter[str]] = {}
    for one in tallies:
        if one.part == group:
            found.setdefault(quarter_of(one.month), Counter())[one.topic] += one.contacts
    return found


@dataclass(frozen=True, slots=True)
class Summary:
    """The contacts of one client in a period that took place, in all and by channel, first step and both (R-026).

    `missed` are those to which the client did not come, with or without notice; they are in no other number.
    """

    period: Period
    contacts: int
    channels: Mapping[str, int]
    initiators: Mapping[str, int]
    both: Mapping[tuple[str, str], int]
    missed: int


def summary(contacts: Iterable[Contact], period: Period) -> Summary:
    """What was in a client's log in a period."""
    inside = [one for one in contacts if period.first <= one.day <= period.last]
    held = [one for one in inside if one.presence == CAME]
    channels, initiators = Counter(one.channel for one in held), Counter(one.initiator for one in held)
    return Summary(period, len(held), {one: channels[one] for one in CHANNELS}, {one: initiators[one] for one in INITIATORS},
                   Counter((one.channel, one.initiator) for one in held), len(inside) - len(held))  # fmt: skip
