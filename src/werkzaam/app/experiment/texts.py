# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences about taking part, in Dutch (B1) and English."""

from __future__ import annotations

from typing import Any

TAKING_PART = {
    "nl": {
        "free": "{town} onderzoekt welke hulp mensen met bijstand het meeste helpt. U kiest zelf of u meedoet. Doet u niet "
        "mee, dan verandert er niets aan uw bijstand.",
        "lot": "Een loting bepaalt in welke groep u komt. Niemand kiest dat: u niet, en de gemeente ook niet. De loting is "
        "openbaar. U kunt zelf nakijken dat het eerlijk ging.",
        "everybody": "Wie meedoet en werkt,",
        "in_arm": "Wie in de groep {arm} komt en werkt,",
        "premium": "{who} krijgt een premie: {percent}% van het loon, hoogstens {most} {per}.",
        "no_premium": "U krijgt geen premie als u meedoet.",
        "no_premium_arm": "{who} krijgt geen premie.",
        "maand": "per maand",
        "halfjaar": "per half jaar",
        "jaar": "per jaar",
        "vouchers": "Na een gesprek voor het onderzoek krijgt u een cadeaubon:",
        "voucher": "- {wave}: {amount}",
        "stop": "U mag altijd stoppen. U hoeft niet te zeggen waarom. Uw bijstand blijft hetzelfde. Wij vragen u "
        "daarna geen gesprekken meer.",
    },
    "en": {
        "free": "{town} studies which support helps people on bijstand most. Whether you take part is up to you. If you do not, "
        "nothing about your bijstand changes.",
        "lot": "A draw decides which group you are in. Nobody chooses: not you, and not the municipality. The draw is public. "
        "You can check yourself that it was fair.",
        "everybody": "Everybody who takes part and works",
        "in_arm": "Everybody in the group {arm} who works",
        "premium": "{who} gets a premium: {percent}% of the wage, at most {most} {per}.",
        "no_premium": "You get no premium for taking part.",
        "no_premium_arm": "{who} gets no premium.",
        "maand": "per month",
        "halfjaar": "per half-year",
        "jaar": "per year",
        "vouchers": "After an interview for the study you get a voucher:",
        "voucher": "- {wave}: {amount}",
        "stop": "You can stop at any time. You need not say why. Your bijstand stays the same. We ask you for no "
        "interviews after that.",
    },
}
MONITOR: dict[str, dict[str, Any]] = {
    "nl": {
        "nobody": "Er zijn geen mensen die in deeltijd werken.",
        "bunching": "{percent} van de mensen die in deeltijd werken ({count} van {n}) verdient hoogstens {within} "
        "minder dan de norm.",
        "exits": "Van hen is uit de bijstand, naar uren per week:",
        "exit": "- {hours}: {percent} ({left} van {n})",
        "hours": {"none": "geen uren", "1-15": "1-15 uur", "16-24": "16-24 uur", "over 24": "meer dan 24 uur"},
        "no_cause": "Deze cijfers zijn een telling. Ze zeggen niet hoe het komt.",
        "figure": "{source}: {percent} van {n} mensen op {day}. Geteld is: {definition}.",
        "sources": {"register": "register", "survey": "vragenlijst"},
        "two_figures": "De twee cijfers tellen niet hetzelfde. Daarom staan ze naast elkaar.",
    },
    "en": {
        "nobody": "Nobody works part time.",
        "bunching": "{percent} of people who work part time ({count} of {n}) earn at most {within} less than the norm.",
        "exits": "Of them has left bijstand, by hours a week:",
        "exit": "- {hours}: {percent} ({left} of {n})",
        "hours": {"none": "no hours", "1-15": "1-15 hours", "16-24": "16-24 hours", "over 24": "over 24 hours"},
        "no_cause": "These figures are counts. They do not say how it comes about.",
        "figure": "{source}: {percent} of {n} people on {day}. Counted is: {definition}.",
        "sources": {"register": "register", "survey": "survey"},
        "two_figures": "The two figures do not count the same. So they stand side by side.",
    },
}
