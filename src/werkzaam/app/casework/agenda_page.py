# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a week as text: by day who and why with the source, what does not fit, what to look at, and who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.casework.agenda import Asked
from werkzaam.app.casework.plan_of_week import Kept
from werkzaam.app.casework.said import sentence
from werkzaam.app.casework.week_view import LeftOver, TalkSeen, Told, WeekSeen, week_seen
from werkzaam.app.text_layout import day_text, heading, paragraph
from werkzaam.casework.calendar import WEEKDAYS
from werkzaam.casework.planning import WeekPlan

DAYS = {"nl": WEEKDAYS, "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")}
_INDENT = 9
_SHOWN = 40
"""How many of what does not fit are written out for one case manager; for a town only the first, and the number of the rest."""


@dataclass
class _Sources:
    """The sources of a page, each numbered when it is first named."""

    said: dict[str, int] = field(default_factory=dict)

    def mark(self, told: Told) -> str:
        if told.entry:  # The number of an entry in the client's own dossier.
            return f" [nr {told.entry}]"
        return f" [{self.said.setdefault(told.source, len(self.said) + 1)}]" if told.source else ""


def agenda_text(asked: Asked, plan: WeekPlan, week: str, worker: str | None, lang: str) -> str:
    """The page; what was not kept yet is a proposal and says so."""
    sources, seen = _Sources(), week_seen(asked, plan, worker, lang)
    title = sentence("agenda_title", lang, {"worker": worker, "week": week}) if worker else sentence(
        "agenda_title_all", lang, {"week": week})  # fmt: skip
    counted = {"talks": seen.room, "planned": seen.planned, "missed": len(seen.left)}
    lines = [*heading(title), "", *paragraph(sentence("capacity", lang, counted))]
    for one in seen.days:
        lines += ["", day_named(one.day, lang)]
        for talk in one.talks:
            lines += _talk(talk, lang, sources)
    lines += _titled("does_not_fit", lang, _missed(seen.left, lang, sources))
    lines += _titled("to_look_at", lang, _looks(seen.other_looks, lang, sources))
    lines += _titled("silent_title", lang, _silent(seen, lang))
    if seen.peace:
        lines += ["", *paragraph(sentence("peace", lang, {"many": seen.peace}))]
    if seen.unknown:
        lines += ["", *paragraph(sentence("nobody_wrote", lang, {"many": seen.unknown}))]
    lines += _titled("sources", lang, (line for source, number in sources.said.items()
                                       for line in paragraph(f"[{number}] {source}", "  ", "    ")))  # fmt: skip
    return "\n".join(lines) + "\n"


def _titled(code: str, lang: str, body: Iterator[str]) -> list[str]:
    """A part with its title; nothing when there is nothing in it."""
    lines = [*body]
    return ["", sentence(code, lang), *lines] if lines else []


def day_named(day: date, lang: str) -> str:
    """A day with its name: `maandag 20 mei 2019`."""
    return f"{DAYS[lang][day.weekday()]} {day_text(day, lang)}"


def _talk(one: TalkSeen, lang: str, sources: _Sources) -> Iterator[str]:
    """One talk: when, who, how and where, then what it is for, money first."""
    cells = [sentence("client", lang, {"person": one.person}), sentence(one.channel, lang)]
    if one.channel == "bezoek":
        cells.append(sentence("place", lang, {"place": one.place}) if one.place else sentence("place_to_agree", lang))
    if one.colleague is not None:
        cells.append(sentence("with_colleague", lang, {"worker": one.colleague}))
    proposal = f" {sentence('proposal', lang)}" if one.proposal else ""
    yield f"  {one.at}  {', '.join(cells)}{proposal}"
    for told in one.told:
        yield from paragraph(_said(told, sources), " " * _INDENT, "  ")


def _said(told: Told, sources: _Sources) -> str:
    """The sentence, how late we are or by when, and the mark of its source."""
    return f"{told.text} ({told.when}){sources.mark(told)}"


def _missed(left: Iterable[LeftOver], lang: str, sources: _Sources) -> Iterator[str]:
    rows = [*left]
    for one in rows[:_SHOWN]:
        yield from paragraph(sentence("missed", lang, {"person": one.person, "why": one.why}), "  ", "  ")
        if one.told is not None:
            yield from paragraph(_said(one.told, sources), "    ", "  ")
    if len(rows) > _SHOWN:
        yield f"  {sentence('and_more', lang, {'many': len(rows) - _SHOWN})}"


def _looks(looks: Mapping[int, Iterable[Told]], lang: str, sources: _Sources) -> Iterator[str]:
    rows = [(person, told) for person, said in looks.items() for told in said]
    for person, told in rows[:_SHOWN]:
        text = f"{sentence('client', lang, {'person': person})}: {_said(told, sources)}"
        yield from paragraph(text, "  ", "  ")
    if len(rows) > _SHOWN:
        yield f"  {sentence('and_more', lang, {'many': len(rows) - _SHOWN})}"


def _silent(seen: WeekSeen, lang: str) -> Iterator[str]:
    for one in seen.silent:
        told = sentence("days_silent", lang, {"days": one.days, "last": one.last}) if one.last else sentence("never", lang)
        yield f"  {sentence('client', lang, {'person': one.person})}: {told}"


def kept_text(kept: Kept, plan: WeekPlan, week: str, lang: str) -> str:
    """What became of a plan that was kept: what is new, what moved and why, and who could not be invited."""
    missed = len(plan.missed) + len(kept.refused)
    counted = {"week": week, "new": kept.new, "same": kept.same, "moved": kept.moved, "missed": missed}
    changed = kept.new or kept.moved or kept.cancelled or kept.refused or not plan.placed
    lines = paragraph(sentence("plan_kept" if changed else "plan_same", lang, counted))
    for why, many in Counter(one.why for one in plan.missed).most_common():
        lines += paragraph(sentence("missed_why", lang, {"many": many, "why": sentence(why, lang)}), "  ", "  ")
    if plan.missed:
        lines += paragraph(sentence("missed_who", lang, {"week": week}), "  ", "  ")
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
