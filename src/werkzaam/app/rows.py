# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a TOML file that a person wrote: each value is read strictly, and every refusal says where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month

V = TypeVar("V")
Lines: TypeAlias = list[tuple[int, str]]
_HEADER = re.compile(r"\s*\[")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What moves a cursor or changes colours on somebody's screen; a line end and a tab do not."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text and as tables."""

    file: str
    text: str
    tables: dict[str, Any]

    @property
    def top(self) -> Row:
        """What stands above the first table."""
        return Row(self, "", 0, self.tables)

    def one(self, table: str, *, example: str) -> Row:
        """The table that must stand in the file once."""
        found = self.tables.get(table)
        if not isinstance(found, dict):
            raise InputError(f"The table [{table}] is missing; write for instance:\n[{table}]\n{example}", file=self.file)
        return Row(self, table, 1, found)

    def rows(self, table: str) -> Iterator[Row]:
        """The tables that may stand in the file any number of times."""
        found = self.tables.get(table, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise InputError(f"{table} is written as [[{table}]], once for each, with its fields below it.", file=self.file)
        return (Row(self, table, number, each) for number, each in enumerate(found, 1))


def read_toml(path: Path) -> Document:
    """The file as tables; a number with a point stays exact. Raises InputError when it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Document(str(path), text, tomllib.loads(text, parse_float=Decimal))
    except FileNotFoundError:
        raise InputError("There is no such file. Check the path.", file=str(path)) from None
    except IsADirectoryError:
        raise InputError("This is a folder; a file was expected. Name a file in it.", file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        what = f"This file cannot be read as text: {error}. Save it as UTF-8, or check its rights."
        raise InputError(what, file=str(path)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"This is not a TOML file: {error}. Compare the line with its neighbours.", file=str(path)) from error
    except (ValueError, ArithmeticError):
        raise InputError("A number without quotes is longer than anything counted here. Look for it, and shorten it.",
                         file=str(path)) from None  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a file; `number` counts tables of the same name, `under` is the key of a table inside it."""

    document: Document
    table: str
    number: int
    values: dict[str, Any]
    under: str = ""

    def inside(self, key: str, values: dict[str, Any]) -> Row:
        """A table that stands inside this one."""
        return Row(self.document, self.table, self.number, values, key)

    def refuse(self, key: str, what: str, kind: type[InputError] = InputError) -> NoReturn:
        """Raise, naming file, line, table and key."""
        many = isinstance(self.document.tables.get(self.table), list)
        table = [f"{self.table} {self.number}" if many else self.table] if self.table else []
        place = ", ".join([*table, *(part for part in (self.under, key) if part)])
        line = line_of(self.document.text, self.table, self.number, self.under or key)
        raise kind(f"{place}: {what}" if place else what, file=self.document.file, row=line)

    def only(self, *known: str) -> None:
        """Refuse a key that means nothing here."""
        for key in self.values:
            if key not in known:
                self.refuse(key, f"this key is not known here. {near(key, known)}", UnknownName)

    def text(self, key: str, default: str | None = None) -> str:
        found = self.values.get(key, default)
        if not isinstance(found, str) or not found.strip():
            self._expected(key, f'a text between quotes, such as {key} = "..."')
        if _CONTROL.search(found):
            self.refuse(key, f"a text without control characters was expected; found {found!r}. Write it again without them.")
        return str(found).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text on its own."""
        found = self.values.get(key)
        found = [found] if isinstance(found, str) else found
        if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
            self._expected(key, f'one or more texts between quotes, such as {key} = ["..."]')
        return tuple(found)

    def day(self, key: str) -> date:
        found = self.values.get(key)
        if type(found) is not date:
            self._expected(key, f"a date without quotes, such as {key} = 2018-01-31")
        return found

    def month(self, key: str) -> Month:
        found = self.values.get(key)
        if not isinstance(found, str):
            self._expected(key, f'a month between quotes, such as {key} = "2018-01"')
        return self.read(key, lambda: Month.parse(found))

    def truth(self, key: str, default: bool = False) -> bool:
        found = self.values.get(key, default)
        if not isinstance(found, bool):
            self._expected(key, "true or false, without quotes")
        return found

    def whole(self, key: str, default: int | None = None) -> int:
        found = self.values.get(key, default)
        if type(found) is not int:
            self._expected(key, "a whole number, without quotes")
        return found

    def cents(self, key: str, default: str | None = None) -> int:
        found = self.values.get(key, default)
        return 0 if found == "0" else self.euros(key, found)  # Most amounts of a row are not there.

    def euros(self, key: str, found: object) -> int:
        """Cents from an amount as text; a bare number is refused, because other software reads it as a float."""
        if isinstance(found, (int, Decimal)) and not isinstance(found, bool):
            why = "A number without quotes can lose cents on its way here, so amounts are text."
            such = found if isinstance(found, int) or found.is_finite() else "812.50"
            self.refuse(key, f'an amount between quotes was expected, such as "{such}"; found {found} without them. {why}')
        if not isinstance(found, str):
            self._expected(key, 'an amount in euros between quotes, such as "812.50"')
        return self.read(key, lambda: parse_euro(found))

    def option(self, key: str, options: Collection[str], default: str | None = None, *, hint: str = "") -> str:
        found = self.text(key, default)
        if found not in options:
            close = near(found, options) if get_close_matches(found, options) else ""
            self.refuse(key, f"one of {', '.join(options)} was expected; found {found!r}. {close}{hint}".rstrip())
        return found

    def read(self, key: str, reading: Callable[[], V]) -> V:
        """What a reader below yields; its refusal gets the place."""
        try:
            return reading()
        except InputError as error:
            self.refuse(key, str(error), type(error))

    def _expected(self, key: str, what: str) -> NoReturn:
        found = f"found {_plain(self.values[key])}" if key in self.values else "it is missing"
        self.refuse(key, f"{what}, was expected; {found}.")


def _plain(found: object) -> str:
    """A value as it stands in the file: a day or a number without the words of the program."""
    return str(found) if isinstance(found, (date, Decimal)) else repr(found)


def near(name: str, known: Collection[str]) -> str:
    """A sentence with the known names that look like this one, or else all of them."""
    close = get_close_matches(name, known, n=3)
    return f"Did you mean {' or '.join(close)}?" if close else f"Known are: {', '.join(known)}."


def line_of(text: str, table: str, number: int, key: str) -> int | None:
    """The line of a key, or else the first one of its table, counted from 1; nothing for what stands nowhere."""
    own = _lines_of(list(enumerate(text.splitlines(), 1)), table, number)
    named = re.compile(rf'(?:^|[{{,])\s*"?{re.escape(key)}"?\s*=')
    found = (at for at, line in own if key and named.search(line))
    return next(found, own[0][0] if own and table else None)


def _lines_of(lines: Lines, table: str, number: int) -> Lines:
    """The lines above the first table; or a table's header and lines; or the one line of a table in a list."""
    if not table:
        return _until_header(lines)
    headers = [at for at, (_, line) in enumerate(lines) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", line)]
    if len(headers) >= number:
        start = headers[number - 1]
        return [lines[start], *_until_header(lines[start + 1 :])]
    below = dropwhile(lambda one: not re.match(rf"\s*{re.escape(table)}\s*=", one[1]), lines)
    return [one for one in below if "{" in one[1]][number - 1 : number]


def _until_header(lines: Lines) -> Lines:
    return list(takewhile(lambda one: not _HEADER.match(one[1]), lines))
