# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The town takes over wages that an employer delivered: of who is known here and works there; of others nothing is kept.

What comes of it is never told to the employer (decision 0190). A wage of a job that nobody here knows, or that contradicts what
another source said, waits for a human: an employer cannot change somebody's month by naming them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from werkzaam.app.employer.told import ToldWage
from werkzaam.app.exchange.reported import ReportedWage, Standing
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.record import Recorded
from werkzaam.app.ledger.wages import open_once, record_reports
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.people import Person, people

SOURCE = "werkgever"


@dataclass
class TakenOver:
    """How many rows were new, there already, for a human, and of nobody here."""

    new: int = 0
    already: int = 0
    asked: int = 0
    nobody: int = 0
    households: set[int] = field(default_factory=set)


def take_over(desk: Desk, employer: str, delivery: int, wages: Iterable[ToldWage]) -> TakenOver:
    """Record the wages of a delivery, each household whole or not at all; the same again adds nothing."""
    owners = {one.reference: one for one in people(desk.database, desk.town.id) if one.reference}
    done, by_household = TakenOver(), defaultdict[int, list[tuple[Person, ToldWage]]](list)
    for wage in wages:
        person = owners.get(wage.owner)
        if person is None:
            done.nobody += 1
        else:
            by_household[person.household].append((person, wage))
    for household, some in sorted(by_household.items()):
        _household(desk, employer, delivery, household, some, done)
    return done


def _household(
    desk: Desk, employer: str, delivery: int, household: int, some: Sequence[tuple[Person, ToldWage]], done: TakenOver
) -> None:
    """What concerns one household; when it cannot be taken over as it is, a human looks at all of it."""
    file = desk.file(household)
    mine = [(person, wage) for person, wage in some if _covered(file, wage)]
    done.nobody += len(some) - len(mine)
    taken, asked = [], []
    for person, wage in mine:
        why = _why_asked(file, employer, person, wage)
        if why:
            asked.append((wage, why))
        else:
            taken.append(_report(file, employer, delivery, person, wage))
    try:
        _write(desk, household, taken, asked, delivery, done)
    except InputError as error:
        asked += [(wage, str(error)) for _, wage in mine if wage not in [one for one, _ in asked]]
        _write(desk, household, [], asked, delivery, done)


def _write(
    desk: Desk,
    household: int,
    taken: Sequence[ReportedWage],
    asked: Sequence[tuple[ToldWage, str]],
    delivery: int,
    done: TakenOver,
) -> None:
    recorded = Recorded()
    with desk.writes() as writer:
        record_reports(desk, writer, household, taken, recorded, f"aanlevering {delivery}")
        for wage, why in asked:
            open_once(desk, writer, household, "question", f"{_words(wage)}: {why}", recorded)
    done.new += recorded.new - len(recorded.remarks)
    done.asked += len(recorded.remarks)
    done.already += recorded.already
    done.households |= recorded.households


def _covered(file: HouseholdFile, wage: ToldWage) -> bool:
    """Whether somebody has, or had, bijstand in a month of the wage: of other months the town keeps nothing."""
    first, last = Month.of_day(wage.first), Month.of_day(wage.last)
    return any(begin <= last and (end is None or first <= end) for begin, end in file.recorded_periods)


def _why_asked(file: HouseholdFile, employer: str, person: Person, wage: ToldWage) -> str:
    """Why a person has to look before this may count; empty when nobody has to."""
    if wage.why:
        return wage.why
    name = next(name for name, number in file.persons.items() if number == person.person)
    jobs = {one.row.get("baan") for one in file.standing if one.row.get("persoon") == name}
    if wage.row["baan"] not in jobs:
        return (f"{employer} meldt loon, en deze baan is hier nog niet bekend. Vraag het na, en leg het loon vast met de baan "
                f"{wage.row['baan']!r}")  # fmt: skip
    before = _before(file, name, wage)
    if wage.withdrawn and before is not None and not _own(before, employer):
        return f"{employer} trekt dit loon in, en een ander meldde het: {before.source}"
    return ""


def _before(file: HouseholdFile, name: str, wage: ToldWage) -> Known | None:
    """What stands of the same wage."""
    same = (name, wage.row["baan"], wage.first, wage.last)
    found = (one for one in file.of("wage") if tuple(one.row[key] for key in _SAME) == same)
    return next(found, None)


_SAME = ("persoon", "baan", "gewerkt_van", "gewerkt_tot")


def _own(before: Known, employer: str) -> bool:
    return before.source.startswith(f"{SOURCE} {employer}, ")


def _report(file: HouseholdFile, employer: str, delivery: int, person: Person, wage: ToldWage) -> ReportedWage:
    """The wage as others report it: it takes the place of what this employer said before, and contradicts what others said."""
    source = f"{SOURCE} {employer}, aanlevering {delivery}, regel {wage.line}"
    name = next(name for name, number in file.persons.items() if number == person.person)
    before = _before(file, name, wage)
    own = before is not None and _own(before, employer)
    standing = Standing.WITHDRAWN if wage.withdrawn else Standing.REPLACES if own else Standing.NEW
    return ReportedWage(person.household, person.person, {**wage.row, "bron": source}, wage.line, source, standing)


def _words(wage: ToldWage) -> str:
    amount = f", netto {wage.row['netto']}" if "netto" in wage.row else ""
    return f"{wage.row['baan']}, {wage.first} - {wage.last}{amount}"
