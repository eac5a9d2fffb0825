# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam letter`: a decision or proposal as a letter in plain Dutch or English, as PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "letter", help="a decision as a letter (PDF)",
        description="Writes the letter about a decision or a proposal. The first time it is kept; later it is the same, byte for "
                    "byte.",
    )  # fmt: skip
    parser.add_argument(
        "decision",
        metavar="DECISION",
        help="HOUSEHOLD/MONTH/VERSION, as 1001/2026-03/1; 1001/2026-03/bezwaar-1 for the decision on an objection",
    )
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True, help="where the letter goes")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Write the letter."""
    from werkzaam.app.ledger.letter_of import letter_pdfs

    with desk_of(arguments) as desk:
        made = letter_pdfs(desk, arguments.decision, arguments.lang)
    for body, file in zip(made, (arguments.out, arguments.out.with_stem(f"{arguments.out.stem}-copy")), strict=False):
        try:
            file.write_bytes(body)
        except OSError as error:
            raise InputError(f"The letter cannot be written ({error}). It is kept; ask for it again.") from error
        sys.stdout.write(f"wrote {file}\n")
    if len(made) > 1:
        sys.stdout.write("The copy is for who acts for the person; send both.\n")
