# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam experiment`: from a design to a verdict, one part of the way per module."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from werkzaam.cli import experiment_design, experiment_roster, experiment_verdict, experiment_wave

PARTS: tuple[ModuleType, ...] = (experiment_design, experiment_roster, experiment_wave, experiment_verdict)
"""Each has add(subparsers) for the commands of its part, in the order in which they are used."""


def add(commands: Any) -> None:
    """Add the group and the commands of its parts."""
    parser = commands.add_parser("experiment", help="an experiment: design, enrolment, draw, waves, analysis, report")
    parts = parser.add_subparsers(title="commands", metavar="COMMAND", dest="experiment_command", required=True)
    for part in PARTS:
        part.add(parts)
