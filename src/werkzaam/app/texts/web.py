# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words that all pages share: around them, signing in, and what is said when a page is not there."""

from __future__ import annotations

NL = {
    "skip": "Naar de inhoud",
    "menu": "Menu",
    "menu_close": "Menu sluiten",
    "form_wrong": "Er klopt nog iets niet",
    "amount_wrong": "Vul een bedrag in, zoals 412,50.",
    "demo_note": "Dit is een voorbeeld met verzonnen mensen. Het is hier",
    "sign_in": "Inloggen",
    "sign_in_login": "Naam",
    "sign_in_password": "Wachtwoord",
    "sign_in_wrong": "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog een keer.",
    "sign_out": "Uitloggen",
    "session_ended": "U was een tijd weg. Daarom bent u uitgelogd. Wat u net invulde, is niet verstuurd. "
    "Log weer in en vul het opnieuw in.",
    "reach_us": "Vragen? Bel {name}, {phone}.",
    "to_start": "Naar uw eerste pagina",
    "nothing_here_title": "Hier is nog niets voor u",
    "nothing_here": "Met uw account is op dit moment niets te zien.",
    "refused_400_title": "Dit kunnen wij niet lezen",
    "refused_400": "Er klopt iets niet in wat u stuurde. Er is niets veranderd. Ga terug en probeer het nog een keer.",
    "refused_403_title": "Deze pagina is niet voor u",
    "refused_403": "Met uw account kunt u deze pagina niet zien. Er is niets veranderd.",
    "refused_404_title": "Deze pagina is er niet",
    "refused_404": "Wij vinden geen pagina op dit adres. Misschien is het adres veranderd.",
    "refused_409_title": "Dit is net al gedaan of veranderd",
    "refused_409": "U was niet de enige die hiermee bezig was, of u stuurde het twee keer. Van deze keer is niets opgeslagen. "
    "Ga terug, ververs de pagina en kijk hoe het nu is.",
    "refused_500_title": "Er ging iets mis bij ons",
    "refused_500": "Dat ligt niet aan u. Probeer het over een paar minuten nog een keer. Lukt het niet? Bel ons.",
    "refused_503_title": "Wij zijn even niet bereikbaar",
    "refused_503": "Dat ligt niet aan u. Er is niets veranderd. Probeer het over een paar minuten nog een keer.",
}

EN = {
    "skip": "To the content",
    "menu": "Menu",
    "menu_close": "Close the menu",
    "form_wrong": "Something is not right yet",
    "amount_wrong": "Fill in an amount, such as 412.50.",
    "demo_note": "This is an example with invented people. Here it is",
    "sign_in": "Sign in",
    "sign_in_login": "Name",
    "sign_in_password": "Password",
    "sign_in_wrong": "This name and this password do not belong together. Please try again.",
    "sign_out": "Sign out",
    "session_ended": "You were away for a while, so we signed you out. What you filled in was not sent. "
    "Sign in and fill it in again.",
    "reach_us": "Questions? Call {name}, {phone}.",
    "to_start": "To your first page",
    "nothing_here_title": "Nothing here for you yet",
    "nothing_here": "There is nothing to see with your account at this moment.",
    "refused_400_title": "We cannot read this",
    "refused_400": "Something in what you sent is not right. Nothing was changed. Go back and try again.",
    "refused_403_title": "This page is not for you",
    "refused_403": "You cannot see this page with your account. Nothing was changed.",
    "refused_404_title": "This page is not there",
    "refused_404": "We find no page at this address. Maybe the address has changed.",
    "refused_409_title": "This was just done or changed",
    "refused_409": "You were not the only one at work on this, or you sent it twice. Nothing was saved this time. "
    "Go back, renew the page and see how it stands.",
    "refused_500_title": "Something went wrong on our side",
    "refused_500": "It is not your fault. Try again in a few minutes. If it does not work, call us.",
    "refused_503_title": "We cannot be reached for a moment",
    "refused_503": "It is not your fault. Nothing was changed. Try again in a few minutes.",
}

WORDS = {"nl": NL, "en": EN}
