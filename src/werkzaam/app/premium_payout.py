# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""When a premium that is built up will be paid, and how much of it stands ready: what many did not know."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.core.errors import RegimeError
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key
from werkzaam.regime.lasting import chosen_or_lasting
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.calculate import Calculation

_LONGEST = 24
"""In two years every half-year closes and is paid, whatever months a town chose."""


def premium_payout_month(month: Month, regime: Regime | Timeline, law: Month | None = None) -> Month | None:
    """The month in which premium over the work of a month is expected to be paid.

    That is the first payout month at or after the close of its half-year (decision 0007), also of a premium that ends before
    then (decision 0207). Nothing when the town pays no premium, or when no regime holds then. With `law` the months chosen are
    those of that month.
    """
    if not _chosen(regime, "premie.geldt", law or month):
        return None
    closing = _first(month, regime, "premie.halfjaar_eindigt", law)
    return None if closing is None else _first(closing, regime, "premie.uitbetaling", law)


def _first(month: Month, regime: Regime | Timeline, path: str, law: Month | None) -> Month | None:
    """The first month from this one on that the town chose; nothing when it leaves the regime on the way."""
    for later in (month + ahead for ahead in range(_LONGEST)):
        months = _chosen(regime, path, law or later)
        if not isinstance(months, tuple):
            return None
        if later.number in months:
            return later
    return None


def _chosen(regime: Regime | Timeline, path: str, month: Month) -> object:
    """What the town chose, or what lasts of it; nothing where no regime holds or none states it."""
    try:
        found = chosen_or_lasting(regime, path, month)
    except RegimeError:
        return None
    return found.value if found else None


@dataclass(frozen=True, slots=True)
class PremiumStatement:
    """What one person built up in the half-year so far, month by month in cents, and what waits of earlier ones."""

    person: str
    months: tuple[tuple[Month, int], ...]
    built_up: int
    waiting: int
    expected: Month | None


def premium_statements(done: Calculation) -> tuple[PremiumStatement, ...]:
    """The statement of every person who builds up premium, or could, after the last month that was computed."""
    expected = premium_payout_month(done.months[-1].month, done.book.regime, done.book.rechtsdatum)
    persons = [key for name, key in done.months[-1].steps if name == "premie_van_de_maand"]
    return tuple(_statement(done, key, expected) for key in persons)


def _statement(done: Calculation, key: Key, expected: Month | None) -> PremiumStatement:
    """The months of the half-year are those back to the one that had nothing built up before it."""
    parts: list[tuple[Month, int]] = []
    for steps in reversed(done.months):
        parts.append((steps.month, steps.value("premie_van_de_maand", key)))
        if not steps.value("premie_eerder_dit_halfjaar", key):
            break
    last = done.months[-1]
    earlier = last.value("premie_blijft_klaar", key) - last.value("premie_afgesloten", key)
    return PremiumStatement(key[0], tuple(reversed(parts)), last.value("premie_opgebouwd", key), max(earlier, 0), expected)
