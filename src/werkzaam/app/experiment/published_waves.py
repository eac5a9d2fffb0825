# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was published of the waves of the Amsterdam experiment: field periods, interviews and vouchers, each with its source."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from werkzaam.app.experiment.design_file import SHIPPED
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month

TABLE = SHIPPED / "amsterdam_2018_waves.csv"
_PEOPLE, _VOUCHER = "respondents interviewed", "thank-you voucher per completed interview"


@dataclass(frozen=True, slots=True)
class Published:
    """One wave as it was printed: field work, whom it is about, how many were interviewed, the voucher in cents, and its rows."""

    first: Month
    last: Month
    group: str
    people: int
    voucher: int
    rows: tuple[str, ...]


def published_waves() -> dict[str, Published]:
    """The waves by id, in the order of the table; a wave without a voucher's row had none."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    vouchers = {row["wave"]: row for row in rows if row["item"] == _VOUCHER}
    found = {}
    for row in rows:
        if row["item"] == _PEOPLE:
            first, _, last = row["period"].partition("/")
            voucher = vouchers.get(row["wave"])
            used = (row["row_id"],) if voucher is None else (row["row_id"], voucher["row_id"])
            found[row["wave"]] = Published(Month.parse(first), Month.parse(last), row["group"], int(row["value"]),
                                           0 if voucher is None else parse_euro(voucher["value"]), used)  # fmt: skip
    return found
