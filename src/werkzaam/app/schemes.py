# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Allowances and passes beside bijstand: for each of them whether we know what more work does to it; none is left out."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum

from werkzaam.core.months import Month
from werkzaam.regime.regime import Regime, Timeline

ALLOWANCES = (
    "huurtoeslag", "zorgtoeslag", "kindgebonden_budget", "kinderopvangtoeslag", "kwijtschelding", "inkomenstoeslag",
)  # fmt: skip
"""What we have no rules for: of these no amount is ever shown."""
CITY_PASS = "stadspas"  # noqa: S105 (a card of the town)


class Fate(Enum):
    """What more work does to a scheme, as far as we know."""

    NOT_KNOWN = "not_known"
    STAYS = "stays"
    ENDS = "ends"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One allowance or pass; `ends` is the day from which it is gone."""

    name: str
    fate: Fate
    ends: date | None = None


def schemes(regime: Regime | Timeline, month: Month, *, on_bijstand: bool, law: Month | None = None) -> tuple[Scheme, ...]:
    """Every scheme: not known as long as no rules for it are loaded, and the city pass by the town's choices."""
    unknown = (Scheme(name, Fate.NOT_KNOWN) for name in ALLOWANCES)
    return (*unknown, _city_pass(regime, month, law or month, on_bijstand=on_bijstand))


def pass_ends(exit_day: date, grace_months: int) -> date:
    """The day from which a pass is gone: so many months after the day bijstand ended, at most the month's last day."""
    month = Month.of_day(exit_day) + grace_months
    return date(month.year, month.number, min(exit_day.day, monthrange(month.year, month.number)[1]))


def _city_pass(regime: Regime | Timeline, month: Month, law: Month, *, on_bijstand: bool) -> Scheme:
    given, grace = (_stated(regime, f"{CITY_PASS}.{field}", law) for field in ("geldt", "uitloop_maanden"))
    if given is None or (given and not on_bijstand and grace is None):
        return Scheme(CITY_PASS, Fate.NOT_KNOWN)
    if not given:
        return Scheme(CITY_PASS, Fate.NONE)
    if on_bijstand:
        return Scheme(CITY_PASS, Fate.STAYS)
    assert isinstance(grace, int)
    return Scheme(CITY_PASS, Fate.ENDS, pass_ends(month.first_day, grace))


def _stated(regime: Regime | Timeline, path: str, month: Month) -> object:
    """What the town chose, or nothing where it states none."""
    return regime.value(path, month).value if regime.states(path, month) else None
