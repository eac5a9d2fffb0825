# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of `werkzaam claims`: what printed figures can and cannot support."""

from __future__ import annotations

from collections.abc import Mapping

NL = {
    "title": "Wat kunnen deze gedrukte cijfers dragen?",
    "counted": "Bestand: {file}. Beweringen: {claims}, families: {families}. Grens: p {level}, met alle rijen van een familie "
    "samen (Holm).",
    "summary": "Samengevat",
    "summary_p": "(p {p} apart, {adjusted} met de familie samen)",
    "does_not_follow": "Gedrukt als significant; uit deze cijfers volgt dat niet.",
    "contradicted": "Gedrukt als niet significant; deze cijfers zelf laten wel een verschil zien.",
    "depends": "Of dit volgt, hangt af van wat niet gedrukt is: het aantal mensen, de spreiding, of de cijfers voor het "
    "afronden.",
    "alone": "Gedrukt als significant; dat volgt voor deze rij apart, maar niet als alle rijen van de familie samen "
    "tellen.",
    "follows": "Gedrukt als significant; dat volgt uit deze cijfers, ook als alle rijen van de familie samen tellen.",
    "agrees": "Gedrukt als niet significant; ook deze cijfers laten geen verschil zien. Dat bewijst niet dat er geen verschil "
    "is.",
    "shown": "Over toeval is niets gedrukt; deze cijfers laten een verschil zien.",
    "not_shown": "Over toeval is niets gedrukt; deze cijfers laten geen verschil zien. Dat bewijst niet dat er geen verschil is.",
    "pair": "{outcome}{wave}: {a} {value_a} tegen {b} {value_b}",
    "wave": " op {wave}",
    "n": "Met {n_a} en {n_b} mensen",
    "spread": " en standaardafwijking {spread_a} en {spread_b}",
    "figures": "{n}: verschil {difference} {unit}, interval van {cover}% tussen {low} en {high}; standaardfout {error}; "
    "p {p} ({test}); met de familie van {family} samen p {adjusted}. Door afronding ligt p tussen {p_least} en {p_most}.",
    "needed": "Om een verschil van deze grootte te vinden zijn {needed} mensen per groep nodig.",
    "detectable": "Met deze aantallen is een verschil vanaf {detectable} {unit} te vinden (kans {power}%).",
    "explained": "Een model met controlevariabelen zou {explained}% van de verschillen tussen mensen moeten verklaren om p op "
    "{level} te brengen.",
    "z": "z-toets",
    "exact": "exact, want weinig mensen",
    "welch": "toets van Welch",
    "points": "procentpunt",
    "of_mean": "(in de eenheid van het gemiddelde)",
    "together_title": "Alle groepen samen, voor de paren",
    "together": "{outcome}{wave} van {groups}: p {p} ({test}).",
    "disagree": "Twee cijfers voor hetzelfde: {outcome}{wave} van {group} is {first} in regel {line_first} en {second} in "
    "regel {line_second}.",
    "note": "Opmerking: {note}",
    "source": "Bron: {source}",
    "limits": "Deze cijfers zijn alles wat hier bekend is. Wie het onderzoek deed, kan gewichten, metingen vooraf of "
    "controlevariabelen hebben "
    "gebruikt. Een bewering die niet volgt, is dus niet onwaar: het verslag geeft dan te weinig om haar na te rekenen.",
    "and": "en",
}  # fmt: skip

EN = {
    "title": "What can these printed figures support?",
    "counted": "File: {file}. Claims: {claims}, families: {families}. Limit: p {level}, counting all rows of a family "
    "together (Holm).",
    "summary": "In short",
    "summary_p": "(p {p} alone, {adjusted} with its family together)",
    "does_not_follow": "Printed as significant; that does not follow from these figures.",
    "contradicted": "Printed as not significant; these figures themselves show a difference.",
    "depends": "Whether this follows depends on what is not printed: the number of people, the spread, or the figures before "
    "rounding.",
    "alone": "Printed as significant; that follows for this row alone, not when all rows of its family count together.",
    "follows": "Printed as significant; that follows from these figures, also when all rows of its family count "
    "together.",
    "agrees": "Printed as not significant; these figures show no difference either. That does not prove that there is none.",
    "shown": "Nothing is printed about chance; these figures show a difference.",
    "not_shown": "Nothing is printed about chance; these figures show no difference. That does not prove that there is none.",
    "pair": "{outcome}{wave}: {a} {value_a} against {b} {value_b}",
    "wave": " at {wave}",
    "n": "With {n_a} and {n_b} people",
    "spread": " and standard deviation {spread_a} and {spread_b}",
    "figures": "{n}: difference {difference} {unit}, interval of {cover}% between {low} and {high}; standard error "
    "{error}; "
    "p {p} ({test}); with the family of {family} together p {adjusted}. By rounding, p lies between {p_least} and {p_most}.",
    "needed": "To find a difference of this size takes {needed} people per group.",
    "detectable": "These numbers can find a difference of {detectable} {unit} or more (chance {power}%).",
    "explained": "A model with control variables would have to explain {explained}% of the differences between people to "
    "bring p to {level}.",
    "z": "z-test",
    "exact": "exact, because few people",
    "welch": "Welch's test",
    "points": "percentage points",
    "of_mean": "(in the unit of the mean)",
    "together_title": "All groups together, before the pairs",
    "together": "{outcome}{wave} of {groups}: p {p} ({test}).",
    "disagree": "Two figures for the same thing: {outcome}{wave} of {group} is {first} in row {line_first} and {second} in "
    "row {line_second}.",
    "note": "Note: {note}",
    "source": "Source: {source}",
    "limits": "These figures are all that is known here. Whoever did the study may have used weights, measurements before the "
    "start or control "
    "variables. A claim that does not follow is therefore not untrue: the report gives too little to check it.",
    "and": "and",
}  # fmt: skip

WORDS: Mapping[str, Mapping[str, str]] = {"nl": NL, "en": EN}
