# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where all households of a slice stand, read at once; a plan made from these is the plan made from each position of its own.

Of a household of which nothing is new since its last month was decided, only that month and later ones are read: no earlier one
can be touched. Whoever has news, proposals, no decision of that month, or somebody who left, is read whole.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from werkzaam.app.ledger.body import read
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.plan import Position
from werkzaam.app.ledger.premium_gone import anybody_gone
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Decision, Waiting
from werkzaam.ledger.event import Head
from werkzaam.store.claims import ClaimState, claims
from werkzaam.store.database import Row
from werkzaam.store.decisions import decided_of, last_rows
from werkzaam.store.of_many import Between, FactRow, fact_rows, heads_between, in_parts, reopened_between, with_claims
from werkzaam.store.proposals import waiting

RowOf = TypeVar("RowOf", bound="tuple[Any, ...]")
BEGINNING = Month.of(2018, 1)
"""The first month that a ledger holds."""


@dataclass(frozen=True)
class Standing:
    """The positions of a slice in order of their numbers, with their heads, and the claims on those that have any."""

    heads: Mapping[int, Head]
    positions: Mapping[int, Position]
    claims: Mapping[int, Mapping[Month, ClaimState]] = field(default_factory=dict)


@dataclass(frozen=True)
class SliceRows:
    """What is stored of the households of a slice, by their numbers, as it was read at one moment; most is not looked into yet.

    `latest` are the last decisions from the month before the run on, as `last_rows` gives them; `owing` is who ever had a claim.
    """

    heads: Mapping[int, Head]
    facts: Mapping[int, Sequence[FactRow]]
    latest: Mapping[int, Sequence[Row]]
    beside: Mapping[int, Mapping[Month, Waiting]]
    reopened: Mapping[int, set[Month]]
    owing: set[int]


def read_slice(desk: Desk, between: Between, month: Month) -> SliceRows:
    """What a run of a month reads of a slice; `between` are the first and the last number."""
    town, database = desk.town.id, desk.database
    return SliceRows(
        heads_between(database, town, between), _by_household(fact_rows(database, town, between)),
        _by_household(_last(desk, between, max(month - 1, BEGINNING))), _beside(desk, between),
        reopened_between(database, town, between), with_claims(database, town, between),
    )  # fmt: skip


def _by_household(rows: Iterable[RowOf]) -> dict[int, list[RowOf]]:
    found: dict[int, list[RowOf]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return dict(found)


def standing(desk: Desk, between: Between, month: Month, *, all_whole: bool = False) -> Standing:
    """Where the households of a slice stand before the run of a month; `between` are the first and the last number.

    With `all_whole` every household is read whole, whatever is new.
    """
    rows = read_slice(desk, between, month)
    return standing_of(desk, rows, list(rows.heads), between, month, all_whole=all_whole)


def standing_of(
    desk: Desk, rows: SliceRows, numbers: Sequence[int], between: Between, month: Month, *, all_whole: bool = False
) -> Standing:
    """Where some of the households of a slice stand, from what was read of it; of some, more is read."""
    town, heads = desk.town.id, {number: rows.heads[number] for number in numbers}
    files = {number: file_of(town, number, rows.facts[number]) for number in numbers if number in rows.facts}
    latest = {number: _by_month(rows.latest[number]) for number in numbers if number in rows.latest}
    whole = [
        number for number in heads
        if all_whole or number in rows.beside or _touched(files.get(number), latest.get(number), month)
    ]  # fmt: skip
    for some in in_parts(whole):
        everything = _by_household(_last(desk, between, BEGINNING, some))
        latest |= {number: _by_month(found) for number, found in everything.items()}
    found = {
        number: Position(
            files.get(number) or HouseholdFile(town, number, ()), head.hseq, latest.get(number, {}),
            rows.beside.get(number, {}), frozenset(rows.reopened.get(number, ())),
        ) for number, head in heads.items()
    }  # fmt: skip
    owing = {number: claims(desk.database, town, number) for number in sorted(rows.owing.intersection(heads))}
    return Standing(heads, found, owing)


def file_of(town: str, household: int, rows: Sequence[FactRow]) -> HouseholdFile:
    """All facts of a household, of whom there are some."""
    known = (Known(hseq, kind, read(json.loads(body)), recorded_at, source, superseded)
             for _, hseq, kind, body, recorded_at, source, superseded in rows)  # fmt: skip
    return HouseholdFile(town, household, tuple(known))


def position_of(desk: Desk, household: int) -> Position:
    """Where one household stands now, with every month that was decided; one without a past stands at event 0."""
    found = standing(desk, (household, household), Month.of_day(desk.today), all_whole=True).positions
    return found.get(household) or Position(HouseholdFile(desk.town.id, household, ()), 0, {})


def _last(desk: Desk, between: Between, since: Month, only: Sequence[int] = ()) -> Iterator[Row]:
    return last_rows(desk.database, desk.town.id, first=between[0], last=between[1], since=since, only=only)


def _by_month(rows: Iterable[Row]) -> dict[Month, Decision]:
    found = (decided_of(row[1:]).decision for row in rows)
    return {one.month: one for one in found}


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
