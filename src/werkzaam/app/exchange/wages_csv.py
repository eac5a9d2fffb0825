# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages from a CSV file, one on each row: the columns are the keys of a case file's `[[loon]]` (docs/reference/exchange.md).

Provisional: no official layout of the signal on earnings (OIB of the Inlichtingenbureau) is at hand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source, Stream
from werkzaam.app.exchange.reported import (
    PAID_ON_UNKNOWN,
    BadRow,
    Outcome,
    Remark,
    ReportedWage,
    Standing,
    WageFile,
    Whose,
    checked,
    refusal,
    sameness,
)
from werkzaam.app.exchange.seen import Seen
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import plain_euro

MOST_BYTES = 4 << 30
OWN_NUMBERS = ("huishouden", "persoon")
NEEDED = ("baan", "gewerkt_van", "gewerkt_tot", "netto")
RETURNED = ("loon_voor_heffing", "ingehouden_loonheffing", "ingehouden_zvw", "voordeel_auto", "voordeel_vrijgesteld")
"""Columns that go together into `loonaangifte`."""
_AMOUNTS = ("netto", "bruto", "vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald", "vakantiegeld_eerder_opgebouwd",
            "eindejaarsuitkering_opgebouwd", "eindejaarsuitkering_uitbetaald", "gemiste_heffingskorting",
            "reiskosten_onbelast", *RETURNED)  # fmt: skip
_DAYS = ("gewerkt_van", "gewerkt_tot", "betaald_op", "opgebouwd_van", "opgebouwd_tot")
_TRUTHS = ("heffingskorting_toegepast", "dienstbetrekking", "correctie")
_TEXTS = ("baan", "tijdvak", "loonsoort", "uren", "bron")
_PLAIN_NAME = re.compile(r"[A-Za-z_ ]{1,40}")
"""Anything else in the first line may be somebody's number, and is not repeated."""
_STANDINGS = {standing.value: standing for standing in Standing}


def _standing(text: str) -> Standing:
    if text not in _STANDINGS:
        raise InputError(f"one of {', '.join(_STANDINGS)} was expected; found {text[:40]!r}.")
    return _STANDINGS[text]


_READ: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(OWN_NUMBERS, cells.number), "bsn": cells.bsn, "melding": _standing,
    **dict.fromkeys(_AMOUNTS, cells.amount), **dict.fromkeys(_DAYS, cells.day), **dict.fromkeys(_TRUTHS, cells.truth),
    **dict.fromkeys(_TEXTS, str),
}  # fmt: skip
COLUMNS = tuple(_READ)
"""Every column that may stand in the file."""


def read_wages_csv(source: Source, whose: Whose | None = None) -> WageFile:
    """The wages of a CSV file, after all of it was found right.

    `whose` says which household and person a BSN belongs to, where the file has that column. Raises RowsRefused with every bad
    row, and InputError for a file that cannot be read as a table.
    """
    return checked(source, MOST_BYTES, lambda stream, again: _rows(stream, whose, again))


def _rows(stream: Stream, whose: Whose | None, again: bool) -> Iterator[Outcome]:
    """What each row says, in order."""
    lines = _Lines(stream)
    table = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    try:
        names = _names(next(table), stream.name, whose)
        yield from _Table(stream.name, names, whose, lines, again).read(table)
    except csv.Error as error:
        raise InputError(f"cannot be read as a table: {error}. Cells with quotes, the character between the cells or more than "
                         "one line stand in double quotes.", file=stream.name, row=lines.number) from None  # fmt: skip


@dataclass(slots=True)
class _Lines:
    """The lines of a file as text; the first one can be looked at before it is taken."""

    stream: Stream
    number: int = 0
    ended: bool = True
    first: str = field(init=False)

    def __post_init__(self) -> None:
        self.first = self._text(self.stream.line().removeprefix(b"\xef\xbb\xbf"), 1)

    def __iter__(self) -> Iterator[str]:
        self.number = 1
        yield self.first
        while line := self.stream.line():
            self.number += 1
            self.ended = line.endswith(b"\n")
            yield self._text(line, self.number)

    def _text(self, line: bytes, number: int) -> str:
        if b"\0" in line:
            raise InputError(
                "holds a NUL byte, so it is not plain text. Save it as CSV in UTF-8.", file=self.stream.name, row=number
            )
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"is not text in UTF-8: see byte {error.start + 1} of the line. A spreadsheet calls it 'CSV UTF-8'; "
                             "save the file as such.", file=self.stream.name, row=number) from None  # fmt: skip


def _delimiter(lines: _Lines) -> str:
    """What stands between the cells: the names of the columns hold neither a semicolon nor a comma."""
    found = [one for one in ";,\t" if one in lines.first]
    if len(found) != 1 or found == ["\t"]:
        between = {0: "neither", 1: "tabs"}.get(len(found), " and ".join(repr(one) for one in found))
        raise InputError("a first line with the names of the columns was expected, with semicolons or with commas between them; "
                         f"found {between}. Save the file with semicolons.", file=lines.stream.name, row=1)  # fmt: skip
    return found[0]


