# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody reports or confirms a wage of their own: with a receipt, once, and never over what an employer said (R-070, R-137).

The receipt is a fact of its own, kept beside the wage, so that it stays when the wage is replaced. A wage that nobody reported
before counts at once. One that contradicts another source waits for a human, and what was said stands in the receipt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import OWN_REPORT, HouseholdFile, Known
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.app.ledger.record import check
from werkzaam.app.ledger.timely import REPORT, is_receipt
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import parse_euro, plain_euro
from werkzaam.core.months import Month
from werkzaam.store.facts import record_fact
from werkzaam.store.queue import items_called, open_item
from werkzaam.store.writer import Writer

_LENGTH = 10


@dataclass(frozen=True, slots=True)
class OwnReport:
    """A wage as somebody reports it: of which job, worked from and to, paid on, and net in cents."""

    person: int
    job: str
    first: date
    last: date
    paid_on: date
    cents: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of a report: its number, the moment in UTC and who gave it, what was said, and what became of it.

    `outcome` is `counts` (it is the wage now), `confirmed` (it says what was known) or `waits` (a person looks, because
    another source says otherwise). `replaced` is for one after which the same wage was reported again.
    """

    number: str
    hseq: int
    moment: str
    report: OwnReport
    outcome: str
    replaced: bool
    by: str = ""

    @property
    def day(self) -> date:
        """The day of the report."""
        return date.fromisoformat(self.moment[:10])

    @property
    def month(self) -> Month:
        """The month in which was worked."""
        return Month.of_day(self.report.first)


def report_wage(desk: Desk, household: int, report: OwnReport) -> Receipt:
    """Keep a report and give its receipt; the same again gives the same receipt.

    Raises InputError for what cannot be a wage, such as days that end before they begin or a wage below zero; nothing is kept.
    """
    if report.cents < 0:
        raise InputError(f"A net wage is zero or more; found {report.cents} cents.")
    if report.last < report.first or report.first > desk.today:
        raise InputError(f"Days of work that have begun were expected; found {report.first} to {report.last}.")
    with desk.writes() as writer:
        writer.lock([household])
        file = desk.file(household)
        before = _newest(desk, household, report)
        if before is not None and before.report == report:
            return before
        outcome = _keep_wage(desk, writer, file, report)
        fact = _receipt_fact(file, report, outcome, desk.actor)
        key = f"{fact.key} after {before.hseq if before else 0}"
        event = record_fact(writer, household, fact.fact(before.hseq if before else None), idem_key=key)
        assert event is not None
    return receipt_called(desk, household, report.person, _number(household, event.hseq))


def receipts(desk: Desk, household: int, person: int) -> list[Receipt]:
    """All receipts of a person, newest first, also of reports that were replaced."""
    return list(_receipts(desk.file(household), person))[::-1]


def receipt_called(desk: Desk, household: int, person: int, number: str) -> Receipt:
    """A receipt by its number; raises UnknownName for one that is not this person's."""
    for one in receipts(desk, household, person):
        if one.number == number:
            return one
    raise UnknownName(f"Person {person} has no receipt {number!r}.")


def _receipts(file: HouseholdFile, person: int) -> Iterator[Receipt]:
    names = {number: name for name, number in file.persons.items()}
    for one in file.known:
        if is_receipt(one) and one.row["persoon"] == names.get(person):
            row = one.row
            said = OwnReport(person, row["baan"], row["gewerkt_van"], row["gewerkt_tot"], row["betaald_op"], row["cents"])
            number = _number(file.household, one.hseq)
            yield Receipt(number, one.hseq, one.recorded_at, said, row["uitkomst"], one.superseded is not None, row["door"])


def _number(household: int, hseq: int) -> str:
    return digest("receipt", household, hseq)[:_LENGTH]


def _newest(desk: Desk, household: int, report: OwnReport) -> Receipt | None:
    """The receipt of the same wage that stands."""
    same = (one for one in receipts(desk, household, report.person) if not one.replaced)
    return next((one for one in same if _about(one.report) == _about(report)), None)


def _about(report: OwnReport) -> tuple[object, ...]:
    return report.job, report.first, report.last


def _receipt_fact(file: HouseholdFile, report: OwnReport, outcome: str, actor: str) -> NewFact:
    row: dict[str, Any] = {
        "soort": REPORT, "persoon": _name(file, report.person), "baan": report.job, "maand": str(Month.of_day(report.first)),
        "gewerkt_van": report.first, "gewerkt_tot": report.last, "betaald_op": report.paid_on, "cents": report.cents,
        "uitkomst": outcome, "door": actor,
    }  # fmt: skip
    return NewFact("arrangement", row, report.first, report.last, report.person, report.job, report.cents, OWN_REPORT)


def _name(file: HouseholdFile, person: int) -> str:
    for name, number in file.persons.items():
        if number == person:
            return name
    raise UnknownName(f"Person {person} is not of household {file.household}.")


def _keep_wage(desk: Desk, writer: Writer, file: HouseholdFile, report: OwnReport) -> str:
    """Record the wage where nobody else said otherwise; what becomes of the report."""
    row = {
        "persoon": _name(file, report.person), "baan": report.job, "gewerkt_van": report.first, "gewerkt_tot": report.last,
        "betaald_op": report.paid_on, "netto": plain_euro(report.cents), "bron": OWN_REPORT,
    }  # fmt: skip
    fact = new_facts.wage(row, report.person)
    known = [one for one in file.of("wage") if (one.row["persoon"], one.row["baan"]) == (row["persoon"], row["baan"])]
    others = [one for one in known if _overlaps(one, report)]
    same = next((one for one in others if (one.row["gewerkt_van"], one.row["gewerkt_tot"]) == (report.first, report.last)), None)
    if same is None and not others:
        _record(desk, writer, file, fact, None)
        return "counts"
    if same is not None and parse_euro(str(same.row["netto"])) == report.cents:
        return "confirmed"
    if same is not None and same.source == OWN_REPORT and len(others) == 1:
        _record(desk, writer, file, fact, same)
        return "counts"
    _ask(desk, writer, file.household, fact, same or others[0])
    return "waits"


def _overlaps(one: Known, report: OwnReport) -> bool:
    first, last = one.row["gewerkt_van"], one.row["gewerkt_tot"]
    return bool(first <= report.last and report.first <= last)


def _record(desk: Desk, writer: Writer, file: HouseholdFile, fact: NewFact, before: Known | None) -> None:
    left = tuple(one for one in file.known if before is None or one.hseq != before.hseq)
    check(desk, replace(file, known=left), [fact], "a report")
    key = fact.key if before is None else f"{fact.key} for {before.hseq}"
    record_fact(writer, file.household, fact.fact(before.hseq if before else None), idem_key=key)


def _ask(desk: Desk, writer: Writer, household: int, fact: NewFact, before: Known) -> None:
    """Somebody must look: two sources differ, once for the same two."""
    text = (f"{fact.job}, {fact.row['gewerkt_van']} - {fact.row['gewerkt_tot']}: {before.source} {before.row['netto']}, "
            f"{fact.source} {fact.row['netto']}")  # fmt: skip
    item = f"check {digest('item', household, text)[:16]}"
    if not items_called(desk.database, desk.town.id, item):
        open_item(writer, item, kind="check", text=text, household=household)
