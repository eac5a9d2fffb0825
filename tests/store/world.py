# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small synthetic town in which everything the ledger can hold has happened once, written by the public functions.

Household 1: January 2026 was paid 100.00 and turned out 30.00 too high; of that 5.00 was withheld in February and 10.00 paid
back; then the claim shrank to 5.00, so 10.00 was refunded. Its first file had a transfer that came back. Household 2 waits: for
officers, for the bank, for its money; each thing that waits is what a next step in steps.py is about. Household 3 has no past.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from tests.store.world_experiment import run_experiments
from tests.store.world_guidance import guide
from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import Dispute, Notice
from werkzaam.ledger.decision import Decision, Due, Line, Proposal, Unchanged, Verdict, Waiting, Withdrawn, approve, decide
from werkzaam.ledger.event import EventKind
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.premium import Award, PremiumReclaim, approve_reclaim, award, reclaim
from werkzaam.store import accounts, anchor, bank, claims, decisions, facts, letters, people, premiums, proposals, queue, runs
from werkzaam.store.attached import attach
from werkzaam.store.database import Database
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.invariants import Finding
from werkzaam.store.verify import rows_behind
from werkzaam.store.writer import Writer, payload_of, writing

TOWN, MAKER, OFFICER = "teststad", "m.bakker", "s.yilmaz"
TO_GIVE_BACK = [Finding("I10", 2, "202511 3")]
"""All that is wrong in the town that `build` makes: more was taken of a month than is claimed, and nobody gave it back yet."""
IBANS = ("NL91ABNA0417164300", "NL69INGB0123456789", "NL20INGB0001234567")
JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = (Month.parse(f"2025-{number:02d}") for number in range(7, 13))
JANUARY, FEBRUARY, MARCH, APRIL, MAY = (Month.parse(f"2026-0{number}") for number in range(1, 6))


def due(month: Month, cents: int, known: str, *, provisional: bool = False) -> Due:
    """What a month is due as known by some facts."""
    lines = (Line("norm", "Pw 21", cents + 5_000), Line("verrekend", "Pw 32", -5_000))
    return Due(month, cents, provisional, lines, digest("facts", known, str(month)), '{"vorige":{}}')


def to_account(household: int, cents: int) -> Part:
    """A part to the account of the person of a household."""
    return Part(PartKind.ACCOUNT, f"persoon {household}", "P. Persoon", cents)


def settle(before: Decision | None, what: Due, known_seq: int, *, reopened: bool = False) -> Decision | Waiting:
    """What the ledger decides in March 2026."""
    made = decide(
        before, what, known_seq=known_seq, month_of_run=MARCH, cause=Cause.TE_LATE_LOONSTROOK, rules_version="1.0",
        reopened=reopened,
    )  # fmt: skip
    assert not isinstance(made, Unchanged)
    return made


