# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Plans of action: versions that stay readable, an optional signature, and the term in which a regime wants one (R-047)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.goals import OWNERS
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import confirmed, day_of, standing
from werkzaam.casework.under import since_of
from werkzaam.core.errors import InputError
from werkzaam.facts.working_days import working_days_after
from werkzaam.regime.guidance import Guidance

FORM = Form(
    Kind.PLAN, "plan write", "write a plan, or the next version of it",
    (
        Field("owner", "eigenaar", FieldKind.OPTION, "whose plan it is", True, OWNERS),
        Field("text", "tekst", FieldKind.TEXT, "what is going to be done, by whom"),
        Field("goals", "doelen", FieldKind.TEXTS, "the numbers of the goals it is for; a new plan has none"),
        Field("signed", "ondertekend", FieldKind.DAY, "the day on which the client signed"),
        Field("next_talk", "volgend_gesprek", FieldKind.DAY, "the day on which you look at it together again"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT}),
)  # fmt: skip


def versions(dossier: Dossier) -> list[tuple[int, Entry]]:
    """Every version with its number, first to last; a withdrawn one keeps its number."""
    return list(enumerate(dossier.of(Kind.PLAN), 1))


def current(dossier: Dossier, today: date) -> tuple[int, Entry] | None:
    """The newest version that holds; None without a plan."""
    holds = {entry.seq for entry in standing(dossier, Kind.PLAN, today)}
    return next((one for one in reversed(versions(dossier)) if one[1].seq in holds), None)


def signed(plan: Entry, dossier: Dossier) -> bool:
    """Whether the client signed a version, on paper or by agreeing with it."""
    return "signed" in plan.body or confirmed(dossier, plan.seq, Role.CLIENT)


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """The goals that a plan names are there; the next talk lies ahead."""
    known = {one.seq for one in standing(dossier, Kind.GOAL, entry.day)}
    named = entry.body.get("goals", ())
    for number in named if isinstance(named, tuple) else ():
        if not number.isdecimal() or int(number) not in known:
            raise InputError(f"doelen: the number of a goal that holds was expected; found {number!r}. Known are: "
                             f"{', '.join(map(str, sorted(known))) or 'none'}.")  # fmt: skip
    talk, mark = entry.body.get("next_talk"), entry.body.get("signed")
    if talk is not None and day_of(talk) <= entry.day:
        raise InputError(f"volgend_gesprek: a day after {entry.day} was expected; found {talk}.")
    if mark is not None and day_of(mark) > office.today:
        raise InputError(f"ondertekend: a day up to {office.today} was expected; found {mark}.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """The plan that the regime wants by its term, its signature where the regime wants one, and the talk that was agreed."""
    guidance, now = dossier.guidance, current(dossier, office.today)
    if guidance is not None and guidance.plan_required:
        since = since_of(dossier)
        if since is not None and (now is None or now[1].day < since):
            yield from _first(dossier, office, guidance, since)
    if now is None:
        return
    number, plan = now
    if guidance is not None and guidance.plan_signed and not signed(plan, dossier):
        by = plan.day + timedelta(office.terms.confirm_days)
        yield Due(dossier.person, Reason.PLAN, "plan_to_sign", by, guidance.source, values={"version": number})
    talk = plan.body.get("next_talk")
    if talk is not None and not any(one.day > plan.day and one.presence == CAME for one in dossier.contacts):
        yield Due(dossier.person, Reason.PROMISE, "plan_talk", day_of(talk), f"nr. {plan.seq}", True, office.terms.talk_minutes,
                  values={"version": number})  # fmt: skip


def _first(dossier: Dossier, office: Office, guidance: Guidance, since: date) -> Iterator[Due]:
    """The first plan; a regime that wants one and states no term makes nothing due on a day (the dossier's page says so)."""
    days = guidance.plan_working_days
    if days is not None:
        yield Due(dossier.person, Reason.PLAN, "plan_due", working_days_after(since, days), guidance.source, True,
                  office.terms.talk_minutes, values={"days": days})  # fmt: skip


NOTION = Notion((FORM,), {Kind.PLAN: judge}, dues)
