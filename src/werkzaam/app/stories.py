# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories: cases with what must come out of them.

A story is a CASE.toml with `id`, `omdat` (the sum in words), optionally `bron`, `eis` and `valkuil`, and one `[[verwacht]]`
for each expected value. `docs/reference/story-file.md` describes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from werkzaam.app.case import Case
from werkzaam.app.cases import case_of
from werkzaam.app.rows import Row, near, read_toml
from werkzaam.app.texts.pitfalls import PITFALLS
from werkzaam.core.errors import NotCovered
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key, MonthSteps
from werkzaam.engine.formula import Cents, Truth
from werkzaam.engine.rule import Level, Rule
from werkzaam.facts.book import Facts
from werkzaam.rules import RULES

_OWN = ("id", "omdat", "bron", "eis", "valkuil", "verwacht", "geweigerd")
_PITFALLS = tuple(one.id for one in PITFALLS)
_YES_NO = ("nee", "ja")


class Keyed(Protocol):
    """One thing that can be expected of a step, with the keys that go with it."""

    @property
    def keys(self) -> tuple[str, ...]: ...


def expected_of(step: Row, looks: Mapping[str, Keyed]) -> Iterator[tuple[str, Row]]:
    """What must be so after a step of a story: which look, and its row. Raises InputError for a look that is not there."""
    given = step.values.get("verwacht", [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        step.refuse("verwacht", "a list of tables was expected, such as verwacht = [{ ... }].")
    for values in given:
        named = [key for key in values if key in looks]
        if not named:
            step.refuse("verwacht", f"one of {', '.join(looks)} was expected in {values}.")
        row = step.inside("verwacht", values)
        row.only(named[0], *looks[named[0]].keys)
        yield named[0], row


def moment_of(day: date, number: int) -> str:
    """A moment on a day, the later the higher the number of the step."""
    return f"{day}T{9 + number // 60:02}:{number % 60:02}:00Z"


@dataclass(frozen=True, slots=True)
class Expected:
    """One value that must come out; `value` is in the unit of its rule: cents, months, 0 or 1, or the number of an option."""

    month: Month
    name: str
    key: Key
    value: int


@dataclass(frozen=True, slots=True)
class Story:
    """A case, why it comes out as it does, and what must come out: values, or a refusal with these words in it."""

    id: str
    case: Case
    because: str
    sources: tuple[str, ...]
    requirements: tuple[str, ...]
    pitfalls: tuple[str, ...]
    expected: tuple[Expected, ...]
    refused: str

    @property
    def title(self) -> str:
        return self.case.title


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was expected and what was found, as a person would read them."""

    what: str
    expected: str
    found: str

    @property
    def agrees(self) -> bool:
        return self.expected == self.found

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected}, found {self.found}"


def read_story(path: Path | str, facts: Facts | None = None) -> Story:
    """The story in a file; raises InputError naming file, line and key."""
    document = read_toml(Path(path))
    top, tables = document.top, document.tables
    case = case_of(replace(document, tables={key: tables[key] for key in tables if key not in _OWN}), facts)
    expected = tuple(_expected(row, case) for row in document.rows("verwacht"))
    refused = top.text("geweigerd") if "geweigerd" in tables else ""
    if bool(expected) is bool(refused):
        top.refuse("", "a story expects values ([[verwacht]]) or a refusal (geweigerd), and never both.")
    texts = {key: top.texts(key) if key in tables else () for key in ("bron", "eis", "valkuil")}
    for pitfall in texts["valkuil"]:
        if pitfall not in _PITFALLS:
            top.refuse("valkuil", f"there is no pitfall {pitfall!r}; they run from {_PITFALLS[0]} to {_PITFALLS[-1]}.")
    return Story(top.text("id"), case, top.text("omdat"), texts["bron"], texts["eis"], texts["valkuil"], expected, refused)


def run_story(story: Story) -> list[Outcome]:
    """Every expectation beside what the rules give."""
    try:
        months = {month.month: month for month in story.case.calculate().months}
    except NotCovered as error:
        return [Outcome("refused", story.refused or "no refusal", story.refused if story.refused and story.refused in str(error)
                        else str(error))]  # fmt: skip
    if story.refused:
        return [Outcome("refused", story.refused, "no refusal")]
    return [_outcome(each, months[each.month]) for each in story.expected]


# -- one expectation ---------------------------------------------------------------------------------


def _expected(row: Row, case: Case) -> Expected:
    row.only("maand", "persoon", "baan", "naam", "bedrag", "waarde")
    month, name = row.month("maand"), row.text("naam")
    if month not in case.span:
        row.refuse("maand", f"{month} lies outside the case, which runs from {case.span}.")
    if name not in RULES.rules:
        row.refuse("naam", f"no rule yields {name!r}. {near(name, RULES.rules)}")
    rule = RULES.on(name, case.law_date(month))
    return Expected(month, name, _key(row, rule.level, case), _value(row, rule))


def _key(row: Row, level: Level, case: Case) -> Key:
    """Whose value it is; the only person of the household and the only source of income need not be named."""
    key: Key = ()
    for field, at in (("persoon", Level.PERSOON), ("baan", Level.BAAN)):
        if level < at:
            if field in row.values:
                row.refuse(field, f"this value is per {level.name.lower()}; leave {field} out.")
            continue
        if at is Level.PERSOON:
            names, usual = {one.name for one in case.persons}, {one.name for one in case.members}
        else:
            names = usual = {source for who, source in case.sources if (who,) == key}
        found = row.text(field, next(iter(usual)) if len(usual) == 1 else None)
        if found not in names:
            row.refuse(field, f"there is no {field} {found!r} here. {near(found, sorted(names))}")
        key = (*key, found)
    return key


def _value(row: Row, rule: Rule) -> int:
    if rule.kind is Cents:
        return row.cents("bedrag")
    found = row.values.get("waarde")
    options = _YES_NO if rule.kind is Truth else tuple(_label(option) for option in rule.options or ())
    if not options:
        return row.whole("waarde")
    if found not in options:
        row.refuse("waarde", f"one of {', '.join(options)} was expected; found {found!r}.")
    return options.index(found)


def _label(option: Enum) -> str:
    """The Dutch label of an option."""
    return str(option.value[0])


def _outcome(expected: Expected, found: MonthSteps) -> Outcome:
    step = found.steps[expected.name, expected.key]
    what = " ".join([str(expected.month), expected.name, *expected.key])
    return Outcome(what, _shown(expected.value, step.rule), _shown(step.value, step.rule))


def _shown(value: int, rule: Rule) -> str:
    if rule.kind is Cents:
        return format_euro(value)
    if rule.kind is Truth:
        return _YES_NO[value]
    return _label(list(rule.options)[value]) if rule.options else str(value)
