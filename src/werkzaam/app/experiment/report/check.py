# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is read over before a report leaves the house: words that say too much, numbers without a handle, missing limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkzaam.app.experiment.report.limits import limits_of
from werkzaam.app.experiment.report.model import Report, Table
from werkzaam.core.errors import LedgerError
from werkzaam.experiment.design import Design
from werkzaam.experiment.not_found import not_found_claims
from werkzaam.experiment.verdict.analysis import Analysis
from werkzaam.experiment.words import overstatements

ROUNDING = 0.5
"""Percentage points by which shares that make a whole may miss 100, for each share."""


def problems(report: Report, analysis: Analysis, design: Design) -> Iterator[str]:
    """Everything that is wrong with a technical report, a sentence each; none when it can leave."""
    yield from (f"says too much: {one}" for said in report.sentences for one in overstatements(said))
    yield from (f"claims what was not found: {one}" for said in report.sentences for one in not_found_claims(said))
    yield from (f"two numbers are looked up as {handle}" for handle, times in Counter(report.handles).items() if times > 1)
    limits = {said for one in report.sections if one.id == "limits" for said in one.said}
    if not limits >= set(limits_of(design, report.lang)):
        yield "the limits are not printed"
    for one in report.sections:
        for table in (*one.tables, *(picture.table for picture in one.pictures)):
            yield from _of_table(table)
    first = analysis.results[0].family
    lines = [said for one in report.sections if one.id == "main" for said in one.said]
    if sum(one.family == first for one in analysis.results) > len(lines):
        yield "a comparison of the main question has no line of its own"


def _of_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        if len(row) != len(table.head):
            yield f"{table.id}: a row has {len(row)} cells under {len(table.head)} heads"
        numbers = (cell for cell in row[1:] if cell.text[:1].isdigit() or cell.text[:1] in "−<")
        yield from (f"{table.id}: {cell.text} cannot be looked up" for cell in numbers if cell.text and not cell.handle)


def refuse(report: Report, analysis: Analysis, design: Design) -> None:
    """Raise LedgerError with the first thing that is wrong: a report that overstates is a mistake of ours."""
    for found in problems(report, analysis, design):
        raise LedgerError(f"The report cannot leave the house: it {found}.")


def shares_add_up(percent: list[float], what: str) -> str | None:
    """Why shares that should make a whole do not, beyond rounding; None when they do (finding F9)."""
    total = sum(percent)
    if abs(total - 100) <= ROUNDING * len(percent):
        return None
    return f"{what}: the shares make {total:g} percent together."


def mean_of_arms(overall: float, arms: list[float], what: str, within: float = 1.0) -> str | None:
    """Why a printed overall figure cannot be the mean of equally large arms; None when it can (finding F9)."""
    mean = sum(arms) / len(arms)
    if abs(overall - mean) <= within:
        return None
    return f"{what}: {overall:g} was printed for everybody, and the arms have {mean:.1f} on average."
