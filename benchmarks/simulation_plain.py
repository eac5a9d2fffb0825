# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The dynamics of a life without the law: work, payslips, payments and claims, leaving; bijstand is a norm less wages.

This is what mesa_town.py does too, with the same numbers.
"""

from __future__ import annotations

import numpy as np
from simulation_town import SEED, SPAN

from werkzaam.simulation import labour
from werkzaam.simulation.cash import Circumstances, Purse, last_slip
from werkzaam.simulation.labour import Behaviour, Market
from werkzaam.simulation.leaving import Leaving, everybody_on, move
from werkzaam.simulation.life import four_weekly_pays, of_households, weekly_pays
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.reckon import Slips, Way

NORM = np.array([99_000, 99_000, 141_400])
"""A month's bijstand by form of household, in cents: about that of 2018."""
SHARE = 50
"""The most that is taken for a claim, per mille of the norm."""
KEPT = ("works", "minutes", "squares", "on", "bijstand", "income", "claimed", "taken")
"""Sums of each month: persons with work, their usual minutes and the squares of those; households on bijstand, and cents."""


def lived(people: People, market: Market, behaviour: Behaviour, leaving: Leaving) -> dict[str, Ints]:
    """The sums of each month (months,)."""
    work = labour.start(people, market, SEED)
    slips, purse, standing = Slips(work), Purse(len(people.number)), everybody_on(len(people.number))
    norm, recipient = NORM[people.form], people.person[people.first[:-1]]
    none = np.zeros(len(norm), np.int64)
    found: dict[str, list[int]] = {name: [] for name in KEPT}
    for at, month in enumerate(SPAN):
        labour.step(people, work, market, behaviour, at, SEED, weekly_pays(month), four_weekly_pays(month), 0)
        typical = work.minutes * 52 // 12 * work.hourly // 60
        reckoned = slips.reckoned(Way.PREVIOUS_SLIP, work, typical, month.number == 1)
        wages = of_households(people, work.wage)
        due, advance = np.maximum(norm - wages, 0), np.maximum(norm - of_households(people, np.maximum(reckoned, 0)), 0)
        rules = {"uit_te_betalen": due, "uit_te_betalen_geschat": advance, "vakantietoeslag_uitbetaling": none,
                 "bijstandsnorm": norm, "norm_zonder_vakantietoeslag": norm, "bufferbudget": none}  # fmt: skip
        now = Circumstances(standing.on.copy(), standing.ended, wages, last_slip(people, work), none, none)
        paid = purse.settle(Way.PREVIOUS_SLIP, at, rules, now, SHARE, month.number == 1)
        slips.remember(work)
        sums = (np.count_nonzero(work.contract), work.minutes.sum(), work.minutes @ work.minutes, now.on.sum(),
                paid.bijstand.sum(), paid.income.sum(), paid.claimed.sum(), paid.taken.sum())  # fmt: skip
        for name, value in zip(KEPT, sums, strict=True):
            found[name].append(int(value))
        move(standing, leaving, behaviour, people.arm, people.enters, recipient, wages < norm, at, SEED)
    return {name: np.array(values) for name, values in found.items()}
