# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regimes by what a person names: one id or file, or several after one another, checked against the law."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from werkzaam.core.months import Month
from werkzaam.facts.book import Facts
from werkzaam.regime.limits import check
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline

_OF_WAGES = (("vrijlating.schijven", "vrijlating.schijven_over"), ("premie.geldt", "premie.grondslag"))
"""What a town may take of gross or net wages: the choice that it does so, and of which."""


def regime_of(names: Sequence[str], facts: Facts, until: Month | None = None) -> Regime | Timeline:
    """The regime of these names, or the timeline of several; raises OverLimit where the law leaves no such choice."""
    return within_law([read_regime(name) for name in names], facts, until)


def is_on(regime: Regime | Timeline, path: str, month: Month) -> bool:
    """Whether the town chose yes; not where nobody states it."""
    return regime.states(path, month) and regime.value(path, month).value is True


def takes_gross(regime: Regime | Timeline, month: Month) -> bool:
    """Whether the town takes a share of gross wages, so that net wages alone say too little."""
    chosen = (of for switch, of in _OF_WAGES if is_on(regime, switch, month) and regime.states(of, month))
    return any(regime.value(of, month).value == "brutoloon" for of in chosen)


def within_law(regimes: Sequence[Regime], facts: Facts, until: Month | None = None) -> Regime | Timeline:
    """One regime, or several after one another; raises OverLimit where the law leaves no such choice."""
    found = regimes[0] if len(regimes) == 1 else Timeline(regimes)

    def legal(key: str, month: Month) -> int | Fraction:
        return facts.on(key, month).value

    check(found, legal, until=until)
    return found
