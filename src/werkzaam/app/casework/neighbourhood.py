# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A list of clients for a neighbourhood team, only where the regime says that the team gets one, and only what it says (R-214).

In Leeuwarden the team gets names and addresses; in Utrecht and Tilburg it gets none, and people come by themselves. The ledger
keeps no addresses: they come with the question, from the register of the town.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.casework.named import names
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.entry import Role
from werkzaam.casework.reading import has_left
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.regime.guidance_fields import ADDRESS, NAME


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a team gets of one client: the name and the address, each None where the regime does not give it; nothing else."""

    name: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class TeamList:
    """The list for a team, in the order of the alphabet, and how many were left out because their address is not known."""

    team: str
    rows: tuple[Neighbour, ...]
    without_address: int


def list_for_team(desk: Desk, team: str, addresses: Mapping[int, str]) -> TeamList:
    """The clients whose guidance gives a neighbourhood team their name or address; `addresses` are by the number of a person.

    Raises InputError without the name of the team, and NotAllowed where no guidance of any client gives the team anything. That
    the list was made, for whom and of how many, is kept for the clients to see.
    """
    if not team.strip():
        raise InputError("team: the name of the team was expected, as the clients read it; found nothing.")
    found = dossiers(desk, Role.LEAD, purpose=f"lijst voor {team.strip()}")
    given = {
        person: one.guidance.shared_with_team for person, one in found.items()
        if one.guidance is not None and one.guidance.shared_with_team and not has_left(one, desk.today)
    }  # fmt: skip
    if not given:
        parts = sorted({one.guidance.part for one in found.values() if one.guidance is not None})
        raise NotAllowed(
            f"{team}: no list is given. Of none of the guidances here ({', '.join(parts) or 'none was written down'}) a "
            "neighbourhood team gets names or addresses; people come to the team by themselves."
        )
    known = names(desk, given)
    rows = [_row(known[person], addresses.get(person), what) for person, what in given.items()]
    listed = sorted((one for one in rows if one is not None), key=lambda one: (one.name or "", one.address or ""))
    return TeamList(team.strip(), tuple(listed), len(rows) - len(listed))


def _row(name: str, address: str | None, what: tuple[str, ...]) -> Neighbour | None:
    """What a team gets of somebody; None when an address would be given and is not known."""
    if ADDRESS in what and address is None:
        return None
    return Neighbour(name if NAME in what else None, address if ADDRESS in what else None)
