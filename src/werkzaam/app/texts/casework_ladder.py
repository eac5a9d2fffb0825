# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences about inviting, visiting, taking part and being able: what is due, and what to know about what was written."""

from __future__ import annotations

from werkzaam.regime.words import WORDS as OF_REGIMES

_OWN = {
    "nl": {
        "ladder_letter": "De tekst van de uitnodiging: werkzaam ladder {person} --letter.",
        "ladder_next": (
            "Uitnodigen: de klant kwam niet op {missed}. Nu mag de stap „{step}” komen. Vraag eerst hoe het gaat."
        ),
        "ladder_outcome": "Vastleggen: wat kwam er van de afspraak van {day} ({step})?",
        "ladder_barrier": (
            "Kijken wat in de weg staat: de klant kwam niet op {missed}. Een geschoolde collega vraagt naar "
            "gezondheid, schulden, zorg, taal en somberheid."
        ),
        "ladder_offer_again": "Opnieuw aanbieden, zonder druk: sinds {since} lieten wij de klant met rust.",
        "refusal_no_rest": "In deze begeleiding staat niet dat een nee de uitnodigingen stopt. Overleg met uw teamleider.",
        "refusal_rest": (
            "Wij laten de klant met rust tot {until}. Alleen gevaar dat een deskundige vastlegt, verandert dat."
        ),
        "refusal_others": "Nee zeggen mag. Dit telt in dit regime ook mee: {others}.",
        "refusal_no_others": "Nee zeggen mag. Dit regime noemt niets anders dat meetelt; vraag de klant wat wel past.",
        "barrier_found": "Dit staat in de weg: {barriers}. Bied hulp aan; een maatregel kan nu niet.",
        "barrier_none": "Er is niets gevonden dat in de weg staat. Vraag het later opnieuw.",
        "barrier_help": "Hulp bieden: op {day} bleek dat dit in de weg staat: {barriers}.",
        "measure_proposed": "Dit is een voorstel. {decider} besluit erover. Er verandert niets aan de uitkering.",
        "measure_declined": "De maatregel gaat niet door.",
        "measure_agreed": (
            "U bent het eens met het voorstel. Er verandert niets vanzelf: een besluit over geld neemt inkomen apart,"
            " met een brief en een termijn voor bezwaar."
        ),
        "measure_decide": (
            "Besluiten: het voorstel van {day} wacht op {decider}. De klant hoort niet lang in onzekerheid te zitten."
        ),
        "visit_say_steun": (
            "Zeg dit tegen de klant: wij komen op {day} voor {organisation}. Waarom: {ground}. Wij weten van u: "
            "{known}. U hoeft niet open te doen, en nee heeft geen gevolgen. Wat wij zien, gaat niet naar handhaving."
        ),
        "visit_say_controle": (
            "Zeg dit tegen de klant: wij komen op {day} voor {organisation} om iets na te gaan. Waarom: {ground}. Wij"
            " weten van u: {known}. U hoort wat eruit komt. Bent u het niet eens met het bezoek? Dan kunt u een "
            "klacht indienen bij de gemeente."
        ),
        "visit_outcome": "Vastleggen en vertellen: wat kwam er van het huisbezoek van {day} (nummer {seq})?",
        "activity_noted": "Dit telt mee tot en met {until}. Vraag voor die dag hoe het gaat.",
        "activity_not_counted": "{what}: dit regime telt dit niet mee. Het blijft wel in het dossier staan.",
        "activity_follow": "Vragen hoe het gaat: {what} (nummer {seq}). De laatste keer was op {day}.",
        "exemption_granted": "De klant is vrijgesteld. Wij kijken er opnieuw naar op {review}.",
        "exemption_review": "Opnieuw kijken naar de vrijstelling ({ground}).",
        "ability_set": "Niemand vraagt meer dan {hours} uur per week. Wij kijken er opnieuw naar op {review}.",
        "ability_review": "Opnieuw kijken naar de uren die de klant kan werken (nu {hours}).",
        "assessment_asked": "De vraag om een beoordeling is vastgelegd.",
        "assessment": "Beoordeling van een deskundige: gevraagd op {day}.",
        "deviation_similar": "Eerder besloten, op {day}: {topic} ({circumstances}): {answer}. In plaats daarvan: {instead}",
        "deviation_first": "Er zijn nog geen eerdere besluiten om mee te vergelijken.",
        "blocked_noted": "Genoteerd. Elk jaar gaat een overzicht van zulke regels naar wie ze maakt.",
        "blocked_title": "Regels die in {year} in de weg stonden",
        "blocked_rule": "regel",
        "blocked_wish": "wens",
        "blocked_times": "keer",
        "blocked_nothing": "In {year} is geen regel genoteerd die in de weg stond.",
        "gezondheid": "gezondheid", "schulden": "schulden", "taal": "taal", "zorg": "zorg voor anderen",
        "niet_toegestaan": "niet toegestaan", "bijna_klaar": "bijna klaar",
        "werk_naast": "werk ernaast", "eerdere_toezegging": "eerdere toezegging",
        "arbeidsomstandigheden": "arbeidsomstandigheden", "baangarantie": "baangarantie", "deels": "deels",
        "medisch": "medisch", "meedoen": "meedoen", "plichten": "plichten", "reistijd": "reistijd", "scholing": "scholing",
        "sociaal": "sociaal", "somberheid": "somberheid", "studietijd": "studietijd", "termijn": "termijn",
        "toegestaan": "toegestaan", "uren": "uren", "vergoeding": "vergoeding", "werk": "werk", "woonsituatie": "woonsituatie",
        "eigen_bedrijf": "een eigen bedrijf",
    },
    "en": {
        "ladder_letter": "The text of the invitation: werkzaam ladder {person} --letter.",
        "ladder_next": (
            "Invite: the client did not come on {missed}. Now the step “{step}” may come. Ask first how they are."
        ),
        "ladder_outcome": "Write down what became of the appointment of {day} ({step}).",
        "ladder_barrier": (
            "See what stands in the way: the client did not come on {missed}. A trained colleague asks about health, "
            "debts, care, language and depression."
        ),
        "ladder_offer_again": "Offer again, without pressure: since {since} we left the client in peace.",
        "refusal_no_rest": "This guidance does not say that a no ends the invitations. Ask your team leader what is wise.",
        "refusal_rest": "We leave the client in peace until {until}. Only danger that a professional records changes that.",
        "refusal_others": "Saying no is fine. This counts in this regime as well: {others}.",
        "refusal_no_others": (
            "Saying no is fine. This regime names nothing else that counts; ask the client what would fit."
        ),
        "barrier_found": "This stands in the way: {barriers}. Offer help; a measure is not possible now.",
        "barrier_none": "Nothing was found that stands in the way. Ask again later.",
        "barrier_help": "Offer help: on {day} it turned out that this stands in the way: {barriers}.",
        "measure_proposed": "This is a proposal. {decider} decides about it. Nothing changes in the benefit.",
        "measure_declined": "The measure does not go ahead.",
        "measure_agreed": (
            "You agree with the proposal. Nothing changes by itself: income takes a decision about money separately, "
            "with a letter and a term to object."
        ),
        "measure_decide": (
            "Decide: the proposal of {day} waits for {decider}. The client should not be kept in doubt for long."
        ),
        "visit_say_steun": (
            "Say this to the client: we come on {day} for {organisation}. Why: {ground}. We know of you: {known}. You"
            " need not open the door, and a no has no consequences. What we see does not go to enforcement."
        ),
        "visit_say_controle": (
            "Say this to the client: we come on {day} for {organisation} to look into something. Why: {ground}. We "
            "know of you: {known}. You will hear what comes of it. Do you not agree with the visit? Then you can "
            "complain to the municipality."
        ),
        "visit_outcome": "Write down and tell what came of the home visit of {day} (number {seq}).",
        "activity_noted": "This counts up to and including {until}. Ask before that day how it goes.",
        "activity_not_counted": "{what}: this regime does not count it. It stays in the dossier.",
        "activity_follow": "Ask how it goes: {what} (number {seq}). The last time was on {day}.",
        "exemption_granted": "The client is exempted. We look at it again on {review}.",
        "exemption_review": "Look again at the exemption ({ground}).",
        "ability_set": "Nobody asks for more than {hours} hours a week. We look at it again on {review}.",
        "ability_review": "Look again at the hours that the client is able to work (now {hours}).",
        "assessment_asked": "The request for an assessment is written down.",
        "assessment": "Assessment by a professional: asked for on {day}.",
        "deviation_similar": "Decided before, on {day}: {topic} ({circumstances}): {answer}. Instead: {instead}",
        "deviation_first": "There are no earlier decisions to compare with yet.",
        "blocked_noted": "Noted. Every year an overview of such rules goes to who makes them.",
        "blocked_title": "Rules that stood in the way in {year}",
        "blocked_rule": "rule",
        "blocked_wish": "wish",
        "blocked_times": "times",
        "blocked_nothing": "No rule was noted in {year} that stood in the way.",
        "gezondheid": "health", "schulden": "debts", "taal": "language", "zorg": "care for others", "somberheid": "depression",
        "medisch": "medical", "sociaal": "social",
        "studietijd": "time to study", "uren": "hours", "plichten": "duties", "termijn": "term", "vergoeding": "allowance",
        "anders": "other", "reistijd": "travelling time", "woonsituatie": "housing", "bijna_klaar": "nearly finished",
        "werk_naast": "work beside it", "baangarantie": "job guarantee", "eerdere_toezegging": "an earlier promise",
        "toegestaan": "allowed", "deels": "in part", "niet_toegestaan": "not allowed",
        "eigen_bedrijf": "a business of one's own", "werk": "work", "scholing": "education", "meedoen": "taking part",
        "arbeidsomstandigheden": "working conditions",
    },
}  # fmt: skip
_OF_REGIMES = [(code, said) for kind in ("activiteit", "plicht", "stap") for code, said in OF_REGIMES[kind].items()]
WORDS = {lang: {code: said.text(lang) for code, said in _OF_REGIMES} | _OWN[lang] for lang in ("nl", "en")}
"""Codes of the regimes have the words of the regimes, unless they mean more than one thing."""
