# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run would change, kept as plain values to be looked at later, and read back by kind: corrections come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzaam.app.ledger.changes import Changed, Held
from werkzaam.app.ledger.run import RunView
from werkzaam.app.ledger.told import told
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause

MOST = 500
"""How many rows of each kind are kept; of all of them there is a count, and all of them are in the ledger after the run."""
KINDS = ("corrected", "proposed", "out_of_term", "awaiting", "withdrawn", "first", "held")
"""The kinds of rows in the order in which somebody looks at them."""


@dataclass(frozen=True, slots=True)
class Was:
    """One month of one household: cents that it was and becomes, and why; only `why` for who is held."""

    household: int
    why: str
    month: Month | None = None
    was: int | None = None
    becomes: int = 0

    @property
    def difference(self) -> int:
        """Becomes less was; all of it the first time."""
        return self.becomes - (self.was or 0)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one kind, at most MOST, and how many there are in all."""

    kind: str
    count: int
    rows: tuple[Was, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a run would do: the moment of looking, households by result, and the money in cents."""

    moment: str
    results: Mapping[str, int]
    paid: int
    premium: int
    withheld: int
    short: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def day(self) -> date:
        """The day of looking."""
        return date.fromisoformat(self.moment[:10])


def kept(view: RunView, moment: str) -> dict[str, Any]:
    """A view as values that JSON has."""
    groups: dict[str, list[list[Any]]] = {kind: [] for kind in KINDS}
    counts = dict.fromkeys(KINDS, 0)
    for one in view.rows:
        kind = _kind(one)
        counts[kind] += 1
        if len(groups[kind]) < MOST:
            groups[kind].append(_row(one))
    return {
        "moment": moment, "results": dict(view.results), "paid": view.paid, "premium": view.premium, "withheld": view.withheld,
        "short": view.short, "counts": counts, "groups": groups,
    }  # fmt: skip


def _kind(one: Changed | Held) -> str:
    if isinstance(one, Held):
        return "held"
    return one.kind if one.kind != "decided" else "first" if one.was is None else "corrected"


def _row(one: Changed | Held) -> list[Any]:
    if isinstance(one, Held):
        return [one.household, None, None, 0, one.why]
    return [one.household, str(one.month), one.was, one.becomes, one.cause.stored if one.cause else ""]


def read(found: Mapping[str, Any], lang: str) -> Trial:
    """What was kept, in words."""
    groups = [
        Group(kind, found["counts"][kind], tuple(_read(kind, row, lang) for row in found["groups"][kind])) for kind in KINDS
    ]
    return Trial(found["moment"], found["results"], found["paid"], found["premium"], found["withheld"], tuple(found["short"]),
                 tuple(one for one in groups if one.count))  # fmt: skip


def _read(kind: str, row: list[Any], lang: str) -> Was:
    household, month, was, becomes, why = row
    said = told(why, lang) if kind == "held" else Cause[why.upper()].words(lang) if why else ""
    return Was(household, said, Month.parse(month) if month else None, was, becomes)
