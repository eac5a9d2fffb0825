# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of a dossier's page, each what it says of a dossier; one that says nothing gets the page's own sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from werkzaam.app.casework.dossier_words import Line, Reading
from werkzaam.app.casework.said import sentence
from werkzaam.app.texts.casework import WORDS
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.goals import AREAS, goals_of
from werkzaam.casework.handover import approved, summary_of, unread
from werkzaam.casework.notions import due_of
from werkzaam.casework.plan import current, signed
from werkzaam.casework.questions import open_questions
from werkzaam.casework.standing import day_of, last_day_of, standing, withdrawal_of
from werkzaam.casework.under import since_of
from werkzaam.regime.read import read_part
from werkzaam.regime.words import word


def _under(reading: Reading) -> Iterator[Line]:
    guidance, since = reading.dossier.guidance, since_of(reading.dossier)
    if guidance is not None and since is not None:
        part = read_part(guidance.part)
        name = part.name_nl if reading.lang == "nl" else part.name_en
        yield Line(reading.word("under_is", part=name, since=since, source=guidance.source))


def _duties(reading: Reading) -> Iterator[Line]:
    """What the rules ask, and apart from it whether anybody checks (R-038)."""
    guidance = reading.dossier.guidance
    if guidance is None:
        return
    for duty in guidance.duties:
        enforced = {True: "duty_enforced", False: "duty_formal", None: "duty_unstated"}[duty.enforced]
        yield Line(reading.word(enforced, duty=word("plicht", duty.code, reading.lang)))
    if guidance.enforced is not None:
        yield Line(reading.word("duty_how", said=guidance.enforced.text(reading.lang)))
    if guidance.plan_required and guidance.plan_working_days is None:
        yield Line(reading.word("plan_term_unstated"))


def _goals(reading: Reading) -> Iterator[Line]:
    """The goals with how they stand; without one, what can be chosen, in the order of the alphabet (R-037)."""
    areas = WORDS[reading.lang]
    found = goals_of(reading.dossier, reading.desk.today)
    for goal in found:
        body = goal.entry.body
        line = reading.word(
            "goal_line", area=areas[f"doel_{goal.area}"], status=reading.word(goal.status), step=_plain(body["step"]),
            pace=_plain(body["pace"]), owner=reading.word(str(body["owner"])),
        )  # fmt: skip
        yield Line(line, goal.entry.seq)
    if not found:
        yield Line(reading.word("goals_none", areas=", ".join(sorted(areas[f"doel_{one}"] for one in AREAS))))


def _plan(reading: Reading) -> Iterator[Line]:
    found = current(reading.dossier, reading.desk.today)
    if found is not None:
        version, plan = found
        is_signed = "plan_signed" if signed(plan, reading.dossier) else "plan_unsigned"
        line = reading.word("plan_line", version=version, day=plan.day, owner=reading.word(str(plan.body["owner"])),
                            signed=reading.word(is_signed), text=plan.body.get("text", ""))  # fmt: skip
        yield Line(line.rstrip(), plan.seq)


def _agreements(reading: Reading) -> Iterator[Line]:
    for one in standing(reading.dossier, Kind.AGREEMENT, reading.desk.today):
        yield Line(_agreement(reading, one), one.seq)
        withdrawal = withdrawal_of(one, reading.dossier)
        if withdrawal is not None:
            yield Line(reading.word("agreement_taken_back", day=withdrawal.day, because=withdrawal.body["because"]))


def _agreement(reading: Reading, one: Entry) -> str:
    return reading.word("agreement_line", sort=reading.word(str(one.body["sort"])), what=one.body["what"],
                        last=last_day_of(one, reading.dossier), whose=reading.word(str(one.body["whose"])))  # fmt: skip


def _questions(reading: Reading) -> Iterator[Line]:
    for one in open_questions(reading.dossier, reading.office):
        owner = reading.name(one.owner) if one.owner else reading.word("team_lead")
        line = reading.word("question_line", text=one.entry.body["text"], day=one.entry.day, by=one.by, owner=owner)
        late = f" {reading.word('question_late')}" if reading.desk.today > one.by else ""
        yield Line(f"{line}{late}", one.entry.seq)


def _summary(reading: Reading) -> Iterator[Line]:
    found = summary_of(reading.dossier, reading.desk.today)
    if found is not None:
        state = "summary_approved" if approved(found, reading.dossier) else "summary_waits"
        line = reading.word("summary_line", day=found.day, approved=reading.word(state), text=found.body["text"])
        yield Line(line, found.seq)


def _handover(reading: Reading) -> Iterator[Line]:
    """The last change: what the client was told, and whether who is new read it."""
    said = reading.dossier.last(Kind.ANNOUNCED)
    if said is None:
        return
    name, first = said.body["name"], day_of(said.body["first"])
    yield Line(reading.word("handover_line", day=said.day, name=name, first=first, because=said.body["because"]))
    waits = unread(reading.dossier, str(said.body["to"]), max(first, reading.desk.today)) is not None
    yield Line(reading.word("handover_not_read" if waits else "handover_is_read", name=name))


def _to_do(reading: Reading) -> Iterator[Line]:
    for due in due_of(reading.dossier, reading.office):
        yield Line(reading.word("to_do_line", by=due.by.isoformat(), text=sentence(due.code, reading.lang, due.values)))


def _plain(text: object) -> str:
    """A text that stands inside a sentence."""
    return str(text).rstrip(".")


SECTIONS: dict[str, Callable[[Reading], Iterator[Line]]] = {
    "under": _under, "duties": _duties, "goals": _goals, "plan": _plan, "agreements": _agreements, "questions": _questions,
    "summary": _summary, "handover": _handover, "to_do": _to_do,
}  # fmt: skip
"""The sections in the order of the page, by the key of their title."""
