# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer's delivery as a table (CSV): read whole, in memory, without looking at who is known to the town."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator

from werkzaam.app.employer.cells import COLUMNS, NEEDED, Reader
from werkzaam.app.employer.told import MOST_BYTES, MOST_FAULTS, MOST_ROWS, Fault, Refused, Told

_KINDS = {
    b"PK\x03\x04": "packed", b"\x1f\x8b": "packed", b"BZh": "packed", b"7z\xbc\xaf": "packed", b"\xfd7zX": "packed",
    b"\xd0\xcf\x11\xe0": "workbook", b"%PDF": "pdf", b"\xff\xfe": "utf16", b"\xfe\xff": "utf16",
}  # fmt: skip
_LONGEST_LINE = 65_536
_FIRST_ROW = 2


def checked_kind(body: bytes) -> None:
    """Refuse what cannot be a delivery by its size and its first bytes; nothing is ever unpacked."""
    if len(body) > MOST_BYTES:
        raise Refused(Fault(0, "", "file_large"))
    if not body.strip():
        raise Refused(Fault(0, "", "file_empty"))
    for begin, what in _KINDS.items():
        if body.startswith(begin):
            raise Refused(Fault(0, "", f"file_{what}"))


def read_table(body: bytes, employer: str) -> Told:
    """The wages of a table, or everything that is wrong with it; raises Refused when it is no table."""
    checked_kind(body)
    text = _text(body)
    if text.count("\n") > MOST_ROWS + 1:
        raise Refused(Fault(0, "", "file_rows"))
    first = text.split("\n", 1)[0]
    reader = Reader(employer)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first), strict=True)
    try:
        names = _names(next(table))
        _read(table, names, reader)
    except csv.Error as error:
        raise Refused(Fault(table.line_num, "", "file_table", detail=str(error))) from None
    if not reader.wages and not reader.faults:
        raise Refused(Fault(0, "", "file_no_rows"))
    return Told(hashlib.sha256(body).hexdigest(), tuple(reader.wages), tuple(reader.faults))


def _text(body: bytes) -> str:
    if b"\0" in body:
        raise Refused(
            Fault(body[: body.index(b"\0")].count(b"\n") + 1, "", "file_utf16" if body.count(b"\0") > 1 else "file_nul")
        )
    if any(len(line) > _LONGEST_LINE for line in body.split(b"\n")):
        raise Refused(Fault(0, "", "file_line"))
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(Fault(body[: error.start].count(b"\n") + 1, "", "file_encoding")) from None


def _delimiter(first: str) -> str:
    found = [one for one in ";," if one in first]
    if len(found) != 1:
        raise Refused(Fault(1, "", "file_header"))
    return found[0]


def _names(header: list[str]) -> list[str]:
    """The columns, each known and once, with all that is needed."""
    names = [name.strip() for name in header]
    for name in names:
        if name not in COLUMNS:
            raise Refused(Fault(1, name[:40], "column_unknown"))
        if names.count(name) > 1:
            raise Refused(Fault(1, name, "column_twice"))
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise Refused(Fault(1, ", ".join(missing), "column_missing"))
    return names


def _read(table: Iterator[list[str]], names: list[str], reader: Reader) -> None:
    """All rows below the names; reading stops where there is too much wrong."""
    line = _FIRST_ROW
    for row in table:
        if any(cell.strip() for cell in row):
            if len(row) != len(names):
                reader.faults.append(Fault(line, "", "cells", f"{len(row)} / {len(names)}"))
            else:
                reader.take(line, dict(zip(names, row, strict=True)))
        line = table.line_num + 1  # type: ignore[attr-defined]
        if len(reader.faults) >= MOST_FAULTS:
            return
