# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which fields an entry has, written once: the command line, files and stories are all read with the same form.

A field has an English name (the option of a command) and a Dutch one (the key in a file). Values are Dutch codes, as in regimes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import parse_euro

EVERYBODY = frozenset(Role)
SPINE = ("day", "until")
"""Fields of every form: the day it happened (default: today) and the last day it holds."""


class FieldKind(Enum):
    """How the text of a field is read; the value is what was expected, for messages."""

    TEXT = "a text"
    DAY = "a day such as 2019-04-01"
    COUNT = "a whole number such as 6"
    CENTS = "an amount such as 500 or 499.50"
    OPTION = "one of a list"
    OPTIONS = "one or more of a list, with commas between them"
    TEXTS = "texts, with commas between them"
    TRUTH = "ja or nee"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its names, how it is read, and what may stand in it; `least` and `most` are for numbers, amounts in cents."""

    name: str
    naam: str
    kind: FieldKind
    help: str
    required: bool = False
    options: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one kind of entry, the command that writes it (`goal set`), and in which roles somebody may.

    Without a command it is written by one that does more, such as a handover.
    """

    kind: Kind
    command: str
    help: str
    fields: tuple[Field, ...] = ()
    roles: frozenset[Role] = EVERYBODY

    def read(self, raw: Mapping[str, object], *, where: str = "") -> dict[str, object]:
        """The fields as values; raises UnknownName for a key that is not a field, InputError for what cannot be meant."""
        names = {key: field for field in self.fields for key in (field.name, field.naam)}
        found: dict[str, object] = {}
        for key, value in raw.items():
            if key not in names:
                known = ", ".join(field.naam for field in self.fields)
                raise UnknownName(f"{key}: not a field of {self.command}. Known are: {known}.", file=where or None)
            if value is not None:
                found[names[key].name] = _value(names[key], value, where)
        missing = [field for field in self.fields if field.required and field.name not in found]
        if missing:
            one = missing[0]
            raise InputError(f"{one.naam} is missing: {one.help}; {_expected(one)} was expected.", file=where or None)
        return found


def _expected(field: Field) -> str:
    return f"{field.kind.value}: {', '.join(field.options)}" if field.options else field.kind.value


def _value(field: Field, raw: object, where: str) -> object:
    try:
        found = _read(field, raw)
    except (ValueError, InputError):
        found = None
    if found is None:
        raise InputError(f"{field.naam}: {_expected(field)} was expected; found {raw!r}.", file=where or None)
    if isinstance(found, int) and not isinstance(found, bool):
        _within(field, found, where)
    return found


def _within(field: Field, found: int, where: str) -> None:
    if field.least is not None and found < field.least:
        raise InputError(f"{field.naam}: {field.least} or more was expected; found {found}.", file=where or None)
    if field.most is not None and found > field.most:
        raise InputError(f"{field.naam}: {field.most} or less was expected; found {found}.", file=where or None)


def _read(field: Field, raw: object) -> object:
    """The value, or None when it is not of its kind."""
    match field.kind:
        case FieldKind.TEXT:
            return raw.strip() or None if isinstance(raw, str) else None
        case FieldKind.DAY:
            return raw if isinstance(raw, date) else date.fromisoformat(str(raw))
        case FieldKind.COUNT:
            return None if isinstance(raw, bool) else int(raw) if isinstance(raw, int) else int(str(raw))
        case FieldKind.CENTS:
            return parse_euro(str(raw))
        case FieldKind.OPTION:
            return raw if raw in field.options else None
        case FieldKind.TRUTH:
            return raw if isinstance(raw, bool) else {"ja": True, "nee": False}.get(str(raw))
        case FieldKind.OPTIONS | FieldKind.TEXTS:
            return _several(field, raw)


def _several(field: Field, raw: object) -> tuple[str, ...] | None:
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not isinstance(parts, list | tuple) or not all(isinstance(one, str) and one.strip() for one in parts):
        return None
    found = tuple(one.strip() for one in parts)
    return found if field.kind is FieldKind.TEXTS or set(found) <= set(field.options) else None
