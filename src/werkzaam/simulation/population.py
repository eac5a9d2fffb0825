# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic town on bijstand: households, persons and flexible wages, from one seed. No real person is in it.

Shares with a source: one in fourteen works beside bijstand and 84 / 7 / 9 percent are single people,
lone parents and couples (Amsterdam, final report of the experiment, Table 2 and chapter 1). Everything
else (hours from month to month, hourly wage, ages, late payslips) is chosen so that the patterns look
like flexible work; it is not data about anybody. For tests and measurements of settling only: the people
of a simulation are those of `simulation/town.py` (docs/decisions/0243).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from werkzaam.core.months import Month, Span
from werkzaam.engine.rule import Level

Array = npt.NDArray[Any]
AMSTERDAM = 40_300
"""Households on bijstand in the years of the experiment (seed table characteristics, all recipients)."""
FIRST_ADULT_AGE, LAST_ADULT_AGE = 22 * 12, 62 * 12


@dataclass(frozen=True, slots=True)
class Town:
    """What a synthetic town looks like."""

    households: int = AMSTERDAM
    forms: tuple[float, ...] = (0.84, 0.07, 0.09)
    """Shares of single people, lone parents and couples."""
    working: float = 0.07
    """Share of households with somebody who works beside bijstand."""
    weekly_hours: float = 14.6
    """Mean hours a week of those who work (research group, first measurement)."""
    net_hourly_cents: int = 1_140
    """Net pay of one hour; chosen."""
    payslip_late: float = 0.2
    """Share of jobs of which the payslip of the last month is not in, so that only the estimate is known; chosen."""


def populate(town: Town, span: Span, rng: np.random.Generator) -> dict[Level, pa.Table]:
    """Tables of a synthetic town, in the columns that `werkzaam settle` reads from Parquet."""
    months = np.array([month.index for month in span], np.int64)
    form = rng.choice(3, town.households, p=town.forms)
    adults = np.where(form == 2, 2, 1)
    households = _household_rows(town, form, months)
    owner = np.repeat(np.arange(town.households), adults)
    number = np.arange(len(owner)) - np.repeat(np.cumsum(adults) - adults, adults)
    persons = _person_rows(owner, number, form, months, rng)
    worker = (rng.random(town.households) < town.working)[owner] & (rng.random(len(owner)) < np.where(number == 0, 1.0, 0.3))
    jobs = _job_rows(town, owner[worker], number[worker], months, rng)
    return {Level.HUISHOUDEN: households, Level.PERSOON: persons, Level.BAAN: jobs}


def _names(first: str, numbers: Array) -> pa.Array:
    return pa.array([f"{first}{n}" for n in range(int(numbers.max(initial=0)) + 1)]).take(pa.array(numbers))


def _month_names(months: Array, times: int) -> pa.Array:
    names = pa.array([str(Month(int(index))) for index in months])
    return names.take(pa.array(np.tile(np.arange(len(months)), times)))


def _household_rows(town: Town, form: Array, months: Array) -> pa.Table:
    forms = pa.array(["alleenstaande", "alleenstaande_ouder", "gehuwden"])
    return pa.table({
        "huishouden": np.repeat(np.arange(town.households, dtype=np.int32), len(months)),
        "maand": _month_names(months, town.households),
        "leefvorm": forms.take(pa.array(np.repeat(form, len(months)))),
    })  # fmt: skip


def _person_rows(owner: Array, number: Array, form: Array, months: Array, rng: np.random.Generator) -> pa.Table:
    """One row per adult and month, sorted by household, month and person."""
    people = len(owner)
    age = rng.integers(FIRST_ADULT_AGE, LAST_ADULT_AGE, people)
    born = (months[0] - age).astype("int64") - 1970 * 12
    day = born.astype("datetime64[M]").astype("datetime64[D]") + rng.integers(0, 28, people).astype("timedelta64[D]")
    parent = (form[owner] == 1) & (rng.random(people) < 0.6)
    limited = rng.random(people) < 0.1
    order = _month_major(owner, months)
    return pa.table({
        "huishouden": owner[order].astype(np.int32),
        "maand": _month_names_of(months, owner),
        "persoon": _names("p", number[order]),
        "geboortedatum": pa.array(day[order]),
        "medisch_urenbeperkt": limited[order],
        "zorg_kind_onder_12": parent[order],
    })  # fmt: skip


def _job_rows(town: Town, owner: Array, number: Array, months: Array, rng: np.random.Generator) -> pa.Table:
    """Flexible wages: hours swing from month to month; the estimate is last month's wage."""
    usual = np.clip(rng.gamma(4.0, town.weekly_hours / 4, len(owner)), 2, 40)
    swing = np.exp(rng.normal(0, 0.35, (len(owner), len(months))))
    hours = np.clip(usual[:, None] * swing * 52 / 12, 0, 150)
    wage = np.rint(hours * town.net_hourly_cents).astype(np.int32)
    estimate = np.concatenate([wage[:, :1], wage[:, :-1]], axis=1)
    late = rng.random(wage.shape) < town.payslip_late
    late[:, :-1] = False
    order = _month_major(owner, months)
    month = _month_of(owner, months)
    return pa.table({
        "huishouden": owner[order].astype(np.int32),
        "maand": pa.array([str(Month(int(index))) for index in months]).take(pa.array(month)),
        "persoon": _names("p", number[order]),
        "baan": pa.array(["baan 1"]).take(pa.array(np.zeros(len(order), np.int64))),
        "nettoloon": pa.array(wage[order, month], mask=late[order, month]),
        "geschat_nettoloon": estimate[order, month],
        "vakantiegeld_opgebouwd": pa.array((wage[order, month] * 2 + 25) // 50, mask=late[order, month]),
    })  # fmt: skip


def _month_major(owner: Array, months: Array) -> Array:
    """For rows per person and month: the person of each row, sorted by household, month and person."""
    person = np.repeat(np.arange(len(owner)), len(months))
    month = np.tile(np.arange(len(months)), len(owner))
    return person[np.lexsort((person, month, owner[person]))]


def _month_of(owner: Array, months: Array) -> Array:
    person = np.repeat(np.arange(len(owner)), len(months))
    month = np.tile(np.arange(len(months)), len(owner))
    return month[np.lexsort((person, month, owner[person]))]


def _month_names_of(months: Array, owner: Array) -> pa.Array:
    return pa.array([str(Month(int(index))) for index in months]).take(pa.array(_month_of(owner, months)))
