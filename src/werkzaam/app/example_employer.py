# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer in the invented town: how it may name its employees to the town."""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.app.ledger.desk import Desk
from werkzaam.store.people import change_person, people

EMPLOYER = "Bakkerij Zon"
REFERENCES: Mapping[int, str] = {1006: "VBS-4417", 1010: "VBS-8093"}
"""How the town and employers call somebody, by the number of the person; others have none. Person 1010 works at the bakery."""


def give_references(desk: Desk) -> None:
    """Give some people a reference by which an employer may name them."""
    known = {one.person: one for one in people(desk.database, desk.town.id)}
    with desk.writes() as writer:
        for person, reference in REFERENCES.items():
            one = known[person]
            assert one.name is not None
            assert one.born is not None
            change_person(writer, person, name=one.name, born=one.born, reference=reference)
