# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a month is due beside what was paid for it: decided at once upward, proposed to a named officer downward.

Of every decision: due = paid so far - claim, and paid now = paid so far - paid before, which is above zero only without a claim.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from werkzaam.core.digest import is_digest
from werkzaam.core.errors import LedgerError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.term import in_term, last_month_of_term


@dataclass(frozen=True, slots=True)
class Line:
    """One amount of a month: the rule that gives it, its law, and signed cents."""

    name: str
    law: str
    cents: int


@dataclass(frozen=True, slots=True)
class Due:
    """What a month is due as known now, in cents; the lines add up to it, and the digest covers all that it rests on.

    `provisional` says that an estimate stands in it. `state` is what the next month carries on with, opaque here.
    """

    month: Month
    cents: int
    provisional: bool
    lines: tuple[Line, ...]
    digest: str
    state: str

    def __post_init__(self) -> None:
        _holds(self.cents >= 0, self.month, f"{self.cents} cents are due; a month is due zero or more")
        together = sum(line.cents for line in self.lines)
        _holds(together == self.cents, self.month, f"{self.cents} cents are due, and its lines add up to {together}")
        _holds(all(line.name and line.law for line in self.lines), self.month, "a line names no rule or no law")
        _holds(is_digest(self.digest), self.month, f"{self.digest!r} is no fingerprint")


@dataclass(frozen=True, slots=True)
class Decision:
    """One version of a month: what is due, what was paid and is claimed before and after, all in cents over all versions.

    `known_seq` is the last event that was known. `cause` says why the amount changed, None when it did not. `approved_by` is
    the officer without whom a claim does not grow.
    """

    version: int
    known_seq: int
    due: Due
    paid_before: int
    claim_before: int
    paid_after: int
    claim_after: int
    cause: Cause | None
    approved_by: str | None
    rules_version: str

    @property
    def month(self) -> Month:
        """The month decided."""
        return self.due.month

    @property
    def pay(self) -> int:
        """Cents to pay by this decision, zero or more."""
        return self.paid_after - self.paid_before

    @property
    def corrects(self) -> int:
        """By how many cents it changes what an earlier version said was due; zero for the first."""
        return 0 if self.version == 1 else self.due.cents - (self.paid_before - self.claim_before)

    def __post_init__(self) -> None:
        first = self.version == 1
        _holds(self.version >= 1 and self.known_seq >= 0, self.month, f"version {self.version}, known up to {self.known_seq}")
        _holds(not first or self.paid_before == self.claim_before == 0, self.month, "a first version has nothing before it")
        _holds(self.due.cents == self.paid_after - self.claim_after, self.month, "due is not paid less claimed")
        _holds(self.pay >= 0 and self.claim_before >= 0 and self.claim_after >= 0, self.month, "a payment or claim is below zero")
        _holds(self.pay == 0 or self.claim_after == 0, self.month, "money is paid while some of it is claimed back")
        approved = bool(self.approved_by and self.approved_by.strip())
        _holds(approved or self.claim_after <= self.claim_before, self.month, "a claim grows without an officer")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that waits for a named officer: no money moves. `version` is the one that approval would make.

    `WHY` is the text by which a queue says why something waits, here and below.
    """

    WHY: ClassVar[str] = "proposal"

    version: int
    known_seq: int
    due: Due
    claim_before: int
    claim_after: int
    cause: Cause
    rules_version: str

    @property
    def month(self) -> Month:
        """The month it is about."""
        return self.due.month

    @property
    def difference(self) -> int:
        """By how many cents the month would go down, below zero."""
        return self.claim_before - self.claim_after


@dataclass(frozen=True, slots=True)
class OutOfTerm:
    """Too much was paid for a month that may no longer be set off: blocked, and shown for a formal decision (Pw 58:4)."""

    WHY: ClassVar[str] = "out_of_term"

    known_seq: int
    due: Due
    difference: int
    cause: Cause

    @property
    def month(self) -> Month:
        """The month it is about."""
        return self.due.month


@dataclass(frozen=True, slots=True)
class Awaiting:
    """An estimate alone says that too much was paid: nothing follows, and it is shown, until the payslip is there (S22)."""

    WHY: ClassVar[str] = "awaiting_payslip"

    known_seq: int
    due: Due
    difference: int

    @property
    def month(self) -> Month:
        """The month it is about."""
        return self.due.month


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """All is again as it was decided, so what stood beside the decision stands no longer."""

    WHY: ClassVar[str] = "withdrawn"

    known_seq: int
    due: Due

    @property
    def month(self) -> Month:
        """The month it is about."""
        return self.due.month


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing new to decide."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a named officer said of a proposal; `about` is the digest of the due it proposes, as the officer saw it.

    Raises NotAllowed for the maker as officer, without a reason, or for an approval without the outcome of the
    protected-earnings check in words.
    """

    about: str
    officer: str
    maker: str
    approved: bool
    reason: str
    protected_earnings: str | None = None

    def __post_init__(self) -> None:
        if not self.officer.strip():
            raise NotAllowed("A verdict needs the name of an officer.")
        if _same_person(self.officer, self.maker):
            raise NotAllowed(f"{self.officer} made this proposal; another officer decides on it.")
        if not self.reason.strip():
            raise NotAllowed("A verdict needs a reason, with any compelling reasons weighed (Pw 58:8); write it down.")
        if self.approved and not (self.protected_earnings or "").strip():
            raise NotAllowed("Approval needs the outcome of the protected-earnings check (beslagvrije voet); write it down.")


