# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who has to hear of a change: the households with a decision in the last months, and those to whom premium was paid in them."""

from __future__ import annotations

from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.months import stored


def households_since(database: Database, municipality: str, first: Month) -> list[int]:
    """Every household with a decision about a month from `first` on, or with premium paid from it on, by number."""
    rows = database.rows(
        "SELECT household FROM decision WHERE municipality = ? AND month >= ? "
        "UNION SELECT household FROM premium WHERE municipality = ? AND pay_month >= ? AND award_cents > 0 ORDER BY household",
        (municipality, stored(first), municipality, stored(first)),
    )
    return [household for (household,) in rows]
