# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a month's page: headings, what stands beside an amount, and what stands at the end."""

from __future__ import annotations

NL = {
    # headings
    "wages": "Uw loon",
    "bijstand": "Uw bijstand",
    "premium": "Uw premie",
    "together": "Alles samen",
    "account": "Op uw rekening",
    "estimate": "Schatting en loonstrook",
    "steps": "Alle stappen",
    "contact": "Vragen?",
    "assumptions": "Aannames",
    "receipt": "Nagaan",
    # the month in two sentences
    "summary": "Voor deze maand krijgt u {op_rekening} op uw rekening. "
    "In totaal levert de maand {samen} op, ook wat u later krijgt.",
    # titles
    "wage_of": "Loon: {job}",
    "wages_of": "Loon samen: {job}",
    "correction_of": "Correctie: {job}",
    "estimate_of": "Geschat loon: {job}",
    "of": "{title} ({whose})",
    # one wage
    "worked": "Gewerkt {days}, betaald op {paid}, bron: {source}.",
    "by_work": "Dit loon hoort bij {month}: de maand van het werk.",
    "by_receipt": "Dit loon hoort bij {month}: de maand waarin u het kreeg.",
    "wage_row": "Dit loon telt mee in {month}.",
    "correction_row": "Dit is een correctie op het loon van {month}.",
    "not_known": "Uw loonstrook is er nog niet. Tot die tijd rekenen we met de schatting.",
    "no_row": "Over deze maand is geen loon doorgegeven.",
    "from_to": "{first} t/m {last}",
    "and": "en",
    # estimates
    "by_estimate": "Volgens de schatting: {said}",
    "estimated": "We schatten uw loon op {amount}: {method}{slips}.",
    "slips": " ({slips})",
    "too_little": "Is er betaald volgens de schatting? Dan krijgt u er nog {amount} bij.",
    "too_much": "Is er betaald volgens de schatting? Dan was dat {amount} te veel. "
    "De gemeente bespreekt met u hoe u dit terugbetaalt.",
    "unknown_yet": "Van {jobs} is de loonstrook er nog niet. Pas daarna weten we of de schatting klopt.",
    # versions and sources
    "rule_since": "regel sinds {month}",
    "amounts_since": "bedragen en keuzes sinds {month}",
    "every_version": "regel is in elke versie gelijk",
    "assumed": "met een aanname",
    "pinned": "Dit getal is met de hand ingevuld, in het bestand van deze berekening.",
    "uncertain": "Dit getal is nog niet zeker. De bron: {source}",
    # the end
    "ask": "Vraag het aan {contact}.",
    "receipt_text": "Met deze codes is de berekening later precies over te doen: "
    "regels {rules}, bedragen {facts}, gemeente {regime}.",
    "source": "Bron",
    "sources": "Bronnen",
}

EN = {
    "wages": "Your wages",
    "bijstand": "Your bijstand",
    "premium": "Your premium",
    "together": "All together",
    "account": "On your account",
    "estimate": "Estimate and payslip",
    "steps": "All steps",
    "contact": "Questions?",
    "assumptions": "Assumptions",
    "receipt": "Check it",
    "summary": "For this month you get {op_rekening} on your account. In all the month brings {samen}, also what you get later.",
    "wage_of": "Wage: {job}",
    "wages_of": "Wages together: {job}",
    "correction_of": "Correction: {job}",
    "estimate_of": "Estimated wage: {job}",
    "of": "{title} ({whose})",
    "worked": "Worked {days}, paid on {paid}, source: {source}.",
    "by_work": "This wage belongs to {month}: the month of the work.",
    "by_receipt": "This wage belongs to {month}: the month in which you received it.",
    "wage_row": "This wage counts in {month}.",
    "correction_row": "This is a correction of the wage of {month}.",
    "not_known": "Your payslip is not here yet. Until it is, we calculate with the estimate.",
    "no_row": "No wage was reported for this month.",
    "from_to": "{first} to {last}",
    "and": "and",
    "by_estimate": "By the estimate: {said}",
    "estimated": "We estimate your wage at {amount}: {method}{slips}.",
    "slips": " ({slips})",
    "too_little": "Were you paid by the estimate? Then you get another {amount}.",
    "too_much": "Were you paid by the estimate? Then that was {amount} too much. "
    "The municipality will discuss with you how you pay it back.",
    "unknown_yet": "The payslip of {jobs} is not here yet. Only then we know whether the estimate was right.",
    "rule_since": "rule since {month}",
    "amounts_since": "amounts and choices since {month}",
    "every_version": "the rule is the same in every version",
    "assumed": "with an assumption",
    "pinned": "This number was filled in by hand, in the file of this calculation.",
    "uncertain": "This number is not certain yet. The source: {source}",
    "ask": "Ask {contact}.",
    "receipt_text": "With these codes the calculation can be made again exactly: "
    "rules {rules}, amounts {facts}, municipality {regime}.",
    "source": "Source",
    "sources": "Sources",
}

WORDS = {"nl": NL, "en": EN}
CALLED = {
    "nl": {
        "inkomsten.vakantiegeld": "zo telt vakantiegeld mee",
        "inkomsten.methode": "zo wordt loon verrekend",
        "vrijlating.n": "de gemeente geeft de vrijlating van 25%",
        "vrijlating.r": "de gemeente geeft de vrijlating van 12,5%",
        "vrijlating.y": "de gemeente geeft de vrijlating van 15%",
        "vrijlating.eigen": "de gemeente heeft een eigen vrijlating",
        "vrijlating.grondslag": "daarover gaat het percentage",
        "premie.geldt": "de gemeente betaalt premie",
        "premie.alleen_met_bijstand": "premie alleen in een maand met bijstand",
        "premie.maximum_per": "zo wordt het maximum gerekend",
        "premie.halfjaar_begint": "er begint een halfjaar",
        "premie.halfjaar_eindigt": "er eindigt een halfjaar",
        "premie.betaalmaand": "in deze maand wordt premie betaald",
        "premie.jaar_begint": "het jaar begint",
    },
    "en": {
        "inkomsten.vakantiegeld": "how holiday money counts",
        "inkomsten.methode": "how wages are set off",
        "vrijlating.n": "the municipality grants the 25% exemption",
        "vrijlating.r": "the municipality grants the 12.5% exemption",
        "vrijlating.y": "the municipality grants the 15% exemption",
        "vrijlating.eigen": "the municipality has its own exemption",
        "vrijlating.grondslag": "what the percentage is taken of",
        "premie.geldt": "the municipality pays a premium",
        "premie.alleen_met_bijstand": "premium only in a month with bijstand",
        "premie.maximum_per": "how the maximum is counted",
        "premie.halfjaar_begint": "a half-year begins",
        "premie.halfjaar_eindigt": "a half-year ends",
        "premie.betaalmaand": "premium is paid in this month",
        "premie.jaar_begint": "the year begins",
    },
}
"""Short names for what a formula asks of the town or the calendar with yes, no or an option."""
