# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads facts/data/*.toml into Facts and refuses whatever is not complete. The only file access of this room."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro, parse_percent
from werkzaam.core.months import Span
from werkzaam.facts.book import Fact, Facts, Hole, Measure, Series, Unit

DATA = Path(__file__).with_name("data")
SOURCES = "bronnen.toml"

MEASURES = {
    measure.nl: measure
    for measure in (
        Measure(Unit.CENTS, "euro", "euros"),
        Measure(Unit.CENTS, "euro per maand", "euros a month"),
        Measure(Unit.CENTS, "euro per kwartaal", "euros a quarter"),
        Measure(Unit.CENTS, "euro per jaar", "euros a year"),
        Measure(Unit.CENTS, "euro per kalenderjaar", "euros a calendar year"),
        Measure(Unit.CENTS, "euro per 12 maanden", "euros in 12 months"),
        Measure(Unit.CENTS, "euro bruto per maand", "euros gross a month"),
        Measure(Unit.CENTS, "euro bruto per uur", "euros gross an hour"),
        Measure(Unit.SHARE, "procent", "percent"),
        Measure(Unit.SHARE, "procent van de gehuwdennorm", "percent of the married norm"),
        Measure(Unit.SHARE, "procent van de norm met vakantietoeslag", "percent of the norm with holiday allowance"),
        Measure(Unit.SHARE, "procent van het loon", "percent of earnings"),
        Measure(Unit.SHARE, "procent van het netto-inkomen", "percent of net income"),
        Measure(Unit.SHARE, "procent van het drempelinkomen", "percent of the threshold income"),
        Measure(Unit.SHARE, "procent van het toetsingsinkomen boven het drempelinkomen",
                "percent of the assessed income above the threshold income"),
        Measure(Unit.SHARE, "procent van de algemene heffingskorting", "percent of the general tax credit"),
        Measure(Unit.MONTHS, "maanden", "months"),
        Measure(Unit.MONTHS, "aaneengesloten maanden", "unbroken months"),
        Measure(Unit.YEARS, "jaren", "years"),
        Measure(Unit.COUNT, "aantal", "number"),
    )
}  # fmt: skip

# Whether a number may be used without a warning: only what somebody read in the source.
CERTAIN = {"gezien": True, "afgeleid": False, "onzeker": False}

_TABLE = {"wet", "eenheid", "betekenis", "meaning", "opmerking", "waarden"}
_VALUE = {"vanaf", "tot", "waarde", "zekerheid", "bron", "opmerking"}
_SOURCE = {"vindplaats", "gezien"}
_HOLE = {"vanaf", "tot", "gat", "gezien", "opmerking"}
_TEXT = {
    Unit.CENTS: (r"[0-9]+\.[0-9]{2}", "an amount in euros with two decimals", "992.12"),
    Unit.SHARE: (r"[0-9]+(\.[0-9]+)?", "a percentage", "12.5"),
    Unit.MONTHS: (r"[0-9]+", "a whole number", "6"),
    Unit.YEARS: (r"[0-9]+", "a whole number", "27"),
    Unit.COUNT: (r"[0-9]+", "a whole number", "2"),
}
_READ: dict[Unit, Callable[[str], int | Fraction]] = {Unit.CENTS: parse_euro, Unit.SHARE: parse_percent}


def read_facts(folder: Path | None = None) -> Facts:
    """The facts in a folder, or the shipped ones (read once); raises InputError with file, key and remedy."""
    return _shipped() if folder is None else _read_folder(folder)


_span = cache(Span.parse)  # A half-year stands in many tables.


@cache
def _shipped() -> Facts:
    return _read_folder(DATA)


def _read_folder(folder: Path) -> Facts:
    sources = _sources(folder)
    by_key: dict[str, Series] = {}
    files: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == SOURCES:
            continue
        for key, table in _toml(path).items():
            entry = _Entry(path.name, key, sources)
            if key in files:
                raise entry.refusal(f"stands in {files[key]} too; keep one table and put all its values there.")
            by_key[key], files[key] = entry.series(table), path.name
    if not by_key:
        raise InputError(f"No facts were found in {folder}; a folder with *.toml files was expected.")
    return Facts(by_key)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise InputError(f"is not valid TOML: {problem}. Compare the line with its neighbours.", file=path.name) from None


def _sources(folder: Path) -> Mapping[str, _Source]:
    path = folder.joinpath(SOURCES)
    if not path.is_file():
        raise InputError(f"{folder} has no {SOURCES}; it must name every source with its web address and the day it was read.")
    sources = {}
    for name, row in _toml(path).items():
        entry = _Entry(SOURCES, name, {})
        if not isinstance(row, dict):
            raise entry.refusal('must be written { gezien = 2026-11-21, vindplaats = "https://..." }.')
        entry.only(row, _SOURCE)
        sources[name] = _Source(entry.text(row, "vindplaats"), entry.seen(row))
        if not sources[name].place.startswith("https://"):
            raise entry.refusal(f"vindplaats must start with https://; found {sources[name].place!r}.")
    return sources


