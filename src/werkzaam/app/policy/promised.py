# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What one regime promises, in words: how people are guided, and what the town chose about earnings; gaps are shown as gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from werkzaam.app.experiment.report.model import Cell, Table
from werkzaam.app.guidance_words import Told, told
from werkzaam.app.policy.choices import choice_text, span_text
from werkzaam.app.texts.policy import WORDS
from werkzaam.core.errors import UnknownName
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import read_regime, regime_ids
from werkzaam.regime.regime import Chosen, Regime, Unstated


@dataclass(frozen=True, slots=True)
class Promised:
    """One regime: its name and months, its guidance in groups of fields (None where nobody wrote any down), and its choices."""

    id: str
    name: str
    description: str
    months: str
    parts: tuple[str, ...]
    guidance: tuple[tuple[str, tuple[Told, ...]], ...] | None
    source: str
    choices: Table


def regimes_by_town(lang: str) -> dict[str, list[tuple[str, str, str]]]:
    """Every regime that ships, by municipality: id, name and months."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one in _shipped():
        found.setdefault(one.municipality, []).append((one.id, _name(one, lang), span_text(one, lang)))
    return dict(sorted(found.items()))


@cache
def _shipped() -> tuple[Regime, ...]:
    """Every regime that ships, read once: they do not change while a process runs."""
    return tuple(map(read_regime, regime_ids()))


def promised(name: str, lang: str) -> Promised:
    """One regime that ships; raises UnknownName for another."""
    if name not in regime_ids():
        raise UnknownName(f"No regime is called {name[:40]!r}.")
    regime = read_regime(name)
    guidance = regime.guidance
    groups = None if guidance is None else tuple((head, tuple(fields)) for head, fields in told(guidance, lang))
    words = WORDS[lang]
    head = (words["choice"], words["chosen"], words["why"])
    table = Table("choices", words["choices_table"], head, tuple(_choices(regime, lang)))
    return Promised(name, _name(regime, lang), regime.description_nl if lang == "nl" else regime.description_en,
                    span_text(regime, lang), regime.uses, groups, "" if guidance is None else guidance.source, table)  # fmt: skip


def _name(regime: Regime, lang: str) -> str:
    return regime.name_nl if lang == "nl" else regime.name_en


def _choices(regime: Regime, lang: str) -> Iterator[tuple[Cell, ...]]:
    """Every choice with where it comes from, through all months of the regime."""
    for first in regime.choices(regime.span.first):
        stated: list[Chosen | Unstated] = [one for one in regime.stated if one.path == first.path]
        meaning = CHOICES[first.path].meaning_nl if lang == "nl" else CHOICES[first.path].meaning_en
        for one in stated or [first]:
            yield Cell(meaning), *_said(one, lang)


def _said(one: Chosen | Unstated, lang: str) -> tuple[Cell, Cell]:
    words = WORDS[lang]
    if isinstance(one, Unstated):
        return Cell(words["not_stated" if one.needed else "not_needed"]), Cell("")
    if one.assumed:
        return Cell(choice_text(one, lang)), Cell(words["assumed"].format(why=one.waarom if lang == "nl" else one.why))
    return Cell(choice_text(one, lang)), Cell(one.source)
