# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The command `werkzaam`: one subcommand for each thing a person wants to know or do."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Any

from werkzaam import __version__
from werkzaam.app.cache import keep_all_compiled_code
from werkzaam.cli import (
    agenda,
    buffer,
    caseload,
    casework,
    chances,
    claims,
    compare,
    compare_earnings,
    contacts,
    courses,
    demo,
    do_jobs,
    docs,
    dossier,
    employers,
    experiment,
    expire,
    explain,
    export_dossiers,
    facts,
    instruments,
    jobs,
    ladder,
    ledger,
    letter,
    lists,
    looks,
    month,
    officer,
    own_error,
    pay,
    peers,
    premium_end,
    record,
    refer,
    regimes,
    restart,
    rules,
    run,
    serve,
    settings,
    settle,
    simulate,
    staff,
    talk,
    tasks,
    whatif,
)  # fmt: skip
from werkzaam.core.errors import WerkzaamError

GROUPS = (
    demo,
    explain,
    whatif,
    compare_earnings,
    compare,
    settle,
    ledger,
    record,
    run,
    tasks,
    officer,
    own_error,
    buffer,
    expire,
    pay,
    premium_end,
    month,
    letter,
    restart,
    agenda,
    talk,
    casework,
    instruments,
    courses,
    employers,
    jobs,
    refer,
    ladder,
    dossier,
    lists,
    peers,
    contacts,
    staff,
    looks,
    export_dossiers,
    chances,
    caseload,
    experiment,
    simulate,
    facts,
    rules,
    regimes,
    settings,
    claims,
    docs,
    serve,
    do_jobs,
)
"""Each has add(subparsers); what a command needs is imported when it runs, so that every command starts fast."""
_USAGE, _INTERRUPTED, _NOBODY_READS = 2, 130, 141


class _Unasked:
    """Stands in for the parser of a command that nobody asks for: takes every option, keeps none."""

    def __getattr__(self, _: str) -> Callable[..., _Unasked]:
        return lambda *_, **__: self


class _Asked(argparse._SubParsersAction):
    """The commands, of which only the one that is asked gets its options: most of the time to start went to all others."""

    asked: str | None = None

    def add_parser(self, name: str, **given: Any) -> Any:
        """A parser for a command, or what stands in for it."""
        return super().add_parser(name, **given) if self.asked in (None, name) else _Unasked()


def build_parser(asked: str | None = None) -> argparse.ArgumentParser:
    """The parser with all commands, or with one; with all when there is no such command, so that it can name them."""
    parser = argparse.ArgumentParser(
        prog="werkzaam", description="Settles part-time earnings against bijstand, to the cent and explained line by line."
    )
    parser.add_argument("--version", action="version", version=f"werkzaam {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", action=_Asked)
    assert isinstance(commands, _Asked)
    commands.asked = asked
    for group in GROUPS:
        group.add(commands)
    return parser if asked is None or asked in commands.choices else build_parser()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 2 with a message on stderr when input cannot be used."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal without a euro sign shows a question mark.
    keep_all_compiled_code()
    words = sys.argv[1:] if argv is None else argv
    parser = build_parser(words[0] if words and not words[0].startswith("-") else None)
    try:
        arguments = parser.parse_args(words)
    except SystemExit as stop:  # Raised by argparse, after its message.
        return stop.code if isinstance(stop.code, int) else 0
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return _USAGE
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    try:
        code = int(arguments.run(arguments) or 0)
        sys.stdout.flush()
    except WerkzaamError as error:
        print(f"werkzaam {arguments.command}: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # Such as `werkzaam facts | head`: nobody reads on, and that is fine.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
