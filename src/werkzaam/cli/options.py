# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What several commands share: the language, a month or a day, text within the width of a page, and a picture."""

from __future__ import annotations

import argparse
import getpass
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, TypeAlias

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

if TYPE_CHECKING:
    from werkzaam.app.ledger.desk import Desk

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
WIDTH = 92
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
"""How a moment is written: UTC, to the second."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def add_lang(parser: argparse.ArgumentParser) -> None:
    """`--lang nl|en`."""
    parser.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of the output (default: nl)")


def month_or_day(text: str) -> Month:
    """The month written 2023-01, or that of the day 2023-01-15."""
    if not _DAY.fullmatch(text):
        return Month.parse(text)
    try:
        return Month.of_day(date.fromisoformat(text))
    except ValueError:
        raise InputError(f"A month or a day was expected, such as 2023-01 or 2023-01-15; found {text!r}.") from None


def add_law_date(parser: argparse.ArgumentParser) -> None:
    """`--rechtsdatum` and `--bedragen-van`: try the law of one month on all months."""
    parser.add_argument("--rechtsdatum", metavar="MONTH",
                        help="try the law and the town's choices of this month on every month, along its own norms")  # fmt: skip
    parser.add_argument("--bedragen-van", metavar="MONTH", help="take the amounts of this month for every month")


def law_date(arguments: argparse.Namespace) -> dict[str, Month | None]:
    """What was asked with `add_law_date`, as the calculation wants it; raises InputError for no month."""
    asked = {"rechtsdatum": arguments.rechtsdatum, "bedragen_van": arguments.bedragen_van}
    return {name: None if text is None else Month.parse(text) for name, text in asked.items()}


def paragraph(text: str, indent: str = "") -> str:
    """Text within the width; an address stays whole."""
    return "\n".join(wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False,
                          break_on_hyphens=False))  # fmt: skip


def write_picture(file: Path, text: str) -> None:
    """Write a picture; raises InputError where that cannot be done, or where the name is that of another kind of file."""
    if file.suffix.lower() != ".svg":
        raise InputError(
            f"The picture is an SVG file; give --svg a name that ends in .svg, not {file.name}. Nothing was written."
        )
    write_file(file, text, "The picture", "--svg")


def write_file(file: Path, text: str, what: str, option: str) -> None:
    """Write what an option asked for; raises InputError where that cannot be done."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{what} cannot be written ({error}); give {option} another file.") from error


def add_ledger(parser: argparse.ArgumentParser) -> None:
    """`--database`, `--town`, `--by` and `--at`: which ledger, of which town, who does this, and when it is."""
    database = os.environ.get("WERKZAAM_DATABASE", "sqlite:///werkzaam.db")
    parser.add_argument("--database", metavar="URL", default=database,
                        help="sqlite:///FILE or postgresql://...; else WERKZAAM_DATABASE, or sqlite:///werkzaam.db")  # fmt: skip
    parser.add_argument("--town", metavar="FILE", type=Path, default=Path(os.environ.get("WERKZAAM_TOWN", "town.toml")),
                        help="the town: its regimes, its accounts, who answers questions "
                             "(default: WERKZAAM_TOWN, or town.toml)")  # fmt: skip
    parser.add_argument("--by", metavar="NAME", help="who does this (default: your name on this machine)")
    parser.add_argument("--at", metavar="MOMENT", help="the moment it is, as 2026-03-20T09:15:00Z (default: now)")


@contextmanager
def desk_of(arguments: argparse.Namespace) -> Iterator[Desk]:
    """The desk that the options of `add_ledger` name."""
    from werkzaam.app.ledger.desk import at_desk
    from werkzaam.app.ledger.town import read_town

    town, who = read_town(arguments.town), arguments.by or getpass.getuser()
    with at_desk(arguments.database, town, actor=who, moment=moment(arguments)) as desk:
        yield desk


def say(key: str, lang: str, **said: object) -> None:
    """Print one line of app.texts.officer; `amount` and `left` are cents."""
    from werkzaam.app.ledger.answered import answer_text

    sys.stdout.write(f"{answer_text(key, lang, **said)}\n")


def moment(arguments: argparse.Namespace) -> str:
    """The moment that was given, or now: UTC, to the second."""
    if arguments.at is None:
        return datetime.now(UTC).strftime(MOMENT)
    try:
        return datetime.strptime(arguments.at, MOMENT).replace(tzinfo=UTC).strftime(MOMENT)
    except ValueError:
        raise InputError(f"--at: a moment was expected, such as 2026-03-20T09:15:00Z; found {arguments.at!r}.") from None
