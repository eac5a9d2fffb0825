# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tables of a design file share: ids, texts in two languages, and names that must stand elsewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from math import inf
from typing import Any

from werkzaam.app.rows import Row, near
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.design import Condition, Variable, Words

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def ident(row: Row, taken: Collection[str]) -> str:
    """The id of a table, which stands in no other table of its kind."""
    found = row.text("id")
    if not _ID.fullmatch(found):
        row.refuse("id", f"an id of letters, digits and _ that begins with a letter was expected; found {found!r}.")
    if found in taken:
        row.refuse("id", f"the id {found!r} stands in an earlier [[{row.table}]] too. Give each its own.")
    return found


def words(row: Row, key: str = "label") -> Words:
    """A text in Dutch and in English."""
    found = row.values.get(key)
    if not isinstance(found, dict):
        what = "it is missing" if found is None else f"found {found!r}"
        row.refuse(key, f'a text in two languages was expected, such as {key} = {{ nl = "...", en = "..." }}; {what}.')
    inner = row.inside(key, found)
    inner.only("nl", "en")
    return Words(inner.text("nl"), inner.text("en"))


def name(row: Row, key: str, known: Collection[str], what: str) -> str:
    """One name of something that stands elsewhere in the file."""
    found = row.text(key)
    if found not in known:
        row.refuse(key, _unknown(found, known, what), UnknownName)
    return found


def names(row: Row, key: str, known: Collection[str], what: str, *, least: int = 0) -> tuple[str, ...]:
    """Names of things that stand elsewhere in the file, each once; left out means none, unless `least` asks for more."""
    found = row.texts(key) if key in row.values or least else ()
    for one in found:
        if one not in known:
            row.refuse(key, _unknown(one, known, what), UnknownName)
    if len(set(found)) < len(found):
        twice = next(one for one in found if found.count(one) > 1)
        row.refuse(key, f"{twice} is named twice. Name each {what} once.")
    if len(found) < least:
        row.refuse(key, f"at least {least} {what} was expected; found none. Known are: {', '.join(known)}.")
    return found


def condition(row: Row, key: str, variables: Mapping[str, Variable]) -> Condition:
    """Levels per variable; left out means everybody."""
    if key not in row.values:
        return Condition({})
    found = row.values[key]
    if not isinstance(found, dict) or not found:
        row.refuse(key, f'levels per variable were expected, such as {key} = {{ sex = ["woman"] }}; found {found!r}.')
    inner = row.inside(key, found)
    return Condition({variable: _levels(inner, variable, variables) for variable in found})


def whole(row: Row, key: str, least: int, most: int | None = None, default: int | None = None) -> int:
    """A whole number within bounds."""
    found = row.whole(key, default)
    if found < least or (most is not None and found > most):
        bounds = f"of {least} or more" if most is None else f"from {least} to {most}"
        row.refuse(key, f"a whole number {bounds} was expected; found {found}.")
    return found


def table(row: Row, key: str, what: str) -> dict[str, Any]:
    """A table inside this one."""
    found = row.values.get(key)
    if not isinstance(found, dict):
        row.refuse(key, f"{what} was expected; {'it is missing' if found is None else f'found {found!r}'}.")
    return found


def _levels(row: Row, variable: str, variables: Mapping[str, Variable]) -> tuple[str, ...]:
    if variable not in variables:
        row.refuse(variable, _unknown(variable, variables, "variable"), UnknownName)
    chosen = names(row, variable, variables[variable].levels, f"level of {variable}", least=1)
    return tuple(level for level in variables[variable].levels if level in chosen)


def _unknown(found: str, known: Collection[str], what: str) -> str:
    return f"no {what} is called {found!r} in this file. {near(found, known) if known else 'There is none at all.'}"


def number(row: Row, key: str, least: float, most: float, default: float | None = None) -> float:
    """A number with or without a point, between bounds that are included."""
    found = row.values.get(key, default)
    if isinstance(found, bool) or not isinstance(found, (int, float, Decimal)):
        row.refuse(key, f"a number was expected, without quotes; {'it is missing' if found is None else f'found {found!r}'}.")
    if not least <= found <= most:
        bounds = f"of {least:g} or more" if most == inf else f"from {least:g} to {most:g}"
        row.refuse(key, f"a number {bounds} was expected; found {found}.")
    return float(found)
