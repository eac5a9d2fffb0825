# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a simulation rests on, by origin: numbers that were published, fitted or assumed, and choices of towns (R-239).

A run is watched: what it read is what is told, so that nothing is read in silence and nothing is told that was not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from werkzaam.app.markdown import code, table
from werkzaam.app.simulation.lives import Ruled
from werkzaam.app.texts.simulate import WORDS
from werkzaam.core.months import Span
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Chosen
from werkzaam.regime.values import shown
from werkzaam.simulation.assumption import Assumptions, Given, Origin

ORDER = (Origin.PUBLISHED, Origin.FITTED, Origin.ASSUMED)


@dataclass(frozen=True)
class Watched(Mapping[str, Given]):
    """Numbers by name, that keep which of them were read."""

    numbers: Mapping[str, Given]
    read: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Given:
        found = self.numbers[name]
        self.read.add(name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


def watched(given: Assumptions) -> Assumptions:
    """The same numbers; `given.given.read` holds the names that are read from now on."""
    return Assumptions(Watched(given.given))


def plain(given: Assumptions) -> Assumptions:
    """The numbers themselves, which can travel to another machine; what is read of them is not kept."""
    return Assumptions(given.given.numbers) if isinstance(given.given, Watched) else given


@dataclass(frozen=True, slots=True)
class Number:
    """One number or choice as it is told: what it is, its origin, and its rows or source, or its bounds and reason."""

    name: str
    value: str
    origin: Origin
    rests_on: str
    low: str = ""
    high: str = ""
    why: str = ""

    @property
    def complete(self) -> bool:
        """Whether it says a row or a source, or that it is assumed with its reason (R-239)."""
        return bool(self.rests_on) if self.origin is not Origin.ASSUMED else bool(self.why)


def numbers_told(read: Assumptions, lang: str) -> list[Number]:
    """The numbers of life, published first."""
    return [_told(one, lang) for origin in ORDER for one in read.by_origin(origin)]


def _told(one: Given, lang: str) -> Number:
    values = " ".join(map(str, one.values))
    why = one.why_nl if lang == "nl" else one.why_en
    bounds = ["" if bound is None else str(bound) for bound in (one.low, one.high)]
    return Number(one.name, f"{values} {one.unit}".strip(), one.origin, ", ".join(one.rows), bounds[0], bounds[1], why)


def choices_told(one: Ruled, paths: Iterable[str], span: Span, lang: str) -> list[Number]:
    """What a regime chose, as far as the run reads it; more than one where it changes on the way."""
    found: list[Number] = []
    for path in sorted(paths):
        seen: dict[str, Chosen] = {}
        for month in [one.law] if one.law else span:
            if one.regime.states(path, month):
                chosen = one.regime.value(path, month)
                seen.setdefault(f"{chosen.value!r}{chosen.source}", chosen)
        found += [_chosen(chosen, lang) for chosen in seen.values()]
    return found


def _chosen(chosen: Chosen, lang: str) -> Number:
    origin = Origin.ASSUMED if chosen.assumed else Origin.PUBLISHED
    why = chosen.waarom if lang == "nl" else chosen.why
    return Number(chosen.path, shown(CHOICES[chosen.path], chosen.value), origin, chosen.source, why=why)


def page(read: Assumptions, regimes: Mapping[str, list[Number]], lang: str) -> str:
    """All of it as a page of Markdown: the file that is written beside every result."""
    words = WORDS[lang]
    told = numbers_told(read, lang)
    lines = [f"# {words['numbers_title']}", "", words["synthetic"], "", words["numbers_intro"]]
    for origin in ORDER:
        some = [one for one in told if one.origin is origin]
        lines += ["", f"## {words[origin.value]} ({len(some)})", ""]
        heads = (words["col_name"], words["col_value"], words["col_rows"], words["col_range"], words["col_why"])
        lines += table(heads, [(code(one.name), one.value, one.rests_on, _range(one), one.why) for one in some])
    for name, numbers in regimes.items():
        lines += ["", f"## {words['of_regime'].format(name=name)}", ""]
        columns = (words["col_name"], words["col_value"], words["col_origin"], words["col_source"])
        lines += table(
            columns, [(code(one.name), one.value, words[one.origin.value], one.rests_on or one.why) for one in numbers]
        )
    return "\n".join(lines) + "\n"


def _range(one: Number) -> str:
    return f"{one.low} - {one.high}" if one.low or one.high else ""


def in_short(read: Assumptions, lang: str) -> list[str]:
    """One line for each origin, with how many numbers and their names."""
    told = numbers_told(read, lang)
    names = {origin: [one.name for one in told if one.origin is origin] for origin in ORDER}
    return [WORDS[lang][f"short_{origin.value}"].format(count=len(some), names=", ".join(some)) for origin, some in names.items()]
