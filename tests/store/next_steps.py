# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen next in the town of world.py, each by the public functions; and what is wrong as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.store.world import (
    AUGUST,
    DECEMBER,
    FEBRUARY,
    IBANS,
    JANUARY,
    MAKER,
    MARCH,
    NOVEMBER,
    OCTOBER,
    OFFICER,
    SEPTEMBER,
    TOWN,
    Town,
    add_file,
    ask,
    due,
    settle,
    to_account,
)  # fmt: skip
from tests.store.world_experiment import EXPERIMENT_STEPS, FIRST, WRONG_EXPERIMENT_STEPS
from tests.store.world_guidance import GUIDANCE_STEPS
from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Dispute, Notice
from werkzaam.ledger.decision import Decision, Proposal, Verdict, approve
from werkzaam.ledger.event import EventKind
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.premium import Award, PremiumReclaim, approve_reclaim, award, reclaim
from werkzaam.store import accounts, attached, bank, claims, decisions, facts, letters, people, premiums, proposals, queue, runs
from werkzaam.store.database import Value
from werkzaam.store.experiments import Recorder, recording
from werkzaam.store.payments import payment_rows
from werkzaam.store.writer import Rows, Writer

Row = tuple[str, dict[str, Value]]
Step = Callable[[Town, Writer], None]
NEXT = "2026-03-28T09:00:00Z"  # After everything in the town, its anchor too.


def _decided(writer: Writer, made: object, *parts: Part, household: int = 2) -> None:
    assert isinstance(made, Decision)
    decisions.record_decision(writer, household, made, parts)


def _first(town: Town, writer: Writer) -> None:
    parts = (Part(PartKind.THIRD_PARTY, "verhuurder", "Verhuurder", 4_000), to_account(1, 6_000))
    _decided(writer, settle(None, due(MARCH, 10_000, "first"), 1), *parts, household=1)


def _again(town: Town, writer: Writer) -> None:
    _decided(writer, replace(settle(town.last(2, JANUARY), due(JANUARY, 9_500, "higher"), 1), cause=None), to_account(2, 500))


def _paid_again(town: Town, writer: Writer) -> None:
    """December was paid 90.00, of which 10.00 is claimed; it turns out to be 95.00."""
    before = town.last(2, DECEMBER)
    assert (before.paid_after, before.claim_after) == (9_000, 1_000)
    _decided(writer, settle(before, due(DECEMBER, 9_500, "higher"), writer.known_seq(2)), to_account(2, 500))


def _for_two(town: Town, writer: Writer) -> None:
    """A decision and a premium of the same amount in one event, with one payment between them."""
    made = settle(None, due(MARCH, 9_000, "first"), 1)
    prize = award(None, 1, 9_000, person=3, year=2026, earlier=0, cap=100_000, evidence=digest("premium 3"))
    assert isinstance(made, Decision) and isinstance(prize, Award)  # noqa: PT018 (both are for the type checker)

    def build(hseq: int) -> Rows:
        return {
            "decision": [decisions._decision_row(made, hseq, None)],
            "premium": [premiums._row(prize, None, hseq, MARCH, None)],
            **payment_rows(MARCH, (to_account(1, 9_000),), decision_cents=9_000, premium_cents=9_000),
        }

    writer.add(1, EventKind.DECISION, build, idem_key="two")


def _nothing_received(town: Town, writer: Writer) -> None:
    state = claims.claims(town.database, TOWN, 1)[JANUARY]
    assert state.claim == state.recovered
    claims.record_received(writer, 1, state, 0, day=date(2026, 3, 28), bank_ref="ref spare")


def _withheld(town: Town, writer: Writer, *, agreed: int | None = None, month: Month = DECEMBER, cents: int = 500) -> None:
    made = settle(None, due(MARCH, 8_000, "first"), 1)
    assert isinstance(made, Decision)
    taken = claims.Withheld(claims.claims(town.database, TOWN, 2), 500, date(2026, 4, 10), agreed)
    parts = (Part(PartKind.RECOVERY, str(month), str(month), cents, agreed is not None), to_account(2, 8_000 - cents))
    decisions.record_decision(writer, 2, made, parts, withheld=taken)


def _agreed(town: Town, writer: Writer) -> None:
    (agreement,) = (one for one in facts.facts_known(town.database, TOWN, 2) if one.fact.kind == "arrangement")
    _withheld(town, writer, agreed=agreement.hseq, cents=700)


def _fact(town: Town, writer: Writer) -> None:
    wage = facts.Fact("wage", {"netto": "50.00"}, date(2026, 2, 1), "loonstrook", date(2026, 2, 28), 1, "bakker", 5_000)
    facts.record_fact(writer, 1, wage, idem_key="slip next")


