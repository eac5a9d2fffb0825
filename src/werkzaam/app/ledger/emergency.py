# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Help after an error of the municipality: what was underpaid goes out today, with a statement for a creditor (R-080)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.keep import kept_or_made
from werkzaam.app.ledger.letter_of import content_of
from werkzaam.app.ledger.pay import Sent, content, files_of, made_files, pay_today, write_whole
from werkzaam.app.ledger.payable import REFUSED, Payable, payable_parts
from werkzaam.app.letters import as_pdf, statement
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.store.bank import attempts, open_parts
from werkzaam.store.decisions import Decided, decisions
from werkzaam.store.errors import Refused


@dataclass(frozen=True, slots=True)
class Emergency:
    """What is offered: the underpaid cents, the file of its own that pays them today, and the statement as PDF."""

    month: Month
    cents: int
    sent: Sent
    statement: bytes


def emergency(desk: Desk, household: int, month: Month, out: Path, lang: str) -> Emergency:
    """Pay today what a month was underpaid by the municipality's own error, and make the statement for a creditor.

    The payment is the one that was decided; it goes alone in a file of its own, which somebody else releases as any other. Asked
    again it is the same file. Raises InputError where no such payment was decided, or it is on its way already.
    """
    before = made_files(desk)
    decided = _by_our_error(desk, household, month)
    ident = f"{household}/{month}/{decided.decision.version}"
    payable = _payable(desk, household, decided)
    try:
        file = pay_today(desk, month, payable) if payable else None
    except Refused:
        if made_files(desk) == before:
            raise
        return emergency(desk, household, month, out, lang)  # Somebody else made a file at this moment: perhaps this one.
    there = [one for one in files_of(desk, month, urgent=True) if _pays(desk, one.file_id, household, decided.hseq)]
    made = file or (there[-1] if there else None)
    if made is None:
        raise InputError(f"What {month} of household {household} was underpaid stands in another payment file already; "
                         "let that one go to the bank today.")  # fmt: skip
    write_whole(out, content(desk, made))
    return Emergency(
        month, decided.decision.pay, Sent(made, file is not None, ()), _statement(desk, household, ident, decided, lang)
    )


def _payable(desk: Desk, household: int, decided: Decided) -> Sequence[Payable]:
    """What of a decision can go to the bank and has not; raises InputError for what has no account to go to."""
    parts = [one for one in open_parts(desk.database, desk.town.id) if (one.household, one.hseq) == (household, decided.hseq)]
    payable, without = payable_parts(desk, parts)
    if any(one.why == REFUSED for one in without):
        raise InputError(f"The bank refused the account of household {household}, and nobody looked at it yet. Take up that task "
                         "first: `werkzaam queue` shows it.")  # fmt: skip
    if without:
        raise InputError(f"{len(without)} payments of household {household} have no approved account. Let another officer "
                         f"approve it first: `werkzaam approve {household} --account`.")  # fmt: skip
    return payable


def _by_our_error(desk: Desk, household: int, month: Month) -> Decided:
    """The newest decision that pays more for a month because the municipality made an error."""
    found = [one for one in decisions(desk.database, desk.town.id, household, month=month)
             if one.decision.cause is Cause.GEMEENTE and one.decision.pay]  # fmt: skip
    if not found:
        raise InputError(f"No decision about {month} of household {household} pays more because of an error of the municipality. "
                         f"Put the error right first (`werkzaam put-right`), and decide it: `werkzaam run {month}`.")  # fmt: skip
    return found[-1]


def _pays(desk: Desk, file_id: str, household: int, hseq: int) -> bool:
    """Whether a file has a transfer of what an event pays."""
    return any((one.household, one.hseq) == (household, hseq) for one in attempts(desk.database, desk.town.id, file_id))


def _statement(desk: Desk, household: int, ident: str, decided: Decided, lang: str) -> bytes:
    """The statement; the money comes today, and not on the day of the month."""

    def make() -> tuple[bytes]:
        found = content_of(desk, ident)
        paid = None if found.payment is None else replace(found.payment, day=desk.today)
        return (as_pdf(statement(replace(found, payment=paid), lang)),)

    place = (decided.decision.month, decided.decision.version)
    return kept_or_made(desk, household, "statement", ident, lang, make, place=place)[0]
