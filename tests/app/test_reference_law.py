# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The scope says of every rule of the law how far it is computed, and names only what there is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.house.tree import ROOT
from werkzaam.app.reference_law import law_section, page_of, pitfall_section
from werkzaam.app.texts.law import POINTS
from werkzaam.app.texts.law_points import Point, State
from werkzaam.app.texts.pitfalls import PITFALLS, Held
from werkzaam.regime.model import CHOICES
from werkzaam.rules import RULES

EVERY = [point for some in POINTS.values() for point in some]
ELSEWHERE = {"L14": "unpaid care has no rule of its own", "L38": "rent and board are kinds of other income"}
"""Points of an article that no rule names, each with why."""


def articles(names: tuple[str, ...]) -> Iterator[str]:
    """The articles of the law that rules and choices name."""
    for name in names:
        laws = [rule.law for rule in RULES.rules.get(name, ())] + ([CHOICES[name].law] if name in CHOICES else [])
        yield from (str(law).partition(":")[0] for law in laws)


def test_every_rule_of_the_list_stands_once_and_in_order() -> None:
    assert [point.id for point in EVERY] == [f"L{number}" for number in (*range(1, 44), 53, 54, 55)]
    assert [one.id for one in PITFALLS] == [f"P{number}" for number in range(1, 21)]


def test_every_name_is_a_rule_an_input_or_a_choice() -> None:
    for one in (*EVERY, *PITFALLS):
        assert [name for name in one.by if not page_of(RULES, name)] == []
    with pytest.raises(KeyError, match="kostendelrs is neither a rule nor an input nor a choice"):
        page_of(RULES, "kostendelrs")


@pytest.mark.parametrize("point", EVERY, ids=lambda point: point.id)
def test_what_is_said_fits_the_state(point: Point) -> None:
    refuses = [name for name in point.by if name in RULES.refusals]
    if point.state is State.COVERED:
        assert (bool(point.by), refuses, point.missing) == (True, [], "")
    if point.state is State.PARTLY:
        assert point.by
        assert point.missing
    if point.state is State.REFUSED:
        assert refuses
    if point.state is State.NO_SUM:
        assert (point.by, bool(point.missing)) == ((), True)


def test_a_point_names_a_rule_of_its_own_article() -> None:
    """`Pw 31:2:n` and `Pw 31:1` are the same article here: the law column is short."""
    strangers = {}
    for point in EVERY:
        wanted = set(re.findall(r"\d+a?(?=[:,;]|$)", point.law)) if point.law.startswith("Pw") and point.by else set()
        found = {article.removeprefix("Pw ") for article in articles(point.by) if article.startswith("Pw")}
        if wanted and not wanted & found:
            strangers[point.id] = (wanted, found)
    assert set(strangers) == set(ELSEWHERE)


def test_a_refusal_that_a_point_names_is_said_in_its_words_or_state() -> None:
    silent = [
        point.id
        for point in EVERY
        if any(name in RULES.refusals for name in point.by) and "efused" not in point.missing and point.state is not State.REFUSED
    ]
    assert silent == []


def test_a_pitfall_that_is_held_names_what_holds_it() -> None:
    assert [one.id for one in PITFALLS if one.state is Held.HELD and not one.by] == []
    assert [one.id for one in PITFALLS if one.state is not Held.HELD and not one.where] == []


def test_the_stories_of_a_pitfall_are_those_that_carry_its_number() -> None:
    carried: dict[str, list[str]] = {}
    for path in sorted((ROOT / "stories").rglob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("valkuil", ())
        for pitfall in (found,) if isinstance(found, str) else found:
            carried.setdefault(pitfall, []).append(path.relative_to(ROOT / "stories").as_posix())
    assert {one.id: list(one.stories) for one in PITFALLS if one.stories} == carried


def test_every_pitfall_has_a_story() -> None:
    assert [one.id for one in PITFALLS if not one.stories] == []


def test_the_tables_say_how_many_there_are_of_each_state() -> None:
    text = "\n".join(law_section(RULES))
    counted = {state: sum(point.state is state for point in EVERY) for state in State}
    assert f"{counted[State.COVERED]} covered, {counted[State.PARTLY]} partly, 1 refused" in text
    assert text.count("\n| L") == len(EVERY)
    assert "\n".join(pitfall_section(RULES)).count("\n| P") == len(PITFALLS)
