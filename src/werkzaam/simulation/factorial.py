# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Factorial designs: the arms of a design crossed with the levels of one more element, such as a premium or none.

Every arm becomes as many cells as there are levels; a cell's regime is its arm's, with other parts for that element. So both
effects are found from the same people, each as if the other were not tried. What cells get differently by lot is said beside the
article that it leans on (`unequal_by_lot`): lots may only decide what the law leaves to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from werkzaam.core.errors import InputError
from werkzaam.core.law import LawRef
from werkzaam.experiment.design import Arm, Contrast, Design, Exclusion, Family, Words
from werkzaam.experiment.elements import ELEMENTS, stated_in
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Regime

EXPERIMENT = LawRef.parse("Pw 83")
"""The article that lets towns deviate from the law by decree, for an experiment: what lots may decide about money rests on it."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the element that is crossed in: `parts` replace those of the arm; None keeps what the arm has."""

    id: str
    label: Words
    parts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One arm of the factorial design: the arm and level that it comes from, and the parts of its regime."""

    arm: Arm
    origin: str
    level: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unequal:
    """Something that people get differently by lot: `arms` and what each has, and the articles that it touches.

    `who` is `premium` where some get a premium and others none, `money` for another rule about money, `guidance` for what a
    guidance releases from the law.
    """

    about: str
    who: str
    arms: Mapping[str, str]
    articles: tuple[LawRef, ...]


def cells(design: Design, regimes: Mapping[str, Regime], element: str, levels: Sequence[Level],
          states: Mapping[str, frozenset[str]]) -> tuple[Cell, ...]:  # fmt: skip
    """Every arm with every level; `states` are the sections in which each part of the arms' regimes chooses something.

    Raises InputError for an element that is none, for fewer than two levels, and for a part that chooses more than the element.
    """
    if element not in ELEMENTS:
        raise InputError(f"No element of a regime is called {element!r}. Known are: {', '.join(ELEMENTS)}.")
    if len(levels) < 2 or len({one.id for one in levels}) < len(levels):
        raise InputError(f"Two or more different levels of {element} were expected; found {len(levels)}.")
    found = []
    for arm in design.arms:
        kept = _others(regimes[arm.id], ELEMENTS[element], states)
        for level in levels:
            parts = regimes[arm.id].uses if level.parts is None else (*kept, *level.parts)
            one = f"{arm.id}_{level.id}"
            label = Words(f"{arm.label.nl}, {level.label.nl}", f"{arm.label.en}, {level.label.en}")
            found.append(Cell(Arm(one, label, f"{design.id}_{one}", arm.slots), arm.id, level.id, parts))
    return tuple(found)


def crossed(design: Design, id: str, title: Words, element: str, found: Sequence[Cell]) -> Design:  # noqa: A002 (the word of the file)
    """The design with these cells for arms, under another id.

    Every comparison of two arms is made within each level, and every comparison of two levels within each arm; the element is no
    longer equal for all. Regimes are called after the new id.
    """
    named = tuple(replace(one, arm=replace(one.arm, regime=f"{id}_{one.arm.id}")) for one in found)
    families = tuple(replace(family, contrasts=_contrasts(family, named)) for family in design.families)
    return replace(
        design, id=id, title=title, version=1, equal=tuple(one for one in design.equal if one != element),
        arms=tuple(one.arm for one in named), families=families,
        exclusions=tuple(_kept_out(one, named) for one in design.exclusions),
    )  # fmt: skip


def unequal_by_lot(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> tuple[Unequal, ...]:
    """Everything that lots decide and the law has a word about: rules about money that differ, and guidance that needs room."""
    found = [one for element in ELEMENTS if (one := _of_element(element, design, regimes)) is not None]
    room = {arm: one.needs_legal_room for arm, one in guidance.items() if one is not None and one.needs_legal_room}
    for arm, articles in room.items():
        found.append(Unequal("guidance", "guidance", {arm: guidance[arm].part}, tuple(map(LawRef.parse, articles))))  # type: ignore[union-attr]
    return tuple(found)


def _of_element(element: str, design: Design, regimes: Mapping[str, Regime]) -> Unequal | None:
    stated = {arm.id: stated_in(element, regimes[arm.id], design.start, design.end) for arm in design.arms}
    if len(set(stated.values())) < 2:
        return None
    section = ELEMENTS[element]
    paths = [path for path in CHOICES if path.split(".")[0] == section]
    columns = [{arm: tuple(month[at] for month in whole) for arm, whole in stated.items()} for at in range(len(paths))]
    at = next(at for at, column in enumerate(columns) if len(set(column.values())) > 1)
    said = {arm: f"{paths[at]} = {column[0]}" for arm, column in columns[at].items()}
    return Unequal(element, "premium" if element == "premium" else "money", said, (CHOICES[paths[at]].law, EXPERIMENT))


def _others(regime: Regime, section: str, states: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The parts of a regime that choose nothing of a section."""
    for part in regime.uses:
        if section in states[part] and states[part] != {section}:
            more = ", ".join(sorted(states[part] - {section}))
            raise InputError(f"The part {part} of {regime.id} chooses {section} and also {more}. Split it into two parts first, "
                             "so that one can be replaced without the other.")  # fmt: skip
    return tuple(part for part in regime.uses if section not in states[part])


def _contrasts(family: Family, found: Sequence[Cell]) -> tuple[Contrast, ...]:
    by = {(one.origin, one.level): one.arm.id for one in found}
    levels, arms = list(dict.fromkeys(one.level for one in found)), list(dict.fromkeys(one.origin for one in found))
    within = [Contrast(by[pair.arm, level], by[pair.against, level]) for level in levels for pair in family.contrasts]
    across = [Contrast(by[arm, levels[0]], by[arm, level]) for arm in arms for level in levels[1:]]
    return (*within, *across)


def _kept_out(ground: Exclusion, found: Sequence[Cell]) -> Exclusion:
    return replace(ground, arms=tuple(one.arm.id for one in found if one.origin in ground.arms))
