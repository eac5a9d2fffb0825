# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a story of the ledger: a household, its steps in order of time, and what must be so after each.

`docs/reference/ledger-story-file.md` describes the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from werkzaam.app.ledger.delivered import Delivery, household_of
from werkzaam.app.ledger.story.act import DEEDS, ROWS
from werkzaam.app.ledger.story.look import LOOKS
from werkzaam.app.ledger.town import Town, town_of
from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.app.stories import expected_of, moment_of

HOUSEHOLD, FIRST_PERSON = 1001, 5001
"""The number of a story's household and of its first person, where the story gives none."""
MAKER = "m.bakker"
"""Who does a step, where the story names nobody."""
TOWN = {
    "id": "teststad",
    "naam": "Teststad (verzonnen)",
    "regime": "participatiewet_2026",
    "contactpersoon": "Inez Bakker (verzonnen)",
    "telefoon": "020 000 00 00",
    "betaaldag": 20,
    "aankondiging_dagen": 10,
    "iban": "NL91ABNA0417164300",
    "bic": "ABNANL2A",
    "tenaamstelling": "Gemeente Teststad",
}
"""The town of a story, as far as the story says nothing else."""
_OWN = ("id", "titel", "omdat", "bron", "eis", "valkuil", "stad", "stap", "bekend_op")
_EVERY_STEP = ("dag", "door", "verwacht", "keren")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens on a day, and what must be so after it; `deed` is its key, empty when somebody only looks."""

    number: int
    day: date
    actor: str
    deed: str
    times: int
    row: Row
    expected: tuple[tuple[str, Row], ...]

    @property
    def moment(self) -> str:
        """When it happens: later than the step before it, also on the same day."""
        return moment_of(self.day, self.number)

    def __str__(self) -> str:
        return f"step {self.number} ({self.day}{', ' + self.deed if self.deed else ''})"


@dataclass(frozen=True, slots=True)
class Story:
    """What happens to a household in a town, why it comes out as it does, and where it comes from."""

    id: str
    title: str
    because: str
    sources: tuple[str, ...]
    requirements: tuple[str, ...]
    pitfalls: tuple[str, ...]
    town: Town
    known_on: date
    household: Delivery
    steps: tuple[Step, ...]


def read_story(path: Path | str) -> Story:
    """The story in a file; raises InputError naming file, line and key."""
    document = read_toml(Path(path))
    top = document.top
    household = household_of(_numbered(document))
    texts = {key: top.texts(key) if key in document.tables else () for key in ("bron", "eis", "valkuil")}
    known_on = top.day("bekend_op") if "bekend_op" in document.tables else top.month("eerste_maand").first_day
    steps = tuple(_steps(document, known_on))
    if not any(step.expected for step in steps):
        top.refuse("", "a story expects something; write verwacht below a step.")
    return Story(
        top.text("id"), top.text("titel"), top.text("omdat"), texts["bron"], texts["eis"], texts["valkuil"],
        _town(document, Path(path).parent), known_on, household, steps,
    )  # fmt: skip


def _numbered(document: Document) -> Document:
    """The household of a story as a household file: with the numbers and the name that a story need not give."""
    tables: dict[str, Any] = {key: value for key, value in document.tables.items() if key not in _OWN}
    tables = {"nummer": HOUSEHOLD, "contactpersoon": TOWN["contactpersoon"], **tables}
    people = [row.values for row in document.rows("persoon")]
    tables["persoon"] = [{"nummer": FIRST_PERSON + at, **person} for at, person in enumerate(people)]
    return replace(document, tables=tables)


def _town(document: Document, folder: Path) -> Town:
    given = document.tables.get("stad", {})
    town = town_of(Row(document, "stad", 1, {**TOWN, **given}))
    return replace(town, regimes=tuple(str(folder / one) if one.endswith(".toml") else one for one in town.regimes))


def _steps(document: Document, known_on: date) -> Iterator[Step]:
    day = known_on
    for row in document.rows("stap"):
        before, day = day, row.day("dag")
        if day < before:
            row.refuse("dag", f"steps stand in order of time, and the one before is of {before}; found {day}.")
        row.only(*_EVERY_STEP, *DEEDS)
        deeds = [key for key in row.values if key in DEEDS]
        if len(deeds) > 1 and not set(deeds) <= set(ROWS):
            row.refuse(deeds[1], f"one thing happens in a step; {deeds[0]} already does here. Write a step of its own.")
        deed = deeds[0] if deeds else ""
        yield Step(row.number, day, row.text("door", MAKER), deed, row.whole("keren", 1), row, tuple(expected_of(row, LOOKS)))
