# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages from an employer's wage tax return (loonaangifte) in XML, one for each income relationship and period.

Provisional: the schema itself is not at hand (docs/reference/exchange.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from werkzaam.app.exchange.delivered import Source, Stream
from werkzaam.app.exchange.elements import BadElement
from werkzaam.app.exchange.reported import (
    BadRow,
    Outcome,
    Question,
    Remark,
    ReportedWage,
    Standing,
    WageFile,
    Whole,
    Whose,
    checked,
    refusal,
    sameness,
)
from werkzaam.app.exchange.seen import Seen
from werkzaam.app.exchange.wage_return import (
    COLLECTIVE,
    FULL,
    INITIAL,
    KNOWN,
    WITHDRAWAL,
    Period,
    bare_row,
    case_row,
    days_of,
    job_of,
    owner_number,
    period_of,
    questions_about,
    relationship_of,
    remarks_about,
    serial_of,
    source_of,
)
from werkzaam.app.exchange.xml_reading import Element, Record, records

MOST_BYTES = 1 << 30
_NAMESPACE = re.compile(r"http://xml\.belastingdienst\.nl/schemas/Loonaangifte/20[0-9]{2}/[0-9]{2}")
_RECORDS = frozenset({INITIAL, WITHDRAWAL, COLLECTIVE})


def read_wages_xml(source: Source, whose: Whose) -> WageFile:
    """The wages of a wage tax return, after all of it was found right.

    `whose` says which household and person a BSN belongs to. Raises RowsRefused with everything that is wrong, and InputError for
    a file that is no wage tax return.
    """
    return checked(source, MOST_BYTES, lambda stream, again: _rows(stream, whose, again))


def _rows(stream: Stream, whose: Whose, again: bool) -> Iterator[Outcome]:
    """What each income relationship says, in order, and what is not known here."""
    reading = _Return(stream.name, whose, again)
    for record in records(stream, _RECORDS, _other_root):
        yield from unknown(record.element, record.above[-1] if record.above else None)
        if record.element.name in _RECORDS:
            yield from reading.outcomes(record)


def _other_root(namespace: str, name: str) -> str | None:
    if name == "Loonaangifte" and _NAMESPACE.fullmatch(namespace):
        return None
    return f"a wage tax return was expected, a Loonaangifte of the Belastingdienst; found {name[:40]!r} in {namespace[:80]!r}."


def unknown(element: Element, above: Element | None) -> Iterator[Remark]:
    """A remark for each element that is not known here, at any depth; what stands in it is not looked at."""
    if above is not None and above.name in KNOWN and element.name not in KNOWN[above.name]:
        yield Remark(f"{above.name}/{element.name[:80]} is not known here and was not used", element.line)
        return
    for child in element.children:
        yield from unknown(child, element)


@dataclass(slots=True)
class _Return:
    """One return while it is being read."""

    file: str
    whose: Whose
    again: bool
    seen: Seen = field(default_factory=Seen)

    def outcomes(self, record: Record) -> Iterator[Outcome]:
        """The wage of one relationship in one period, or what is wrong with it."""
        element = record.element
        try:
            if element.name == COLLECTIVE:
                yield from self._whole(record)
                return
            period, owner = period_of(record.above), self._owner(element)
            if element.name == WITHDRAWAL:
                yield self._withdrawn(owner, period, element)
            else:
                yield from self._reported(owner, period, element)
        except BadElement as bad:
            yield BadRow(element.line, bad.place, str(bad))

    def _whole(self, record: Record) -> Iterator[Whole]:
        """That a period is told in full, which its collective part says; what stands in that part is not looked at.

        Days that cannot be right are refused at each wage that stands in them.
        """
        if record.above and record.above[-1].name == FULL:
            with suppress(BadElement):
                yield Whole(source_of(period_of(record.above)), record.element.line)

    def _owner(self, element: Element) -> tuple[int, int]:
        found = self.whose(owner_number(element))
        if found is None:
            raise BadElement("SofiNr", "nobody with this number is known here. Take the wage out, or record the person first.")
        return found

    def _withdrawn(self, owner: tuple[int, int], period: Period, element: Element) -> ReportedWage:
        row = bare_row(period, serial_of(element), period.first, period.last) | {"netto": "0.00"}
        return self._once(ReportedWage(*owner, row, element.line, self._source(element), Standing.WITHDRAWN))

    def _reported(self, owner: tuple[int, int], period: Period, element: Element) -> Iterator[Outcome]:
        found = relationship_of(element)
        first, last = days_of(period, found)
        if found.below_zero and not period.corrected:
            raise BadElement(found.below_zero, "the amount is below zero. Only a period that is corrected can have that. Ask "
                             "which wage this takes back, and record it by hand as a correction of it.")  # fmt: skip
        yield from (Remark(what, element.line) for what in remarks_about(period, found))
        why = questions_about(found)
        if why:
            said = {"baan": job_of(period, found.serial), "van": f"{first}", "tot": f"{last}"} | found.said()
            yield Question(*owner, said, why, element.line, self._source(element), period.standing)
        else:
            row = case_row(period, found)
            yield self._once(ReportedWage(*owner, row, element.line, self._source(element), period.standing))

    def _once(self, wage: ReportedWage) -> ReportedWage:
        """The wage, if a case file takes it and it stands in the return once."""
        if self.again:
            return wage
        wrong = refusal(wage.row)
        if wrong:
            raise BadElement(*wrong)
        if not self.seen.add(sameness((wage.household, wage.person), wage.row)):
            raise BadElement("NumIV", "the same job and days of this person stand in the return twice. Ask for a right one.")
        return wage

    def _source(self, element: Element) -> str:
        return f"{self.file}#{element.line}"
