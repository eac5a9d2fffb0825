# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small synthetic town in which everything the ledger can hold has happened once, written by the public functions.

Household 1, of one person: January 2026 was paid 100.00, turned out 30.00 too high, of which 5.00 was withheld in February and
10.00 paid back; then the claim shrank to 5.00, so 10.00 was refunded. Its first file had a transfer that came back. Household 2 waits
for officers. Household 3 has no past.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import Dispute
from werkzaam.ledger.decision import Decision, Due, Line, OutOfTerm, Proposal, Verdict, approve, decide
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.premium import Award, approve_reclaim, award, reclaim
from werkzaam.store import accounts, anchor, bank, claims, decisions, facts, letters, people, premiums, proposals, queue, runs
from werkzaam.store.database import Database
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.writer import Writer, writing

TOWN, MAKER, OFFICER = "teststad", "m.bakker", "s.yilmaz"
IBANS = ("NL91ABNA0417164300", "NL69INGB0123456789", "NL20INGB0001234567")
JANUARY, FEBRUARY, MARCH = (Month.parse(f"2026-0{number}") for number in (1, 2, 3))
PERSON = "persoon 1"


def due(month: Month, cents: int, known: str, *, provisional: bool = False) -> Due:
    """What a month is due as known by some facts."""
    lines = (Line("norm", "Pw 21", cents + 5_000), Line("verrekend", "Pw 32", -5_000))
    return Due(month, cents, provisional, lines, digest("facts", known, str(month)), '{"vorige":{}}')


def to_account(cents: int) -> Part:
    """A part to the account of person 1."""
    return Part(PartKind.ACCOUNT, PERSON, "P. Persoon", cents)


def settle(before: Decision | None, what: Due, known_seq: int, *, run: Month = MARCH) -> Decision | Proposal | OutOfTerm:
    """What the ledger decides."""
    made = decide(before, what, known_seq=known_seq, month_of_run=run, cause=Cause.TE_LATE_LOONSTROOK, rules_version="1.0")
    assert isinstance(made, Decision | Proposal | OutOfTerm)
    return made


class Town:
    """Writes the town, each step in a transaction of its own, a day apart."""

    def __init__(self, database: Database) -> None:
        self.database, self._day = database, 0

    def at(self, actor: str = MAKER) -> _Step:
        """A writer for the next step, by somebody."""
        self._day += 1
        return _Step(self.database, f"2026-03-{self._day:02d}T09:00:00Z", actor)

    def last(self, month: Month, household: int = 1) -> Decision:
        """The last decision of a month."""
        return decisions.last_decisions(self.database, TOWN, household)[month].decision


class _Step:
    def __init__(self, database: Database, moment: str, actor: str) -> None:
        self.database, self.moment, self.actor = database, moment, actor

    def __enter__(self) -> Writer:
        self._transaction = self.database.transaction()
        self._transaction.__enter__()
        self._writing = writing(self.database, TOWN, recorded_at=self.moment, actor=self.actor)
        return self._writing.__enter__()

    def __exit__(self, *error: object) -> None:
        try:
            self._writing.__exit__(*error)  # type: ignore[arg-type]
        except BaseException as wrong:
            self._transaction.__exit__(type(wrong), wrong, wrong.__traceback__)
            raise
        self._transaction.__exit__(*error)  # type: ignore[arg-type]


def build(database: Database) -> Town:
    """The whole town."""
    town = Town(database)
    with database.transaction():
        open_municipality(database, TOWN, "Teststad")
        open_households(database, TOWN, [1, 2, 3])
    _household_one(town)
    _claim_and_back(town)
    _to_the_bank(town)
    _refund(town)
    _premium(town)
    _household_two(town)
    _runs_and_letters(town)
    with database.transaction():
        anchor.make_anchor(database, TOWN, day="2026-03-27", until="2026-03-27T23:59:59Z")
    return town


