# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison: regimes beside each other, the same households under each, the same absence through each ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from werkzaam.app.casework.towns.behaviour import Follows, follows
from werkzaam.app.casework.towns.demand import Demand, demand_of
from werkzaam.app.casework.towns.households_file import Household
from werkzaam.app.casework.towns.money import Amounts, Kept, NoResult, money_of
from werkzaam.app.casework.towns.named import Named, named
from werkzaam.casework.ladder_run import Behaviour
from werkzaam.core.months import Month
from werkzaam.rules.situatie import Leefvorm

CLIENTS = 1_000
"""Clients for whom positions and talks are counted without a file of households."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: how people answer invitations, whose amounts hold, the prices, the households (none: regimes only)."""

    behaviour: Behaviour
    amounts: Amounts
    prices: Mapping[str, int] = field(default_factory=dict)
    households: tuple[Household, ...] = ()

    @property
    def clients(self) -> int:
        """The households of the file, each as often as it says; without a file a round number."""
        return sum(one.people for one in self.households) or CLIENTS


@dataclass(frozen=True, slots=True)
class Line:
    """One household under one regime."""

    household: Household
    money: Kept | NoResult
    follows: Follows


@dataclass(frozen=True, slots=True)
class Town:
    """One regime in the comparison."""

    named: Named
    demand: Demand
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TownsCompared:
    """All regimes in the order asked; none that was asked is left out."""

    asked: Asked
    towns: tuple[Town, ...]


def compare_towns(names: Sequence[str], asked: Asked) -> TownsCompared:
    """Every regime that is named under the same question; raises UnknownName with the closest name for one that is not there."""
    return TownsCompared(asked, tuple(_town(one, asked) for one in named(names)))


def _town(one: Named, asked: Asked) -> Town:
    lines = (Line(each, money_of(one, each, asked.amounts), follows(one.guidance, each)) for each in asked.households)
    return Town(one, demand_of(one.guidance, asked.clients, asked.behaviour, asked.prices), tuple(lines))


def month_of(asked: Asked) -> Month:
    """The month whose choices about money are shown: that of the first household, or of a single person."""
    return asked.amounts.month_for(asked.households[0] if asked.households else Household("", Leefvorm.ALLEENSTAANDE, 0))
