# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Claims that were looked for and not found, and sentences that make them all the same (R-261).

The experiment of Amsterdam found no more voluntary work or informal care under self-direction. A text that says it did is
flagged; one that says it did not, or asks whether, is left alone.
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


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_UNPAID_NL = "(?:vrijwilligerswerk|onbetaald werk|mantelzorg)"
_UNPAID_EN = "(?:unpaid work|voluntary work|volunteering|informal care)"
_RAISES_NL = "(?:verhoogt?|vergroot|stimuleert?|bevordert?|(?:leidt? tot|zorgt? voor|geeft?|levert?|deden|doen) meer)"
_RAISES_EN = "(?:raise[sd]?|increase[sd]?|boost(?:s|ed)?|(?:leads? to|led to|brings?|brought|gives?|gave|did) more)"
NOT_FOUND = (
    NotFound(
        "self_direction_unpaid_work",
        Words("zelfregie leidt tot meer onbetaald werk", "self-direction raises unpaid work"),
        (
            _pattern(rf"\bzelfregie\b.*\b{_RAISES_NL}\b.*\b{_UNPAID_NL}\b"),
            _pattern(rf"\bself-direction\b.*\b{_RAISES_EN}\b.*\b{_UNPAID_EN}\b"),
            _pattern(rf"\bmeer {_UNPAID_NL} (?:door|dankzij) zelfregie\b"),
            _pattern(rf"\bmore {_UNPAID_EN} (?:through|thanks to|because of) self-direction\b"),
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
