# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The four ways of each push hold every pair of the eight, and a restored town has forgotten what was done in it."""

from __future__ import annotations

import ast
import re
from itertools import combinations, product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.served import Served
from tests.browser.ways import EIGHT, FOUR, ways


def test_each_pair_of_two_kinds_is_among_the_four() -> None:
    for first, second in combinations(range(3), 2):
        both = set(product(*({way[kind] for way in EIGHT} for kind in (first, second))))
        assert {(way[first], way[second]) for way in FOUR} == both


def test_each_story_is_tried_in_every_way() -> None:
    tried: set[int] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for one in ast.walk(ast.parse(path.read_text())):
            if isinstance(one, ast.FunctionDef) and "way" in [given.arg for given in one.args.args]:
                tried |= {int(number) for number in re.findall(r"(?<=_)\d\d(?=_)", one.name)}
    assert tried == set(range(1, 26))


def test_all_eight_are_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ways() in (FOUR, EIGHT)
    monkeypatch.setenv("WERKZAAM_WAYS", "all")
    assert ways() == EIGHT
    monkeypatch.setenv("WERKZAAM_WAYS", "six")
    with pytest.raises(ValueError, match="'six'"):
        ways()


def test_a_restored_town_has_forgotten_what_was_done_in_it(visit: Visit, restored: Served) -> None:
    me = visit("samira")
    assert me.go("/mijn/geldvragen").locator("tbody tr").count() == 0
    line = (
        me.go("/mijn/maand").locator("section[aria-labelledby=regels] details", has=me.page.locator("a[href*='/vraag/']")).first
    )
    line.locator("summary").click()
    line.locator("a[href*='/vraag/']").first.click()
    me.page.locator("main form button").last.click()
    me.page.wait_for_url("**/geldvragen/*")
    expect(me.go("/mijn/geldvragen").locator("tbody tr")).to_have_count(1)
    restored.restore()
    expect(me.go("/mijn/geldvragen").locator("tbody tr")).to_have_count(0)
