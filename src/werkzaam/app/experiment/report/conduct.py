# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How the trial was held: how the number of people came about, and who knew which arm was which (CONSORT 2025, 16a and 20)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from werkzaam.app.experiment.design_words import amount
from werkzaam.app.experiment.opened import Opening
from werkzaam.app.experiment.report.model import Section
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.design import Design
from werkzaam.experiment.power import forecasts
from werkzaam.experiment.verdict.masked import told_by_size
from werkzaam.experiment.words import whole_text

TEXTS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "size": "Hoe het aantal deelnemers is bepaald",
        "drawn_all": "Het ontwerp loot iedereen die zich inschreef en mee kon doen.",
        "drawn": "Het ontwerp loot {seats} van de mensen die zich inschreven.",
        "asked_all": "Iedereen die is geloot, wordt geïnterviewd.",
        "asked": "{seats} van hen worden geïnterviewd.",
        "asked_none": "Er zijn geen interviews: alles komt uit registers.",
        "expected": "Vooraf verwacht, {outcome} ({arm} − {against}): een verschil van {effect} wordt met {power}% kans gevonden "
        "bij {people} mensen in de kleinste groep.",
        "expected_from": "Deze verwachting staat in het bestand naast het ontwerp. Zij is niet mee beloofd en niet uit de "
        "uitkomsten gerekend.",
        "no_reason": "Waarom dit aantal is gekozen, is niet vastgelegd. Wat hiermee te vinden was, staat bij elke uitkomst.",
        "blinding": "Wie niet wist welke groep welke was",
        "knew": "Deelnemers en begeleiders wisten de groep: het lot staat op het bewijs van de loting. Of interviewers de groep "
        "wisten, is niet vastgelegd.",
        "letters": "Wie rekende, zag de hele analyse eerst met letters in plaats van groepen, op {day}.",
        "opened": "Daarna maakten {by} de groepen bekend, op {day}. Beide staan in het logboek.",
        "no_letters": "Wie rekende, wist de groepen ook: bij een ongelijke verdeling ({slots}) zegt de grootte al "
        "welke groep welke is.",
        "opened_at_once": "{by} maakten de groepen bekend, op {day}. Dat staat in het logboek.",
        "under_letters": "De groepen staan nu nog onder letters.",
    },
    "en": {
        "size": "How the number of people was settled",
        "drawn_all": "The design draws everybody who enrolled and could take part.",
        "drawn": "The design draws {seats} of the people who enrolled.",
        "asked_all": "Everybody drawn is interviewed.",
        "asked": "{seats} of them are interviewed.",
        "asked_none": "There are no interviews: everything comes from registers.",
        "expected": "Expected beforehand, {outcome} ({arm} − {against}): a difference of {effect} is found with a chance "
        "of {power}% with {people} people in the smaller arm.",
        "expected_from": "This expectation stands in the file beside the design. It was not promised with it and not worked out "
        "from the results.",
        "no_reason": "Why this number was chosen is not recorded. What could be found with it stands beside each outcome.",
        "blinding": "Who did not know which arm was which",
        "knew": "Participants and workers knew the arm: the lot stands on the receipt of the draw. Whether interviewers knew is "
        "not recorded.",
        "letters": "Who computed saw the whole analysis first with letters instead of arms, on {day}.",
        "opened": "After that {by} opened the arms, on {day}. Both stand in the log.",
        "no_letters": "Who computed knew the arms as well: with unequal shares ({slots}) the size already tells which is which.",
        "opened_at_once": "{by} opened the arms, on {day}. That stands in the log.",
        "under_letters": "The arms still stand under letters.",
    },
}


def people_planned(design: Design, assumed: Assumptions | None, lang: str) -> Section:
    """How many are drawn and interviewed by the design, and what was expected of that number; says so where nobody wrote why."""
    texts = TEXTS[lang]
    drawn, asked = design.selection.seats, design.survey.seats
    said = [texts["drawn_all"] if drawn is None else texts["drawn"].format(seats=whole_text(drawn, lang))]
    if not design.waves:
        said.append(texts["asked_none"])
    else:
        said.append(texts["asked_all"] if asked is None else texts["asked"].format(seats=whole_text(asked, lang)))
    said += [texts["no_reason"]] if assumed is None else [*_expected(design, assumed, lang), texts["expected_from"]]
    return Section("size", texts["size"], tuple(said))


def _expected(design: Design, assumed: Assumptions, lang: str) -> Iterator[str]:
    """A line for each comparison of the main question."""
    main, labels = design.families[0], {one.id: getattr(one.label, lang) for one in design.outcomes}
    for one in forecasts(design, assumed):
        if one.outcome in main.outcomes and not one.group and one.contrast in main.contrasts:
            arm, against = (getattr(design.arm(name).label, lang) for name in (one.contrast.arm, one.contrast.against))
            yield TEXTS[lang]["expected"].format(
                outcome=labels[one.outcome], arm=arm, against=against, effect=amount(one.effect, design, one.outcome, lang),
                power=f"{100 * one.power:.0f}", people=whole_text(round(min(one.people)), lang),
            )  # fmt: skip


def blinding(design: Design, opening: Opening | None, lang: str, *, masked: bool) -> Section:
    """Who knew: participants always, who computed only after two named people opened the arms."""
    texts, opening = TEXTS[lang], opening or Opening()
    said = [texts["knew"]]
    names = f" {'en' if lang == 'nl' else 'and'} ".join(opening.by)
    if told_by_size(design) is not None:
        said.append(texts["no_letters"].format(slots=":".join(str(arm.slots) for arm in design.arms)))
        said += [texts["opened_at_once"].format(by=names, day=opening.opened)] if opening.opened else []
    elif masked:
        said.append(texts["under_letters"])
    else:
        said += [texts["letters"].format(day=opening.masked)] if opening.masked else []
        said += [texts["opened"].format(by=names, day=opening.opened)] if opening.opened else []
    return Section("blinding", texts["blinding"], tuple(said))
