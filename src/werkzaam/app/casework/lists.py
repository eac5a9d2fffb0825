# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists over all clients: goals that were agreed, referrals with what came of them, and questions that wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, grid, heading, paragraph, percent
from werkzaam.app.texts.casework import WORDS as SAID
from werkzaam.app.texts.casework_lists import WORDS
from werkzaam.casework.entry import Role
from werkzaam.casework.goals import AREAS, PROPOSED, goals_of, takes_part
from werkzaam.casework.questions import Ticket, open_questions
from werkzaam.casework.referral import Referrals, referrals


@dataclass(frozen=True, slots=True)
class Goals:
    """How many clients have a goal that they agree with, by area; goals that wait for the client are in no other count."""

    clients: int
    taking_part: int
    waiting: int
    by_area: dict[str, int]


def goals(desk: Desk) -> Goals:
    """The goals of a town on the desk's day."""
    counted: Counter[str] = Counter()
    taking_part = waiting = 0
    found = dossiers(desk, Role.SUPPORT, purpose="een overzicht maken")
    for dossier in found.values():
        mine = goals_of(dossier, desk.today)
        counted.update({goal.area for goal in mine if goal.status != PROPOSED})
        waiting += sum(goal.status == PROPOSED for goal in mine)
        taking_part += takes_part(dossier, desk.today)
    return Goals(len(found), taking_part, waiting, {area: counted[area] for area in AREAS})


def goals_text(found: Goals, day: date, lang: str) -> str:
    """The goals as a table in the order of the alphabet: no area comes first because of what it is."""
    words = WORDS[lang]
    rows = sorted((SAID[lang][f"doel_{area}"], str(count)) for area, count in found.by_area.items())
    lines = [*heading(words["goals_title"].format(day=day_text(day, lang))), ""]
    lines += grid([words["goals_area"], words["goals_clients"]], rows)
    told = words["goals_told"].format(clients=found.clients, part=found.taking_part, waiting=found.waiting)
    return "\n".join([*lines, "", *paragraph(told)]) + "\n"


def referrals_made(desk: Desk, first: date, last: date) -> Referrals:
    """The referrals of a town that were made from a day to a day, both included, with what is known of them on the desk's day."""
    return referrals(dossiers(desk, Role.SUPPORT, purpose="een overzicht maken").values(), first, last)


def referrals_text(found: Referrals, first: date, last: date, lang: str) -> str:
    """How many referrals came back, and what comes next for each that did."""
    words, share = WORDS[lang], found.share_back
    title = words["referrals_title"].format(first=day_text(first, lang), last=day_text(last, lang))
    lines = [*heading(title), ""]
    if share is None:
        return "\n".join([*lines, words["referrals_none"]]) + "\n"
    told = words["referrals_told"].format(made=found.made, back=found.came_back, share=percent(share, lang), open=found.open)
    lines += paragraph(told)
    for person, step in found.next_steps:
        lines += paragraph(words["referrals_step"].format(person=person, step=step), hanging="  ")
    return "\n".join(lines) + "\n"


def questions(desk: Desk, role: Role) -> list[tuple[int, Ticket]]:
    """The questions of a town that wait, each with the client's number, the first term first.

    Those of the team leader are late or have no owner.
    """
    office = office_of(desk)
    found = [
        (person, one)
        for person, dossier in dossiers(desk, role, purpose="een overzicht maken").items()
        for one in open_questions(dossier, office)
    ]
    mine = (row for row in found if role is not Role.LEAD or row[1].for_lead)
    return sorted(mine, key=lambda row: (row[1].by, row[1].entry.seq, row[0]))


def questions_text(found: Iterable[tuple[int, Ticket]], lang: str) -> str:
    """The questions that wait, as lines."""
    words, lines = WORDS[lang], list[str]()
    for person, one in found:
        owner = one.owner or words["questions_no_owner"]
        line = words["questions_line"].format(
            by=one.by, person=person, seq=one.entry.seq, owner=owner, text=one.entry.body["text"]
        )
        lines += paragraph(line, hanging="  ")
    return "\n".join(lines or [words["questions_none"]]) + "\n"
