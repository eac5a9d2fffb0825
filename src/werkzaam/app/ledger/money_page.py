# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a household on one page: all months with their versions, what is claimed, what was paid, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.bench import Work, bench
from werkzaam.app.ledger.body import Row
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.own_error import KINDS
from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.ledger import WORDS
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision
from werkzaam.store.accounts import AccountRequest, account_requests, accounts_on
from werkzaam.store.claims import ClaimState, StoredDispute, claims, disputes
from werkzaam.store.decisions import Decided, decisions
from werkzaam.store.events import events
from werkzaam.store.payments import Payment, payments
from werkzaam.store.people import Person, Representative, people, representatives


@dataclass(frozen=True, slots=True)
class Version:
    """One decision of a month: when, what it was and becomes in cents, and why."""

    month: Month
    version: int
    day: date
    was: int | None
    decision: Decision
    why: str

    @property
    def difference(self) -> int:
        """Becomes less was; all of it the first time."""
        return self.decision.due.cents - (self.was or 0)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What is claimed for a month in cents: in all, taken or paid back, contested now, and still to come; the day it was told."""

    month: Month
    claimed: int
    recovered: int
    contested: int
    left: int
    told: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that stands: the number of its event, the day it was recorded, its kind, and what it says."""

    hseq: int
    day: date
    kind: str
    said: str
    code: str
    """The kind of fact where it is one of money; nothing for an arrangement, which is called by its own name."""


@dataclass(frozen=True, slots=True)
class PayeeAccount:
    """An account that is paid to now: for whom, in whose name, and the end of its number."""

    payee: str
    holder: str
    end: str


@dataclass(frozen=True)
class MoneyPage:
    """All of it; versions and payments the newest first."""

    household: int
    people: tuple[Person, ...]
    represented: tuple[Representative, ...]
    works: tuple[Work, ...]
    versions: tuple[Version, ...]
    claims: tuple[ClaimRow, ...]
    disputes: tuple[StoredDispute, ...]
    payments: tuple[Payment, ...]
    accounts: tuple[PayeeAccount, ...]
    asked: tuple[AccountRequest, ...]
    standing: tuple[Standing, ...]

    @property
    def names(self) -> str:
        """Who they are."""
        return ", ".join(one.name for one in self.people if one.name)


def money_page(desk: Desk, household: int, lang: str) -> MoneyPage:
    """Everything that an officer looks at before deciding about a household's money."""
    database, town = desk.database, desk.town.id
    held = accounts_on(database, town, desk.today, household)
    return MoneyPage(
        household, tuple(people(database, town, household)),
        tuple(one.representative for one in representatives(database, town, household, on=desk.today)),
        bench(desk, lang, household), tuple(reversed(tuple(_versions(desk, household, lang)))),
        tuple(_claim(desk, one) for one in claims(database, town, household).values()),
        tuple(disputes(database, town, household)), tuple(reversed(payments(database, town, household))),
        tuple(PayeeAccount(one.payee, one.holder, one.iban[-4:]) for one in held.values()),
        tuple(account_requests(database, town, household, waiting=True)), tuple(standing(desk, household, lang)),
    )  # fmt: skip


def _versions(desk: Desk, household: int, lang: str) -> Iterator[Version]:
    when = {one.hseq: date.fromisoformat(one.recorded_at[:10]) for one in events(desk.database, desk.town.id, household)}
    was: dict[Month, int] = {}
    for one in decisions(desk.database, desk.town.id, household):
        made = one.decision
        yield Version(made.month, made.version, when[one.hseq], was.get(made.month), made, why_of(one, lang))
        was[made.month] = made.due.cents


def why_of(one: Decided, lang: str) -> str:
    """Why a decision was made: its cause, or that it is the first, an estimate, or the same again."""
    made = one.decision
    if made.cause:
        return made.cause.words(lang)
    return WORDS[lang]["provisional" if made.due.provisional else "first_time" if made.version == 1 else "confirmed"]


def _claim(desk: Desk, state: ClaimState) -> ClaimRow:
    claim = state.value(desk.today, desk.town.notice_days)
    told = max((one.notice.sent_on for one in state.notices), default=None)
    return ClaimRow(state.month, claim.cents, claim.recovered, claim.contested, claim.outstanding, told)


def standing(desk: Desk, household: int, lang: str) -> Iterator[Standing]:
    """The rows that stand and can be taken back, the newest first."""
    for one in sorted(desk.file(household).of(*KINDS), key=lambda each: -each.hseq):
        own = str(one.row.get("soort", ""))
        said = _wage_said(one.row, lang) if one.kind in ("wage", "correction") else ", ".join(
            _said(name, value, lang) for name, value in one.row.items() if name != "soort"
        )  # fmt: skip
        yield Standing(one.hseq, date.fromisoformat(one.recorded_at[:10]), own or one.kind, said,
                       "" if one.kind == "arrangement" else one.kind)  # fmt: skip


def _wage_said(row: Row, lang: str) -> str:
    """Whose wage, of which job, over which days, paid when, how much, and what shows it."""
    worked = f"{day_text(row['gewerkt_van'], lang)} - {day_text(row['gewerkt_tot'], lang)}"
    paid = f", {day_text(row['betaald_op'], lang)}" if isinstance(row.get("betaald_op"), date) else ""
    return (
        f"{row['persoon']}, {row['baan']}, {worked}{paid}: {euro(parse_euro(str(row['netto'])), lang)} ({row.get('bron', '-')})"
    )


def _said(name: str, value: object, lang: str) -> str:
    return f"{name.replace('_', ' ')} {day_text(value, lang) if isinstance(value, date) else value}"
