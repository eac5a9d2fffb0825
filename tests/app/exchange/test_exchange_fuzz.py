# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever bytes come in: they are read, or refused with our own error, and never take long. What is written is read back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.app.exchange.orders import order, transfer
from tests.app.exchange.returns import (
    BRAM,
    HEADER,
    ROW,
    SAMIRA,
    correction,
    period,
    relationship,
    table,
    wage_return,
    whose,
    with_columns,
    withdrawal,
)
from tests.app.exchange.status_reports import report, transfer_status
from tests.pretend_bank import Bank, Fate, Other
from werkzaam.app.exchange.camt import read_statements
from werkzaam.app.exchange.pain import write
from werkzaam.app.exchange.payment_status import read_status
from werkzaam.app.exchange.reported import ReportedWage, WageFile
from werkzaam.app.exchange.wages_csv import read_wages_csv
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.core.errors import InputError
from werkzaam.core.money import plain_euro as euros

MORE = settings(max_examples=max(300, settings().max_examples))
"""More cases than other properties get on a push: most of them are refused at the first byte."""
LONGEST_SECONDS = 5
Read = Callable[[bytes], object]


def take_csv(content: bytes) -> list[object]:
    return list(read_wages_csv(content, whose).rows())


def take_xml(content: bytes) -> list[object]:
    return list(read_wages_xml(content, whose).rows())


def take_camt(content: bytes) -> list[object]:
    return list(read_statements(content).items)


READERS: list[Read] = [take_csv, take_xml, take_camt, read_status]
CSV = [
    table(ROW),
    table(ROW.replace(";", ","), header=HEADER.replace(";", ",")),
    with_columns(correctie="ja", bruto="1.234,56", uren="8:30"),
]
XML = [
    wage_return(
        period(relationship() + relationship({"VakBsl": "1"}, bsn=BRAM)), correction(relationship() + withdrawal(bsn=BRAM))
    )
]
ORDER = write(order(transfer(1), transfer(2, 30_00)))
CAMT = [Bank(version).statement(ORDER, {"W-2026-03-2": Fate.RETURNED}, others=[Other(5)]) for version in ("02", "08")]
STATUS = [report(transfer_status("1.2.1.1", "RJCT", "AC04", "10.00"), group="PART", count="1", total="10.00", version=version)
          for version in ("03", "10")]  # fmt: skip
PIECES = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b";", b",", b"\n", b"\r", b"=1", b"-", b"1.234", b"1e9", b"\xc3\x28",
    b"\xe2\x80\xae", b"<!DOCTYPE a>", b"<!ENTITY a 'b'>", b"&a;", b"<![CDATA[", b"<!--", b"<?x?>", b"<a>" * 101,
    b"</", b"/>", b" " * 30_000, b"9" * 30, "٣".encode(),
    b"<Amt>", b"<TxDtls>", b"<LnLbPh>-1</LnLbPh>", b"a" * 300, b'xmlns:x="urn:x" ',
]  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, contents: Sequence[bytes]) -> bytes:
    """A file with up to four pieces cut out, doubled, swapped for others, or put in."""
    content = draw(st.sampled_from(contents))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.sampled_from([0, 0, 1, 1, 2, 5, 40])))
        new = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4), st.just(b""), st.just(content[at:end] * 2)))
        content = content[:at] + new + content[end:]
    return content


def read_or_refused(reader: Read, content: bytes) -> None:
    """Fails when the reader raises anything but InputError, or takes long."""
    begin = time.monotonic()
    try:
        reader(content)
    except InputError as error:
        told = str(error)
    else:
        told = "nothing to tell, it was read"
    assert len(told) > 20
    assert time.monotonic() - begin < LONGEST_SECONDS


