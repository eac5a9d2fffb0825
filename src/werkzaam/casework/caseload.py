# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a caseload can be done: clients for a full-time position against what the regime says, and the talks that fit (R-111).

Clients weigh by their own regime: somebody under guidance of at most 60 clients takes a sixtieth of a position, somebody under
guidance of at most 300 a three-hundredth. A regime that states no caseload gives no weight; those clients are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from werkzaam.casework.dossier import Spell
from werkzaam.casework.notion import Remark
from werkzaam.casework.office import Worker
from werkzaam.casework.period import Period
from werkzaam.core.errors import InputError
from werkzaam.regime.guidance import Guidance


class Standing(Enum):
    """How a caseload stands to the range of its regimes; the value is its code."""

    ABOVE = "boven"
    WITHIN = "binnen"
    BELOW = "onder"
    NOT_STATED = "niet_vermeld"


@dataclass(frozen=True, slots=True)
class Load:
    """The clients of a case manager or a team on a day, by the part of their regime (None when nobody wrote it down).

    `share` is percent of a full-time position, of a team that of all its people together. `least` and `most` are the positions
    that the clients ask for at the top and at the bottom of the range of their regimes, None where one has no bottom;
    `unweighted` have no stated range.
    """

    name: str
    share: int
    clients: Mapping[str | None, int]
    least: Fraction
    most: Fraction | None
    unweighted: int

    @property
    def count(self) -> int:
        """All clients."""
        return sum(self.clients.values())

    @property
    def positions(self) -> Fraction:
        """Full-time positions."""
        return Fraction(self.share, 100)

    @property
    def a_position(self) -> Fraction | None:
        """Clients for a full-time position; None when there is no position."""
        return Fraction(100 * self.count, self.share) if self.share else None

    @property
    def limit(self) -> int | None:
        """So many clients of this mix are the most for these positions; None when nothing can be said."""
        weighed = self.count - self.unweighted
        return None if not self.least or self.unweighted else int(self.positions * weighed / self.least)

    @property
    def standing(self) -> Standing:
        """Above the range, within it or below it. Above holds whatever the clients without a range would add."""
        if self.least > self.positions:
            return Standing.ABOVE
        if self.unweighted or not self.count:
            return Standing.NOT_STATED
        return Standing.BELOW if self.most is not None and self.most < self.positions else Standing.WITHIN


def load(name: str, share: int, clients: Mapping[str | None, int], guidance: Mapping[str, Guidance | None]) -> Load:
    """The load of so many clients of each part; raises InputError for less than nobody."""
    if share < 0 or any(number < 0 for number in clients.values()):
        raise InputError(f"{name}: a position and clients of 0 or more were expected; found {share} percent and {dict(clients)}.")
    least, most = Fraction(0), Fraction(0)
    unweighted, bottom = 0, True
    for part, number in clients.items():
        found = guidance.get(part) if part is not None else None
        if found is None or not found.caseload_most:
            unweighted += number
            continue
        least += Fraction(number, found.caseload_most)
        most += Fraction(number, found.caseload_least or found.caseload_most)
        bottom = bottom and bool(found.caseload_least)
    return Load(name, share, dict(clients), least, most if bottom else None, unweighted)


def warning(found: Load) -> Remark | None:
    """What to know when there are more clients than the regime promises; the town's debt, not the case manager's."""
    if found.standing is not Standing.ABOVE:
        return None
    return Remark(
        "caseload_above", {"name": found.name, "clients": found.count, "most": found.limit, "positions": found.positions}
    )


@dataclass(frozen=True, slots=True)
class Published:
    """The caseload of a month, on its last day or today: clients with a case manager, and positions in service (R-269)."""

    day: date
    clients: int
    share: int

    @property
    def a_position(self) -> Fraction | None:
        """Clients for a full-time position; None when nobody is in service."""
        return Fraction(100 * self.clients, self.share) if self.share else None


def monthly(spells: Iterable[Spell], workers: Sequence[Worker], period: Period) -> list[Published]:
    """The caseload at the end of each month of a period, of the clients of these case managers."""
    change: Counter[date] = Counter()
    known = {worker.id for worker in workers}
    for spell in spells:
        if spell.worker in known:
            change[spell.first] += 1
            if spell.last is not None:
                change[spell.last + timedelta(1)] -= 1
    days, found, clients, at = sorted(change), [], 0, 0
    for month in period.months:
        day = min(month.last_day, period.last)
        while at < len(days) and days[at] <= day:
            clients += change[days[at]]
            at += 1
        found.append(Published(day, clients, positions_on(workers, day)))
    return found


def positions_on(workers: Iterable[Worker], day: date) -> int:
    """The positions in service on a day, in percent of full-time; who is ill or on leave still has one."""
    return sum(worker.share for worker in workers if worker.first <= day and (worker.last is None or day <= worker.last))


@dataclass(frozen=True, slots=True)
class TalkTime:
    """The talks of a year that a team can hold, the contacts that were promised to its clients, and the clients.

    `weeks` are the weeks in which talks are held, an assumption; `unstated` clients were promised no number.
    """

    talks: Fraction
    promised: Fraction
    clients: int
    unstated: int
    weeks: int

    @property
    def a_client(self) -> Fraction | None:
        """Talks a client a year when all are shared out evenly."""
        return self.talks / self.clients if self.clients else None

    @property
    def short(self) -> Fraction:
        """Promised contacts that do not fit as talks; 0 when they do."""
        return max(self.promised - self.talks, Fraction(0))


def talk_time(workers: Iterable[Worker], promised: Mapping[Fraction | None, int], period: Period, weeks: int) -> TalkTime:
    """What a year is like at the positions of a period, without the days that people were away.

    `promised` has the clients by the number of contacts a year that were promised, None when no number was.
    """
    talks = sum((_talks(worker, period, weeks) for worker in workers), Fraction(0))
    asked = sum((number * clients for number, clients in promised.items() if number is not None), Fraction(0))
    return TalkTime(talks, asked, sum(promised.values()), promised.get(None, 0), weeks)


def _talks(worker: Worker, period: Period, weeks: int) -> Fraction:
    there = period.both(worker.first, worker.last)
    if there is None:
        return Fraction(0)
    away = {date.fromordinal(day) for first, last in worker.away if (part := there.both(first, last)) is not None
            for day in range(part.first.toordinal(), part.last.toordinal() + 1)}  # fmt: skip
    return Fraction(worker.talks * worker.share * weeks * (there.days - len(away)), 100 * period.days)
