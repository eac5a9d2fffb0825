# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality did after one another: its parts on a time line, each with what changed in the guidance (R-237)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from werkzaam.app.guidance_words import label, said
from werkzaam.app.texts.guidance import WORDS
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Span
from werkzaam.regime.guidance import TOLD, Guidance
from werkzaam.regime.model import closest
from werkzaam.regime.read import part_ids, read_part
from werkzaam.regime.regime import ALWAYS, Regime

CHANGES = ("initiator", "contacts_least", "contacts_most", "frequency_by", "caseload_most", "one_worker", "worker_role", "duties")
"""Fields of which a change is told; the others stand with the part itself."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A part on the time line; `changes` are label, before and after of what it has other than the guidance before it."""

    part: Regime
    changes: tuple[tuple[str, str, str], ...]
    before: str = ""


def municipalities() -> dict[str, list[Regime]]:
    """Every part that ships, by municipality and then by its first month."""
    found: dict[str, list[Regime]] = {}
    for part in map(read_part, part_ids()):
        found.setdefault(part.municipality, []).append(part)
    return {town: sorted(parts, key=lambda one: (one.span.first == ALWAYS.first, one.span.first, one.id))
            for town, parts in sorted(found.items())}  # fmt: skip


def history(town: str, lang: str) -> list[Moment]:
    """The parts of a municipality, first to last, those without a known start at the end; raises UnknownName for no such town."""
    every = {name.casefold(): parts for name, parts in municipalities().items()}
    if town.casefold() not in every:
        raise UnknownName(f"No part is of a municipality called {town!r}. {closest(town, municipalities())}")
    parts = every[town.casefold()]
    guiding = [one for one in parts if one.guidance and one.guidance.guides and one.span.first != ALWAYS.first]
    before = {after.id: one for one, after in pairwise(guiding)}
    return [_moment(part, before.get(part.id), lang) for part in parts]


def _moment(part: Regime, before: Regime | None, lang: str) -> Moment:
    if before is None or before.guidance is None or part.guidance is None:
        return Moment(part, ())
    return Moment(part, tuple(_changes(before.guidance, part.guidance, lang)), before.id)


def _changes(before: Guidance, after: Guidance, lang: str) -> Iterator[tuple[str, str, str]]:
    for name in CHANGES:
        if name not in TOLD and getattr(before, name) != getattr(after, name):
            yield label(name, lang), said(before, name, lang), said(after, name, lang)


def months(span: Span, lang: str) -> str:
    """The months of a part, or that no source names its start."""
    words = WORDS[lang]
    if span.first == ALWAYS.first:
        return words["start_unstated"]
    return f"{span.first} {words['to']} {span.last}" if span.last else f"{span.first} {words['on']}"
