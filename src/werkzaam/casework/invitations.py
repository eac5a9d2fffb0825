# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Inviting somebody, step by step; a lasting no; and danger that a professional saw (R-043, R-044, R-045)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from werkzaam.casework.activities import ACTIVITIES
from werkzaam.casework.barrier import barrier_check
from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.ladder import (
    CONTACT_DAY,
    HOME_VISIT,
    MEASURE,
    Done,
    Open,
    Position,
    Resting,
    Standing,
    Waiting,
    invitations,
    next_step,
    position,
    respects_no,
    resting,
)
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.open_day import of_the_day
from werkzaam.casework.standing import day_of
from werkzaam.casework.visits import support_visit_since
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.regime.guidance import Guidance, Step

OUTREACH = frozenset({Reason.LADDER, Reason.NORM, Reason.SILENCE, Reason.FOLLOW_UP})
"""Reasons for a talk that come from us; a signal, a question or a promise is the client's, and goes on."""
PACE = frozenset({"agreed_week", "agreed_weeks", "agreed_month", "agreed_months", "agree_frequency"})
"""A pace that was agreed before a lasting no does not outlive it."""
CONTACT, ACTIVITY = "contact", "activiteit"

INVITATION = Form(
    Kind.LADDER_STEP, "invite", "write down that you invited a client, by a step of the ladder of the regime",
    (
        Field("step", "trede", FieldKind.TEXT, "the step of the ladder; `werkzaam ladder` shows which may come next", True),
        Field("meet", "afspraak_op", FieldKind.DAY, "the day of the appointment"),
        Field("time", "tijd", FieldKind.TEXT, "the time of the appointment, such as 10:00"),
        Field("place", "plaats", FieldKind.TEXT, "where you would meet"),
    ),
    frozenset({Role.SUPPORT}),
)  # fmt: skip
REFUSAL = Form(
    Kind.REFUSAL, "refusal", "write down that a client does not want contact, or does not want an activity",
    (
        Field("of", "waarvan", FieldKind.OPTION, "what the client does not want", True, (CONTACT, ACTIVITY)),
        Field("lasting", "blijvend", FieldKind.TRUTH, "whether it is a lasting no", True),
        Field("activity", "activiteit", FieldKind.OPTION, "which activity", False, ACTIVITIES),
        Field("note", "notitie", FieldKind.TEXT, "in the client's words"),
    ),
)  # fmt: skip
DANGER = Form(
    Kind.DANGER, "danger", "a professional saw danger to the client or to others",
    (
        Field("to", "voor", FieldKind.OPTION, "to whom", True, ("inwoner", "anderen")),
        Field("because", "omdat", FieldKind.TEXT, "what was seen, in a few words", True),
    ),
    frozenset({Role.PROFESSIONAL}),
)  # fmt: skip


