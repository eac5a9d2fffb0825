# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Claims that were looked for and not found, and sentences that make them all the same (R-261).

The experiment of Amsterdam found no more voluntary work or informal care under self-direction. A text that says it did is flagged;
one that says it did not, or asks whether, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.experiment.design import Words

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|not|no|never|nor)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NotFound:
    """A claim that was not found: how it is said, in words and as a pattern per language, and the published rows about it."""

    id: str
    said: Words
    patterns: tuple[re.Pattern[str], ...]
    rows: tuple[str, ...]


NOT_FOUND = (
    NotFound(
        "self_direction_unpaid_work",
        Words("zelfregie leidt tot meer onbetaald werk", "self-direction raises unpaid work"),
        (
            re.compile(
                r"\bzelfregie\b.*\b(?:verhoogt?|vergroot|stimuleert?|bevordert?|leidt? tot meer|zorgt? voor meer|geeft? meer|levert? meer|"
                r"deden meer|doen meer)\b.*\b(?:vrijwilligerswerk|onbetaald werk|mantelzorg)\b", re.IGNORECASE),
            re.compile(
                r"\bself-direction\b.*\b(?:raise[sd]?|increase[sd]?|boost(?:s|ed)?|(?:leads?|led) to more|(?:brings?|brought) more|"
                r"(?:gives?|gave) more|did more)\b.*\b(?:unpaid work|voluntary work|volunteering|informal care)\b", re.IGNORECASE),
            re.compile(r"\bmeer (?:vrijwilligerswerk|onbetaald werk|mantelzorg) (?:door|dankzij) zelfregie\b", re.IGNORECASE),
            re.compile(r"\bmore (?:unpaid work|voluntary work|volunteering|informal care) (?:through|thanks to|because of) "
                       r"self-direction\b", re.IGNORECASE),
        ),
        ("volunteering-007", "volunteering-008", "volunteering-009", "recommendations-006"),
    ),
)  # fmt: skip
"""The library: what may not be claimed without a finding of one's own."""


def not_found_claims(text: str) -> Iterator[str]:
    """Sentences that claim what was not found, each with the rows that say so."""
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        for one in NOT_FOUND:
            if _claims(sentence, one):
                yield f"{sentence} (not found: {one.said.en}; see {', '.join(one.rows)})"


def _claims(sentence: str, one: NotFound) -> bool:
    """Whether a sentence says it: not as a question, and without a denial in what it says."""
    found = (pattern.search(sentence) for pattern in one.patterns)
    return not sentence.endswith("?") and any(each is not None and not _DENIED.search(each[0]) for each in found)
