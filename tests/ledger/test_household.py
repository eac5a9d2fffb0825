# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A household lives through anything, beside an oracle: nothing lost, nothing double, nothing without an officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.ledger.months import due_of
from tests.ledger.oracle import Contest, Letter, MonthOracle, euros
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import Claim, Dispute, Notice, Recovery, contested, refunds, withhold
from werkzaam.ledger.decision import (
    Decision,
    Due,
    OutOfTerm,
    Proposal,
    Unchanged,
    Verdict,
    Waiting,
    Withdrawn,
    approve,
    decide,
    open_proposal,
)
from werkzaam.ledger.event import Event, EventKind, broken, follow
from werkzaam.ledger.payment import Account, FixedPayee, PartKind, shortfalls, split

MONTHS = [Month.parse("2020-01") + at for at in range(4)]
NOTICE = 10
RENT = FixedPayee("woco", "Woningcorporatie", 60_00)
ACCOUNT = Account("NL91ABNA0417164300", "S. Voorbeeld")
whose = st.sampled_from(range(len(MONTHS)))
amounts = st.one_of(st.sampled_from([0, 80_00, 200_00, 200_01, 1_078_00]), st.integers(0, 1_500_00))


class Chapter:
    """What the ledger holds of one month."""

    def __init__(self, month: Month) -> None:
        self.month = month
        self.decisions: list[Decision] = []
        self.waiting: list[Waiting] = []
        self.verdicts: list[Verdict] = []
        self.recoveries: list[Recovery] = []
        self.notices: list[Notice] = []
        self.disputes: list[Dispute] = []
        self.reopened = False

    @property
    def last(self) -> Decision | None:
        return self.decisions[-1] if self.decisions else None

    def claim(self, today: date) -> Claim:
        recovered = self.recoveries[-1].recovered_after if self.recoveries else 0
        frozen = contested(self.month, self.disputes, today, NOTICE)
        return Claim(self.month, self.last.claim_after if self.last else 0, recovered, frozen, tuple(self.notices))


