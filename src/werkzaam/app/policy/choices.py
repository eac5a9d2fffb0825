# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A choice of a regime in words."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.core.money import format_euro, format_percent
from werkzaam.regime.model import CHOICES, Kind
from werkzaam.regime.regime import Chosen, Regime
from werkzaam.regime.values import bands

WORDS = {
    "nl": {"yes": "ja", "no": "nee", "since": "vanaf", "to": "t/m", "on": "en verder"},
    "en": {"yes": "yes", "no": "no", "since": "from", "to": "to", "on": "onwards"},
}


def choice_text(one: Chosen, lang: str) -> str:
    """What was chosen, such as `ja`, `€ 200,00` or `50% vanaf € 0,00`."""
    value, kind, words = one.value, CHOICES[one.path].kind, WORDS[lang]
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, Fraction):
        return format_percent(value, lang)
    if isinstance(value, int):
        return str(value) if kind is Kind.COUNT else _euro(value, lang)
    if kind is Kind.BANDS:
        return ", ".join(f"{format_percent(part, lang)} {words['since']} {_euro(first, lang)}" for first, part in bands(value))
    return value.replace("_", " ") if isinstance(value, str) else ", ".join(map(str, value))


def span_text(regime: Regime, lang: str) -> str:
    """The months in which a regime holds."""
    words = WORDS[lang]
    return f"{regime.span.first} {words['to']} {regime.span.last}" if regime.span.last else f"{regime.span.first} {words['on']}"


def _euro(cents: int, lang: str) -> str:
    return f"€ {format_euro(cents, lang)}" if lang == "nl" else f"€{format_euro(cents, lang)}"
