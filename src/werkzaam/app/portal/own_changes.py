# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in a month that was decided before: what it was, what it is now, the difference, why, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Awaiting, OutOfTerm, Proposal
from werkzaam.store.decisions import decisions
from werkzaam.store.events import moments
from werkzaam.store.proposals import Stored, waiting


@dataclass(frozen=True, slots=True)
class Correction:
    """A month that became another amount: cents before and after, why, and the day since which it is so.

    `state` is `decided`, or for what only may follow: `proposed` (a person of the town decides), `too_late` (it needs a formal
    decision) or `awaiting` (the payslip is not there yet). Of these no money moved. `before` is the day on
    which the earlier version was decided: with it that version can still be read.
    """

    month: Month
    was: int
    now: int
    cause: Cause | None
    since: date
    before: date
    state: str = "decided"
    by: str | None = None

    @property
    def difference(self) -> int:
        """Now less was, in cents."""
        return self.now - self.was

    @property
    def size(self) -> int:
        """The difference without its sign."""
        return abs(self.difference)

    @property
    def before_text(self) -> str:
        """The day of the earlier version as an address has it."""
        return self.before.isoformat()


@dataclass(frozen=True, slots=True)
class Past:
    """All that was decided for a household: the days of its events, corrections newest first, and the newest of each month."""

    decided: dict[Month, tuple[int, date]]
    """Of each decided month what it is due in cents, and since when."""
    corrections: tuple[Correction, ...]
    states: dict[Month, str]
    """What each decided month left for the next one, as it is kept."""
    made_by: dict[Month, str]
    """Who decided each month last."""
    upto: int | None = None
    """The last event of which it is; None for all of them."""

    def since(self, day: date) -> tuple[Correction, ...]:
        """The corrections from a day on, and what still waits."""
        return tuple(one for one in self.corrections if one.since >= day or one.state != "decided")

    def of(self, month: Month) -> tuple[Correction, ...]:
        """Those of a month."""
        return tuple(one for one in self.corrections if one.month == month)


_BESIDE = {Proposal: "proposed", OutOfTerm: "too_late", Awaiting: "awaiting"}


def past_of(desk: Desk, household: int, day: date | None = None) -> Past:
    """What was decided for a household as known at the end of a day, or now."""
    database, town = desk.database, desk.town.id
    told = moments(database, town, household)
    known = {one.hseq: (date.fromisoformat(one.recorded_at[:10]), one.actor) for one in told}
    upto = None if day is None else max((hseq for hseq, (on, _) in known.items() if on <= day), default=0)
    found: list[Correction] = []
    newest: dict[Month, tuple[int, date]] = {}
    states: dict[Month, str] = {}
    actors: dict[Month, str] = {}
    for one in decisions(database, town, household, upto=upto):
        made, (on, actor) = one.decision, known[one.hseq]
        if made.month in newest and made.due.cents != newest[made.month][0]:
            was, since = newest[made.month]
            found.append(Correction(made.month, was, made.due.cents, made.cause, on, since, by=made.approved_by))
        newest[made.month] = (made.due.cents, on)
        states[made.month], actors[made.month] = made.due.state, actor
    found += _beside(waiting(database, town, household, upto=upto, last=True), newest)
    ordered = sorted(found, key=lambda one: (one.since, one.month), reverse=True)
    return Past(newest, tuple(ordered), states, actors, upto)


def _beside(stored: Sequence[Stored], newest: dict[Month, tuple[int, date]]) -> Iterator[Correction]:
    """What stands beside the decisions and waits for somebody or something."""
    for one in stored:
        state = _BESIDE.get(type(one.value))
        if state is None or one.outcome is not None or one.value.month not in newest:
            continue
        was, since = newest[one.value.month]
        on = date.fromisoformat(one.recorded_at[:10])
        cause = None if isinstance(one.value, Awaiting) else getattr(one.value, "cause", None)
        yield Correction(one.value.month, was, one.value.due.cents, cause, on, since, state)
