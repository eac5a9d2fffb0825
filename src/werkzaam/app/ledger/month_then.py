# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month of a household as it was known on a day: how it was decided, what changed since and why, and the sum."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from werkzaam.app.case import Case
from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.missing_slips import estimates
from werkzaam.app.ledger.told import told
from werkzaam.app.month_page import MonthPage, month_pages
from werkzaam.app.page_text import page_text
from werkzaam.app.text_layout import day_text, euro, grid, heading, paragraph
from werkzaam.app.texts.ledger import WORDS
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision, OutOfTerm, Proposal
from werkzaam.store.claims import StoredDispute, disputes
from werkzaam.store.decisions import decisions
from werkzaam.store.events import events
from werkzaam.store.payments import Payment, payments
from werkzaam.store.proposals import Stored, waiting
from werkzaam.store.runs import last_held

PageMaker: TypeAlias = Callable[[Desk, HouseholdFile, Month, date, str], MonthPage]
"""Makes the page of a month from what a file knows, for a day, in a language."""


@dataclass(frozen=True)
class MonthThen:
    """What was known of a month: its decisions with their days, what waited, its payments, and its page as known then."""

    household: int
    month: Month
    day: date
    decided: tuple[tuple[date, Decision], ...]
    waiting: tuple[tuple[Proposal | OutOfTerm, str], ...]
    paid: tuple[Payment, ...]
    page: MonthPage
    disputed: tuple[StoredDispute, ...] = ()


def month_then(desk: Desk, household: int, month: Month, day: date, lang: str, *, page: PageMaker | None = None) -> MonthThen:
    """A month as it was known at the end of a day; raises InputError when it was not decided yet by then.

    `page` makes its page where it is kept or made in another way than here.
    """
    upto = desk.known_on(household, day)
    when = {one.hseq: date.fromisoformat(one.recorded_at[:10]) for one in events(desk.database, desk.town.id, household, upto)}
    decided = [(when[one.hseq], one.decision)
               for one in decisions(desk.database, desk.town.id, household, month=month, upto=upto)]  # fmt: skip
    if not decided:
        held = last_held(desk.database, desk.town.id, household) if day == desk.today else None
        if held is not None:
            raise InputError(f"{month} of household {household} is not decided: it waits. {told(held.reason, lang)}")
        raise InputError(f"{month} of household {household} was not decided on {day}. Decide it with `werkzaam run {month}`, or "
                         "look on a later day.")  # fmt: skip
    stored = [one for one in waiting(desk.database, desk.town.id, household, upto=upto) if one.value.month == month]
    last = {one.hseq for one in waiting(desk.database, desk.town.id, household, upto=upto, last=True)}
    paid = [one for one in payments(desk.database, desk.town.id, household, upto) if one.month == month]
    file = desk.file(household, upto)
    made, stood = (page or page_known)(desk, file, month, day, lang), tuple(_stood(stored, last))
    disputed = [one for one in disputes(desk.database, desk.town.id, household, upto) if one.dispute.month == month]
    return MonthThen(household, month, day, tuple(decided), stood, tuple(paid), made, tuple(disputed))


def _stood(stored: Iterable[Stored], last: Collection[int]) -> Iterator[tuple[Proposal | OutOfTerm, str]]:
    """What stood beside the decisions for an officer, each with what came of it."""
    for one in stored:
        if isinstance(one.value, Proposal | OutOfTerm):
            yield one.value, one.outcome or ("waits" if one.hseq in last else "withdrawn")


def page_known(desk: Desk, file: HouseholdFile, month: Month, day: date, lang: str) -> MonthPage:
    """The page that the person could have read, from what was known."""
    return month_pages(replace(case_known(desk, file, month), contact=reached_at(desk, file, day)), lang, month)[0]


def case_known(desk: Desk, file: HouseholdFile, month: Month) -> Case:
    """The case up to a month as far as a file knows it, with an estimate for each payslip that is still to come."""
    case = file.case(month, desk.facts, desk.regime)
    rows = estimates(case, file, month)
    return file.case(month, desk.facts, desk.regime, rows) if rows else case


def month_text(found: MonthThen, lang: str) -> str:
    """The chain of decisions as a table, what waits, where the money went, and the page."""
    words = WORDS[lang]
    title = words["then"].format(household=found.household, month=found.month.name(lang), day=day_text(found.day, lang))
    lines = [*heading(title), "", *_chain(found, lang), ""]
    for one, outcome in found.waiting:
        lines += paragraph(words["waited"].format(amount=euro(-one.difference, lang), outcome=words[f"outcome_{outcome}"],
                                                  cause=one.cause.words(lang)))  # fmt: skip
        if outcome == "waits" and not one.due.cents:
            lines += paragraph(words["last_claim"].format(amount=euro(-one.difference, lang)))
    for dispute in found.disputed:
        lines += paragraph(_disputed(dispute, lang))
    lines += [*_parts(found, lang), ""]
    return "\n".join(lines) + "\n" + page_text(found.page)


def _chain(found: MonthThen, lang: str) -> Iterator[str]:
    """Each decision: the day, was, becomes, difference, what was paid for it, and why."""
    words = WORDS[lang]
    head = [words[key] for key in ("decided_on", "was", "becomes", "difference", "paid", "claim", "cause")]
    rows, was = [], None
    for day, one in found.decided:
        why = one.cause.words(lang) if one.cause else words["provisional" if one.due.provisional else "first_time" if was is None
                                                          else "confirmed"]  # fmt: skip
        rows.append([str(day), "" if was is None else euro(was, lang), euro(one.due.cents, lang),
                     euro(one.due.cents - (was or 0), lang), euro(one.pay, lang), euro(one.claim_after, lang), why])  # fmt: skip
        was = one.due.cents
    yield from grid(head, rows)


def _disputed(one: StoredDispute, lang: str) -> str:
    """Since when somebody does not agree and with how much, and what came of it."""
    words, dispute = WORDS[lang], one.dispute
    said = words["contested"].format(day=day_text(dispute.opened_on, lang), amount=euro(dispute.cents, lang), text=one.text)
    if dispute.decided_on is None:
        return f"{said} {words['contested_open']}"
    ended = words[f"contested_{one.outcome}"].format(day=day_text(dispute.decided_on, lang), officer=one.officer)
    return f"{said} {ended}"


def _parts(found: MonthThen, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    for payment in found.paid:
        for part in payment.parts:
            name = part.name or words["own_account"]
            key = "agreed" if part.agreed else part.kind.value
            yield words[f"part_{key}"].format(amount=euro(part.cents, lang), name=name)