def _household_one(town: Town) -> None:
    with town.at() as writer:
        people.record_person(writer, 1, 1, name="P. Persoon", born=date(1985, 3, 12))
        people.change_person(writer, 1, name="P. Persoon-Jansen", born=date(1985, 3, 12), reference="A1")
        first = people.Representative(1, "bewindvoerder", "B. Bewind", "act", date(2026, 1, 1), "beschikking")
        begun = people.record_representative(writer, 1, first, idem_key="rep 1")
        assert begun is not None
        ended = replace(first, to_day=date(2026, 1, 15))
        people.record_representative(writer, 1, ended, idem_key="rep 2", supersedes=begun.hseq)
        for payee, iban in ((PERSON, IBANS[0]), ("verhuurder", IBANS[1])):
            accounts.request_account(
                writer, 1, payee=payee, holder=payee.title(), iban=iban, from_day=date(2026, 1, 1), evidence="bankpas"
            )  # fmt: skip
    with town.at(OFFICER) as writer:
        for asked in accounts.account_requests(town.database, TOWN, 1, waiting=True):
            accounts.answer_account(writer, asked, approved=True, reason="gezien")
    with town.at() as writer:
        accounts.request_account(
            writer, 1, payee=PERSON, holder="X", iban=IBANS[2], from_day=date(2026, 3, 1), evidence="telefoon"
        )  # fmt: skip
    with town.at(OFFICER) as writer:
        (asked,) = accounts.account_requests(town.database, TOWN, 1, waiting=True)
        accounts.answer_account(writer, asked, approved=False, reason="niet zelf gevraagd")
    with town.at() as writer:
        fact = facts.Fact("household", {"leefvorm": "alleenstaande"}, date(2026, 1, 1), "aanvraag", valid_to=date(2026, 12, 31))
        facts.record_fact(writer, 1, fact, idem_key="household")
        wage = facts.Fact("wage", {"netto": "50.00"}, date(2026, 1, 1), "loonstrook", date(2026, 1, 31), 1, "bakker", 5_000)
        slip = facts.record_fact(writer, 1, wage, idem_key="slip 1")
        assert slip is not None
        parts = (Part(PartKind.THIRD_PARTY, "verhuurder", "Verhuurder", 4_000), to_account(6_000))
        decisions.record_decision(writer, 1, settle(None, due(JANUARY, 10_000, "a"), slip.hseq), parts)  # type: ignore[arg-type]


def _claim_and_back(town: Town) -> None:
    with town.at() as writer:
        low = facts.Fact("correction", {"netto": "-30.00"}, date(2026, 1, 1), "correctie", date(2026, 1, 31), 1, "bakker", -3_000)
        facts.record_fact(writer, 1, low, idem_key="slip 2")
        proposals.record_proposal(
            writer, 1, town.last(JANUARY), settle(town.last(JANUARY), due(JANUARY, 7_000, "b"), writer.known_seq(1))
        )  # type: ignore[arg-type]
    (waiting,) = proposals.proposals(town.database, TOWN, 1, waiting=True)
    assert isinstance(waiting.proposal, Proposal)
    with town.at(OFFICER) as writer:
        said = Verdict(waiting.proposal.due.digest, OFFICER, waiting.maker, True, "dubbel betaald", "boven de beslagvrije voet")
        verdict = proposals.record_verdict(writer, 1, waiting, said, in_month=MARCH)
        assert verdict is not None
        made = approve(town.last(JANUARY), waiting.proposal, said, month_of_approval=MARCH)
        decisions.record_decision(writer, 1, made, verdict_seq=verdict.hseq)
    with town.at() as writer:
        claims.record_notice(writer, 1, JANUARY, sent_on=date(2026, 3, 7), from_day=date(2026, 3, 8))
        claims.record_dispute(writer, 1, Dispute(JANUARY, 1_000, date(2026, 3, 8)), text="klopt niet", idem_key="dispute")
    (open_one,) = claims.disputes(town.database, TOWN, 1)
    with town.at(OFFICER) as writer:
        claims.end_dispute(writer, 1, open_one.hseq, outcome="dismissed", reason="klopt", decided_on=date(2026, 3, 9))
    with town.at() as writer:
        taken = claims.Withheld(claims.claims(town.database, TOWN, 1), 500, date(2026, 3, 10))
        parts = (Part(PartKind.RECOVERY, str(JANUARY), str(JANUARY), 500), to_account(7_500))
        decisions.record_decision(writer, 1, settle(None, due(FEBRUARY, 8_000, "c"), 1), parts, withheld=taken)  # type: ignore[arg-type]


def _to_the_bank(town: Town) -> None:
    _pay(town, "file 1")
    with town.at(OFFICER) as writer:
        bank.release(writer, "file 1")
    sent = bank.attempts(town.database, TOWN, "file 1")
    with town.at() as writer:
        entries = [bank.BankEntry(f"ref {one.e2e_id}", one.e2e_id, -one.cents, date(2026, 3, 12)) for one in sent]
        back = bank.BankEntry("ref back", sent[0].e2e_id, sent[0].cents, date(2026, 3, 13), "rekening opgeheven")
        stray = bank.BankEntry("ref stray", None, 1_234, date(2026, 3, 13), "onbekend")
        mine = bank.BankEntry("ref mine", None, 1_000, date(2026, 3, 13), "terug")
        bank.record_statement(writer, statement_id="s1", sha256=digest("s1"), entries=[*entries, back, stray, mine])
        for one in sent:
            bank.record_outcome(writer, one, bank.BOOKED, bank_ref=f"ref {one.e2e_id}")
        bank.record_outcome(writer, sent[0], bank.RETURNED, bank_ref="ref back")
        queue.open_item(writer, "stray", kind="bank", text="wie is dit?", bank_ref="ref stray", cents=1_234)
        queue.open_item(writer, "question", kind="question", text="vraag", household=1)
        queue.give(writer, "stray", OFFICER, "kent de rekening")
        queue.close(writer, "stray", "teruggestort")
    _pay(town, "file 2")


