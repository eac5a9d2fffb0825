# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the page of five cities."""

from __future__ import annotations

WORDS = {
    "nl": {
        "title": "Vijf steden naast elkaar",
        "intro": "Hoe vijf steden rond 2017 mensen met weinig kans op werk hielpen, zoals het dossier over activering het "
        "beschrijft.",
        "reconstructed": "De kop van de kolom van Utrecht is gereconstrueerd: in het document is de volgorde van de kolommen "
        "verloren "
        "gegaan. De tekst past bij het artikel over Utrecht.",
        "approach_to_client": "aanpak", "ideology": "gedachte erachter", "carrot_or_stick": "wortel of stok", "goal": "doel",
        "client_contact": "contact",
        "aspect": "onderdeel", "table_head": "Waarin zij verschillen", "city": "stad",
        "active_head": "Wie noemt een stad actief?",
        "active_note": "Rotterdam telt zorg voor anderen en werken aan eigen problemen mee. Amsterdam telt mantelzorgers niet "
        "mee. Zo "
        "verandert hetzelfde aantal.",
        "counted_as": "wat meetelt", "people": "mensen",
        "active_all": "{city}: alles wat de stad zelf telt",
        "active_total": "{city}: totaal zoals gedrukt (de onderdelen tellen anders op)",
        "active_without": "{city}: zonder {what}", "active_exempt": "{city}: alles, en ook wie is vrijgesteld",
        "budget_head": "Geld per persoon", "programme": "waarvoor", "budget": "budget",
        "per_target": "per persoon in de doelgroep",
        "per_active": "per persoon die meedoet",
        "works_head": "Wat de literatuur vond",
        "works_note": "Een overzicht van ongeveer honderd studies. Werk en meedoen kunnen anders reageren op dezelfde maatregel.",
        "measure": "maatregel of aanpak", "work": "betaald werk", "participation": "meedoen",
        "plus": "+", "minus": "−", "not_stated": "niet vermeld", "and": "en", "sources": "Bronnen",
    },
    "en": {
        "title": "Five cities beside each other",
        "intro": "How five cities helped people with little chance of work around 2017, as the file on activation describes it.",
        "reconstructed": "The header of the column of Utrecht is reconstructed: the document lost the order of its columns. "
        "The text "
        "fits the article on Utrecht.",
        "approach_to_client": "approach", "ideology": "idea behind it", "carrot_or_stick": "carrot or stick", "goal": "goal",
        "client_contact": "contact",
        "aspect": "aspect", "table_head": "Where they differ", "city": "city",
        "active_head": "Whom does a city call active?",
        "active_note": "Rotterdam counts care for others and work on own problems. Amsterdam does not count informal carers. "
        "So the same "
        "number changes.",
        "counted_as": "what counts", "people": "people",
        "active_all": "{city}: all that the city itself counts",
        "active_total": "{city}: total as printed (the parts add up to something else)",
        "active_without": "{city}: without {what}", "active_exempt": "{city}: all, and those exempted too",
        "budget_head": "Money per person", "programme": "for what", "budget": "budget",
        "per_target": "per person in the target group",
        "per_active": "per person taking part",
        "works_head": "What the literature found",
        "works_note": "A review of about a hundred studies. Work and taking part may react differently to the same measure.",
        "measure": "measure or approach", "work": "paid work", "participation": "taking part",
        "plus": "+", "minus": "−", "not_stated": "not stated", "and": "and", "sources": "Sources",
    },
}  # fmt: skip
