# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters of a household in one place: each with what it says in a sentence, and as it was sent (R-139).

A decision of which no letter was printed yet stands here too: its letter is made and kept when it is first opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Proposal
from werkzaam.store.decisions import decisions
from werkzaam.store.events import events
from werkzaam.store.letters import Letter, StoredLetter, letters
from werkzaam.store.proposals import waiting

COPY = "_copy"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """A letter in the archive: what it is (`code`), its day and month, and the amounts in cents that its sentence names.

    `number` is that of a kept letter; `month` and `version` name the decision of one that is made when it is opened.
    """

    code: str
    day: date
    number: int | None = None
    month: Month | None = None
    version: int | None = None
    becomes: int = 0
    was: int | None = None
    claim: int = 0
    subject: str = ""


def archive_of(desk: Desk, household: int) -> list[ArchiveLine]:
    """Every letter, the newest first."""
    kept = [one for one in letters(desk.database, desk.town.id, household) if not one.letter.kind.endswith(COPY)]
    printed = {(one.letter.month, one.letter.version): one for one in kept if one.letter.kind == "decision"}
    days = {one.hseq: date.fromisoformat(one.recorded_at[:10]) for one in events(desk.database, desk.town.id, household)}
    lines = [*_decided(desk, household, days), *_proposed(desk, household, days)]
    lines += [_other(one) for one in kept if one not in printed.values() and one.letter.kind != "proposal"]
    return sorted(lines, key=lambda one: (one.day, one.month.index if one.month else 0, one.version or 0), reverse=True)


def _decided(desk: Desk, household: int, days: dict[int, date]) -> Iterator[ArchiveLine]:
    """Each decision: what the month became, and what it was before."""
    before: dict[Month, int] = {}
    for one in decisions(desk.database, desk.town.id, household):
        made, was = one.decision, before.get(one.decision.month)
        claimed = made.claim_after - made.claim_before
        first = "letter_provisional" if made.due.provisional else "letter_settled"
        changed = "letter_higher" if was is None or made.due.cents > was else "letter_claim" if claimed > 0 else "letter_lower"
        code = first if was is None or was == made.due.cents else changed
        yield ArchiveLine(code, days[one.hseq], None, made.month, made.version, made.due.cents, was, max(claimed, 0))
        before[made.month] = made.due.cents


def _proposed(desk: Desk, household: int, days: dict[int, date]) -> Iterator[ArchiveLine]:
    """What is proposed and waits: nothing is decided yet."""
    for one in waiting(desk.database, desk.town.id, household, last=True):
        if isinstance(one.value, Proposal) and one.outcome is None:
            about = one.value
            yield ArchiveLine("letter_proposal", days[one.hseq], None, about.month, about.version, about.due.cents,
                              about.due.cents - about.difference)  # fmt: skip


def _other(one: StoredLetter) -> ArchiveLine:
    """A message or statement; the first line of a message says what it is about."""
    kind, kept = one.letter.kind, one.letter
    subject = kept.body.decode().split("\n", 1)[0] if not kept.media_type.startswith(PDF) else ""
    return ArchiveLine(f"letter_{kind}" if kind in _KNOWN else "letter_other", kept.sent_on, one.hseq, subject=subject)


_KNOWN = frozenset({"preview", "message", "statement", "offer", "held", "objection", "payslips"})


def kept_letter_of(desk: Desk, household: int, number: int) -> Letter:
    """A kept letter by its number; raises UnknownName for one that is not there."""
    found = next((one for one in letters(desk.database, desk.town.id, household) if one.hseq == number), None)
    if found is None:
        raise UnknownName(f"Letter {number} is not among the letters of household {household}.")
    return found.letter


def decision_letter(desk: Desk, household: int, month: Month, version: int, lang: str) -> bytes:
    """The letter about a version of a month as PDF, as it was sent or made now; raises InputError when there is none."""
    return letter_pdf(desk, f"{household}/{month}/{version}", lang)
