# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam facts`: the State's numbers, each with its law, its source and the day somebody saw it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, month_or_day, paragraph

if TYPE_CHECKING:
    from werkzaam.core.months import Month
    from werkzaam.facts.book import Fact, Facts, Series

_WORDS = {
    "nl": {"to": "t/m", "on": "nu nog", "seen": "gezien", "sure": "zeker", "unsure": "onzeker", "hole": "niet gevonden",
           "none": "geen waarde"},
    "en": {"to": "to", "on": "still running", "seen": "seen", "sure": "certain", "unsure": "uncertain", "hole": "not found",
           "none": "no value"},
}  # fmt: skip


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "facts", help="the State's numbers and where they were read",
        description="Lists every number of the State, or one of them through the years with law, source and certainty.",
    )  # fmt: skip
    parser.add_argument("key", metavar="KEY", nargs="?", help="one number, such as norm_21_gehuwden_incl_vt (default: list all)")
    parser.add_argument("--on", metavar="DATE", help="only the value in this month or on this day: 2023-01 or 2023-01-15")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the list, or one series, or one value."""
    from werkzaam.facts.read import read_facts

    known, lang = read_facts(), arguments.lang
    month = month_or_day(arguments.on) if arguments.on else None
    if arguments.key is None:
        lines = _list(known, lang, month)
    elif month is None:
        lines = _series(known.about(arguments.key), lang)
    else:
        series = known.about(arguments.key)
        lines = iter([*_head(series, lang), _value(known.on(arguments.key, month), lang)])
    print("\n".join(lines))


def _list(known: Facts, lang: str, month: Month | None) -> Iterator[str]:
    """Every key with its meaning and unit, and its value where a month was asked."""
    from werkzaam.core.errors import FactError

    for key in known.keys():  # noqa: SIM118 # A method of ours, not a dict.
        series = known.about(key)
        yield f"{key} ({_unit(series, lang)})"
        yield paragraph(series.betekenis if lang == "nl" else series.meaning, "    ")
        if month is not None:
            try:
                yield f"    {month}: {_shown(known.on(key, month), lang)}"
            except FactError:
                yield f"    {month}: {_WORDS[lang]['none']}"


def _series(series: Series, lang: str) -> Iterator[str]:
    """One key: what it is, its law, every value with its source, and where none was found."""
    words = _WORDS[lang]
    yield from _head(series, lang)
    for fact in series.facts:
        yield _value(fact, lang)
    for hole in series.holes:
        last = f"{words['to']} {hole.span.last}" if hole.span.last else words["on"]
        yield f"{hole.span.first} {last}: {words['hole']} ({words['seen']} {hole.seen})"
        if hole.note:
            yield paragraph(hole.note, "    ")


def _head(series: Series, lang: str) -> Iterator[str]:
    yield series.key
    yield paragraph(series.betekenis if lang == "nl" else series.meaning)
    yield f"{series.law}; {_unit(series, lang)}"
    yield ""


def _value(fact: Fact, lang: str) -> str:
    """One value with its months, certainty, source, and a remark where there is one."""
    words = _WORDS[lang]
    last = f"{words['to']} {fact.span.last}" if fact.span.last else words["on"]
    certainty = words["sure" if fact.certain else "unsure"]
    lines = [
        f"{fact.span.first} {last}  {_shown(fact, lang):>12}  {certainty}, {words['seen']} {fact.seen}",
        f"    {fact.source}",
    ]
    return "\n".join([*lines, paragraph(fact.note, "    ")] if fact.note else lines)


def _shown(fact: Fact, lang: str) -> str:
    from fractions import Fraction

    from werkzaam.core.money import format_euro, format_percent
    from werkzaam.facts.book import Unit

    if fact.unit is Unit.CENTS:
        return format_euro(int(fact.value), lang)
    return format_percent(Fraction(fact.value), lang) if fact.unit is Unit.SHARE else str(fact.value)


def _unit(series: Series, lang: str) -> str:
    return series.measure.nl if lang == "nl" else series.measure.en
