# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a premium that ends."""

from __future__ import annotations

WORDS = {
    "nl": {
        "title": "Premies die stoppen",
        "none": "Geen premie van deze stad heeft een einde dat al vaststaat.",
        "premie.geldt": "de premie over inkomsten", "premie.per_uur": "de premie per uur", "premie.eenmalig": "de eenmalige "
        "premie",
        "premie.uitstroom": "de uitstroompremie",
        "ends": "Volgens de regels van de stad stopt {what} na {day}.",
        "required": "Een bericht is nodig aan iedereen die deze premie krijgt of nog kan krijgen. Aantal huishoudens: {count}.",
        "in_time": "Stuur het bericht uiterlijk op {by}, {days} dagen van tevoren (een aanname van ons: geen bron noemt een "
        "termijn).",
        "late": "Het bericht had op {by} weg moeten zijn, {days} dagen van tevoren (een aanname van ons). Stuur het vandaag.",
        "households": "Huishoudens: {numbers}.",
        "task": "Is het bericht verstuurd? Sluit dan deze taak met wat u deed: {task}",
        "announced": "Gemeld: {who} zegt: {how}.",
        "nobody": "Niemand krijgt deze premie. Een bericht is niet nodig.",
        "text_head": "Tekst die u kunt sturen:",
        "text": "Op {day} stopt {what}. Daarna krijgt u deze premie niet meer. Wat u tot en met die dag opbouwt, krijgt u nog. "
        "U hoeft niets "
        "te doen. Heeft u vragen? Bel ons gerust.",
    },
    "en": {
        "title": "Premiums that end",
        "none": "No premium of this town has an end that is settled.",
        "premie.geldt": "the premium on earnings", "premie.per_uur": "the premium per hour", "premie.eenmalig": "the one-off "
        "premium",
        "premie.uitstroom": "the exit premium",
        "ends": "By the rules of the town {what} ends after {day}.",
        "required": "A notice is required to everybody who gets this premium or may still get it. Number of households: {count}.",
        "in_time": "Send the notice by {by}, {days} days before (an assumption of ours: no source gives a term).",
        "late": "The notice should have gone by {by}, {days} days before (an assumption of ours). Send it today.",
        "households": "Households: {numbers}.",
        "task": "Was the notice sent? Then close this task with what you did: {task}",
        "announced": "Told: {who} says: {how}.",
        "nobody": "Nobody gets this premium. No notice is needed.",
        "text_head": "A text that you can send:",
        "text": "On {day} {what} ends. After that you do not get this premium any more. What you build up until that day, you "
        "still get. "
        "You need not do anything. Do you have questions? Please call us.",
    },
}  # fmt: skip
