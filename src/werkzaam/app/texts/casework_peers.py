# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The statements of the look at one's own view, what their quadrants say, and the words of peer consultation."""

from __future__ import annotations

STATEMENTS = {
    "nl": (
        "De meeste mensen in de bijstand kunnen hun eigen zaken goed regelen.",
        "Mensen willen vanzelf iets doen dat zin heeft.",
        "Stress over geld maakt plannen voor bijna iedereen moeilijk.",
        "Zonder controle doen veel mensen niet wat is afgesproken.",
        "Wie zelf mag kiezen, kiest meestal goed.",
        "Een gesprek over wat iemand graag doet, werkt beter dan een verplichting.",
        "De meeste mensen hebben hulp nodig om een brief van de gemeente goed te begrijpen.",
        "Mensen rekenen vooral uit wat iets hun oplevert.",
    ),
    "en": (
        "Most people with bijstand can manage their own affairs well.",
        "People want to do something that makes sense, of their own accord.",
        "Stress about money makes planning hard for almost everybody.",
        "Without checks, many people do not do what was agreed.",
        "Those who may choose for themselves mostly choose well.",
        "A talk about what somebody likes to do works better than an obligation.",
        "Most people need help to understand a letter of the municipality.",
        "People mostly work out what something brings them.",
    ),
}
WORDS = {
    "nl": {
        "how": "Geef bij elke zin een cijfer van 1 (helemaal niet mee eens) tot 5 (helemaal mee eens), zo: werkzaam own-view 3 "
               "4 2 5 1 3 "
               "4 2. Er wordt niets bewaard; niemand anders ziet dit.",
        "quadrant_1": "U ziet mensen vooral als zelfredzaam, en als mensen die rekenen. Daarbij passen plichten, controle en "
        "beloningen.",
        "quadrant_2": "U ziet vooral mensen die hulp nodig hebben, en die rekenen. Daarbij past steun met een plicht om mee te "
        "werken.",
        "quadrant_3": "U ziet vooral mensen die hulp nodig hebben, en die zelf vooruit willen. Daarbij past steun vanuit "
        "vertrouwen.",
        "quadrant_4": "U ziet mensen vooral als zelfredzaam, en als mensen die zelf vooruit willen. Daarbij past ruimte zonder "
        "controle.",
        "quadrant_none": "Uw antwoorden liggen tussen de vakken in.",
        "talk": "Geen vak is goed of fout. Denk aan één cliënt voor wie dit niet klopt: wat zou u dan anders doen? De indeling "
                "komt uit het "
                "eindrapport van het Amsterdamse experiment, hoofdstuk 1. De zinnen zijn van ons.",
        "lesson_kept": "De les is bewaard, zonder naam.",
        "lesson_there": "Deze les stond er al. Er is nu niets veranderd.",
        "lesson_none": "Er zijn nog geen lessen.",
        "training": "Langer dan {months} maanden geen scholing",
        "training_last": "laatst {course}, op {day}.",
        "training_never": "er staat nog geen scholing.",
        "training_nobody": "Iedereen volgde op tijd scholing.",
        "sessions": "Intervisie in {year}: elke eerste dinsdag van de maand. Verzet wat niet past.",
        "case": "Zo kunt u deze casus delen met collega's. Lees hem nog één keer: zou u de persoon herkennen?",
        "lesson": "Schrijf na afloop op wat u leerde, niet over wie het ging.",
    },
    "en": {
        "how": "Give each sentence a number from 1 (do not agree at all) to 5 (fully agree), like this: werkzaam own-view 3 4 2 "
               "5 1 3 4 2. "
               "Nothing is kept; nobody else sees this.",
        "quadrant_1": "You see people mostly as self-reliant, and as people who calculate. Obligations, checks and rewards fit "
        "that.",
        "quadrant_2": "You mostly see people who need help, and who calculate. Support with a duty to cooperate fits that.",
        "quadrant_3": "You mostly see people who need help, and who want to move on themselves. Support out of trust fits that.",
        "quadrant_4": "You see people mostly as self-reliant, and as people who want to move on themselves. Room without checks "
        "fits that.",
        "quadrant_none": "Your answers lie between the quadrants.",
        "talk": "No quadrant is right or wrong. Think of one client for whom this is not so: what would you do otherwise? The "
                "quadrants are "
                "those of the final report of the Amsterdam experiment, chapter 1. The sentences are ours.",
        "lesson_kept": "The lesson is kept, without a name.",
        "lesson_there": "This lesson was there already. Nothing was changed now.",
        "lesson_none": "There are no lessons yet.",
        "training": "No course for more than {months} months",
        "training_last": "last {course}, on {day}.",
        "training_never": "no course was written down yet.",
        "training_nobody": "Everybody followed a course in time.",
        "sessions": "Peer consultation in {year}: every first Tuesday of the month. Move what does not fit.",
        "case": "You can share this case with colleagues like this. Read it once more: would you recognise the person?",
        "lesson": "Write down afterwards what you learned, not whom it was about.",
    },
}  # fmt: skip
