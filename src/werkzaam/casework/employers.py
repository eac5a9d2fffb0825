# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What employers get explained, and what came of placements with them (R-157, R-153). About employers; never a list of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Kind
from werkzaam.casework.instruments import Words
from werkzaam.casework.placement import followed
from werkzaam.casework.reading import plain, same_name, text_of, withdrawn
from werkzaam.core.errors import InputError

ASPECTS = ("who", "what", "how", "contact")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme for employers: for whom, what it gives, how to get it, whom to ask; `from_staff` is the smallest employer."""

    code: str
    name: Words
    who: Words
    what: Words
    how: Words
    contact: Words
    law: str
    source: str
    from_staff: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of the placements with an employer: how many people were placed, how often, and how often a contract followed."""

    employer: str
    people: int
    placements: int
    contracts: int


def schemes_for(staff: int, schemes: Iterable[Scheme]) -> list[Scheme]:
    """The schemes for an employer of so many staff, by name; raises InputError without staff, or for a field that is empty."""
    if staff < 1:
        raise InputError(f"--staff: one or more was expected; found {staff}.")
    found = [one for one in schemes if one.from_staff <= staff]
    for one in found:
        empty = [name for name in ASPECTS for lang in ("nl", "en") if not getattr(one, name).text(lang).strip()]
        if empty:
            raise InputError(f"{one.code}: {empty[0]} is empty; every scheme says for whom, what, how and whom to ask.")
    return sorted(found, key=lambda one: one.name.nl)


def placements_of(dossier: Dossier) -> Iterator[tuple[str, int, bool]]:
    """The placements of a client: employer, person, and whether a contract followed."""
    for one in dossier.of(Kind.PLACEMENT):
        if not withdrawn(dossier, one):
            yield text_of(one, "employer"), dossier.person, followed(dossier, one)


def ended_without(dossier: Dossier, employer: str, day: date, months: int) -> int:
    """How many placements of a client with an employer began in the months before a day, are over, and led to no contract."""
    since = months_after(day, -months)
    return sum(
        since <= one.day and one.until is not None and one.until < day and same_name(text_of(one, "employer"), employer)
        and not withdrawn(dossier, one) and not followed(dossier, one)
        for one in dossier.of(Kind.PLACEMENT)
    )  # fmt: skip


def by_employer(rows: Iterable[tuple[str, int, bool]]) -> list[Placed]:
    """The placements counted by employer, most first."""
    grouped: dict[str, list[tuple[str, int, bool]]] = defaultdict(list)
    for row in rows:
        grouped[plain(row[0])].append(row)
    found = [
        Placed(same[0][0], len({person for _, person, _ in same}), len(same), sum(contract for _, _, contract in same))
        for same in grouped.values()
    ]
    return sorted(found, key=lambda one: (-one.placements, one.employer))
