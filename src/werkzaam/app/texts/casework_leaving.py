# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of leaving bijstand, aftercare and coming back, and the words of goals."""

from __future__ import annotations

WORDS = {
    "nl": {
        "aftercare_offer_told": "Bied nazorg aan, tot {until}. De persoon kiest hoe vaak, en mag nee zeggen.",
        "aftercare_ask_told": "Vraag of nazorg gewenst is; die kan tot {until}. Nee is genoeg.",
        "way_back_told": "Gaat het mis voor {until}? Dan is terugkomen makkelijk: wij vragen alleen wat nieuw is.",
        "aftercare_refused": "Genoteerd. Wij nemen geen contact meer op. Van gedachten veranderen mag altijd.",
        "aftercare_offer": "Nazorg, {weeks} weken na de start: bel en vraag hoe het gaat. Aangeboden tot {until}.",
        "aftercare_ask": "{weeks} weken na de start: vraag of nazorg gewenst is (kan tot {until}).",
        "aftercare_contact": "Nazorg zoals afgesproken, tot {until}.",
        "aftercare_refer": "Nazorg door een onafhankelijke organisatie: geef door hoe iemand te bereiken is en wat de wens is.",
        "return_easy": "Welkom terug. Wij vragen alleen: {asked}. Klopt dit nog: {checked}? De rest weten wij nog van {left}.",
        "return_full": "Welkom terug. Wij vragen: {asked}. Het vertrek was op {left}.",
        "return_talk": "Gesprek na terugkomst, als het kan met de vorige klantmanager.",
        "identiteit": "wie u bent", "geboortedatum": "uw geboortedatum", "verhaal": "uw verhaal",
        "opleiding_en_werk": "uw opleiding en werk van vroeger", "belastbaarheid": "wat u aankunt", "doelen": "uw doelen",
        "adres": "uw adres", "huishouden": "met wie u woont", "rekeningnummer": "uw rekeningnummer",
        "bereikbaarheid": "hoe wij u bereiken", "einde_werk": "hoe en wanneer het werk stopte",
        "inkomen_sinds": "uw inkomen sinds u wegging", "vermogen_nu": "uw spaargeld en bezit nu",
        # goals
        "deeltijdwerk": "werk in deeltijd", "eigen_bedrijf": "een eigen bedrijf", "meer_uren": "meer uren werken",
        "sociale_contacten": "contact met mensen", "uitstroom": "uit de bijstand", "voltijdwerk": "een volle baan",
        "vrijwilligerswerk": "vrijwilligerswerk", "werk_houden": "werk houden", "betaald_werk": "betaald werk",
        "mantelzorg": "mantelzorg", "schulden": "schulden",
    },
    "en": {
        "aftercare_offer_told": "Offer aftercare, until {until}. The person chooses how often, and may say no.",
        "aftercare_ask_told": "Ask whether aftercare is wanted; it is possible until {until}. No is enough.",
        "way_back_told": "If things go wrong before {until}, coming back is easy: we only ask what is new.",
        "aftercare_refused": "Written down. We make no contact any more. Changing one's mind is always possible.",
        "aftercare_offer": "Aftercare, {weeks} weeks after the start: call and ask how it goes. Offered until {until}.",
        "aftercare_ask": "{weeks} weeks after the start: ask whether aftercare is wanted (possible until {until}).",
        "aftercare_contact": "Aftercare as agreed, until {until}.",
        "aftercare_refer": "Aftercare by an independent body: pass on how to reach the person and what they want.",
        "return_easy": "Welcome back. We only ask: {asked}. Is this still so: {checked}? The rest we know since {left}.",
        "return_full": "Welcome back. We ask: {asked}. The person left on {left}.",
        "return_talk": "A talk after coming back, if possible with the former case manager.",
        "identiteit": "who you are", "geboortedatum": "your date of birth", "verhaal": "your story",
        "opleiding_en_werk": "your education and earlier work", "belastbaarheid": "what you can do", "doelen": "your goals",
        "adres": "your address", "huishouden": "with whom you live", "rekeningnummer": "your bank account",
        "bereikbaarheid": "how we reach you", "einde_werk": "how and when the work stopped",
        "inkomen_sinds": "your income since you left", "vermogen_nu": "your savings and property now",
        # goals
        "deeltijdwerk": "part-time work", "eigen_bedrijf": "a business of one's own", "meer_uren": "more hours",
        "sociale_contacten": "contact with people", "uitstroom": "leaving bijstand", "voltijdwerk": "full-time work",
        "vrijwilligerswerk": "volunteering", "werk_houden": "keeping a job", "betaald_werk": "paid work",
        "mantelzorg": "informal care", "schulden": "debts",
    },
}  # fmt: skip
