# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An error of the municipality is made good: an apology with a day at once, a task until then, closed only when done (R-217)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.keep import LANG, keep_message
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.app.ledger.own_error import take_back
from werkzaam.app.ledger.told import coded
from werkzaam.app.messages import Message
from werkzaam.app.text_layout import day_text, listed
from werkzaam.app.texts.repair import WORDS
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import OutOfTerm, Proposal
from werkzaam.store.decisions import decisions
from werkzaam.store.events import events
from werkzaam.store.proposals import waiting
from werkzaam.store.queue import OpenItem, close, items_called, open_item
from werkzaam.store.runs import run_items, runs

REPAIR = "repair"
"""How the names of these tasks begin."""
TERM_DAYS = 14
"""Days in which an error of ours is made good: as many as the person gets to answer a proposal (decision 0082)."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised: the task that stays until it is done, and its last day."""

    item: str
    last_day: date


def put_right_and_promise(desk: Desk, household: int, hseq: int, *, reason: str) -> Promised:
    """Take back a row that we recorded wrongly, say sorry to the person with a day, and open the task; all of it or nothing.

    Raises InputError for a row that does not stand, or that others rest on.
    """
    last, item = desk.today + timedelta(days=TERM_DAYS), f"{REPAIR}-{household}-{hseq}"
    with desk.writes() as writer:
        take_back(desk, writer, household, hseq, reason=reason)
        keep_message(desk, writer, household, "repair_promise", _message(desk, household, "promise", last, reason), item)
        text = coded("repair", day=last.isoformat(), what=reason)
        open_item(writer, item, kind="check", text=text, household=household, owner=desk.actor)
    return Promised(item, last)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What made an error good: the months that were decided again, by `HOUSEHOLD/MONTH/VERSION`; none when nothing changed."""

    letters: tuple[str, ...]


def close_repair(desk: Desk, item_id: str, *, reason: str) -> Repaired:
    """Close the task when the error is made good: the months are decided again, and the letter about each of them is there.

    Where the run found that nothing changes, the person is told that. Raises InputError while no run looked at the household
    since; AnsweredBefore when it was closed.
    """
    item = _open(desk, item_id)
    household, since = item.household or 0, _taken_back(desk, item)
    done = tuple(_decided_since(desk, household, since))
    if not done and not _looked_at_since(desk, item):
        raise InputError(f"{item_id} is not made good yet: no run decided the months of household {household} since. Record what "
                         "is right, and run the month first.")  # fmt: skip
    for ident in done:
        letter_pdf(desk, ident, LANG)
    with desk.writes() as writer:
        key = "done" if done else "nothing"
        keep_message(desk, writer, household, "repair_done", _message(desk, household, key, desk.today, reason), item_id)
        close(writer, item_id, reason)
    return Repaired(done)


def _open(desk: Desk, item_id: str) -> OpenItem:
    found = items_called(desk.database, desk.town.id, item_id)
    if not found or not item_id.startswith(f"{REPAIR}-"):
        raise UnknownName(f"There is no repair {item_id!r}.")
    if found[0].status == "closed":
        officer, why = str(found[0].owner), str(found[0].reason)
        raise AnsweredBefore(f"{officer} closed {item_id} already.", "closed_before", officer=officer, item=item_id, reason=why)
    return found[0]


def _taken_back(desk: Desk, item: OpenItem) -> int:
    """The event by which the wrong row was taken back."""
    key = f"put right {item.item_id.rsplit('-', 1)[1]}"
    return next(one.hseq for one in events(desk.database, desk.town.id, item.household or 0) if one.idem_key == key)


def _decided_since(desk: Desk, household: int, since: int) -> Iterator[str]:
    """What was decided or proposed because of our error after an event, one for each month and version."""
    for one in decisions(desk.database, desk.town.id, household):
        if one.hseq > since and one.decision.cause is Cause.GEMEENTE:
            yield f"{household}/{one.decision.month}/{one.decision.version}"
    for beside in waiting(desk.database, desk.town.id, household, last=True):
        if beside.hseq > since and isinstance(beside.value, Proposal) and beside.value.cause is Cause.GEMEENTE:
            yield f"{household}/{beside.value.month}/{beside.value.version}"


def _looked_at_since(desk: Desk, item: OpenItem) -> bool:
    """Whether a run looked at the household after the task was opened, and did not hold it; or found it past its term."""
    later = [one for one in runs(desk.database, desk.town.id) if one.started_at >= item.opened_at]
    found = [each.result for one in later for each in run_items(desk.database, desk.town.id, one.run_id)
             if each.household == item.household]  # fmt: skip
    stuck = any(isinstance(one.value, OutOfTerm) and one.outcome is None
                for one in waiting(desk.database, desk.town.id, item.household, last=True))  # fmt: skip
    return bool(found) and found[-1] in ("decided", "unchanged") and not stuck


def _message(desk: Desk, household: int, key: str, day: date, reason: str) -> Message:
    file, words = desk.file(household), WORDS[LANG]
    said = {"person": listed(list(file.persons), words["and"]), "day": day_text(day, LANG), "reason": reason.strip(),
            "contact": reached_at(desk, file, desk.today)}  # fmt: skip
    text = "\n\n".join(words[one].format(**said) for one in ("dear", key, "ask"))
    return Message(words[f"{key}_subject"], f"{text}\n")
