# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The codes of guidance in words, and which of them a file of households may use."""

from __future__ import annotations

from collections.abc import Collection

from werkzaam.regime.words import WORDS, word

ACTIVITY, INSTRUMENT, CHANNEL, DUTY, STEP, EVIDENCE = "activiteit", "instrument", "kanaal", "plicht", "stap", "bewijs"
"""Kinds of codes, as woorden.toml calls them."""


def known_codes(kind: str) -> Collection[str]:
    """The codes of a kind."""
    return WORDS[kind]


def code_words(kind: str, code: str, lang: str) -> str:
    """A code in words."""
    return word(kind, code, lang)
