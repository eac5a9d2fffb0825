# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept for somebody to read later, in either language: a code with its values; what somebody wrote stays so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.queue import ITEMS, REASONS
from werkzaam.core.months import Month

_BEGIN = '{"code":'


def coded(code: str, **values: str | int) -> str:
    """A text of `app.texts.queue.ITEMS` with its values, as it is kept.

    A name that begins with `cents` holds cents, with `month` a month and with `day` a day, and `reason` a code of the
    bank; the reader sees them in words.
    """
    return json.dumps({"code": code, **values}, ensure_ascii=False, separators=(",", ":"))


def code_of(text: str) -> str:
    """The code of a kept text; nothing for one that somebody wrote."""
    return str(json.loads(text)["code"]) if text.startswith(_BEGIN) else ""


def told(text: str, lang: str) -> str:
    """A kept text as somebody reads it."""
    if not text.startswith(_BEGIN):
        return text
    values: Mapping[str, str | int] = json.loads(text)
    return ITEMS[lang][str(values["code"])].format(**{name: _shown(name, value, lang) for name, value in values.items()})


def _shown(name: str, value: str | int, lang: str) -> str:
    if name.startswith("cents"):
        return euro(int(value), lang)
    if name.startswith("month"):
        return Month.parse(str(value)).name(lang)
    if name == "reason":
        return REASONS[lang].get(str(value)) or REASONS[lang]["other"].format(code=value or "-")
    return day_text(date.fromisoformat(str(value)), lang) if name.startswith("day") else str(value)
