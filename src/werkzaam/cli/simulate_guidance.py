# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam simulate guidance`: what other guidance would do to the same invented people, and what that rests on."""

from __future__ import annotations

import argparse
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang

STUDIES = ("contacts", "caseload", "views", "review", "placements", "education")


def add(commands: Commands) -> None:
    """Add the study."""
    parser = commands.add_parser(
        "guidance", help="contacts, caseloads and other guidance",
        description="Lets the same invented participants live from 2018 to 2022 under other guidance: contacts beside the "
                    "published numbers, caseloads of 55 and 300, people with other motives, self-direction that is reviewed "
                    "after a year, trial placements, or a budget for education. What is assumed stands below the answer. Nobody "
                    "in it exists.",
    )  # fmt: skip
    parser.add_argument("question", choices=STUDIES, nargs="?", default=STUDIES[0], help="which question (default: contacts)")
    parser.add_argument("--people", metavar="N", type=int, default=2_700, help="invented participants (default: 2700)")
    parser.add_argument("--seed", metavar="N", type=int, default=7, help="the seed (default: 7)")
    parser.add_argument("--assumptions", metavar="FILE", type=Path, help="your own numbers, printed with the result")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Run the study and print it."""
    from werkzaam.app.cache import kernels
    from werkzaam.app.simulation.guidance_run import setting_of, study_text
    from werkzaam.app.simulation.numbers import shipped, with_file

    given = shipped() if arguments.assumptions is None else with_file(shipped(), arguments.assumptions)
    setting = setting_of(arguments.people, arguments.seed, given, kernels())
    for line in study_text(arguments.question, setting, arguments.lang):
        print(line)
