# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A report of the person themselves is a receipt: it stays, and proves that what it tells was not told late (R-137)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause

REPORT = "melding"
"""The `soort` of an arrangement that is the receipt of a report; nothing is computed from it."""


def is_receipt(one: Known) -> bool:
    """Whether a row is the receipt of a report, and no change of anything."""
    return one.kind == "arrangement" and one.row.get("soort") == REPORT


def without_receipts(rows: Iterable[Known]) -> Iterator[Known]:
    """The rows that may change a month."""
    return (one for one in rows if not is_receipt(one))


def timely_report(file: HouseholdFile, month: Month) -> Known | None:
    """The first report about a month that came in time: no later than the last day of the month after it (decision 0188)."""
    return next(
        (
            one for one in file.known
            if is_receipt(one) and one.row["maand"] == str(month) and Month.parse(one.recorded_at[:7]) <= month + 1
        ),
        None,
    )  # fmt: skip


def refuse_late_cause(file: HouseholdFile, month: Month, cause: Cause | None) -> None:
    """Raises NotAllowed for the cause of a late report about a month that the person reported in time, with the receipt."""
    found = timely_report(file, month) if cause is Cause.LATE_MELDING else None
    if found is not None:
        raise NotAllowed(
            f"{month} of household {file.household} was reported in time, at {found.recorded_at} (event {found.hseq}); a late "
            "report cannot be its cause. Look for another one."
        )


def cause_in_time(file: HouseholdFile, month: Month, cause: Cause) -> Cause:
    """The cause that may be said of a month: never a late report where there is a receipt in time."""
    late = cause is Cause.LATE_MELDING and timely_report(file, month) is not None
    return Cause.OVERIG if late else cause
