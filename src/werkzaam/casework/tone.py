# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters without a threat: where a step of the regime does not speak of a measure, its letter does not either (R-223)."""

from __future__ import annotations

import re

from werkzaam.core.errors import NotAllowed
from werkzaam.regime.guidance import Step

THREATS = {
    "nl": (
        "maatregel", "korting op uw", "gekort", "korten", "boete", "sanctie", "straf", "gevolgen voor uw", "gevolgen hebben voor",
        "stopzetten", "stopt uw uitkering", "intrekken", "waarschuwing", "zien wij ons genoodzaakt", "handhaving",
    ),
    "en": (
        "measure", "cut of your", "cut your benefit", "fined", "a fine", "sanction", "penalty", "punish", "consequences for your",
        "stop your benefit", "withdraw your benefit", "warning", "we will be forced", "enforcement",
    ),
}  # fmt: skip
"""Phrases that threaten, in the two languages of our letters; a choice of ours, from the start of a word."""
_PATTERN = re.compile("|".join(rf"\b{re.escape(one)}" for each in THREATS.values() for one in each), re.IGNORECASE)


def threats(text: str) -> list[str]:
    """The threatening phrases in a text, in the order in which they stand."""
    return [found[0] for found in _PATTERN.finditer(" ".join(text.split()))]


def refuse_threat(text: str, step: Step) -> None:
    """Raise NotAllowed for a letter that threatens where the step does not speak of a measure; not stated is no."""
    found = threats(text)
    if found and not step.measure_said:
        raise NotAllowed(
            f"This letter is not sent: it says {', '.join(map(repr, found))}, and the step {step.code} does not speak of a "
            "measure. Leave it out, and say how you can help."
        )