class _Source(NamedTuple):
    """Where a number was read, and on which day."""

    place: str
    seen: date


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of a file while it is read, so that every refusal can say where."""

    file: str
    key: str
    sources: Mapping[str, _Source]

    def refusal(self, what: str, vanaf: object = None) -> InputError:
        where = self.key if vanaf is None else f"{self.key}, value from {vanaf}"
        return InputError(f"{where}: {what}", file=self.file)

    def series(self, table: object) -> Series:
        if not isinstance(table, dict):
            raise self.refusal("stands outside a table; start with a line [key] and give it wet, eenheid and waarden.")
        self.only(table, _TABLE)
        law, measure = self.text(table, "wet"), self._measure(table)
        texts = (self.text(table, "betekenis"), self.text(table, "meaning"), self.text(table, "opmerking", ""))
        rows = table.get("waarden")
        if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
            raise self.refusal("has no values; give it `waarden = [ { vanaf = ..., waarde = ..., ... }, ]`.")
        read = [self._hole(row) if "gat" in row else self._fact(row, law, measure.unit) for row in rows]
        read.sort(key=lambda each: each.span.first)
        self._no_overlap(read)
        facts = tuple(each for each in read if isinstance(each, Fact))
        return Series(self.key, law, measure, *texts, facts, tuple(each for each in read if isinstance(each, Hole)))

    def _fact(self, row: Mapping[str, Any], law: str, unit: Unit) -> Fact:
        self.only(row, _VALUE)
        source, certainty = self._source(row), self.text(row, "zekerheid")
        if certainty not in CERTAIN:
            raise self.refusal(f"zekerheid is {certainty!r}; write one of {', '.join(CERTAIN)}.", row.get("vanaf"))
        value, span, note = self._value(row, unit), self._span(row), self.text(row, "opmerking", "")
        return Fact(self.key, value, unit, law, span, source.place, source.seen, CERTAIN[certainty], note)

    def _hole(self, row: Mapping[str, Any]) -> Hole:
        self.only(row, _HOLE)
        if row["gat"] is not True:
            raise self.refusal("gat can only be true; leave it out where there is a number.", row.get("vanaf"))
        return Hole(self._span(row), self.seen(row), self.text(row, "opmerking", ""))

    def only(self, row: Mapping[str, Any], known: set[str]) -> None:
        if unknown := sorted(row.keys() - known):
            raise self.refusal(f"has an unknown field {unknown[0]}; known here: {', '.join(sorted(known))}.", row.get("vanaf"))

    def text(self, row: Mapping[str, Any], field: str, otherwise: str | None = None) -> str:
        text = row.get(field, otherwise)
        if not isinstance(text, str) or (not text.strip() and otherwise is None):
            raise self.refusal(f'has no {field}; add {field} = "...", as text in quotes.', row.get("vanaf"))
        return text

    def _measure(self, table: Mapping[str, Any]) -> Measure:
        name = self.text(table, "eenheid")
        if name not in MEASURES:
            raise self.refusal(f"eenheid {name!r} is not known; write one of: {', '.join(MEASURES)}.")
        return MEASURES[name]

    def _source(self, row: Mapping[str, Any]) -> _Source:
        name = self.text(row, "bron")
        if name not in self.sources:
            close = get_close_matches(name, self.sources, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise self.refusal(f"bron {name!r} does not stand in {SOURCES}; add it there.{hint}",
                               row.get("vanaf"))  # fmt: skip
        return self.sources[name]

    def _value(self, row: Mapping[str, Any], unit: Unit) -> int | Fraction:
        text = self.text(row, "waarde")
        pattern, wanted, example = _TEXT[unit]
        if not re.fullmatch(pattern, text):
            raise self.refusal(f'waarde must be {wanted}, like "{example}"; found {text!r}.', row.get("vanaf"))
        return _READ.get(unit, int)(text)

    def _span(self, row: Mapping[str, Any]) -> Span:
        first = self.text(row, "vanaf")
        try:
            return _span(first, row.get("tot"))
        except (InputError, TypeError) as problem:
            raise self.refusal(f'{problem} Write vanaf and tot as months in quotes, like "2026-07".', first) from None

    def seen(self, row: Mapping[str, Any]) -> date:
        seen = row.get("gezien")
        if type(seen) is not date:
            raise self.refusal("has no day on which the source was read; add gezien = 2026-11-21, without quotes.",
                               row.get("vanaf"))  # fmt: skip
        return seen

    def _no_overlap(self, read: list[Fact | Hole]) -> None:
        for one, other in pairwise(read):
            if one.span.overlaps(other.span):
                raise self.refusal(f"two values overlap: {one.span} and {other.span}; "
                                   "end the first one in the month before the second one starts.")  # fmt: skip