class Town:
    """Writes the town, each step in a transaction of its own, an hour apart."""

    def __init__(self, database: Database) -> None:
        self.database, self._step = database, 0

    @contextmanager
    def at(self, actor: str = MAKER) -> Iterator[Writer]:
        """A writer for the next step, by somebody."""
        self._step += 1
        moment = f"2026-03-{1 + self._step // 24:02d}T{self._step % 24:02d}:00:00Z"
        with self.database.transaction(), writing(self.database, TOWN, recorded_at=moment, actor=actor) as writer:
            yield writer

    def last(self, household: int, month: Month) -> Decision:
        """The last decision of a month."""
        return decisions.last_decisions(self.database, TOWN, household)[month].decision

    def pay(self, household: int, month: Month, cents: int) -> None:
        """The first decision of a month, paid to the account."""
        with self.at() as writer:
            made = settle(None, due(month, cents, "first"), 1)
            assert isinstance(made, Decision)
            decisions.record_decision(writer, household, made, (to_account(household, cents),))

    def propose(
        self, household: int, month: Month, cents: int, known: str, *, reopened: bool = False, provisional: bool = False
    ) -> proposals.Stored:
        """The month turns out lower."""
        before = self.last(household, month)
        with self.at() as writer:
            made = settle(
                before, due(month, cents, known, provisional=provisional), writer.known_seq(household), reopened=reopened
            )
            assert not isinstance(made, Decision)
            event = proposals.record_waiting(writer, household, before, made)
            assert event is not None
        return next(one for one in proposals.waiting(self.database, TOWN, household) if one.hseq == event.hseq)

    def claim(self, household: int, month: Month, cents: int) -> None:
        """The month turns out lower, an officer approves, and the person is told."""
        waiting = self.propose(household, month, cents, "lower")
        assert isinstance(waiting.value, Proposal)
        said = Verdict(waiting.value.due.digest, OFFICER, waiting.maker, True, "te veel betaald", "boven de beslagvrije voet")
        with self.at(OFFICER) as writer:
            verdict = proposals.record_verdict(writer, waiting, said, in_month=MARCH)
            assert verdict is not None
            made = approve(self.last(household, month), waiting.value, said, month_of_approval=MARCH)
            decisions.record_decision(writer, household, made, verdict_seq=verdict.hseq)
            letter = Notice(date(2026, 3, 1), made.claim_after)
            claims.record_notice(writer, household, month, letter, from_day=date(2026, 3, 8))

    def raise_to(self, household: int, month: Month, cents: int) -> None:
        """The month turns out higher again, so its claim shrinks; nothing is paid."""
        with self.at() as writer:
            made = settle(self.last(household, month), due(month, cents, "higher"), writer.known_seq(household))
            assert isinstance(made, Decision)
            decisions.record_decision(writer, household, made)

    def files(self, file_id: str, *, only: int | None = None) -> None:
        """A file with everything that is open, or with so many parts of it."""
        with self.at() as writer:
            add_file(writer, file_id, bank.open_parts(self.database, TOWN)[:only])

    def statement(self, statement_id: str, entries: list[bank.BankEntry]) -> None:
        """A statement of the bank."""
        with self.at() as writer:
            bank.record_statement(writer, statement_id=statement_id, sha256=digest(statement_id), entries=entries)


def add_file(writer: Writer, file_id: str, parts: list[bank.OpenPart]) -> None:
    """A file with these parts, to the accounts that hold."""
    holds = accounts.accounts_on(writer.database, TOWN, date(2026, 3, 15))
    bank.record_pay_file(
        writer, file_id=file_id, msg_id=file_id, month=MARCH, execute_on=date(2026, 3, 15), sha256=digest(file_id),
        transfers=[(part, holds[part.household, part.payee], f"{file_id}-{at}") for at, part in enumerate(parts, 1)],
    )  # fmt: skip


def build(database: Database) -> Town:
    """The whole town."""
    town = Town(database)
    with database.transaction():
        open_municipality(database, TOWN, "Teststad")
        open_municipality(database, "dorp", "Dorp")
        open_households(database, TOWN, [1, 2, 3])
    _people(town)
    _facts(town)
    _claim_and_back(town)
    _refund(town)
    _premium(town)
    _household_two(town)
    _runs_and_letters(town)
    guide(town, TOWN)
    run_experiments(database, TOWN, MAKER)
    with database.transaction():
        anchor.make_anchor(database, TOWN, day="2026-03-27", until="2026-03-27T23:59:59Z")
    with database.transaction(), writing(database, TOWN, recorded_at="2026-03-28T08:00:00Z", actor=MAKER) as writer:
        asked = facts.Fact("consent", {"app": True}, date(2026, 3, 28), "formulier")
        facts.record_fact(writer, 1, asked, idem_key="consent")
    return town


