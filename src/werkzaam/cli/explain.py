# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam explain`: one household's month as a sum that a person can follow."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "explain", help="one household's month, line by line",
        description="Prints each month of a case as a sum: every line with its formula, its article and a plain sentence.",
    )  # fmt: skip
    parser.add_argument("case", metavar="CASE.toml", help="the household, its wages and its regime (docs/reference/case-file.md)")
    parser.add_argument("--month", metavar="2023-01", help="only this month (default: every month of the case)")
    add_lang(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, amounts in whole cents")
    parser.add_argument("--all", action="store_true", help="every step of the calculation as well")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the pages; nothing is printed when one of them cannot be made."""
    from werkzaam.app.cases import read_case
    from werkzaam.app.month_page import month_pages
    from werkzaam.core.months import Month

    month = Month.parse(arguments.month) if arguments.month else None
    pages = month_pages(read_case(arguments.case), arguments.lang, month)
    if arguments.json:
        from werkzaam.app.page_json import pages_json

        sys.stdout.write(pages_json(pages))
        return
    from werkzaam.app.page_text import page_text

    sys.stdout.write("\n\n".join(page_text(page, every_step=arguments.all) for page in pages))
