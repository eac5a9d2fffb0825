# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every story of guidance comes out as it says, on SQLite and on PostgreSQL; and the runner says so when one does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.casework.story.read import read_story
from werkzaam.app.casework.story.run import run_story
from werkzaam.core.errors import InputError

FOLDER = ROOT / "stories/begeleiding"
PATHS = sorted(FOLDER.glob("*.toml"))
A_STORY = (FOLDER / "zelfregie-een-keer-per-jaar.toml").read_text(encoding="utf-8")


def carried(path: Path) -> tuple[str, ...]:
    """The requirements whose acceptance check a story runs."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")).get("eis", ()))


def cases() -> list[object]:
    marks = {path: [pytest.mark.requirement(*carried(path))] if carried(path) else [] for path in PATHS}
    return [pytest.param(path, id=path.stem, marks=marks[path]) for path in PATHS]


@pytest.mark.parametrize("path", cases())
def test_story_of_guidance_comes_out_as_it_says(path: Path, database_url: str) -> None:
    story = read_story(path)
    wrong = [str(outcome) for outcome in run_story(story, database_url) if not outcome.agrees]
    assert not wrong, f"{story.title}\n  {story.because}\n  " + "\n  ".join(wrong)


def test_every_story_is_called_after_its_file() -> None:
    assert PATHS
    assert [path.stem for path in PATHS] == [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in PATHS]


def changed(tmp_path: Path, old: str, new: str) -> Path:
    assert old in A_STORY
    path = tmp_path / "story.toml"
    path.write_text(A_STORY.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("voor = 2020-01-20", "voor = 2020-01-21", "norm is to be done by: expected 2020-01-21, found 2020-01-20"),
        ('te_laat = ["norm", ', "te_laat = [", "overdue: expected ['self_direction_review'], found ['norm', 'self"),
        ("The client directs", "Nobody may", "refused: expected Nobody may the pace, found The client directs the pace"),
        ('initiatief = "inwoner"', 'initiatief = "klantmanager"', "is done: expected yes, found The client directs the pace"),
        ("ziet = []", 'ziet = ["contact"]', "handhaving sees: expected ['contact'], found []"),
        ('{ klantmanager = "j.visser" }', '{ klantmanager = "a.bos" }', "case manager: expected a.bos, found j.visser"),
        ('te_doen = "norm"', 'te_doen = "nazorg"', "nazorg is to be done by: expected 2020-01-20, found never"),
    ],
)
def test_what_does_not_come_out_is_said(old: str, new: str, difference: str, tmp_path: Path, database_url: str) -> None:
    outcomes = run_story(read_story(changed(tmp_path, old, new)), database_url)
    assert difference in "\n".join(str(one) for one in outcomes if not one.agrees)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dag = 2020-01-21", "dag = 2018-01-01", "steps stand in order of time"),
        ('wat = "contact"', 'wat = "kontakt"', "one of"),
        ("nummer = 7", 'nummer = "7"', "nummer"),
        ('soort = "gesprek"', 'sort = "gesprek"', "sort: not a field of contact"),
        ("te_laat = []", "te_vroeg = []", "one of geweigerd, opmerkingen"),
        ("dag = 2019-05-06", "klant = 8\ndag = 2019-05-06", "one of the clients of the story was expected; found 8"),
        ("dag = 2019-05-06", 'als = "chef"\ndag = 2019-05-06', "found 'chef'"),
    ],
)
def test_mistake_in_a_story_is_refused(old: str, new: str, message: str, tmp_path: Path, database_url: str) -> None:
    assert message in told(changed(tmp_path, old, new), database_url)


def told(path: Path, url: str) -> str:
    """What reading a story says, or running it."""
    try:
        return "\n".join(str(one) for one in run_story(read_story(path), url) if not one.agrees)
    except InputError as error:
        return str(error)
