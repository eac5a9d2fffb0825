# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a file of wages yields: wages as rows of a case file, questions for a person, remarks, and every row that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from werkzaam.app.earnings import People, read_payslip
from werkzaam.app.exchange.delivered import Source, Stream, name_of, opened
from werkzaam.app.rows import Document, Row
from werkzaam.core.errors import InputError

Whose: TypeAlias = Callable[[str], tuple[int, int] | None]
"""The household and the person with a citizen service number (BSN); None when nobody here has it."""
MOST_TOLD, MOST_BAD, MOST_KINDS = 20, 1_000, 1_000
"""Bad rows in a message, bad rows after which reading stops, and kinds of remarks that a file may give."""
PAID_ON_UNKNOWN = "betaaldag niet gemeld"
"""Said in `bron` where nothing tells the day of payment, and the last day of the period stands for it."""


_LONG_NUMBER = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}|[0-9]{8,}")
_NOWHERE, _ANYBODY = Document("", "", {}), People(["x"])


class Standing(Enum):
    """What a reported wage is to what was reported before of the same person, job and days."""

    NEW = "nieuw"
    """Nothing was reported before, or this is a correction that adds to it."""
    REPLACES = "gewijzigd"
    """All of it takes the place of what was reported before, if anything was."""
    WITHDRAWN = "ingetrokken"
    """What was reported before was not so; the row is the same job and days with nothing earned."""


@dataclass(frozen=True, slots=True)
class ReportedWage:
    """One wage: whose it is, the row of a case file's `[[loon]]` without `persoon`, and where it stood."""

    household: int
    person: int
    row: dict[str, object]
    line: int
    source: str
    standing: Standing = Standing.NEW


@dataclass(frozen=True, slots=True)
class Question:
    """A wage that cannot be counted before a person has looked: what was reported, in euros as text, and why."""

    household: int
    person: int
    said: dict[str, str]
    why: str
    line: int
    source: str
    standing: Standing = Standing.NEW


@dataclass(frozen=True, slots=True)
class Whole:
    """A full return of a period: whoever worked there stands in it. `source` is the `bron` of its wages."""

    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was read and not used: what, where it stood first, and how often."""

    what: str
    line: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read as it was meant: its line in the file, the column or element, and why."""

    line: int
    place: str
    why: str

    def __post_init__(self) -> None:
        """Messages go to screens and logs: what may be somebody's number is not repeated, in whatever column it stood."""
        object.__setattr__(self, "why", _LONG_NUMBER.sub(lambda found: "#" * len(found[0]), self.why))

    def __str__(self) -> str:
        return f"row {self.line}, {self.place}: {self.why}" if self.place else f"row {self.line}: {self.why}"


class RowsRefused(InputError):
    """Rows of a delivered file cannot be read; nothing of the file is taken. `rows` are the bad ones."""

    def __init__(self, rows: tuple[BadRow, ...], *, file: str) -> None:
        self.rows = rows
        told = "".join(f"\n  {row}" for row in rows[:MOST_TOLD])
        more = f"\n  and {len(rows) - MOST_TOLD} more" if len(rows) > MOST_TOLD else ""
        stopped = "; reading stopped there" if len(rows) >= MOST_BAD else ""
        count = f"{len(rows)} things" if len(rows) > 1 else "one thing"
        super().__init__(f"{count} cannot be read{stopped}, so nothing of this file is taken:{told}{more}", file=file)


Outcome: TypeAlias = ReportedWage | Question | Whole | Remark | BadRow
Reader: TypeAlias = Callable[[Stream, bool], Iterator[Outcome]]
"""What the rows of a file say; the second time, True, without judging again what was judged before."""


@dataclass(frozen=True, slots=True)
class WageFile:
    """A file of wages that was read from end to end and found right; its rows are read again when they are taken.

    So a file of any size takes little memory. `sha256` tells the same file again. `wages_found` and `questions_found` count.
    """

    name: str
    sha256: str
    wages_found: int
    questions_found: int
    remarks: tuple[Remark, ...]
    source: Source
    most_bytes: int
    reader: Reader

    def told(self) -> Iterator[ReportedWage | Question | Whole]:
        """The wages, the questions and the full returns in the order of the file.

        Take them within one transaction: when the file was changed since it was checked, InputError comes at the end.
        """
        with opened(self.source, self.most_bytes) as stream:
            for one in self.reader(stream, True):
                if isinstance(one, ReportedWage | Question | Whole):
                    yield one
                elif isinstance(one, BadRow):
                    break
            _read_on(stream)
            if stream.digest != self.sha256:
                raise InputError("was changed while it was being read. Take none of it, and read it again.", file=self.name)

    def rows(self) -> Iterator[ReportedWage | Question]:
        """The wages and questions alone; see `told`."""
        return (one for one in self.told() if not isinstance(one, Whole))

    def wages(self) -> Iterator[ReportedWage]:
        """The wages alone; see `told`."""
        return (one for one in self.rows() if isinstance(one, ReportedWage))

    def questions(self) -> Iterator[Question]:
        """The questions alone; see `told`."""
        return (one for one in self.rows() if isinstance(one, Question))


def checked(source: Source, most_bytes: int, reader: Reader) -> WageFile:
    """The file, read once from end to end; raises RowsRefused with every row that is wrong, up to a thousand."""
    bad: list[BadRow] = []
    counts = {ReportedWage: 0, Question: 0}
    remarks: dict[str, Remark] = {}
    name = name_of(source)
    with opened(source, most_bytes) as stream:
        for one in reader(stream, False):
            if isinstance(one, BadRow):
                bad.append(one)
                if len(bad) >= MOST_BAD:
                    break
            elif isinstance(one, Remark):
                _remember(remarks, one, name)
            elif not isinstance(one, Whole):
                counts[type(one)] += 1
        digest = stream.digest
    if bad:
        raise RowsRefused(tuple(bad), file=name)
    found = (counts[ReportedWage], counts[Question])
    return WageFile(name, digest, *found, tuple(remarks.values()), source, most_bytes, reader)


def _remember(remarks: dict[str, Remark], one: Remark, name: str) -> None:
    """Count the same remark once, with its first place."""
    before = remarks.get(one.what)
    remarks[one.what] = one if before is None else Remark(one.what, before.line, before.times + 1)
    if len(remarks) > MOST_KINDS:
        raise InputError(
            f"holds more than {MOST_KINDS} kinds of things that are not known here. Is it the right file?", file=name
        )


def _read_on(stream: Stream) -> None:
    while stream.read():
        pass


def refusal(row: Mapping[str, object]) -> tuple[str, str] | None:
    """The key and the reason why a case file would refuse this row by itself; None when it would take it."""
    try:
        read_payslip(Row(_NOWHERE, "", 1, dict(row)), _ANYBODY)
    except InputError as error:
        place, _, why = str(error).removeprefix(": ").partition(": ")
        return place, why
    return None


def sameness(owner: tuple[int, int], row: Mapping[str, object]) -> str:
    """What makes a wage the same one: person, job and days; of a correction also when and how much."""
    parts: list[object] = [*owner, row["baan"], row["gewerkt_van"], row["gewerkt_tot"]]
    if row.get("correctie"):
        parts += ["correctie", row["betaald_op"], row["netto"]]
    return "\0".join(map(str, parts))
