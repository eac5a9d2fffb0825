# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file of printed claims, read strictly: one comparison of two groups on each row (docs/reference/claims-file.md)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from werkzaam.app.exchange.reported import BadRow, RowsRefused
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.claims import Claim, Printed, Side

PUBLISHED = Path(__file__).with_name("published")
NEEDED = ("claim", "outcome", "kind", "group_a", "value_a", "n_a", "group_b", "value_b", "n_b", "printed")
OPTIONAL = ("family", "wave", "sd_a", "sd_b", "note", "source")
COLUMNS = (*NEEDED, *OPTIONAL)
MOST_BYTES, MOST_ROWS, LONGEST = 4 << 20, 2_000, 500
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.([0-9]{1,6}))?")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_PRINTED = {printed.value: printed for printed in Printed}


def shipped_claims() -> tuple[str, ...]:
    """The names of the files of claims that come along."""
    return tuple(sorted(path.stem for path in PUBLISHED.glob("*.csv")))


def read_claims(source: str) -> list[Claim]:
    """The claims of a file, or of a shipped one by its name.

    Raises RowsRefused with every row that cannot be read as meant, and InputError for a file that is not such a table.
    """
    path = PUBLISHED / f"{source}.csv" if source in shipped_claims() else Path(source)
    rows = list(_rows(path, _text(path)))
    claims, bad, met = [], [], dict[str, int]()
    for line, row in rows:
        try:
            claim = _claim(row, line)
            if met.setdefault(claim.id, line) != line:
                raise InputError(f"the claim {claim.id!r} stands in row {met[claim.id]} already; give each its own name.")
            claims.append(claim)
        except InputError as error:
            bad.append(BadRow(line, "", str(error)))
    if bad:
        raise RowsRefused(tuple(bad), file=str(path))
    if not claims:
        raise InputError("at least one row below the names of the columns was expected; found none.", file=str(path))
    return claims


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}). Give a CSV file, or one of {', '.join(shipped_claims())}.",
                         file=str(path)) from None  # fmt: skip
    if len(raw) > MOST_BYTES:
        raise InputError(f"is larger than {MOST_BYTES >> 20} MB; a table of printed claims is much smaller.", file=str(path))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not text in UTF-8: see byte {error.start + 1}. Save it as CSV UTF-8.", file=str(path)) from None
    if "\0" in text:
        raise InputError("holds a NUL byte, so it is not plain text. Save it as CSV in UTF-8.", file=str(path))
    return text


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line and its cells by column."""
    first = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    try:
        names = _names(next(table, []), path)
        for count, cells in enumerate((row for row in table if any(cell.strip() for cell in row)), 1):
            if count > MOST_ROWS:
                raise InputError(f"has more than {MOST_ROWS} rows; split the file.", file=str(path), row=table.line_num)
            if len(cells) != len(names):
                raise InputError(f"{len(names)} cells were expected, one for each column; found {len(cells)}. Is there a decimal "
                                 "comma? Write 39.5, and texts with a comma in double quotes.",
                                 file=str(path), row=table.line_num)  # fmt: skip
            yield table.line_num, dict(zip(names, (cell.strip() for cell in cells), strict=True))
    except csv.Error as error:
        raise InputError(f"cannot be read as a table: {error}.", file=str(path), row=table.line_num) from None


def _names(header: list[str], path: Path) -> list[str]:
    names = [name.strip() for name in header]
    for name in names:
        if name not in COLUMNS:
            raise UnknownName(f"the column {name[:40]!r} is not known here. {near(name[:40], COLUMNS)}", file=str(path), row=1)
        if names.count(name) > 1:
            raise InputError(f"the column {name} stands there twice.", file=str(path), row=1)
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise InputError(f"the columns {', '.join(missing)} are missing.", file=str(path), row=1)
    return names


def _claim(row: Mapping[str, str], line: int) -> Claim:
    for name, cell in row.items():
        if len(cell) > LONGEST or not cell.isprintable():
            raise InputError(f"{name}: at most {LONGEST} printable characters on one line were expected.")
    for name in ("claim", "outcome", "group_a", "group_b"):
        if not row[name]:
            raise InputError(f"{name}: a name was expected; the cell is empty.")
    if row["kind"] not in ("share", "mean"):
        raise InputError(f"kind: share (in percent) or mean was expected; found {row['kind']!r}.")
    if row["printed"] not in _PRINTED:
        raise InputError(f"printed: significant, not_significant or nothing was expected; found {row['printed']!r}.")
    a, b = (_side(row, side, share=row["kind"] == "share") for side in "ab")
    return Claim(
        row["claim"], row.get("family", ""), row["outcome"], row.get("wave", ""), row["kind"] == "share", a, b,
        max(_decimals(row[f"value_{side}"]) for side in "ab"), _PRINTED[row["printed"]],
        row.get("source", ""), row.get("note", ""), line,
    )  # fmt: skip


def _side(row: Mapping[str, str], side: str, *, share: bool) -> Side:
    """One of the two groups of a row."""
    column = f"value_{side}"
    value = _number(column, row[column])
    if share and not 0 <= value <= 100:
        raise InputError(f"{column}: a share from 0 to 100 percent was expected; found {row[column]}.")
    counts = row[f"n_{side}"]
    if not counts:
        raise InputError(f"n_{side}: without the number of people nothing can be said. Is it not printed? Then give those that "
                         "are possible, such as 171|271; each is tried.")  # fmt: skip
    n = tuple(_count(f"n_{side}", part.strip()) for part in counts.split("|"))
    spreads = row.get(f"sd_{side}", "")
    spread = tuple(_number(f"sd_{side}", part.strip()) for part in spreads.split("|")) if spreads else ()
    return Side(row[f"group_{side}"], value, n, spread)


def _number(column: str, text: str) -> float:
    if "%" in text:
        raise InputError(f"{column}: a number without a percentage sign was expected, such as 39.5; found {text!r}. The column "
                         "kind says that it is a share.")  # fmt: skip
    if "," in text:
        raise InputError(f"{column}: a decimal point was expected, such as 39.5; found {text!r} with a comma.")
    if not _NUMBER.fullmatch(text):
        raise InputError(f"{column}: a number was expected, such as 39.5; found {text!r}.")
    return float(text)


def _count(column: str, text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise InputError(f"{column}: a whole number of people was expected, such as 171, or several to try, such as 171|271; "
                         f"found {text!r}.")  # fmt: skip
    return int(text)


def _decimals(text: str) -> int:
    found = _NUMBER.fullmatch(text)
    return len(found[1] or "") if found else 0
