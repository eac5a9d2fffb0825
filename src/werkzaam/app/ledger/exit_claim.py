# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is likely to be claimed back because work comes where bijstand was paid already: told beforehand (L40, P10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from werkzaam.app.case import Case
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.whatif import Trial
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision
from werkzaam.store.proposals import Stored


def likely_claims(
    case: Case, work: ExtraWork, person: str, decided: Mapping[Month, Decision], first: Month
) -> tuple[tuple[Month, int], ...]:
    """Months from `first` on that are decided already, with the cents by which more work makes them lower; only those it does."""
    found = []
    for month in sorted(month for month in decided if month >= first):
        trial = Trial.of(case, person, month)
        over = min(trial.at().paid - trial.at(work.of(work.hours)).paid, decided[month].due.cents)
        found.append((month, over))
    return tuple((month, over) for month, over in found if over > 0)


def last_months(waiting: Iterable[Stored]) -> frozenset[tuple[int, int]]:
    """What waits, by household and event, after which nothing is left of a month: work ended bijstand there."""
    return frozenset((one.household, one.hseq) for one in waiting if not one.value.due.cents)
