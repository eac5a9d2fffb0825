# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Published numbers of work and outflow as they come out of a simulated panel; shown whether they please or not.

To those of MARKET the labour market was fitted, to those of EMERGENT nothing was. Where the report leaves open what a number is
of, the reading stands there: it is ours, and another is possible (A-26).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.core.months import Month
from werkzaam.simulation.figures import Columns
from werkzaam.simulation.labour import Contract
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.people import Ints, Truths
from werkzaam.simulation.waves import JANUARY_2018, Interviews

FEBRUARY_2021 = Month.of(2021, 2)
"""The last month of the experiment."""
LARGE, FULL = 16 * 60, 24 * 60
"""Minutes a week of a large part-time job (from), and above which most leave."""


@dataclass(frozen=True, slots=True)
class Check:
    """A published number: its rows, its bounds as published, and whom it is of.

    A single number's bounds are those of its rounding, half a unit either way. `also_used` says that a number of the model was
    taken from the same row, such as a rate a month, so that only what else happens makes the outcome differ from it.
    """

    name: str
    rows: tuple[str, ...]
    published: str
    low: float
    high: float
    unit: str
    of_nl: str
    of_en: str
    also_used: bool = False

    def meets(self, value: float) -> bool:
        """Whether a number lies where the published one does."""
        return self.low <= value <= self.high


def _one(name: str, row: str, value: int, of_nl: str, of_en: str, unit: str = "percent", also_used: bool = False) -> Check:
    return Check(name, (row,), str(value), value - 0.5, value + 0.5, unit, of_nl, of_en, also_used)


MARKET = (
    _one("contract_flexible_T0", "contracts_job_loss-001", 57,
         "flexibel of oproep, van wie werkt bij T0", "flexible or on call, of who works at T0"),
    _one("contract_fixed_T0", "contracts_job_loss-003", 38, "vast, van wie werkt bij T0", "fixed, of who works at T0"),
    _one("lost_flexible_after", "contracts_job_loss-005", 17,
         "zonder werk bij T3, van wie bij T2 flexibel of op oproep werkt",
         "without work at T3, of who works flexibly or on call at T2"),
    _one("lost_fixed_after", "contracts_job_loss-006", 9,
         "zonder werk bij T3, van wie bij T2 vast werkt", "without work at T3, of who has fixed work at T2"),
)  # fmt: skip
"""Published numbers to which the labour market of everybody was fitted, and our reading of whom each is of."""
EMERGENT = (
    _one("contract_flexible_T3", "contracts_job_loss-002", 46,
         "flexibel of oproep, van wie werkt bij T3", "flexible or on call, of who works at T3"),
    _one("contract_fixed_T3", "contracts_job_loss-004", 47, "vast, van wie werkt bij T3", "fixed, of who works at T3"),
    _one("lost_flexible_crisis", "contracts_job_loss-009", 40,
         "zonder werk bij T2, van wie bij T1 flexibel, op oproep of zelfstandig werkt",
         "without work at T2, of who works flexibly, on call or self-employed at T1", also_used=True),
    _one("lost_fixed_crisis", "contracts_job_loss-011", 8,
         "zonder werk bij T2, van wie bij T1 vast werkt", "without work at T2, of who has fixed work at T1", also_used=True),
    Check("outflow_large_ratio", ("outflow_by_hours-001",), "2 to 3", 2, 3, "ratio",
          "uitstroom bij T3 van wie bij T2 16 uur of meer werkt, gedeeld door die van wie dan minder of niet werkt",
          "outflow at T3 of who works 16 hours or more at T2, divided by that of who then works less or not"),
    _one("outflow_work_above_24", "outflow_by_hours-003", 74,
         "uit de bijstand door werk aan het einde van het experiment, van wie dan meer dan 24 uur werkt",
         "out of bijstand for work at the end of the experiment, of who then works more than 24 hours"),
    _one("outflow_not_working", "outflow_by_hours-004", 35,
         "uitstroom bij T3 van wie bij T0 niet werkt", "outflow at T3 of who does not work at T0"),
    _one("outflow_for_work", "outflow_by_group_quarter-021", 28,
         "uitstroom bij T3 door werk, van allen", "outflow at T3 for work, of all"),
    _one("outflow_for_other", "outflow_by_group_quarter-022", 11,
         "uitstroom bij T3 om andere redenen, van allen", "outflow at T3 for other reasons, of all"),
    _one("hours_T3", "part_timers_profile-001", 19,
         "gewone uren van wie werkt bij T3, ook wie uit de bijstand is (A-43)",
         "usual hours of who works at T3, also of who left bijstand (A-43)", "hours_per_week"),
    _one("worked_at_start", "part_timers_profile-005", 65,
         "werkte al bij T0, van wie bij T3 werkt (A-45)", "worked already at T0, of who works at T3 (A-45)"),
)  # fmt: skip
"""Published numbers of work and outflow that nothing was fitted to, and our reading of whom each is of."""
OTHERWISE = (
    Check("outflow_large_at_once", ("outflow_by_hours-001",), "2 to 3", 2, 3, "ratio",
          "uitstroom bij T3 van wie dan 16 uur of meer werkt, gedeeld door die van wie dan minder of niet werkt",
          "outflow at T3 of who then works 16 hours or more, divided by that of who then works less or not"),
    _one("outflow_above_24_later", "outflow_by_hours-003", 74,
         "uit de bijstand door werk bij T3, van wie bij T2 meer dan 24 uur werkt",
         "out of bijstand for work at T3, of who works more than 24 hours at T2"),
    _one("worked_at_start_on", "part_timers_profile-005", 65,
         "werkte al bij T0, van wie bij T3 naast bijstand werkt", "worked already at T0, of who works beside bijstand at T3"),
    _one("worked_at_start_all", "part_timers_profile-005", 65,
         "werkte bij T0, van iedereen die bij T3 werd gesproken; daarnaar is gerekend",
         "worked at T0, of everybody interviewed at T3; that was fitted to"),
)  # fmt: skip
"""The same published numbers read otherwise: where a sentence can mean two things, both stand on the page."""


