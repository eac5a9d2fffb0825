# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Vacancies out of a CSV file with the columns nummer, titel, trefwoorden, uren, plaats and tot; the last three may be empty."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from werkzaam.casework.vacancies import Vacancy
from werkzaam.core.errors import InputError

COLUMNS = ("nummer", "titel", "trefwoorden", "uren", "plaats", "tot")


def read_vacancies(path: Path) -> list[Vacancy]:
    """The vacancies of a file; raises InputError with file and row for what cannot be meant, and then nothing is read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if sorted(reader.fieldnames or ()) != sorted(COLUMNS):
                raise InputError(f"The columns {', '.join(COLUMNS)} were expected; found {', '.join(reader.fieldnames or ())}.",
                                 file=str(path))  # fmt: skip
            found = [_vacancy(row, str(path), number) for number, row in enumerate(reader, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"This is not a CSV file in UTF-8: {error}.", file=str(path)) from error
    twice = {one.number for one in found if sum(other.number == one.number for other in found) > 1}
    if twice:
        raise InputError(f"nummer: each vacancy once was expected; found twice: {', '.join(sorted(twice))}.", file=str(path))
    return found


def _vacancy(row: Mapping[str | None, str | None], file: str, number: int) -> Vacancy:
    cells = {str(name): (value or "").strip() for name, value in row.items() if isinstance(value, str) or value is None}
    for name in ("nummer", "titel", "trefwoorden"):
        if not cells[name]:
            raise InputError(f"{name}: a text was expected; found nothing.", file=file, row=number)
    if None in row:
        raise InputError(f"{len(COLUMNS)} cells were expected; found more. Quote a text with a comma.", file=file, row=number)
    words = tuple(word.strip() for word in cells["trefwoorden"].split(";") if word.strip())
    return Vacancy(cells["nummer"], cells["titel"], words, _hours(cells["uren"], file, number), cells["plaats"],
                   _day(cells["tot"], file, number))  # fmt: skip


def _hours(text: str, file: str, number: int) -> int | None:
    if text and not (text.isascii() and text.isdigit()):
        raise InputError(f"uren: a whole number such as 24 was expected, or nothing; found {text!r}.", file=file, row=number)
    return int(text) if text else None


def _day(text: str, file: str, number: int) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputError(
            f"tot: a day such as 2019-05-01 or nothing was expected; found {text!r}.", file=file, row=number
        ) from None
