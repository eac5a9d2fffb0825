# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood team asks for a list of clients: what the regime says decides."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework.neighbourhood import list_for_team
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.store.looks import looks_at_many

ADDRESSES = {7: "Voorbeeldplein 1", 8: "Voorbeeldplein 2"}


def under(counter: Counter, **parts: str) -> None:
    counter.open("2018-01-08", *(int(person[1:]) for person in parts))
    for person, part in parts.items():
        counter.write("2018-01-08", int(person[1:]), Kind.GUIDANCE, role=Role.LEAD, deel=part, omdat="regel")


@pytest.mark.requirement("R-214")
def test_utrecht_refuses_and_leeuwarden_gives_name_and_address_only(counter: Counter) -> None:
    under(counter, p7="utr_contact_days", p8="utr_contact_days")
    with pytest.raises(NotAllowed, match="no list is given"):
        list_for_team(counter.on("2018-03-01", "t.leeuw"), "wijkteam Overvecht", ADDRESSES)
    for person in (7, 8):
        counter.write("2018-04-02", person, Kind.GUIDANCE, role=Role.LEAD, deel="lee_neighbourhood_teams", omdat="verhuisd")
    found = list_for_team(counter.on("2018-05-01", "t.leeuw"), "wijkteam Bilgaard", ADDRESSES)
    assert [asdict(one) for one in found.rows] == [
        {"name": "Client 7", "address": "Voorbeeldplein 1"}, {"name": "Client 8", "address": "Voorbeeldplein 2"}
    ]  # fmt: skip


def test_a_list_has_only_whose_own_guidance_gives_it_and_is_kept_as_a_look(counter: Counter) -> None:
    under(counter, p7="lee_neighbourhood_teams", p8="utr_contact_days", p9="lee_neighbourhood_teams")
    desk = counter.on("2018-05-01", "t.leeuw")
    found = list_for_team(desk, " wijkteam Bilgaard ", ADDRESSES)
    assert ([one.name for one in found.rows], found.without_address) == (["Client 7"], 1)
    assert [one.purpose for one in looks_at_many(desk.database, desk.town.id)] == ["lijst voor wijkteam Bilgaard"]
    with pytest.raises(InputError, match="the name of the team"):
        list_for_team(desk, " ", ADDRESSES)
