# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody of the invented town pays back: an officer approved what was proposed over January, and later payments are lower."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.core.months import Month

PAYS_BACK = 105
"""Whose household it is: Fred's."""
_AFTER, _ABOUT = Month.of(2019, 3), Month.of(2019, 1)


def make_example_claim(desk: Desk, month: Month) -> None:
    """After the run of March another officer than who prepared it approves the proposal over January."""
    if month != _AFTER:
        return
    officer = Desk(desk.database, desk.town, "s.yilmaz", f"{month}-18T09:00:00Z")
    vars(officer).update(facts=desk.facts, regime=desk.regime)
    approve_claim(officer, PAYS_BACK, _ABOUT, reason="De loonstrook kwam na de betaling.",
                  protected_earnings="Er blijft genoeg over om van te leven.")  # fmt: skip
