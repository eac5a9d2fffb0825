# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of the pages by key, in the language of who reads; they stand in app/texts, one module for each door."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

MODULES = (
    "web",
    "web_geld",
    "web_geld_work",
    "web_mijn",
    "web_klantmanager",
    "web_inkomen",
    "web_werkgever",
    "web_onderzoek",
    "web_beheer",
)
"""The modules of app/texts that hold texts of pages."""
LANGUAGES = ("nl", "en")


@cache
def words(lang: str) -> Mapping[str, str]:
    """All texts of the pages in a language; raises ValueError for a key that two modules have."""
    found: dict[str, str] = {}
    for name in MODULES:
        mine = import_module(f"werkzaam.app.texts.{name}").WORDS[lang]
        twice = found.keys() & mine.keys()
        if twice:
            raise ValueError(f"app/texts/{name}.py has keys that another module of pages has: {sorted(twice)}.")
        found |= mine
    return found


def say(key: str, lang: str, **values: object) -> str:
    """A text with its values filled in; raises KeyError for a key that is not there."""
    return words(lang)[key].format(**values)
