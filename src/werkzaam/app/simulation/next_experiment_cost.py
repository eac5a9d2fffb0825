# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a trial is expected to cost, at prices that were given; without prices there is no sum (R-250)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.experiment.assumptions import Assumptions as Expectations
from werkzaam.experiment.design import Design
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.foresee import Lives

INTERVIEW = "price.interview"
GUIDANCE = "price.guidance_month.{arm}"


@dataclass(frozen=True, slots=True)
class Cost:
    """Expected cents of a whole trial: interviews, vouchers, months of guidance on bijstand, and premium paid to participants."""

    interviews: int
    vouchers: int
    guidance: int
    premium: int

    @property
    def total(self) -> int:
        """All together, in cents."""
        return self.interviews + self.vouchers + self.guidance + self.premium


def price_names(design: Design) -> tuple[str, ...]:
    """The prices that a sum needs: of an interview, and of a month of guidance in each arm; in cents."""
    return (INTERVIEW, *(GUIDANCE.format(arm=arm.id) for arm in design.arms))


def refuse_missing(prices: Assumptions, design: Design) -> None:
    """Raise MissingParameter with every price that was not given, and InputError for one below zero."""
    prices.need(price_names(design), f"The cost of {design.id}")
    for name in price_names(design):
        if prices.number(name) < 0:
            raise InputError(f"{name}: a price of zero or more, in cents, was expected; found {prices.number(name)}.")


def cost(design: Design, expected: Expectations, lives: Lives, prices: Assumptions, people: int) -> Cost:
    """What it costs with so many people drawn."""
    refuse_missing(prices, design)
    drawn = [Fraction(people * arm.slots, len(design.pattern)) for arm in design.arms]
    asked = {wave.id: sum(count * Fraction(expected.answered[wave.id][arm.id]) for arm, count in zip(design.arms, drawn,
    strict=True)) for wave in design.waves}  # fmt: skip
    guidance = [prices.number(GUIDANCE.format(arm=arm.id)) for arm in design.arms]
    return Cost(
        round(prices.number(INTERVIEW) * sum(asked.values())),
        round(sum(wave.voucher * asked[wave.id] for wave in design.waves)),
        round(sum(price * one for price, one in zip(guidance, _times(drawn, lives.guided.tolist()), strict=True))),
        round(sum(_times(drawn, lives.premium.tolist()))),
    )


def _times(drawn: Sequence[Fraction], means: Sequence[float]) -> list[Fraction]:
    return [count * Fraction(mean) for count, mean in zip(drawn, means, strict=True)]
