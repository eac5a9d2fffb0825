# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the bank refuses is payable again once and never twice; the stories of it are those called bank and geld."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.exchange.status_reports import report, transfer_status
from tests.app.ledger.counter import OFFICER, Counter
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.app.ledger.refused import AGAIN, DOUBLE, Refused, read_refusals
from werkzaam.app.ledger.run import run
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_month import own_month
from werkzaam.app.texts.queue import REASONS
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.bank import attempts, open_parts
from werkzaam.store.database import Database
from werkzaam.store.queue import close, open_items
from werkzaam.store.verify import verify

JANUARY, FEBRUARY, FILE = Month.parse("2018-01"), Month.parse("2018-02"), "teststad-2018-01-1"


class Bank(Counter):
    """A town that paid January 2018 to one household, in a file that somebody else released."""

    def __init__(self, database: Database, folder: Path) -> None:
        super().__init__(database, folder)
        self.household("2018-01")
        run(self.at("2018-01-20"), JANUARY)
        self.paid("2018-01-21")
        (one,) = attempts(database, "teststad", FILE)
        self.sent, self.cents = one.e2e_id, one.cents

    def paid(self, day: str) -> str:
        """Ask for the payment file, and release it; its name."""
        made = pay(self.at(day), JANUARY, self.folder / "payments.xml").file
        if not made.released_by:
            let_go(self.at(f"{day}T10:00:00Z", OFFICER), made.file_id)
        return made.file_id

    def says(self, day: str, content: bytes) -> Refused:
        """A report comes in."""
        file = self.folder / "report.xml"
        file.write_bytes(content)
        return read_refusals(self.at(day), file)

    @property
    def amount(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02}"


@pytest.fixture
def bank(database: Database, tmp_path: Path) -> Bank:
    return Bank(database, tmp_path)


def tasks(database: Database) -> list[str]:
    return [one.item_id for one in open_items(database, "teststad")]


def whole(desk: Desk) -> list[object]:
    """What does not hold, a long time later: every entry of the bank has its explanation or its owner."""
    return list(verify(desk.database, "teststad", unowned_before="2030-01-01"))


def test_a_refused_file_is_paid_again_once(bank: Bank, database: Database) -> None:
    said = report(group="RJCT", code="FF01", order=FILE, count="1", total=bank.amount)
    assert bank.says("2018-01-22", said) == Refused(again=1)
    assert bank.says("2018-01-22", said) == Refused(already=1)
    assert [one.cents for one in open_parts(database, "teststad")] == [bank.cents]
    assert bank.paid("2018-01-23") == "teststad-2018-01-2"
    assert bank.paid("2018-01-24") == "teststad-2018-01-2"
    assert (tasks(database), whole(bank.at("2018-01-24"))) == ([], [])


def test_another_report_of_the_same_refusal_pays_nothing_more(bank: Bank, database: Database) -> None:
    for message in ("S-1", "S-2"):
        bank.says("2018-01-22", report(transfer_status(bank.sent, code="TM01"), order=FILE, message=message))
    assert len(open_parts(database, "teststad")) == 1
    assert whole(bank.at("2018-01-24")) == []


@pytest.mark.parametrize("code", ["AM05", "DU01"])
@pytest.mark.parametrize("alone", [True, False])
def test_what_the_bank_had_before_is_never_paid_again(bank: Bank, database: Database, code: str, alone: bool) -> None:
    said = report(transfer_status(bank.sent, code=code), order=FILE) if alone else report(group="RJCT", code=code, order=FILE)
    assert bank.says("2018-01-22", said) == Refused(double=1)
    assert open_parts(database, "teststad") == []
    assert tasks(database) == [f"refused-{bank.sent}" if alone else f"file-double-{FILE}"]
    assert whole(bank.at("2018-01-24")) == []


@pytest.mark.parametrize("status", ["BLCK", "CANC"])
def test_what_was_stopped_waits_for_a_person(bank: Bank, database: Database, status: str) -> None:
    assert bank.says("2018-01-22", report(transfer_status(bank.sent, status), order=FILE)) == Refused(double=1)
    assert open_parts(database, "teststad") == []
    assert tasks(database) == [f"refused-{bank.sent}"]


