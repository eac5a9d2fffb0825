# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever writes sees beside it of the town, without names: decisions like it (R-131), an employer's placements (R-153)."""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.app.casework.blocked_report import standing_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.deviation import similar, told
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.employers import ended_without
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.notion import Remark
from werkzaam.casework.reading import text_of
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.store.casework import entries_of


def beside(desk: Desk, entry: Entry, terms: WorkTerms) -> list[Remark]:
    """What an entry is written beside, as remarks: of a deviation the decisions most like it, of a placement its employer."""
    if entry.kind is Kind.DEVIATION:
        return _decided(desk, entry)
    return _of_employer(desk, entry, terms) if entry.kind in (Kind.COMMITMENT, Kind.PLACEMENT) else []


def _decided(desk: Desk, entry: Entry) -> list[Remark]:
    """The earlier decisions most like a deviation."""
    found = _entries(desk, entry, Kind.DEVIATION)
    decided = (one for mine in found.values() for one in standing_of(mine, Kind.DEVIATION))
    earlier = [one for one in decided if one.person != entry.person or one.seq != entry.replaces]
    return [told(one) for one in similar(entry, earlier)] or [Remark("deviation_first")]


def _of_employer(desk: Desk, entry: Entry, terms: WorkTerms) -> list[Remark]:
    """That placements with this employer, of whichever clients, led to no contract time and again (R-153)."""
    employer, months = text_of(entry, "employer"), terms.placement_window_months
    found = _entries(desk, entry, Kind.PLACEMENT, Kind.CONTRACT)
    ended = [ended_without(Dossier(one, 0, None, None, tuple(mine)), employer, entry.day, months) for one, mine in found.items()]
    times = sum(ended)
    values = {"employer": employer, "times": times, "people": sum(map(bool, ended)), "months": months}
    return [Remark("carousel_of_employer", values)] if times >= terms.placements_most else []


def _entries(desk: Desk, entry: Entry, *kinds: Kind) -> Mapping[int, list[Entry]]:
    """The entries of these kinds of the whole town, as far as who writes may see them."""
    among = (desk.database, desk.town.id, readable_by(entry.role))
    return entries_of(*among, kinds=(*kinds, Kind.WITHDRAWN), upto_day=desk.today)
