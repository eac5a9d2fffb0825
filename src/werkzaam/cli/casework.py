# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written in a dossier: one command for each form of guidance, `werkzaam contact`, `werkzaam goal set` and the rest."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError, WerkzaamError

if TYPE_CHECKING:
    from werkzaam.casework.form import Field, Form


def add(commands: Commands) -> None:
    """Add a command for every form; forms of one first word share it."""
    from werkzaam.casework.notions import FORMS

    groups: dict[str, Commands] = {}
    for form in FORMS.values():
        first, _, second = form.command.partition(" ")
        if not first:
            continue  # Written by a command that does more, such as a handover.
        if not second:
            parser = commands.add_parser(first, help=form.help, description=_told(form.help))
        else:
            if first not in groups:
                group = commands.add_parser(first, help=f"{first}: what was agreed and done")
                groups[first] = group.add_subparsers(title=first, metavar="WHAT", required=True)
            parser = groups[first].add_parser(second, help=form.help, description=_told(form.help))
        _options(parser, form)


def _told(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _options(parser: argparse.ArgumentParser, form: Form) -> None:
    from werkzaam.casework.entry import Role

    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    for field in form.fields:
        choices = f" ({', '.join(field.options)})" if field.options else ""
        parser.add_argument(_option(field), dest=f"field_{field.name}", metavar=field.kind.name,
                            help=f"{field.help}{choices}{'; needed' if field.required else ''}".replace("%", "%%"))  # fmt: skip
    parser.add_argument("--day", metavar="DAY", help="the day it happened or holds from (default: today)")
    parser.add_argument("--until", metavar="DAY", help="the last day it holds")
    parser.add_argument("--instead-of", metavar="NUMBER", type=int, help="the entry that this one puts right")
    roles = sorted(role.value for role in form.roles)
    standard = Role.SUPPORT.value if Role.SUPPORT in form.roles else roles[0]
    parser.add_argument("--as", dest="role", choices=roles, default=standard, help=f"in which capacity (default: {standard})")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run, kind=form.kind.value)


def run(arguments: argparse.Namespace) -> None:
    """Write it, and say what to know about it."""
    from werkzaam.app.casework.record import write
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.entry import Kind, Role
    from werkzaam.casework.notions import FORMS

    given = {name.removeprefix("field_"): value for name, value in vars(arguments).items() if name.startswith("field_")}
    raw = {name: value for name, value in given.items() if value is not None}
    kind = Kind(arguments.kind)
    with desk_of(arguments) as desk, _by_options(FORMS[kind]):
        done = write(
            desk, arguments.person, kind, raw, role=Role(arguments.role), day=_day(arguments.day, "--day"),
            until=_day(arguments.until, "--until"), replaces=arguments.instead_of,
        )  # fmt: skip
    code = "written_before" if done.seq is None else "written"
    lines = [sentence(code, arguments.lang, {"person": arguments.person, "seq": done.seq or 0})]
    lines += [sentence(one.code, arguments.lang, one.values) for one in done.remarks]
    sys.stdout.write("\n".join(lines) + "\n")


@contextmanager
def _by_options(form: Form) -> Iterator[None]:
    """A refusal names a field as the dossier does; whoever typed a command reads the option that they can change."""
    options = {field.naam: _option(field) for field in form.fields} | {"dag": "--day", "until": "--until"}
    try:
        yield
    except WerkzaamError as error:
        said = str(error)
        first, sep, rest = said.partition(": ")
        names = re.split(r"( is missing|, | or | of )", first)
        if any(one in options for one in names):
            said = "".join(options.get(one, one) for one in names) + sep + rest
        error.args = (re.sub(r"\((\w+)(?=[:)])", lambda found: f"({options.get(found[1], found[1])}", said),)
        raise


def _option(field: Field) -> str:
    return f"--{field.name.replace('_', '-')}"


def _day(text: str | None, option: str) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option}: a day was expected, such as 2019-04-01; found {text!r}.") from None
