# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet for judging chances shows what was found with its uncertainty, and puts nobody anywhere."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.counter import Counter as TownCounter
from tests.house.tree import ROOT
from werkzaam.app.casework.chances import ARMS, sheet, sheet_json, sheet_of, sheet_text
from werkzaam.app.experiment.design_file import shipped_design
from werkzaam.casework.chances import Group, Home, Sex, Traits, resembles
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.two_groups import wilson
from werkzaam.store.database import Database
from werkzaam.store.people import people

SINGLE_MAN = Traits(40, Sex.MAN, Home.SINGLE, 30)
ASSIGNS = ("experiment/lottery", "experiment/deal.py", "experiment/eligibility.py", "casework/under.py", "app/experiment/drawing.py",
           "app/experiment/enrol.py", "app/casework/record.py")  # fmt: skip
"""Everything that puts somebody under a kind of guidance."""


def imports(path: Path) -> set[str]:
    """The modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return found


@pytest.mark.requirement("R-123")
def test_a_single_man_of_40_sees_63_45_and_42_percent_with_a_warning_and_nothing_that_assigns() -> None:
    found = sheet(7, SINGLE_MAN)
    own = [one for one in found.findings if one.group is Group.SINGLE_MEN]
    assert [(one.arm, one.share.value) for one in own] == [
        ("extra_attention", "63"), ("comparison", "45"), ("self_direction", "42")]  # fmt: skip
    told = " ".join(sheet_text(found, "nl").split())
    assert "BETAALD WERK BIJ DE LAATSTE METING (T3, 2022)" in told
    assert "Let op: kleine groepen en veel toetsen." in told
    assert "Er is hier niets te kiezen." in told
    assert json.loads(sheet_json(found))["decides"] is False
    written = imports(ROOT / "src/werkzaam/app/casework/chances.py") | imports(ROOT / "src/werkzaam/cli/chances.py")
    assert not [one for one in written if "record" in one or "writer" in one or "enrol" in one or "drawing" in one]


@pytest.mark.requirement("R-258")
@pytest.mark.parametrize("traits", [Traits(), SINGLE_MAN, Traits(55, Sex.WOMAN, Home.COUPLE_WITH_CHILDREN, 130)], ids=str)
def test_any_client_sees_four_fields_and_the_rows_of_the_source(traits: Traits) -> None:
    told = sheet_text(sheet(8, traits), "nl")
    for name in ("leeftijd", "geslacht", "huishouden", "maanden bijstand"):
        (line,) = [line for line in told.splitlines() if line.startswith(f"- {name}: ")]
        assert ("niet bekend" in line) == (traits == Traits())
    assert told.count("subgroup_effects-013") == 3
    assert "subgroup_effects-015" in told
    assert "paid_work_share-010" in told
    for one in sheet(8, traits).findings:
        assert one.share.row in told


def test_the_intervals_are_those_of_wilson_and_grow_as_the_group_shrinks() -> None:
    found = sheet(7, SINGLE_MAN)
    assert found.arm_people == 171
    one = next(one for one in found.findings if one.group is Group.SINGLE_MEN)
    assert [round(bound, 1) for bound in one.widest_group] == [55.6, 69.9]
    assert [round(bound, 1) for bound in one.small_group] == [45.2, 77.9]
    assert wilson(0, 10, 0.05)[0] == pytest.approx(0)
    assert "171" in sheet_text(found, "nl")


def test_who_belongs_to_a_published_group() -> None:
    assert resembles(Traits(40, None, Home.SINGLE)) == (Group.EVERYBODY,)
    assert resembles(Traits(40, Sex.WOMAN, Home.SINGLE)) == (Group.EVERYBODY,)
    assert resembles(Traits(40, Sex.MAN, Home.COUPLE)) == (Group.EVERYBODY,)
    assert resembles(Traits(40, Sex.WOMAN, Home.LONE_PARENT)) == (Group.EVERYBODY, Group.WOMEN_IN_A_FAMILY)
    assert "het rapport zegt niet precies wie daarbij hoort" in sheet_text(sheet(1, Traits(None, Sex.WOMAN, Home.COUPLE)), "nl")


def test_descent_is_not_asked_and_its_figures_are_left_out_with_the_reason() -> None:
    assert set(Traits.__slots__) == {"age", "sex", "home", "months_on_benefit"}
    for group in Group:
        assert "migration" not in group.value
    for lang, said in (("nl", "Werkzaam vraagt niet naar afkomst"), ("en", "Werkzaam does not ask about descent")):
        told = " ".join(sheet_text(sheet(7, SINGLE_MAN), lang).split())
        assert said in told
        assert "50%" not in told.split(said)[0]  # The share printed for men with a migration background under self-direction.


@pytest.mark.requirement("R-257")
def test_a_published_subgroup_result_changes_no_rule_of_assignment(counter: Counter) -> None:
    """Every sheet is opened; the design, what assigns and the ledger are as they were, and none of it knows these figures."""
    design = shipped_design("amsterdam_2018")
    counter.open("2019-01-15", 7)
    before = (design_hash(design), counter.database.rows("SELECT * FROM event ORDER BY household, hseq"))
    for sex in (None, *Sex):
        for home in (None, *Home):
            assert len(sheet_of(counter.on("2019-02-01"), 7, Traits(None, sex, home)).findings) >= len(ARMS)
    after = (design_hash(shipped_design("amsterdam_2018")), counter.database.rows("SELECT * FROM event ORDER BY household, hseq"))
    assert after == before
    for name in ASSIGNS:
        place = ROOT / "src/werkzaam" / name
        files = [place] if place.suffix else sorted(place.glob("*.py"))
        assert files, name
        for file in files:
            assert not {one for one in imports(file) if one.endswith(("chances", "published_figures"))}, file


def test_the_ledger_gives_age_household_and_months_and_what_is_said_fills_the_rest(counter: Counter) -> None:
    counter.open("2019-01-15", 7, born="1978-05-14")
    known = sheet_of(counter.on("2019-05-13"), 7, Traits(None, Sex.MAN, Home.SINGLE)).traits
    assert (known.age, known.sex, known.home, known.months_on_benefit) == (40, Sex.MAN, Home.SINGLE, None)
    assert sheet_of(counter.on("2019-05-14"), 7, Traits(months_on_benefit=9)).traits == Traits(41, None, None, 9)


def test_what_the_ledger_knows_of_a_household_stands_on_the_sheet(database: Database, tmp_path: Path) -> None:
    town = TownCounter(database, tmp_path, "participatiewet_2026")
    town.household("2026-01")
    person = next(one.person for one in people(database, town.town.id))
    traits = sheet_of(town.at("2026-04-02"), person, Traits()).traits
    assert traits.home is Home.SINGLE
    assert traits.months_on_benefit is not None
    assert traits.months_on_benefit >= 3
    assert traits.age is not None
