# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Requests for education, a course, language or another instrument, who pays them, and what was decided (R-052, R-059).

No request is refused by itself, and a promise of a job is never a condition: there is no ground of that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.goal_codes import GOALS
from werkzaam.casework.language import SETTINGS, intensity
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, day_of, same_name, text_of, withdrawn
from werkzaam.casework.standing import spoken_of
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.money import format_euro

LANGUAGE = "taal"
WHAT = ("opleiding", "cursus", LANGUAGE, "instrument")
GRANTED, PARTLY, NOT_GRANTED, TAKEN_BACK = "toegekend", "deels", "niet_toegekend", "ingetrokken"
DECISIONS = (GRANTED, PARTLY, NOT_GRANTED, TAKEN_BACK)
GROUNDS = ("past_niet_bij_doel", "ander_aanbod", "geen_plaats", "te_duur", "anders")
"""Why a request was not granted. That no employer promised a job is no ground."""
DECIDERS = frozenset({Role.SUPPORT, Role.LEAD})
AWB = "Awb 4:13"

REQUEST = Form(
    Kind.REQUEST, "request make", "write down what a client asks for: education, a course, language or another instrument",
    (
        Field("what", "wat", FieldKind.OPTION, "what kind of thing is asked", True, WHAT),
        Field("name", "naam", FieldKind.TEXT, "which one, such as a course by its name", True),
        Field("goal", "doel", FieldKind.OPTION, "what it is for", False, GOALS),
        Field("cost", "kosten", FieldKind.CENTS, "what it costs", False, least=0),
        Field("employer", "werkgever", FieldKind.TEXT, "the employer who pays a part"),
        Field("employer_share", "werkgever_betaalt", FieldKind.CENTS, "what the employer pays", False, least=0),
        Field("own_share", "zelf", FieldKind.CENTS, "what the client wants to pay", False, least=0),
        Field("guarantee", "baangarantie", FieldKind.TRUTH, "whether the employer promised a job; never a condition"),
        Field("hours", "uren", FieldKind.COUNT, "hours a week; needed for language", False, least=1, most=40),
        Field("setting", "waar", FieldKind.OPTION, "where it is given; needed for language", False, SETTINGS),
        Field("note", "notitie", FieldKind.TEXT, "why the client wants it"),
    ),
)  # fmt: skip
DECIDED = Form(
    Kind.DECIDED, "request decide", "decide a request, or take a decision back with notice",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the request", True, least=1),
        Field("decision", "besluit", FieldKind.OPTION, "what was decided", True, DECISIONS),
        Field("budget", "uit_budget", FieldKind.CENTS, "what the town pays", False, least=0),
        Field("ground", "grond", FieldKind.OPTION, "the ground on which it was not granted", False, GROUNDS),
        Field("reason", "omdat", FieldKind.TEXT, "why, in words that the client can check"),
        Field("told", "verteld_op", FieldKind.DAY, "the day the client was told that it is taken back"),
        Field("ends", "stopt_op", FieldKind.DAY, "the last day it is paid when it is taken back"),
    ),
    DECIDERS,
)  # fmt: skip
COURSE_DONE = Form(
    Kind.COURSE_DONE, "request done", "write down a course or track that a client did",
    (
        Field("name", "naam", FieldKind.TEXT, "which one", True),
        Field("result", "uitkomst", FieldKind.OPTION, "how it ended", True, ("afgerond", "gestopt")),
        Field("note", "notitie", FieldKind.TEXT, "what came of it"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Funding:
    """Who pays a request, in cents; `open` is what nobody pays yet."""

    cost: int
    employer: int
    own: int
    budget: int

    @property
    def open(self) -> int:
        """What nobody pays yet."""
        return self.cost - self.employer - self.own - self.budget

    @property
    def funded(self) -> bool:
        """Whether it is paid in full."""
        return self.open == 0


def funding(cost: int, budget_left: int, employer: int = 0, own: int = 0) -> Funding:
    """Who pays, the town last and at most what its budget for the client has left; raises InputError for more than it costs."""
    rest = cost - employer - own
    if rest < 0:
        raise InputError(f"kosten: {employer + own} cents are promised for something of {cost} cents; lower what is promised.")
    return Funding(cost, employer, own, min(rest, max(budget_left, 0)))


def decision_on(dossier: Dossier, request: Entry) -> Entry | None:
    """The last decision on a request that still stands."""
    found = [one for one in dossier.about(request.seq) if one.kind is Kind.DECIDED and not withdrawn(dossier, one)]
    return last_of(found)


def spent(dossier: Dossier, year: int) -> int:
    """What the town granted a client in a calendar year, in cents; what was taken back stays paid."""
    granted: dict[int, int] = {}
    for one in dossier.of(Kind.DECIDED):
        about, given = count_of(one, "about"), text_of(one, "decision") in {GRANTED, PARTLY}
        if about is not None and given and one.day.year == year and not withdrawn(dossier, one):
            granted[about] = count_of(one, "budget") or 0
    return sum(granted.values())


def funding_of(dossier: Dossier, request: Entry, year: int, office: Office) -> Funding | None:
    """Who would pay a request from the budget of a year; None while its cost is not known."""
    cost = count_of(request, "cost")
    if cost is None:
        return None
    decided = decision_on(dossier, request) if request.seq else None
    mine = (count_of(decided, "budget") or 0) if decided is not None and decided.day.year == year else 0
    left = office.terms.work.education_cents - spent(dossier, year) + mine
    return funding(cost, left, count_of(request, "employer_share") or 0, count_of(request, "own_share") or 0)


def done_before(dossier: Dossier, name: str, day: date) -> Entry | None:
    """The last time that a client did a course of this name (R-059)."""
    found = [one for one in dossier.of(Kind.COURSE_DONE) if one.day <= day and same_name(text_of(one, "name"), name)]
    return max(found, key=lambda one: one.day) if found else None


def _done_since(dossier: Dossier, request: Entry) -> bool:
    """Whether what was asked was done after it was asked."""
    done = done_before(dossier, text_of(request, "name"), date.max)
    return done is not None and done.day >= request.day


def judge_request(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A request is kept as it is asked; what to know: done before, who pays, and how strong a language training is."""
    if text_of(entry, "what") == LANGUAGE:
        hours, setting = count_of(entry, "hours"), text_of(entry, "setting")
        if hours is None or not setting:
            raise InputError("uren, waar: language is asked for with its hours a week and where it is given.")
        yield Remark(intensity(hours, setting, office.terms.work).value, {"hours": hours})
    if entry.body.get("employer_share") and not entry.body.get("employer"):
        raise InputError("werkgever: an employer pays a part; say which employer.")
    before = done_before(dossier, text_of(entry, "name"), entry.day)
    if before is not None:
        yield Remark("done_before", {"name": text_of(entry, "name"), "day": before.day})
    found = funding_of(dossier, entry, entry.day.year, office)
    if found is not None:
        yield Remark("money_found" if found.funded else "money_open", {"amount": found.open, "year": entry.day.year})


def judge_decision(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A refusal has a ground and a reason, a grant has its money, and what was promised is not taken back overnight."""
    request = spoken_of(entry, dossier, Kind.REQUEST)
    decision, earlier = text_of(entry, "decision"), decision_on(dossier, request)
    if (decision == NOT_GRANTED or earlier is not None) and not entry.body.get("reason"):
        raise NotAllowed("omdat: say why in words that the client can check; this is not decided without a reason.")
    if decision == NOT_GRANTED and not entry.body.get("ground"):
        raise NotAllowed(
            f"grond: a request is not granted on one of: {', '.join(GROUNDS)}. That no job is promised is none of them."
        )
    if earlier is not None and decision != TAKEN_BACK:
        _keeps_promise(entry, earlier)
    if decision == TAKEN_BACK:
        _takes_back(entry, earlier, office)
    elif decision in {GRANTED, PARTLY}:
        yield from _grants(entry, request, dossier, office)


def _keeps_promise(entry: Entry, earlier: Entry) -> None:
    """Refuses a new decision that gives less than was granted; that is taking back, and has its notice."""
    granted = text_of(earlier, "decision") in {GRANTED, PARTLY}
    if granted and (count_of(entry, "budget") or 0) < (count_of(earlier, "budget") or 0):
        raise NotAllowed(
            f"besluit: more than this was granted on {earlier.day}. Take it back ({TAKEN_BACK}) with its notice, or leave it."
        )


def _takes_back(entry: Entry, earlier: Entry | None, office: Office) -> None:
    """Refuses to take back what was not granted, and to do so without notice."""
    if earlier is None or text_of(earlier, "decision") not in {GRANTED, PARTLY}:
        raise NotAllowed("besluit: only what was granted can be taken back; this request was not.")
    told, ends = day_of(entry, "told"), day_of(entry, "ends")
    if told is None or ends is None or ends < told + timedelta(office.terms.work.notice_days):
        raise NotAllowed(
            f"verteld_op, stopt_op: a client who was promised this is told at least {office.terms.work.notice_days} days before "
            "it stops. Give both days."
        )


def _grants(entry: Entry, request: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    found, given = funding_of(dossier, request, entry.day.year, office), count_of(entry, "budget")
    if given is None:
        most = "not known" if found is None else f"€ {format_euro(found.budget, 'en')} of what the year's budget has left"
        raise InputError(f"uit_budget: say what the town pays; for this request that can be {most}.")
    if found is None:
        return
    if given > found.budget and not entry.body.get("reason"):
        raise NotAllowed(f"omdat: € {format_euro(found.budget, 'en')} of the year's budget can go to this; say why it is more.")
    paid = Funding(found.cost, found.employer, found.own, given)
    if paid.open < 0:
        raise InputError(f"uit_budget: € {format_euro(-paid.open, 'en')} more than it costs; lower it.")
    if paid.open and text_of(entry, "decision") == GRANTED:
        raise NotAllowed(
            f"besluit: € {format_euro(paid.open, 'en')} of the cost is paid by nobody yet. Find it with an employer or a "
            "fund, give a reason to go over the budget, or grant a part (deels); it is no ground to refuse."
        )
    yield Remark("money_found" if paid.funded else "money_open", {"amount": paid.open, "year": entry.day.year})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """Every request is decided within the term, and for what was granted in part the rest is looked for."""
    terms = office.terms.work
    for request in dossier.of(Kind.REQUEST):
        if withdrawn(dossier, request):
            continue
        name, decided = text_of(request, "name"), decision_on(dossier, request)
        if decided is None:
            yield Due(dossier.person, Reason.QUESTION, "request_undecided", request.day + timedelta(terms.request_days), AWB,
                      values={"name": name, "day": request.day})  # fmt: skip
        elif text_of(decided, "decision") == PARTLY and not _done_since(dossier, request):
            yield Due(dossier.person, Reason.FOLLOW_UP, "money_wanted", decided.day + timedelta(terms.money_days),
                      values={"name": name})  # fmt: skip


NOTION = Notion(
    (REQUEST, DECIDED, COURSE_DONE),
    {Kind.REQUEST: judge_request, Kind.DECIDED: judge_decision},
    dues,
    about=frozenset({Kind.REQUEST}),
)