def _correction(town: Town, writer: Writer) -> None:
    wage = facts.Fact("correction", {"netto": "-1.00"}, date(2026, 2, 1), "loonstrook", date(2026, 2, 28), 1, "bakker", -100)
    facts.record_fact(writer, 1, wage, idem_key="slip next")


def _withdrawal(town: Town, writer: Writer) -> None:
    (guess,) = (one for one in facts.facts_known(town.database, TOWN, 1) if one.fact.kind == "estimate")
    gone = facts.Fact("withdrawal", {}, guess.fact.valid_from, "vergissing", supersedes=guess.hseq)
    facts.record_fact(writer, 1, gone, idem_key="withdrawn")


def _household(town: Town, writer: Writer) -> None:
    columns = ("municipality", "household", "head_seq", "head_hash", "head_at")
    writer.database.insert("household", columns, [(TOWN, 9, None, None, None)])


def _town(town: Town, writer: Writer) -> None:
    writer.database.insert("municipality", ("municipality", "name"), [("stad", "Stad")])


def _version(town: Town, writer: Writer) -> None:
    writer.database.insert("schema_version", ("version", "ddl_digest"), [(2, digest("ddl"))])


def _person(town: Town, writer: Writer) -> None:
    people.record_person(writer, 1, 9, name="N. Nieuw", born=date(2000, 1, 1))


def _renamed(town: Town, writer: Writer) -> None:
    people.change_person(writer, 2, name="N. Nieuw", born=date(2000, 1, 1))


def _represented(town: Town, writer: Writer) -> None:
    (begun,) = people.representatives(town.database, TOWN, 2)
    ended = replace(begun.representative, to_day=date(2026, 4, 15))
    people.record_representative(writer, 2, ended, idem_key="rep next", supersedes=begun.hseq)


def _asked(town: Town, writer: Writer) -> None:
    ask(writer, 1, "verhuurder", IBANS[2], "brief")


def _answered(town: Town, writer: Writer) -> None:
    asked, _ = accounts.account_requests(town.database, TOWN, waiting=True)
    accounts.answer_account(writer, asked, approved=True, reason="gezien")


def _proposed(town: Town, writer: Writer) -> None:
    before = town.last(1, FEBRUARY)
    made = settle(before, due(FEBRUARY, 7_000, "lower"), 1)
    assert not isinstance(made, Decision)
    proposals.record_waiting(writer, 1, before, made)


def _said(town: Town, writer: Writer, month: Month, lowest: int) -> None:
    """An officer approves the proposal by which a month of household 2 comes to this."""
    listed = proposals.waiting(town.database, TOWN, 2)
    about = [one for one in listed if (one.value.month, one.value.due.cents) == (month, lowest)][-1]
    assert isinstance(about.value, Proposal)
    said = Verdict(about.value.due.digest, OFFICER, MAKER, True, "te veel betaald", "boven de beslagvrije voet")
    opened = proposals.reopened(town.database, TOWN, 2).get(month)
    event = proposals.record_verdict(writer, about, said, in_month=MARCH, reopened_seq=opened)
    assert event is not None
    made = approve(town.last(2, month), about.value, said, month_of_approval=MARCH, reopened=bool(opened))
    decisions.record_decision(writer, 2, made, verdict_seq=event.hseq)


def _refunded(cents: int) -> Step:
    def take_step(town: Town, writer: Writer) -> None:
        state = claims.claims(town.database, TOWN, 2)[NOVEMBER]
        claims.record_refund(writer, 2, state, cents, (to_account(2, cents),), day=date(2026, 3, 28))

    return take_step


def _received(month: Month, cents: int) -> Step:
    def take_step(town: Town, writer: Writer) -> None:
        state = claims.claims(town.database, TOWN, 2)[month]
        claims.record_received(writer, 2, state, cents, day=date(2026, 3, 28), bank_ref="ref spare")

    return take_step


def _received_of_an_old_version(town: Town, writer: Writer) -> None:
    """The claim on January was 30.00 before it shrank to 5.00, all of which came back."""
    state = claims.claims(town.database, TOWN, 1)[JANUARY]
    assert (state.version, state.claim, state.recovered) == (3, 500, 500)
    claims.record_received(writer, 1, replace(state, version=2, claim=3_000), 100, day=date(2026, 3, 28), bank_ref="ref spare")


def _first_premium(town: Town, writer: Writer) -> None:
    made = award(None, 1, 9_000, person=3, year=2026, earlier=0, cap=100_000, evidence=digest("premium 3"))
    assert isinstance(made, Award)
    premiums.record_premium(writer, 1, made, None, pay_month=MARCH, parts=(to_account(1, made.cents),))


def _paid_premium(town: Town, writer: Writer) -> None:
    before = premiums.premiums(town.database, TOWN, 1)[-1]
    made = award(before.award, 2, 9_000, person=1, year=2026, earlier=20_000, cap=100_000, evidence=digest("premium 3"))
    assert isinstance(made, Award)
    premiums.record_premium(writer, 1, made, before, pay_month=MARCH, parts=(to_account(1, made.cents),))


