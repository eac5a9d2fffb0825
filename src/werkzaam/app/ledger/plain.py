# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households of which nothing is new: decided from columns to columns, without an object for each step on the way.

Most of a town is the same as last month: a home and its persons, no income, nothing that waits, no claim, bijstand the month
before and now. What `plan` and `carry_out` do for such a household is one first decision that pays all to its account. Whoever
is different in anything is left to them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from werkzaam.app.ledger.asked import Asked
from werkzaam.app.ledger.body import read
from werkzaam.app.ledger.carry_out import ACCOUNT, Paid
from werkzaam.app.ledger.changes import Changed
from werkzaam.app.ledger.dues import MonthDue
from werkzaam.app.ledger.plan import RULES_VERSION, World
from werkzaam.app.ledger.positions import SliceRows, file_of
from werkzaam.app.ledger.shapes import WITH_MONTHS, Quiet, Shapes, key_of_home
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.store.database import Row
from werkzaam.store.decisions import First, record_first
from werkzaam.store.months import stored
from werkzaam.store.of_many import FactRow
from werkzaam.store.writer import Writer

if TYPE_CHECKING:
    from werkzaam.app.ledger.dues_of_many import LedgerKernel

_decoded = json.JSONDecoder().raw_decode
GIVES = "bijstand"
"""The line of a month without which work may have stopped bijstand, and a person may have to look."""


class _Home(NamedTuple):
    """What the row of a home says, read once for all homes that say the same: the first month, and its key among shapes."""

    first: Month
    key: str


@dataclass
class Plain:
    """Finds the households of a slice that are plain, and computes them."""

    town: str
    world: World
    shapes: Shapes
    compiled: LedgerKernel
    homes: dict[str, _Home | None] = field(default_factory=dict)

    def among(self, rows: SliceRows) -> dict[int, Asked]:
        """The households of which nothing is new as far as their rows tell, with what to ask of the rules."""
        other = {*rows.beside, *rows.reopened, *rows.owing}
        found: dict[int, Asked] = {}
        for number in rows.heads:
            facts, latest = rows.facts.get(number), rows.latest.get(number)
            if facts and latest and len(latest) == 1 and number not in other:
                before = _state_left(latest[0], self.world.month - 1, facts[-1][1])
                quiet = None if before is None else self._quiet(number, facts)
                if quiet is not None and before is not None:
                    found[number] = Asked((self.world.month,), before, quiet)
        return found

    def dues(self, asked: Mapping[int, Asked]) -> dict[int, MonthDue]:
        """What the month is due for each who is plain by what came out too: bijstand is paid, and no premium."""
        from werkzaam.app.ledger.dues_of_many import dues_of_many

        done = zip(asked, dues_of_many(list(asked.values()), self.compiled), strict=True)
        return {number: found[0] for number, found in done if found and _is_plain(found[0])}

    def _quiet(self, number: int, facts: Sequence[FactRow]) -> Quiet | None:
        home, persons = None, []
        for _, _, kind, body, _, _, superseded in facts:
            if superseded is not None:
                return None
            if kind == "person":
                persons.append(read(_decoded(body)[0]))
            elif kind != "household" or home is not None or (home := self._home(body)) is None:
                return None
        if home is None or not all(map(WITH_MONTHS.isdisjoint, persons)):
            return None
        return self.shapes.of(home.key, persons, home.first, lambda: file_of(self.town, number, facts))

    def _home(self, body: str) -> _Home | None:
        if body not in self.homes:
            self.homes[body] = _home(read(_decoded(body)[0]), self.world.month)
        return self.homes[body]


def _home(row: Mapping[str, object], month: Month) -> _Home | None:
    """None for a home that is not plain; which of its months cannot be read is said in words where it is read alone."""
    key = key_of_home(row)
    try:
        first = Month.parse(str(row.get("eerste_maand")))
    except WerkzaamError:
        return None
    return _Home(first, key) if key is not None and first < month and WITH_MONTHS.isdisjoint(row) else None


def _state_left(row: Row, month: Month, known_seq: int) -> str | None:
    """The state that a month left, when its decision gave bijstand and knew of event `known_seq`; `row` is of `last_rows`."""
    _, of_month, _, _, lines, _, state, _, knew, *_ = row
    if of_month != stored(month) or knew < known_seq:
        return None
    return state if any(cents for name, _, cents in _decoded(lines)[0] if name == GIVES) else None


def _is_plain(due: MonthDue) -> bool:
    gives = any(line.cents for line in due.lines if line.name == GIVES)
    return gives and due.cents > 0 and not due.premiums and not due.provisional


def record_plain(writer: Writer, month: Month, dues: Mapping[int, MonthDue]) -> None:
    """Write the decision and the payment of each plain household."""
    found = [
        First(number, writer.known_seq(number), due.cents, due.lines, due.content, due.state) for number, due in dues.items()
    ]
    record_first(writer, month, found, payee=ACCOUNT.ref, name=ACCOUNT.name, rules_version=RULES_VERSION)


def changed(dues: Mapping[int, MonthDue]) -> Iterator[tuple[Changed, Paid]]:
    """What changed for each, and the money."""
    for number, due in dues.items():
        yield Changed(number, due.month, "decided", None, due.cents, due.cents, False, None), Paid(due.cents)
