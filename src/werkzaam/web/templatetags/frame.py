# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page and is the same for many: the menu of a role and the foot, each rendered once and kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

register = template.Library()
Items = tuple[tuple[str, str], ...]


@register.simple_tag(takes_context=True, name="menu")
def _menu(context: Any) -> SafeString:
    """The menu, with the link marked of the page that is shown, or of one below it."""
    items, path = context["menu"], context["request"].path
    within = [address for address in _addresses(items) if path == address or path.startswith(f"{address}/")]
    nearest = max(within, key=len, default=None)  # The first page of a door may stand above all others of it.
    here = tuple(address == nearest for address in _addresses(items))
    return _menu_text(items, here, context["lang"])


@register.simple_tag(takes_context=True, name="foot")
def _foot(context: Any) -> SafeString:
    """How to reach the town, and the pages about this site."""
    town = context["town"]
    return _foot_text(town.contact, town.phone, context["lang"])


@lru_cache(maxsize=64)
def _addresses(items: Items) -> tuple[str, ...]:
    return tuple(reverse(name) for name, _ in items)


@lru_cache(maxsize=512)
def _menu_text(items: Items, here: tuple[bool, ...], lang: str) -> SafeString:
    links = [(address, key, on) for address, (_, key), on in zip(_addresses(items), items, here, strict=True)]
    return render_to_string("parts/menu.html", {"links": links, "lang": lang})


@lru_cache(maxsize=16)
def _foot_text(contact: str, phone: str, lang: str) -> SafeString:
    return render_to_string("parts/footer.html", {"contact": contact, "phone": phone, "lang": lang})
