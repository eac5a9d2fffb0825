# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the municipality recorded wrongly itself: taken back by name, and known as its own error from then on (R-080)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import OWN_ERROR, Known
from werkzaam.app.ledger.record import check
from werkzaam.app.ledger.timely import without_receipts
from werkzaam.core.errors import InputError
from werkzaam.store.facts import facts_known, record_fact
from werkzaam.store.writer import Writer

KINDS = ("wage", "correction", "estimate", "income", "gift", "arrangement")
"""What can be taken back; who lives in a household is not, and the receipt of a report neither."""


def rows_text(desk: Desk, household: int) -> str:
    """The rows that stand, each with the number of its event: by that number it is taken back."""
    return "".join(f"{line}\n" for line in _rows(desk, household))


def _rows(desk: Desk, household: int) -> Iterator[str]:
    for one in without_receipts(desk.file(household).of(*KINDS)):
        said = ", ".join(f"{name} {value}" for name, value in one.row.items())
        yield f"{one.hseq}  {one.recorded_at[:10]}  {one.kind}: {said}"


def put_right(desk: Desk, household: int, hseq: int, *, reason: str) -> Known:
    """Take back a row that the municipality recorded wrongly; what it changes has the municipality's error as its cause.

    What is right instead is recorded as always. Raises InputError for a row that does not stand, or that others rest on.
    """
    with desk.writes() as writer:
        return take_back(desk, writer, household, hseq, reason=reason)


def take_back(desk: Desk, writer: Writer, household: int, hseq: int, *, reason: str) -> Known:
    """Do so in the open transaction."""
    writer.lock([household])
    file = desk.file(household)
    wrong = next((one for one in without_receipts(file.of(*KINDS)) if one.hseq == hseq), None)
    if wrong is None:
        raise InputError(f"Household {household} has no row {hseq} that stands and can be taken back; "
                         f"`werkzaam put-right {household}` lists them.")  # fmt: skip
    check(desk, replace(file, known=tuple(one for one in file.known if one.hseq != hseq)), (), f"household {household}")
    known = next(one.fact for one in facts_known(desk.database, desk.town.id, household) if one.hseq == hseq)
    back = replace(
        known, kind="withdrawal", cents=None, source_ref=OWN_ERROR, supersedes=hseq, row={**known.row, "reden": reason}
    )
    record_fact(writer, household, back, idem_key=f"put right {hseq}")
    return wrong
