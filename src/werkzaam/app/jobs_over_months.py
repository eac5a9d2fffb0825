# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What only the months of one job beside each other show in delivered tables: too many pays, more holiday money than there was.

The same as werkzaam.app.payslip_checks refuses of the payslips of a case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from werkzaam.app.jobs import BUILT_UP_BEFORE
from werkzaam.core.money import format_euro, plain_euro
from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch import RowErrors, key_words, refuse
from werkzaam.engine.kernel import Frame
from werkzaam.engine.rule import BAAN
from werkzaam.rules.loontijdvak import PAYS_A_YEAR

PAID_OUT = "vakantiegeld_uitbetaald"


def refuse_jobs_over_months(jobs: pa.Table, frame: Frame) -> None:
    """Refuse a row with a year's fourteenth four-weekly pay, or with more holiday money than was built up; raises RowErrors."""
    wrong: dict[int, str] = {}
    for check in (_holiday_money, _four_weekly):
        try:
            check(jobs, frame)
        except RowErrors as error:
            wrong |= error.rows
    if wrong:
        raise RowErrors(BAAN, dict(sorted(wrong.items())))


def _amount(jobs: pa.Table, name: str) -> Array:
    """A column of amounts, or zeros where it was not delivered."""
    if name not in jobs.column_names:
        return np.zeros(jobs.num_rows, np.int64)
    found: Array = jobs.column(name).to_numpy().astype(np.int64)
    return found


def _job_of(frame: Frame) -> Array:
    """The first row of the job that each row is of."""
    back = frame.back[BAAN]
    first: Array = np.where(back < 0, np.arange(len(back)), back)
    while not np.array_equal(further := first[first], first):
        first = further
    return first


def _four_weekly(jobs: pa.Table, frame: Frame) -> None:
    """A year has thirteen four-weekly pays; a correction, below zero, is none."""
    first, second = (_amount(jobs, name) > 0 for name in ("vierwekenloon", "vierwekenloon_extra"))
    pays = first.astype(np.int64) + second
    some = np.flatnonzero(pays)
    if not len(some):
        return
    job, year = _job_of(frame)[some], frame.month[frame.up[BAAN][some]].astype(np.int64) // 12
    order = np.lexsort((year, job))
    number = _running(pays[some][order], (np.diff(job[order]) != 0) | (np.diff(year[order]) != 0))
    beyond = np.flatnonzero(number > PAYS_A_YEAR)
    wrong = jobs.take(pa.array(some[order][beyond])).append_column("nummer", pa.array(number[beyond]))
    refuse(BAAN, wrong, np.arange(len(beyond)), _too_many)


def _too_many(row: Mapping[str, Any]) -> str:
    return (
        f"{key_words(row)} has number {row['nummer']} of the four-weekly pays of this job in {Month(row['maand']).year}; "
        f"a year has {PAYS_A_YEAR}. Check whether one stands here twice. Does the first end on 1 or 2 January? Then write that "
        "one in nettoloon of the months it was worked in, by days."
    )


def _running(values: Array, changes: Array) -> Array:
    """Sums from the start of each run; `changes` says of each value but the first whether a run starts there."""
    sums = np.cumsum(values)
    starts = np.flatnonzero(np.append(True, changes))
    before = np.repeat(sums[starts] - values[starts], np.diff(np.append(starts, len(values))))
    found: Array = sums - before
    return found


def _holiday_money(jobs: pa.Table, frame: Frame) -> None:
    """No more holiday money is paid out than was built up since the last time, of a job that says what is built up."""
    paid = _amount(jobs, PAID_OUT)
    if not paid.any():
        return
    built_up = _amount(jobs, "vakantiegeld_opgebouwd") + _amount(jobs, BUILT_UP_BEFORE)
    job = _job_of(frame)
    says = np.bincount(job, weights=built_up != 0, minlength=len(job))[job] > 0
    order = np.argsort(job, kind="stable")
    closed = np.append(False, paid[order][:-1] > 0) | (np.diff(job[order], prepend=-1) != 0)
    known = np.empty_like(paid)
    known[order] = _running(built_up[order], closed[1:])
    beyond = np.flatnonzero((paid > known) & says)
    refuse(BAAN, jobs.append_column("gezien", pa.array(known)), beyond, _too_much)


def _too_much(row: Mapping[str, Any]) -> str:
    paid, known = row[PAID_OUT], row["gezien"]
    return (
        f"{key_words(row)} has {format_euro(paid, 'en')} euros of holiday money paid out ({PAID_OUT}), and the rows of this "
        f"job have {format_euro(known, 'en')} euros built up since the last time. Check the amounts. Was the rest built up "
        f"before these tables? Then write {plain_euro(paid - known)} euros as {BUILT_UP_BEFORE} in this row."
    )
