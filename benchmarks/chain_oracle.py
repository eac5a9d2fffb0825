# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the chain must yield: the same rules in plain NumPy int64, and once more in exact fractions to prove that.

It shares nothing with the engine but the input and the parameters. Copy k of the chain (`copies` > 1) runs on the wage
and the estimate plus k cents.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

import chain_data as chain
import numpy as np
from chain_data import AGE_ADULT, AGE_PENSION, COUPLE, MAXIMA, MONTHS_IN_HALF_YEAR, NORMS, PREMIUM_MOST, TEN_EUROS, Columns

BLOCK = 1_000 * chain.MONTHS


def outcome(columns: Columns, copies: int = 1) -> Columns:
    """All output columns, computed in blocks of whole households."""
    rows = len(columns["month"])
    result = chain.new_outputs(rows, copies)
    for start in range(0, rows, BLOCK):
        part = slice(start, start + BLOCK)
        for name, column in _block({name: column[part].astype(np.int64) for name, column in columns.items()}, copies).items():
            result[name][part] = column
    return result


def wrong_rows(result: Columns, right: Columns) -> dict[str, int]:
    """For each output the number of rows that hold another amount, and under `rows` those with any such output."""
    wrong = {name: np.not_equal(result[name], column) for name, column in right.items()}
    return {name: int(bad.sum()) for name, bad in wrong.items()} | {"rows": int(np.logical_or.reduce([*wrong.values()]).sum())}


def share(amount: np.ndarray, part: np.ndarray | int, whole: np.ndarray | int) -> np.ndarray:
    """The share of an amount of zero or more, rounded half up to a cent."""
    return (2 * amount * part + whole) // (2 * whole)


def _block(row: Columns, copies: int) -> Columns:
    half_year = row["month"] // MONTHS_IN_HALF_YEAR
    norm = _norm(row, half_year)
    rate, most = _exemption(row, half_year)
    wage, estimate = (_by_month(row[name], row["four_weekly"]) for name in ("wage", "estimate"))

    def settled(wage: np.ndarray) -> tuple[np.ndarray, ...]:
        exempt = np.minimum(share(wage, rate, 1_000), most)
        countable = wage - exempt + row["other_income"]
        due = np.maximum(0, norm - countable)
        accrual = np.minimum(share(wage, 50, 100), PREMIUM_MOST)
        return exempt, countable, due, accrual, wage + row["other_income"] + due + accrual

    exempt, countable, due, accrual, total = settled(wage)
    advance = settled(estimate)[2]
    gain = settled(wage + TEN_EUROS)[4] - total
    shifted = [settled(base + copy)[4] for copy in range(1, copies) for base in (wage, estimate, wage + TEN_EUROS)]
    return {
        "norm": norm, "reserve": share(norm, 5, 100), "exempt": exempt, "countable": countable, "due": due,
        "advance": advance, "correction": due - advance, "accrual": accrual, "payout": _payout(row, half_year, accrual),
        "total": total, "emr_bp": 10_000 - gain * 10,
    } | ({chain.CHECK: sum(shifted)} if shifted else {})  # fmt: skip


def _norm(row: Columns, half_year: np.ndarray) -> np.ndarray:
    band = (row["age"] >= AGE_ADULT).astype(np.int64) + (row["age"] >= AGE_PENSION)
    persons, sharers = np.where(row["household_type"] == COUPLE, 2, 1), row["cost_sharers"]
    shared = share(NORMS[half_year, 1, COUPLE] * persons, 40 + 30 * sharers, 100 * sharers)
    return np.where(sharers > 1, shared, NORMS[half_year, band, row["household_type"]])


