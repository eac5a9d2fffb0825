# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The ways in which a story is tried: language, screen and JavaScript, in four ways on every push and in all eight in the soak.

Four of the eight hold every pair: both languages on both screens, each screen with and without JavaScript, and each language
too (an orthogonal array of strength two). What goes wrong only where three meet, the soak finds: `WERKZAAM_WAYS=all`.
"""

from __future__ import annotations

import os
from itertools import product
from typing import NamedTuple


class Way(NamedTuple):
    """One way to use the site: its language, a phone or a screen, and a browser with or without JavaScript."""

    lang: str
    phone: bool
    script: bool

    @property
    def axe(self) -> bool:
        """Whether axe looks at its pages: of the four ways in one, as it looks at every page in both languages elsewhere."""
        return self.script and (self.phone or ways() == EIGHT)

    def __str__(self) -> str:
        """As a test and a picture are named: `nl-phone-plain`."""
        return f"{self.lang}-{'phone' if self.phone else 'desktop'}-{'script' if self.script else 'plain'}"


EIGHT = tuple(Way(*one) for one in product(("nl", "en"), (True, False), (True, False)))
FOUR = tuple(way for way in EIGHT if (way.lang == "nl") ^ way.phone ^ way.script)


def ways() -> tuple[Way, ...]:
    """Those that are asked for: four, or all eight where WERKZAAM_WAYS says `all`; ValueError for anything else it says."""
    asked = os.environ.get("WERKZAAM_WAYS", "")
    if asked not in ("", "all"):
        raise ValueError(f"WERKZAAM_WAYS is {asked!r}. Leave it out for four ways, or say 'all' for eight.")
    return EIGHT if asked else FOUR
