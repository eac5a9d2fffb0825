# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two who write in one dossier at the same moment: the second is judged with what the first wrote."""

from __future__ import annotations

import threading

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import NotAllowed
from werkzaam.store.casework import contacts_of
from werkzaam.store.database import open_database
from werkzaam.store.verify import verify

CALL = {"kanaal": "telefoon", "initiatief": "klantmanager", "soort": "gesprek"}


@pytest.mark.parametrize("same", [True, False])
def test_the_second_is_judged_with_what_the_first_wrote(counter: Counter, same: bool) -> None:
    """Who directs the pace is called by us once a year: of two calls at once one is refused, and the same call counts once."""
    counter.open("2019-01-15", 7)
    counter.write("2019-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    ready, found = threading.Barrier(4), list[str]()

    def call(number: int) -> None:
        with open_database(counter.database.url) as database:
            ready.wait()
            try:
                told = CALL if same else {**CALL, "notitie": f"lijn {number}"}
                found.append("new" if Counter(database).write("2019-02-01", 7, Kind.CONTACT, **told).seq else "there")
            except NotAllowed:
                found.append("refused")

    threads = [threading.Thread(target=call, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == (["new", "there", "there", "there"] if same else ["new", "refused", "refused", "refused"])
    assert len(contacts_of(counter.database, TOWN.id, [Role.SUPPORT])[7]) == 1
    assert verify(counter.database, TOWN.id) == []
