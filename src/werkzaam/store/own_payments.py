# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What went to one household, or waits to go: each part of each payment with the day on which the bank executes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.core.months import Month
from werkzaam.ledger.payment import PartKind
from werkzaam.store.bank import PARTS_WITH_LAST_TRY
from werkzaam.store.database import Database
from werkzaam.store.months import day_of, month_of


@dataclass(frozen=True, slots=True)
class OwnPart:
    """One part: the month it is for, where it goes, cents, and the day of execution; no day while it waits for a file.

    `premium` says that it is of a premium; `again` that the bank did not pay it out, so that it goes once more.
    """

    hseq: int
    month: Month
    kind: PartKind
    name: str
    cents: int
    on: date | None
    premium: bool = False
    again: bool = False


_PARTS = f"""
    SELECT part.hseq, payment.month, part.kind, part.name, part.cents, file.execute_on, payment.premium_cents, failed.outcome
{PARTS_WITH_LAST_TRY}    LEFT JOIN pay_file AS file ON file.municipality = last.municipality AND file.file_id = last.file_id
    WHERE payment.municipality = ? AND payment.household = ? AND (part.kind <> 'account' OR part.payee = 'persoon')
    ORDER BY part.hseq, part.part
"""


def own_parts(database: Database, municipality: str, household: int) -> list[OwnPart]:
    """The parts of all payments of a household in the order in which they were decided, also what is kept for a claim.

    Premium of somebody who left or died is not the household's, and stands in none of them.
    """
    return [
        OwnPart(hseq, month_of(month), PartKind(kind), name, cents, None if failed else day_of(day), bool(premium), bool(failed))
        for hseq, month, kind, name, cents, day, premium, failed in database.rows(_PARTS, (municipality, household))
    ]
