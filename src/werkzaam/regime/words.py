# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The codes that a guidance may use, each with its words in Dutch and English: `data/woorden.toml`, and nowhere else."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from werkzaam.core.errors import UnknownName
from werkzaam.regime.guidance import Said

FILE = Path(__file__).with_name("data") / "woorden.toml"


def _words() -> dict[str, dict[str, Said]]:
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {kind: {code: Said(**text) for code, text in table.items()} for kind, table in document.items() if isinstance(table, dict)}


WORDS: Mapping[str, Mapping[str, Said]] = _words()
"""Per kind (kanaal, plaats, plicht, activiteit, instrument, stap, bewijs, aard) the codes with their words."""


def word(kind: str, code: str, lang: str) -> str:
    """A code in words; raises UnknownName for one that is not in the list."""
    if code not in WORDS[kind]:
        raise UnknownName(f"No {kind} is called {code!r}. They stand in woorden.toml.")
    return WORDS[kind][code].text(lang)
