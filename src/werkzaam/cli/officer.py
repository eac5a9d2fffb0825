# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam queue`, `approve`, `reject`, `reopen` and `dispute`: what needs a human, and what a named human decides."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month


def add(commands: Commands) -> None:
    """Add the commands."""
    waits = commands.add_parser("queue", help="what needs a human, and why", description="Lists what waits, the oldest first.")
    add_lang(waits)
    add_ledger(waits)
    waits.set_defaults(run=queue)
    approves = _about(commands, "approve", "approve what waits, in your own name",
                      "Approves a claim after the protected-earnings check, or with --account a change of account. Never what "
                      "you proposed yourself.", approve)  # fmt: skip
    approves.add_argument("--protected-earnings", metavar="TEXT",
                          help="what came of the check of the protected earnings (beslagvrije voet), in words")  # fmt: skip
    rejects = _about(commands, "reject", "reject what waits, in your own name",
                     "Rejects a claim, or with --account a change of account: everything stays as it was.", reject)  # fmt: skip
    for parser in (approves, rejects):
        parser.add_argument("--account", action="store_true", help="about the change of account that waits, and no month")
    _about(commands, "reopen", "open a month that is past its term",
           "Opens a month that is past its term, by the formal decision that the reason names.", reopen)  # fmt: skip
    _about(commands, "dispute", "record that somebody does not agree with a claim",
           "From this moment nothing of what is contested is taken. The reason is what the person says.", dispute)  # fmt: skip


def _about(commands: Commands, name: str, short: str, long: str, run: object) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=short, description=long)
    parser.add_argument("household", metavar="HOUSEHOLD", type=int)
    parser.add_argument("month", metavar="MONTH", nargs="?", help="the month it is about, as 2026-03")
    parser.add_argument("--reason", metavar="TEXT", required=True, help="why, in a sentence that the person may read")
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def queue(arguments: argparse.Namespace) -> None:
    """Print what waits."""
    from werkzaam.app.ledger.waiting import waiting_text

    with desk_of(arguments) as desk:
        sys.stdout.write(waiting_text(desk, arguments.lang))


def approve(arguments: argparse.Namespace) -> None:
    """Approve a claim or an account."""
    from werkzaam.app.ledger.officer import answer_accounts, approve_claim
    from werkzaam.core.money import format_euro

    with desk_of(arguments) as desk:
        if arguments.account:
            count = answer_accounts(desk, arguments.household, approved=True, reason=arguments.reason)
            sys.stdout.write(f"{desk.actor} approved {count} account(s) of household {arguments.household}.\n")
            return
        if not arguments.protected_earnings:
            raise InputError("Approving a claim needs --protected-earnings: what came of the check of the protected earnings, "
                             "in words. We do not compute it.")  # fmt: skip
        made = approve_claim(desk, arguments.household, _month(arguments), reason=arguments.reason,
                             protected_earnings=arguments.protected_earnings)  # fmt: skip
    claimed = format_euro(made.claim_after, "en")
    sys.stdout.write(
        f"{desk.actor} approved: {claimed} euros are claimed for {made.month}. Nothing is taken in the next "
        f"{desk.town.notice_days} days.\n"
    )


def reject(arguments: argparse.Namespace) -> None:
    """Reject a claim or an account."""
    from werkzaam.app.ledger.officer import answer_accounts, reject_claim

    with desk_of(arguments) as desk:
        if arguments.account:
            answer_accounts(desk, arguments.household, approved=False, reason=arguments.reason)
        else:
            reject_claim(desk, arguments.household, _month(arguments), reason=arguments.reason)
    sys.stdout.write(f"{desk.actor} rejected it; everything of household {arguments.household} stays as it was.\n")


def reopen(arguments: argparse.Namespace) -> None:
    """Open a month again."""
    from werkzaam.app.ledger.officer import reopen_month

    with desk_of(arguments) as desk:
        reopen_month(desk, arguments.household, _month(arguments), reason=arguments.reason)
    sys.stdout.write(f"{desk.actor} reopened {arguments.month} of household {arguments.household}.\n")


def dispute(arguments: argparse.Namespace) -> None:
    """Record a dispute."""
    from werkzaam.app.ledger.officer import dispute_claim
    from werkzaam.core.money import format_euro

    with desk_of(arguments) as desk:
        made = dispute_claim(desk, arguments.household, _month(arguments), text=arguments.reason)
    contested = format_euro(made.cents, "en")
    sys.stdout.write(f"{contested} euros of {made.month} are contested; nothing of it is taken until an officer decides.\n")


def _month(arguments: argparse.Namespace) -> Month:
    if arguments.month is None:
        raise InputError("The month is missing: which month is this about, as 2026-03?")
    return Month.parse(arguments.month)
