# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every story comes out as it says, and every published worked example agrees to the cent or has a reason why not."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.published import EXAMPLES, WorkedExample, worked_examples
from werkzaam.app.stories import read_story, run_story
from werkzaam.core.errors import InputError
from werkzaam.facts.read import read_facts

FACTS = read_facts()
WORKED = worked_examples(FACTS)
CHAPTERS = ("huishouden", "loon", "tijdvak", "vrijlating", "premie", "schatting", "uitbetalen", "elders", "valkuilen")
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
    others = {path for folder in ("regimes", "grootboek", "begeleiding") for path in (ROOT / "stories" / folder).glob("*.toml")}
    assert set((ROOT / "stories").rglob("*.toml")) - set(PATHS) == others
    assert [path.stem for path in PATHS] == [tomllib.loads(path.read_text(encoding="utf-8"))["id"] for path in PATHS]
    assert not [path for path, times in Counter((path.parent.name, path.stem) for path in PATHS).items() if times > 1]


# -- the published worked examples -----------------------------------------------------------------


def test_every_worked_example_has_a_story_and_every_story_an_example() -> None:
    with (EXAMPLES / "voorbeelden.csv").open(encoding="utf-8") as lines:
        published = [row["id"] for row in csv.DictReader(lines)]
    listed = tomllib.loads((EXAMPLES / "dekking.toml").read_text(encoding="utf-8"))
    assert list(listed) == published == [example.id for example in WORKED]
    assert {f"{name}.toml" for name in listed} == {path.name for path in EXAMPLES.glob("V*.toml")}
    assert {key for one in listed.values() for key in one} == {"niet_gevolgd", "blijft"}


@pytest.mark.parametrize("example", WORKED, ids=lambda one: one.id)
def test_story_of_a_worked_example_expects_the_published_amounts(example: WorkedExample) -> None:
    """Every amount of the source is expected to the cent, or it is named with the reason why the source cannot be followed."""
    published, expected = set(example.published), {abs(each.value) for each in example.story.expected}
    assert published - expected == set(example.not_followed)
    assert all(example.not_followed.values())
    assert all(outcome.agrees for _, outcome in example.outcomes())
    assert example.id in example.story.sources[0]


def test_only_two_amounts_of_others_cannot_be_followed() -> None:
    assert {(one.id, cents) for one in WORKED for cents in one.not_followed} == {("V01", 1408_00), ("V25", 749_72)}


def test_an_amount_that_we_worked_out_ourselves_is_not_called_published() -> None:
    said = {one.id: {outcome.expected for stated, outcome in one.outcomes() if stated} for one in WORKED}
    assert (said["V14"], said["V18"], said["V01"]) == ({"53,94", "1.024,76"}, set(), set())


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
        ("\nregime", '\nvalkuil = "P21"\nregime', "there is no pitfall 'P21'; they run from P1 to P20"),
        ("\nregime", '\nkleur = "rood"\nregime', "this key is not known here"),
    ],
)
def test_mistake_in_a_story_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        read_story(changed(tmp_path, old, new), FACTS)