def emerging(seen: Columns, asked: Interviews, outflow_at_wave_3: Month, end: Month = FEBRUARY_2021,
             begins: Month = JANUARY_2018) -> dict[str, float]:  # fmt: skip
    """What each check of MARKET, EMERGENT and OTHERWISE comes to in a simulated panel, by name; NaN where nobody is counted.

    `end` is the last month of the experiment.
    """
    panel, minutes = asked.panel, seen["minutes"]
    contract = [asked.at(seen["contract"], wave) for wave in range(4)]
    wave_3, last = outflow_at_wave_3.index - begins.index, end.index - begins.index
    out, why = seen["on"][wave_3] == 0, seen["left"][wave_3 - 1]
    works = [one > 0 for one in contract]
    return {
        **of_contracts(contract, panel),
        **_by_hours(seen, asked, wave_3, last),
        "outflow_not_working": _of(out, panel & ~works[0]),
        "outflow_for_work": _of(out & (why == Left.WORK), panel),
        "outflow_for_other": _of(out & (why == Left.OTHER), panel),
        "hours_T3": _hours(asked.at(minutes, 3), panel & works[3]),
        "worked_at_start": _of(works[0], panel & works[3]),
        "worked_at_start_on": _of(works[0], panel & works[3] & (asked.at(seen["on"], 3) > 0)),
        "worked_at_start_all": _of(works[0], panel),
    }  # fmt: skip


def _by_hours(seen: Columns, asked: Interviews, wave_3: int, last: int) -> dict[str, float]:
    """Outflow by hours worked, in both readings of each number."""
    panel, minutes, before = asked.panel, seen["minutes"], asked.at(seen["minutes"], 2)
    out, gone = seen["on"][wave_3] == 0, [(seen["on"][at] == 0) & (seen["left"][at - 1] == Left.WORK) for at in (last, wave_3)]
    large, then = before >= LARGE, minutes[wave_3] >= LARGE
    return {
        "outflow_large_ratio": _of(out, panel & large) / max(_of(out, panel & ~large), 1e-9),
        "outflow_large_at_once": _of(out, panel & then) / max(_of(out, panel & ~then), 1e-9),
        "outflow_work_above_24": _of(gone[0], panel & (minutes[last] > FULL)),
        "outflow_above_24_later": _of(gone[1], panel & (before > FULL)),
    }


def of_contracts(contract: list[Ints], panel: Truths) -> dict[str, float]:
    """Shares of contracts among who works at the first and the last wave, and of work that was lost a wave later.

    `contract` is that of each wave.
    """
    found = _lost(contract, panel)
    for wave in (0, 3):
        working = panel & (contract[wave] > 0)
        found[f"contract_flexible_T{wave}"] = _of(_flexible(contract[wave]), working)
        found[f"contract_fixed_T{wave}"] = _of(contract[wave] == Contract.FIXED, working)
    return found


def _lost(contract: list[Ints], panel: Truths) -> dict[str, float]:
    """Who has no work a wave later, by the contract they had."""
    none = [one == Contract.NONE for one in contract]
    own = contract[1] == Contract.SELF_EMPLOYED
    return {
        "lost_flexible_crisis": _of(none[2], panel & (_flexible(contract[1]) | own)),
        "lost_fixed_crisis": _of(none[2], panel & (contract[1] == Contract.FIXED)),
        "lost_flexible_after": _of(none[3], panel & _flexible(contract[2])),
        "lost_fixed_after": _of(none[3], panel & (contract[2] == Contract.FIXED)),
    }


def _flexible(contract: Ints) -> Truths:
    return np.isin(contract, (Contract.FLEXIBLE, Contract.ON_CALL))


def _of(yes: Truths, among: Truths) -> float:
    return 100 * float(np.count_nonzero(yes & among)) / int(among.sum()) if among.any() else float("nan")


def _hours(minutes: Ints, among: Truths) -> float:
    return float(minutes[among].mean()) / 60 if among.any() else float("nan")
