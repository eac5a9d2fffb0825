# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody opens a dossier without a trace that the client can see; what was written as helper is not found by who enforces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.dossiers import dossier_of, dossiers
from werkzaam.app.casework.export import export_dossiers
from werkzaam.app.casework.looks import looks_page
from werkzaam.app.casework.record import write
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.store.looks import looks_at, looks_at_many

CALL = {"kanaal": "telefoon", "initiatief": "inwoner", "soort": "gesprek"}
VISIT = {"kanaal": "bezoek", "initiatief": "klantmanager", "soort": "praktisch"}


@pytest.fixture
def town(counter: Counter) -> Counter:
    counter.open("2019-01-15", 7, 8)
    return counter


def test_opening_one_dossier_is_kept_for_the_client_to_see(town: Counter) -> None:
    dossier_of(town.on("2019-02-01", "m.bakker"), 7, Role.SUPPORT, purpose="gesprek voorbereiden")
    dossier_of(town.on("2019-02-02"), 7, Role.LEAD)
    seen = [(one.looked_at, one.actor, one.role, one.purpose) for one in looks_at(town.database, TOWN.id, 7)]
    assert seen == [
        ("2019-02-01T10:00:00Z", "m.bakker", Role.SUPPORT, "gesprek voorbereiden"),
        ("2019-02-02T10:00:00Z", "j.visser", Role.LEAD, "inzien"),
    ]
    assert looks_at(town.database, TOWN.id, 8) == []
    page = looks_page(town.on("2019-02-03"), 7, "nl")
    assert "2019-02-01 10:00:00 UTC  m.bakker (hulp): gesprek voorbereiden" in page
    assert looks_page(town.on("2019-02-03"), 8, "nl").startswith("Niemand heeft het dossier van 8 geopend.")
    with pytest.raises(UnknownName, match="Person 9"):
        looks_page(town.on("2019-02-03"), 9, "nl")


def test_a_look_at_many_is_one_row_that_every_client_sees(town: Counter) -> None:
    assert set(dossiers(town.on("2019-02-01"), Role.SUPPORT, purpose="week plannen")) == {7, 8}
    dossiers(town.on("2019-02-01"), Role.SUPPORT, [7, 8])
    assert [(one.purpose, one.people) for one in looks_at_many(town.database, TOWN.id)] == [("week plannen", 2), ("inzien", 2)]
    assert looks_at(town.database, TOWN.id, 7) == []
    assert "2 dossiers: week plannen" in looks_page(town.on("2019-02-03"), 7, "nl")
    dossiers(town.on("2019-02-01"), Role.SUPPORT, [8])
    assert len(looks_at(town.database, TOWN.id, 8)) == 1


def test_writing_is_no_look_and_a_refused_look_reads_nothing(town: Counter) -> None:
    town.write("2019-02-01", 7, Kind.CONTACT, **CALL)
    assert looks_at(town.database, TOWN.id, 7) == []
    with pytest.raises(UnknownName):
        dossier_of(town.on("2019-02-01"), 9, Role.SUPPORT)
    assert looks_at_many(town.database, TOWN.id) == []


@pytest.mark.requirement("R-127")
@pytest.mark.parametrize("role", [Role.ENFORCEMENT, Role.INCOME, Role.AFTERCARE])
def test_a_note_made_as_helper_is_not_found_by_another_capacity(town: Counter, role: Role) -> None:
    """A whole dossier, and all of the town, searched for the words: as text, so that no field is forgotten."""
    town.write(
        "2019-02-01", 7, Kind.CONTACT, **CALL, notitie="is bang voor de deurwaarder", plaats="bij haar zus", omdat="huilde"
    )
    town.write("2019-02-01", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="gescheiden na ruzie")
    town.write("2019-02-02", 7, Kind.CONTACT, role=role, actor="x", **CALL, plaats="eigen bevinding")
    desk = town.on("2019-02-05", "x")
    for found in (dossier_of(desk, 7, role), dossiers(desk, role), dossiers(desk, role, [7, 8], whole=True)):
        for words in ("deurwaarder", "bij haar zus", "huilde", "gescheiden", "ams_self_direction"):
            assert words not in repr(found)
    assert "eigen bevinding" in repr(dossier_of(desk, 7, role))
    assert "bij haar zus" in repr(dossier_of(desk, 7, Role.SUPPORT))
    assert ("eigen bevinding" in repr(dossier_of(desk, 7, Role.SUPPORT))) == (role is not Role.ENFORCEMENT)


