# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The published worked examples that ship: what each source says, the story that computes it, and what cannot be followed."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzaam.app.stories import Outcome, Story, read_story, run_story
from werkzaam.core.money import parse_euro
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts

EXAMPLES = Path(__file__).with_name("examples") / "voorbeelden"


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A published example and the story that computes it.

    `published` are the amounts of its result, stated by the source itself or else (`by_source` is False) worked out by us from
    what it states. `not_followed` cannot be followed, each with why; `remains` is what no month of the story shows.
    """

    id: str
    kind: str
    date: str
    source: str
    published: tuple[int, ...]
    by_source: bool
    story: Story
    not_followed: Mapping[int, str]
    remains: str

    def outcomes(self) -> Iterator[tuple[bool, Outcome]]:
        """Every expectation beside what the rules give, and whether the source itself states the amount."""
        said = {abs(each) for each in self.published if self.by_source and each not in self.not_followed}
        for expected, outcome in zip(self.story.expected, run_story(self.story), strict=True):
            yield abs(expected.value) in said, outcome


def worked_examples(facts: Facts | None = None) -> list[WorkedExample]:
    """The published worked examples, in their order; raises KeyError for one that dekking.toml leaves out."""
    known = facts or read_facts()
    coverage = tomllib.loads((EXAMPLES / "dekking.toml").read_text(encoding="utf-8"))
    with (EXAMPLES / "voorbeelden.csv").open(encoding="utf-8", newline="") as lines:
        return [_worked_example(row, coverage[row["id"]], known) for row in csv.DictReader(lines)]


def _worked_example(row: Mapping[str, str], covered: Mapping[str, Any], facts: Facts) -> WorkedExample:
    return WorkedExample(
        id=row["id"], kind=row["kind"], date=row["date"], source=row["source_url"],
        published=tuple(_amounts(json.loads(row["expected"], parse_float=str, parse_int=str))),
        by_source=not row["status"].endswith("computed by us"), story=read_story(EXAMPLES / f"{row['id']}.toml", facts),
        not_followed={parse_euro(amount): why for amount, why in covered.get("niet_gevolgd", {}).items()},
        remains=covered.get("blijft", ""),
    )  # fmt: skip


def _amounts(found: object) -> Iterator[int]:
    """Every amount in a published result, in cents; words are none, and a zero says what somebody got, not what was due."""
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for part in parts:
        yield from _amounts(part)
    if isinstance(found, str) and found.replace(".", "").isdigit() and (cents := _cents(found)):
        yield cents


def _cents(text: str) -> int:
    """Cents of a number as JSON writes it, such as 338.0 or 247.74."""
    euros, _, rest = text.partition(".")
    return parse_euro(f"{euros}.{rest:0<2}")
