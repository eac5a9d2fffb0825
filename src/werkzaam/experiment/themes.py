# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories beside numbers: coded fragments of interviews, counted by theme and linked to outcomes; nobody can be recognised.

A fragment is a synthetic scenario, written by the researchers, or somebody's own words; the second is published only with the
number of that person's consent. What stands beside an outcome are themes with counts, not fragments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkzaam.core.errors import NotAllowed, UnknownName
from werkzaam.experiment.design import Design, Words


@dataclass(frozen=True, slots=True)
class Theme:
    """What fragments can be about, and the variables of outcomes that it sheds light on."""

    id: str
    label: Words
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A coded piece of an interview; `consent` is the number of the consent of whose words they are, empty for a scenario."""

    theme: str
    text: str
    synthetic: bool
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A theme beside an outcome: its words and in how many fragments it came up."""

    theme: Theme
    quotes: int


def beside(outcome: str, design: Design, themes: Mapping[str, Theme], fragments: Iterable[Fragment]) -> tuple[Linked, ...]:
    """The themes to show beside an outcome, the most frequent first. Raises UnknownName for an outcome or theme that is none."""
    variable = next((one.variable for one in design.outcomes if one.id == outcome), None)
    if variable is None:
        raise UnknownName(f"{design.id} has no outcome {outcome}; it has {', '.join(one.id for one in design.outcomes)}.")
    counts = Counter(one.theme for one in fragments)
    unknown = sorted(set(counts) - set(themes))
    if unknown:
        raise UnknownName(f"A fragment is coded {unknown[0]}, which is no theme; themes are {', '.join(sorted(themes))}.")
    found = [Linked(theme, counts[name]) for name, theme in themes.items() if variable in theme.variables and counts[name]]
    return tuple(sorted(found, key=lambda one: (-one.quotes, one.theme.id)))


def publishable(fragment: Fragment) -> str:
    """The text of a fragment as it may be published. Raises NotAllowed for somebody's own words without their consent."""
    if not fragment.synthetic and not fragment.consent.strip():
        raise NotAllowed(
            f"These are somebody's own words on {fragment.theme}. Give the number of their consent, or write a scenario instead."
        )
    return fragment.text
