# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The result for those who took part: one page, no tables, short sentences, nothing left out because it was a null."""

from __future__ import annotations

from typing import Final

from werkzaam.app.experiment.report.content import Found, is_hidden, shown_mean
from werkzaam.app.experiment.report.limits import met_corona
from werkzaam.app.experiment.report.model import Report, Section
from werkzaam.app.experiment.report.words import HIDDEN
from werkzaam.experiment.design import Design, Kind, Outcome
from werkzaam.experiment.verdict.analysis import Result
from werkzaam.experiment.words import number_text, whole_text

TEXTS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "title": "Dank u wel. Dit hebben we samen geleerd.",
        "under": "U deed mee aan: {title}.",
        "what": "Wat is er gedaan?",
        "what_said": "{people} mensen deden mee. Het lot bepaalde in welke groep u kwam. Niemand kon dat kiezen.",
        "arms": "De groepen waren: {arms}.",
        "found": "Wat hebben we gevonden?",
        "shown": "{what}: {arm} en {against} verschillen. In de groep {high} was het meer.{numbers}",
        "not_shown": "{what}: we zien geen duidelijk verschil tussen {arm} en {against}.{numbers}",
        "share": " Het was {first} en {second} van de 100.",
        "mean": " Het was {first} en {second}.",
        "null": "Geen verschil vinden is ook een uitkomst. Het telt net zo zwaar.",
        "sure": "Hoe zeker is dit?",
        "sure_said": "Het gaat over mensen die meededen.",
        "left": " Niet iedereen deed mee tot het eind.",
        "corona": " Ook kwam corona ertussen.",
        "yours": "Wat betekent dit voor u?",
        "yours_said": "Voor uw uitkering verandert er niets door dit onderzoek. Uw naam staat nergens in de uitkomsten.",
        "ask": "Hebt u vragen? Bel of mail uw gemeente. Uw vraag is welkom.",
    },
    "en": {
        "title": "Thank you. This is what we learned together.",
        "under": "You took part in: {title}.",
        "what": "What was done?",
        "what_said": "{people} people took part. A lot decided which group you were in. Nobody could choose.",
        "arms": "The groups were: {arms}.",
        "found": "What did we find?",
        "shown": "{what}: {arm} and {against} differ. In the group {high} there was more of it.{numbers}",
        "not_shown": "{what}: we see no clear difference between {arm} and {against}.{numbers}",
        "share": " It was {first} and {second} of every 100.",
        "mean": " It was {first} and {second}.",
        "null": "Finding no difference is a result too. It counts just as much.",
        "sure": "How sure is this?",
        "sure_said": "It is about people who took part.",
        "left": " Not everybody stayed until the end.",
        "corona": " Corona came in between as well.",
        "yours": "What does this mean for you?",
        "yours_said": "Nothing changes in your benefit because of this study. Your name is nowhere in the results.",
        "ask": "Do you have questions? Call or mail your town. Your question is welcome.",
    },
}  # fmt: skip


def participants_page(found: Found, lang: str) -> Report:
    """The page for participants: the main question only, each comparison in one plain sentence."""
    design, texts = found.design, TEXTS[lang]
    drawn = int((found.panel.arms >= 0).sum())
    arms = ", ".join(getattr(arm.label, lang).lower() for arm in design.arms)
    main = [one for one in found.analysis.results if one.family == design.families[0].id]
    said = tuple(_sentence(found, one, lang) for one in main)
    people = texts["what_said"].format(people=whole_text(drawn, lang))
    sections = (
        Section("what", texts["what"], (people, texts["arms"].format(arms=arms))),
        Section("found", texts["found"], (*said, texts["null"])),
        Section("sure", texts["sure"], (_sure(design, texts),)),
        Section("yours", texts["yours"], (texts["yours_said"], texts["ask"])),
    )
    return Report(lang, texts["title"], texts["under"].format(title=getattr(design.title, lang)), sections, ())


def _sure(design: Design, texts: dict[str, str]) -> str:
    """How certain it is, with what happened in this experiment only."""
    return texts["sure_said"] + (texts["left"] if design.waves else "") + (texts["corona"] if met_corona(design) else "")


def _sentence(found: Found, one: Result, lang: str) -> str:
    """One comparison in plain words: a difference is shown only by the p within its family."""
    design = found.design
    level = next(each.level for each in design.families if each.id == one.family) / 1000
    outcome = next(each for each in design.outcomes if each.id == one.outcome)
    arm, against = (getattr(design.arm(name).label, lang).lower() for name in (one.contrast.arm, one.contrast.against))
    what = getattr(outcome.label, lang).partition(";")[0]
    high = arm if one.estimate.effect > 0 else against
    key = "shown" if max(one.adjusted, one.p) <= level else "not_shown"
    numbers = _numbers(found, one, outcome, lang)
    return TEXTS[lang][key].format(what=what, arm=arm, against=against, high=high, numbers=numbers)


def _numbers(found: Found, one: Result, outcome: Outcome, lang: str) -> str:
    """What was measured in both groups, the same numbers as in the technical report; nothing where they are hidden there."""
    measured, places = found.analysis.of(outcome.id), [arm.id for arm in found.design.arms]
    sides = [places.index(name) for name in (one.contrast.arm, one.contrast.against)]
    if any(is_hidden(found, places[at], outcome.id)
           or shown_mean(outcome, measured.n[at], measured.means[at], lang) == HIDDEN for at in sides):  # fmt: skip
        return ""
    share = outcome.kind is Kind.SHARE
    first, second = (number_text(outcome.kind.scale * measured.means[at], lang) for at in sides)
    return TEXTS[lang]["share" if share else "mean"].format(first=first, second=second)
