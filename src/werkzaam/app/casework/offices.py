# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The office of a desk: the day, who works here, and the town's terms."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.office import Office


def office_of(desk: Desk) -> Office:
    """The office on the desk's day."""
    return Office(desk.today)
