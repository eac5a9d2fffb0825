# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A picture shows every rule, input and group of parameters once, and says in words what it shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.engine.small import amount, rule_of, rules_of
from tests.toyland.act import OWN, TOYLAND
from werkzaam.engine.formula import Cents, symbol
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.picture import picture

SVG = "{http://www.w3.org/2000/svg}"


def drawn(rules: RuleSet, lang: str = "nl") -> ElementTree.Element:
    """The picture as a tree."""
    return ElementTree.fromstring(picture(rules, lang, "Speelwet & <Toyland>"))


def test_every_rule_input_and_group_has_one_box() -> None:
    boxes = [g.get("id") for g in drawn(TOYLAND).iter(f"{SVG}g")]
    assert sorted(str(b) for b in boxes) == sorted([*TOYLAND.rules, *TOYLAND.inputs, "speelnorm.", "loonregel.", "spaarpot."])


def test_a_box_says_title_level_and_law() -> None:
    box = next(g for g in drawn(OWN).iter(f"{SVG}g") if g.get("id") == "vrijlating")
    assert [t.text for t in box.iter(f"{SVG}text")] == ["Vrijgelaten loon", "persoon · Beleid speelwet 8"]
    assert box.findtext(f"{SVG}title") == "Vrijgelaten loon (vrijlating)"


def test_a_long_title_is_cut_but_can_be_read_whole() -> None:
    box = next(g for g in drawn(OWN, "en").iter(f"{SVG}g") if g.get("id") == "meevaller")
    lines = [str(t.text) for t in box.iter(f"{SVG}text")]
    assert len(lines) == 3
    assert box.findtext(f"{SVG}title") == "Share of last month's toy money (meevaller)"


@pytest.mark.parametrize(
    ("lang", "says"),
    [("nl", "27 regels, 9 gegevens, 3 parametergroepen, 64 lijnen, 12 van vorige maand."),
     ("en", "27 rules, 9 inputs, 3 parameter groups, 64 lines, 12 from last month.")],
)  # fmt: skip
def test_the_picture_has_words_for_whoever_cannot_see_it(lang: str, says: str) -> None:
    found = drawn(OWN, lang)
    assert found.findtext(f"{SVG}title") == "Speelwet & <Toyland>"
    assert found.findtext(f"{SVG}desc") == says
    assert found.get("role") == "img"


def test_lines_of_last_month_are_dashed_and_as_many_as_there_are() -> None:
    back = sum(len(OWN.needs(name, looking_back=True)) for name in OWN.rules)
    lines = [p for p in drawn(OWN).iter(f"{SVG}path") if p.get("marker-end")]
    assert sum(p.get("stroke-dasharray") is not None for p in lines) == back


def test_a_text_that_looks_like_markup_is_shown_as_text() -> None:
    rules = rules_of([rule_of("a", symbol("x", Cents) + 1)], [amount("x", 0, 9)])
    assert "<Toyland>" not in picture(rules, "nl", "<Toyland>")


def test_the_same_rules_give_the_same_picture_in_another_process() -> None:
    code = "from tests.engine.test_picture import *; print(picture(TOYLAND, 'nl', 'x'), end='')"
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout
    assert other == picture(TOYLAND, "nl", "x")
