# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a human, the oldest first, each with what can be done about it. There is no score."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.exit_claim import last_months
from werkzaam.app.ledger.told import code_of, coded, told
from werkzaam.app.text_layout import euro, heading, paragraph
from werkzaam.app.texts.ledger import WORDS
from werkzaam.app.texts.queue import TASKS
from werkzaam.store.proposals import waiting
from werkzaam.store.queue import Task, open_items, queue


def waiting_text(desk: Desk, lang: str) -> str:
    """The queue as text."""
    tasks, words = queue(desk.database, desk.town.id), WORDS[lang]
    if not tasks:
        return f"{words['nobody_waits']}\n"
    named = {one.item_id for one in open_items(desk.database, desk.town.id)}
    lines = [*heading(words["waits"].format(count=len(tasks))), ""]
    last = last_months(waiting(desk.database, desk.town.id, last=True))
    for one in tasks:
        ends = words["last_month"] if one.kind in ("proposal", "out_of_term") and _place(one) in last else ""
        whose = " ".join([words["household"], str(one.household)]) if one.household else ""
        amount = euro(one.cents, lang) if one.cents and not code_of(one.text) else ""
        name = f"[{one.reference}]" if one.reference in named else ""
        cells = [one.since[:10], whose, _what(one, lang), amount, ends, one.owner, name]
        lines += paragraph("  ".join(filter(None, cells)), hanging="    ")
    return "\n".join(lines) + "\n"


def _place(task: Task) -> tuple[int, int]:
    return task.household or 0, int(task.reference)


def _what(task: Task, lang: str) -> str:
    if task.kind == "upheld":
        return f"{TASKS[lang][task.kind]}: {told(coded(task.kind, month=task.text, cents=task.cents or 0), lang)}"
    if task.kind == "premium":
        return f"{TASKS[lang][task.kind]}: {WORDS[lang]['person']} {task.text}"
    return f"{TASKS[lang].get(code_of(task.text)) or TASKS[lang][task.kind]}: {told(task.text, lang)}"
