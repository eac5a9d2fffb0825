# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Money of somebody who did not belong to the household then: it counts for nothing, and whoever wrote it down is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from werkzaam.app.case import Case
from werkzaam.app.rows import Row
from werkzaam.core.months import Month

Reported: TypeAlias = tuple[Row, str, Sequence[Month]]
"""A row of money, whose it is, and the months that get some of it."""


def check_present(case: Case, reported: Iterable[Reported]) -> None:
    """Refuse a row of which no month gets anything, because the person belongs to the household in none of them."""
    for row, name, months in reported:
        if not any(belongs(case, name, month) for month in months):
            told = "persoon" if "persoon" in row.values else ""
            row.refuse(told, f"{name} does not belong to the household in {', '.join(map(str, sorted(set(months))))}, so nothing "
                             "of this row would count. Leave it out, or check the days of the [[wijziging]].")  # fmt: skip


def belongs(case: Case, name: str, month: Month) -> bool:
    """Whether the bijstand of a month is about somebody, or it is not known yet how that month counts."""
    return month in case.part or name in {one.name for one in case.members_in(month)}
