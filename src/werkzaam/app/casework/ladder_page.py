# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one client's ladder: where they are and why, what comes next, what cannot come, and what is asked of them.

It is written to the client. It shows their own hours and the ground for them, and nothing of anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, heading, paragraph
from werkzaam.app.texts.casework_invitation import PAGE
from werkzaam.casework.ability import hours_able
from werkzaam.casework.activities import participation, what_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.duties import asked_of
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.ladder import (
    MEASURE,
    REST,
    Done,
    Following,
    NotStated,
    Open,
    Resting,
    Waiting,
    invitations,
    may_measure,
    next_step,
    position,
    respects_no,
)
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, standing
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.read import part_ids, read_part
from werkzaam.regime.words import word


def ladder_page(desk: Desk, person: int, lang: str, role: Role = Role.SUPPORT) -> str:
    """The page in a language; raises UnknownName for a person who is not there."""
    return "\n".join(page_lines(dossier_of(desk, person, role), office_of(desk), lang)) + "\n"


def ladder_for_staff(desk: Desk, person: int, lang: str) -> str:
    """The page, and below it by which code and command the step that may come is written down."""
    dossier, office = dossier_of(desk, person, Role.SUPPORT), office_of(desk)
    lines, following = [*page_lines(dossier, office, lang)], next_step(dossier, office)
    if isinstance(following, Open) and following.step.action not in {MEASURE, REST}:
        lines += ["", *paragraph(_say("command", lang, step=following.step.code, person=person))]
    return "\n".join(lines) + "\n"


def page_lines(dossier: Dossier, office: Office, lang: str) -> Iterator[str]:
    """The lines of the page."""
    guidance, following = dossier.guidance, next_step(dossier, office)
    yield from heading(PAGE[lang]["title"])
    yield from paragraph(_say("title_of", lang, person=dossier.person, part=_rules(guidance, lang)))
    yield from _section("now", lang)
    yield from paragraph(_now(following, lang))
    if standing(dossier, Kind.DANGER, office.today):
        yield from paragraph(_say("danger", lang))
    if guidance is None:
        return
    if guidance.ladder is not None and guidance.ladder.steps:
        yield from _section("steps", lang)
        yield from _steps(dossier, guidance, following, lang)
    yield from _section("not_possible", lang)
    yield from _not_possible(guidance, office, lang)
    yield from _section("asked", lang)
    yield from _asked(dossier, office.today, lang)
    yield from _does(dossier, guidance, office, lang)
    yield ""
    yield from paragraph(_say("source", lang, source=guidance.source))


def _rules(guidance: Guidance | None, lang: str) -> str:
    """The name of the client's rules with its town, as its part says it."""
    if guidance is None:
        return "-"
    if guidance.part not in part_ids():
        return guidance.part
    part = read_part(guidance.part)
    return f"{part.name_nl if lang == 'nl' else part.name_en} ({part.municipality})"


def _now(following: Following, lang: str) -> str:
    match following:
        case NotStated():
            return _say("not_stated", lang)
        case Resting(until, _, said):
            return _say("resting_said" if said else "resting_ours", lang, until=until)
        case Waiting(step, invitation, None):
            return _say("waiting", lang, day=invitation.day, step=word("stap", step.action, lang))
        case Waiting(step, invitation, meet):
            return _say("waiting_meet", lang, day=invitation.day, step=word("stap", step.action, lang), meet=meet)
        case Done(contact, came):
            return _say("came" if came else "over", lang, day=contact.day)
        case Open(step, _, because, by):
            named = word("stap", step.action, lang)
            if because is None:
                return _say("first", lang, step=named)
            if step.action == MEASURE:
                return _say("open_measure", lang, day=because.day)
            return _say("open", lang, day=because.day, step=named, by=by)


