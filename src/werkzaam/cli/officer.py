# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam approve`, `reject`, `reopen`, `dispute` and `end-dispute`: what a named human decides, in their own name."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, say
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

OUTCOMES = ("upheld", "dismissed", "withdrawn")


def add(commands: Commands) -> None:
    """Add the commands."""
    approves = _about(commands, "approve", "approve what waits, in your own name",
                      "Approves a claim after the protected-earnings check, or with --account a change of account. Never what "
                      "you proposed yourself.", approve)  # fmt: skip
    approves.add_argument("--protected-earnings", metavar="TEXT",
                          help="what came of the check of the protected earnings (beslagvrije voet), in words")  # fmt: skip
    rejects = _about(commands, "reject", "reject what waits, in your own name",
                     "Rejects a claim, or with --account a change of account: everything stays as it was.", reject)  # fmt: skip
    for parser in (approves, rejects):
        parser.add_argument("--account", action="store_true", help="about the change of account that waits, and no month")
        parser.add_argument("--premium", action="store_true", help="about premium that may be asked back, and no month")
    _about(commands, "reopen", "open a month that is past its term",
           "Opens a month that is past its term, by the formal decision that the reason names.", reopen)  # fmt: skip
    _about(commands, "dispute", "record that somebody does not agree with a claim",
           "From this moment nothing of what is contested is taken, and what was taken is set aside. The reason is what the "
           "person says.", dispute)  # fmt: skip
    ends = _about(commands, "end-dispute", "decide on what somebody does not agree with",
                  "Decides on the open disputes about a month; never who approved the claim. Upheld: nothing is taken, and what "
                  "was taken goes back when the month is decided again. Else it can be taken again after the notice.",
                  end_dispute)  # fmt: skip
    ends.add_argument("--outcome", choices=OUTCOMES, required=True, help="what came of it")


def _about(commands: Commands, name: str, short: str, long: str, run: object) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=short, description=long)
    parser.add_argument("household", metavar="HOUSEHOLD", type=int)
    parser.add_argument("month", metavar="MONTH", nargs="?", help="the month it is about, as 2026-03")
    parser.add_argument("--reason", metavar="TEXT", required=True, help="why, in a sentence that the person may read")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def approve(arguments: argparse.Namespace) -> None:
    """Approve a claim or an account; the same again says what was approved then."""
    from werkzaam.app.ledger.answered import AnsweredBefore

    how = _approve_premium if arguments.premium else _approve_account if arguments.account else _approve_claim
    try:
        how(arguments)
    except AnsweredBefore as before:
        _same_or_refuse(before, "approved_before", arguments.lang)


def _approve_account(arguments: argparse.Namespace) -> None:
    from werkzaam.app.ledger.officer import answer_accounts

    with desk_of(arguments) as desk:
        count = answer_accounts(desk, arguments.household, approved=True, reason=arguments.reason)
        say("account_approved", arguments.lang, officer=desk.actor, count=count, household=arguments.household)


def _approve_premium(arguments: argparse.Namespace) -> None:
    from werkzaam.app.ledger.premium_back import approve_premium_back

    _need_protected_earnings(arguments)
    with desk_of(arguments) as desk:
        cents = approve_premium_back(desk, arguments.household, reason=arguments.reason,
                                     protected_earnings=arguments.protected_earnings)  # fmt: skip
        say("premium_approved", arguments.lang, officer=desk.actor, amount=cents)


def _need_protected_earnings(arguments: argparse.Namespace) -> None:
    if not arguments.protected_earnings:
        raise InputError("Approving a claim needs --protected-earnings: what came of the check of the protected earnings, in "
                         "words. We do not compute it.")  # fmt: skip


