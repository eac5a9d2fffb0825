# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of five cities says what was printed, in five columns and five rows, and fills nothing in."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from werkzaam.app.casework.towns.cities import ASPECTS, CITIES, cities_json, cities_page, cities_text, city_table
from werkzaam.app.casework.towns.published import direction_of, five_cities, what_works
from werkzaam.cli.main import main
from werkzaam.core.errors import UnknownName

PRINTED = Path(__file__).with_name("city_comparison.csv")
LITERATURE = Path(__file__).with_name("literature_what_works.csv")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.requirement("R-226")
def test_the_five_city_table_is_that_of_the_document_with_the_note_on_utrecht() -> None:
    table = city_table("en")
    assert (len(CITIES), len(ASPECTS)) == (5, 5)
    assert [len(row) for row in table] == [5] * 5
    printed = {(row["item"], row["group"]): row["value"] for row in rows(PRINTED)}
    assert [[printed[aspect, city] for city in CITIES] for aspect in ASPECTS] == [list(row) for row in table]
    assert "De kop van de kolom van Utrecht is gereconstrueerd" in " ".join(cities_text("nl").split())
    assert "The header of the column of Utrecht is reconstructed" in cities_page("en")
    assert {one.row for one in five_cities()} <= {row["row_id"] for row in rows(PRINTED)}


@pytest.mark.requirement("R-235")
def test_sanctions_raise_work_and_lower_taking_part() -> None:
    found = direction_of("sanctions")
    assert (found.work, found.participation) == ("plus", "minus")
    lines = {line.split("  ")[0]: line.split()[-2:] for line in cities_text("en").splitlines() if "  " in line.strip()}
    assert lines["sanctions: a lower benefit"] == ["+", "−"]
    with pytest.raises(UnknownName, match="Did you mean sanctions"):
        direction_of("sanction")


def test_every_direction_of_the_literature_is_there_and_no_other() -> None:
    printed = {row["row_id"]: row["value"] for row in rows(LITERATURE)}
    towards = {"promotes": "plus", "undermines": "minus"}
    for one in what_works():
        for row in one.rows:
            if printed[row] in towards:
                assert towards[printed[row]] == one.participation, one.measure
        assert bool(one.work) == (one.measure in {"sanctions", "finite_benefit"})
    told = {row for one in what_works() for row in one.rows}
    assert {row for row, value in printed.items() if value in towards} <= told


def test_the_command_prints_the_page_and_refuses_other_names_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--cities", "--lang", "en", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document == json.loads(cities_json())
    assert document["header_reconstructed"] == ["Utrecht"]
    assert main(["compare", "--cities"]) == 0
    assert "Geld per persoon".upper() in capsys.readouterr().out
    assert main(["compare", "--cities", "tilburg_2018"]) == 2
    assert "leave out the names" in capsys.readouterr().err


def test_a_budget_without_a_number_of_people_is_not_divided() -> None:
    told = {one["id"]: one for one in json.loads(cities_json())["budgets"]}
    assert (told["amsterdam_daytime"]["per_target"], told["amsterdam_daytime"]["per_active"]) == (None, None)
    assert "niet vermeld" in cities_text("nl").split("GELD PER PERSOON")[1].split("WAT DE LITERATUUR")[0]
