# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is drawn beside whom: strata of a design, small ones merged before the draw by the stated rule, each merge logged.

People who differ in what the draw can do with them are never merged: those outside the area of selection or of the interviews,
and those for whom an arm is closed (a recorded exclusion of that arm only). Source: protocol, section 4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Design
from werkzaam.experiment.lottery.encoding import framed

Levels = Mapping[str, Mapping[str, str]]
"""For each pid, the level of each variable of the design."""
Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What the draw can do with a person: be selected, be interviewed, and the arms that are closed."""

    selectable: bool
    interviewable: bool
    closed: tuple[str, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """What is said of it in a stratum's text."""
        outside = () if self.selectable else ("-select",)
        return (*outside, *(() if self.interviewable else ("-interview",)), *(f"-arm={arm}" for arm in self.closed))


@dataclass(frozen=True, slots=True)
class Stratum:
    """People who are drawn beside each other: the cells of the design's variables that it holds, and its people, sorted."""

    text: str
    cells: tuple[Cell, ...]
    section: Section
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A small stratum became part of another: their texts and sizes, and the variables that were left out for it."""

    small: str
    size: int
    into: str
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The strata after merging by text, every merge in its order, and the texts of those that stayed too small."""

    strata: Mapping[str, Stratum]
    merges: tuple[Merge, ...]
    small: tuple[str, ...]

    @property
    def by_person(self) -> dict[str, str]:
        """For each pid the text of the stratum."""
        return {pid: text for text, stratum in self.strata.items() for pid in stratum.people}


def strata_of(design: Design, levels: Levels, closed: Mapping[str, Collection[str]] | None = None) -> Grouping:
    """The strata of everybody, after merging; the same for the same people, in whatever order they come.

    `closed` has the arms that are closed to a person, by the design's exclusions of arms; most have none. Raises InputError for a
    level or an arm that the design does not have, and for a person to whom every arm is closed.
    """
    found: dict[tuple[Section, Cell], list[str]] = {}
    for pid in sorted(levels):
        key = _section(design, pid, levels[pid], (closed or {}).get(pid, ())), _cell(design, pid, levels[pid])
        found.setdefault(key, []).append(pid)
    strata = [_stratum(design, section, [cell], people) for (section, cell), people in found.items()]
    merges: list[Merge] = []
    for number in range(1, len(design.strata.merge) + 1):
        strata = _merged(design, strata, design.strata.merge[:number], merges)
    by_text = {stratum.text: stratum for stratum in sorted(strata, key=lambda each: each.text)}
    small = tuple(text for text, each in by_text.items() if len(each.people) < design.strata.smallest)
    return Grouping(by_text, tuple(merges), small)


def code(salt: bytes, text: str) -> str:
    """The name under which a stratum is published: it says nothing, and fits one text only, which its people are told."""
    return framed("stratum", salt, text).hex()


def meets(condition: Condition, levels: Mapping[str, str]) -> bool:
    """Whether somebody has one of the levels of every variable that the condition names."""
    return all(levels.get(variable) in wanted for variable, wanted in condition.levels.items())


def _section(design: Design, pid: str, levels: Mapping[str, str], closed: Collection[str]) -> Section:
    arms = {arm.id for arm in design.arms}
    if set(closed) - arms:
        raise InputError(f"{pid}: no arm {sorted(set(closed) - arms)}; the design has {', '.join(sorted(arms))}.")
    if arms and not arms - set(closed):
        raise InputError(f"{pid}: every arm is closed. Exclude the person from the experiment before the list is frozen.")
    return Section(meets(design.selection.only, levels), meets(design.survey.only, levels), tuple(sorted(closed)))


def _cell(design: Design, pid: str, levels: Mapping[str, str]) -> Cell:
    known = {variable.id: variable.levels for variable in design.variables}
    for name in design.strata.variables:
        if levels.get(name) not in known[name]:
            raise InputError(f"{pid}: {name} must be one of {', '.join(known[name])}; found {levels.get(name)!r}.")
    return tuple(levels[name] for name in design.strata.variables)


def _stratum(design: Design, section: Section, cells: Iterable[Cell], people: Iterable[str]) -> Stratum:
    ordered = tuple(sorted(cells))
    return Stratum(_text(design.strata.variables, ordered, section), ordered, section, tuple(sorted(people)))


def _text(names: tuple[str, ...], cells: tuple[Cell, ...], section: Section) -> str:
    """`sekse=v|leeftijd=18-34,35-44`: cells that differ in one variable side by side, others behind each other."""
    differing = [at for at in range(len(names)) if len({cell[at] for cell in cells}) > 1]
    if len(differing) <= 1:
        values = [",".join(dict.fromkeys(cell[at] for cell in cells)) for at in range(len(names))]
        said = "|".join(f"{name}={value}" for name, value in zip(names, values, strict=True))
    else:
        said = " + ".join("|".join(f"{name}={value}" for name, value in zip(names, cell, strict=True)) for cell in cells)
    return " ".join((said, *section.marks))


def _merged(design: Design, strata: list[Stratum], dropped: tuple[str, ...], merges: list[Merge]) -> list[Stratum]:
    """One round: of strata alike without `dropped`, the small ones together, with the smallest other if need be."""
    kept = [at for at, name in enumerate(design.strata.variables) if name not in dropped]
    classes: dict[tuple[Section, frozenset[Cell]], list[Stratum]] = {}
    for stratum in strata:
        alike = frozenset(tuple(cell[at] for at in kept) for cell in stratum.cells)
        classes.setdefault((stratum.section, alike), []).append(stratum)
    return [each for alike in classes.values() for each in _class_merged(design, alike, dropped, merges)]


def _class_merged(design: Design, alike: list[Stratum], dropped: tuple[str, ...], merges: list[Merge]) -> list[Stratum]:
    ordered = sorted(alike, key=lambda each: (len(each.people), each.text))
    parts = [each for each in ordered if len(each.people) < design.strata.smallest]
    others = ordered[len(parts) :]
    if parts and others and sum(len(each.people) for each in parts) < design.strata.smallest:
        parts.append(others.pop(0))
    if len(parts) < 2:
        return ordered
    cells = [cell for each in parts for cell in each.cells]
    whole = _stratum(design, parts[0].section, cells, [pid for each in parts for pid in each.people])
    merges += [Merge(each.text, len(each.people), whole.text, dropped) for each in parts]
    return [whole, *others]
