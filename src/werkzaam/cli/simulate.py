# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam simulate`: synthetic people living under regimes; without a study it compares regimes."""

from __future__ import annotations

from types import ModuleType

from werkzaam.cli import simulate_next, simulate_regimes, simulate_settlement
from werkzaam.cli.options import Commands

STUDIES: tuple[ModuleType, ...] = (simulate_settlement, simulate_next)
"""Each has add(subparsers) and is a question of its own; what a study needs is imported when it runs."""


def add(commands: Commands) -> None:
    """Add the command with its studies."""
    parser = commands.add_parser(
        "simulate", help="invented people living under regimes", description=simulate_regimes.DESCRIPTION
    )
    simulate_regimes.add_to(parser)
    studies = parser.add_subparsers(title="studies", metavar="STUDY", dest="study", required=False)
    for one in STUDIES:
        one.add(studies)
