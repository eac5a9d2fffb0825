# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam staff`: who works at the office, who is away, and the terms that the town chose."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.casework.staff import AtWork, StaffWritten


def add(commands: Commands) -> None:
    """Add the command with its subcommands."""
    group = commands.add_parser("staff", help="who works at the office, who is away, and the town's own terms")
    kinds = group.add_subparsers(title="staff", metavar="WHAT", required=True)
    record = _one(kinds, "record", "write down what a file says of the office (docs/reference/staff-file.md)", run_record)
    record.add_argument("file", metavar="FILE", type=Path)
    away = _one(kinds, "away", "somebody is away from a day to a day", run_away)
    away.add_argument("worker", metavar="KLANTMANAGER")
    away.add_argument("--from", dest="first", metavar="DAY", required=True, help="the first day of absence")
    away.add_argument("--to", dest="last", metavar="DAY", required=True, help="the last day of absence")
    away.add_argument("--instead-of", metavar="NUMBER", type=int, help="the absence that this one puts right")
    leaves = _one(kinds, "leaves", "somebody leaves; says who still are their clients", run_leaves)
    leaves.add_argument("worker", metavar="KLANTMANAGER")
    leaves.add_argument("--last", metavar="DAY", required=True, help="the last day")
    withdraw = _one(kinds, "withdraw", "take an entry back that was a mistake", run_withdraw)
    withdraw.add_argument("number", metavar="NUMBER", type=int)
    withdraw.add_argument("--because", metavar="TEXT", required=True, help="why it no longer holds")
    listed = _one(kinds, "list", "who works here today, with their clients", run_list)
    listed.add_argument("--all", action="store_true", help="every entry that was written, with its number")
    _one(kinds, "terms", "the terms of the office, and which of them the town chose itself", run_terms)


def _one(kinds: Commands, name: str, what: str, run: object) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def run_record(arguments: argparse.Namespace) -> None:
    """Write a file down."""
    from werkzaam.app.casework.staff import record_staff_file

    with desk_of(arguments) as desk:
        _tell(record_staff_file(desk, arguments.file), arguments.lang)


def run_away(arguments: argparse.Namespace) -> None:
    """Write an absence down."""
    from werkzaam.app.casework.staff import away

    first, last = _day(arguments.first, "--from"), _day(arguments.last, "--to")
    with desk_of(arguments) as desk:
        _tell(away(desk, arguments.worker, first, last, replaces=arguments.instead_of), arguments.lang)


def run_leaves(arguments: argparse.Namespace) -> None:
    """Write a last day down."""
    from werkzaam.app.casework.staff import leaves

    last = _day(arguments.last, "--last")
    with desk_of(arguments) as desk:
        _tell(leaves(desk, arguments.worker, last), arguments.lang)


def run_withdraw(arguments: argparse.Namespace) -> None:
    """Take an entry back."""
    from werkzaam.app.casework.staff import take_back

    with desk_of(arguments) as desk:
        _tell(take_back(desk, arguments.number, arguments.because), arguments.lang)


def run_list(arguments: argparse.Namespace) -> None:
    """Print who works here, or every entry."""
    from werkzaam.app.casework.said import sentence
    from werkzaam.app.casework.staff import at_work, left_with_clients
    from werkzaam.store.staff import staff_entries

    with desk_of(arguments) as desk:
        entries = staff_entries(desk.database, desk.town.id, all_versions=True)
        here, left = at_work(desk), left_with_clients(desk)
        today = desk.today
    if arguments.all:
        lines = [_entry(one, arguments.lang) for one in entries]
    else:
        lines = [_line(one, today, arguments.lang) for one in here]
        unknown = [one for one in left if one not in {each.worker.id for each in here}]
        lines += [sentence("staff_left_with_clients", arguments.lang, {"worker": one, "clients": left[one]}) for one in unknown]
    nobody = sentence("staff_nobody_now" if entries else "staff_nobody", arguments.lang)
    sys.stdout.write("\n".join(lines or [nobody]) + "\n")


def run_terms(arguments: argparse.Namespace) -> None:
    """Print the terms."""
    from werkzaam.app.casework.offices import office_of
    from werkzaam.app.casework.said import sentence
    from werkzaam.app.casework.staff_file import TERMS
    from werkzaam.casework.staffing import StaffKind
    from werkzaam.store.staff import staff_entries

    with desk_of(arguments) as desk:
        terms = office_of(desk).terms
        stated = [
            one for one in staff_entries(desk.database, desk.town.id) if one.kind is StaffKind.TERMS and one.day <= desk.today
        ]
    own = {name for one in stated for name in one.body}
    for name in TERMS:
        code = "term_own" if name in own else "term_assumed"
        sys.stdout.write(sentence(code, arguments.lang, {"name": name, "value": str(getattr(terms, name))}) + "\n")


def _tell(done: StaffWritten, lang: str) -> None:
    from werkzaam.app.casework.said import sentence

    lines = [sentence("staff_written", lang, {"new": len(done.new), "already": done.already})]
    lines += [_entry(one, lang) for one in done.new]
    lines += [sentence(one.code, lang, one.values) for one in done.remarks]
    sys.stdout.write("\n".join(lines) + "\n")


def _entry(one: object, lang: str) -> str:
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.staffing import StaffEntry

    assert isinstance(one, StaffEntry)
    day = f"{one.day}" if one.until is None else f"{one.day} - {one.until}"
    return sentence("staff_entry", lang, {"number": one.number, "kind": one.kind.value, "worker": one.worker or "*", "day": day})


def _line(one: AtWork, today: date, lang: str) -> str:
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.calendar import WEEKDAYS
    from werkzaam.casework.staffing import back_on

    worker = one.worker
    days = "" if worker.days == WEEKDAYS else sentence("staff_days", lang, {"which": worker.days})
    values: dict[str, object] = {
        "days": days, "worker": worker.id, "name": worker.name, "team": worker.team, "share": worker.share,
        "clients": one.clients, "first": worker.first, "last": worker.last or today,
    }  # fmt: skip
    if one.works:
        return sentence("staff_here", lang, values)
    if worker.last is not None and worker.last < today:
        return sentence("staff_over", lang, values)
    if worker.first > today:
        return sentence("staff_not_yet", lang, values)
    back = back_on(worker, today)
    return sentence("staff_away", lang, values | {"back": back}) if back else sentence("staff_away_long", lang, values)


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option}: a day was expected, such as 2019-04-01; found {text!r}.") from None