def _people(town: Town) -> None:
    with town.at() as writer:
        for household, person in ((1, 1), (2, 2), (1, 3)):
            people.record_person(writer, household, person, name=f"P. {person}", born=date(1985, 3, 12))
        people.change_person(writer, 1, name="P. Persoon-Jansen", born=date(1985, 3, 12), reference="A1")
        first = people.Representative(1, "bewindvoerder", "B. Bewind", "act", date(2026, 1, 1), "beschikking")
        begun = people.record_representative(writer, 1, first, idem_key="rep 1")
        assert begun is not None
        ended = replace(first, to_day=date(2026, 1, 15))
        people.record_representative(writer, 1, ended, idem_key="rep 2", supersedes=begun.hseq)
        people.record_representative(writer, 2, replace(first, person=2), idem_key="rep 3")
        for household, payee, iban in (
            (1, "persoon 1", IBANS[0]), (1, "verhuurder", IBANS[1]), (2, "persoon 2", IBANS[2])
        ):  # fmt: skip
            ask(writer, household, payee, iban, "bankpas")
    with town.at(OFFICER) as writer:
        for asked in accounts.account_requests(town.database, TOWN, waiting=True):
            accounts.answer_account(writer, asked, approved=True, reason="gezien")
    with town.at() as writer:
        ask(writer, 1, "persoon 1", IBANS[2], "telefoon")
    with town.at(OFFICER) as writer:
        (asked,) = accounts.account_requests(town.database, TOWN, 1, waiting=True)
        accounts.answer_account(writer, asked, approved=False, reason="niet zelf gevraagd")
    with town.at() as writer:
        ask(writer, 2, "persoon 2", IBANS[0], "brief")
        ask(writer, 2, "verhuurder", IBANS[1], "brief")


def ask(writer: Writer, household: int, payee: str, iban: str, evidence: str) -> None:
    """Ask for an account."""
    accounts.request_account(
        writer, household, payee=payee, holder=payee.title(), iban=iban, from_day=date(2026, 1, 1), evidence=evidence
    )  # fmt: skip


def _facts(town: Town) -> None:
    whole = (date(2026, 1, 1), "aanvraag")
    with town.at() as writer:
        for household in (1, 2):
            living = facts.Fact("household", {"leefvorm": "alleenstaande"}, *whole, valid_to=date(2026, 12, 31))
            facts.record_fact(writer, household, living, idem_key="household")
        wage = facts.Fact("wage", {"netto": "50.00"}, date(2026, 1, 1), "loonstrook", date(2026, 1, 31), 1, "bakker", 5_000)
        facts.record_fact(writer, 1, wage, idem_key="slip 1")
        lower = replace(wage, kind="correction", row={"netto": "-30.00"}, cents=-3_000)
        facts.record_fact(writer, 1, lower, idem_key="slip 2")
        guess = facts.record_fact(writer, 1, replace(wage, kind="estimate", cents=4_000), idem_key="estimate 1")
        assert guess is not None
        better = replace(wage, kind="estimate", cents=4_500, supersedes=guess.hseq)
        facts.record_fact(writer, 1, better, idem_key="estimate 2")
        agreed = facts.Fact("arrangement", {"vakantiegeld": "5.00"}, *whole)
        facts.record_fact(writer, 2, agreed, idem_key="agreement")


def _claim_and_back(town: Town) -> None:
    with town.at() as writer:
        made = settle(None, due(JANUARY, 10_000, "first"), writer.known_seq(1))
        assert isinstance(made, Decision)
        parts = (Part(PartKind.THIRD_PARTY, "verhuurder", "Verhuurder", 4_000), to_account(1, 6_000))
        decisions.record_decision(writer, 1, made, parts)
    town.claim(1, JANUARY, 7_000)
    with town.at() as writer:
        claims.record_dispute(writer, 1, Dispute(JANUARY, 1_000, date(2026, 3, 8)), text="klopt niet", idem_key="dispute")
    (open_one,) = claims.disputes(town.database, TOWN, 1)
    with town.at(OFFICER) as writer:
        claims.end_dispute(writer, 1, open_one.hseq, outcome="dismissed", reason="klopt", decided_on=date(2026, 3, 9))
    with town.at() as writer:
        taken = claims.Withheld(claims.claims(town.database, TOWN, 1), 500, date(2026, 3, 10))
        made = settle(None, due(FEBRUARY, 8_000, "first"), 1)
        assert isinstance(made, Decision)
        parts = (Part(PartKind.RECOVERY, str(JANUARY), str(JANUARY), 500), to_account(1, 7_500))
        decisions.record_decision(writer, 1, made, parts, withheld=taken)
    _to_the_bank(town)


