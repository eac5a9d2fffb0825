# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about guidance that no experiment answered, on invented participants of Amsterdam from 2018 to 2022.

Each is a life under the same rules with the same luck, with one thing beside it that is assumed; what is assumed stands below the
answer. The people are those of the margins of the research group, in three groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from werkzaam.app import markdown
from werkzaam.app.regimes import regime_of
from werkzaam.app.simulation.guidance import NAMES, OUTSIDE, PARTS, SELF, amsterdam_norms, amsterdam_review, shown, text_of
from werkzaam.app.simulation.guidance_figures import figures_of
from werkzaam.app.simulation.guidance_studies import assumed, caseload_text, caseloads, education, education_text, share
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Span
from werkzaam.facts.read import read_facts
from werkzaam.rules.book import book_of
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.life import World, live
from werkzaam.simulation.money import money_of
from werkzaam.simulation.norms import late_of, views_of
from werkzaam.simulation.options import Options
from werkzaam.simulation.people import People
from werkzaam.simulation.placements import NAMES as PLACED
from werkzaam.simulation.placements import placements_of
from werkzaam.simulation.record import record
from werkzaam.simulation.views import QUADRANTS
from werkzaam.simulation.world import KNOWN_PARTS, behaviour_of, world_of

SPAN = Span.parse("2018-01", "2022-12")
REGIMES = ("amsterdam_2018", "amsterdam_2021")
YEARLY_BUDGET = 100_000
"""Cents a year of the group with a budget for education: the idea of a case manager in the final report (education-013)."""
LATE_EFFECT = 500
"""What `late.per_mille` is in the study of the review where nobody chose another; 1000 would be no effect, and no question."""
PEOPLE_LEAST = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """The people, the world and the numbers of a study, and its seed."""

    people: People
    world: World
    given: Assumptions
    seed: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One life of a study: its name, and per group the share of months with work and of people who left bijstand in the end."""

    nl: str
    en: str
    works: tuple[Fraction | None, ...]
    left: tuple[Fraction | None, ...]


def setting_of(count: int, seed: int, given: Assumptions, cache: Path | None) -> Setting:
    """The invented participants and their world; raises InputError for too few people to say anything."""
    if count < PEOPLE_LEAST:
        raise InputError(f"people: {PEOPLE_LEAST} or more was expected, ten in each group; found {count}.")
    facts = read_facts()
    regime = regime_of(REGIMES, facts)
    money = money_of(book_of(facts, regime, None, None), SPAN, cache)
    world = world_of(given, money, behaviour_of(given, PARTS, SPAN), amsterdam_norms(given, SPAN))
    return Setting(research_group(count, seed, given), world, given, seed)


def study_text(name: str, setting: Setting, lang: str) -> Iterator[str]:
    """The answer to a question, with what it rests on, as Markdown; raises UnknownName."""
    if name not in STUDIES:
        raise UnknownName(f"{name}: {', '.join(STUDIES)} was expected.")
    yield from STUDIES[name](setting, lang)


def variant(setting: Setting, nl: str, en: str, options: Options, people: People | None = None) -> Variant:
    """One life with options, of the same people or of others."""
    people = people or setting.people
    world = replace(setting.world, options=options)
    lived = record(people, live(people, world, setting.seed), len(list(SPAN)))
    own = [people.arm == row for row in range(OUTSIDE)]
    works = tuple(share(lived["works"] > 0, np.broadcast_to(one, lived["works"].shape)) for one in own)
    return Variant(nl, en, works, tuple(share(lived["left"][-1] > 0, one) for one in own))


def variants_text(found: Sequence[Variant], lang: str) -> Iterator[str]:
    """Months with work and people who left, of each life and group."""
    works, left = ("maanden met werk", "uit de bijstand") if lang == "nl" else ("months with work", "left bijstand")
    names = NAMES[lang][:OUTSIDE]
    heads = ["", *(f"{what}: {name}" for what in (works, left) for name in names)]
    rows = ([one.nl if lang == "nl" else one.en, *map(shown, (*one.works, *one.left))] for one in found)
    yield from markdown.table(heads, rows)
    yield ""


def _contacts(setting: Setting, lang: str) -> Iterator[str]:
    lived = record(setting.people, live(setting.people, setting.world, setting.seed), len(list(SPAN)))
    yield from text_of(lived, SPAN, figures_of(lived, SPAN, setting.given), lang)
    yield ""
    names = ("contacts.per_talk", "contacts.share_of_peak", "contacts.silent", "contacts.caseload.ams_after_experiment_2021")
    yield from assumed(setting.given, names, lang)


def _caseload(setting: Setting, lang: str) -> Iterator[str]:
    yield from caseload_text(caseloads(setting.people, setting.world, setting.given, setting.seed), setting.given, lang)


def _views(setting: Setting, lang: str) -> Iterator[str]:
    table, people = views_of(setting.given, PARTS), setting.people
    found = [variant(setting, f"iedereen in kwadrant {view}", f"everybody in quadrant {view}", Options(views=table),
                     replace(people, view=np.full(len(people.view), view))) for view in range(1, QUADRANTS + 1)]  # fmt: skip
    yield from variants_text(found, lang)
    yield from assumed(setting.given, [f"views.{part}" for part in KNOWN_PARTS], lang)


def _review(setting: Setting, lang: str) -> Iterator[str]:
    given = setting.given
    if given.number("late.per_mille") == 1_000:
        given = given.with_values({"late.per_mille": LATE_EFFECT})
    late, review = late_of(given, SELF), amsterdam_review(SPAN)
    yield from variants_text([
        variant(setting, "zonder laat effect", "without a late effect", Options()),
        variant(setting, "met laat effect", "with a late effect", Options(late=late)),
        variant(setting, "met laat effect, en bekeken na een jaar", "with it, and reviewed after a year",
                Options(late=late, review=review)),
    ], lang)  # fmt: skip
    yield from assumed(given, ("late.per_mille", "late.from_month", "contacts.silent"), lang)


def _placements(setting: Setting, lang: str) -> Iterator[str]:
    name, found = "placements.contract", [variant(setting, "zonder proefplaatsingen", "without trial placements", Options())]
    for chance in sorted({0, setting.given.number(name)}):
        numbers = placements_of(setting.given.with_values({name: chance}))
        percent = chance // 10_000
        found.append(variant(setting, f"contract na {percent}%", f"contract after {percent}%", Options(placements=numbers)))
    yield from variants_text(found, lang)
    yield from assumed(setting.given, [f"placements.{one}" for one in PLACED if one != "most"], lang)


def _education(setting: Setting, lang: str) -> Iterator[str]:
    budget = np.array([YEARLY_BUDGET, *[0] * OUTSIDE])
    found = education(setting.people, setting.world, setting.given, setting.seed, budget)
    yield from education_text(found, setting.given, lang)


STUDIES: Mapping[str, Callable[[Setting, str], Iterator[str]]] = {
    "contacts": _contacts,
    "caseload": _caseload,
    "views": _views,
    "review": _review,
    "placements": _placements,
    "education": _education,
}
"""The questions by name: R-244, R-253, R-245, R-254 and R-256, and the contacts themselves."""
