# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small simulation of regimes for a page: invented households, the same luck under each; what came of it is kept as JSON.

A page is for a first look. One seed has no interval and a few thousand households are a small town: `werkzaam simulate` has more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from werkzaam.app.experiment.report.model import Cell, Picture, Section, Table
from werkzaam.app.texts.policy import WORDS
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.regime.read import regime_ids

MOST_REGIMES, MOST_HOUSEHOLDS, MOST_MONTHS = 3, 5_000, 36
START = Month.of(2018, 1)
LANGUAGES = ("nl", "en")


def check(names: Sequence[str], households: int, months: int) -> None:
    """Raise what cannot be simulated on a page: UnknownName for a regime that does not ship, InputError for too much."""
    if unknown := sorted(set(names) - set(regime_ids())):
        raise UnknownName(f"No regime is called {unknown[0][:40]!r}.")
    if not 1 <= len(set(names)) == len(names) <= MOST_REGIMES:
        raise InputError(f"1 to {MOST_REGIMES} different regimes were expected; found {len(names)}.")
    if not (1 <= households <= MOST_HOUSEHOLDS and 1 <= months <= MOST_MONTHS):
        raise InputError(f"At most {MOST_HOUSEHOLDS} households and {MOST_MONTHS} months were expected.")


def simulate(names: Sequence[str], households: int, months: int, seed: int, progress: Callable[[int], object]) -> dict[str, Any]:
    """Live it, and what came of it in both languages; `progress` hears of household-months lived.

    Raises as `check` does, and MissingParameter with every choice that no source states.
    """
    check(names, households, months)
    from werkzaam.app.cache import kernels
    from werkzaam.app.simulation.comparison import Asked, compare, span_of
    from werkzaam.app.simulation.lives import numbers_for_regimes, ruled
    from werkzaam.facts.read import read_facts

    facts, span = read_facts(), span_of(START, months)
    asked = Asked(tuple(ruled(list(names), span, facts, [])), span, households, (seed,), numbers_for_regimes(None))
    done = compare(asked, facts, kernels(), progress=_told_to(progress))
    return {lang: _told(done, lang) for lang in LANGUAGES}


def _told_to(progress: Callable[[int], object]) -> Callable[[int], None]:
    def tell(lived: int) -> None:
        progress(lived)

    return tell


def _told(done: Any, lang: str) -> dict[str, Any]:
    from werkzaam.app.simulation.comparison_picture import pictures
    from werkzaam.app.simulation.comparison_text import Writer, ordered
    from werkzaam.app.texts.simulate import MEASURES

    write, places = Writer(done, lang), range(len(done.lived))
    rules = [f"[{at}] {lived.living.name}: {' '.join(write.rule(lived.living))}" for at, lived in enumerate(done.lived, 1)]
    names = [lived.living.name for lived in done.lived]
    numbers = [[MEASURES[lang][name], *(write.shown(at, name) for at in places)] for name in ordered()]
    apart = [[MEASURES[lang][name], *(write.difference(at, name) for at in places[1:])] for name in ordered()]
    return {
        "intro": [write.word("synthetic"), write.introduced()], "rules": rules, "names": names, "measure": write.word("measure"),
        "numbers_head": write.word("numbers_head"), "numbers_note": write.numbers_note(), "numbers": numbers,
        "differences_head": write.word("differences_head", first=names[0]),
        "differences_note": write.differences_note() if len(names) > 1 else "", "differences": apart if len(names) > 1 else [],
        "pictures": {name: picture.svg for name, picture in pictures(done, lang).items()},
    }  # fmt: skip


def sections(found: Mapping[str, Any], lang: str) -> tuple[Section, ...]:
    """What was kept, as sections of a page."""
    told = found[lang]
    numbers = _table("numbers", told["numbers_head"], [told["measure"], *told["names"]], told["numbers"], told["numbers_note"])
    pictures = tuple(Picture(svg, told["numbers_head"], numbers) for name, svg in told["pictures"].items() if name == "income")
    parts = [
        Section("about", WORDS[lang]["simulated"], (*told["intro"], *told["rules"])),
        Section("numbers", told["numbers_head"], (), () if pictures else (numbers,), pictures),
    ]
    if told["differences"]:
        table = _table("differences", told["differences_head"], [told["measure"], *told["names"][1:]], told["differences"],
                       told["differences_note"])  # fmt: skip
        parts.append(Section("differences", told["differences_head"], (), (table,)))
    return tuple(parts)


def _table(ident: str, caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], note: str) -> Table:
    return Table(ident, caption, tuple(head), tuple(tuple(map(Cell, row)) for row in rows), note)
