# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A question about one line of a month: asked with one tap, kept as a task with an owner and a term, and its answer.

It waits in the queue of the officers who settle income, because the line is theirs to change (decision 0188). The item keeps the
month, the name of the line and what it showed, so that whoever answers opens the same line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import coded
from werkzaam.app.month_page import MonthPage
from werkzaam.app.page_lines import Line
from werkzaam.app.portal.attachment import Attachment
from werkzaam.app.portal.own_changes import past_of
from werkzaam.core.digest import digest
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.facts.working_days import working_days_after
from werkzaam.store.attached import attach, attached, attached_known
from werkzaam.store.queue import OpenItem, items_called, open_item

CODES = ("line_question", "line_question_plain", "pace_asked", "back_said")
"""What a person can ask from their money pages: about a line with or without words, about the pace of paying back, and what they
say of a proposal."""
_PREFIX, _LENGTH = "vraag", 10


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """One question: its number, about which line of which month, what the line showed, what was asked, and where it stands.

    `due` is the last day for the answer, `owner` who has it (nobody yet: the team), `answer` what came of it.
    """

    number: str
    code: str
    month: Month
    line: str
    title: str
    text: str
    asked_on: date
    due: date
    owner: str | None
    status: str
    answer: str | None

    @property
    def short(self) -> str:
        """Its number as the person has it, which says nothing of whose it is."""
        return number_of(self.number)

    @property
    def closed(self) -> bool:
        """Whether it was answered."""
        return self.status == "closed"


def named(page: MonthPage) -> Iterator[tuple[str, Line]]:
    """The lines of a page with what each is called: the name of its rule, numbered where it stands there more than once."""
    seen: dict[str, int] = {}
    for section in page.sections:
        for line in section.lines:
            seen[line.name] = seen.get(line.name, 0) + 1
            yield (line.name if seen[line.name] == 1 else f"{line.name}.{seen[line.name]}"), line


def line_called(page: MonthPage, ref: str) -> Line:
    """The line of a page by what it is called; raises UnknownName."""
    for name, line in named(page):
        if name == ref:
            return line
    raise UnknownName(f"{page.month} has no line called {ref!r}.")


def ask(
    desk: Desk, household: int, month: Month, line: str, title: str, *, text: str = "", once: str = "", code: str = "",
    file: Attachment | None = None,
) -> LineQuestion:  # fmt: skip
    """Keep a question about a line and give it to who decided the month; the same form sent twice is one question.

    `line` is what the line is called, `title` what the person read there. `code` is one of CODES. A file is kept with
    the question or, when anything fails, neither is.
    """
    said = text.strip()
    kind = code or ("line_question" if said else "line_question_plain")
    added = [hashlib.sha256(file.body).hexdigest()] if file else []
    short = digest("line question", household, str(month), line, said, *added, once or desk.moment)[:_LENGTH]
    number = f"{_PREFIX} {household} {short}"
    if not items_called(desk.database, desk.town.id, number):
        kept = coded(kind, month=str(month), line=line, title=title, text=said)
        with desk.writes() as writer:
            owner = past_of(desk, household).made_by.get(month)
            open_item(writer, number, kind="question", text=kept, household=household, owner=owner)
            if file is not None:
                attach(writer, number, file.media_type, file.body)
    return question_called(desk, household, short)


def questions_of(desk: Desk, household: int) -> list[LineQuestion]:
    """The questions that were asked from the money pages of a household, newest first."""
    found = items_called(desk.database, desk.town.id, f"{_PREFIX} {household} ", beginning=True)
    days = office_of(desk).terms.answer_working_days if found else 0
    return [_read(one, days) for one in reversed(found)]


def question_called(desk: Desk, household: int, short: str) -> LineQuestion:
    """A question of a household by the number that the person has; raises UnknownName for one that is not theirs."""
    found = items_called(desk.database, desk.town.id, f"{_PREFIX} {household} {short}")
    if not found:
        raise UnknownName(f"Household {household} has no question {short!r}.")
    return _read(found[0], office_of(desk).terms.answer_working_days)


def file_size(desk: Desk, household: int, short: str) -> int | None:
    """Of how many bytes the file is that was added to a question of a household; None where there is none."""
    found = attached_known(desk.database, desk.town.id, f"{_PREFIX} {household} {short}")
    return None if found is None else found[1]


def file_of(desk: Desk, household: int, short: str) -> Attachment | None:
    """The file itself; None where there is none."""
    found = attached(desk.database, desk.town.id, f"{_PREFIX} {household} {short}")
    return Attachment(*found) if found else None


def file_fingerprint(desk: Desk, household: int, short: str) -> dict[str, object] | None:
    """What the file of a question is, its size in bytes and its SHA-256, to know it by; None where there is none."""
    found = attached_known(desk.database, desk.town.id, f"{_PREFIX} {household} {short}")
    return None if found is None else dict(zip(("soort", "bytes", "sha256"), found, strict=True))


def number_of(item_id: str) -> str:
    """The number of a question as the person has it, from the name of its item."""
    return item_id.rpartition(" ")[2]


def _read(item: OpenItem, days: int) -> LineQuestion:
    values = json.loads(item.text)
    asked = date.fromisoformat(item.opened_at[:10])
    due = working_days_after(asked, days)
    return LineQuestion(
        item.item_id, values["code"], Month.parse(values["month"]), values["line"], values["title"], values["text"], asked, due,
        item.owner, item.status, item.reason if item.status == "closed" else None,
    )  # fmt: skip
