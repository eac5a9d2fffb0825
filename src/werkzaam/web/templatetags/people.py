# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tags of pages that name several people: the address of a page about one of them, and what somebody is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

from werkzaam.web.handles import handle_of

register = template.Library()


@register.simple_tag(name="of")
def of(person: int, name: str, **named: object) -> str:
    """The address of a page about a person by their number: `{% of row.person "dossier" %}`."""
    return reverse(f"client-{name}", kwargs={"subject": handle_of(person, "person"), **named})


@register.filter(name="named")
def named(person: int, names: Mapping[int, str]) -> str:
    """What somebody is called on this page."""
    return names.get(person, str(person))


@register.filter(name="at")
def at(values: Mapping[Any, Any], key: Any) -> Any:
    """What a table has under a key; None where it has nothing."""
    return values.get(key)
