# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happens in a step of a story, by the same use cases as the commands of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzaam.app.ledger.delivered import rows_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.officer import answer_accounts, approve_claim, dispute_claim, reject_claim, reopen_month
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.record import Recorded, open_and_record
from werkzaam.app.ledger.run import RunView, run, trial
from werkzaam.app.ledger.wages import record_wages
from werkzaam.app.rows import Row
from werkzaam.store.bank import Attempt, attempts

ROWS = (
    "loon",
    "schatting",
    "inkomen",
    "giften",
    "afspraak",
    "rekening",
    "vertegenwoordiger",
    "persoon",
    "wijziging",
    "hele_maand",
)
"""Tables of a household file that may become known later."""


@dataclass
class Done:
    """What a step came to: what was recorded, what a run changed, the transfers of a file, or with which words it was refused."""

    recorded: Recorded | None = None
    view: RunView | None = None
    transfers: tuple[Attempt, ...] = ()
    sha256: str = ""
    refused: str = ""


def become_known(desk: Desk, household: int, step: Row) -> Done:
    """Rows become known."""
    tables = {key: _rows(step, key) for key in ROWS if key in step.values}
    document = replace(step.document, tables=tables)
    persons = desk.file(household).persons
    return Done(recorded=open_and_record(desk, [rows_of(document, household, persons)]))


def _rows(step: Row, key: str) -> list[object]:
    """One row, or a list of them."""
    found = step.values[key]
    return found if isinstance(found, list) else [found]


def wages_come_in(desk: Desk, _: int, step: Row) -> Done:
    """A file of wages comes in, as CSV."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "loon.csv")
        file.write_text(step.text("loonbestand") + "\n", encoding="utf-8")
        return Done(recorded=record_wages(desk, [file]))


def write_file(desk: Desk, _: int, step: Row) -> Done:
    """The payment file of the month is written."""
    with TemporaryDirectory() as folder:
        sent = pay(desk, step.month("betaalbestand"), Path(folder, "betaling.xml"))
    return Done(transfers=tuple(attempts(desk.database, desk.town.id, sent.file.file_id)), sha256=sent.file.sha256)


def run_month(desk: Desk, _: int, step: Row) -> Done:
    """The month is run."""
    return Done(view=run(desk, step.month("run")))


def try_month(desk: Desk, _: int, step: Row) -> Done:
    """Somebody looks what the run of the month would do."""
    return Done(view=trial(desk, step.month("proef")))


def approve(desk: Desk, household: int, step: Row) -> Done:
    """An officer lets the claim of a month grow."""
    row = _inside(step, "akkoord", "maand", "omdat", "beslagvrije_voet")
    approve_claim(
        desk, household, row.month("maand"), reason=_said(row, "omdat"), protected_earnings=_said(row, "beslagvrije_voet")
    )
    return Done()


def reject(desk: Desk, household: int, step: Row) -> Done:
    """An officer leaves a month as it was decided."""
    row = _inside(step, "afgewezen", "maand", "omdat")
    reject_claim(desk, household, row.month("maand"), reason=_said(row, "omdat"))
    return Done()


def dispute(desk: Desk, household: int, step: Row) -> Done:
    """The person contests the claim of a month, or a part of it."""
    row = _inside(step, "bezwaar", "maand", "tekst", "bedrag")
    cents = row.cents("bedrag") if "bedrag" in row.values else None
    dispute_claim(desk, household, row.month("maand"), text=row.text("tekst"), cents=cents)
    return Done()


def reopen(desk: Desk, household: int, step: Row) -> Done:
    """An officer opens an old month again by a formal decision."""
    row = _inside(step, "heropend", "maand", "omdat")
    reopen_month(desk, household, row.month("maand"), reason=_said(row, "omdat"))
    return Done()


def approve_account(desk: Desk, household: int, step: Row) -> Done:
    """An officer approves the changes of account that wait."""
    answer_accounts(desk, household, approved=True, reason=_said(_inside(step, "rekening_akkoord", "omdat"), "omdat"))
    return Done()


def reject_account(desk: Desk, household: int, step: Row) -> Done:
    """An officer rejects the changes of account that wait."""
    answer_accounts(desk, household, approved=False, reason=_said(_inside(step, "rekening_afgewezen", "omdat"), "omdat"))
    return Done()


def _inside(step: Row, key: str, *known: str) -> Row:
    found = step.values[key]
    if not isinstance(found, dict):
        step.refuse(key, f'a table was expected, such as {key} = {{ omdat = "..." }}; found {found!r}.')
    row = step.inside(key, found)
    row.only(*known)
    return row


def _said(row: Row, key: str) -> str:
    """What an officer wrote down; empty when nothing was, which the ledger refuses itself."""
    return row.text(key) if row.values.get(key) else ""


Deed = Callable[[Desk, int, Row], Done]
DEEDS: Mapping[str, Deed] = {
    **dict.fromkeys(ROWS, become_known),
    "loonbestand": wages_come_in,
    "betaalbestand": write_file,
    "run": run_month,
    "proef": try_month,
    "akkoord": approve,
    "afgewezen": reject,
    "bezwaar": dispute,
    "heropend": reopen,
    "rekening_akkoord": approve_account,
    "rekening_afgewezen": reject_account,
}
"""What can happen in a step, by its key."""