def _new_year(town: Town, writer: Writer) -> None:
    before = premiums.premiums(town.database, TOWN, 1)[-1]
    made = award(before.award, 1, 9_000, person=1, year=2027, earlier=20_000, cap=100_000, evidence=digest("premium 3"))
    assert isinstance(made, Award)
    premiums.record_premium(writer, 1, made, before, pay_month=MARCH, parts=(to_account(1, made.cents),))


def _reclaimed(town: Town, writer: Writer) -> None:
    before = premiums.premiums(town.database, TOWN, 1)[-1]
    asked = reclaim(before.award, 1_000, threshold=5_000, evidence=digest("premium 4"))
    assert isinstance(asked, PremiumReclaim)
    premiums.record_reclaim(writer, 1, asked, before)


def _less_premium(town: Town, writer: Writer) -> None:
    (before,) = premiums.premiums(town.database, TOWN, 2)
    (waiting,) = premiums.reclaims(town.database, TOWN, waiting=True)
    said = Verdict(waiting.reclaim.evidence, OFFICER, waiting.maker, True, "te veel", "boven de beslagvrije voet")
    event = premiums.record_premium_verdict(writer, waiting, said)
    assert event is not None
    less = approve_reclaim(before.award, waiting.reclaim, said)
    premiums.record_premium(writer, 2, less, before, pay_month=MARCH, verdict_seq=event.hseq)


def _all_asked_back(town: Town, writer: Writer) -> None:
    """Asked by one and approved by another in one go: all that person 2 got."""
    (before,) = premiums.premiums(town.database, TOWN, 2)
    asked, writer.actor = PremiumReclaim(2, 1, 20_000, digest("premium 5")), MAKER
    event = premiums.record_reclaim(writer, 2, asked, before)
    assert event is not None
    writer.actor = OFFICER
    said = Verdict(asked.evidence, OFFICER, MAKER, True, "te veel", "boven de beslagvrije voet")
    waiting = premiums.StoredReclaim(2, event.hseq, MAKER, asked, before.entry, None, NEXT)
    verdict = premiums.record_premium_verdict(writer, waiting, said)
    assert verdict is not None
    less = approve_reclaim(before.award, asked, said)
    premiums.record_premium(writer, 2, less, before, pay_month=MARCH, verdict_seq=verdict.hseq)


def _told(town: Town, writer: Writer) -> None:
    claims.record_notice(writer, 2, DECEMBER, Notice(date(2026, 3, 28), 1_000), from_day=date(2026, 4, 8))


def _disputed(town: Town, writer: Writer) -> None:
    claims.record_dispute(writer, 2, Dispute(DECEMBER, 100, date(2026, 3, 28)), text="klopt niet", idem_key="dispute next")


def _judged(town: Town, writer: Writer) -> None:
    open_one, _ = claims.disputes(town.database, TOWN, 2)
    claims.end_dispute(writer, 2, open_one.hseq, outcome="dismissed", reason="klopt", decided_on=date(2026, 3, 28))


def _filed(town: Town, writer: Writer) -> None:
    untried = sorted((part for part in bank.open_parts(town.database, TOWN) if not part.tried), key=lambda part: part.cents)
    add_file(writer, "file 9", [*untried[:2], untried[-1]])


def _tried_again(town: Town, writer: Writer) -> None:
    add_file(writer, "file 9", [part for part in bank.open_parts(town.database, TOWN) if part.tried])


def _released(town: Town, writer: Writer) -> None:
    bank.release(writer, "file 3")


def _stated(town: Town, writer: Writer) -> None:
    entry = bank.BankEntry("ref next", None, 1, date(2026, 3, 28))
    bank.record_statement(writer, statement_id="s9", sha256=digest("s9"), entries=[entry])


def _booked(town: Town, writer: Writer) -> None:
    bank.record_outcome(writer, bank.attempts(town.database, TOWN, "file 3")[2], bank.BOOKED, bank_ref="ref 2")


def _returned(town: Town, writer: Writer) -> None:
    bank.record_outcome(writer, bank.attempts(town.database, TOWN, "file 3")[0], bank.RETURNED, bank_ref="ref 2")


def _opened(town: Town, writer: Writer) -> None:
    queue.open_item(writer, "next", kind="bank", text="wie is dit?", bank_ref="ref 3", cents=-1, household=1)


def _run(town: Town, writer: Writer) -> None:
    writer.beside("run", {
        "run_id": "next", "month": 202604, "kind": "month", "go": 1, "rules_version": "1.0", "households": 3, "slices": 1,
        "started_at": NEXT, "actor": MAKER,
    })  # fmt: skip
    writer.beside("run_slice", {
        "run_id": "next", "slice": 1, "first_household": 1, "last_household": 3, "households": 3, "taken": 0, "done": 0,
    })  # fmt: skip