@MORE
@given(st.sampled_from(READERS), st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
@example(take_csv, b'huishouden;persoon;baan;gewerkt_van;gewerkt_tot;netto\n"')
@example(take_xml, b'<?xml version="1.0" encoding="cp037"?>')
def test_any_bytes_are_refused_or_read(reader: Read, content: bytes) -> None:
    read_or_refused(reader, content)


@MORE
@given(changed(CSV))
def test_a_changed_table_is_refused_or_read(content: bytes) -> None:
    read_or_refused(take_csv, content)


@MORE
@given(changed(XML))
def test_a_changed_wage_return_is_refused_or_read(content: bytes) -> None:
    read_or_refused(take_xml, content)


@MORE
@given(changed(STATUS))
def test_a_changed_status_report_is_refused_or_read(content: bytes) -> None:
    read_or_refused(read_status, content)


@MORE
@given(changed(CAMT))
def test_a_changed_statement_is_refused_or_read(content: bytes) -> None:
    read_or_refused(take_camt, content)


@MORE
@given(changed(CAMT))
def test_a_changed_statement_that_is_read_still_adds_up(content: bytes) -> None:
    """As long as the balances of a statement can be read, no cent of it can be lost or doubled."""
    try:
        statements = read_statements(content).statements
    except InputError:
        return
    sign = {"booked": -1, "taken back": -1, "returned": 1, "received": 1, "pending": 0}
    for found in statements:
        moved = sum(sign[one.movement.value] * one.cents for one in found.items)
        if found.opening is not None and found.closing is not None:
            assert found.opening + moved == found.closing


# -- round trips ------------------------------------------------------------------------------------

MARCH = date(2026, 3, 1)
AMOUNTS = st.integers(0, 10**7 - 1)
NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=30).filter(str.isprintable)


@st.composite
def wages(draw: st.DrawFn) -> list[tuple[int, int, str, date, int, int]]:
    """Wages of people and jobs, one for each: household, person, job, first day, cents, holiday money."""
    days = st.integers(0, 300).map(lambda later: MARCH + timedelta(later))
    one = st.tuples(st.integers(1, 10**18 - 1), st.integers(1, 99), NAMES, days, AMOUNTS, AMOUNTS)
    return draw(st.lists(one, min_size=1, max_size=6, unique_by=lambda wage: wage[:4]))


def taken(found: WageFile) -> list[ReportedWage]:
    return list(found.wages())


@given(wages(), st.sampled_from(";,"), st.sampled_from([b"", b"\xef\xbb\xbf"]), st.sampled_from(["\n", "\r\n"]), st.data())
def test_a_table_is_read_as_it_was_written(rows: list[tuple[int, int, str, date, int, int]], between: str, mark: bytes, end: str,
                                           data: st.DataObject) -> None:  # fmt: skip
    def amount(cents: int) -> str:
        plain = euros(cents)
        grouped = f"{cents // 100:,}.{cents % 100:02d}"
        dutch = grouped.translate(str.maketrans(",.", ".,"))
        return data.draw(st.sampled_from([plain, plain.replace(".", ","), grouped, dutch, f"€ {dutch}"]))

    def day(one: date) -> str:
        return data.draw(st.sampled_from([one.isoformat(), f"{one:%d-%m-%Y}"]))

    def line(cells: Sequence[str]) -> str:
        quoted = [f'"{cell}"' if between in cell or data.draw(st.booleans()) else cell for cell in cells]
        return between.join(quoted)

    lines = [line(["persoon", "netto", "huishouden", "baan", "gewerkt_tot", "gewerkt_van", "vakantiegeld_opgebouwd"])]
    lines += [
        line([str(person), amount(cents), str(household), job, day(first + timedelta(6)), day(first), amount(holiday)])
        for household, person, job, first, cents, holiday in rows
    ]
    found = taken(read_wages_csv(mark + (end.join(lines) + end).encode()))
    keys = ("baan", "gewerkt_van", "netto", "vakantiegeld_opgebouwd")
    assert [(one.household, one.person, *(one.row[key] for key in keys)) for one in found] == [
        (household, person, job, first, euros(cents), euros(holiday)) for household, person, job, first, cents, holiday in rows
    ]
    assert [one.line for one in found] == list(range(2, len(rows) + 2))


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), min_size=1, max_size=5), st.sampled_from([SAMIRA, BRAM]))
def test_a_wage_return_is_read_to_the_cent(parts: list[tuple[int, int, int]], bsn: str) -> None:
    """Whatever is withheld: the net wage is what is left."""
    inside = "".join(
        relationship({"LnLbPh": euros(net + tax + care), "IngLbPh": euros(tax), "BijdrZvw": euros(care), "LnInGld": "0"},
                     serial=str(number), bsn=bsn)
        for number, (net, tax, care) in enumerate(parts, 1) if net + tax + care < 10**7
    )  # fmt: skip
    found = taken(read_wages_xml(wage_return(period(inside)), whose))
    assert [one.row["netto"] for one in found] == [euros(net) for net, tax, care in parts if net + tax + care < 10**7]


@pytest.mark.parametrize("reader", READERS)
def test_the_readers_that_are_fuzzed_read_something(reader: Read) -> None:
    contents = {"take_csv": CSV[::2], "take_xml": XML, "take_camt": CAMT, "read_status": STATUS}[reader.__name__]
    for content in contents:
        assert reader(content)
