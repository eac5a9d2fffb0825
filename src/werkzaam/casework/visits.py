# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Home visits: what each is for, on which ground, when the client was told, and what came of it (R-046).

A visit is either support or control, never both. Support is written by who helps and control by who enforces, so that what was
seen on a support visit cannot be read by enforcement (see `access.py`). A visit to control has a ground and somebody who approved
it; a second one within some months has a new ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, spoken_of, withdrawal_of
from werkzaam.core.errors import InputError, NotAllowed

SUPPORT, CONTROL = "steun", "controle"
_WRITES = {SUPPORT: frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.AFTERCARE}), CONTROL: frozenset({Role.ENFORCEMENT})}

PLAN = Form(
    Kind.VISIT, "visit plan", "write down what a home visit is for, before it is made",
    (
        Field("visit_on", "bezoek_op", FieldKind.DAY, "the day of the visit", True),
        Field("purpose", "doel", FieldKind.OPTION, "what it is for: support or control, never both", True, (SUPPORT, CONTROL)),
        Field("ground", "grond", FieldKind.TEXT, "why this visit is made, as the client was or will be told", True),
        Field("told_on", "verteld_op", FieldKind.DAY, "the day on which the client is told the ground", True),
        Field("organisation", "organisatie", FieldKind.TEXT, "for which organisation the visitor comes", True),
        Field("known", "gegevens", FieldKind.TEXT, "what the visitor knows beforehand, such as name and address", True),
        Field("approved_by", "goedgekeurd_door", FieldKind.TEXT, "who approved a visit to control"),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.AFTERCARE, Role.ENFORCEMENT}),
)  # fmt: skip
OUTCOME = Form(
    Kind.VISITED, "visit done", "write down what came of a home visit, and that the client heard it",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the visit", True, least=1),
        Field("outcome", "uitkomst", FieldKind.TEXT, "what came of it", True),
        Field("told_on", "verteld_op", FieldKind.DAY, "the day on which the client hears the outcome", True),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.AFTERCARE, Role.ENFORCEMENT}),
)  # fmt: skip


def support_visit_since(dossier: Dossier, day: date | None) -> Entry | None:
    """A support visit that was planned for a day from then on; None when there is none."""
    found = [one for one in _visits(dossier, SUPPORT) if day is None or day_of(one.body["visit_on"]) >= day]
    return found[-1] if found else None


def judge_plan(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Who helps never controls; the ground is told at the visit at the latest; control needs approval, and again a new ground."""
    purpose, day, told = str(entry.body["purpose"]), day_of(entry.body["visit_on"]), day_of(entry.body["told_on"])
    if entry.role not in _WRITES[purpose]:
        allowed = ", ".join(sorted(role.value for role in _WRITES[purpose]))
        raise NotAllowed(f"A visit for {purpose} is made by {allowed}; you are here as {entry.role.value}.")
    if day < entry.day:
        raise InputError(f"bezoek_op: a day from {entry.day} on was expected, because a visit is planned first; found {day}.")
    if told > day:
        raise NotAllowed(f"verteld_op: the client hears the ground at the visit at the latest ({day}); found {told}.")
    if purpose == CONTROL:
        _of_control(entry, day, dossier, office)
    values = {name: entry.body[name] for name in ("organisation", "ground", "known")} | {"day": day}
    yield Remark(f"visit_say_{purpose}", values)


def _of_control(entry: Entry, day: date, dossier: Dossier, office: Office) -> None:
    if entry.body.get("approved_by") in (None, entry.worker):
        raise NotAllowed("goedgekeurd_door: a visit to control is approved by somebody else than who makes it. Say who did.")
    months = office.terms.visit_ground_months
    for one in _visits(dossier, CONTROL):
        before = day_of(one.body["visit_on"])
        if day < months_after(before, months) and _same(one.body["ground"], entry.body["ground"]):
            raise NotAllowed(
                f"A visit to control was made or planned on {before} on the same ground. A second one within {months} months "
                "has a new ground and a new approval."
            )


def _same(one: object, other: object) -> bool:
    return " ".join(str(one).casefold().split()) == " ".join(str(other).casefold().split())


def judge_outcome(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """The outcome of a visit that was made, by who wrote it down, and told to the client."""
    visit = spoken_of(entry, dossier, Kind.VISIT)
    day = day_of(visit.body["visit_on"])
    if visit.role is not entry.role:
        raise NotAllowed(f"The visit was planned as {visit.role.value}; its outcome is written in the same capacity.")
    if any(one.kind is Kind.VISITED for one in dossier.about(visit.seq)):
        raise NotAllowed(f"The outcome of visit {visit.seq} was written before; put it right with --instead-of.")
    if entry.day < day:
        raise InputError(f"dag: the visit is on {day}; its outcome is written when it has been.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The outcome of a visit, until it is written and the client heard it."""
    for visit in _visits(dossier):
        if not any(one.kind is Kind.VISITED for one in dossier.about(visit.seq)):
            day = day_of(visit.body["visit_on"])
            by = day + timedelta(office.terms.visit_outcome_days)
            yield Due(
                dossier.person, Reason.PROMISE, "visit_outcome", by, f"entry {visit.seq}", values={"day": day, "seq": visit.seq}
            )


def _visits(dossier: Dossier, purpose: str | None = None) -> list[Entry]:
    """The visits that were planned and not withdrawn."""
    found = (one for one in dossier.of(Kind.VISIT) if withdrawal_of(one, dossier) is None)
    return [one for one in found if purpose is None or one.body.get("purpose") == purpose]


NOTION = Notion((PLAN, OUTCOME), {Kind.VISIT: judge_plan, Kind.VISITED: judge_outcome}, dues, about=frozenset({Kind.VISIT}))
