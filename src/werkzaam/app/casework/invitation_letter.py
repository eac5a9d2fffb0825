# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of an invitation: what the step of the regime says, when and where, and that calling off is fine.

A letter of a step that does not speak of a measure is refused when it threatens (R-223), whoever wrote the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.named import name_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, paragraph
from werkzaam.app.texts.casework_invitation import LETTER, PAGE
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Role
from werkzaam.casework.ladder import HOME_VISIT, MEASURE, Open, Resting, Waiting, next_step
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of
from werkzaam.casework.tone import refuse_threat
from werkzaam.casework.visits import support_visit_since
from werkzaam.core.errors import NotAllowed
from werkzaam.regime.guidance import Guidance, Step


def invitation_letter(desk: Desk, person: int, lang: str, *, own_words: str | None = None) -> str:
    """The letter of the step that is out or may go out, then a line on its tone for who sends it.

    Raises NotAllowed when no step may come, and for a threat that the step does not make.
    """
    dossier, office = dossier_of(desk, person, Role.SUPPORT), office_of(desk)
    guidance = dossier.guidance
    step, invitation = _step(dossier, office)
    if guidance is None or guidance.ladder is None:
        raise NotAllowed(f"Nobody wrote down how client {person} is invited, so there is no letter for it.")
    told = [one for one in _paragraphs(step, guidance, lang, dossier, invitation) if one]
    if own_words:
        told.insert(len(told) - 1, own_words.strip())
    refuse_threat("\n".join(told), step)
    signed = [LETTER[lang]["reach"].format(phone=desk.town.phone), LETTER[lang]["regards"], _signed(dossier, office, desk)]
    lines = [LETTER[lang]["dear"].format(name=name_of(desk, person)), *told, *signed]
    return "\n\n".join("\n".join(paragraph(one)) for one in lines) + "\n".join(
        ["\n", "---", *paragraph(_tone(guidance, lang)), ""]
    )


def _step(dossier: Dossier, office: Office) -> tuple[Step, Entry | None]:
    """The step that is out with its invitation, or the one that may go out."""
    following = next_step(dossier, office)
    if isinstance(following, Waiting):
        return following.step, following.invitation
    if isinstance(following, Open) and following.step.action != MEASURE:
        return following.step, None
    if isinstance(following, Resting):
        raise NotAllowed(f"The client is left in peace until {following.until}; no letter goes out.")
    if isinstance(following, Open):
        raise NotAllowed("No letter is left. A trained colleague looks with the client at what stands in the way.")
    raise NotAllowed(f"There is nothing to invite client {dossier.person} to now. `werkzaam ladder {dossier.person}` says why.")


def _paragraphs(step: Step, guidance: Guidance, lang: str, dossier: Dossier, invitation: Entry | None) -> Iterator[str]:
    """What the letter says, from the greeting to the end."""
    say, ladder = LETTER[lang], guidance.ladder
    steps = ladder.steps if ladder else ()
    yield step.says.text(lang)
    if steps and step != steps[0] and not step.measure_said and step.action != HOME_VISIT:
        yield say["again"]
    yield say[step.action].format(visit=_visit(dossier, invitation, lang)) if step.action in say else say["brief"]
    yield _meeting(step, invitation, lang)
    if ladder is not None and ladder.mandatory is not None and step.action != HOME_VISIT:
        yield say["mandatory" if ladder.mandatory else "voluntary"]
    if step.action != HOME_VISIT:
        yield say["notice"]
    yield say["help"]


def _visit(dossier: Dossier, invitation: Entry | None, lang: str) -> str:
    """For whom the visitor comes, why, and what they know; nothing when no visit was planned yet."""
    planned = support_visit_since(dossier, invitation.day if invitation else None)
    if planned is None:
        return ""
    return LETTER[lang]["visit"].format(**{name: planned.body[name] for name in ("organisation", "ground", "known")})


def _meeting(step: Step, invitation: Entry | None, lang: str) -> str:
    body, say = invitation.body if invitation else {}, LETTER[lang]
    if not body.get("meet"):
        return say["meet_open"]
    time = say["time"].format(time=body["time"]) if body.get("time") else ""
    place = body.get("place") or say["at_home" if step.action == HOME_VISIT else "place_open"]
    return say["meet"].format(day=day_text(day_of(body["meet"]), lang), time=time, place=place)


def _signed(dossier: Dossier, office: Office, desk: Desk) -> str:
    """The client's own case manager by name; else who answers for the town."""
    spell = dossier.worker_on(office.today)
    worker = office.workers.get(spell.worker) if spell else None
    return worker.name if worker else desk.town.contact


def _tone(guidance: Guidance, lang: str) -> str:
    tone = guidance.ladder.tone if guidance.ladder else None
    if tone is None:
        return PAGE[lang]["tone_not_stated"].format(source=guidance.source)
    return PAGE[lang]["tone"].format(tone=tone.text(lang), source=guidance.source)
