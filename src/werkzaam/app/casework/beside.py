# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever writes an entry sees beside it from the rest of the town: earlier decisions like it, without names (R-131)."""

from __future__ import annotations

from werkzaam.app.casework.blocked_report import standing_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.deviation import similar, told
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.notion import Remark
from werkzaam.store.casework import entries_of


def beside(desk: Desk, entry: Entry) -> list[Remark]:
    """The earlier decisions most like a deviation, as remarks; nothing for other entries."""
    if entry.kind is not Kind.DEVIATION:
        return []
    kinds = (Kind.DEVIATION, Kind.WITHDRAWN)
    found = entries_of(desk.database, desk.town.id, readable_by(entry.role), kinds=kinds, upto_day=desk.today)
    decided = (one for mine in found.values() for one in standing_of(mine, Kind.DEVIATION))
    earlier = [one for one in decided if one.person != entry.person or one.seq != entry.replaces]
    return [told(one) for one in similar(entry, earlier)] or [Remark("deviation_first")]
