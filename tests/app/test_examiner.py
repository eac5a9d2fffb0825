# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Household-months that examiners worked out from the law and the norms alone come out to the cent."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Desk
from werkzaam.app.case import Case
from werkzaam.app.cases import case_of
from werkzaam.app.rows import Document
from werkzaam.core.errors import NotCovered
from werkzaam.facts.read import read_facts

FILE = Path(__file__).with_name("examiner.toml")
GIVEN = tomllib.loads(FILE.read_text(encoding="utf-8"))["geval"]
FACTS = read_facts()
OWN = ("naam", "grond", "maanden", "stad", "verwacht", "geweigerd")


def case(given: dict[str, Any], desk: Desk) -> Case:
    """The case of a file, under a regime that ships or a town (`stad`) that chose otherwise about income."""
    first, last = given["maanden"]
    top = {"titel": given["naam"], "contactpersoon": "Inez Bakker", "eerste_maand": first, "laatste_maand": last}
    if "stad" in given:
        top["regime"] = desk.income_town(**{choice: f'"{word}"' for choice, word in given["stad"].items()})["regime"].strip('"')
    tables = {**top, **{key: value for key, value in given.items() if key not in OWN}}
    return case_of(Document(str(desk.folder / FILE.name), "", tables), FACTS)


def found(given: dict[str, Any], desk: Desk) -> dict[str, int | list[int]]:
    """What comes out under the names that are expected: a number, or one for each month."""
    months = case(given, desk).calculate().months
    each = {
        name: [sum(step.value for (one, _), step in month.steps.items() if one == name) for month in months]
        for name in given["verwacht"]
    }
    return {name: values if len(months) > 1 else values[0] for name, values in each.items()}


@pytest.mark.parametrize("given", [one for one in GIVEN if "verwacht" in one], ids=lambda given: given["naam"])
def test_the_examiner_finds_the_same_cents(given: dict[str, Any], desk: Desk) -> None:
    assert found(given, desk) == given["verwacht"], given["grond"]


@pytest.mark.parametrize("given", [one for one in GIVEN if "geweigerd" in one], ids=lambda given: given["naam"])
def test_what_the_law_text_does_not_say_is_refused_with_its_article(given: dict[str, Any], desk: Desk) -> None:
    with pytest.raises(NotCovered) as refused:
        case(given, desk).calculate()
    assert given["geweigerd"] in str(refused.value)
