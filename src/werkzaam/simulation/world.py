# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers become a world: the labour market, how each part of guidance moves people, how they leave, and what holds them back.

Here stand the names of all numbers that the dynamics read. A part of guidance of which nothing is known behaves like
`behaviour.unknown_part_like` says, or stops the run when that assumption is switched off.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.simulation.assumption import Assumptions, MissingParameter, month_of, period_at
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.labour import Behaviour, Market
from werkzaam.simulation.leaving import Leaving
from werkzaam.simulation.life import Holding, World
from werkzaam.simulation.money import Money
from werkzaam.simulation.people import Ints
from werkzaam.simulation.reckon import WAY_OF, Way

CONTRACTS = ("fixed", "flexible", "on_call", "self_employed")
PERIODS = ("month", "four_weeks", "week")
MOVED = ("finding", "shock", "drift", "leaving", "coming")
"""What `behaviour.<part>.<name>` lists for each period."""
KNOWN_PARTS = ("ams_extra_attention", "ams_self_direction", "ams_comparison")
"""The parts of guidance whose behaviour was fitted; the order is that of `behaviour.unknown_part_like`, counted from 1."""


WAY, MOST_TAKEN = "inkomsten.methode", "aflossing.plafond"
"""The choices of a town that a life reads itself, beside those that the rules read."""


def world_of(given: Assumptions, money: Money, behaviour: Behaviour, norms: Norms, way: Way | None = None) -> World:
    """The world under compiled rules: wages are set off as the town chose at the start, unless `way` says otherwise."""
    chosen = way_of(money) if way is None else way
    return World(money, chosen, market_of(given), behaviour, leaving_of(given), norms, holding_of(given), most_taken(money))


def way_of(money: Money) -> Way:
    """How wages are set off at the start."""
    return WAY_OF[str(money.book.choice(WAY, money.span.first).value)]


def most_taken(money: Money) -> int:
    """The most that is taken of a payment for a claim at the start, per mille of the norm."""
    return round(money.book.choice(MOST_TAKEN, money.span.first).typed(Fraction) * 1000)


def market_of(given: Assumptions) -> Market:
    """The labour market; raises MissingParameter."""
    numbers = _array(given)
    swing = [numbers(f"labour.swing.{name}") for name in ("fixed", *CONTRACTS)]
    longest = max(len(one) for one in swing)
    if any(longest % len(one) for one in swing):
        found = ", ".join(map(str, sorted({len(one) for one in swing})))
        raise InputError(f"labour.swing.*: lists whose lengths divide {longest}, the longest, were expected; found {found}.")
    return Market(
        np.cumsum(numbers("labour.contracts")), np.cumsum(numbers("labour.contracts_at_start")),
        np.cumsum(numbers("labour.periods")), numbers("labour.finding"), numbers("labour.minutes"),
        numbers("labour.minutes_at_start"),
        np.array([np.repeat(one, longest // len(one)) for one in swing]), numbers("labour.hourly"),
        np.cumsum(numbers("labour.late")),
        *(given.number(f"labour.{name}") for name in ("limited", "outside", "holiday_money", "gross", "made_fixed")),
    )  # fmt: skip


def behaviour_of(given: Assumptions, parts: Sequence[str], span: Span) -> Behaviour:
    """How people under each part of guidance move in each month of a span; one row per part."""
    months = list(span)
    found = {name: np.array([_by_month(given, part, name, months) for part in parts]) for name in MOVED}
    early = np.array([[given.number(f"behaviour.{like(given, part)}.early_finding"),
                       given.number(f"behaviour.{like(given, part)}.early_drift")] for part in parts])  # fmt: skip
    calm = np.array([0, *given.numbers("labour.losing")])
    hit = np.array([0, *given.numbers("shock.losing")])
    shocked = np.array([in_shock(given, month) for month in months])
    extra = np.maximum(hit - calm, 0)[None, None, :] * found["shock"][:, :, None] // 1000 * shocked[None, :, None]
    finding = np.where(shocked[None, :], found["finding"] * given.number("shock.finding") // 1000, found["finding"])
    return Behaviour(finding, calm[None, None, :] + extra, found["drift"], found["leaving"], found["coming"], early)


def in_shock(given: Assumptions, month: Month) -> bool:
    """Whether the shock holds in a month; it is switched off with a last month before the first."""
    first, last = given.number("shock.first"), given.number("shock.last")
    return month_of(first) <= month <= month_of(last)


def _by_month(given: Assumptions, part: str, name: str, months: Sequence[Month]) -> Ints:
    """The value that holds in each month, from the list per period."""
    starts, values = given.numbers("behaviour.periods"), given.numbers(f"behaviour.{like(given, part)}.{name}")
    if len(values) != len(starts):
        raise InputError(
            f"behaviour.{like(given, part)}.{name}: a value for each of the {len(starts)} periods of behaviour.periods was "
            f"expected; found {len(values)}."
        )
    return np.array([values[period_at(starts, month)] for month in months], np.int64)


def like(given: Assumptions, part: str) -> str:
    """The part whose behaviour is known: this one, or the one that an unknown part is assumed to be like."""
    if f"behaviour.{part}.finding" in given.given:
        return part
    at = given.given.get("behaviour.unknown_part_like")
    if at is None or at.values[0] == 0:
        raise MissingParameter([f"behaviour.{part}.{name}" for name in MOVED], f"Life under {part}")
    if at.values[0] > len(KNOWN_PARTS):
        raise InputError(f"behaviour.unknown_part_like: 0 to {len(KNOWN_PARTS)} was expected; found {at.values[0]}.")
    return KNOWN_PARTS[at.values[0] - 1]


def leaving_of(given: Assumptions) -> Leaving:
    """The chances to leave bijstand and to come back."""
    return Leaving(*(given.number(f"leaving.{name}") for name in ("for_work", "for_other", "back", "back_other")))


def holding_of(given: Assumptions) -> Holding:
    """How people hold back after a bad correction; off by default."""
    return Holding(*(given.number(f"holding.{name}") for name in ("months", "per_mille", "from_cents")))


def _array(given: Assumptions):  # type: ignore[no-untyped-def]
    return lambda name: np.array(given.numbers(name), np.int64)
