# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The generated pages are those of this version, the same every time, and name everything there is to name."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree

import pytest

from tests.house.tree import ROOT
from werkzaam.app.markdown import addresses, table
from werkzaam.app.reference import pages
from werkzaam.app.texts.reference import LATER
from werkzaam.cli.main import build_parser
from werkzaam.cli.manual import manual
from werkzaam.facts.read import read_facts
from werkzaam.regime.control import CONTROLS
from werkzaam.regime.guidance import guidance_of_part
from werkzaam.regime.guidance_fields import DUTY, HEADS, LADDER, RESULT, SECTIONS, STEP
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import part_ids, regime_ids
from werkzaam.rules import RULES

NAMES = (
    "rules.md",
    "inputs.md",
    "facts.md",
    "regimes.md",
    "guidance.md",
    "cities.md",
    "algorithm-register.md",
    "errors.md",
    "scope.md",
    "graph.svg",
    "graph-bijstand.svg",
)
_ANCHOR = re.compile(r"^#+ `?([^`\n]+?)`?$|<a id=\"([^\"]+)\">", re.MULTILINE)
_LINK = re.compile(r"\]\(([\w.-]*)#([^)]+)\)")


@cache
def made() -> Mapping[str, str]:
    """Every generated page, the command line among them."""
    return {"cli.md": manual(build_parser()), **pages()}


@pytest.mark.parametrize("name", ["cli.md", *NAMES])
def test_committed_page_is_the_generated_one(name: str) -> None:
    committed = (ROOT / "docs/reference" / name).read_text(encoding="utf-8")
    assert committed == made()[name], f"docs/reference/{name} is not of this version; run `make docs`."


def test_pages_are_the_same_every_time() -> None:
    assert tuple(pages()) == NAMES
    assert dict(pages()) == {name: made()[name] for name in NAMES}


def test_pages_name_no_place_on_this_machine() -> None:
    assert [name for name, text in made().items() if str(ROOT) in text] == []


def test_every_link_to_a_name_leads_to_that_name() -> None:
    anchors = {name: {(a or b).replace(" ", "-") for a, b in _ANCHOR.findall(text)} for name, text in made().items()}
    broken = [f"{name} -> {page}#{anchor}" for name, text in made().items() for page, anchor in _LINK.findall(text)
              if anchor not in anchors.get(page or name, set())]  # fmt: skip
    assert broken == []


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("rules.md", tuple(RULES.rules)),
        ("inputs.md", tuple(RULES.inputs)),
        ("facts.md", read_facts().keys()),
        ("regimes.md", (*CHOICES, *regime_ids(), *part_ids())),
        ("guidance.md", tuple(f"`{key}`" for key in (*HEADS, *LADDER, *STEP, *DUTY, *RESULT, *CONTROLS))),
        ("guidance.md", tuple(f"| `[{section}]` | `{key}` |" for section, keys in SECTIONS.items() for key in keys)),
        ("guidance.md", tuple(part for part in part_ids() if guidance_of_part(part) is not None)),
        ("scope.md", (*RULES.refusals, *regime_ids(), "V05", "V25")),
    ],
)
def test_nothing_is_left_out(page: str, names: tuple[str, ...]) -> None:
    assert [name for name in names if name not in made()[page]] == []


def test_a_town_that_cannot_be_computed_says_why() -> None:
    assert "none yet: missing_parameter: premie.uitstroom_bedrag_lang is not stated for 2023-01" in made()["scope.md"]
    assert "none yet: No value for" in made()["scope.md"]
    assert "Not stated, so that computing is refused: `premie.uitstroom_bedrag_lang`." in made()["regimes.md"]


def test_every_refusal_says_what_widens_it() -> None:
    assert set(LATER) == set(RULES.refusals)


@pytest.mark.parametrize("name", ["graph.svg", "graph-bijstand.svg"])
def test_the_picture_is_a_picture(name: str) -> None:
    root = ElementTree.fromstring(made()[name])
    assert root.tag.endswith("svg")
    assert {"title", "desc"} <= {child.tag.rpartition("}")[2] for child in root}


def test_the_manual_shows_how_a_command_is_typed() -> None:
    parser = argparse.ArgumentParser(prog="w", description="Does.")
    below = parser.add_subparsers().add_parser("sum", help="adds", description="Adds | up.")
    below.add_argument("tables", metavar="IN", nargs="+", help="what | goes in")
    below.add_argument("key", metavar="KEY", nargs="?")
    below.add_argument("--out", metavar="FILE", required=True, help="where (docs/reference/cli.md)")
    below.add_argument("-l", "--lang", choices=("nl", "en"))
    below.add_argument("--json", action="store_true")
    text = manual(parser)
    assert "| [`w sum`](#w-sum) | adds |" in text
    assert "w sum IN [IN ...] [KEY] --out FILE [--lang {nl,en}] [--json]" in text
    assert "| `IN` | yes | what \\| goes in |" in text
    assert "| `--out FILE` | yes | where ([cli.md](cli.md)) |" in text
    assert "| `-l {nl,en}`, `--lang {nl,en}` | no |  |" in text


def test_cells_hold_bars_and_addresses_can_be_followed() -> None:
    assert list(table(("a", "b"), [("1 | 2", "x\n  y")])) == ["| a | b |", "|---|---|", "| 1 \\| 2 | x y |"]
    assert addresses("see https://example.org/a_b, and more") == "see <https://example.org/a_b>, and more"
