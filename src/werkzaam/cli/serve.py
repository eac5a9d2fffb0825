# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam serve`: the web application; with `--demo` on invented people."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from werkzaam.cli.options import Commands

PORT = 8000


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "serve", help="the web application: a door for everybody",
        description="Serves the web application that the environment describes (docs/reference/web-settings.md), or with --demo "
                    "one with an invented town, on this machine only.",
    )  # fmt: skip
    parser.add_argument("--demo", metavar="FOLDER", nargs="?", type=Path, const=Path("out/web-demo"),
                        help="try it with invented people, kept in a folder (out/web-demo)")  # fmt: skip
    parser.add_argument("--address", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to listen on (default: {PORT})")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that serve (default: 1)")
    parser.add_argument("--check", action="store_true", help="make ready, ask the first pages once, say how that went, and stop")
    parser.add_argument("--work", action="store_true",
                        help="also start `werkzaam do-jobs` beside it, which ends with it; --demo does so")  # fmt: skip
    parser.add_argument("--first-administrators", metavar="NAME", nargs=2,
                        help="make these two accounts where there is none, say their passwords once, and stop")  # fmt: skip
    parser.add_argument("--check-trail", action="store_true", help="say whether the trail of the doors is whole, and stop")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Make ready and serve until it is stopped."""
    from werkzaam.web.serve import (
        LOOPBACK,
        ask_once,
        beside,
        demo_environment,
        make_ready,
        needed_port,
        run_server,
        say_accounts,
    )

    port = needed_port(arguments.port)
    environment = demo_environment(arguments.demo) if arguments.demo else dict(os.environ)
    make_ready(environment)
    if arguments.check or arguments.first_administrators or arguments.check_trail:
        ask_once() if arguments.check else keep_accounts(arguments.first_administrators)
        return
    address = LOOPBACK if arguments.demo else arguments.address
    if arguments.demo:
        say_accounts(address, port)
    with beside(start=arguments.work or arguments.demo is not None):
        run_server(address, port, arguments.workers)


def keep_accounts(first: list[str] | None) -> None:
    """Make the first administrators, or check the trail."""
    from werkzaam.web.accounts.first import check_trail, make_first

    for name, password in make_first(first) if first else ():
        print(f"{name}\t{password}")
    if first is None:
        print(check_trail())
