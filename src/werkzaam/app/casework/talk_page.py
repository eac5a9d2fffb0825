# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The preparation of a talk as text: how to begin, what there is with money first, wishes with vacancies, and then duties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from werkzaam.app.casework.agenda import money_dues
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.said import sentence
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, decimal, heading, paragraph
from werkzaam.casework.attention import Waiting
from werkzaam.casework.entry import Role
from werkzaam.casework.notions import due_of
from werkzaam.casework.talk_guide import Guide, guide_of
from werkzaam.casework.vacancies import Match, Vacancy


def prepared(desk: Desk, person: int, vacancies: Iterable[Vacancy] = ()) -> Guide:
    """The guide of a client's next talk, with what waits in the ledger; raises UnknownName for who is not there."""
    dossier = dossier_of(desk, person, Role.SUPPORT)
    money = [replace(due, person=person) for due in money_dues(desk).get(dossier.household, ())]
    return guide_of(dossier, [*money, *due_of(dossier, office_of(desk))], vacancies, desk.today)


def talk_text(guide: Guide, person: int, lang: str) -> str:
    """The page."""
    lines = [*heading(sentence("talk_title", lang, {"person": person})), "", sentence("talk_open", lang)]
    lines += [f"  – {sentence(code, lang)}" for code in guide.opening]
    if guide.items:
        lines += ["", sentence("talk_items", lang)]
    for number, due in enumerate(guide.items, 1):
        when = sentence("by", lang, {"by": due.by})
        lines += paragraph(f"{number}. {sentence(due.code, lang, due.values)} ({when})", "  ", "   ")
    lines += ["", sentence("talk_wishes", lang)]
    lines += [f"  – {wish}" for wish in guide.wishes] or paragraph(sentence("no_wishes", lang), "  ")
    if guide.vacancies:
        lines += ["", sentence("talk_vacancies", lang), *(line for one in guide.vacancies for line in _vacancy(one, lang))]
    lines += ["", sentence("talk_rights", lang)]
    for duty in guide.duties:
        lines += paragraph(duty.code + (f" ({sentence('not_enforced', lang)})" if duty.enforced is False else ""), "  – ", "  ")
    if not guide.duties:
        lines += paragraph(sentence("no_duties", lang), "  ")
    return "\n".join(lines) + "\n"


def _vacancy(match: Match, lang: str) -> list[str]:
    one = match.vacancy
    cells = [one.title, one.place, sentence("hours_a_week", lang, {"hours": one.hours}) if one.hours else ""]
    cells += [sentence("by", lang, {"by": day_text(one.until, lang)})] if one.until else []
    return paragraph(f"{match.wish}: [{one.number}] {', '.join(filter(None, cells))}", "  ", "  ")


def waiting_text(waiting: Iterable[Waiting], talks: int, lang: str) -> str:
    """The waiting time of each need as text, also of those who get no time."""
    lines = [*heading(sentence("waiting_title", lang, {"talks": talks})), ""]
    for one in waiting:
        values: dict[str, object] = {"need": one.need, "clients": one.clients, "planned": one.this_week}
        if one.weeks is None or one.asked is None:
            lines += paragraph(sentence("waiting_none", lang, values))
        else:
            values |= {"weeks": decimal(one.weeks, lang, 1), "asked": decimal(one.asked, lang, 1)}
            lines += paragraph(sentence("waiting", lang, values))
    return "\n".join(lines) + "\n"
