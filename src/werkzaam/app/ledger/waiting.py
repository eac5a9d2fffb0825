# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a human, the oldest first, each with what can be done about it. There is no score."""

from __future__ import annotations

from werkzaam.app.ledger.changes import euro
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import grid, heading
from werkzaam.app.texts.ledger import TASKS, WORDS
from werkzaam.store.queue import Task, queue


def waiting_text(desk: Desk, lang: str) -> str:
    """The queue as text."""
    tasks, words = queue(desk.database, desk.town.id), WORDS[lang]
    if not tasks:
        return f"{words['nobody_waits']}\n"
    head = [words[key] for key in ("since", "household", "amount", "what", "owner")]
    rows = [[one.since[:10], str(one.household or ""), euro(one.cents, lang) if one.cents else "", _what(one, lang), one.owner or ""]
            for one in tasks]  # fmt: skip
    return "\n".join([*heading(words["waits"].format(count=len(tasks))), "", *grid(head, rows)]) + "\n"


def _what(task: Task, lang: str) -> str:
    return f"{TASKS[lang].get(task.kind, task.kind)}: {task.text}"