def _pay(town: Town, file_id: str) -> None:
    with town.at() as writer:
        holds = accounts.accounts_on(town.database, TOWN, date(2026, 3, 15))
        open_ones = [
            (part, holds[part.household, part.payee], f"{file_id}-{at}")
            for at, part in enumerate(bank.open_parts(town.database, TOWN), 1)
        ]
        bank.record_pay_file(
            writer, file_id=file_id, msg_id=file_id, month=MARCH, execute_on=date(2026, 3, 15), sha256=digest(file_id),
            transfers=open_ones,
        )  # fmt: skip


def _refund(town: Town) -> None:
    with town.at() as writer:
        state = claims.claims(town.database, TOWN, 1)[JANUARY]
        claims.record_received(writer, 1, state, 1_000, day=date(2026, 3, 16), bank_ref="ref mine")
    with town.at() as writer:
        higher = settle(town.last(JANUARY), due(JANUARY, 9_500, "d"), writer.known_seq(1))
        decisions.record_decision(writer, 1, higher)  # type: ignore[arg-type]
        writer.flush()
        state = claims.claims(town.database, TOWN, 1)[JANUARY]
        assert (state.claim, state.recovered, state.value.overtaken) == (500, 1_500, 1_000)
        claims.record_refund(writer, 1, state, 1_000, (to_account(1_000),), day=date(2026, 3, 17))


def _premium(town: Town) -> None:
    with town.at() as writer:
        paid = award(None, 1, 20_000, person=1, year=2026, earlier=0, cap=100_000, evidence=digest("premium 1"))
        assert isinstance(paid, Award)
        premiums.record_premium(writer, 1, paid, None, pay_month=MARCH, parts=(to_account(20_000),))
    (before,) = premiums.premiums(town.database, TOWN, 1)
    with town.at() as writer:
        asked = reclaim(before.award, 12_000, threshold=5_000, evidence=digest("premium 2"))
        premiums.record_reclaim(writer, 1, asked, before)  # type: ignore[arg-type]
    (waiting,) = premiums.reclaims(town.database, TOWN, waiting=True)
    with town.at(OFFICER) as writer:
        said = Verdict(waiting.reclaim.evidence, OFFICER, waiting.maker, True, "te veel", "boven de beslagvrije voet")
        event = premiums.record_premium_verdict(writer, waiting, said)
        assert event is not None
        less = approve_reclaim(before.award, waiting.reclaim, said)
        premiums.record_premium(writer, 1, less, before, pay_month=MARCH, verdict_seq=event.hseq)


def _household_two(town: Town) -> None:
    """Two months that turned out too high: one in the term, one after it that was opened again."""
    august = Month.parse("2025-08")
    with town.at() as writer:
        people.record_person(writer, 2, 2, name="Q. Persoon", born=date(1990, 1, 1))
        for month in (JANUARY, august):
            made = settle(None, due(month, 9_000, "a"), 1)
            decisions.record_decision(writer, 2, made, (Part(PartKind.ACCOUNT, "persoon 2", "Q. Persoon", 9_000),))  # type: ignore[arg-type]
    with town.at() as writer:
        for month in (JANUARY, august):
            before = town.last(month, 2)
            proposals.record_proposal(writer, 2, before, settle(before, due(month, 8_000, "b"), writer.known_seq(2)))  # type: ignore[arg-type]
    with town.at(OFFICER) as writer:
        proposals.reopen(writer, 2, august, reason="besluit tot terugvordering")
        proposals.withdraw(writer, 2, proposals.proposals(town.database, TOWN, 2)[0], in_month=MARCH, reason="weer gelijk")
        accounts.request_account(
            writer, 2, payee="persoon 2", holder="Q", iban=IBANS[2], from_day=date(2026, 1, 1), evidence="brief"
        )  # fmt: skip


def _runs_and_letters(town: Town) -> None:
    with town.at() as writer:
        run = runs.start_run(writer, MARCH, "month", [1, 2, 3], rules_version="1.0", slice_size=2)
    for items in (
        [runs.RunItem(1, runs.DECIDED), runs.RunItem(2, runs.HELD, "wacht op een besluit", OFFICER)],
        [runs.RunItem(3, runs.UNCHANGED)],
    ):
        with town.at() as writer:
            held = runs.take_slice(
                town.database, TOWN, run.run_id, worker="w1", now="2026-03-25T00:00:00Z", leased_until="2026-03-25T01:00:00Z"
            )
            assert held is not None
            runs.finish_slice(writer, held, items)
    with town.at() as writer:
        sent = letters.Letter("decision", "nl", "application/pdf", date(2026, 3, 26), b"%PDF-1.7 brief", JANUARY, 1)
        letters.record_letter(writer, 1, sent, idem_key="letter 1")
