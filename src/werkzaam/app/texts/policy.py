# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words around regimes on a page for who makes policy."""

from __future__ import annotations

NL = {
    "aspect": "Waarover",
    "guides": "Hoe mensen worden geholpen",
    "guides_table": "Begeleiding naast elkaar",
    "chooses": "Wat de gemeente koos over bijverdienen",
    "chooses_table": "Keuzes over bijverdienen naast elkaar",
    "unstated_note": "Niet vermeld: geen bron zegt er iets over. Wij vullen dat niet in.",
    "needs_net_share": "deze regel gaat over het brutoloon. Hier is alleen het nettoloon bekend, dus er is geen uitkomst.",
    "choice": "Keuze",
    "chosen": "Gekozen",
    "why": "Waar dat staat",
    "choices_table": "Elke keuze van de gemeente, met de bron",
    "not_stated": "niet vermeld",
    "not_needed": "niet vermeld, en niet nodig",
    "assumed": "Aanname: {why}",
    "simulated": "Wat er is nagebootst",
}

EN = {
    "aspect": "About",
    "guides": "How people are helped",
    "guides_table": "Guidance beside each other",
    "chooses": "What the town chose about earnings",
    "chooses_table": "Choices about earnings beside each other",
    "unstated_note": "Not stated: no source says anything about it. We do not fill it in.",
    "needs_net_share": "this rule is about gross wages. Here only the net wage is known, so there is no result.",
    "choice": "Choice",
    "chosen": "Chosen",
    "why": "Where it stands",
    "choices_table": "Every choice of the town, with its source",
    "not_stated": "not stated",
    "not_needed": "not stated, and not needed",
    "assumed": "Assumption: {why}",
    "simulated": "What was simulated",
}

WORDS = {"nl": NL, "en": EN}
