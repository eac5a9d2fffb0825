# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The elements of a regime: what arms may have alike, and whether they do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from werkzaam.core.months import Month, Span
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Regime

ELEMENTS: Mapping[str, str] = {
    "settlement": "inkomsten",
    "norm": "norm",
    "exemption": "vrijlating",
    "premium": "premie",
    "repayment": "aflossing",
    "city_pass": "stadspas",
}
"""The name of an element in a design file, and the section of a regime that states it."""


def unequal(element: str, regimes: Mapping[str, Regime], start: date, end: date) -> str:
    """A sentence that names the first choice of an element in which arms differ between two days; empty when they are alike.

    `regimes` are the regimes by arm; `end` is the first day on which arms no longer differ.
    """
    paths = [path for path in CHOICES if path.split(".")[0] == ELEMENTS[element]]
    for month in Span(Month.of_day(start), Month.of_day(end - timedelta(days=1))):
        for path in paths:
            chosen = {arm: _stated(regime, path, month) for arm, regime in regimes.items()}
            if len({repr(value) for value in chosen.values()}) > 1:
                said = ", ".join(f"{arm} {value}" for arm, value in chosen.items())
                return f"{path} differs in {month}: {said}."
    return ""


def stated_in(element: str, regime: Regime, start: date, end: date) -> tuple[tuple[str, ...], ...]:
    """All that a regime chose of an element between two days, month by month: regimes are alike in it when this is the same."""
    paths = [path for path in CHOICES if path.split(".")[0] == ELEMENTS[element]]
    months = Span(Month.of_day(start), Month.of_day(end - timedelta(days=1)))
    return tuple(tuple(repr(_stated(regime, path, month)) for path in paths) for month in months)


def _stated(regime: Regime, path: str, month: Month) -> object:
    return regime.value(path, month).value if regime.states(path, month) else "not stated"