def _exemption(row: Columns, half_year: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    months = row["months_exempted"]
    conditions = [
        months < chain.EXEMPTION_MONTHS,
        (row["single_parent"] == 1) & (months < chain.SINGLE_PARENT_MONTHS),
        row["limited"] == 1,
    ]
    phase = np.select(conditions, [1, 2, 3], 0)
    return chain.EXEMPTION_PER_MILLE[phase], MAXIMA[half_year, phase]


def _by_month(amount: np.ndarray, four_weekly: np.ndarray) -> np.ndarray:
    return np.where(four_weekly == 1, share(amount, 13, 12), amount)


def _payout(row: Columns, half_year: np.ndarray, accrual: np.ndarray) -> np.ndarray:
    """The accruals of a household's half-year, in its last month."""
    key = row["household"] * chain.HALF_YEARS + half_year
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    payout = np.zeros(len(key), np.int64)
    payout[np.append(starts[1:], len(key)) - 1] = np.add.reduceat(accrual, starts)
    return payout


def prove(rows: int) -> int:
    """The number of amounts in which the oracle differs from exact fractions, row by row, on a sample of its own."""
    columns = chain.household_months(rows, seed=chain.SEED + 1)
    oracle = outcome(columns)
    differences, accrued = 0, Fraction(0)
    for at in range(len(columns["month"])):
        row = {name: int(column[at]) for name, column in columns.items()}
        exact = _exact_row(row)
        first = row["month"] % MONTHS_IN_HALF_YEAR == 0
        accrued = exact["accrual"] + (0 if first else accrued)
        exact["payout"] = accrued if row["month"] % MONTHS_IN_HALF_YEAR == MONTHS_IN_HALF_YEAR - 1 else Fraction(0)
        differences += sum(exact[name] != int(oracle[name][at]) for name in chain.OUTPUTS)
    return differences


def _exact_row(row: dict[str, int]) -> dict[str, Fraction]:
    rate, most = _exact_exemption(row)
    norm = _exact_norm(row)

    def by_month(amount: int) -> Fraction:
        return _half_up(Fraction(amount * 13, 12)) if row["four_weekly"] else Fraction(amount)

    def settled(wage: Fraction) -> dict[str, Fraction]:
        exempt = min(_half_up(wage * rate), most)
        countable = wage - exempt + row["other_income"]
        due, accrual = max(Fraction(0), norm - countable), min(_half_up(wage / 2), Fraction(PREMIUM_MOST))
        total = wage + row["other_income"] + due + accrual
        return {"exempt": exempt, "countable": countable, "due": due, "accrual": accrual, "total": total}

    now, advance = settled(by_month(row["wage"])), settled(by_month(row["estimate"]))["due"]
    kept = (settled(by_month(row["wage"]) + TEN_EUROS)["total"] - now["total"]) / TEN_EUROS
    correction = now["due"] - advance
    reserve = _half_up(norm * Fraction(5, 100))
    return now | {"norm": norm, "reserve": reserve, "advance": advance, "correction": correction, "emr_bp": (1 - kept) * 10_000}


def _exact_norm(row: dict[str, int]) -> Fraction:
    norms, sharers = NORMS[row["month"] // MONTHS_IN_HALF_YEAR], row["cost_sharers"]
    if sharers > 1:
        persons = 2 if row["household_type"] == COUPLE else 1
        return _half_up((Fraction(40, 100) + Fraction(30, 100) * sharers) / sharers * int(norms[1, COUPLE]) * persons)
    band = 2 if row["age"] >= AGE_PENSION else 1 if row["age"] >= AGE_ADULT else 0
    return Fraction(int(norms[band, row["household_type"]]))


def _exact_exemption(row: dict[str, int]) -> tuple[Fraction, Fraction]:
    maxima, months = MAXIMA[row["month"] // MONTHS_IN_HALF_YEAR], row["months_exempted"]
    if months < chain.EXEMPTION_MONTHS:
        return Fraction(25, 100), Fraction(int(maxima[1]))
    if row["single_parent"] and months < chain.SINGLE_PARENT_MONTHS:
        return Fraction(125, 1_000), Fraction(int(maxima[2]))
    return (Fraction(15, 100), Fraction(int(maxima[3]))) if row["limited"] else (Fraction(0), Fraction(0))


def _half_up(amount: Fraction) -> Fraction:
    return Fraction(floor(amount + Fraction(1, 2)))
