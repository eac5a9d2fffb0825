# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A factorial design made from one that is there, as files: the design, what is expected of it, and the regime of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from werkzaam.app.experiment.assumptions_file import assumptions_beside
from werkzaam.app.experiment.design_words import Described, look_at
from werkzaam.app.simulation.next_experiment_text import assumptions_text, design_text, regime_text
from werkzaam.core.errors import InputError
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.check import told_apart
from werkzaam.experiment.crossed import Rank
from werkzaam.experiment.design import Design, Words
from werkzaam.experiment.elements import ELEMENTS
from werkzaam.regime.read import part_ids, read_part
from werkzaam.simulation.factorial import Cell, Level, Unequal, cells, crossed, unequal_by_lot

_NAME = re.compile(r"[a-z][a-z0-9_]*")
AS_IT_IS = Level("as_is", Words("zoals nu", "as it is"))
"""The level that keeps what each arm has."""


@dataclass(frozen=True, slots=True)
class Made:
    """A factorial design as it was written: its files, the design read back, what lots decide, and the rank of each effect."""

    files: tuple[Path, ...]
    seen: Described
    cells: tuple[Cell, ...]
    unequal: tuple[Unequal, ...]
    ranks: tuple[Rank, ...]


def factorial(name: str, base: Described, element: str, levels: Sequence[Level], folder: Path) -> Made:
    """Write a design that crosses the arms of a base with levels of one element; nothing is overwritten, and nothing is left
    half.

    Raises InputError for a name that is none or taken, for parts that do not load, and for what the reader refuses.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"A name of small letters, digits and _ was expected, such as amsterdam_factorial; found {name!r}.")
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}. Make it, or name another one.")
    made = cells(base.design, base.regimes, element, levels, _states(base, levels))
    title = Words(f"{base.design.title.nl}, gekruist met {element}", f"{base.design.title.en}, crossed with {element}")
    design = crossed(base.design, name, title, element, made)
    texts = dict(_texts(design, base, made, element))
    for file in texts:
        if (folder / file).exists():
            raise InputError("This file is there already. Choose another name, or move it away.", file=str(folder / file))
    return _written(folder, texts, made)


def _written(folder: Path, texts: Mapping[str, str], made: tuple[Cell, ...]) -> Made:
    files = tuple(folder / file for file in texts)
    try:
        for file, text in zip(files, texts.values(), strict=True):
            file.write_text(text, encoding="utf-8")
        seen = look_at(files[0])
    except (OSError, InputError) as error:
        for file in files:
            file.unlink(missing_ok=True)
        if isinstance(error, InputError):
            raise
        raise InputError(f"The design cannot be written ({error}); name another folder.") from error
    return Made(files, seen, made, *judged(seen))


def judged(seen: Described) -> tuple[tuple[Unequal, ...], tuple[Rank, ...]]:
    """What lots decide of which the law has a word, and which effects the arms of a design tell apart."""
    return (unequal_by_lot(seen.design, seen.regimes, seen.guidance), told_apart(seen.design, seen.regimes, seen.guidance))


def level_of(text: str) -> Level:
    """A level as it is written on a command line: its parts with + between them, or `as_is`."""
    if text == AS_IT_IS.id:
        return AS_IT_IS
    parts = tuple(text.split("+"))
    unknown = [part for part in parts if part not in part_ids()]
    if unknown:
        raise InputError(f"No part of a regime is called {unknown[0]!r}; `werkzaam regimes --parts` lists them.")
    names = [read_part(part) for part in parts]
    label = Words(" en ".join(one.name_nl for one in names), " and ".join(one.name_en for one in names))
    return Level("_".join(parts), label, parts)


def _states(base: Described, levels: Sequence[Level]) -> Mapping[str, frozenset[str]]:
    """The sections in which each part chooses something; a part chooses where its months are those of the regime or not."""
    parts = {part for regime in base.regimes.values() for part in regime.uses} | {p for one in levels for p in one.parts or ()}
    shipped = part_ids()
    return {part: frozenset(chosen.path.split(".")[0] for chosen in
                            read_part(part if part in shipped else base.file.parent / f"{part}.toml").stated)
            for part in parts}  # fmt: skip


def _texts(design: Design, base: Described, made: Sequence[Cell], element: str) -> Iterator[tuple[str, str]]:
    about = f"{base.design.id} crossed with {element}: every arm with every level, made by `werkzaam simulate factorial`."
    yield f"{design.id}.toml", design_text(design, about)
    if base.assumed is not None:
        expected = _expected(base.assumed, made)
        beside = assumptions_beside(Path(f"{design.id}.toml")).name
        yield beside, assumptions_text(expected, design, f"What is expected of {design.id}.toml, as of {base.design.id}.toml.")
    for arm, cell in zip(design.arms, made, strict=True):
        yield f"{arm.regime}.toml", regime_text(arm.regime, base.regimes[cell.origin], arm.label, cell.parts)


def _expected(assumed: Assumptions, made: Sequence[Cell]) -> Assumptions:
    """The same expectations; a cell is served and answers as the arm that it comes from."""
    return replace(
        assumed, team={one.arm.id: assumed.team[one.origin] for one in made},
        answered={wave: {one.arm.id: by[one.origin] for one in made} for wave, by in assumed.answered.items()},
    )  # fmt: skip


def check_element(element: str) -> str:
    """An element as it is written on a command line; raises InputError for another."""
    if element not in ELEMENTS:
        raise InputError(f"No element of a regime is called {element!r}. Known are: {', '.join(ELEMENTS)}.")
    return element