def _to_the_bank(town: Town) -> None:
    town.files("file 1")
    with town.at(OFFICER) as writer:
        bank.release(writer, "file 1")
    sent = bank.attempts(town.database, TOWN, "file 1")
    back = bank.BankEntry("ref back", sent[0].e2e_id, sent[0].cents, date(2026, 3, 13), "rekening opgeheven")
    mine = bank.BankEntry("ref mine", None, 1_000, date(2026, 3, 13), "terug")
    stray = bank.BankEntry("ref stray", None, 1_234, date(2026, 3, 13), "onbekend")
    town.statement("s1", [*entries_of(sent), back, mine, stray])
    with town.at() as writer:
        for one in sent:
            bank.record_outcome(writer, one, bank.BOOKED, bank_ref=f"ref {one.e2e_id}")
        bank.record_outcome(writer, sent[0], bank.RETURNED, bank_ref="ref back")
        queue.open_item(writer, "stray", kind="bank", text="wie is dit?", bank_ref="ref stray", cents=1_234)
        queue.open_item(writer, "question", kind="question", text="vraag", household=1)
        attach(writer, "question", "application/pdf", b"%PDF-1.7 loonstrook %%EOF")
        queue.give(writer, "stray", OFFICER, "kent de rekening")
        queue.close(writer, "stray", "teruggestort")
        queue.give(writer, "question", OFFICER, "zoekt het uit")
    town.files("file 2")


def entries_of(sent: list[bank.Attempt]) -> list[bank.BankEntry]:
    """The entries of a bank that booked these transfers."""
    return [bank.BankEntry(f"ref {one.e2e_id}", one.e2e_id, -one.cents, date(2026, 3, 12)) for one in sent]


def replace_refs(sent: list[bank.Attempt]) -> list[bank.BankEntry]:
    """The same, with references that count: `ref 0`, `ref 1`, ..."""
    return [replace(entry, bank_ref=f"ref {at}") for at, entry in enumerate(entries_of(sent))]


def _refund(town: Town) -> None:
    with town.at() as writer:
        state = claims.claims(town.database, TOWN, 1)[JANUARY]
        claims.record_received(writer, 1, state, 1_000, day=date(2026, 3, 16), bank_ref="ref mine")
    town.raise_to(1, JANUARY, 9_500)
    state = claims.claims(town.database, TOWN, 1)[JANUARY]
    assert (state.claim, state.recovered) == (500, 1_500)
    with town.at() as writer:
        claims.record_refund(writer, 1, state, 1_000, (to_account(1, 1_000),), day=date(2026, 3, 17))


def _premium(town: Town) -> None:
    for person in (1, 2):
        with town.at() as writer:
            paid = award(None, 1, 20_000, person=person, year=2026, earlier=0, cap=100_000, evidence=digest("premium 1"))
            assert isinstance(paid, Award)
            premiums.record_premium(writer, person, paid, None, pay_month=MARCH, parts=(to_account(person, 20_000),))
        (before,) = premiums.premiums(town.database, TOWN, person)
        with town.at() as writer:
            asked = reclaim(before.award, 12_000, threshold=5_000, evidence=digest("premium 2"))
            assert isinstance(asked, PremiumReclaim)
            premiums.record_reclaim(writer, person, asked, before)
    (before,) = premiums.premiums(town.database, TOWN, 1)
    (waiting,) = premiums.reclaims(town.database, TOWN, 1, waiting=True)
    with town.at(OFFICER) as writer:
        said = Verdict(waiting.reclaim.evidence, OFFICER, waiting.maker, True, "te veel", "boven de beslagvrije voet")
        event = premiums.record_premium_verdict(writer, waiting, said)
        assert event is not None
        less = approve_reclaim(before.award, waiting.reclaim, said)
        premiums.record_premium(writer, 1, less, before, pay_month=MARCH, verdict_seq=event.hseq)


