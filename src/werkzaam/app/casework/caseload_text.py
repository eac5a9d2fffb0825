# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The caseload page as plain text, and the form for the yearly talk with a case manager."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.casework.caseload import CaseloadPage
from werkzaam.app.casework.caseload_tables import Gap, Head, Item, Note, Pairs, Writer, sections
from werkzaam.app.casework.caseload_tables import part_name as part_name  # Where others look for these.
from werkzaam.app.casework.caseload_tables import shown as shown
from werkzaam.app.text_layout import day_text, grid, heading, paragraph
from werkzaam.app.texts.casework_caseload import WORDS
from werkzaam.casework.contacts import INITIATORS
from werkzaam.casework.dose import Summary
from werkzaam.casework.evaluation import TEMPLATE


def caseload_text(page: CaseloadPage, lang: str) -> str:
    """All of the page."""
    write = Writer(page, lang)
    period = write.days(page.period)
    lines = [*heading(write.word("title_team" if page.team else "title", town=page.town, team=page.team)),
             *paragraph(write.word("intro", **period))]  # fmt: skip
    for section in sections(page, lang):
        lines += ["", *(line for item in section for line in _lines(item))]
    return "\n".join(lines) + "\n"


def _lines(item: Item) -> Iterator[str]:
    match item:
        case Head(text):
            yield text.upper()
        case Note(text, hanging):
            yield from paragraph(text, hanging="  " if hanging else "")
        case Pairs(rows):
            width = max(len(name) for name, _ in rows)
            yield from (f"{name.ljust(width)}  {said}" for name, said in rows)
        case Gap():
            yield ""
        case _:
            yield from grid(item.heads, item.rows)


def evaluation_text(lang: str) -> str:
    """The empty form for the yearly talk with a case manager, as Markdown: no field for outflow (R-272)."""
    words = WORDS[lang]
    lines = [f"# {words['form_title']}", "", words["form_intro"]]
    for number, item in enumerate(TEMPLATE, 1):
        lines += ["", f"## {number}. {words[item.code]}", "", words["answer"]]
    return "\n".join(lines) + "\n"


def log_text(person: int, found: Summary, lang: str) -> str:
    """The contacts with one client, by channel and who took the first step (R-026)."""
    words = WORDS[lang]
    days = {"first": day_text(found.period.first, lang), "last": day_text(found.period.last, lang)}
    rows = [[words[channel], str(number), *(str(found.both.get((channel, one), 0)) for one in INITIATORS)]
            for channel, number in found.channels.items()]  # fmt: skip
    rows.append([words["all"], str(found.contacts), *(str(found.initiators[one]) for one in INITIATORS)])
    head = [words["channel"], words["all"], *(words[one] for one in INITIATORS)]
    told = words["log_total"].format(contacts=found.contacts, missed=found.missed)
    return "\n".join([*heading(words["log_title"].format(person=person, **days)), told, "", *grid(head, rows)]) + "\n"
