# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The manual of the command line as Markdown: every command with its arguments and options, read from the parser."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence

HEAD = """# The command line

Made by `make docs` from the parser itself; do not edit. Every command prints `--help` as well.

| exit code | what happened |
|--:|---|
| 0 | it worked |
| 2 | something given cannot be used: an option, a file, a row, a month; the message says where and what to do |
| 70 | a mistake of ours: a rule cannot be read as a formula, or the ledger does not add up |
| 130 | interrupted with Ctrl-C |
| 141 | nobody reads the output any more, as with `werkzaam facts \\| head` |

Results go to stdout, messages about what is wrong to stderr. Every error has an example in [errors.md](errors.md). Compiled rules
are kept in the folder that the environment variable `WERKZAAM_CACHE` names, or else in `werkzaam/kernels` in the user's cache
folder; that folder may be emptied at any time.
"""
_PAGE = re.compile(r"docs/reference/([\w-]+\.md)")


def manual(parser: argparse.ArgumentParser) -> str:
    """Every command below a parser, in the order in which they were added."""
    commands = list(_commands(parser, parser.prog))
    overview = [f"| [`{name}`](#{name.replace(' ', '-')}) | {summary} |" for name, summary, _ in commands if summary]
    sections = [_section(name, child) for name, _, child in commands]
    return "\n".join([HEAD, "| command | what |", "|---|---|", *overview, "", *sections])


def _commands(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """A parser and those below it: full name, one line of help, parser."""
    yield name, "", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {one.dest: one.help or "" for one in action._choices_actions}
            for word, child in action.choices.items():
                for full, summary, below in _commands(child, f"{name} {word}"):
                    yield full, summary or helps.get(word, ""), below


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    rows = [_row(action) for action in _shown(parser) if not isinstance(action, argparse._SubParsersAction)]
    table = ["| | required | what |", "|---|---|---|", *rows]
    usage = " ".join([name, *map(_written, _shown(parser))])
    return "\n".join([f"## {name}", "", parser.description or "", "", "```", usage, "```", "", *table, ""])


def _shown(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Arguments and options; that every command has --help is said once, above."""
    return [action for action in parser._actions if "--help" not in action.option_strings]


def _written(action: argparse.Action) -> str:
    """An action in the usage line: `CASE.toml`, `IN [IN ...]`, `[--month 2023-01]`."""
    if isinstance(action, argparse._SubParsersAction):
        return "COMMAND ..."
    if action.option_strings:
        text = f"{_longest(action.option_strings)} {_value(action)}".strip()
        return text if action.required else f"[{text}]"
    value = _value(action)
    return {"?": f"[{value}]", "+": f"{value} [{value} ...]", "*": f"[{value} ...]"}.get(str(action.nargs), value)


def _row(action: argparse.Action) -> str:
    names = ", ".join(f"`{f'{option} {_value(action)}'.strip()}`" for option in action.option_strings) or f"`{_value(action)}`"
    needed = action.required and action.nargs != "?"
    return f"| {_cell(names)} | {'yes' if needed else 'no'} | {_cell(action.help or '')} |"


def _value(action: argparse.Action) -> str:
    """What stands for the value: nothing for a switch."""
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest)


def _longest(options: Sequence[str]) -> str:
    return max(options, key=len)


def _cell(text: str) -> str:
    """Text inside a table; a page of this folder becomes a link."""
    return _PAGE.sub(r"[\1](\1)", " ".join(text.replace("|", "\\|").split()))
