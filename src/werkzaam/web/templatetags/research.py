# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tags of the pages of research: pictures of our own as SVG, and words that a design has in both languages."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from werkzaam.app.experiment.report.html import inline
from werkzaam.app.experiment.report.model import Picture
from werkzaam.experiment.design import Words

register = template.Library()


@register.simple_tag(name="svg")
def _svg(picture: Picture) -> SafeString:
    """A picture that the core drew, which has escaped every text in it."""
    return mark_safe(inline(picture))  # noqa: S308 - drawn by us.


@register.simple_tag(takes_context=True, name="words")
def _words(context: Any, said: Words) -> str:
    """What a design says, in the language of the page."""
    found: str = getattr(said, context["lang"])
    return found
