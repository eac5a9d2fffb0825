# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Record wages as others deliver them: what is new is taken over, what contradicts a report waits for a human (R-070)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from werkzaam.app.exchange.reported import Question, ReportedWage, Standing, WageFile, Whole
from werkzaam.app.exchange.wages_csv import read_wages_csv
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.after_end import ask_about_ended, is_lower
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.app.ledger.record import Recorded, check
from werkzaam.app.ledger.told import coded, told
from werkzaam.app.ledger.wage_beside import Beside, InFull, corrects
from werkzaam.app.ledger.wage_gone import Way, ask, is_decided
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month, Span
from werkzaam.store.events import happened
from werkzaam.store.facts import Fact, record_fact
from werkzaam.store.people import Person, people
from werkzaam.store.queue import items_called, open_item
from werkzaam.store.writer import Writer


@dataclass(frozen=True, slots=True)
class _Taken:
    """A report to record: a fact, and the number of the one it takes the place of.

    `after` is the last event before one that was recorded and taken back, so that it is another one now.
    """

    fact: NewFact
    supersedes: int | None = None
    withdrawn: bool = False
    after: int | None = None


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
    whole = InFull()
    for one in file.told():
        whole.saw(one)
        if isinstance(one, Whole):
            continue
        if isinstance(one, Question):
            _ask(desk, writer, one, done)
            continue
        if one.person not in known or known[one.person].household != one.household:
            raise InputError(f"row {one.line}: person {one.person} of household {one.household} is not known here. Record the "
                             "household first, or look at the numbers.", file=file.name)  # fmt: skip
        reports[one.household].append(one)
    missing = whole.missing(desk)
    for household, some in sorted(reports.items()):
        record_reports(desk, writer, household, some, done, file.name)
    for file_of, wage in missing:
        ask(desk, writer, file_of, wage, Way.MISSING, done)
    done.remarks += [f"{one.what} (line {one.line}, {one.times} times)" for one in file.remarks]


def record_reports(
    desk: Desk, writer: Writer, household: int, reports: Iterable[ReportedWage], done: Recorded, where: str
) -> None:
    """Record reports about one household, read as one case with what was known; raises InputError for what cannot be right."""
    file = desk.file(household)
    taken = _judged(desk, writer, file, reports, done)
    try:
        _check(desk, file, taken, where)
    except InputError:
        whole, taken = taken, [one for one in taken if not _corrects_nothing(file, taken, one)]
        if len(taken) == len(whole):
            raise
        _check(desk, file, taken, where)
        for each in whole:
            if each not in taken:
                _ask_what(desk, writer, file, each.fact, done)
    lower: set[Month] = set()
    for each in taken:
        _write(writer, household, each)
        before = next((one for one in file.known if one.hseq == each.supersedes), None)
        lower |= _months(each.fact, before) if each.withdrawn or is_lower(each.fact, before) else set()
    ask_about_ended(desk, writer, file, lower)
    done.new += len(taken)
    done.households |= {household} if taken else set()


def _months(fact: NewFact, before: Known | None) -> set[Month]:
    """The months that the days of a report name, and those of what it takes the place of."""
    named = {Month.of_day(fact.row[key]) for key in ("gewerkt_van", "gewerkt_tot", "betaald_op")}
    return named | set(before.months if before is not None else ())


def _judged(desk: Desk, writer: Writer, file: HouseholdFile, reports: Iterable[ReportedWage], done: Recorded) -> list[_Taken]:
    """What of the reports is recorded: new ones, and those that openly replace or withdraw another."""
    beside, taken = Beside(file), list[_Taken]()
    names = {number: name for name, number in file.persons.items()}
    for report in reports:
        row: dict[str, Any] = {**report.row, "persoon": names[report.person]}
        fact = new_facts.wage(row, report.person)
        before = None if fact.kind == "correction" else beside.same(row)
        if fact.kind == "correction" and _there(file, fact, report.person):
            done.already += 1
        elif before is not None:
            taken += _next(desk, writer, file, before, fact, report, done)
        elif report.standing is Standing.WITHDRAWN:
            done.remarks.append(f"household {file.household}: {_words(fact)} is taken back, and nothing is known of it here")
        elif fact.kind == "wage" and (other := beside.overlapping(row)):
            _conflict(desk, writer, file.household, other, fact, done)
        else:
            taken += _first(desk, writer, file, fact, report, done)
    return taken


