# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where all households of a slice stand, read at once; a plan made from these is the plan made from each position of its own.

Of a household of which nothing is new since its last month was decided, only that month and later ones are read: no earlier one
can be touched. Whoever has news, proposals, no decision of that month, or somebody who left, is read whole.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from werkzaam.app.ledger.body import read
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.plan import Position
from werkzaam.app.ledger.premium_gone import anybody_gone
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision, Waiting
from werkzaam.ledger.event import Head
from werkzaam.store.claims import ClaimState, claims
from werkzaam.store.decisions import last_of_many
from werkzaam.store.of_many import Between, fact_rows, heads_between, in_parts, reopened_between, with_claims
from werkzaam.store.proposals import waiting

BEGINNING = Month.of(2018, 1)
"""The first month that a ledger holds."""


@dataclass(frozen=True)
class Standing:
    """The positions of a slice in order of their numbers, with their heads, and the claims on those that have any."""

    heads: Mapping[int, Head]
    positions: Mapping[int, Position]
    claims: Mapping[int, Mapping[Month, ClaimState]] = field(default_factory=dict)


def standing(desk: Desk, between: Between, month: Month, *, all_whole: bool = False) -> Standing:
    """Where the households of a slice stand before the run of a month; `between` are the first and the last number.

    With `all_whole` every household is read whole, whatever is new.
    """
    town = desk.town.id
    heads, files = heads_between(desk.database, town, between), _files(desk, between)
    beside, again = _beside(desk, between), reopened_between(desk.database, town, between)
    latest = _latest(desk, between, max(month - 1, BEGINNING))
    whole = [
        number for number in heads if all_whole or number in beside or _touched(files.get(number), latest.get(number), month)
    ]
    latest |= {number: found for some in in_parts(whole) for number, found in _latest(desk, between, BEGINNING, some).items()}
    found = {
        number: Position(
            files.get(number) or HouseholdFile(town, number, ()), head.hseq, latest.get(number, {}),
            beside.get(number, {}), frozenset(again.get(number, ())),
        ) for number, head in heads.items()
    }  # fmt: skip
    owing = with_claims(desk.database, town, between)
    return Standing(heads, found, {number: claims(desk.database, town, number) for number in sorted(owing)})


def position_of(desk: Desk, household: int) -> Position:
    """Where one household stands now, with every month that was decided; one without a past stands at event 0."""
    found = standing(desk, (household, household), Month.of_day(desk.today), all_whole=True).positions
    return found.get(household) or Position(HouseholdFile(desk.town.id, household, ()), 0, {})


def _files(desk: Desk, between: Between) -> dict[int, HouseholdFile]:
    """All facts of each household."""
    found: dict[int, list[Known]] = defaultdict(list)
    for household, hseq, kind, body, recorded_at, source, superseded in fact_rows(desk.database, desk.town.id, between):
        found[household].append(Known(hseq, kind, read(json.loads(body)), recorded_at, source, superseded))
    return {household: HouseholdFile(desk.town.id, household, tuple(rows)) for household, rows in found.items()}


def _latest(desk: Desk, between: Between, since: Month, only: Sequence[int] = ()) -> dict[int, dict[Month, Decision]]:
    found: dict[int, dict[Month, Decision]] = defaultdict(dict)
    first, last = between
    for household, one in last_of_many(desk.database, desk.town.id, first=first, last=last, since=since, only=only):
        found[household][one.decision.month] = one.decision
    return dict(found)


def _touched(file: HouseholdFile | None, latest: Mapping[Month, Decision] | None, month: Month) -> bool:
    """Whether a month before the last ones may have to be decided: something is new, or a month before was not decided."""
    if not latest or month - 1 not in latest:
        return True
    seen = max(one.known_seq for one in latest.values())
    return file is not None and (file.known[-1].hseq > seen or bool(file.part_months) or anybody_gone(file))


def _beside(desk: Desk, between: Between) -> dict[int, dict[Month, Waiting]]:
    """What stands beside the last decisions of each household, by month."""
    found: dict[int, dict[Month, Waiting]] = defaultdict(dict)
    for one in waiting(desk.database, desk.town.id, last=True, between=between):
        found[one.household][one.value.month] = one.value
    return dict(found)
