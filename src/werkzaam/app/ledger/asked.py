# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a household when many are computed at once: its months, the state before them, and what the rules read."""

from __future__ import annotations

from typing import NamedTuple

from werkzaam.app.case import Case
from werkzaam.app.ledger.shapes import Quiet
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthInput


class Asked(NamedTuple):
    """Consecutive months of a household, after the state `before`; either it is of a shape, or it has a Case."""

    months: tuple[Month, ...]
    before: str
    given: Quiet | Case

    def month(self, month: Month) -> MonthInput:
        """What the rules read of a month."""
        return self.given.month(month)
