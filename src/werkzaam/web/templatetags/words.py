# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tags and filters of the pages: texts by key, amounts, days and months as people read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from werkzaam.app.text_layout import day_text, euro
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.web.words import say

register = template.Library()


@register.simple_tag(takes_context=True, name="say")
def _say(context: Any, key: str, **values: object) -> str:
    """A text by its key."""
    return say(key, context["lang"], **values)


@register.simple_tag(takes_context=True, name="to")
def _to(context: Any, name: str, **named: object) -> str:
    """The address of a page about the same person as this one."""
    found: str = context["visit"].to(name, **named)
    return found


@register.simple_tag(takes_context=True, name="euro")
def _euro(context: Any, cents: int) -> str:
    """An amount in cents, in the language of the page."""
    return euro(cents, context["lang"])


@register.simple_tag(takes_context=True, name="day")
def _day(context: Any, day: date) -> str:
    """A day in words."""
    return day_text(day, context["lang"])


@register.simple_tag(takes_context=True, name="month")
def _month(context: Any, month: Month) -> str:
    """A month in words."""
    return month.name(context["lang"])


@register.simple_tag(takes_context=True, name="cause")
def _cause(context: Any, cause: Cause) -> str:
    """Why a month changed, in words."""
    return cause.words(context["lang"])
