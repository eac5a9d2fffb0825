# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the yearly question and of the size of subgroups."""

from __future__ import annotations

WORDS = {
    "nl": {
        "title": "Bang voor verrekenen: de vraag van elk jaar",
        "year": "{year}: {percent}% zegt ja ({yes} van {answered} antwoorden), met 95% zekerheid tussen {low}% en {high}%. "
        "Weet niet: "
        "{unsure}. Geen antwoord: {silent}.",
        "hidden": "{year}: minder dan {least} antwoorden. Daarover zeggen wij niets.",
        "about": "Wie het niet weet, telt als antwoord. Wie niets zei, telt niet mee. Onder de {least} antwoorden staat hier "
        "geen percentage.",
        "size": "Voor {subgroups} groepen apart, met {arms} soorten begeleiding: {each} mensen per groep en per soort "
        "begeleiding. Zo is "
        "een verschil van {points} procentpunt (van {base}% naar {higher}%) te vinden met een kans van {power}%. In totaal "
        "zijn dat "
        "{total} mensen met een uitkomst.",
        "size_corrected": "Worden de {subgroups} groepen samen getoetst (Bonferroni), dan zijn het er {each} per groep en per "
        "soort "
        "begeleiding, en {total} in totaal.",
        "size_note": "Reken erbij wie afhaakt. Bij een aandeel van 50% zijn de meeste mensen nodig.",
    },
    "en": {
        "title": "Fear of settlement: the question of every year",
        "year": "{year}: {percent}% say yes ({yes} of {answered} answers), with 95% confidence between {low}% and {high}%. Do "
        "not know: "
        "{unsure}. No answer: {silent}.",
        "hidden": "{year}: fewer than {least} answers. We say nothing about it.",
        "about": "Who does not know counts as an answer. Who said nothing does not. Below {least} answers there is no "
        "percentage here.",
        "size": "For {subgroups} subgroups apart, with {arms} arms: {each} people per subgroup and arm. Then a difference of "
        "{points} "
        "percentage points (from {base}% to {higher}%) is found with a chance of {power}%. In all that is {total} people with "
        "an outcome.",
        "size_corrected": "When the {subgroups} subgroups are tested together (Bonferroni) it takes {each} per subgroup and "
        "arm, and "
        "{total} in all.",
        "size_note": "Add who drops out. A share of 50% takes the most people.",
    },
}
