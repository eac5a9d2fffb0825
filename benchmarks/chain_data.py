# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain's input: synthetic household-months, the parameters of ten half-years, and the names of what comes out.

Amounts are whole euro cents. Norms and maxima have the shape of the Dutch ones and are not the published figures.
"""

from __future__ import annotations

import numpy as np

Columns = dict[str, np.ndarray]

MONTHS = 60
MONTHS_IN_HALF_YEAR = 6
HALF_YEARS = MONTHS // MONTHS_IN_HALF_YEAR
SINGLE, SINGLE_PARENT, COUPLE = 0, 1, 2
AGE_ADULT, AGE_PENSION = 21, 67
SEED = 20_180_201

INPUTS: dict[str, type[np.signedinteger]] = {
    "household": np.int32,
    "month": np.int8,
    "household_type": np.int8,
    "cost_sharers": np.int8,
    "age": np.int8,
    "wage": np.int32,
    "four_weekly": np.int8,
    "months_exempted": np.int8,
    "limited": np.int8,
    "single_parent": np.int8,
    "other_income": np.int32,
    "estimate": np.int32,
}
OUTPUTS = (
    "norm",
    "reserve",
    "exempt",
    "countable",
    "due",
    "advance",
    "correction",
    "accrual",
    "payout",
    "total",
    "emr_bp",
)
# With more than one copy of the chain, the totals of all further copies are summed into one more column.
CHECK = "check"

# The exemptions by phase: none, the first months, the single parent after that, the medically limited after that.
EXEMPTION_PER_MILLE = np.array([0, 250, 125, 150])
EXEMPTION_MONTHS, SINGLE_PARENT_MONTHS = 6, 36
PREMIUM_MOST = 20_000
TEN_EUROS = 1_000
_FIRST_NORMS = [[31_733, 31_733, 63_466], [128_377, 128_377, 183_396], [143_105, 143_105, 193_992]]
_FIRST_MAXIMA = [0, 27_100, 16_910, 17_130]


def _indexed(first: list[list[int]] | list[int]) -> np.ndarray:
    """Ten half-years of amounts, growing 1.75% each from the exact amount before, rounded half up to a cent."""
    amounts = np.array(first, dtype=object)  # Python's integers, because the exact products outgrow 64 bits.
    years = [(2 * amounts * 10_175**half + 10_000**half) // (2 * 10_000**half) for half in range(HALF_YEARS)]
    return np.stack(years).astype(np.int64)


NORMS = _indexed(_FIRST_NORMS)  # by half-year, age band and household type
MAXIMA = _indexed(_FIRST_MAXIMA)  # by half-year and phase


def whole_households(rows: int) -> int:
    """The number of rows, rounded up to whole households."""
    return -(-rows // MONTHS) * MONTHS


def household_months(rows: int, seed: int = SEED) -> Columns:
    """At least this many household-months, sorted by household; the same seed gives the same rows."""
    chance = np.random.default_rng(seed)
    households = whole_households(rows) // MONTHS
    columns = _households(chance, households)
    months = np.tile(np.arange(MONTHS, dtype=np.int8), households)
    columns["month"] = months
    columns["age"] = columns["age"] + months // 12
    columns["months_exempted"] = np.minimum(100, columns["months_exempted"] + months)
    columns |= _incomes(chance, len(months))
    return {name: np.ascontiguousarray(columns[name], dtype=kind) for name, kind in INPUTS.items()}


def _households(chance: np.random.Generator, households: int) -> Columns:
    """What stays the same for a household over its months, and where its counters start, repeated for each month."""
    kind = chance.choice([SINGLE, SINGLE_PARENT, COUPLE], households, p=[0.55, 0.25, 0.20])
    each = {
        "household": np.arange(households),
        "household_type": kind,
        "single_parent": kind == SINGLE_PARENT,
        "cost_sharers": chance.choice([1, 2, 3, 4], households, p=[0.70, 0.15, 0.10, 0.05]),
        "age": chance.integers(18, 68, households),
        "four_weekly": chance.integers(0, 10, households) < 3,
        "limited": chance.integers(0, 4, households) == 0,
        "months_exempted": chance.integers(0, 41, households),
    }
    return {name: np.repeat(column, MONTHS) for name, column in each.items()}


def _incomes(chance: np.random.Generator, rows: int) -> Columns:
    """Wages with an estimate beside them, and other income; three in ten months have no wage."""
    wage = np.where(chance.integers(0, 10, rows) < 3, 0, chance.integers(1, 250_000, rows))
    other = np.where(chance.integers(0, 10, rows) < 7, 0, chance.integers(0, 80_000, rows))
    return {
        "wage": wage,
        "estimate": np.maximum(0, wage + chance.integers(-30_000, 30_001, rows)),
        "other_income": other,
    }


def new_outputs(rows: int, copies: int = 1) -> Columns:
    """Empty columns for everything the chain yields."""
    columns = {name: np.empty(rows, np.int32) for name in OUTPUTS}
    return columns if copies == 1 else columns | {CHECK: np.empty(rows, np.int64)}
