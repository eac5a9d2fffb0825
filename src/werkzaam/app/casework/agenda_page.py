# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a week as text: by day who and why with the source, what does not fit, what to look at, and who is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from werkzaam.app.casework.agenda import Asked
from werkzaam.app.casework.plan_of_week import Kept
from werkzaam.app.casework.said import sentence
from werkzaam.app.text_layout import day_text, heading, paragraph
from werkzaam.casework.due import Due
from werkzaam.casework.office import Terms
from werkzaam.casework.planning import Placed, WeekPlan
from werkzaam.casework.preferences import WEEKDAYS
from werkzaam.casework.talk_guide import first_things_first

_DAYS = {"nl": WEEKDAYS, "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")}
_INDENT = 9
_SHOWN = 40
"""How many of what does not fit are written out for one case manager; for a town only the first, and the number of the rest."""


@dataclass
class _Sources:
    """The sources of a page, each numbered when it is first named."""

    said: dict[str, int] = field(default_factory=dict)

    def mark(self, source: str) -> str:
        if source.startswith("entry "):  # The number of an entry in the client's own dossier.
            return f" [nr {source.removeprefix('entry ')}]"
        return f" [{self.said.setdefault(source, len(self.said) + 1)}]" if source else ""


def agenda_text(asked: Asked, plan: WeekPlan, week: str, worker: str | None, lang: str) -> str:
    """The page; what was not kept yet is a proposal and says so."""
    sources, today = _Sources(), asked.office.today
    title = sentence("agenda_title", lang, {"worker": worker, "week": week}) if worker else sentence(
        "agenda_title_all", lang, {"week": week})  # fmt: skip
    counted = {"talks": plan.room, "planned": len(plan.placed), "missed": len(plan.missed)}
    lines = [*heading(title), "", *paragraph(sentence("capacity", lang, counted))]
    for day, placed in groupby(plan.placed, key=lambda one: one.place.day):
        lines += ["", _day(day, lang)]
        for one in placed:
            lines += _talk(one, asked, worker, lang, sources)
    lines += _missed(plan, today, lang, sources)
    lines += _titled("to_look_at", lang, _looks(plan.week.looks, today, lang, sources))
    lines += _titled("silent_title", lang, _silent(asked, lang))
    if plan.week.peace:
        lines += ["", *paragraph(sentence("peace", lang, {"many": len(plan.week.peace)}))]
    lines += _titled("sources", lang, (line for source, number in sources.said.items()
                                       for line in paragraph(f"[{number}] {source}", "  ", "    ")))  # fmt: skip
    return "\n".join(lines) + "\n"


def _titled(code: str, lang: str, body: Iterator[str]) -> list[str]:
    """A part with its title; nothing when there is nothing in it."""
    lines = [*body]
    return ["", sentence(code, lang), *lines] if lines else []


def _day(day: date, lang: str) -> str:
    return f"{_DAYS[lang][day.weekday()]} {day_text(day, lang)}"


def clock(slot: int, terms: Terms) -> str:
    """When a talk of the day begins, such as 09:00."""
    at = terms.first_talk_minute + max(slot - 1, 0) * (terms.talk_minutes + terms.between_talks_minutes)
    return f"{at // 60:02}:{at % 60:02}"


def _talk(one: Placed, asked: Asked, worker: str | None, lang: str, sources: _Sources) -> Iterator[str]:
    """One talk: when, who, how and where, then what it is for, money first."""
    cells = [sentence("client", lang, {"person": one.talk.person}), sentence(one.channel, lang)]
    if one.channel == "bezoek":
        cells.append(sentence("place", lang, {"place": one.talk.place}) if one.talk.place else sentence("place_to_agree", lang))
    if worker is None or one.place.worker != worker:
        cells.append(sentence("with_colleague", lang, {"worker": one.place.worker}))
    if one.talk.kept is None or (one.talk.kept.on, one.talk.kept.worker) != (one.place.day, one.place.worker):
        cells.append(sentence("proposal", lang))
    yield f"  {clock(one.place.slot, asked.office.terms)}  {', '.join(cells[:-1])} {cells[-1]}" if cells[-1].startswith(
        "(") else f"  {clock(one.place.slot, asked.office.terms)}  {', '.join(cells)}"  # fmt: skip
    for due in _items(one.talk.person, one.talk.dues, asked):
        yield from paragraph(_said(due, asked.office.today, lang, sources), " " * _INDENT, "  ")


def _items(person: int, dues: Sequence[Due], asked: Asked) -> list[Due]:
    """What a talk is for: with what is to be looked at for the client, money first."""
    looks = [due for due in asked.week.looks if due.person == person]
    return first_things_first([due for due in [*dues, *looks] if due.code != "appointment" or len(dues) == 1])


def _said(due: Due, today: date, lang: str, sources: _Sources) -> str:
    """The sentence, how late we are or by when, and the mark of its source."""
    when = sentence("late" if due.by < today else "by", lang, {"by": due.by})
    return f"{sentence(due.code, lang, due.values)} ({when}){sources.mark(due.source)}"


def _missed(plan: WeekPlan, today: date, lang: str, sources: _Sources) -> list[str]:
    def body() -> Iterator[str]:
        for one in plan.missed[:_SHOWN]:
            values = {"person": one.talk.person, "why": sentence(one.why, lang)}
            yield from paragraph(sentence("missed", lang, values), "  ", "  ")
            for due in one.talk.dues[:1]:
                yield from paragraph(_said(due, today, lang, sources), "    ", "  ")
        if len(plan.missed) > _SHOWN:
            yield f"  {sentence('and_more', lang, {'many': len(plan.missed) - _SHOWN})}"

    return _titled("does_not_fit", lang, body())


def _looks(looks: Sequence[Due], today: date, lang: str, sources: _Sources) -> Iterator[str]:
    for due in looks[:_SHOWN]:
        text = f"{sentence('client', lang, {'person': due.person})}: {_said(due, today, lang, sources)}"
        yield from paragraph(text, "  ", "  ")
    if len(looks) > _SHOWN:
        yield f"  {sentence('and_more', lang, {'many': len(looks) - _SHOWN})}"


def _silent(asked: Asked, lang: str) -> Iterator[str]:
    for one in asked.silent:
        told = sentence("days_silent", lang, {"days": one.days, "last": one.last}) if one.last else sentence("never", lang)
        yield f"  {sentence('client', lang, {'person': one.person})}: {told}"


def kept_text(kept: Kept, plan: WeekPlan, week: str, lang: str) -> str:
    """What became of a plan that was kept: what is new, what moved and why, and who could not be invited."""
    missed = len(plan.missed) + len(kept.refused)
    counted = {"week": week, "new": kept.new, "same": kept.same, "moved": kept.moved, "missed": missed}
    code = "plan_kept" if kept.new or kept.moved or kept.cancelled or kept.refused else "plan_same"
    lines = paragraph(sentence(code, lang, counted))
    lines += paragraph(sentence("plan_continuity", lang, {"own": plan.with_own, "all": len(plan.placed), "bound": plan.bound}))
    for change in plan.changes:
        was = change.talk.kept
        assert was is not None
        values = {"person": change.talk.person, "because": sentence(change.because, lang), "was": f"{was.on} {was.worker}"}
        if change.now is None:
            lines += paragraph(sentence("moved_out", lang, values), hanging="  ")
        else:
            lines += paragraph(sentence("moved", lang, values | {"now": f"{change.now.day} {change.now.worker}"}), hanging="  ")
    for person, why in kept.refused.items():
        lines += paragraph(sentence("refused", lang, {"person": person, "why": why}), hanging="  ")
    return "\n".join(lines) + "\n"
