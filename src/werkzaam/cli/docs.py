# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam docs`: writes the generated pages of docs/reference from the code and its data."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "docs", help="write the generated reference pages",
        description="Writes docs/reference: commands, rules, facts, regimes, graph.",
    )  # fmt: skip
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path("docs/reference"),
                        help="where (default: docs/reference)")  # fmt: skip
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Write every page and name it."""
    from werkzaam.app.reference import pages
    from werkzaam.cli.main import build_parser
    from werkzaam.cli.manual import manual

    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, text in {"cli.md": manual(build_parser()), **pages()}.items():
        arguments.out.joinpath(name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"wrote {arguments.out.joinpath(name)}\n")