def _household_two(town: Town) -> None:
    """Waits for what comes next.

    July: came too late and was opened again. August: the same, and waits for an officer. September: claimed. October: claimed
    and disputed. November: paid back, and then not owed. December: claimed, and 1.00 paid back. January: withdrawn. February:
    waits for an officer. May: waits for a payslip.
    """
    for month in (JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER, JANUARY, FEBRUARY, MAY):
        town.pay(2, month, 9_100 if month == AUGUST else 9_000)
    for month in (SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER):
        town.claim(2, month, 8_000)
    for month in (JULY, AUGUST):
        town.propose(2, month, 8_000, "lower")
        with town.at(OFFICER) as writer:
            proposals.reopen(writer, 2, month, reason="besluit tot terugvordering")
    town.propose(2, AUGUST, 8_000, "lower", reopened=True)
    town.propose(2, JANUARY, 8_000, "lower")
    before = town.last(2, JANUARY)
    with town.at() as writer:
        claims.record_notice(writer, 2, DECEMBER, Notice(date(2026, 2, 1), 599), from_day=date(2026, 2, 8))
        gone = Withdrawn(writer.known_seq(2), before.due)
        proposals.record_waiting(writer, 2, before, gone)
    town.propose(2, MAY, 8_000, "guess", provisional=True)
    town.propose(2, FEBRUARY, 8_000, "lower")
    town.propose(2, FEBRUARY, 7_000, "lowest")
    paid_back = bank.BankEntry("ref november", None, 1_000, date(2026, 3, 20), "terug")
    spare = bank.BankEntry("ref spare", None, 400, date(2026, 3, 20), "terug")
    other = bank.BankEntry("ref other", None, 100, date(2026, 3, 20), "terug")
    town.files("file 3", only=3)
    sent = bank.attempts(town.database, TOWN, "file 3")
    town.statement("s2", [paid_back, spare, other, *replace_refs(sent), bank.BankEntry("ref 3", None, -1, date(2026, 3, 20))])
    with town.at() as writer:
        claims.record_dispute(writer, 2, Dispute(OCTOBER, 1_000, date(2026, 3, 20)), text="klopt niet", idem_key="dispute")
        small = Dispute(SEPTEMBER, 1, date(2026, 3, 20))
        claims.record_dispute(writer, 2, small, text="een cent", idem_key="dispute 2")
        state = claims.claims(town.database, TOWN, 2)[NOVEMBER]
        claims.record_received(writer, 2, state, 1_000, day=date(2026, 3, 20), bank_ref="ref november")
        state = claims.claims(town.database, TOWN, 2)[DECEMBER]
        claims.record_received(writer, 2, state, 100, day=date(2026, 3, 20), bank_ref="ref other")
    town.raise_to(2, NOVEMBER, 9_000)
    with town.at() as writer:
        bank.record_outcome(writer, sent[0], bank.BOOKED, bank_ref="ref 0")
        bank.record_outcome(writer, sent[1], bank.REJECTED, bank_ref="ref 1")


def _runs_and_letters(town: Town) -> None:
    with town.at() as writer:
        run = runs.start_run(writer, MARCH, "month", [1, 2, 3], rules_version="1.0", slice_size=1)
    for item in (runs.RunItem(1, runs.DECIDED), runs.RunItem(2, runs.HELD, "wacht op een besluit", OFFICER)):
        with town.at() as writer:
            held = take(town.database, run.run_id)
            runs.finish_slice(writer, held, [item])
    with town.at() as writer:
        runs.start_run(writer, MARCH, "premium", [1], rules_version="1.0", slice_size=1)
        other = Writer(town.database, "dorp", recorded_at=writer.recorded_at, actor=MAKER)
        runs.start_run(other, MARCH, "month", [], rules_version="1.0", slice_size=1)
        other.flush()
        take(town.database, run.run_id)
        sent = letters.Letter("decision", "nl", "application/pdf", date(2026, 3, 26), b"%PDF-1.7 brief", JANUARY, 1)
        letters.record_letter(writer, 1, sent, idem_key="letter 1")
        row = {"about_seq": 1, "kept": payload_of(rows_behind(town.database, TOWN, 1, 1)[1, 1]), "reason": "twee jaar"}
        writer.add(1, EventKind.DESTROYED, lambda _: {"destruction": [row]}, idem_key="destroyed 1")


def take(database: Database, run_id: str) -> runs.Slice:
    """Begin the next slice of a run."""
    held = runs.take_slice(
        database, TOWN, run_id, worker="w1", now="2026-03-25T00:00:00Z", leased_until="2026-03-25T01:00:00Z"
    )  # fmt: skip
    assert held is not None
    return held
