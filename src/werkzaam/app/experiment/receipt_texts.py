# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a receipt says on paper, in Dutch (B1) and English."""

from __future__ import annotations

NL = {
    "before_title": "U staat op de lijst voor de loting",
    "before_lead": [
        (
            "U doet mee aan de loting. Op deze brief staat uw bewijs. Daarmee ziet u zelf dat u op de lijst stond, vóórdat er "
            "geloot werd. Bewaar de brief."
        ),
        "De loting is na {moment}. Daarna krijgt u nog een brief, met uw uitslag.",
    ],
    "after_title": "De uitslag van uw loting",
    "after_arm": "U bent ingeloot. Uw groep is: {arm}.",
    "after_none": "U bent niet ingeloot. U hoeft niets te doen.",
    "after_interview": "U bent ook geloot voor de gesprekken. U hoort van ons wanneer die zijn.",
    "after_lead": "Niemand koos deze uitslag. Met uw bewijs op deze brief rekent u dat zelf na.",
    "qr_alt": "QR-code met uw bewijs. De tekst begint met {start}.",
    "steps_head": "Zo controleert u het",
    "steps_link": [
        "Scan de QR-code met de camera van uw telefoon.",
        "Open de pagina die verschijnt.",
        "Lees of alles klopt. Dat duurt een minuut.",
    ],
    "steps_text": [
        "Open de controlepagina. De gemeente geeft hem aan iedereen die erom vraagt. Hij werkt zonder internet.",
        "Scan de QR-code en plak de tekst in de pagina.",
        "Kies de bestanden van de loting en druk op Controleer.",
    ],
    "facts_head": "Uw gegevens in de loting",
    "pid": "Uw nummer",
    "stratum": "U wordt geloot met mensen zoals",
    "stratum_after": "U bent geloot met mensen zoals",
    "place": "Uw plaats op de lijst",
    "place_of": "{place} van {size}",
    "fingerprint": "Vingerafdruk van de belofte",
    "limits_head": "Goed om te weten",
    "limits": [
        (
            "Uw nummer is alleen voor deze loting. Het zegt niets over wie u bent. Wie deze brief heeft, kan uw uitslag zien. "
            "Geef hem dus niet zomaar weg."
        ),
        "Klopt er iets niet, of wilt u hulp? Bel ons gerust.",
    ],
    "or": "of",
    "everybody": "iedereen op de lijst",
    "also": "of ook",
    "-select": "buiten het gebied van de loting",
    "-interview": "niet voor de gesprekken",
    "-arm": "niet in de groep {arm}",
}
EN = {
    "before_title": "You are on the list for the draw",
    "before_lead": [
        (
            "You take part in the draw. This letter has your receipt. With it you see yourself that you were on the list before "
            "the draw. Keep the letter."
        ),
        "The draw is after {moment}. Then you get another letter, with your result.",
    ],
    "after_title": "The result of your draw",
    "after_arm": "You were drawn. Your group is: {arm}.",
    "after_none": "You were not drawn. You need not do anything.",
    "after_interview": "You were also drawn for the interviews. We will tell you when they are.",
    "after_lead": "Nobody chose this result. With your receipt on this letter you work that out yourself.",
    "qr_alt": "QR code with your receipt. The text begins with {start}.",
    "steps_head": "How to check it",
    "steps_link": [
        "Scan the QR code with the camera of your phone.",
        "Open the page that appears.",
        "Read whether everything is right. It takes a minute.",
    ],
    "steps_text": [
        "Open the checking page. The municipality gives it to everybody who asks. It works without internet.",
        "Scan the QR code and paste its text into the page.",
        "Choose the files of the draw and press Check.",
    ],
    "facts_head": "You in the draw",
    "pid": "Your number",
    "stratum": "You are drawn beside people like",
    "stratum_after": "You were drawn beside people like",
    "place": "Your place on the list",
    "place_of": "{place} of {size}",
    "fingerprint": "Fingerprint of the promise",
    "limits_head": "Good to know",
    "limits": [
        (
            "Your number is for this draw only. It says nothing about who you are. Who has this letter can see your result, so "
            "do not give it away."
        ),
        "Is something not right, or do you want help? Just call us.",
    ],
    "or": "or",
    "everybody": "everybody on the list",
    "also": "or also",
    "-select": "outside the area of the draw",
    "-interview": "not for the interviews",
    "-arm": "not in the group {arm}",
}