@pytest.mark.parametrize("code", ["AC04", "MD07", "", "XX99"])
def test_a_refusal_about_the_payee_waits_for_a_person_with_a_name(bank: Bank, database: Database, code: str) -> None:
    said = report(transfer_status(bank.sent, code=code, amount=bank.amount), order=FILE)
    assert bank.says("2018-01-22", said) == Refused(first_a_person=1)
    (task,) = open_items(database, "teststad")
    assert (task.item_id, task.owner, task.household, task.cents) == (
        f"refused-{bank.sent}", "Inez Bakker (verzonnen)", 1001, bank.cents)  # fmt: skip
    assert bank.paid("2018-01-23") == FILE  # Not again to the same account.


def test_no_later_payment_goes_to_an_account_that_the_bank_refused(bank: Bank, database: Database) -> None:
    bank.says("2018-01-22", report(transfer_status(bank.sent, code="AC04", amount=bank.amount), order=FILE))
    run(bank.at("2018-02-20"), FEBRUARY)
    with pytest.raises(InputError, match="refused"):
        pay(bank.at("2018-02-21"), FEBRUARY, bank.folder / "payments.xml")
    assert [str(one.month) for one in open_parts(database, "teststad")] == ["2018-01", "2018-02"]
    assert tasks(database) == [f"refused-{bank.sent}"]
    told = own_month(bank.at("2018-02-21"), 1001, "nl", Kept())
    assert told is not None
    assert told.refused
    with bank.at("2018-02-22", OFFICER).writes() as writer:
        close(writer, f"refused-{bank.sent}", "the bank opened it again")
    made = pay(bank.at("2018-02-23"), FEBRUARY, bank.folder / "payments.xml").file
    assert (made.transfers, open_parts(database, "teststad"), whole(bank.at("2018-02-24"))) == (2, [], [])


def test_a_duplicate_says_nothing_against_the_account(bank: Bank, database: Database) -> None:
    bank.says("2018-01-22", report(transfer_status(bank.sent, code="AM05"), order=FILE))
    run(bank.at("2018-02-20"), FEBRUARY)
    assert pay(bank.at("2018-02-21"), FEBRUARY, bank.folder / "payments.xml").file.transfers == 1


def test_a_file_that_is_refused_for_an_unknown_reason_is_somebodys_task(bank: Bank, database: Database) -> None:
    assert bank.says("2018-01-22", report(group="RJCT", code="AC02", order=FILE)) == Refused(again=1)
    assert tasks(database) == [f"file-refused-{FILE}"]
    assert bank.paid("2018-01-23") == "teststad-2018-01-2"


@pytest.mark.parametrize("said", ["another transfer", "another amount"])
def test_what_fits_nothing_is_an_item_with_an_owner(bank: Bank, database: Database, said: str) -> None:
    one = transfer_status("9.9.9.9") if said == "another transfer" else transfer_status(bank.sent, amount="0.01")
    assert bank.says("2018-01-22", report(one, order=FILE)) == Refused(unknown=1)
    assert [one.owner for one in open_items(database, "teststad")] == ["Inez Bakker (verzonnen)"]
    assert open_parts(database, "teststad") == []
    assert whole(bank.at("2018-01-24")) == []


@pytest.mark.parametrize("status", ["ACCP", "ACSC", "PDNG"])
def test_what_is_in_order_changes_nothing(bank: Bank, database: Database, status: str) -> None:
    assert bank.says("2018-01-22", report(transfer_status(bank.sent, status), order=FILE)) == Refused(accepted=1)
    assert open_parts(database, "teststad") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (report(group="RJCT", order="ANDERE"), "this ledger made none of that name"),
        (report(group="RJCT", order=FILE, count="2"), "speaks of 2 transfers"),
        (report(group="RJCT", order=FILE, total="1.00"), "speaks of None transfers and 1 euros"),
        (report(order=FILE, payment="ANDERE", status="RJCT"), "speaks of a payment 'ANDERE'"),
        (report(transfer_status("9.9.9.9", "ACCP"), order=FILE, group="RJCT"), "says that all is refused, and of 9.9.9.9"),
    ],
)
def test_a_report_that_does_not_fit_is_refused_whole(bank: Bank, database: Database, content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        bank.says("2018-01-22", content)
    assert database.rows("SELECT * FROM outcome") == []
    assert database.rows("SELECT * FROM bank_statement") == []


def test_reasons_are_told_in_both_languages() -> None:
    assert set(REASONS["nl"]) == set(REASONS["en"])
    assert not AGAIN & DOUBLE
