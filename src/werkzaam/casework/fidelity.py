# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the guidance that was promised was given: contacts per client and quarter, and who was outside the protocol (R-040).

What is promised is what client and case manager agreed, else what the regime says. So a lower frequency that was agreed is kept,
not broken (R-031). As in the agenda, a norm asks for contacts that the case manager began, and an agreement for talks, whoever
began them; only what took place counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import combinations, zip_longest

from werkzaam.casework.dose import Dose
from werkzaam.casework.entry import Entry, Kind, in_order
from werkzaam.casework.period import Period, Quarter, quarter_of, years
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.regime.guidance import Guidance

_YEAR = 365


class Outside(Enum):
    """Why what was done with a client is not what was promised; the value is its code."""

    FEWER = "minder"
    MORE = "meer"
    PUSHED = "ongevraagd"


@dataclass(frozen=True, slots=True)
class Promise:
    """Contacts a year promised to a client in a stretch of days: at least, at most, and whether the two agreed on it.

    None is "not stated"; then nothing can be broken.
    """

    period: Period
    least: Fraction | None
    most: Fraction | None
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """One client under a part of a regime: the promises one after another, and what took place.

    `ours` are contacts that the case manager began, `talks` those in which two people talked, whoever began them; `pushed` those
    of ours begun without a reason, within a year of the one before.
    """

    person: int
    part: str
    promises: tuple[Promise, ...]
    ours: int
    talks: int = 0
    pushed: int = 0

    @property
    def done(self) -> int:
        """What counts for the promises: talks where they were agreed, else what the case manager began.

        Somebody who agreed halfway has the better of the two.
        """
        found = {one.agreed: self.talks if one.agreed else self.ours for one in self.promises}
        return max(found.values(), default=self.ours)

    @property
    def stated(self) -> bool:
        """Whether anything was promised that can be kept or not."""
        return any(one.least is not None or one.most is not None for one in self.promises)


def agreed_pace(entries: Iterable[Entry], last: date) -> list[tuple[Period, Fraction]]:
    """What a client agreed, as stretches of days with contacts a year: each agreement holds until the next one or its own end.

    `entries` are those of the kinds FREQUENCY and WITHDRAWN of one client; one that was withdrawn never held.
    """
    said = list(entries)
    gone = {one.body.get("about") for one in said if one.kind is Kind.WITHDRAWN}
    kept = in_order(one for one in said if one.kind is Kind.FREQUENCY and one.seq not in gone)
    found = []
    for one, after in zip_longest(kept, kept[1:]):
        end = min(one.until or last, last if after is None else after.day - timedelta(1))
        months, weeks = int(str(one.body.get("months", 0))), int(str(one.body.get("weeks", 0)))
        if one.day <= end and (months or weeks):
            found.append((Period(one.day, end), Fraction(12, months) if months else Fraction(_YEAR, 7 * weeks)))
    return found


def promises(under: Period, guidance: Guidance | None, agreed: Sequence[tuple[Period, Fraction]] = ()) -> tuple[Promise, ...]:
    """What was promised in the days under a part: what was agreed on its days, and the regime's own number on the others.

    `agreed` are stretches of days with contacts a year, apart from each other and in order.
    """
    least = Fraction(guidance.contacts_least) if guidance is not None and guidance.contacts_least is not None else None
    most = Fraction(guidance.contacts_most) if guidance is not None and guidance.contacts_most is not None else None
    found, first = [], under.first.toordinal()
    for period, number in agreed:
        inside = under.both(period.first, period.last)
        if inside is None:
            continue
        if inside.first.toordinal() > first:
            found.append(Promise(_days(first, inside.first.toordinal() - 1), least, most))
        found.append(Promise(inside, number, None, True))
        first = inside.last.toordinal() + 1
    if first <= under.last.toordinal():
        found.append(Promise(_days(first, under.last.toordinal()), least, most))
    return tuple(found)


def _days(first: int, last: int) -> Period:
    return Period(date.fromordinal(first), date.fromordinal(last))


