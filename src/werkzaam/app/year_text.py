# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A year of months under each other: the sum of each month on one line, and what made it differ."""

from __future__ import annotations

from collections.abc import Sequence

from werkzaam.app.month_page import MonthPage
from werkzaam.core.money import format_euro

COLUMNS = (
    ("lonen", "loon"), ("middelen", "telt mee"), ("bijstand", "bijstand"), ("reservering", "apart"),
    ("premie_op_rekening", "premie nu"), ("op_rekening", "op rekening"), ("premie_erbij", "premie erbij"),
    ("verschil_met_schatting", "na schatting"),
)  # fmt: skip
"""Household amounts with a short head each; `apart` is the reserve for holiday allowance."""


def year_text(pages: Sequence[MonthPage]) -> str:
    """One line per month, in euros, with the totals of the months below."""
    rows = [(page.month.name("nl"), [_amount(page, name) for name, _ in COLUMNS]) for page in pages]
    totals = [sum(amounts[c] for _, amounts in rows) for c in range(len(COLUMNS))]
    lines = [_line("maand", [head for _, head in COLUMNS])]
    lines += [_line(name, [format_euro(a) for a in amounts]) for name, amounts in rows]
    lines += [_line("samen", [format_euro(a) for a in totals])]
    return "\n".join(lines) + "\n"


def _amount(page: MonthPage, name: str) -> int:
    """The cents of a household amount on the page."""
    return next(line.amount or 0 for line in page.steps if line.name == name and not line.whose)


def _line(first: str, cells: Sequence[str]) -> str:
    return first.ljust(15) + "".join(cell.rjust(13) for cell in cells)
