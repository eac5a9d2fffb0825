# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Arms under letters, so that the whole analysis can be seen and mended before anybody knows which arm did well.

The letters are dealt by lot among arms with as many slots: by size they cannot be told apart. To see the arms takes two named
people, and that is an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Arm, Contrast, Design, Words
from werkzaam.experiment.panel import Panel

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Mask:
    """Which letter each arm has, by its id."""

    letters: Mapping[str, str]


def told_by_size(design: Design) -> str | None:
    """The first arm that is the only one with its number of slots: by its size everybody knows it. None when letters hide all."""
    slots = [arm.slots for arm in design.arms]
    return next((arm.id for arm in design.arms if slots.count(arm.slots) == 1), None)


def mask(design: Design, generator: np.random.Generator) -> Mask:
    """Deal letters over the arms. Raises NotAllowed when an arm is the only one with its number of slots: its size tells it."""
    if (told := told_by_size(design)) is not None:
        raise NotAllowed(
            f"{told} is the only arm with {design.arm(told).slots} of {len(design.pattern)} slots: its size tells which it "
            "is, so letters hide nothing in this experiment. Two people open the arms without that look: experiment analyse "
            "--unmask NAME --and NAME. The report will say that nobody was blinded."
        )
    sizes: dict[int, list[str]] = {}
    for arm in design.arms:
        sizes.setdefault(arm.slots, []).append(arm.id)
    letters = iter(LETTERS)
    found: dict[str, str] = {}
    for slots in sorted(sizes):
        dealt = [sizes[slots][at] for at in generator.permutation(len(sizes[slots]))]
        found.update(zip(dealt, letters, strict=False))
    return Mask(found)


def masked(design: Design, panel: Panel, hidden: Mask) -> tuple[Design, Panel]:
    """The same experiment under letters, in the order of the letters: nothing in it names an arm or a regime.

    To whom an arm was closed is left out: by its size that arm would be known.
    """
    order = sorted(design.arms, key=lambda arm: hidden.letters[arm.id])
    at = {arm.id: place for place, arm in enumerate(order)}
    moved = np.array([at[arm.id] for arm in design.arms] + [-1])
    arms = tuple(Arm(letter, Words(f"Groep {letter}", f"Group {letter}"), letter, arm.slots)
                 for arm, letter in ((arm, hidden.letters[arm.id]) for arm in order))  # fmt: skip
    families = tuple(replace(one, contrasts=_every(tuple(arm.id for arm in arms))) for one in design.families)
    shown = np.where(panel.open_to(range(len(arms))), moved[panel.arms], -1)
    return replace(design, arms=arms, families=families), replace(panel, arms=shown)


def _every(arms: tuple[str, ...]) -> tuple[Contrast, ...]:
    """Every pair: the contrasts of the plan would tell which arm is compared with the others."""
    return tuple(Contrast(one, other) for place, one in enumerate(arms) for other in arms[place + 1 :])


def unmask(first: str, second: str) -> tuple[str, str]:
    """The names of the two people who ask to see which arm is which. Raises NotAllowed unless they are two."""
    names = first.strip(), second.strip()
    if not all(names) or names[0].casefold() == names[1].casefold():
        raise NotAllowed(f"Two different people must ask to see the arms; found {first!r} and {second!r}.")
    return names
