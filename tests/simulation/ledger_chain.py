# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household's months decided, approved and taken by the pure decisions of the ledger, run by run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import Claim, Notice, ceiling_of, pay_day, withhold
from werkzaam.ledger.decision import Decision, Due, Line, Proposal, Verdict, approve, decide

FIRST = Month.parse("2018-01")
PAY_DAY, NOTICE_DAYS = 28, 14


@dataclass(frozen=True)
class Truth:
    """One month as it comes to be known: due by the payslips and paid by the estimate, both in cents; how late, and the norm."""

    on: bool
    due: int
    advance: int
    late: int
    norm: int


@dataclass(frozen=True)
class Run:
    """What one run gave, in cents: paid less taken, paid for earlier months, taken, proposed to claim, and claims left open."""

    bijstand: int
    made_up: int
    taken: int
    claimed: int
    open: int


@dataclass
class Chain:
    """The decisions of one household so far."""

    waits: bool
    sooner: int
    share: Fraction
    made: dict[int, Decision] = field(default_factory=dict)
    proposals: list[Proposal] = field(default_factory=list)
    claims: dict[Month, Claim] = field(default_factory=dict)
    events: int = 0

    def run(self, at: int, months: list[Truth]) -> Run:
        """The run of one month; `months` are all until now, this one included."""
        self._approve(at)
        now = months[at]
        waits = self.waits and now.late >= 0
        first = [self._decided(at, now.advance, provisional=now.late >= 0)] if now.on and not waits else []
        later = [one for month, truth in enumerate(months) if truth.on and month + max(truth.late, 0) + 1 - self.sooner == at
                 and month != at and (one := self._decided(month, truth.due, provisional=False)) is not None]  # fmt: skip
        paid = [one for one in [*later, *first] if isinstance(one, Decision)]
        self.proposals = [one for one in later if isinstance(one, Proposal)]
        taken = self._withheld(at, paid, ceiling_of(now.norm, self.share)) if now.on else 0
        claimed = sum(one.claim_after - one.claim_before for one in self.proposals)
        made_up = sum(one.pay for one in paid if one.month != FIRST + at)
        outstanding = sum(one.outstanding for one in self.claims.values())
        return Run(sum(one.pay for one in paid) - taken, made_up, taken, claimed, outstanding + claimed)

    def _decided(self, month: int, cents: int, *, provisional: bool) -> Decision | Proposal | None:
        """What follows for a month from what is known now; nothing where it was known already."""
        self.events += 1
        line = Line("uit_te_betalen", "Pw 19:2", cents)
        due = Due(
            FIRST + month, cents, provisional, (line,) if cents else (), digest(str(month), str(cents), str(provisional)), "{}"
        )
        run = max(FIRST + month, FIRST + max(self.made, default=0))
        made = decide(
            self.made.get(month), due, known_seq=self.events, month_of_run=run, cause=Cause.SCHATTING, rules_version="1"
        )
        if isinstance(made, Decision):
            self.made[month] = made
        return made if isinstance(made, (Decision, Proposal)) else None

    def _approve(self, at: int) -> None:
        """An officer approves what was proposed by the last run, and a letter goes out on the first of the month."""
        for proposal in self.proposals:
            verdict = Verdict(proposal.due.digest, "s.yilmaz", "m.bakker", True, "Loonstrook gezien.", "Houdt 95% over.")
            month = proposal.month.index - FIRST.index
            done = approve(self.made[month], proposal, verdict, month_of_approval=FIRST + at)
            self.made[month] = done
            letter = Notice((FIRST + at).first_day, done.claim_after)
            self.claims[proposal.month] = Claim(proposal.month, done.claim_after, notices=(letter,))

    def _withheld(self, at: int, paid: list[Decision], ceiling: int) -> int:
        """What is taken of all payments of a run, oldest month first."""
        today, used = pay_day(FIRST + at, PAY_DAY), 0
        for decision in sorted(paid, key=lambda one: one.month):
            for one in withhold(
                decision.pay, tuple(self.claims.values()), ceiling, today, notice_days=NOTICE_DAYS, taken_before=used
            ):
                self.claims[one.month] = replace(self.claims[one.month], recovered=one.recovered_after)
                used += one.cents
        return used
