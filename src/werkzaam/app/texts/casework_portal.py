# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of what clients tell on their own pages: a call, an explanation, a report, a stay abroad."""

from __future__ import annotations

WORDS = {
    "nl": {
        "call_back": "Bel de inwoner terug (gevraagd op {on}). Taal: {language}.",
        "bel_mij": "bel mij",
        "uitleg_brief": "Leg een brief uit (gevraagd op {asked}): {what}",
        "report": "Melding van {on} over {about}. Besluit vóór of op {by} en zeg waarom.",
        "report_escalated": "Melding van {on} over {about} had op {by} een besluit moeten hebben. De teamleider kijkt mee. Er "
        "wordt intussen niets teruggevraagd.",
        "melding_bedrag": "het bedrag", "melding_terugbetalen": "terugbetalen", "melding_loon": "loon",
        "melding_brief": "een brief", "melding_bejegening": "hoe met iemand is omgegaan",
        "melding_gegevens": "gegevens", "melding_anders": "iets anders",
        "abroad_free": "Doorgegeven: {days} dagen in het buitenland. Dat mag: {limit} dagen per jaar zijn vrij. Niemand hoeft "
        "dit goed te keuren.",
        "abroad_over": "Doorgegeven: {days} dagen in het buitenland. Dat is {over} meer dan de {limit} dagen per jaar die vrij "
        "zijn. Vóór of op {by} bespreken we wat dat betekent.",
        "abroad_to_discuss": "Verblijf in het buitenland vanaf {first}: {over} dagen meer dan vrij is. Bel en bespreek wat kan.",
    },
    "en": {
        "call_back": "Call the resident back (asked on {on}). Language: {language}.",
        "bel_mij": "call me",
        "uitleg_brief": "Explain a letter (asked on {asked}): {what}",
        "report": "Report of {on} about {about}. Decide by {by} at the latest, and say why.",
        "report_escalated": "Report of {on} about {about} should have been decided by {by}. The team leader looks at it too. "
        "Nothing is asked back meanwhile.",
        "melding_bedrag": "the amount", "melding_terugbetalen": "paying back", "melding_loon": "wages",
        "melding_brief": "a letter", "melding_bejegening": "how somebody was treated",
        "melding_gegevens": "personal facts", "melding_anders": "something else",
        "abroad_free": "Told: {days} days abroad. That is free: {limit} days a year are. Nobody has to approve it.",
        "abroad_over": "Told: {days} days abroad. That is {over} more than the {limit} days a year that are free. By {by} at the "
        "latest we talk about what that means.",
        "abroad_to_discuss": "Stay abroad from {first}: {over} days more than are free. Call and talk about what is possible.",
    },
}  # fmt: skip
