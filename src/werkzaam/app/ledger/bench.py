# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The work bench of an income officer: the exceptions only, the oldest first, each with its reason, money, age and term."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import code_of, coded, told
from werkzaam.app.text_layout import euro
from werkzaam.app.texts.ledger import WORDS
from werkzaam.app.texts.queue import TASKS
from werkzaam.core.months import Month
from werkzaam.facts.working_days import working_days_after
from werkzaam.ledger.term import last_month_of_term
from werkzaam.store.claims import disputes
from werkzaam.store.queue import Task, open_items, queue

ALARM_DAYS = 61
"""Days before the end of a term from which it is shown as near: two months of the six of Pw 58:4."""


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that needs a human.

    `kind` and `reference` are those of the task. `cents` are at stake. `age` is in days since `since`; `last_day` is that of its
    term, where it has one, and `left` the days until then, below zero when it has passed. `item` is its name when somebody can
    take it up and close it, and None when its own decision ends it.
    """

    kind: str
    reference: str
    household: int | None
    what: str
    why: str
    since: date
    age: int
    month: Month | None = None
    cents: int | None = None
    last_day: date | None = None
    left: int | None = None
    owner: str | None = None
    item: str | None = None
    line: str | None = None
    """What the line of the month is called that somebody asks about (portal.own_questions)."""

    @property
    def near(self) -> bool:
        """Whether its term ends soon, or has ended."""
        return self.left is not None and self.left <= ALARM_DAYS


def bench(desk: Desk, lang: str, household: int | None = None) -> tuple[Work, ...]:
    """What waits for a human in a town or a household, the oldest first. There is no score."""
    named = {one.item_id for one in open_items(desk.database, desk.town.id)}
    tasks = (one for one in queue(desk.database, desk.town.id) if household is None or one.household == household)
    return tuple(_work(desk, one, named, lang) for one in tasks)


def kinds_of(works: Iterable[Work], lang: str) -> dict[str, str]:
    """The kinds that are there with their words, for a filter."""
    return {one.kind: TASKS[lang][one.kind] for one in sorted(works, key=lambda one: TASKS[lang][one.kind])}


def _work(desk: Desk, one: Task, named: set[str], lang: str) -> Work:
    since, month = date.fromisoformat(one.since[:10]), _month(desk, one)
    last = _last_day(desk, one, month)
    return Work(
        one.kind, one.reference, one.household, TASKS[lang].get(code_of(one.text)) or TASKS[lang][one.kind],
        _why(one, month, lang), since, (desk.today - since).days, month, one.cents, last,
        (last - desk.today).days if last else None, one.owner, one.reference if one.reference in named else None,
        _said(one).get("line"),
    )  # fmt: skip


def _said(one: Task) -> dict[str, str]:
    """The values of a text that was kept as a code; none of one that somebody wrote."""
    return json.loads(one.text) if code_of(one.text) else {}


def _month(desk: Desk, one: Task) -> Month | None:
    """The month it is about, where there is one."""
    if one.kind in ("proposal", "out_of_term", "awaiting_payslip", "upheld"):
        return Month.parse(one.text)
    if "line" in _said(one):
        return Month.parse(_said(one)["month"])
    if one.kind == "dispute" and one.household is not None:
        found = disputes(desk.database, desk.town.id, one.household)
        return next((each.dispute.month for each in found if str(each.hseq) == one.reference), None)
    return None


def _last_day(desk: Desk, one: Task, month: Month | None) -> date | None:
    """The last day of its term: of the law for too much paid, else what the task itself says."""
    if one.kind in ("proposal", "out_of_term") and month:
        return last_month_of_term(month).last_day
    if "line" in _said(one):
        return working_days_after(date.fromisoformat(one.since[:10]), office_of(desk).terms.answer_working_days)
    day = _said(one).get("day")
    return date.fromisoformat(day) if day else None


def _why(one: Task, month: Month | None, lang: str) -> str:
    """The reason in words."""
    if one.kind == "upheld":
        return told(coded("upheld", month=one.text, cents=one.cents or 0), lang)
    if one.kind == "premium":
        return f"{WORDS[lang]['person']} {one.text}"
    if month and one.text == str(month):
        return month.name(lang)
    return told(one.text, lang)


def at_stake(works: Iterable[Work], lang: str) -> str:
    """All money that is at stake, written out."""
    return euro(sum(abs(one.cents or 0) for one in works), lang)
