# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals: where a client wants to go, in which step and at which pace. A goal counts when the client agrees (R-035 to R-037).

No goal is preset and none comes first: the areas stand in the order of the alphabet, and leaving bijstand is one among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import confirmed, standing

AREAS = (
    "deeltijdwerk", "eigen_bedrijf", "gezondheid", "mantelzorg", "meer_uren", "opleiding", "schulden", "sociale_contacten",
    "taal", "uitstroom", "voltijdwerk", "vrijwilligerswerk",
)  # fmt: skip
OWNERS = ("klant", "klantmanager", "samen")
STEPPING_STONE, END_GOAL = "opstap", "einddoel"
PURPOSES = (STEPPING_STONE, END_GOAL)
"""What something is for: as a stepping stone it is looked back at after a year, as an end in itself it is not (R-056)."""
PROPOSED, CONFIRMED, REACHED = "voorgesteld", "afgesproken", "bereikt"

FORM = Form(
    Kind.GOAL, "goal set", "write down a goal",
    (
        Field("area", "gebied", FieldKind.OPTION, "what it is about", True, AREAS),
        Field("step", "stap", FieldKind.TEXT, "the next step", True),
        Field("pace", "tempo", FieldKind.TEXT, "how fast, as agreed", True),
        Field("owner", "eigenaar", FieldKind.OPTION, "whose goal it is", True, OWNERS),
        Field("hours", "uren", FieldKind.COUNT, "hours a week that the goal is about", least=1, most=60),
        Field("purpose", "waarvoor", FieldKind.OPTION, "a step towards something else, or what it is about", False, PURPOSES),
        Field("note", "notitie", FieldKind.TEXT, "in the client's own words"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that holds, and how it stands: voorgesteld, afgesproken or bereikt."""

    entry: Entry
    area: str
    status: str


def goals_of(dossier: Dossier, today: date) -> list[Goal]:
    """The goals that hold on a day, first to last; what the client set needs nobody's agreement."""
    return [Goal(entry, str(entry.body["area"]), _status(entry, dossier)) for entry in standing(dossier, Kind.GOAL, today)]


def _status(entry: Entry, dossier: Dossier) -> str:
    if any(one.kind is Kind.REVIEW and one.body.get("outcome") == REACHED for one in dossier.about(entry.seq)):
        return REACHED
    agreed = entry.role is Role.CLIENT or confirmed(dossier, entry.seq, Role.CLIENT)
    return CONFIRMED if agreed else PROPOSED


def counted_goals(dossier: Dossier, today: date) -> list[Goal]:
    """The goals that a report counts: those that the client agrees with."""
    return [goal for goal in goals_of(dossier, today) if goal.status != PROPOSED]


def takes_part(dossier: Dossier, today: date) -> bool:
    """Whether a client takes part by their goals: a goal in care or health counts for as much as one in work (R-036)."""
    return bool(counted_goals(dossier, today))


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A goal of ours waits for the client; where the client sets the goals, ours is an offer."""
    if entry.role is Role.CLIENT:
        return
    yield Remark("goal_waits", {"days": office.terms.confirm_days})
    if dossier.guidance is not None and dossier.guidance.goals_by == "inwoner":
        yield Remark("goal_is_an_offer")


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """Ask whether the client agrees with a goal; nothing follows for the client from one that waits."""
    for goal in goals_of(dossier, office.today):
        if goal.status == PROPOSED:
            by = goal.entry.day + timedelta(office.terms.confirm_days)
            yield Due(
                dossier.person, Reason.PLAN, "goal_to_confirm", by, f"nr. {goal.entry.seq}", values={"area": f"doel_{goal.area}"}
            )


NOTION = Notion((FORM,), {Kind.GOAL: judge}, dues, about=frozenset({Kind.GOAL}))
