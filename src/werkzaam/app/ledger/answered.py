# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Something was answered before: who said what then, so that the same command given again says it and changes nothing."""

from __future__ import annotations

from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.officer import WORDS
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.decision import OutOfTerm, Proposal
from werkzaam.store.accounts import account_requests
from werkzaam.store.decisions import decisions
from werkzaam.store.events import events
from werkzaam.store.premiums import reclaims
from werkzaam.store.proposals import waiting


class AnsweredBefore(NotAllowed):
    """It has its answer. `text` says which in a language; `key` is that of its words."""

    def __init__(self, message: str, key: str, **said: object) -> None:
        super().__init__(f"{message} Nothing was changed now.")
        self.key, self._said = key, said

    def told(self, name: str) -> object:
        """One of the values that go with its words."""
        return self._said.get(name)

    def text(self, lang: str) -> str:
        """What was answered then, and by whom."""
        return answer_text(self.key, lang, **self._said)


def answer_text(key: str, lang: str, **said: object) -> str:
    """What a command answers: `amount` and `left` are cents; months and days are written out."""
    return WORDS[lang][key].format(**{name: _shown(name, value, lang) for name, value in said.items()})


def _shown(name: str, value: object, lang: str) -> str:
    if isinstance(value, Month):
        return value.name(lang)
    if isinstance(value, date):
        return day_text(value, lang)
    if name in ("amount", "left"):
        return euro(int(str(value)), lang)
    return WORDS[lang].get(str(value), str(value)) if name == "outcome" else str(value)


def of_claim(desk: Desk, household: int, month: Month) -> AnsweredBefore | None:
    """The last answer to what was proposed about a month; None when there never was one."""
    said = [one for one in waiting(desk.database, desk.town.id, household)
            if one.value.month == month and one.outcome and isinstance(one.value, Proposal | OutOfTerm)]  # fmt: skip
    if not said:
        return None
    last = max(said, key=lambda one: one.verdict_seq or 0)
    officer, day = _by(desk, household, last.verdict_seq or 0)
    claim = next((one.decision.claim_after for one in decisions(desk.database, desk.town.id, household, month=month)
                  if one.verdict_seq == last.verdict_seq), 0)  # fmt: skip
    message = f"{officer} {last.outcome} the proposal about {month} of household {household} already, on {day}."
    return AnsweredBefore(message, f"{last.outcome}_before", officer=officer, day=day, month=month, amount=claim)


def of_account(desk: Desk, household: int) -> AnsweredBefore | None:
    """The last answer to a change of account; None when there never was one."""
    said = [one for one in account_requests(desk.database, desk.town.id, household) if one.outcome]
    if not said:
        return None
    keys = {event.idem_key: event for event in events(desk.database, desk.town.id, household)}
    last = max((keys[f"account answer {one.hseq}"] for one in said), key=lambda event: event.hseq)
    outcome = next(one.outcome for one in said if f"account answer {one.hseq}" == last.idem_key)
    day = date.fromisoformat(last.recorded_at[:10])
    message = f"{last.actor} {outcome} the account of household {household} already, on {day}."
    return AnsweredBefore(message, f"account_{outcome}_before", officer=last.actor, day=day)


def of_premium(desk: Desk, household: int) -> AnsweredBefore | None:
    """The last answer to premium that would be asked back; None when there never was one."""
    said = [one for one in reclaims(desk.database, desk.town.id, household) if one.outcome]
    if not said:
        return None
    keys = {event.idem_key: event for event in events(desk.database, desk.town.id, household)}
    event, about = max(((keys[f"premium verdict {one.hseq}"], one) for one in said), key=lambda pair: pair[0].hseq)
    day = date.fromisoformat(event.recorded_at[:10])
    message = f"{event.actor} {about.outcome} the premium of household {household} to be asked back already, on {day}."
    return AnsweredBefore(message, f"premium_{about.outcome}_before", officer=event.actor, day=day)


def _by(desk: Desk, household: int, hseq: int) -> tuple[str, date]:
    """Who made an event, and on which day."""
    event = next(one for one in events(desk.database, desk.town.id, household) if one.hseq == hseq)
    return event.actor, date.fromisoformat(event.recorded_at[:10])