def judge_invitation(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """The step that may come, or the last one again; any other is refused with what comes first."""
    step = _step(entry, dossier)
    if entry.day > office.today:
        raise InputError(
            f"dag: {entry.day} is in the future; write an invitation down when it goes out. The day to meet is afspraak_op."
        )
    meet = entry.body.get("meet")
    if meet is not None and day_of(meet) < entry.day:
        raise InputError(f"afspraak_op: a day from {entry.day} on was expected; found {meet}.")
    _in_order(step, dossier, office)
    at = position(dossier, dossier.guidance.ladder) if dossier.guidance and dossier.guidance.ladder else Position(Standing.FRESH)
    if at.moved_by is not None and entry.day < at.moved_by.day:
        raise InputError(
            f"dag: a day from {at.moved_by.day} on was expected, the day of the last talk or absence; found {entry.day}."
        )
    last = at.last
    if step.action == HOME_VISIT and support_visit_since(dossier, last.day if last else None) is None:
        raise NotAllowed(
            "A home visit has a purpose and a ground that the client was told. Write those first: "
            f"werkzaam visit plan {dossier.person} --purpose steun ..."
        )
    yield Remark("ladder_letter", {"person": dossier.person})
    if meet is not None:
        yield from of_the_day(day_of(meet), entry.worker, office)


def _step(entry: Entry, dossier: Dossier) -> Step:
    """The step that is meant; raises NotAllowed where there is no ladder, UnknownName for no step of it."""
    guidance = dossier.guidance
    if guidance is None or guidance.ladder is None or not guidance.ladder.steps:
        raise NotAllowed(
            f"Nobody wrote down how client {dossier.person} is invited: {guidance.part if guidance else 'no guidance'} has no "
            "ladder. Log a contact instead."
        )
    asked = entry.body["step"]
    found = next((step for step in guidance.ladder.steps if step.code == asked), None)
    if found is None:
        known = ", ".join(step.code for step in invitations(guidance))
        raise UnknownName(f"trede: {asked!r} is no step of {guidance.part}. The steps are, in this order: {known}.")
    if found.action == MEASURE:
        raise NotAllowed(f"A measure is no invitation. It can only be proposed: werkzaam measure propose {dossier.person} ...")
    if found not in invitations(guidance):
        raise NotAllowed(f"{asked} asks nothing of anybody: {guidance.part} leaves the client in peace then. Nothing is written.")
    return found


def _in_order(step: Step, dossier: Dossier, office: Office) -> None:
    """Raises NotAllowed unless this step may come now."""
    following = next_step(dossier, office)
    if isinstance(following, Resting):
        raise NotAllowed(
            f"The client is left in peace until {following.until}, because of {following.because.day}. Only danger that a "
            "professional recorded changes that."
        )
    again = _last_taken(dossier) == step
    if isinstance(following, Waiting) and not again:
        raise NotAllowed(
            f"{step.code}: first comes what becomes of {following.step.code} of {following.invitation.day}. Only an absence "
            "without notice after it (werkzaam contact, opkomst niet_gekomen) moves the ladder; calling off does not."
        )
    came = isinstance(following, Done) and following.came
    first = _first(dossier.guidance, following)
    if step != first and (came or not again):
        comes = first.code if first else "nothing: the steps are over"
        raise NotAllowed(f"{step.code}: the steps go in order, and first comes {comes}.")


def _last_taken(dossier: Dossier) -> Step | None:
    """The step of the last invitation, which may always be repeated: a second letter of the same kind moves nobody."""
    ladder = dossier.guidance.ladder if dossier.guidance else None
    at = position(dossier, ladder) if ladder else None
    return ladder.steps[at.index] if ladder and at and at.last else None


def _first(guidance: Guidance | None, following: object) -> Step | None:
    """The step that may come: the open one, or the first of a new round once the client came."""
    if isinstance(following, Open):
        return following.step
    if isinstance(following, Done) and following.came and guidance is not None:
        return invitations(guidance)[0]
    return None


def judge_refusal(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A no is always written down as it is; what follows from it is said."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; a no is written down when it was said.")
    if entry.body["of"] == ACTIVITY:
        if "activity" not in entry.body:
            raise InputError("activiteit is missing: say which activity the client does not want.")
        others = [one for one in (dossier.guidance.activities if dossier.guidance else ()) if one != entry.body["activity"]]
        yield Remark("refusal_others", {"others": others}) if others else Remark("refusal_no_others")
    elif entry.body["lasting"] and respects_no(dossier.guidance):
        yield Remark("refusal_rest", {"until": months_after(entry.day, office.terms.rest_months)})
    elif entry.body["lasting"]:
        yield Remark("refusal_no_rest")


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The next step after an absence, what became of an invitation, and asking again after a rest."""
    following, guidance = next_step(dossier, office), dossier.guidance
    if isinstance(following, Resting):
        yield _due(dossier, "ladder_offer_again", following.until, values={"since": following.because.day})
    if isinstance(following, Waiting) and following.meet is not None:
        by = following.meet + timedelta(1)
        yield _due(dossier, "ladder_outcome", by, values={"day": following.meet, "step": following.step.action})
    if not isinstance(following, Open) or following.by is None or guidance is None:
        return
    if following.because is None:
        yield _due(
            dossier, "ladder_offer_again", following.by, values={"since": months_after(following.by, -office.terms.rest_months)}
        )
    elif following.step.action != MEASURE:
        talk = following.step.action in {HOME_VISIT, CONTACT_DAY}
        values = {"step": following.step.action, "missed": following.because.day}
        yield _due(dossier, "ladder_next", following.by, office.terms.talk_minutes if talk else 0, values=values)
    elif guidance.ladder and barrier_check(dossier, position(dossier, guidance.ladder).since) is None:
        yield _due(dossier, "ladder_barrier", following.by, office.terms.talk_minutes, values={"missed": following.because.day})


def without_outreach(found: Iterable[Due], dossier: Dossier, office: Office) -> list[Due]:
    """What is due without talks of our own making before the end of a rest (R-045); what the client asked for stays."""
    listed = list(found)
    if not any(_is_outreach(due) for due in listed):
        return listed
    rest = resting(dossier, office)
    return [due for due in listed if rest is None or not (_is_outreach(due) and due.by < rest.until)]


def _is_outreach(due: Due) -> bool:
    return due.talk and (due.reason in OUTREACH or due.code in PACE)


def _due(dossier: Dossier, code: str, by: object, minutes: int = 0, *, values: dict[str, object]) -> Due:
    source = dossier.guidance.source if dossier.guidance else ""
    return Due(dossier.person, Reason.LADDER, code, day_of(by), source, bool(minutes), minutes, values=values)


NOTION = Notion(
    (INVITATION, REFUSAL, DANGER), {Kind.LADDER_STEP: judge_invitation, Kind.REFUSAL: judge_refusal}, dues
)  # fmt: skip
