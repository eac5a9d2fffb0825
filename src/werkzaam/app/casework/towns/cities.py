# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of five cities: their differences, who counts as active, money per person, and what the literature found.

One content, two forms: text for a screen and Markdown for docs/reference. What was not printed is shown as not stated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.casework.towns.published import active_cities, active_people, activity_words, budgets, five_cities, what_works
from werkzaam.app.markdown import table
from werkzaam.app.text_layout import WIDTH, euro, grid, heading, paragraph
from werkzaam.app.texts.casework_cities import WORDS
from werkzaam.casework.active_people import DISPUTED
from werkzaam.casework.per_person import whole_euros
from werkzaam.experiment.words import whole_text

CITIES = ("Tilburg", "Utrecht", "Leeuwarden", "Rotterdam", "Amsterdam")
ASPECTS = ("approach_to_client", "ideology", "carrot_or_stick", "goal", "client_contact")
FORMAT = "werkzaam.five-cities/1"


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading and what to know about it."""

    head: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def city_table(lang: str) -> tuple[tuple[str, ...], ...]:
    """Five rows, one for each aspect, and five columns in the order of CITIES."""
    found = {(one.aspect, one.city): one.said.text(lang) for one in five_cities()}
    return tuple(tuple(found[aspect, city] for city in CITIES) for aspect in ASPECTS)


def sections(lang: str) -> tuple[Section, ...]:
    """All tables of the page."""
    return _cities(lang), _active(lang), _budgets(lang), _works(lang)


def cities_text(lang: str) -> str:
    """The page for a screen: wide tables are told city by city."""
    words = WORDS[lang]
    lines = [*heading(words["title"]), *paragraph(words["intro"])]
    for section in sections(lang):
        lines += ["", section.head.upper(), *paragraph(section.note), *_on_screen(section)]
    return "\n".join([*lines, "", *paragraph(_sources(lang))]) + "\n"


def _on_screen(section: Section) -> Iterator[str]:
    """As a table where it fits, or else row by row."""
    lines = list(grid(section.columns, section.rows))
    if max(map(len, lines)) <= WIDTH:
        yield from lines
        return
    for row in section.rows:
        yield from ("", row[0])
        for name, cell in zip(section.columns[1:], row[1:], strict=True):
            yield from paragraph(f"- {name}: {cell}", "  ", "  ")


def cities_page(lang: str = "en") -> str:
    """The page of docs/reference."""
    words = WORDS[lang]
    lines = [f"# {words['title']}", "", "<!-- Written by `werkzaam docs`. -->", "", words["intro"]]
    for section in sections(lang):
        note = [section.note, ""] if section.note else []
        lines += ["", f"## {section.head}", "", *note, *table(section.columns, section.rows)]
    return "\n".join([*lines, "", _sources(lang)]) + "\n"


def cities_json() -> str:
    """The same in both languages as one document; what is not stated is null."""
    return json.dumps({
        "format": FORMAT, "cities": CITIES, "header_reconstructed": ["Utrecht"],
        "table": [{"aspect": one.aspect, "city": one.city, "nl": one.said.nl, "en": one.said.en, "row": one.row,
                   "source": one.source} for one in five_cities() if one.aspect in ASPECTS],
        "what_works": [{"measure": one.measure, "work": one.work or None, "participation": one.participation or None,
                        "rows": one.rows, "source": one.source} for one in what_works()],
        "budgets": [{"id": one.id, "city": one.city, "cents": one.cents, "per_target": one.per_target,
                     "per_active": one.per_active, "rows": one.rows, "source": one.source} for one in budgets()],
    }, ensure_ascii=False, indent=2) + "\n"  # fmt: skip


def _cities(lang: str) -> Section:
    words = WORDS[lang]
    by_city = zip(ASPECTS, city_table(lang), strict=True)
    return Section(words["table_head"], words["reconstructed"], (words["aspect"], *CITIES),
                   tuple((words[aspect], *cells) for aspect, cells in by_city))  # fmt: skip


def _active(lang: str) -> Section:
    words = WORDS[lang]
    rows = tuple((name, whole_text(people, lang)) for city in active_cities() for name, people in active_rows(city, lang))
    return Section(words["active_head"], words["active_note"], (words["counted_as"], words["people"]), rows)


def active_rows(city: str, lang: str) -> Iterator[tuple[str, int]]:
    """People of a city called active, by what counts (R-229)."""
    words, (people, total), called = WORDS[lang], active_people(city), activity_words(city)
    yield words["active_all"].format(city=city), people.active()
    yield words["active_total"].format(city=city), total
    for leave_out in ((DISPUTED[0],), (DISPUTED[1],), DISPUTED):
        what = f" {words['and']} ".join(called[one].text(lang) for one in leave_out)
        yield words["active_without"].format(city=city, what=what), people.active(leave_out=leave_out)
    yield words["active_exempt"].format(city=city), people.active(with_exempt=True)


def _budgets(lang: str) -> Section:
    words = WORDS[lang]

    def shown(cents: int | None) -> str:
        return words["not_stated"] if cents is None else euro(whole_euros(cents) * 100, lang)[:-3]

    rows = tuple(
        (f"{one.city}: {one.said.text(lang)}", shown(one.cents), shown(one.per_target), shown(one.per_active))
        for one in budgets()
    )
    columns = tuple(words[name] for name in ("programme", "budget", "per_target", "per_active"))
    return Section(words["budget_head"], "", columns, rows)


def _works(lang: str) -> Section:
    words = WORDS[lang]
    rows = tuple((one.said.text(lang), words[one.work or "not_stated"], words[one.participation or "not_stated"])
                 for one in what_works())  # fmt: skip
    return Section(words["works_head"], words["works_note"], (words["measure"], words["work"], words["participation"]), rows)


def _sources(lang: str) -> str:
    every = [one.source for one in five_cities()] + [one.source for one in budgets()] + [one.source for one in what_works()]
    return f"{WORDS[lang]['sources']}: {'; '.join(dict.fromkeys(every))}."
