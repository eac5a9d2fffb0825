# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Compute decided months again from what was known then, by the rules of this release, and compare every cent and line (I7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import RULES_VERSION, Position, case_now, dues_now
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Span
from werkzaam.store.decisions import Decided, decisions, last_decisions
from werkzaam.store.invariants import Finding
from werkzaam.store.proposals import waiting


def replay(desk: Desk, household: int) -> Iterator[Finding]:
    """What of a household's decisions comes out otherwise; those of other releases are replayed with those.

    Of a household whose facts were destroyed nothing can be computed again.
    """
    if desk.file(household).destroyed:
        return
    made = sorted(decisions(desk.database, desk.town.id, household), key=lambda one: one.hseq)
    of_run = groupby(made, key=lambda one: (one.decision.known_seq, one.decision.rules_version, one.verdict_seq))
    for (known, version, _), group in of_run:
        if version == RULES_VERSION:
            yield from _again(desk, household, known, sorted(group, key=lambda one: one.decision.month))


def _again(desk: Desk, household: int, known: int, group: list[Decided]) -> Iterator[Finding]:
    """The months of one run, from the state that stood before it."""
    wanted = {one.decision.month: one.decision for one in group}
    first, last = min(wanted), max(wanted)
    position = _before(desk, household, known, min(one.hseq for one in group))
    try:
        months = [month for month in Span(first, last) if position.file.settles(month)]
        found = dues_now(case_now(position, desk.world(last)), position, months)
    except WerkzaamError as error:
        yield Finding("I7", household, f"{first} to {last} cannot be computed again: {error}")
        return
    for due in found:
        decision = wanted.get(due.month)
        if decision is not None and due.due != decision.due:
            yield Finding("I7", household, f"{due.month} version {decision.version}: {decision.due.cents} cents were decided, "
                                           f"{due.cents} come out now")  # fmt: skip


def _before(desk: Desk, household: int, known: int, hseq: int) -> Position:
    """Where the household stood before an event, as far as a computation reads it; what the same run proposed counts too."""
    latest = {month: one.decision for month, one in last_decisions(desk.database, desk.town.id, household, hseq - 1).items()}
    beside = {
        one.value.month: one.value for one in waiting(desk.database, desk.town.id, household)
        if (one.hseq < hseq or one.value.known_seq == known) and one.version == latest[one.value.month].version + 1
    }  # fmt: skip
    return Position(desk.file(household, known), known, latest, beside)
