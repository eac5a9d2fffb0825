# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happens in a step of a story, by the same use cases as the commands of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzaam.app.ledger.book import book
from werkzaam.app.ledger.delivered import rows_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import Outcome as Decided
from werkzaam.app.ledger.dispute import decide_dispute, dispute_claim
from werkzaam.app.ledger.officer import answer_accounts, approve_claim, reject_claim, reopen_month
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.app.ledger.premium_back import approve_premium_back, reject_premium_back
from werkzaam.app.ledger.record import Recorded, open_and_record
from werkzaam.app.ledger.refused import read_refusals
from werkzaam.app.ledger.restart import restart
from werkzaam.app.ledger.run import RunView, run, trial
from werkzaam.app.ledger.story.bank import last_file, statement, status_report
from werkzaam.app.ledger.tasks import finish, received
from werkzaam.app.ledger.wages import record_wages
from werkzaam.app.rows import Row
from werkzaam.core.errors import InputError
from werkzaam.store.bank import Attempt, attempts
from werkzaam.store.queue import open_items

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
    """What a step came to: what was recorded, what a run changed, a file and its transfers, or the words of a refusal."""

    recorded: Recorded | None = None
    view: RunView | None = None
    transfers: tuple[Attempt, ...] = ()
    file_id: str = ""
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
    return Done(transfers=tuple(attempts(desk.database, desk.town.id, sent.file.file_id)), file_id=sent.file.file_id)


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


def decide(desk: Desk, household: int, step: Row) -> Done:
    """An officer decides on what the person contests."""
    row = _inside(step, "bezwaar_beslist", "maand", "uitkomst", "omdat")
    outcome = {"gegrond": Decided.UPHELD, "ongegrond": Decided.DISMISSED, "ingetrokken": Decided.WITHDRAWN}
    found = outcome[row.option("uitkomst", tuple(outcome))]
    decide_dispute(desk, household, row.month("maand"), found, reason=_said(row, "omdat"))
    return Done()


def let_file_go(desk: Desk, _: int, step: Row) -> Done:
    """Somebody else lets a payment file go to the bank."""
    let_go(desk, step.text("bestand_vrij"))
    return Done()


def refuse(desk: Desk, _: int, step: Row) -> Done:
    """The bank refuses transfers of the last payment file, by holder, or the file as a whole."""
    row = _inside(step, "weigering", "van", "bestand")
    names = row.values.get("van", {})
    with TemporaryDirectory() as folder:
        path = Path(folder, "status.xml")
        path.write_bytes(status_report(last_file(desk), desk, names, row.text("bestand") if "bestand" in row.values else ""))
        read_refusals(desk, path)
    return Done()


def statement_comes(desk: Desk, _: int, step: Row) -> Done:
    """The bank booked the last payment file; some of it came back, by holder, and other money came in."""
    row = _inside(step, "afschrift", "terug", "ontvangen")
    with TemporaryDirectory() as folder:
        path = Path(folder, "afschrift.xml")
        cents = row.cents("ontvangen") if "ontvangen" in row.values else 0
        path.write_bytes(statement(last_file(desk), desk, row.values.get("terug", {}), cents))
        book(desk, path)
    return Done()


def close_task(desk: Desk, _: int, step: Row) -> Done:
    """Somebody closes the only task of a kind."""
    row = _inside(step, "afgerond", "taak", "omdat")
    finish(desk, _only(desk, row.text("taak")), reason=_said(row, "omdat"))
    return Done()


def money_came(desk: Desk, household: int, step: Row) -> Done:
    """Money that came in is booked as paid back for the claim of a month."""
    row = _inside(step, "ontvangst", "maand")
    received(desk, _only(desk, "bank"), household, row.month("maand"))
    return Done()


def _only(desk: Desk, beginning: str) -> str:
    """The name of the one open task whose name begins so."""
    found = [one.item_id for one in open_items(desk.database, desk.town.id) if one.item_id.startswith(beginning)]
    if len(found) != 1:
        raise InputError(f"One open task called {beginning}... was expected; found {len(found)}.")
    return found[0]


def reopen(desk: Desk, household: int, step: Row) -> Done:
    """An officer opens an old month again by a formal decision."""
    row = _inside(step, "heropend", "maand", "omdat")
    reopen_month(desk, household, row.month("maand"), reason=_said(row, "omdat"))
    return Done()


def premium_back(desk: Desk, household: int, step: Row) -> Done:
    """An officer asks premium back that was paid too much."""
    row = _inside(step, "premie_terug", "omdat", "beslagvrije_voet")
    approve_premium_back(desk, household, reason=_said(row, "omdat"), protected_earnings=_said(row, "beslagvrije_voet"))
    return Done()


def premium_stays(desk: Desk, household: int, step: Row) -> Done:
    """An officer leaves premium as it was paid."""
    reject_premium_back(desk, household, reason=_said(_inside(step, "premie_blijft", "omdat"), "omdat"))
    return Done()


def come_back(desk: Desk, household: int, step: Row) -> Done:
    """Bijstand goes on from a month with what is known: the person confirmed the form."""
    restart(desk, household, step.month("herstart"), "nl")
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
    "bezwaar_beslist": decide,
    "bestand_vrij": let_file_go,
    "weigering": refuse,
    "afschrift": statement_comes,
    "afgerond": close_task,
    "ontvangst": money_came,
    "heropend": reopen,
    "premie_terug": premium_back,
    "premie_blijft": premium_stays,
    "herstart": come_back,
    "rekening_akkoord": approve_account,
    "rekening_afgewezen": reject_account,
}
"""What can happen in a step, by its key."""
