# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of guidance as sentences, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.casework import WORDS


def sentence(code: str, lang: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence of a code; days are written out, a value called `amount` is cents."""
    return WORDS[lang][code].format(**{name: _shown(name, value, lang) for name, value in (values or {}).items()})


def _shown(name: str, value: object, lang: str) -> str:
    if isinstance(value, date):
        return day_text(value, lang)
    if name == "amount":
        return euro(int(str(value)), lang)
    if isinstance(value, list | tuple):
        return ", ".join(_shown(name, one, lang) for one in value)
    return WORDS[lang].get(str(value), str(value)) if isinstance(value, str) else str(value)