def _approve_claim(arguments: argparse.Namespace) -> None:
    from werkzaam.app.ledger.officer import approve_claim

    _need_protected_earnings(arguments)
    with desk_of(arguments) as desk:
        made = approve_claim(desk, arguments.household, _month(arguments), reason=arguments.reason,
                             protected_earnings=arguments.protected_earnings)  # fmt: skip
        say("approved", arguments.lang, officer=desk.actor, amount=made.claim_after, month=made.month, days=desk.town.notice_days)


def _same_or_refuse(before: Exception, key: str, lang: str) -> None:
    """Say what was answered then, where the same is answered again; another answer than then is refused."""
    from werkzaam.app.ledger.answered import AnsweredBefore

    if not isinstance(before, AnsweredBefore) or not before.key.endswith(key):
        raise before
    sys.stdout.write(f"{before.text(lang)}\n")


def reject(arguments: argparse.Namespace) -> None:
    """Reject a claim or an account; the same again says what was rejected then."""
    from werkzaam.app.ledger.answered import AnsweredBefore
    from werkzaam.app.ledger.officer import answer_accounts, reject_claim
    from werkzaam.app.ledger.premium_back import reject_premium_back

    try:
        with desk_of(arguments) as desk:
            if arguments.premium:
                cents = reject_premium_back(desk, arguments.household, reason=arguments.reason)
                say("premium_rejected", arguments.lang, officer=desk.actor, household=arguments.household, amount=cents)
            elif arguments.account:
                count = answer_accounts(desk, arguments.household, approved=False, reason=arguments.reason)
                say("account_rejected", arguments.lang, officer=desk.actor, household=arguments.household, count=count)
            else:
                reject_claim(desk, arguments.household, _month(arguments), reason=arguments.reason)
                say("rejected", arguments.lang, officer=desk.actor, household=arguments.household)
    except AnsweredBefore as before:
        _same_or_refuse(before, "rejected_before", arguments.lang)


def reopen(arguments: argparse.Namespace) -> None:
    """Open a month again."""
    from werkzaam.app.ledger.answered import AnsweredBefore
    from werkzaam.app.ledger.officer import reopen_month

    month = _month(arguments)
    try:
        with desk_of(arguments) as desk:
            reopen_month(desk, arguments.household, month, reason=arguments.reason)
            say("reopened", arguments.lang, officer=desk.actor, month=month, household=arguments.household)
    except AnsweredBefore as before:
        _same_or_refuse(before, "reopened_before", arguments.lang)


def dispute(arguments: argparse.Namespace) -> None:
    """Record a dispute."""
    from werkzaam.app.ledger.dispute import dispute_claim

    with desk_of(arguments) as desk:
        made = dispute_claim(desk, arguments.household, _month(arguments), text=arguments.reason)
    say("disputed", arguments.lang, amount=made.dispute.cents, month=made.dispute.month)
    if made.set_aside:
        say("set_aside", arguments.lang, amount=made.set_aside)


def end_dispute(arguments: argparse.Namespace) -> None:
    """Decide on a dispute; the same outcome again says what was decided then."""
    from werkzaam.app.ledger.answered import AnsweredBefore
    from werkzaam.app.ledger.dispute import Outcome, decide_dispute
    from werkzaam.app.ledger.letter_of_objection import newest_letter

    outcome = Outcome(arguments.outcome)
    try:
        with desk_of(arguments) as desk:
            done = decide_dispute(desk, arguments.household, _month(arguments), outcome, reason=arguments.reason)
            letter = newest_letter(desk, arguments.household, done.month)
    except AnsweredBefore as before:
        if before.told("outcome") != outcome.value:
            raise
        _same_or_refuse(before, "ended_before", arguments.lang)
        return
    say(f"ended_{outcome.value}", arguments.lang, month=done.month, day=done.free_on)
    say("objection_letter", arguments.lang, letter=letter)


def _month(arguments: argparse.Namespace) -> Month:
    if arguments.month is None:
        raise InputError("The month is missing: which month is this about, as 2026-03?")
    return Month.parse(arguments.month)
