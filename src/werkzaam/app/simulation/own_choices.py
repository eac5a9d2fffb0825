# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Choices of a town that no source states, filled in for a simulation in somebody's own file of assumptions.

    [[choice]]
    regime = "groningen_werkpremie"         # left out: every regime that does not state it
    path = "premie.eenmalig_bedrag"
    value = "500.00"
    why_nl = "..."
    why_en = "..."

They fill in only: what a regime states stays as it is. All are printed with the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from werkzaam.app.rows import Row, read_toml
from werkzaam.core.errors import InputError
from werkzaam.regime.model import Value, choice_of
from werkzaam.regime.read import value_of
from werkzaam.regime.regime import ALWAYS, Chosen, Regime, common_span
from werkzaam.regime.values import check_value

TABLES = ("number", "choice")


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """One choice filled in; `regime` is None where it holds for every regime that does not state it."""

    regime: str | None
    path: str
    value: Value
    why_nl: str
    why_en: str
    file: str

    def chosen(self, regime: Regime) -> Chosen:
        """The choice as an assumption of a regime, in all its months."""
        return Chosen(self.path, self.value, "", True, self.why_en, "--assumptions", regime.span, self.file, self.why_nl)


def read_choices(path: Path) -> list[OwnChoice]:
    """The choices of a file of assumptions; raises InputError with file, line and key for what cannot be meant."""
    document = read_toml(path)
    document.top.only(*TABLES)
    found = [_choice(row) for row in document.rows("choice")]
    for at, one in enumerate(found):
        if any(one.path == other.path and one.regime == other.regime for other in found[:at]):
            raise InputError(f"choice: {one.path} stands there twice; give it once.", file=str(path))
    return found


def _choice(row: Row) -> OwnChoice:
    row.only("regime", "path", "value", "why_nl", "why_en")
    file, path = row.document.file, row.text("path")
    choice = row.read("path", lambda: choice_of(path))
    value = row.read("value", lambda: value_of(choice, row.values.get("value"), path))
    row.read("value", lambda: check_value(choice, value, file))
    regime = row.text("regime") if "regime" in row.values else None
    return OwnChoice(regime, path, value, row.text("why_nl"), row.text("why_en"), file)


def with_choices(regime: Regime, own: Sequence[OwnChoice]) -> tuple[Regime, list[OwnChoice]]:
    """A regime with the choices that it does not state, and which of them were used; raises InputError for one that it states."""
    used = [one for one in own if one.regime in (None, regime.id) and not _stated(regime, one)]
    for one in own:
        if one.regime == regime.id and one not in used:
            raise InputError(f"choice: {regime.id} states {one.path} itself; leave it out, or make a regime file of your own.",
                             file=one.file)  # fmt: skip
    return replace(regime, stated=(*regime.stated, *(one.chosen(regime) for one in used))), used


def _stated(regime: Regime, own: OwnChoice) -> bool:
    spans = [chosen.span for chosen in regime.stated if chosen.path == own.path]
    return any(common_span(span, regime.span or ALWAYS) for span in spans)