Waiting = Proposal | OutOfTerm | Awaiting | Withdrawn
"""What may stand beside a month's last decision without moving money."""


def decide(
    before: Decision | None, due: Due, *, known_seq: int, month_of_run: Month, cause: Cause | None, rules_version: str,
    waiting: Waiting | None = None, reopened: bool = False,
) -> Decision | Waiting | Unchanged:  # fmt: skip
    """What follows for a month from what is due as known now, after its last decision.

    The first time it is paid. Later a rise shrinks the month's claim first and pays what is left, in or out of the term. A fall
    never moves money: by an estimate it waits for the payslip, out of the term it is blocked unless the month was `reopened` by
    a formal decision, and else it is a proposal. `waiting` is the newest of these since `before`, also one that was rejected:
    the same knowledge is not proposed twice, and newer knowledge replaces it. `month_of_run` is the calendar month in which is
    decided. Raises LedgerError for another month, or for knowledge older than that of `before`.
    """
    if before is None:
        return Decision(1, known_seq, due, 0, 0, due.cents, 0, None, None, rules_version)
    _holds(before.month == due.month, due.month, f"the decision before it is about {before.month}")
    _holds(known_seq >= before.known_seq, due.month, f"event {known_seq} is older than {before.known_seq}, known before")
    if due.digest == before.due.digest:
        return Unchanged() if waiting is None or isinstance(waiting, Withdrawn) else Withdrawn(known_seq, due)
    if waiting is not None and due.digest == waiting.due.digest and not (reopened and isinstance(waiting, OutOfTerm)):
        return Unchanged()
    if due.cents < before.due.cents:
        return _lower(
            before, due, known_seq, cause or Cause.ONBEKEND, rules_version, reopened or in_term(due.month, month_of_run)
        )
    paid = max(before.paid_after, due.cents)
    why = None if due.cents == before.due.cents else cause or Cause.ONBEKEND
    return _next(before, due, known_seq, paid, why, None, rules_version)


def _lower(
    before: Decision, due: Due, known_seq: int, cause: Cause, rules_version: str, may_be_claimed: bool
) -> Proposal | OutOfTerm | Awaiting:
    """What follows from a fall: a proposal, or why there is none."""
    if due.provisional:
        return Awaiting(known_seq, due, due.cents - before.due.cents)
    if not may_be_claimed:
        return OutOfTerm(known_seq, due, due.cents - before.due.cents, cause)
    claim = before.paid_after - due.cents
    return Proposal(before.version + 1, known_seq, due, before.claim_after, claim, cause, rules_version)


def approve(
    before: Decision, proposal: Proposal, verdict: Verdict, *, month_of_approval: Month, reopened: bool = False
) -> Decision:
    """The decision that a named officer makes of a month's open proposal: the claim grows, nothing is paid.

    Raises NotAllowed for a rejecting verdict, one about a proposal that newer knowledge replaced, or an ended term.
    """
    month = proposal.month
    if not verdict.approved:
        raise NotAllowed(f"{verdict.officer} rejected the proposal about {month}; nothing follows from it.")
    follows = (before.month, before.version + 1, before.claim_after) == (month, proposal.version, proposal.claim_before)
    if not follows or verdict.about != proposal.due.digest:
        raise NotAllowed(f"The proposal about {month} was replaced by newer knowledge; look at the newest one.")
    if not (reopened or in_term(month, month_of_approval)):
        raise NotAllowed(
            f"{month} could be set off until {last_month_of_term(month)} (Pw 58:4); it is {month_of_approval}. "
            "Reopen the month by a formal decision first."
        )
    return _next(
        before, proposal.due, proposal.known_seq, before.paid_after, proposal.cause, verdict.officer, proposal.rules_version
    )


def open_proposal(before: Decision, waiting: Sequence[Waiting], verdicts: Collection[Verdict] = ()) -> Proposal | None:
    """The one proposal of a month that can still be approved: the last, unless something was decided or known since.

    `waiting` is in the order in which it was made; `verdicts` are those about this month.
    """
    newest = waiting[-1] if waiting else None
    answered = {verdict.about for verdict in verdicts}
    if not isinstance(newest, Proposal) or newest.version != before.version + 1 or newest.due.digest in answered:
        return None
    return newest


def _next(
    before: Decision, due: Due, known_seq: int, paid: int, cause: Cause | None, approved_by: str | None, rules_version: str
) -> Decision:
    """The version after another; what is paid beyond what is due is the claim."""
    return Decision(
        before.version + 1, known_seq, due, before.paid_after, before.claim_after, paid, paid - due.cents, cause, approved_by,
        rules_version,
    )  # fmt: skip


def _same_person(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _holds(true: bool, month: Month, otherwise: str) -> None:
    if not true:
        raise LedgerError(f"{month} does not add up: {otherwise}. Nothing was changed; run `werkzaam verify`.")