def test_an_export_for_enforcement_holds_nothing_of_the_helpers_visit(town: Counter, tmp_path: Path) -> None:
    town.write("2019-02-01", 7, Kind.CONTACT, **VISIT, notitie="de kinderen slapen in de woonkamer", plaats="thuis", omdat="hulp")
    town.write("2019-02-01", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="gescheiden na ruzie")
    town.write("2019-02-02", 8, Kind.CONTACT, role=Role.ENFORCEMENT, actor="x", **VISIT, notitie="niemand deed open")
    desk = town.on("2019-02-05", "x")
    assert export_dossiers(desk, Role.ENFORCEMENT, tmp_path / "e.jsonl", purpose="melding van 3 februari") == 1
    text = (tmp_path / "e.jsonl").read_text(encoding="utf-8")
    assert "niemand deed open" in text
    for words in ("woonkamer", "thuis", "hulp", "gescheiden", '"persoon": 7', "2019-02-01"):
        assert words not in text
    assert export_dossiers(desk, Role.SUPPORT, tmp_path / "h.jsonl", purpose="overdracht", persons=[7, 8]) == 1
    (line,) = map(json.loads, (tmp_path / "h.jsonl").read_text(encoding="utf-8").splitlines())
    assert (line["persoon"], line["contacten"][0]["notitie"]) == (7, "de kinderen slapen in de woonkamer")
    assert line["vastgelegd"][0]["inhoud"] == {"part": "ams_self_direction", "because": "gescheiden na ruzie"}
    assert [one.purpose for one in looks_at_many(town.database, TOWN.id)] == ["melding van 3 februari", "overdracht"]


def test_an_export_goes_to_a_new_file_and_says_what_for(town: Counter, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "e.jsonl").write_text("van een ander", encoding="utf-8")
    with pytest.raises(InputError, match="a file at that place already"):
        export_dossiers(town.on("2019-02-05"), Role.LEAD, folder / "e.jsonl", purpose="x")
    with pytest.raises(InputError, match="say what this export is for"):
        export_dossiers(town.on("2019-02-05"), Role.LEAD, folder / "new.jsonl", purpose=" ")
    with pytest.raises(InputError, match="cannot be written"):
        export_dossiers(town.on("2019-02-05"), Role.LEAD, folder / "nowhere" / "new.jsonl", purpose="x")
    assert (folder / "e.jsonl").read_text(encoding="utf-8") == "van een ander"
    assert sorted(path.name for path in folder.iterdir()) == ["e.jsonl"]


def test_who_enforces_cannot_put_a_helpers_entry_right_and_so_make_it_go_away(town: Counter) -> None:
    first = town.write("2019-02-01", 7, Kind.CONTACT, **CALL, plaats="bij haar zus")
    desk = town.on("2019-02-05", "x")
    with pytest.raises(UnknownName, match=f"Number {first.seq} cannot be put right: no contact of 7, written as handhaving"):
        write(desk, 7, Kind.CONTACT, CALL, role=Role.ENFORCEMENT, replaces=first.seq)
    better = write(desk, 7, Kind.CONTACT, CALL, role=Role.SUPPORT, replaces=first.seq)
    assert [one.seq for one in dossier_of(desk, 7, Role.SUPPORT).contacts] == [better.seq]
    with pytest.raises(UnknownName, match=f"Those that do: {better.seq}"):
        write(desk, 7, Kind.CONTACT, {**CALL, "plaats": "x"}, role=Role.SUPPORT, replaces=first.seq)