def outside(kept: Kept, guidance: Guidance | None) -> frozenset[Outside]:
    """In which ways a client was not guided as promised.

    Only whole contacts are missed: half a year of one contact a year asks for none yet.
    """
    found = set()
    least = sum(((one.least or 0) * one.period.days for one in kept.promises), Fraction(0)) / _YEAR
    if kept.done < least // 1:
        found.add(Outside.FEWER)
    if kept.promises and all(one.most is not None for one in kept.promises):
        most = sum(((one.most or 0) * one.period.days for one in kept.promises), Fraction(0)) / _YEAR
        if kept.done > -(-most // 1):
            found.add(Outside.MORE)
    if kept.pushed and guidance is not None and guidance.initiator == "inwoner":
        found.add(Outside.PUSHED)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Of the clients under a part: to how many something was promised, how many were outside it and why, how many agreed on it.

    A client who is outside in two ways is in both reasons and once in `outside`.
    """

    part: str
    clients: int
    judged: int
    outside: int
    reasons: Mapping[Outside, int]
    agreed: int

    @property
    def share_outside(self) -> Fraction | None:
        """The share of the clients to whom something was promised; None when there are none."""
        return Fraction(self.outside, self.judged) if self.judged else None


def fidelity(kept: Iterable[Kept], guidance: Mapping[str, Guidance | None]) -> list[Fidelity]:
    """For each part, sorted by name."""
    clients: dict[str, list[Kept]] = {}
    for one in kept:
        clients.setdefault(one.part, []).append(one)
    return [_fidelity(part, clients[part], guidance.get(part)) for part in sorted(clients)]


def _fidelity(part: str, kept: Sequence[Kept], guidance: Guidance | None) -> Fidelity:
    reasons: Counter[Outside] = Counter()
    beyond = judged = 0
    directs = guidance is not None and guidance.initiator == "inwoner"
    for one in kept:
        if not one.stated and not directs:
            continue
        found = outside(one, guidance)
        judged += 1
        beyond += bool(found)
        reasons.update(found)
    agreed = sum(any(promise.agreed for promise in one.promises) for one in kept)
    return Fidelity(part, len(kept), judged, beyond, {one: reasons[one] for one in Outside}, agreed)


@dataclass(frozen=True, slots=True)
class Quarterly:
    """Contacts promised and contacts given in a quarter to all clients under a part; promised is None when nothing was."""

    part: str
    quarter: Quarter
    promised: Fraction | None
    done: int


def quarterly(kept: Iterable[Kept], done: Mapping[tuple[str, Month], int], period: Period) -> list[Quarterly]:
    """Promised against given, by part and quarter. `done` are contacts by part and month with clients to whom was promised."""
    days: Counter[tuple[str, Quarter, Fraction | None]] = Counter()
    spans = {quarter: quarter.period for quarter in period.quarters}
    alike = Counter((one.part, promise.period, promise.least) for one in kept for promise in one.promises)
    for (part, stretch, least), people in alike.items():
        for quarter, span in spans.items():
            inside = span.both(stretch.first, stretch.last)
            if inside is not None:
                days[part, quarter, least] += people * inside.days
    promised: dict[tuple[str, Quarter], Fraction | None] = {}
    for (part, quarter, number), there in days.items():
        before = promised.setdefault((part, quarter), None)
        if number is not None:
            promised[part, quarter] = (before or 0) + number * years(there, quarter.year)
    given: Counter[tuple[str, Quarter]] = Counter()
    for (part, month), number_done in done.items():
        given[part, quarter_of(month)] += number_done
    return [Quarterly(part, quarter, promised[part, quarter], given[part, quarter]) for part, quarter in sorted(promised)]


@dataclass(frozen=True, slots=True)
class Contrast:
    """How far apart two groups were in contacts a person-year: what the experiment compares, as it was done."""

    more: Dose
    less: Dose

    @property
    def a_year(self) -> Fraction:
        """The difference in contacts a person-year."""
        return (self.more.a_year or Fraction(0)) - (self.less.a_year or Fraction(0))


def contrasts(doses: Iterable[Dose]) -> list[Contrast]:
    """Every pair of groups, the one with more contacts first; a group without people is in none.

    Raises InputError for doses that do not count the same thing in the same period.
    """
    found = sorted((one for one in doses if one.a_year is not None), key=lambda one: (-(one.a_year or 0), one.definition.group))
    counted = {(one.definition.period, one.definition.channels, one.definition.initiators) for one in found}
    if len(counted) > 1:
        raise InputError("A contrast is between groups counted in one way and one period; these count other contacts or days.")
    return [Contrast(more, less) for more, less in combinations(found, 2)]