class Household(RuleBasedStateMachine):
    """Facts become known, officers decide, time goes by, money is paid and taken."""

    def __init__(self) -> None:
        super().__init__()
        self.today = date(2020, 1, 25)
        self.chapters = [Chapter(month) for month in MONTHS]
        self.oracles = [MonthOracle(month.first_day) for month in MONTHS]
        self.events: list[Event] = []
        self.taken_in: dict[Month, int] = {}

    # -- how the ledger is driven ---------------------------------------------------------------

    @property
    def now(self) -> Month:
        return Month.of_day(self.today)

    def note(self, kind: EventKind, payload: object) -> int:
        head = self.events[-1].head if self.events else None
        self.events.append(
            follow(
                head, municipality="teststad", household=7, kind=kind, payload=str(payload), actor="m.bakker",
                recorded_at=f"{self.today}T12:00:00Z", idem_key=str(len(self.events)),
            )
        )  # fmt: skip
        return self.events[-1].hseq

    def decide(self, chapter: Chapter, due: Due, known: int) -> Decision | Waiting | Unchanged:
        waiting = chapter.waiting[-1] if chapter.waiting else None
        made = decide(
            chapter.last, due, known_seq=known, month_of_run=self.now, cause=Cause.SCHATTING, rules_version="1", waiting=waiting,
            reopened=chapter.reopened,
        )  # fmt: skip
        if isinstance(made, Decision):
            self.apply(chapter, made)
        elif not isinstance(made, Unchanged):
            chapter.waiting.append(made)
        return made

    def apply(self, chapter: Chapter, made: Decision) -> None:
        """Book a decision; what was taken beyond its claim goes back at once."""
        before = chapter.last
        assert made.version == len(chapter.decisions) + 1
        assert (made.paid_before, made.claim_before) == ((before.paid_after, before.claim_after) if before else (0, 0))
        chapter.decisions.append(made)
        chapter.waiting.clear()
        self.note(EventKind.DECISION, made)
        for back in refunds([chapter.claim(self.today)]):
            assert back.recovered_after == made.claim_after
            chapter.recoveries.append(back)
            self.oracles[self.chapters.index(chapter)].returned += euros(-back.cents)

    # -- what can happen ------------------------------------------------------------------------

    @rule(at=whose, cents=amounts, provisional=st.booleans())
    def learn(self, at: int, cents: int, provisional: bool) -> None:
        chapter, oracle = self.chapters[at], self.oracles[at]
        known = self.note(EventKind.FACT, cents)
        expected = oracle.follows(euros(cents), provisional, self.today)
        if expected == "Decision":
            oracle.in_force.append(euros(cents))
        made = self.decide(chapter, due_of(cents, known, month=chapter.month, provisional=provisional), known)
        assert type(made).__name__ == expected
        if isinstance(made, Decision):
            assert (made.due.cents, made.approved_by) == (cents, None)

    @rule(at=whose)
    def know_nothing_new(self, at: int) -> None:
        chapter = self.chapters[at]
        if chapter.waiting:
            newest = chapter.waiting[-1]
            made = self.decide(chapter, newest.due, len(self.events))
            blocked = isinstance(newest, OutOfTerm) and chapter.reopened
            assert isinstance(made, Proposal) if blocked else made == Unchanged()
        if chapter.last:
            stood = bool(chapter.waiting) and not isinstance(chapter.waiting[-1], Withdrawn)
            assert isinstance(self.decide(chapter, chapter.last.due, len(self.events)), Withdrawn if stood else Unchanged)
            assert open_proposal(chapter.last, chapter.waiting) is None

    @rule(at=whose, approved=st.booleans(), late=st.integers(0, 40))
    def judge(self, at: int, approved: bool, late: int) -> None:
        """An officer says yes or no to what is open, perhaps some days later."""
        self.today += timedelta(days=late)
        chapter, oracle = self.chapters[at], self.oracles[at]
        proposal = open_proposal(chapter.last, chapter.waiting, chapter.verdicts) if chapter.last else None
        if proposal is None or chapter.last is None:
            return
        with pytest.raises(NotAllowed):
            Verdict(proposal.due.digest, "m.bakker", "m.bakker", approved, "Gezien.", "Boven de beslagvrije voet.")
        verdict = Verdict(proposal.due.digest, "s.yilmaz", "m.bakker", approved, "Gezien.", "Boven de beslagvrije voet.")
        in_term = oracle.reopened or oracle.follows(Fraction(-1), False, self.today) == "Proposal"
        self.note(EventKind.VERDICT, verdict)
        if not (approved and in_term):
            with pytest.raises(NotAllowed):
                approve(chapter.last, proposal, verdict, month_of_approval=self.now, reopened=chapter.reopened)
            if not approved:
                chapter.verdicts.append(verdict)
            return
        oracle.in_force.append(euros(proposal.due.cents))
        made = approve(chapter.last, proposal, verdict, month_of_approval=self.now, reopened=chapter.reopened)
        assert (made.approved_by, made.pay, made.claim_after) == ("s.yilmaz", 0, proposal.claim_after)
        self.apply(chapter, made)

    @precondition(lambda self: any(len(chapter.waiting) > 1 for chapter in self.chapters))
    @rule()
    def approve_what_was_replaced(self) -> None:
        """A screen that was open too long: the proposal it shows is not the newest any more."""
        chapter = next(chapter for chapter in self.chapters if len(chapter.waiting) > 1)
        assert chapter.last
        stale, newest = chapter.waiting[0], chapter.waiting[-1]
        verdict = Verdict(stale.due.digest, "s.yilmaz", "m.bakker", True, "Gezien.", "Boven de beslagvrije voet.")
        proposal = open_proposal(chapter.last, chapter.waiting)
        assert proposal in (None, newest)
        if proposal is not None:
            with pytest.raises(NotAllowed):
                approve(chapter.last, proposal, verdict, month_of_approval=self.now, reopened=True)

    @rule(at=whose)
    def reopen(self, at: int) -> None:
        self.note(EventKind.REOPENED, at)
        self.chapters[at].reopened = self.oracles[at].reopened = True

    @rule(days=st.integers(1, 45))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(at=whose)
    def write(self, at: int) -> None:
        """A letter names the claim as it stands."""
        cents = self.chapters[at].claim(self.today).cents
        self.note(EventKind.LETTER, cents)
        self.chapters[at].notices.append(Notice(self.today, cents))
        self.oracles[at].letters.append(Letter(self.today, euros(cents)))

    @rule(at=whose, cents=st.integers(1, 300_00))
    def contest(self, at: int, cents: int) -> None:
        self.note(EventKind.DISPUTE, cents)
        self.chapters[at].disputes.append(Dispute(MONTHS[at], cents, self.today))
        self.oracles[at].contests.append(Contest(self.today, euros(cents)))

    @rule(at=whose)
    def tell_outcomes(self, at: int) -> None:
        chapter = self.chapters[at]
        chapter.disputes = [one if one.decided_on else replace(one, decided_on=self.today) for one in chapter.disputes]
        for one in self.oracles[at].contests:
            one.told_on = one.told_on or self.today

    @rule(pay=st.integers(0, 1_500_00), ceiling=st.integers(0, 400_00))
    def pay_day(self, pay: int, ceiling: int) -> None:
        """A payment of today, lowered by what may be taken."""
        before = self.taken_in.get(self.now, 0)
        allowed = [oracle.may_take(self.today, NOTICE) for oracle in self.oracles]
        claims = [chapter.claim(self.today) for chapter in reversed(self.chapters)]
        taken = withhold(pay, claims, ceiling, self.today, notice_days=NOTICE, taken_before=before)
        room = max(min(euros(pay), euros(ceiling) - euros(before)), Fraction(0))
        for month, most in zip(MONTHS, allowed, strict=True):
            got = euros(sum(one.cents for one in taken if one.month == month))
            assert got == min(room, most)
            room -= got
        for one in taken:
            at = MONTHS.index(one.month)
            assert one.recovered_before == (
                self.chapters[at].recoveries[-1].recovered_after if self.chapters[at].recoveries else 0
            )
            self.chapters[at].recoveries.append(one)
            self.oracles[at].taken += euros(one.cents)
            self.note(EventKind.RECOVERY, one)
        self.taken_in[self.now] = before + sum(one.cents for one in taken)
        parts = split(pay, taken, [RENT], ACCOUNT)
        assert sum(part.cents for part in parts) == pay
        rest = pay - sum(one.cents for one in taken)
        assert sum(part.cents for part in parts if part.kind is PartKind.THIRD_PARTY) == min(rest, RENT.cents)
        assert bool(shortfalls([RENT], parts)) is (rest < RENT.cents)

    # -- what always holds ----------------------------------------------------------------------

    @invariant()
    def every_month_is_as_the_oracle_says(self) -> None:
        for chapter, oracle in zip(self.chapters, self.oracles, strict=True):
            if not chapter.last:
                assert not oracle.in_force
                continue
            assert euros(sum(one.pay for one in chapter.decisions)) == euros(chapter.last.paid_after) == oracle.paid
            assert euros(chapter.last.claim_after) == oracle.claim
            assert euros(chapter.last.due.cents) == oracle.in_force[-1]
            assert euros(sum(one.corrects for one in chapter.decisions)) == oracle.in_force[-1] - oracle.in_force[0]
            claim = chapter.claim(self.today)
            assert euros(sum(one.cents for one in chapter.recoveries)) == euros(claim.recovered) == oracle.taken - oracle.returned
            assert oracle.kept == oracle.in_force[-1] + euros(claim.outstanding)
            assert claim.overtaken == 0

    @invariant()
    def no_claim_grew_without_an_officer(self) -> None:
        for chapter in self.chapters:
            for one in chapter.decisions:
                assert one.claim_after <= one.claim_before or one.approved_by == "s.yilmaz"

    def teardown(self) -> None:
        """When all is told and taken, everybody has exactly what is in force, and the chain of events holds."""
        for at in range(len(MONTHS)):
            self.tell_outcomes(at)
            self.write(at)
        self.today += timedelta(days=NOTICE)
        self.taken_in.clear()
        self.pay_day(10_000_00, 10_000_00)
        for oracle in self.oracles:
            assert oracle.kept == (oracle.in_force[-1] if oracle.in_force else 0)
        assert broken(self.events) == []


# Twenty thousand steps, or as many more as the profile asks for.
Household.TestCase.settings = settings(max_examples=max(400, settings().max_examples), stateful_step_count=50)
TestHousehold = Household.TestCase
