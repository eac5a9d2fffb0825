# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam settings`: how a town settled control, and what holds where it settled nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, month_or_day, paragraph

if TYPE_CHECKING:
    from werkzaam.core.months import Month
    from werkzaam.regime.control import Settled

_WORDS = {
    "nl": {"least": "niemand koos anders: dit is het minste toezicht dat de wet toelaat", "chosen": "gekozen in {part}",
           "others": "ook mogelijk, met meer toezicht", "head": "Toezicht in {month}"},
    "en": {"least": "nobody chose otherwise: this is the least controlling that the law permits", "chosen": "chosen in {part}",
           "others": "also possible, with more control", "head": "Control in {month}"},
}  # fmt: skip


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "settings", help="how much a town controls, and what holds where it settled nothing",
        description="Lists what a town may settle about control. Without a choice of the town the least controlling option holds "
                    "that the law of the month permits.",
    )  # fmt: skip
    parser.add_argument("id", metavar="ID", nargs="?", help="a regime or a part, or a file of your own (default: nobody chose)")
    parser.add_argument("--on", metavar="MONTH", help="under the law of this month, such as 2018-07 (default: this month)")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print every setting."""
    from werkzaam.cli.regimes_parts import part_named
    from werkzaam.core.months import Month
    from werkzaam.regime.control import settled
    from werkzaam.regime.read import read_regime

    month = month_or_day(arguments.on) if arguments.on else Month.of_day(datetime.now(UTC).date())
    regime = None if arguments.id is None else part_named(arguments.id) or read_regime(arguments.id)
    guidance = None if regime is None else regime.at(month).guidance
    print("\n".join(_lines(settled(guidance, month), month, arguments.lang)))


def _lines(found: list[Settled], month: Month, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    yield words["head"].format(month=month)
    for one in found:
        yield f"\n{one.control.question.text(lang)} ({one.control.code})"
        yield paragraph(f"{one.option.code}: {one.option.says.text(lang)} [{one.option.law.text(lang)}]", "  ")
        yield paragraph(words["least"] if one.part is None else words["chosen"].format(part=one.part), "  ")
        options = one.control.options
        more = [option.code for option in options[options.index(one.option) + 1 :] if month in option.span]
        if more:
            yield paragraph(f"{words['others']}: {', '.join(more)}", "  ")
