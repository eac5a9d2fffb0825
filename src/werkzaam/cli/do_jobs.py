# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam do-jobs`: does the jobs of the web application: runs, letters, files of wages."""

from __future__ import annotations

import argparse
import os

from werkzaam.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "do-jobs", help="do the jobs of the web application",
        description="Does the jobs that somebody asked for in the web application, of the environment that the server has "
                    "too (docs/reference/web-settings.md): runs, letters, files of wages. Stopped and started again, it goes on "
                    "where it was. `werkzaam serve --demo` starts one by itself.",
    )  # fmt: skip
    parser.add_argument("--beside", type=int, metavar="PROCESS", help="end when this process, which began it, is gone")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Do jobs until told to stop."""
    from werkzaam.web.serve import make_ready

    make_ready(dict(os.environ))
    from werkzaam.web.jobs.worker import Worker

    Worker(arguments.beside).work()
