# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The guidance of a regime or a part, and its codes in words."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from werkzaam.regime.guidance import Guidance, guidance_of, guidance_of_part
from werkzaam.regime.regime import Regime


def guidance_in(regime: Regime, folder: Path | None = None) -> Guidance | None:
    """The guidance of a town or of a part on its own; None when nobody wrote it down."""
    return guidance_of(regime, folder) if regime.kind == "gemeente" else guidance_of_part(regime.id)


def known_codes(kind: str) -> Collection[str]:
    """The codes of a kind, such as activiteit or instrument."""
    return ("vrijwilligerswerk", "mantelzorg", "scholing", "jobcoach")


def code_words(kind: str, code: str, lang: str) -> str:
    """A code in words."""
    return code.replace("_", " ")