def _next(
    desk: Desk, writer: Writer, file: HouseholdFile, before: Known, fact: NewFact, report: ReportedWage, done: Recorded
) -> Iterator[_Taken]:
    """What follows where the wage is known already."""
    withdrawn = report.standing is Standing.WITHDRAWN
    if not withdrawn and _same(before, fact):
        done.already += 1
    elif report.standing is Standing.NEW:
        _conflict(desk, writer, file.household, before, fact, done)
    elif (withdrawn or not fact.cents) and parse_euro(str(before.row["netto"])) and is_decided(desk, file, before):
        ask(desk, writer, file, before, Way.WITHDRAWN if withdrawn else Way.ZERO, done)
    else:
        yield _Taken(fact, before.hseq, withdrawn=withdrawn)


def _first(
    desk: Desk, writer: Writer, file: HouseholdFile, fact: NewFact, report: ReportedWage, done: Recorded
) -> Iterator[_Taken]:
    """A wage that does not stand: recorded, but where the same was taken back before only when it is sent as a change."""
    if not happened(desk.database, desk.town.id, file.household, fact.key):
        yield _Taken(fact)
    elif report.standing is Standing.REPLACES:
        yield _Taken(fact, after=file.known[-1].hseq)
    else:
        text = coded("again", wage=_words(fact), cents=fact.cents or 0, source=fact.source)
        open_once(desk, writer, file.household, "check", text, done)


def _corrects_nothing(file: HouseholdFile, taken: Sequence[_Taken], one: _Taken) -> bool:
    """Whether a report corrects a wage of which nothing is known here and nothing stands in the same file."""
    wages = [*(each.row for each in file.of("wage")), *(each.fact.row for each in taken if each.fact.kind == "wage")]
    return one.fact.kind == "correction" and not any(corrects(one.fact.row, row) for row in wages)


def _ask_what(desk: Desk, writer: Writer, file: HouseholdFile, fact: NewFact, done: Recorded) -> None:
    """Ask which wage a correction is about; of months without bijstand nothing is kept and nobody is asked."""
    days = Month.of_day(fact.row["gewerkt_van"]), Month.of_day(fact.row["betaald_op"])
    if any(file.settles(month) for month in Span(min(days), max(days))):
        text = coded("corrects_nothing", wage=_words(fact), cents=fact.cents or 0)
        open_once(desk, writer, file.household, "question", text, done)
    else:
        done.remarks.append(f"household {file.household}: {_words(fact)} corrects a wage that is not known here, of months "
                            "without bijstand; it was not kept")  # fmt: skip


def _words(fact: NewFact) -> str:
    return f"{fact.job}, {fact.row['gewerkt_van']} - {fact.row['gewerkt_tot']}"


def _same(before: Known, fact: NewFact) -> bool:
    """Whether two reports say the same, whoever made them."""
    return replace(fact, row=before.row).key == fact.key


def _there(file: HouseholdFile, fact: NewFact, person: int) -> bool:
    return any(replace(fact, row=one.row, person=person).key == fact.key for one in file.of("correction"))


def _conflict(desk: Desk, writer: Writer, household: int, before: Known, fact: NewFact, done: Recorded) -> None:
    """Two reports of one wage that differ: a human looks, and nothing is taken or claimed by itself."""
    text = f"{_words(fact)}: {before.source} {before.row['netto']}, {fact.source} {fact.row['netto']}"
    open_once(desk, writer, household, "check", text, done)


def _ask(desk: Desk, writer: Writer, one: Question, done: Recorded) -> None:
    said = ", ".join(f"{name} {value}" for name, value in one.said.items())
    open_once(desk, writer, one.household, "question", f"{one.why} ({said})", done)


def open_once(desk: Desk, writer: Writer, household: int, kind: str, text: str, done: Recorded) -> None:
    """An open item, once; the same again adds nothing."""
    item = f"{kind} {digest('item', household, text)[:16]}"
    if items_called(desk.database, desk.town.id, item):
        done.already += 1
        return
    open_item(writer, item, kind=kind, text=text, household=household)
    writer.flush()
    done.new += 1
    done.remarks.append(f"household {household}: {told(text, 'en')}")


def _check(desk: Desk, file: HouseholdFile, taken: Sequence[_Taken], where: str) -> None:
    """Read the household's case as it will be; raises InputError when something cannot be right."""
    gone = {one.supersedes for one in taken}
    left = tuple(one for one in file.known if one.hseq not in gone)
    check(desk, replace(file, known=left), [one.fact for one in taken if not one.withdrawn], where)


def _write(writer: Writer, household: int, taken: _Taken) -> None:
    fact: Fact = taken.fact.fact(taken.supersedes)
    if taken.withdrawn:
        fact = replace(fact, kind="withdrawal", cents=None)
    key = taken.fact.key if taken.supersedes is None else f"{taken.fact.key} for {taken.supersedes}"
    key = key if taken.after is None else f"{key} after {taken.after}"
    record_fact(writer, household, fact, idem_key=key)