def _item(town: Town, writer: Writer) -> None:
    held = runs.slices(town.database, TOWN, "2026-03-month-1")[2]
    runs.finish_slice(writer, held, [runs.RunItem(3, runs.HELD, "wacht", OFFICER)])


def _letter(town: Town, writer: Writer) -> None:
    sent = letters.Letter("decision", "nl", "application/pdf", date(2026, 3, 28), b"%PDF-1.7 brief", JANUARY, 1)
    letters.record_letter(writer, 1, sent, idem_key="letter next")


def _destroyed(town: Town, writer: Writer) -> None:
    row = {"about_seq": 2, "kept": f"fact {digest('what is left')}", "reason": "twee jaar"}
    writer.add(1, EventKind.DESTROYED, lambda _: {"destruction": [row]}, idem_key="destroyed")


def _anchored(town: Town, writer: Writer) -> None:
    writer.beside("anchor", {"day": "2026-03-28", "until": "2026-03-28T23:59:59Z", "leaves": 2, "root": digest("root")})


def _experimental(what: Callable[[Recorder], None]) -> Step:
    """A step in the first experiment, or in the one that the step names."""

    def take_step(town: Town, writer: Writer) -> None:
        name = getattr(what, "experiment", FIRST)
        with recording(town.database, TOWN, name, recorded_at=NEXT, actor=writer.actor) as recorder:
            what(recorder)

    return take_step


STEPS: dict[str, tuple[Step, str]] = {
    "decision": (_first, MAKER),
    "next decision": (_again, MAKER),
    "paid again": (_paid_again, MAKER),
    "withheld": (_withheld, MAKER),
    "agreed": (_agreed, MAKER),
    "version": (_version, MAKER),
    "town": (_town, MAKER),
    "household": (_household, MAKER),
    "fact": (_fact, MAKER),
    "correction": (_correction, MAKER),
    "withdrawal": (_withdrawal, MAKER),
    "person": (_person, MAKER),
    "renamed": (_renamed, MAKER),
    "representative": (_represented, MAKER),
    "account request": (_asked, MAKER),
    "account": (_answered, OFFICER),
    "proposal": (_proposed, MAKER),
    "verdict": (lambda town, writer: _said(town, writer, FEBRUARY, 7_000), OFFICER),
    "late verdict": (lambda town, writer: _said(town, writer, AUGUST, 8_000), OFFICER),
    "reopened": (lambda town, writer: proposals.reopen(writer, 1, AUGUST, reason="besluit") and None, OFFICER),
    "refund": (_refunded(600), MAKER),
    "received": (_received(SEPTEMBER, 400), MAKER),
    "next received": (_received(DECEMBER, 400), MAKER),
    "first premium": (_first_premium, MAKER),
    "premium": (_paid_premium, MAKER),
    "premium of a new year": (_new_year, MAKER),
    "premium reclaim": (_reclaimed, MAKER),
    "premium verdict": (_less_premium, OFFICER),
    "all premium asked back": (_all_asked_back, OFFICER),
    "notice": (_told, MAKER),
    "dispute": (_disputed, MAKER),
    "dispute end": (_judged, OFFICER),
    "file": (_filed, MAKER),
    "again": (_tried_again, MAKER),
    "release": (_released, OFFICER),
    "statement": (_stated, MAKER),
    "booked": (_booked, MAKER),
    "returned": (_returned, MAKER),
    "open item": (_opened, MAKER),
    "attached": (lambda _, writer: attached.attach(writer, "stray", "image/png", b"een foto"), MAKER),
    "closed": (lambda _, writer: queue.close(writer, "question", "beantwoord"), OFFICER),
    "run": (_run, MAKER),
    "run item": (_item, MAKER),
    "letter": (_letter, MAKER),
    "destroyed": (_destroyed, OFFICER),
    "anchor": (_anchored, MAKER),
    **{name: (what, MAKER) for name, what in GUIDANCE_STEPS.items()},
    **{name: (_experimental(what), MAKER) for name, what in EXPERIMENT_STEPS.items()},
}
"""Each step that is right, with who takes it."""
WRONG_STEPS: dict[str, tuple[Step, str]] = {
    "one payment for two": (_for_two, MAKER),
    "nothing received": (_nothing_received, MAKER),
    "received below zero": (_received(NOVEMBER, -100), MAKER),
    "refund of too much": (_refunded(1_001), MAKER),
    "received of a disputed month": (_received(OCTOBER, 1), MAKER),
    "received of an old version": (_received_of_an_old_version, MAKER),
    **{name: (_experimental(what), MAKER) for name, what in WRONG_EXPERIMENT_STEPS.items()},
}
"""Steps that are wrong as a whole."""
