# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every story of the ledger comes out as it says, on SQLite and on PostgreSQL; and the runner says so when one does not."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.case import Case
from werkzaam.app.ledger import replay
from werkzaam.app.ledger.plan import Position, World
from werkzaam.app.ledger.story.read import read_story
from werkzaam.app.ledger.story.run import run_story
from werkzaam.core.errors import InputError

FOLDER = ROOT / "stories/grootboek"
PATHS = sorted(FOLDER.glob("*.toml"))


def carried(path: Path) -> tuple[str, ...]:
    """The requirements whose acceptance check a story runs."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")).get("eis", ()))


def cases() -> list[object]:
    marks = {path: [pytest.mark.requirement(*carried(path))] if carried(path) else [] for path in PATHS}
    return [pytest.param(path, id=path.stem, marks=marks[path]) for path in PATHS]


@pytest.mark.parametrize("path", cases())
def test_story_of_the_ledger_comes_out_as_it_says(path: Path, database_url: str) -> None:
    """Also when every run is done twice: the second one decides and pays nothing."""
    story = read_story(path)
    wrong = [str(outcome) for outcome in run_story(story, database_url, again=True) if not outcome.agrees]
    assert not wrong, f"{story.title}\n  {story.because}\n  " + "\n  ".join(wrong)


def test_every_story_is_called_after_its_file() -> None:
    assert PATHS
    assert [path.stem for path in PATHS] == [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in PATHS]


# -- the reader and the runner ---------------------------------------------------------------------

A_STORY = (FOLDER / "marieke-eerst-bericht.toml").read_text(encoding="utf-8")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    assert old in A_STORY
    path = tmp_path / "grootboek" / "story.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(A_STORY.replace(old, new, 1), encoding="utf-8")
    shutil.copytree(ROOT / "stories/regimes", tmp_path / "regimes", dirs_exist_ok=True)
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_with_schema: Path) -> str:
    shutil.copy(sqlite_with_schema, tmp_path / "ledger.db")
    return f"sqlite:///{tmp_path}/ledger.db"


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ('betaald = "200.00", status', 'betaald = "200.01", status', "betaald: expected 200,01, found 200,00"),
        ('"120.00", status = "besloten"', '"120.00", status = "wacht"', "status: expected wacht, found besloten"),
        ('besloten_door = "s.yilmaz"', 'besloten_door = "m.bakker"', "besloten_door: expected m.bakker, found s.yilmaz"),
        ('reservering = "-53.90"', 'reservering = "-53.91"', "regels: expected bijstand 253,90, reservering −53,91, found"),
        ('verschil = "-120.00"', 'verschil = "120.00"', "verschil: expected 120,00, found −120,00"),
        ('oorzaak = "schatting"', 'oorzaak = "werkgever"', "oorzaak: expected werkgever, found schatting"),
        ('wachtrij = ["voorstel 2018-02"]', "wachtrij = []", "queue: expected empty, found voorstel 2018-02"),
        ('delen = { "inhouding 2018-02" = "53.90", rekening = "26.10" }', 'delen = { rekening = "80.00" }',
         "delen: expected rekening 80,00, found inhouding 2018-02 53,90, rekening 26,10"),
        ('ingehouden = "53.90"', 'ingehouden = "0.00"', "ingehouden: expected 0,00, found 53,90"),
        ('door = "s.yilmaz"', 'door = "M.Bakker"', "is done: expected yes, found M.Bakker made this proposal"),
    ],
)  # fmt: skip
def test_what_does_not_come_out_is_said(old: str, new: str, difference: str, tmp_path: Path, sqlite_url: str) -> None:
    outcomes = run_story(read_story(changed(tmp_path, old, new)), sqlite_url)
    assert difference in "\n".join(str(one) for one in outcomes if not one.agrees)


def test_a_refusal_that_does_not_come_is_a_difference(tmp_path: Path, sqlite_url: str) -> None:
    path = changed(tmp_path, 'run = "2018-02"\nverwacht = [', 'run = "2018-02"\nverwacht = [\n  { geweigerd = "nee" },')
    wrong = [str(one) for one in run_story(read_story(path), sqlite_url) if not one.agrees]
    assert wrong == ["step 1 (2018-02-08, run): refused: expected nee, found nothing was said"]


def test_a_decision_that_comes_out_otherwise_is_a_difference(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the end of a story every decision is computed again; here something that was not known then slips in."""
    found = replay.case_now

    def with_later_knowledge(position: Position, world: World) -> Case:
        case = found(position, world)
        wages = tuple(replace(one, net=one.net + 1) for one in case.wages)
        return replace(case, wages=wages)

    monkeypatch.setattr(replay, "case_now", with_later_knowledge)
    story = read_story(changed(tmp_path, "betaaldag = 8", "betaaldag = 8"))
    wrong = [str(one) for one in run_story(story, sqlite_url) if not one.agrees]
    assert len(wrong) == 1
    assert wrong[0].startswith("computed again: expected [], found [")
    assert "2018-01 version 1: 20000 cents were decided, 19999 come out now" in wrong[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dag = 2018-03-01", "dag = 2018-01-01", "steps stand in order of time"),
        ('run = "2018-02"', 'run = "2018-02"\nproef = "2018-02"', "one thing happens in a step"),
        ('door = "s.yilmaz"', 'doer = "s.yilmaz"', "Did you mean door"),
        ('{ betaling = "2018-03"', '{ bataling = "2018-03"', "one of maand, verandert"),
        ('bedrag = "80.00", delen', 'bedrag = "80.00", parten', "this key is not known here"),
        ("aankondiging_dagen = 10", "aankondiging_dagen = 99", "a number from 0 to 60 was expected"),
        ('naam = "Marieke"', 'nam = "Marieke"', "naam"),
    ],
)
def test_mistake_in_a_story_is_refused(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        read_story(changed(tmp_path, old, new))


def test_a_story_without_expectations_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, 'titel = "', 'titel = "zonder ')
    path.write_text(re.sub(r"verwacht = \[.*?\n\]\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8")
    with pytest.raises(InputError, match="a story expects something"):
        read_story(path)
