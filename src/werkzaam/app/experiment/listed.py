# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is on the list of a draw, as it was known when it was promised."""

from __future__ import annotations

from werkzaam.experiment.event import Happening
from werkzaam.experiment.waves import GONE
from werkzaam.store import draws
from werkzaam.store.database import Database
from werkzaam.store.roster import happenings


def who(database: Database, municipality: str, experiment: str, known_seq: int, draw: int) -> dict[str, tuple[str, ...]]:
    """The pids on the list of a draw as known at an event, each with the arms that are closed to it.

    Enrolled, not withdrawn or dead, and not drawn in an earlier draw.
    """
    enrolled: dict[str, tuple[str, ...]] = {}
    for one in happenings(database, municipality, experiment, known_seq):
        if one.happening is Happening.ENROLLED:
            enrolled[one.person] = tuple(filter(None, one.detail.get("barred", "").split("|")))
        elif one.happening in GONE:
            enrolled.pop(one.person, None)
    for earlier in range(1, draw):
        for pid in draws.drawn_people(database, municipality, experiment, earlier):
            enrolled.pop(pid, None)
    return enrolled
