# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Record wages as others deliver them: what is new is taken over, what contradicts a report waits for a human (R-070)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from werkzaam.app.exchange.reported import Question, ReportedWage, Standing, WageFile
from werkzaam.app.exchange.wages_csv import read_wages_csv
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.app.ledger.record import Recorded, check
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.store.facts import Fact, record_fact
from werkzaam.store.people import Person, people
from werkzaam.store.queue import open_item, open_items
from werkzaam.store.writer import Writer

_SAME = ("persoon", "baan", "gewerkt_van", "gewerkt_tot")
"""What makes two reports be about the same wage."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A report to record: a fact, and the number of the one it takes the place of."""

    fact: NewFact
    supersedes: int | None = None
    withdrawn: bool = False


def record_wages(desk: Desk, files: Sequence[Path]) -> Recorded:
    """Record files of wages, each whole or not at all; raises RowsRefused with every bad row, InputError for other reasons."""
    done = Recorded()
    for file in files:
        known = people(desk.database, desk.town.id)
        found = _read(file, known)
        with desk.writes() as writer:
            _record(desk, writer, found, {one.person: one for one in known}, done)
    return done


def _read(file: Path, known: Iterable[Person]) -> WageFile:
    owners = {one.reference: (one.household, one.person) for one in known if one.reference}
    reader = read_wages_xml if file.suffix.lower() == ".xml" else read_wages_csv
    return reader(file, owners.get)


def _record(desk: Desk, writer: Writer, file: WageFile, known: dict[int, Person], done: Recorded) -> None:
    """All rows of a file; a household's are read as one case together with what was known."""
    reports: dict[int, list[ReportedWage]] = defaultdict(list)
    for one in file.rows():
        if isinstance(one, Question):
            _ask(desk, writer, one, done)
            continue
        if one.person not in known or known[one.person].household != one.household:
            raise InputError(f"row {one.line}: person {one.person} of household {one.household} is not known here. Record the "
                             "household first, or look at the numbers.", file=file.name)  # fmt: skip
        reports[one.household].append(one)
    for household, some in sorted(reports.items()):
        record_reports(desk, writer, household, some, done, file.name)
    done.remarks += [f"{one.what} (line {one.line}, {one.times} times)" for one in file.remarks]


def record_reports(
    desk: Desk, writer: Writer, household: int, reports: Iterable[ReportedWage], done: Recorded, where: str
) -> None:
    """Record reports about one household, read as one case with what was known; raises InputError for what cannot be right."""
    taken = _judged(desk, writer, desk.file(household), reports, done)
    _check(desk, household, taken, where)
    for each in taken:
        _write(writer, household, each)
    done.new += len(taken)
    done.households |= {household} if taken else set()


def _judged(desk: Desk, writer: Writer, file: HouseholdFile, reports: Iterable[ReportedWage], done: Recorded) -> list[_Taken]:
    """What of the reports is recorded: new ones, and those that openly replace or withdraw another."""
    standing = {_about(one.row): one for one in file.of("wage")}
    taken, names = [], {number: name for name, number in file.persons.items()}
    for report in reports:
        row: dict[str, Any] = {**report.row, "persoon": names[report.person]}
        fact, before = new_facts.wage(row, report.person), standing.get(_about(row))
        if fact.kind == "correction":
            taken += [] if _there(file, fact, report.person) else [_Taken(fact)]
            done.already += _there(file, fact, report.person)
        elif before is None:
            taken += [] if report.standing is Standing.WITHDRAWN else [_Taken(fact)]
        elif report.standing is Standing.WITHDRAWN:
            taken.append(_Taken(fact, before.hseq, withdrawn=True))
        elif _same(before, fact):
            done.already += 1
        elif report.standing is Standing.REPLACES:
            taken.append(_Taken(fact, before.hseq))
        else:
            _conflict(desk, writer, file.household, before, fact, done)
    return taken


def _about(row: dict[str, Any]) -> tuple[object, ...]:
    return tuple(row[key] for key in _SAME)


def _same(before: Known, fact: NewFact) -> bool:
    """Whether two reports say the same, whoever made them."""
    return replace(fact, row=before.row).key == fact.key


def _there(file: HouseholdFile, fact: NewFact, person: int) -> bool:
    return any(replace(fact, row=one.row, person=person).key == fact.key for one in file.of("correction"))


def _conflict(desk: Desk, writer: Writer, household: int, before: Known, fact: NewFact, done: Recorded) -> None:
    """Two reports of one wage that differ: a human looks, and nothing is taken or claimed by itself."""
    text = (f"{fact.job}, {fact.row['gewerkt_van']} - {fact.row['gewerkt_tot']}: {before.source} {before.row['netto']}, "
            f"{fact.source} {fact.row['netto']}")  # fmt: skip
    open_once(desk, writer, household, "check", text, done)


def _ask(desk: Desk, writer: Writer, one: Question, done: Recorded) -> None:
    said = ", ".join(f"{name} {value}" for name, value in one.said.items())
    open_once(desk, writer, one.household, "question", f"{one.why} ({said})", done)


def open_once(desk: Desk, writer: Writer, household: int, kind: str, text: str, done: Recorded) -> None:
    """An open item, once; the same again adds nothing."""
    item = f"{kind} {digest('item', household, text)[:16]}"
    if item in {each.item_id for each in open_items(desk.database, desk.town.id, closed=True)}:
        done.already += 1
        return
    open_item(writer, item, kind=kind, text=text, household=household)
    writer.flush()
    done.new += 1
    done.remarks.append(f"household {household}: {text}")


def _check(desk: Desk, household: int, taken: Sequence[_Taken], where: str) -> None:
    """Read the household's case as it will be; raises InputError when something cannot be right."""
    file = desk.file(household)
    gone = {one.supersedes for one in taken}
    left = tuple(one for one in file.known if one.hseq not in gone)
    check(desk, replace(file, known=left), [one.fact for one in taken if not one.withdrawn], where)


def _write(writer: Writer, household: int, taken: _Taken) -> None:
    fact: Fact = taken.fact.fact(taken.supersedes)
    if taken.withdrawn:
        fact = replace(fact, kind="withdrawal", cents=None)
    key = taken.fact.key if taken.supersedes is None else f"{taken.fact.key} for {taken.supersedes}"
    record_fact(writer, household, fact, idem_key=key)