def _names(header: list[str], file: str, whose: Whose | None) -> list[str]:
    """The columns, each known and once, with all that is needed."""
    names = [name.strip() for name in header]
    for at, name in enumerate(names, 1):
        if name not in _READ:
            called = f"the name of column {at}, {name!r}," if _PLAIN_NAME.fullmatch(name) else f"the name of column {at}"
            raise UnknownName(f"{called} is not known here. {near(name[:40], COLUMNS)}", file=file, row=1)
        if names.count(name) > 1:
            raise InputError(f"the column {name} stands there twice.", file=file, row=1)
    wanted = (*(("bsn",) if "bsn" in names else OWN_NUMBERS), *NEEDED)
    missing = [name for name in wanted if name not in names]
    if missing:
        raise InputError(f"the columns {', '.join(missing)} are needed and do not stand there.", file=file, row=1)
    if "bsn" in names and set(OWN_NUMBERS) & set(names):
        raise InputError("whose a wage is stands there twice: leave out bsn, or huishouden and persoon.", file=file, row=1)
    if "bsn" in names and whose is None:
        raise InputError("has citizen service numbers, and nothing here says whose they are. Deliver huishouden and persoon.",
                         file=file, row=1)  # fmt: skip
    return names


@dataclass(slots=True)
class _Table:
    """The rows below the names, each read on its own and compared with those before it."""

    file: str
    names: list[str]
    whose: Whose | None
    lines: _Lines
    again: bool
    seen: Seen = field(default_factory=Seen)
    readings: list[tuple[str, bool, Callable[[str], object]]] = field(init=False)

    def __post_init__(self) -> None:
        self.readings = [(name, name in _AMOUNTS, _READ[name]) for name in self.names]

    def read(self, table: Iterator[list[str]]) -> Iterator[Outcome]:
        """What each row says; empty rows say nothing."""
        rows, line = 0, self.lines.number + 1
        for row in table:
            if any(row):
                rows += 1
                yield from self._row(row, line)
            line = self.lines.number + 1
        if not rows:
            raise InputError(
                "has the names of columns and no row. Deliver it again when there is something to say.", file=self.file
            )
        if not self.lines.ended:
            yield Remark("the last line has no end; if the file was cut off, its last cell may be too short", self.lines.number)

    def _row(self, row: list[str], line: int) -> Iterator[Outcome]:
        if len(row) != len(self.names):
            yield BadRow(line, "", f"{len(self.names)} cells were expected; found {len(row)}. In a file with commas an amount "
                                   "with a decimal comma stands in quotes.")  # fmt: skip
            return
        values: dict[str, object] = {}
        bad = []
        for (name, amount, reading), cell in zip(self.readings, row, strict=True):
            try:
                text = cells.plain(cell, amount=amount)
                if text:
                    values[name] = reading(text)
            except InputError as error:
                bad.append(BadRow(line, name, str(error)))
        missing = [BadRow(line, name, "it is empty.") for name in self._wanted() if name not in values]
        yield from bad or missing or self._wage(values, line)

    def _wanted(self) -> Iterator[str]:
        """The columns that no row may leave empty."""
        return (name for name in (*OWN_NUMBERS, "bsn", *NEEDED, "betaald_op", "bron") if name in self.names)

    def _wage(self, values: dict[str, object], line: int) -> Iterator[Outcome]:
        owner = self._owner(values)
        if owner is None:
            yield BadRow(line, "bsn", "nobody with this number is known here. Take the row out, or record the person first.")
            return
        standing = values.get("melding", Standing.NEW)
        row = case_row(values)
        wrong = None if self.again else refusal(row) or _standing_refused(standing, row)
        if wrong:
            yield BadRow(line, *wrong)
        elif not self.again and not self.seen.add(sameness(owner, row)):
            yield BadRow(line, "", "the same wage stands in an earlier row. Take one of the two out.")
        else:
            assert isinstance(standing, Standing)
            yield ReportedWage(*owner, row, line, f"{self.file}#{line}", standing)

    def _owner(self, values: Mapping[str, object]) -> tuple[int, int] | None:
        if self.whose is None or "bsn" not in values:
            household, person = values["huishouden"], values["persoon"]
            assert isinstance(household, int)
            assert isinstance(person, int)
            return household, person
        return self.whose(str(values["bsn"]))


def case_row(values: Mapping[str, object]) -> dict[str, object]:
    """The row of a case file with these cells: amounts as text, the wage tax return as one table, and a day of payment."""
    row = {name: plain_euro(value) if type(value) is int else value for name, value in values.items() if name in _ROW_KEYS}
    row.setdefault("bron", "loonbestand")
    if "betaald_op" not in row:
        last = values["gewerkt_tot"]
        assert isinstance(last, date)
        row["betaald_op"], row["bron"] = last, f"{row['bron']}, {PAID_ON_UNKNOWN}"
    returned = {name: plain_euro(value) for name, value in values.items() if name in RETURNED and type(value) is int}
    if returned or "dienstbetrekking" in values:
        row["loonaangifte"] = returned | {name: values[name] for name in ("dienstbetrekking",) if name in values}
    return row


_ROW_KEYS = set(COLUMNS) - {*OWN_NUMBERS, "bsn", "melding", "dienstbetrekking", *RETURNED}


def _standing_refused(standing: object, row: Mapping[str, object]) -> tuple[str, str] | None:
    """A correction adds to a wage, and a wage that was reported anew takes its place: a row says one of the two."""
    if standing is not Standing.NEW and row.get("correctie"):
        return "correctie", ("ja stands here, and melding says that this takes the place of an earlier wage. A correction adds "
                             "to it: keep one of the two.")  # fmt: skip
    if standing is Standing.WITHDRAWN and row["netto"] != "0.00":
        return "netto", f"0 was expected of a wage that is withdrawn; found {row['netto']}."
    return None
