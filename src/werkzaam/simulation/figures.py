# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of Figures 1 to 3: out of bijstand by quarter, share with paid work and usual hours by wave, per part.

Figure 1 counts who is not on bijstand in the last month of a quarter, so who comes back counts no longer. Figures 2 and 3 are of
the panel, who answered at every wave: work as they have it in the month of their interview, also when they left bijstand (A-43).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.simulation.people import People, Truths
from werkzaam.simulation.waves import JANUARY_2018, WAVES, Interviews

GROUPS = ("extra_attention", "self_direction", "comparison")
"""The parts as the seed tables call them, in the order of `People.arm`."""
OUTFLOW, WORKING, HOURS = "cumulative_outflow_percent", "share_paid_work_percent", "mean_weekly_hours_working"
Figures = Mapping[tuple[str, str, str], float]
"""A number by metric, group and time (a quarter such as `2020-Q1`, or a wave); NaN where nobody is counted."""


class Columns(Protocol):
    """Columns by month (months, households): `on`, `works` and `minutes` are read."""

    def __getitem__(self, name: str) -> Array: ...


def figures_of(seen: Columns, people: People, asked: Interviews, outflow_at_wave_3: Month, begins: Month = JANUARY_2018,
               among: Truths | None = None) -> dict[tuple[str, str, str], float]:  # fmt: skip
    """Figures 1 to 3 of these people.

    `among` says whom Figure 1 is of: the panel if not given, as the report says that its analyses are of (A-81).
    `outflow_at_wave_3` is the last month of the quarter that the outflow `T3` is taken from (A-24).
    """
    panel = asked.panel
    counted = panel if among is None else among
    rows, others = _rows(people, counted), _rows(people, panel)
    found: dict[tuple[str, str, str], float] = {}
    out = seen["on"] == 0
    for at in range(2, len(out), 3):
        month = begins + at
        for group, share in zip(GROUPS, _percent(out[at], rows), strict=True):
            found[OUTFLOW, group, f"{month.year}-Q{(month.number + 2) // 3}"] = share
            if month == outflow_at_wave_3:
                found[OUTFLOW, group, WAVES[3]] = share
    for wave, name in enumerate(WAVES):
        works, minutes = asked.at(seen["works"], wave), asked.at(seen["minutes"], wave)
        for group, row in zip(GROUPS, others, strict=True):
            working = row & (works > 0)
            found[WORKING, group, name] = _share(works > 0, row)
            found[HOURS, group, name] = float(minutes[working].mean()) / 60 if working.any() else float("nan")
    return found


def _rows(people: People, among: Truths) -> list[Truths]:
    return [(people.arm == arm) & among for arm in range(len(GROUPS))]


def _percent(yes: Truths, rows: Sequence[Truths]) -> list[float]:
    return [_share(yes, row) for row in rows]


def _share(yes: Truths, row: Truths) -> float:
    return 100 * float(np.count_nonzero(yes & row)) / int(row.sum()) if row.any() else float("nan")
