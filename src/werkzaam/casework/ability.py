# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How many hours somebody is able to work, said by a professional or by the client (R-128).

A case manager does not judge health: their notes change nothing here, and what they can do is ask for an assessment. No duty is
ever shown above these hours: see `duties.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, in_order
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, withdrawal_of
from werkzaam.core.errors import InputError, NotAllowed

SETS = frozenset({Role.PROFESSIONAL, Role.CLIENT})
"""Who says how many hours: nobody else, and nobody else takes it back."""
GROUNDS = ("gezondheid", "zorg", "arbeidsomstandigheden", "anders")

ABILITY = Form(
    Kind.ABILITY, "ability set", "say how many hours a week the client is able to work",
    (
        Field("hours", "uren", FieldKind.COUNT, "hours a week", True, least=0, most=40),
        Field("ground", "grond", FieldKind.OPTION, "why not more", True, GROUNDS),
        Field("review_on", "herzien_op", FieldKind.DAY, "the day on which it is looked at again", True),
        Field("lasting", "blijvend", FieldKind.TRUTH, "whether the limitation is a lasting one"),
    ),
)  # fmt: skip
ASSESSMENT = Form(
    Kind.ASSESSMENT, "ability ask", "ask a professional to look at the hours that the client is able to work",
    (
        Field("because", "omdat", FieldKind.TEXT, "why; the client reads it", True),
        Field("of", "aan", FieldKind.TEXT, "which professional or organisation"),
        Field("agreed", "akkoord", FieldKind.TRUTH, "whether the client agrees", True),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT, Role.LEAD}),
)  # fmt: skip


def hours_able(dossier: Dossier, today: date) -> Entry | None:
    """The entry with the hours that hold on a day: the fewest that a professional or the client says now; None when nobody did.

    It holds after its review date too: that the review is late is our debt.
    """
    newest: dict[Role, Entry] = {}
    for entry in in_order(dossier.of(Kind.ABILITY)):
        holds = entry.day <= today and (entry.until is None or today <= entry.until)
        if entry.role in SETS and holds and not _taken_back(entry, dossier):
            newest[entry.role] = entry
    return min(newest.values(), key=lambda one: (int(str(one.body["hours"])), one.seq), default=None)


def _taken_back(entry: Entry, dossier: Dossier) -> bool:
    withdrawal = withdrawal_of(entry, dossier)
    return withdrawal is not None and withdrawal.role in SETS


def judge_ability(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """Refused to everybody but a professional and the client, with what they can do instead."""
    if entry.role not in SETS:
        raise NotAllowed(
            f"The hours that somebody is able to work are said by a professional or by the client; you are here as "
            f"{entry.role.value}. Ask for an assessment instead: werkzaam ability ask {dossier.person} ..."
        )
    review = day_of(entry.body["review_on"])
    if review <= entry.day:
        raise InputError(f"herzien_op: a day after {entry.day} was expected; found {review}.")
    if entry.replaces is not None:
        before = next((one for one in dossier.entries if one.seq == entry.replaces), None)
        if before is None or before.kind is not Kind.ABILITY or before.role is not entry.role:
            raise NotAllowed(f"Entry {entry.replaces} is not what you said yourself about hours; write a new one beside it.")
    return (Remark("ability_set", {"hours": entry.body["hours"], "review": review}),)


def judge_assessment(entry: Entry, _dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """Nobody is assessed who does not agree to it."""
    if not entry.body["agreed"]:
        raise NotAllowed("akkoord: an assessment is asked for when the client agrees to it. Talk about it first.")
    return (Remark("assessment_asked"),)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The review of the hours, and an assessment that was asked for."""
    able = hours_able(dossier, office.today)
    if able is not None:
        by = day_of(able.body["review_on"])
        yield Due(dossier.person, Reason.REVIEW, "ability_review", by, f"entry {able.seq}", values={"hours": able.body["hours"]})
    for asked in dossier.of(Kind.ASSESSMENT):
        said = (one for one in dossier.of(Kind.ABILITY) if one.role is Role.PROFESSIONAL)
        answered = any(one.order > asked.order for one in said)
        if not answered and withdrawal_of(asked, dossier) is None:
            by = asked.day + timedelta(office.terms.assessment_days)
            yield Due(dossier.person, Reason.PROMISE, "assessment", by, f"entry {asked.seq}", values={"day": asked.day})


NOTION = Notion(
    (ABILITY, ASSESSMENT),
    {Kind.ABILITY: judge_ability, Kind.ASSESSMENT: judge_assessment},
    dues,
    about=frozenset({Kind.ABILITY, Kind.ASSESSMENT}),
)
