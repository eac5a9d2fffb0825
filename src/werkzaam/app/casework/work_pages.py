# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about work as plain text: instruments, courses, employers, contracts, and what a step brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from werkzaam.app.casework.income_of_steps import StepIncome
from werkzaam.app.casework.offers import Corrections
from werkzaam.app.casework.town_work import TownEmployers, TownJobs
from werkzaam.app.ledger.town import Town
from werkzaam.app.text_layout import day_text, decimal, euro, grid, heading, paragraph
from werkzaam.app.texts.casework import WORDS as CODES
from werkzaam.app.texts.work_pages import WORDS
from werkzaam.casework.courses import Reach
from werkzaam.casework.employers import ASPECTS, Scheme
from werkzaam.casework.instruments import Instrument, Offer
from werkzaam.core.months import Month

_INDENT = "  "


def instruments_page(found: Offer | Sequence[Instrument], lang: str) -> str:
    """The catalogue, or what there is for a goal; a gap is said as one."""
    if isinstance(found, Offer):
        lines = heading(_said("instruments_for", lang, {"goal": found.goal}))
        lines += paragraph(_said("instruments_gap", lang, {"goal": found.goal})) if found.gap else []
        return _text([*lines, *_instruments(found.instruments, lang)])
    return _text([*heading(_said("instruments_title", lang)), *_instruments(found, lang)])


def _instruments(found: Sequence[Instrument], lang: str) -> Iterator[str]:
    numbers = _numbered(one.source for one in found)
    for one in found:
        yield from ("", one.name.text(lang))
        yield from paragraph(one.what.text(lang), _INDENT)
        by = _said("by_department", lang, {"department": one.department.text(lang)})
        yield from paragraph(f"{by}{f'; {one.law}' if one.law else ''} [{numbers[one.source]}]", _INDENT)
    yield from _sources(numbers, lang)


def _numbered(sources: Iterable[str]) -> dict[str, int]:
    """Sources with the numbers by which a page names them."""
    return {source: number for number, source in enumerate(dict.fromkeys(sources), 1)}


def _sources(numbers: dict[str, int], lang: str) -> Iterator[str]:
    yield from ("", _said("sources", lang)) if numbers else ()
    for source, number in numbers.items():
        yield from paragraph(f"[{number}] {source}", _INDENT, _INDENT)


def gaps_page(found: Sequence[tuple[str, int]], lang: str) -> str:
    """Wishes without a course."""
    lines = heading(_said("courses_gap_title", lang))
    rows = [[name, str(number)] for name, number in found]
    width = max((len(name) for name, _ in found), default=0)
    lines += [f"{name.ljust(width)}  {number:>5}" for name, number in rows] or [_said("courses_no_gap", lang)]
    return _text(lines)


def reach_page(found: Reach, lang: str) -> str:
    """Wish and uptake of education."""
    shown = [decimal(one, lang, 1) for one in (found.wish_percent, found.uptake_percent, found.gap)]
    told = {"people": found.people, "wish": shown[0], "uptake": shown[1], "gap": shown[2]}
    return _text([*heading(_said("reach_title", lang)), *paragraph(_said("reach", lang, told))])


def schemes_page(found: Sequence[Scheme], lang: str, town: Town | None = None) -> str:
    """The schemes in plain words: for whom, what, how, and whom to ask."""
    lines, numbers = heading(_said("schemes_title", lang)), _numbered(one.source for one in found)
    for one in found:
        lines += ["", f"{one.name.text(lang)} ({one.law}) [{numbers[one.source]}]"]
        for name in ASPECTS:
            lines += paragraph(f"{_said(name, lang)}: {getattr(one, name).text(lang)}", _INDENT, _INDENT)
    lines += _sources(numbers, lang)
    if town is not None:
        told = {"contact": town.contact, "town": town.name, "phone": town.phone}
        lines += ["", *paragraph(_said("ask_town", lang, told))]
    return _text(lines)


def employers_page(found: TownEmployers, lang: str) -> str:
    """Placements by employer, and employers who replaced subsidised workers."""
    head = [_said(one, lang) for one in ("employer", "people", "placements", "contracts")]
    rows = [[one.employer, *map(str, (one.people, one.placements, one.contracts))] for one in found.placed]
    lines = [*heading(_said("employers_title", lang)), *(grid(head, rows) if rows else [_said("no_placements", lang)]), ""]
    for one in found.replaced:
        for job, last, first in one.jobs:
            told = {"employer": one.employer, "job": job, "last": last, "first": first}
            lines += paragraph(_said("replaced", lang, told))
    return _text(lines if found.replaced else [*lines, _said("nobody_replaced", lang)])


def jobs_page(found: TownJobs, lang: str) -> str:
    """The register of contracts, and who to offer support towards a large part-time job."""
    one = found.register
    counts = (("workers", one.workers), ("fixed", one.fixed), ("flexible", one.flexible), ("other", one.other))
    lines = [*heading(_said("register_title", lang)), *(f"{_said(name, lang):<20}{number:>6}" for name, number in counts)]
    rows = [[str(each.person), str(each.hours)] for each in found.near_large]
    lines += ["", *paragraph(_said("near_large_title", lang))]
    head = [_said("person", lang), _said("hours_a_week", lang)]
    return _text([*lines, *(grid(head, rows) if rows else [_said("nobody", lang)])])


def corrections_page(found: Sequence[Corrections], months: int, lang: str) -> str:
    """Fixed and varying hours side by side."""
    head = [_said(name, lang) for name in ("way", "fixed_hours", "varying_hours")]
    rows = [[one.way.value[lang == "en"], str(one.fixed), str(one.varying)] for one in found]
    return _text([*heading(_said("corrections_title", lang, {"months": months})), *grid(head, rows)])


def steps_page(found: Sequence[StepIncome], month: Month, lang: str) -> str:
    """What each step brings; the same page for client and case manager."""
    head = [_said(name, lang) for name in ("step", "hours_a_week", "wage", "bijstand", "premium", "together", "kept")]
    rows = []
    for number, one in enumerate(found, 1):
        out = one.point.outcome
        amounts = (out.wages, out.bijstand, out.premium, out.total, one.point.kept)
        rows.append([str(number), str(one.hours), *(euro(cents, lang) for cents in amounts)])
    lines = [*heading(_said("steps_title", lang, {"month": month.name(lang)})), *grid(head, rows), ""]
    return _text([*lines, *paragraph(_said("steps_note", lang))])


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _said(key: str, lang: str, values: Mapping[str, object] | None = None) -> str:
    """A word of a page; days are written out, and a goal is said in words."""
    return WORDS[lang][key].format(**{name: _shown(value, lang) for name, value in (values or {}).items()})


def _shown(value: object, lang: str) -> str:
    if isinstance(value, date):
        return day_text(value, lang)
    return CODES[lang].get(value, value) if isinstance(value, str) else str(value)
