# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the entry in the algorithm register."""

from __future__ import annotations

PARTS = ("goal", "what", "decides", "law", "data", "never", "refused", "checks", "version")
"""The parts of the entry, in their order."""

NL = {
    "name": "Algoritmeregister: het berekenen van bijstand bij werk",
    "goal_title": "Waarvoor",
    "goal": "Wie werkt naast bijstand krijgt elke maand het bedrag dat bij het loon van die maand hoort. De gemeente rekent "
    "dat uit met vaste rekenregels.",
    "what_title": "Wat de rekenregels doen",
    "what": "Er zijn {rules} rekenregels. Elke regel is één formule met het artikel van de wet erbij. Er wordt niets geleerd uit "
    "gegevens en niets voorspeld over een mens. Dezelfde gegevens geven altijd hetzelfde bedrag.",
    "decides_title": "Wie beslist",
    "decides": "Een medewerker is verantwoordelijk voor elk besluit. Gaat een bedrag van een maand die al betaald is omlaag, "
    "dan kijkt altijd eerst een mens. Iedereen kan per regel zien hoe het bedrag is gemaakt, en zeggen dat het niet klopt.",
    "law_title": "Op welke wet de regels rusten",
    "law": "Deze artikelen staan bij de regels.",
    "data_title": "Welke gegevens de regels lezen",
    "data": "Dit zijn alle {inputs} gegevens. Andere gegevens kunnen het bedrag niet veranderen.",
    "never_title": "Wat nooit meetelt",
    "never": "Nationaliteit, geboorteland, taal, naam en buurt komen in geen regel voor. Er is geen score voor fraude, risico of "
    "bereidheid. Een test bewaakt dat.",
    "refused_title": "Wat de regels niet uitrekenen",
    "refused": "In deze situaties stopt de berekening en rekent een medewerker.",
    "checks_title": "Hoe het wordt gecontroleerd",
    "checks": "Elke regel heeft tests met sommen van buiten. Bedragen in de brief, op het scherm en in de betaling komen uit "
    "dezelfde berekening. Blijkt een regel fout, dan is te vinden welke maanden van wie dat raakt.",
    "version_title": "Versie",
    "version": "Dit zijn de rekenregels van versie {version}.",
}

EN = {
    "head": "# The entry in the algorithm register\n\nMade by `make docs`; do not edit. The public page of the web application "
    "says the same, from the same rules.",
    "name": "Algorithm register: computing social assistance beside work",
    "goal_title": "What for",
    "goal": "Who works beside social assistance gets each month the amount that belongs to the wage of that month. The "
    "municipality computes it by fixed rules.",
    "what_title": "What the rules do",
    "what": "There are {rules} rules. Each is one formula with its article of the law. Nothing is learned from data and "
    "nothing is predicted about a person. The same data always give the same amount.",
    "decides_title": "Who decides",
    "decides": "A member of staff answers for every decision. Where an amount of a month that was paid goes down, a person "
    "always looks first. Everybody can see line by line how the amount was made, and say that it is not right.",
    "law_title": "The law that the rules rest on",
    "law": "These articles stand beside the rules.",
    "data_title": "The data that the rules read",
    "data": "These are all {inputs}. No other data can change the amount.",
    "never_title": "What never counts",
    "never": "Nationality, country of birth, language, name and neighbourhood are in no rule. There is no score of fraud, risk "
    "or willingness. A test guards that.",
    "refused_title": "What the rules do not compute",
    "refused": "In these situations the calculation stops, and a member of staff computes.",
    "checks_title": "How it is checked",
    "checks": "Each rule has tests with sums from outside. Amounts in the letter, on the screen and in the payment come from "
    "the same calculation. When a rule turns out to be wrong, it can be found whose months it touched.",
    "version_title": "Version",
    "version": "These are the rules of version {version}.",
}

WORDS = {"nl": NL, "en": EN}
