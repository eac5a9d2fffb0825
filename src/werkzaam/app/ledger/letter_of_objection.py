# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The letter with the decision on an objection: what came of each part, what was taken of it, and how to appeal (Awb 7:12)."""

from __future__ import annotations

import re
from datetime import timedelta

from werkzaam.app.casework.reachable import contact_of
from werkzaam.app.ledger.acting import acts_for
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import set_aside
from werkzaam.app.ledger.keep import kept_or_made
from werkzaam.app.ledger.plan import RULES_VERSION
from werkzaam.app.ledger.premium_gone import members_in
from werkzaam.app.letters import Kind, LetterContent, as_pdf, copies, letter
from werkzaam.app.letters.content import Line, Municipality, NextPayment, Objection, Reason, Words
from werkzaam.app.text_layout import day_text
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.store.claims import StoredDispute, claims, disputes

OBJECTION = re.compile(r"(\d{1,15})/(\d{4}-\d{2})/bezwaar-(\d{1,3})")
"""What such a letter is called: the household, the month, and which decision about it, from 1 on."""
_ANSWERS = {"upheld": ("u krijgt gelijk", "you are right"), "dismissed": ("u krijgt geen gelijk", "we do not agree with you"),
            "withdrawn": ("ingetrokken", "taken back")}  # fmt: skip


def objection_pdfs(desk: Desk, ident: str, lang: str) -> tuple[bytes, ...]:
    """The letter about `HOUSEHOLD/MONTH/bezwaar-N` as PDF, and its copy; as it was sent, or made now and kept."""
    household, month, parts = _decided(desk, ident)

    def make() -> list[bytes]:
        return [as_pdf(letter(one, lang)) for one in copies(_content(desk, ident, household, month, parts))]

    return kept_or_made(desk, household, "objection", ident, lang, make)


def objection_content(desk: Desk, ident: str) -> LetterContent:
    """What the letter about `HOUSEHOLD/MONTH/bezwaar-N` says; raises InputError as the letter does."""
    return _content(desk, ident, *_decided(desk, ident))


def newest_letter(desk: Desk, household: int, month: Month) -> str:
    """The name of the letter about the last decision on objections to a month."""
    return f"{household}/{month}/bezwaar-{len(decisions_on(desk, household, month))}"


def letter_that_answers(desk: Desk, household: int, number: int) -> str:
    """The name of the letter that answers one objection, by the number of its event; raises InputError while nobody decided."""
    month = next((one.dispute.month for one in disputes(desk.database, desk.town.id, household) if one.hseq == number), None)
    made = decisions_on(desk, household, month) if month else []
    at = next((place for place, parts in enumerate(made, 1) if any(one.hseq == number for one in parts)), None)
    if at is None:
        raise InputError(f"Household {household} has no objection {number} on which somebody decided.")
    return f"{household}/{month}/bezwaar-{at}"


def decisions_on(desk: Desk, household: int, month: Month) -> list[tuple[StoredDispute, ...]]:
    """What was decided on the objections to a month, oldest first: the parts that one decision answered stand together.

    A decision answers all that waits, so what was objected to after it is of another one, also on the same day in the same words.
    """
    about = [one for one in disputes(desk.database, desk.town.id, household) if one.dispute.month == month and one.outcome]
    about.sort(key=lambda one: one.ended_seq or 0)
    made: list[list[StoredDispute]] = []
    for one in about:
        if made and _of_one_decision(made[-1][-1], one):
            made[-1].append(one)
        else:
            made.append([one])
    return [tuple(parts) for parts in made]


def _of_one_decision(before: StoredDispute, one: StoredDispute) -> bool:
    """Whether an objection was there when another was answered, and was answered alike."""
    said = [(each.dispute.decided_on, each.officer, each.outcome, each.reason) for each in (before, one)]
    return one.hseq < (before.ended_seq or 0) and said[0] == said[1]


def _decided(desk: Desk, ident: str) -> tuple[int, Month, tuple[StoredDispute, ...]]:
    found = OBJECTION.fullmatch(ident)
    assert found is not None
    household, month, number = int(found[1]), Month.parse(found[2]), int(found[3])
    made = decisions_on(desk, household, month)
    if not 1 <= number <= len(made):
        raise InputError(f"{len(made)} decisions were made on objections to {month} of household {household}; {ident} is none of "
                         "them. Decide with `werkzaam end-dispute` first.")  # fmt: skip
    return household, month, made[number - 1]


def _content(desk: Desk, ident: str, household: int, month: Month, parts: tuple[StoredDispute, ...]) -> LetterContent:
    file, first, cents = desk.file(household), parts[0], sum(one.dispute.cents for one in parts)
    people = tuple(name for name in file.persons if name in members_in(file, month))
    said = first.reason or ""
    return LetterContent(
        kind=Kind.OBJECTION, reference=ident, day=desk.today, municipality=Municipality(desk.town.name, desk.town.address),
        contact=contact_of(desk, file, desk.today), people=people, month=month, becomes=cents,
        lines=tuple(_part(one, number) for number, one in enumerate(parts, 1)), rules_version=RULES_VERSION,
        next_payment=NextPayment(pay_day(Month.of_day(desk.today) + 1, desk.town.pay_day), None),
        reason=Reason(Words(said, said)), officer=first.officer, representative=acts_for(desk, household, desk.today),
        objection=_objection(desk, household, month, parts, cents),
    )  # fmt: skip


def _part(one: StoredDispute, number: int) -> Line:
    """A part with its day, what the person wrote, and the answer."""
    nl, en = _ANSWERS[str(one.outcome)]
    day = one.dispute.opened_on
    return Line(
        Words(f"Deel {number}, van {day_text(day, 'nl')}: {nl}", f"Part {number}, of {day_text(day, 'en')}: {en}"),
        one.dispute.cents, Words(f"U schreef: {one.text}", f"You wrote: {one.text}"),
    )  # fmt: skip


def _objection(desk: Desk, household: int, month: Month, parts: tuple[StoredDispute, ...], cents: int) -> Objection:
    """What came of it, and what was taken of it before it was decided: that stood apart."""
    before = min(one.ended_seq or 0 for one in parts) - 1
    state = claims(desk.database, desk.town.id, household, before).get(month)
    taken = min(set_aside(state.value(desk.today, desk.town.notice_days)), cents) if state else 0
    told = str(parts[0].outcome)
    decided = parts[0].dispute.decided_on or desk.today
    free_on = max(decided, desk.today) + timedelta(days=desk.town.notice_days)
    more = told != "upheld" and taken < cents
    return Objection("upheld" if told == "upheld" else "dismissed" if told == "dismissed" else "withdrawn", taken,
                     free_on if more else None)  # fmt: skip
