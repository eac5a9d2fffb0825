# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tag of a month's sum: loaded by the templates that show one."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from werkzaam.core.months import Month
from werkzaam.web.pages.geld.lines import ShownLine, line_text

register = template.Library()


@register.simple_tag(takes_context=True, name="line")
def _line(context: Any, shown: ShownLine, month: Month) -> SafeString:
    """A line, with the way to ask about it for who may."""
    visit = context["visit"]
    asked = visit.to("line-asked", number=shown.asked.short) if shown.asked else ""
    ask = visit.to("line-ask", month=month, line=shown.ref) if visit.may_act else ""
    return line_text(shown.line, shown.ref, context["lang"], ask, asked)
