# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A home visit is for support or for control, with a ground that the client hears; what support saw, control never reads."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.a_client import AMSTERDAM, LEEUWARDEN, Client
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, NotAllowed

CONTROL = {"doel": "controle", "grond": "twee adressen", "organisatie": "de gemeente", "gegevens": "naam en adres",
           "goedgekeurd_door": "t.lead"}  # fmt: skip


def control(client: Client, day: str, on: str, **other: object) -> object:
    asked = {**CONTROL, "bezoek_op": on, "verteld_op": on, **other}
    return client.write(day, Kind.VISIT, Role.ENFORCEMENT, "h.handhaver", **asked)  # type: ignore[arg-type]


def test_enforcement_reads_nothing_of_a_support_visit_and_its_own_visit_only() -> None:
    client = Client(AMSTERDAM)
    client.support_visit("2018-04-02", "2018-04-10")
    client.write("2018-04-11", Kind.VISITED, over=1, uitkomst="schimmel in huis, partner op de bank", verteld_op="2018-04-10")
    assert client.dossier("2018-05-01", Role.ENFORCEMENT).entries == ()
    control(client, "2018-05-01", "2018-05-03")
    (seen,) = client.dossier("2018-05-02", Role.ENFORCEMENT).entries
    assert seen.body["purpose"] == "controle"
    assert [one.body.get("purpose") for one in client.dossier("2018-05-02").of(Kind.VISIT)] == ["steun"]


@pytest.mark.parametrize(("role", "purpose"), [(Role.SUPPORT, "controle"), (Role.ENFORCEMENT, "steun")])
def test_who_helps_does_not_control_and_who_controls_does_not_help(role: Role, purpose: str) -> None:
    client = Client(AMSTERDAM)
    with pytest.raises(NotAllowed, match=f"A visit for {purpose} is made by"):
        client.write(
            "2018-04-02", Kind.VISIT, role, bezoek_op="2018-04-10", verteld_op="2018-04-02", **{**CONTROL, "doel": purpose}
        )


def test_the_ground_is_told_at_the_visit_at_the_latest_and_a_visit_is_planned_first() -> None:
    client = Client(AMSTERDAM)
    with pytest.raises(NotAllowed, match=r"hears the ground at the visit at the latest \(2018-04-10\)"):
        control(client, "2018-04-02", "2018-04-10", verteld_op="2018-04-11")
    with pytest.raises(InputError, match="a visit is planned first"):
        control(client, "2018-04-02", "2018-04-01")
    with pytest.raises(InputError, match="grond is missing"):
        client.write(
            "2018-04-02", Kind.VISIT, bezoek_op="2018-04-10", doel="steun", verteld_op="2018-04-02", organisatie="x", gegevens="y"
        )


def test_story_house_search_needs_ground_and_approver_and_the_client_hears_how_to_complain() -> None:
    """A house was searched without a word (S-057)."""
    client = Client(AMSTERDAM)
    with pytest.raises(NotAllowed, match="approved by somebody else"):
        control(client, "2018-04-02", "2018-04-10", goedgekeurd_door="h.handhaver")
    (say,) = control(client, "2018-04-02", "2018-04-10")  # type: ignore[misc]
    assert (say.code, say.values["ground"]) == ("visit_say_controle", "twee adressen")


def test_story_house_visits_a_second_one_needs_a_new_ground_and_the_outcome_is_told() -> None:
    """Three or four visits, and still not knowing why (S-058)."""
    client = Client(AMSTERDAM)
    control(client, "2018-04-02", "2018-04-10")
    with pytest.raises(NotAllowed, match="A second one within 6 months has a new ground"):
        control(client, "2018-09-01", "2018-10-09", grond="Twee  adressen")
    control(client, "2018-09-01", "2018-10-09", grond="een tip over een tweede auto")
    control(client, "2018-10-01", "2018-10-10")
    with pytest.raises(InputError, match="no entry 1 in this dossier that you may read"):
        client.write("2018-10-12", Kind.VISITED, over=1, uitkomst="in orde", verteld_op="2018-10-12")
    client.write("2018-10-12", Kind.VISITED, Role.ENFORCEMENT, "h.handhaver", over=1, uitkomst="in orde", verteld_op="2018-10-12")


def test_the_outcome_is_due_until_it_was_told() -> None:
    client = Client(AMSTERDAM)
    client.support_visit("2018-04-02", "2018-04-10")
    (due,) = client.due("2018-04-11", "visit_outcome")
    assert due.by == date(2018, 4, 24)
    with pytest.raises(InputError, match="its outcome is written when it has been"):
        client.write("2018-04-05", Kind.VISITED, over=1, uitkomst="thee", verteld_op="2018-04-05")
    client.write("2018-04-11", Kind.VISITED, over=1, uitkomst="thee", verteld_op="2018-04-10")
    assert not client.due("2018-04-11", "visit_outcome")
    with pytest.raises(NotAllowed, match="was written before"):
        client.write("2018-04-12", Kind.VISITED, over=1, uitkomst="koffie", verteld_op="2018-04-12")


def test_story_door_closes_the_visitor_says_for_whom_what_is_known_and_that_it_is_free() -> None:
    """People close the door when they think it is the municipality (S-112)."""
    client = Client(LEEUWARDEN)
    (say,) = client.write("2017-05-01", Kind.VISIT, bezoek_op="2017-05-10", doel="steun", grond="kennismaken in de wijk",
                          verteld_op="2017-05-03", organisatie="het wijkteam", gegevens="naam en adres")  # fmt: skip
    assert say.code == "visit_say_steun"
    assert (say.values["organisation"], say.values["known"]) == ("het wijkteam", "naam en adres")
