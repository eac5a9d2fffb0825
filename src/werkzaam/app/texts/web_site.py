# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the pages for everybody about the site itself."""

from __future__ import annotations

NL: dict[str, str] = {
    "site_about": "Over deze site",
    "site_access": "Toegankelijkheid",
    "site_privacy": "Privacy",
    "site_register": "Algoritmeregister",
    "access_lead": "Iedereen moet deze site kunnen gebruiken: met een toetsenbord, een schermlezer, grote letters of zonder "
    "JavaScript.",
    "access_1": "Wij volgen de regels van WCAG 2.2, niveau A en AA. Bij elke verandering van de site wordt dat met programma's "
    "getest.",
    "access_2": "Een onderzoek door een onafhankelijk bureau is er nog niet. Uw gemeente laat dat doen en zet de uitkomst op "
    "deze plek.",
    "access_3": "Werkt iets niet voor u? Bel ons. Wij helpen u dan meteen op een andere manier, en lossen het op.",
    "privacy_lead": "Wij bewaren zo weinig mogelijk van u, en u kunt zien wat dat is.",
    "privacy_what_title": "Wat wij bewaren",
    "privacy_what": "Wat u ons vertelt, uw loon, de berekening van elke maand, wat er betaald is en wat u met ons afspreekt.",
    "privacy_who_title": "Wie het kan zien",
    "privacy_who": "Alleen wie het voor het werk nodig heeft. Elke keer dat iemand van de gemeente in uw dossier kijkt, wordt "
    "dat opgeschreven. U kunt zien wie dat was, en waarom.",
    "privacy_long_title": "Hoe lang wij het bewaren",
    "privacy_long": "Na het einde van uw bijstand bewaren wij uw gegevens nog {years} jaar. Daarna wissen wij wat over u "
    "persoonlijk gaat.",
    "privacy_long_unknown": "De gemeente heeft hier nog niet gezegd hoe lang dat is. Vraag het ons.",
    "privacy_cookies_title": "Cookies",
    "privacy_cookies": "Deze site gebruikt alleen cookies om u ingelogd te houden, om formulieren veilig te maken en om uw "
    "taal te onthouden. Er gaat niets naar andere bedrijven.",
    "privacy_rights_title": "Uw rechten",
    "privacy_rights": "U kunt uw gegevens inzien, laten verbeteren en meenemen. Bent u het niet eens met hoe wij met uw "
    "gegevens omgaan? Zeg het ons, of ga naar de Autoriteit Persoonsgegevens.",
    "register_lead": "Met deze rekenregels maakt de gemeente het bedrag van elke maand.",
}

EN: dict[str, str] = {
    "site_about": "About this site",
    "site_access": "Accessibility",
    "site_privacy": "Privacy",
    "site_register": "Algorithm register",
    "access_lead": "Everybody must be able to use this site: with a keyboard, a screen reader, large letters or without "
    "JavaScript.",
    "access_1": "We follow the rules of WCAG 2.2, levels A and AA. Programs test that at every change of the site.",
    "access_2": "There is no study by an independent office yet. Your municipality has it done and puts the outcome in this "
    "place.",
    "access_3": "Does something not work for you? Call us. We will help you in another way at once, and mend it.",
    "privacy_lead": "We keep as little of you as we can, and you can see what that is.",
    "privacy_what_title": "What we keep",
    "privacy_what": "What you tell us, your wages, the calculation of each month, what was paid, and what you agree with us.",
    "privacy_who_title": "Who can see it",
    "privacy_who": "Only who needs it for their work. Every time somebody of the municipality looks into your file it is "
    "written down. You can see who that was, and why.",
    "privacy_long_title": "How long we keep it",
    "privacy_long": "After the end of your social assistance we keep your data for {years} years. Then we erase what is "
    "personal.",
    "privacy_long_unknown": "The municipality has not said here yet how long that is. Ask us.",
    "privacy_cookies_title": "Cookies",
    "privacy_cookies": "This site uses cookies only to keep you signed in, to make forms safe and to remember your language. "
    "Nothing goes to other companies.",
    "privacy_rights_title": "Your rights",
    "privacy_rights": "You can see your data, have them corrected and take them along. Do you not agree with how we treat your "
    "data? Tell us, or go to the Dutch Data Protection Authority.",
    "register_lead": "By these rules the municipality makes the amount of each month.",
}
