# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""GLOSSARY.md is the referee of names: every word in the name of a rule, input, parameter, choice or option stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house.tree import ROOT
from werkzaam.app.tables import allowed
from werkzaam.engine.rule import Level
from werkzaam.regime.model import CHOICES
from werkzaam.rules import RULES

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def entries() -> list[str]:
    """What stands in code in the first column of the tables, in order."""
    rows = (line.split("|")[1] for line in GLOSSARY.splitlines() if line.startswith("| `"))
    return [name for cell in rows for name in re.findall(r"`([^`]+)`", cell)]


def names() -> Iterator[str]:
    """Every name that a reader of the pages, files or tables can meet."""
    yield from (*RULES.rules, *RULES.inputs, *RULES.parameters, *CHOICES)
    yield from (option for choice in CHOICES.values() for option in choice.options)
    declared = (*RULES.versions(), *RULES.inputs.values(), *RULES.parameters.values())
    yield from (option.name.lower() for one in declared for option in one.options or ())
    yield from (column for level in Level for column in allowed(level))


def words(name: str) -> list[str]:
    """The law words of a name; a number says itself."""
    return [word for word in re.split(r"[_.]", name) if not word.isdigit()]


def unexplained(every: Iterator[str], known: set[str]) -> dict[str, str]:
    """Words that stand nowhere in the glossary, each with a name that has it; a name may also be explained as a whole."""
    return {word: name for name in every if name not in known for word in words(name) if word not in known and word != "pw"}


def test_every_word_of_a_name_is_explained() -> None:
    missing = unexplained(names(), set(entries()))
    assert not missing, f"Explain in GLOSSARY.md: {missing}"


def test_the_check_sees_a_new_word() -> None:
    assert unexplained(iter(["premie.geldt", "norm_21", "uit_te_betalen", "werkbonus_21"]), set(entries())) == {
        "werkbonus": "werkbonus_21"
    }
