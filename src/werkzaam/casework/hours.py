# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Hours of work built up in steps, each looked back at together before the next (R-054).

A step never follows by itself: only a review that went well leads to the next. One that is too much stays where it is, and then
nothing is due any more until the client wants to go on: what somebody can carry is no debt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from werkzaam.casework.calendar import months_after
from werkzaam.casework.care import care_hours
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, in_order
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.limits import limit_of
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, has_left, text_of, texts_of, withdrawn
from werkzaam.casework.standing import spoken_of
from werkzaam.core.errors import InputError, NotAllowed

WENT_WELL, TOO_MUCH, BACK = "gelukt", "te_veel", "terug"
FOUND = (WENT_WELL, TOO_MUCH, BACK)
TOGETHER = frozenset({Role.SUPPORT, Role.CLIENT})
_MOST = 40

PLAN = Form(
    Kind.HOURS_PLAN, "hours plan", "plan hours of work in steps that the client chose",
    (
        Field("steps", "stappen", FieldKind.TEXTS, "hours a week of each step, such as 4,8,12,16 (default: by fours)"),
        Field("wish", "wens", FieldKind.COUNT, "hours a week that the client wants in the end", False, least=1, most=_MOST),
        Field("months", "maanden", FieldKind.COUNT, "months until a step is reviewed (default: 3)", False, least=1, most=24),
        Field("employer", "werkgever", FieldKind.TEXT, "where"),
    ),
    TOGETHER,
)  # fmt: skip
REVIEW = Form(
    Kind.HOURS_REVIEW, "hours review", "look back at a step together: on, stay, or back",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the plan", True, least=1),
        Field("found", "bevinding", FieldKind.OPTION, "gelukt: to the next step; te_veel: stay; terug: a step back", True, FOUND),
        Field("note", "notitie", FieldKind.TEXT, "what the client says of it"),
    ),
    TOGETHER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a plan is: the step (0 is the first), its hours a week, and the day to look back at it; no day when it rests."""

    step: int
    hours: int
    review: date | None


def proposed(wish: int, by: int) -> tuple[int, ...]:
    """Steps of so many hours up to the wish: 10 by 4 is 4, 8, 10."""
    if wish < 1 or by < 1:
        raise InputError(f"wens: hours above zero were expected; found a wish of {wish} in steps of {by}.")
    return (*range(by, wish, by), wish)


def steps_of(plan: Entry, office: Office) -> tuple[int, ...]:
    """The hours of a plan, step by step; raises InputError for steps that are no hours or do not rise."""
    said, wish = texts_of(plan, "steps"), count_of(plan, "wish")
    if not said:
        if wish is None:
            raise InputError("stappen: say the hours step by step, such as 4,8,12,16, or only the wish (wens).")
        return proposed(wish, office.terms.work.hours_step)
    if not all(one.isdecimal() and 0 < int(one) <= _MOST for one in said):
        raise InputError(f"stappen: whole hours a week up to {_MOST} were expected, such as 4,8,12,16; found {', '.join(said)}.")
    found = tuple(int(one) for one in said)
    if any(later <= earlier for earlier, later in pairwise(found)):
        raise InputError(f"stappen: each step has more hours than the one before; found {', '.join(said)}.")
    return found


def where(plan: Entry, dossier: Dossier, office: Office) -> Standing:
    """Where a plan is today, from its reviews in order; past its last step nothing is looked back at any more."""
    steps = steps_of(plan, office)
    step, since, rests = 0, plan.day, False
    reviews = [one for one in dossier.about(plan.seq) if one.kind is Kind.HOURS_REVIEW and not withdrawn(dossier, one)]
    for one in in_order(reviews):
        since, found = one.day, text_of(one, "found")
        rests = found != WENT_WELL or step + 1 == len(steps)
        step = min(step + 1, len(steps) - 1) if found == WENT_WELL else max(step - (found == BACK), 0)
    months = count_of(plan, "months") or office.terms.work.step_months
    return Standing(step, steps[step], None if rests else months_after(since, months))


def judge_plan(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A plan stays within what the client can do; care counts beside it."""
    steps = steps_of(entry, office)
    limit = limit_of(dossier, office.today)
    if limit is not None and steps[-1] > limit:
        raise NotAllowed(f"stappen: the client can or wants to work {limit} hours a week at most; end the steps there.")
    care = care_hours(dossier, office)
    if care:
        yield Remark("care_counted", {"hours": care, "steps": [str(one) for one in steps]})
    months = count_of(entry, "months") or office.terms.work.step_months
    yield Remark("hours_steps", {"steps": [str(one) for one in steps], "months": months})


def judge_review(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A review is of a plan; the remark says at how many hours it is now."""
    plan = spoken_of(entry, dossier, Kind.HOURS_PLAN)
    before, found = where(plan, dossier, office), text_of(entry, "found")
    if found == TOO_MUCH:
        yield Remark("stays_at", {"hours": before.hours})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The day to look back at the step that a plan is at; nothing for who left."""
    for plan in dossier.of(Kind.HOURS_PLAN):
        if has_left(dossier, office.today) or withdrawn(dossier, plan) or (plan.until is not None and plan.until < office.today):
            continue
        at = where(plan, dossier, office)
        if at.review is not None:
            yield Due(dossier.person, Reason.REVIEW, "hours_review", at.review, talk=True, minutes=office.terms.talk_minutes,
                      values={"step": at.step + 1, "hours": at.hours})  # fmt: skip


NOTION = Notion(
    (PLAN, REVIEW), {Kind.HOURS_PLAN: judge_plan, Kind.HOURS_REVIEW: judge_review}, dues, about=frozenset({Kind.HOURS_PLAN})
)
