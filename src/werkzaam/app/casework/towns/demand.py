# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a regime asks of a town for these clients: positions, talks, invitations, and their cost at prices that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.towns.prices_file import LETTER, POSITION, REGISTERED, TALK, VISIT
from werkzaam.casework.ladder_run import Behaviour, LadderRun, run_ladder
from werkzaam.casework.talk_time import positions
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.regime.guidance import Guidance

PRICE_OF = {
    "brief": LETTER, "brief_aankondiging": LETTER, "contactdag": LETTER, "brief_aangetekend": REGISTERED, "huisbezoek": VISIT,
}  # fmt: skip
"""By what a step of a ladder is priced; for a contact day a letter goes out. A rest and a measure cost nothing here."""
Price = int | str | None
"""Cents; or the name of the price that nobody gave; or None, where no source says how much of it there is."""


@dataclass(frozen=True, slots=True)
class Demand:
    """For so many clients: full-time positions (fewest and most), talks a year promised, invitations, and the cost of each.

    Positions and talks are two ways to see the same work, so their costs are never added up.
    """

    clients: int
    positions_least: Fraction | None
    positions_most: Fraction | None
    talks: int | None
    run: LadderRun | None
    cost_positions: tuple[Price, Price]
    cost_talks: Price
    cost_invitations: Price


def demand_of(guidance: Guidance | None, clients: int, behaviour: Behaviour, prices: Mapping[str, int]) -> Demand:
    """What the guidance asks; a caseload of at most 60 takes at least clients / 60 positions."""
    most = None if guidance is None or guidance.caseload_least is None else positions(clients, guidance.caseload_least)
    least = None if guidance is None or guidance.caseload_most is None else positions(clients, guidance.caseload_most)
    promised = None if guidance is None else guidance.contacts_least
    talks = None if promised is None else promised * clients
    run = (
        None
        if guidance is None or guidance.ladder is None or not guidance.ladder.steps
        else run_ladder(guidance.ladder, behaviour)
    )
    return Demand(
        clients, least, most, talks, run, (_priced(least, POSITION, prices), _priced(most, POSITION, prices)),
        _priced(talks, TALK, prices), _invitations(run, prices),
    )  # fmt: skip


def _priced(number: Fraction | int | None, what: str, prices: Mapping[str, int]) -> Price:
    if number is None:
        return None
    return share_of(prices[what], Fraction(number), HALF_UP) if what in prices else what


def _invitations(run: LadderRun | None, prices: Mapping[str, int]) -> Price:
    """The cost of everything that is sent or done to invite; one missing price leaves all of it without a sum."""
    if run is None:
        return None
    cost = 0
    for one in run.rounds:
        what = PRICE_OF.get(one.step.action)
        if what is not None:
            price = _priced(one.people, what, prices)
            if not isinstance(price, int):
                return price
            cost += price
    return cost
