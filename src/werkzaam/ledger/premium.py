# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium paid per person and half-year; what is corrected afterwards changes the next one, and is asked back only rarely.

All amounts are cents. A payout gives what was built up in all half-years as known now, less what all earlier payouts gave, within
the most that part j leaves out of account in a calendar year. So a correction needs no account of its own: it is in the sum.
"""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.core.digest import is_digest
from werkzaam.core.errors import InputError, LedgerError, NotAllowed
from werkzaam.ledger.decision import Unchanged, Verdict


@dataclass(frozen=True, slots=True)
class Award:
    """One entry of a person's premium: the payout of a half-year, or a part of it that an officer asked back.

    `year` and `half` (1 or 2) name the payout: part j counts by the calendar year of payment, and allows two. `built` is what
    this half-year built up and `earlier` what all before it did, both as known at this entry; `paid_before` is what all earlier
    entries gave, and `cum_before` what those of this year did. `cap` is the year's maximum, `evidence` the digest of what the
    amounts rest on, `approved_by` the officer without whom an entry is not below zero.
    """

    person: int
    year: int
    half: int
    seq: int
    built: int
    earlier: int
    paid_before: int
    cum_before: int
    cents: int
    cap: int
    evidence: str
    approved_by: str | None = None

    @property
    def cum_after(self) -> int:
        """What this calendar year's entries gave together, this one included."""
        return self.cum_before + self.cents

    @property
    def paid_after(self) -> int:
        """What all entries gave together, this one included."""
        return self.paid_before + self.cents

    @property
    def carried(self) -> int:
        """What stays for a next payout: above zero it waits for room in the year, below zero it lowers the next one."""
        return self.built + self.earlier - self.paid_after

    def __post_init__(self) -> None:
        self._holds(self.half in (1, 2) and self.seq >= 1, "a year has two payouts, numbered from 1")
        self._holds(self.seq > 1 or self.cum_before == 0, "a year's first entry has nothing before it")
        self._holds(self.built >= 0 and self.earlier >= 0, "a build-up is below zero")
        self._holds(min(self.cum_before, self.cum_after) >= 0, "the year's premium is below zero")
        self._holds(self.cents <= 0 or self.cum_after <= self.cap, "the year's premium is above its maximum")
        self._holds(self.cents >= 0 or bool((self.approved_by or "").strip()), "premium is asked back without an officer")
        self._holds(is_digest(self.evidence), "the evidence is no fingerprint")

    def _holds(self, true: bool, otherwise: str) -> None:
        if not true:
            raise LedgerError(f"Premium of person {self.person}, {self.year}-{self.half} does not add up: {otherwise}; {self}.")


@dataclass(frozen=True, slots=True)
class PremiumReclaim:
    """Premium that was paid too much, above the threshold: waits for a named officer and moves no money."""

    person: int
    seq_before: int
    cents: int
    evidence: str


def award(
    before: Award | None, half: int, computed: int, *, person: int, year: int, earlier: int, cap: int, evidence: str
) -> Award | Unchanged:
    """The payout of a half-year: `computed` was built up in it and `earlier` in all half-years before, both as known now.

    Unchanged when this half-year was already paid, so that a second run pays nothing; what was corrected meanwhile then changes
    the next one. Never below zero. Raises LedgerError for a half-year before the last one, or another person.
    """
    if before is not None:
        _same(before.person == person, f"the entry before it is of person {before.person}, this one of {person}")
        _same((year, half) >= (before.year, before.half), f"{before.year}-{before.half} was paid before {year}-{half}")
        if (year, half) == (before.year, before.half):
            return Unchanged()
    paid_before = before.paid_after if before else 0
    seq, cum_before = (before.seq + 1, before.cum_after) if before and before.year == year else (1, 0)
    cents = max(min(computed + earlier - paid_before, cap - cum_before), 0)
    return Award(person, year, half, seq, computed, earlier, paid_before, cum_before, cents, cap, evidence)


def reclaim(before: Award, total: int, *, threshold: int, evidence: str) -> PremiumReclaim | Unchanged:
    """What of paid premium may be proposed to be asked back, when `total` is all that was built up as known now.

    Only when more than the threshold was paid too much, and never more than this year's entries gave; otherwise it lowers a next
    payout and nobody gets a letter (R-101).
    """
    if threshold < 0:
        raise InputError(f"A threshold is zero or more; found {threshold} cents.")
    too_much = before.paid_after - total
    if too_much <= threshold:
        return Unchanged()
    return PremiumReclaim(before.person, before.seq, min(too_much, before.cum_after), evidence)


def approve_reclaim(before: Award, proposal: PremiumReclaim, verdict: Verdict) -> Award:
    """The entry below zero that a named officer makes of a proposal; the person pays it back by a plan.

    Raises NotAllowed for a rejecting verdict, or one about a proposal that a later entry or newer knowledge replaced.
    """
    if not verdict.approved:
        raise NotAllowed(f"{verdict.officer} rejected asking back premium of person {proposal.person}; nothing follows from it.")
    if (before.person, before.seq) != (proposal.person, proposal.seq_before) or verdict.about != proposal.evidence:
        raise NotAllowed(f"The proposal about premium of person {proposal.person} was replaced; look at the newest one.")
    return Award(
        before.person, before.year, before.half, before.seq + 1, before.built, before.earlier, before.paid_after,
        before.cum_after, -proposal.cents, before.cap, proposal.evidence, verdict.officer,
    )  # fmt: skip


def _same(true: bool, otherwise: str) -> None:
    if not true:
        raise LedgerError(f"A premium does not follow: {otherwise}.")
