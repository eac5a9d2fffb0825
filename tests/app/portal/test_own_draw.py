# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person of the invented town sees of the draw: the group that guides them, and a receipt that holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from werkzaam.app.example_experiment import make_example_experiment, signed
from werkzaam.app.example_town import GUIDED, TOWN_FILE
from werkzaam.app.experiment.checking import kept, verified
from werkzaam.app.experiment.of_town import design_here, ends_at, experiments_here
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.town import read_town
from werkzaam.app.portal.own_draw import checking_page, own_draw
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.lottery.check import check_receipt


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The invented town with its experiment, on the day it is there."""
    url, town = f"sqlite:///{tmp_path_factory.mktemp('draw')}/ledger.db", read_town(TOWN_FILE)
    new_ledger(url, town)
    with at_desk(url, town, actor="r.kaya", moment="2019-05-20T08:00:00Z") as opened:
        make_example_experiment(opened)
        yield opened


def test_everybody_of_the_town_was_drawn_into_the_group_that_guides_them(desk: Desk) -> None:
    found = {one.person: own_draw(desk, one.person) for one in GUIDED}
    assert {person: draw.arm.en if draw and draw.arm else None for person, draw in found.items()} == {
        one.person: {"ams_self_direction": "Self-direction", "ams_comparison": "Comparison group",
                     "ams_extra_attention": "Extra attention"}[one.part]
        for one in GUIDED
    }  # fmt: skip


def test_a_receipt_of_the_example_holds_against_what_was_published(desk: Desk) -> None:
    found = own_draw(desk, 1001)
    assert found is not None
    (draw,) = kept(desk, design_here(desk, found.experiment))
    assert draw.result is not None
    checks = check_receipt(found._receipt, draw.promise, draw.result)
    assert checks
    assert all(one.fine for one in checks)
    assert found.text.startswith("lottery1.")
    assert found.text in found.sheet(desk, "nl").code
    assert "Zelfregie" in " ".join(found.sheet(desk, "nl").lead)


def test_an_auditor_finds_the_example_whole(desk: Desk) -> None:
    design = design_here(desk, experiments_here(desk)[0])
    wrong, draws = verified(desk, design, signed)
    assert wrong == []
    assert draws
    assert all(one.fine for _, checks in draws for one in checks)
    assert ends_at(desk.database, desk.town.id, design.id) == "2023-09-15T13:00:00Z"


def test_who_takes_no_part_and_a_town_without_a_key_find_nobody(desk: Desk, tmp_path: Path) -> None:
    assert own_draw(desk, 4242) is None
    assert own_draw(replace(desk, town=replace(desk.town, folder=tmp_path)), 1001) is None


def test_the_page_that_checks_has_what_was_published(desk: Desk) -> None:
    (draw,) = kept(desk, design_here(desk, "voorbeeldstad_2019"))
    assert draw.promise.root.hex() in checking_page(desk, "voorbeeldstad_2019")


def test_a_design_that_is_not_the_recorded_one_is_not_taken_for_it(desk: Desk, tmp_path: Path) -> None:
    text = (TOWN_FILE.parent / "experiment.toml").read_text("utf-8").replace("seats = 171", "seats = 150")
    (tmp_path / "experiment.toml").write_text(text, "utf-8")
    with pytest.raises(UnknownName, match="not at hand as it was recorded"):
        design_here(replace(desk, town=replace(desk.town, folder=tmp_path)), "voorbeeldstad_2019")
