# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is open between a client and the town in money: joined from the ledger, so that a new case manager knows it (R-116)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import code_of, told
from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.casework_dossier import WORDS
from werkzaam.app.texts.queue import TASKS
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Withdrawn
from werkzaam.store.claims import claims, disputes
from werkzaam.store.proposals import waiting
from werkzaam.store.queue import queue

_ELSEWHERE = frozenset({"proposal", "out_of_term", "dispute", "upheld"})
"""Tasks of the queue that are told as a claim, dispute or proposal already."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One open matter: its code, and what stands in its sentence (cents as `cents`, a kept text as `text`)."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """The sentence."""
        values = dict(self.values)
        if "kind" in values:
            values["text"] = _task(values["kind"], values["text"], lang)
        return WORDS[lang][self.code].format(**{name: _shown(name, value, lang) for name, value in values.items()})


def _task(kind: str, text: str, lang: str) -> str:
    """A task as a client can read it: its sentence, or its kind when the text is for officers."""
    return told(text, lang) if code_of(text) else TASKS[lang][kind]


def open_matters(desk: Desk, household: int) -> list[Matter]:
    """What is open for a household: claims, disputes, proposals and the tasks of the queue."""
    database, town = desk.database, desk.town.id
    found = [Matter("matter_claim", {"month": month, "amount": state.claim - state.recovered})
             for month, state in claims(database, town, household).items() if state.claim > state.recovered]  # fmt: skip
    found += [Matter("matter_contested", {"month": one.dispute.month, "amount": one.dispute.cents})
              for one in disputes(database, town, household) if one.dispute.decided_on is None]  # fmt: skip
    found += [Matter("matter_proposal", {"month": one.value.month}) for one in waiting(database, town, household, last=True)
              if one.outcome is None and not isinstance(one.value, Withdrawn)]  # fmt: skip
    return [*found, *_tasks(desk, household)]


def _tasks(desk: Desk, household: int) -> Iterator[Matter]:
    for task in queue(desk.database, desk.town.id):
        if task.household == household and task.kind not in _ELSEWHERE:
            yield Matter("matter_task", {"since": date.fromisoformat(task.since[:10]), "kind": task.kind, "text": task.text})


def _shown(name: str, value: Any, lang: str) -> str:
    if isinstance(value, Month):
        return value.name(lang)
    if name == "amount":
        return euro(value, lang)
    return day_text(value, lang) if isinstance(value, date) else str(value)
