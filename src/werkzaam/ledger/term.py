# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Until when a month may be settled downward (Pw 58:4)."""

from __future__ import annotations

from werkzaam.core.months import Month
from werkzaam.rules.loontijdvak import SETTLED_WITHIN, too_late


def in_term(month: Month, month_of_run: Month) -> bool:
    """Whether too much paid for a month may still be set off without a formal decision: January until July (Pw 58:4)."""
    return not too_late(month, month_of_run)


def last_month_of_term(month: Month) -> Month:
    """The last month in which too much paid for a month may still be set off: July for January."""
    return month + SETTLED_WITHIN
