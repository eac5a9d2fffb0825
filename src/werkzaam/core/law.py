# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""References to one place in a law, written `Pw 31:2:n` (article 31, paragraph 2, part n)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werkzaam.core.errors import InputError

_ACTS = {
    "Pw": ("Participatiewet", "https://wetten.overheid.nl/BWBR0015703"),
    "Regeling": ("Regeling Participatiewet, IOAW en IOAZ", "https://wetten.overheid.nl/BWBR0017155"),
    "Besluit": ("Tijdelijk besluit experimenten Participatiewet", "https://wetten.overheid.nl/BWBR0039258"),
    "Beleid": ("beleid van de gemeente (policy of the municipality)", ""),
}
_PLACE = re.compile(r"\d+[a-z]*(?:\.\d+)?(?::\d+[a-z]?)?(?::[a-z]{1,2})?")


@dataclass(frozen=True, slots=True)
class LawRef:
    """One citable place: the act's short name and the place in it."""

    act: str
    place: str

    @classmethod
    def parse(cls, text: str) -> LawRef:
        """`Pw 31:2:n`, or `Beleid bijverdienpremie` for a rule that only the town made."""
        act, _, place = text.partition(" ")
        if act not in _ACTS or not place or (_ACTS[act][1] and not _PLACE.fullmatch(place)):
            raise InputError(f"A law reference was expected, such as 'Pw 31:2:n'; found {text!r}. Acts: {', '.join(_ACTS)}.")
        return cls(act, place)

    @property
    def url(self) -> str:
        """Where the act can be read, or empty for municipal policy."""
        return _ACTS[self.act][1]

    def text(self, lang: str = "nl") -> str:
        """`art. 31 lid 2 onder n Participatiewet`."""
        if not self.url:
            return f"beleid gemeente: {self.place}" if lang == "nl" else f"municipal policy: {self.place}"
        article, *rest = self.place.split(":")
        paragraph = "".join(f" lid {p}" if lang == "nl" else f"({p})" for p in rest if p[0].isdigit())
        part = "".join(f" onder {p}" if lang == "nl" else f"({p})" for p in rest if not p[0].isdigit())
        return f"art. {article}{paragraph}{part} {_ACTS[self.act][0]}"

    def __str__(self) -> str:
        return f"{self.act} {self.place}"
