# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every story comes out as it says, and every published worked example has a story or an issue."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.stories import EXAMPLES, Story, read_story, run_story, worked_examples
from werkzaam.core.errors import InputError
from werkzaam.facts.read import read_facts

FACTS = read_facts()
CHAPTERS = ("loon", "tijdvak", "vrijlating", "premie", "schatting")
PATHS = [path for chapter in CHAPTERS for path in sorted((ROOT / "stories" / chapter).glob("*.toml"))]
PATHS += sorted(EXAMPLES.glob("V*.toml"))


def carried(path: Path) -> tuple[str, ...]:
    """The requirements whose acceptance check a story runs."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")).get("eis", ()))


def cases() -> list[object]:
    marks = {path: [pytest.mark.requirement(*carried(path))] if carried(path) else [] for path in PATHS}
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}", marks=marks[path]) for path in PATHS]


@pytest.mark.parametrize("path", cases())
def test_story_comes_out_as_it_says(path: Path) -> None:
    story = read_story(path, FACTS)
    wrong = [str(outcome) for outcome in run_story(story) if not outcome.agrees]
    assert not wrong, f"{story.title}\n  {story.because}\n  " + "\n  ".join(wrong)


def test_every_story_is_found_and_called_after_its_file() -> None:
    assert {path.parent.name for path in PATHS} == {*CHAPTERS, EXAMPLES.name}
    assert set((ROOT / "stories").rglob("*.toml")) - set(PATHS) == set((ROOT / "stories" / "regimes").glob("*.toml"))
    assert [path.stem for path in PATHS] == [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in PATHS]
    assert not [path for path, times in Counter((path.parent.name, path.stem) for path in PATHS).items() if times > 1]


# -- the published worked examples -----------------------------------------------------------------


def test_every_worked_example_is_listed_once_with_a_story_or_an_issue() -> None:
    with (EXAMPLES / "voorbeelden.csv").open(encoding="utf-8") as lines:
        published = [row["id"] for row in csv.DictReader(lines)]
    listed = tomllib.loads((EXAMPLES / "dekking.toml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(set(published)) == sorted(published)
    assert all(("verhaal" in one) is not ("volgt" in one) for one in listed.values())
    covered = [example.id for example in worked_examples(FACTS) if example.story]
    assert covered == ["V05", "V11", "V14", "V15", "V18", "V20"]
    assert {f"{name}.toml" for name in covered} == {path.name for path in EXAMPLES.glob("V*.toml")}


@pytest.mark.parametrize("example", [one for one in worked_examples(FACTS) if one.story], ids=lambda one: one.id)
def test_story_of_a_worked_example_expects_the_published_amounts(example: object) -> None:
    story: Story = example.story  # type: ignore[attr-defined]
    published = numbers(json.loads(example.expected))  # type: ignore[attr-defined]
    assert set(published) <= {each.value for each in story.expected}
    assert all(outcome.agrees for outcome in run_story(story))
    assert story.id in story.sources[0]


def numbers(found: object) -> list[int]:
    """Every amount in a published result, in cents; a zero says what somebody got, not what was due."""
    if isinstance(found, dict):
        return [cents for each in found.values() for cents in numbers(each)]
    if isinstance(found, list):
        return [cents for each in found for cents in numbers(each)]
    return [round(found * 100)] if found else []  # type: ignore[operator,call-overload]


# -- the reader and the runner ---------------------------------------------------------------------

A_STORY = (ROOT / "stories/loon/zonder-loon.toml").read_text(encoding="utf-8")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    assert old in A_STORY
    path = tmp_path / "story.toml"
    path.write_text(A_STORY.replace(old, new, 1), encoding="utf-8")
    return path


def test_runner_shows_the_difference(tmp_path: Path) -> None:
    outcomes = run_story(read_story(changed(tmp_path, 'bedrag = "1195.66"', 'bedrag = "1195.65"'), FACTS))
    assert [str(one) for one in outcomes if not one.agrees] == ["2023-01 bijstand: expected 1.195,65, found 1.195,66"]


def test_refusal_that_does_not_come_is_a_difference(tmp_path: Path) -> None:
    text = re.sub(r"verwacht = \[.*?\n\]\n", "", A_STORY, flags=re.DOTALL)
    path = tmp_path / "story.toml"
    path.write_text(text.replace("\nregime", '\ngeweigerd = "art. 20"\nregime', 1), encoding="utf-8")
    assert [str(one) for one in run_story(read_story(path, FACTS))] == ["refused: expected art. 20, found no refusal"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('naam = "bijstand"', 'naam = "bijstnd"', "Did you mean bijstand"),
        ('{ maand = "2023-01"', '{ maand = "2024-01"', "lies outside the case"),
        ('waarde = "ja"', 'waarde = "yes"', "one of nee, ja was expected; found 'yes'"),
        ('naam = "bijstand"', 'persoon = "Sam", naam = "bijstand"', "leave persoon out"),
        ('naam = "bijstand"', 'naam = "loon_samen", persoon = "Pim"', "there is no persoon 'Pim' here"),
        ("\nregime", '\ngeweigerd = "art. 20"\nregime', "and never both"),
        ("\nregime", '\nkleur = "rood"\nregime', "this key is not known here"),
    ],
)
def test_mistake_in_a_story_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        read_story(changed(tmp_path, old, new), FACTS)