def _steps(dossier: Dossier, guidance: Guidance, following: Following, lang: str) -> Iterator[str]:
    """The steps in their order, each with its state."""
    ladder = guidance.ladder
    if ladder is None:
        return
    at, taken = position(dossier, ladder), _taken(dossier, ladder_since(dossier, guidance))
    for number, step in enumerate(ladder.steps, 1):
        if step.action == REST:
            state = _say("ends", lang)
        elif step.action == MEASURE:
            state = _say("never", lang) if may_measure(guidance) else PAGE[lang]["no_measure"]
        elif step.code in taken and number - 1 <= at.index:
            state = _say("done", lang, day=taken[step.code].day)
        else:
            state = _say("open_mark" if isinstance(following, Open) and following.step == step else "later", lang)
        yield from paragraph(f"{number}. {word('stap', step.action, lang)} ({state}). {step.says.text(lang)}", hanging="   ")


def ladder_since(dossier: Dossier, guidance: Guidance) -> date | None:
    """The day on which this round of invitations began; None when it has not."""
    return position(dossier, guidance.ladder).since if guidance.ladder else None


def _taken(dossier: Dossier, since: date | None) -> dict[str, Entry]:
    """The newest invitation of each step in this round, by the code of the step."""
    found = (one for one in dossier.of(Kind.LADDER_STEP) if since is not None and one.day >= since)
    return {str(one.body["step"]): one for one in found}


def _not_possible(guidance: Guidance, office: Office, lang: str) -> Iterator[str]:
    if invitations(guidance):
        yield from paragraph(_say("notice", lang))
        yield from paragraph(_say("no_skip", lang))
    yield from paragraph(_say("measure_proposal" if may_measure(guidance) else "no_measure", lang))
    if respects_no(guidance):
        yield from paragraph(_say("respects", lang, months=office.terms.rest_months))


def _asked(dossier: Dossier, today: date, lang: str) -> Iterator[str]:
    """What is asked, never above the hours that the client is able to work."""
    asked = asked_of(dossier, today)
    if not asked:
        yield from paragraph(_say("nothing_asked", lang))
    for duty in asked:
        said = word("plicht", duty.code, lang)
        if duty.met_by:
            met = ", ".join(word("activiteit", what_of(one), lang) for one in duty.met_by)
            line = _say("asked_met", lang, duty=said, met=met)
        elif duty.hours is not None:
            line = _say("asked_hours", lang, duty=said, hours=duty.hours)
        else:
            line = _say("asked_of", lang, duty=said)
        if duty.enforced is not None:
            line = f"{line}. {_say('enforced' if duty.enforced else 'not_enforced', lang)}"
        yield from paragraph(f"- {line}", hanging="  ")
    able = hours_able(dossier, today)
    if able is not None:
        yield from paragraph(_say("able", lang, hours=able.body["hours"], review=day_of(able.body["review_on"])))


def _does(dossier: Dossier, guidance: Guidance, office: Office, lang: str) -> Iterator[str]:
    """What the client does, with the ground for the hours, and whether it counts; and an exemption."""
    found = participation(dossier, guidance, office.today, office.terms)
    if found.exempt is not None:
        values = {"review": day_of(found.exempt.body["review_on"]), "because": found.exempt.body["because"]}
        yield from paragraph(_say("exempt", lang, **values))
    groups = (("counts", found.counts), ("lapsed", found.lapsed), ("not_counted", found.others if found.stated else ()))
    if any(entries for _, entries in groups):
        yield from _section("does", lang)
    for state, entries in groups:
        for entry in entries:
            yield from paragraph(f"- {_activity(entry, lang)} {_say(state, lang)}", hanging="  ")


def _activity(entry: Entry, lang: str) -> str:
    what, hours, ground = word("activiteit", what_of(entry), lang), entry.body.get("hours"), entry.body.get("hours_because")
    said = _say("activity_hours", lang, what=what, hours=hours) if hours else _say("activity", lang, what=what)
    return f"{said}. {_say('activity_ground', lang, ground=ground)}." if ground else f"{said}."


def _section(code: str, lang: str) -> list[str]:
    return ["", PAGE[lang][code], "─" * len(PAGE[lang][code])]


def _say(code: str, lang: str, **values: object) -> str:
    shown = {name: day_text(value, lang) if isinstance(value, date) else str(value) for name, value in values.items()}
    return PAGE[lang][code].format(**shown)
