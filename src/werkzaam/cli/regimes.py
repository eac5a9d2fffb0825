# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam regimes`: what a town chose, where that is written, and what nobody stated."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, month_or_day, paragraph

if TYPE_CHECKING:
    from werkzaam.core.months import Month
    from werkzaam.regime.regime import Chosen, Regime, Unstated

_WORDS = {
    "nl": {"unstated": "niet vermeld", "unneeded": "niet vermeld, en niet nodig", "assumed": "aanname", "source": "bron",
           "to": "t/m", "on": "en verder", "parts": "bestaat uit", "holds": "geldt",
           "land": "regels van"},
    "en": {"unstated": "not stated", "unneeded": "not stated, and not needed", "assumed": "assumption", "source": "source",
           "to": "to", "on": "onwards", "parts": "consists of", "holds": "holds",
           "land": "rules of"},
}  # fmt: skip


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "regimes", help="what towns chose and where that is written",
        description="Lists the regimes and parts that ship, or shows one: every choice with its value, source and assumption, "
                    "and how people are guided.",
    )  # fmt: skip
    parser.add_argument(
        "id", metavar="ID", nargs="?",
        help="a regime, such as amsterdam_2018, a part, such as rot_taskforce, or a file of your own (default: list)",
    )  # fmt: skip
    parser.add_argument("--history", metavar="TOWN", help="the parts of a municipality through the years, such as Tilburg")
    parser.add_argument("--on", metavar="MONTH", help="only what holds in this month, such as 2018-07")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the list, one regime or part, or a municipality through the years."""
    print("\n".join(_lines(arguments)))


def _lines(arguments: argparse.Namespace) -> Iterator[str]:
    from werkzaam.cli.regimes_parts import every_part, one_part, part_named, time_line
    from werkzaam.core.errors import InputError
    from werkzaam.regime.read import read_regime, regime_ids

    month = month_or_day(arguments.on) if arguments.on else None
    if arguments.history is not None:
        if arguments.id is not None or month is not None:
            raise InputError("--history shows a municipality through the years; leave ID and --on out.")
        yield from time_line(arguments.history, arguments.lang)
    elif arguments.id is None:
        every = (read_regime(ident) for ident in regime_ids())
        yield from _list((one for one in every if month is None or month in one.span), arguments.lang)
        yield from every_part(month, arguments.lang)
    elif (part := part_named(arguments.id)) is not None:
        yield from one_part(part.at(month) if month is not None else part, arguments.lang)
        yield from _stated(part, arguments.lang)
    else:
        yield from _one(read_regime(arguments.id), month, arguments.lang)


def _list(regimes: Iterator[Regime], lang: str) -> Iterator[str]:
    from werkzaam.app.policy.choices import span_text

    for regime in regimes:
        yield f"{regime.id:<32} {span_text(regime, lang):<22} {regime.name_nl if lang == 'nl' else regime.name_en}"


def _one(regime: Regime, month: Month | None, lang: str) -> Iterator[str]:
    """The regime, its parts, every choice in the order in which we register them, and how people are guided."""
    from werkzaam.app.policy.choices import span_text
    from werkzaam.cli.regimes_parts import guided
    from werkzaam.regime.model import CHOICES

    words = _WORDS[lang]
    yield f"{regime.id}: {regime.name_nl if lang == 'nl' else regime.name_en}"
    yield paragraph(regime.description_nl if lang == "nl" else regime.description_en)
    land = "" if regime.land == "NL" else f"{words['land']}: {regime.land}; "
    yield f"{land}{words['holds']}: {span_text(regime, lang)}; {words['parts']}: {', '.join(regime.uses)}"
    for path, found in _choices(regime, month):
        choice = CHOICES[path]
        yield f"\n{path} ({choice.law.text(lang)})"
        yield paragraph(choice.meaning_nl if lang == "nl" else choice.meaning_en, "    ")
        for one in found:
            yield from _choice(one, lang)
    if regime.guidance is not None:
        yield from guided(regime.guidance, lang)


def _stated(part: Regime, lang: str) -> Iterator[str]:
    """What a part states about money, choice by choice."""
    from werkzaam.regime.model import CHOICES

    for path in dict.fromkeys(one.path for one in part.stated):
        yield f"\n{path} ({CHOICES[path].law.text(lang)})"
        for one in part.stated:
            if one.path == path:
                yield from _choice(one, lang)


def _choices(regime: Regime, month: Month | None) -> Iterator[tuple[str, list[Chosen | Unstated]]]:
    """Per choice what was stated in the month asked, or through all months."""
    for first in regime.choices(month or regime.span.first):
        stated: list[Chosen | Unstated] = [one for one in regime.stated if one.path == first.path] if month is None else []
        yield first.path, stated or [first]


def _choice(one: Chosen | Unstated, lang: str) -> Iterator[str]:
    from werkzaam.app.policy.choices import choice_text
    from werkzaam.regime.regime import Unstated

    words = _WORDS[lang]
    if isinstance(one, Unstated):
        yield f"    {words['unstated' if one.needed else 'unneeded']}"
        return
    last = f"{words['to']} {one.span.last}" if one.span.last else words["on"]
    yield f"  = {choice_text(one, lang)}  [{one.span.first} {last}; {one.part}]"
    if one.assumed:
        yield paragraph(f"{words['assumed']}: {one.waarom if lang == 'nl' else one.why}", "    ")
    if one.source:
        yield paragraph(f"{words['source']}: {one.source}", "    ")
