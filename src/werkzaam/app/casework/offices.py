# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The office of a desk: the day, who works here, the town's terms, and the channels that are shut."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.office import Office
from werkzaam.casework.staffing import office_on
from werkzaam.store.staff import staff_entries


def office_of(desk: Desk) -> Office:
    """The office on the desk's day, as it is known now; without staff where nobody wrote any down."""
    return office_on(desk.today, staff_entries(desk.database, desk.town.id))
