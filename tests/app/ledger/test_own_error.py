# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the municipality recorded wrongly: put right by name, paid the same day, with a statement for a creditor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from tests.app.letters.printed import text_of
from tests.between import colleague_acts
from werkzaam.app.ledger.emergency import emergency
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.app.ledger.own_error import put_right, rows_text
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.app.ledger.run import run
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.store.bank import attempts
from werkzaam.store.database import Database
from werkzaam.store.decisions import last_decisions
from werkzaam.store.letters import letters

MARCH = Month.parse("2020-03")
GIFT = '[[giften]]\nmaand = "2020-03"\ntelt_mee = "{0}"\nbesluit = "besluit van 2 maart"\n'


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """March 2020 was decided with 130.00 of gifts that we counted by mistake, and paid."""
    found = Counter(database, tmp_path)
    found.household("2020-03", GIFT.format("130.00"))
    run(found.at("2020-03-05"), MARCH)
    pay(found.at("2020-03-06"), MARCH, tmp_path / "march.xml")
    let_go(found.at("2020-03-06T10:00:00Z", OFFICER), "teststad-2020-03-1")
    return found


def put_right_on_the_20th(counter: Counter) -> None:
    row = next(one for one in counter.at("2020-03-20").file(HOME).of("gift"))
    put_right(counter.at("2020-03-20"), HOME, row.hseq, reason="We counted a gift that does not count")
    run(counter.at("2020-03-20"), MARCH)


@pytest.mark.requirement("R-080")
def test_an_underpayment_of_130_by_our_error_goes_out_the_same_day_with_a_statement(counter: Counter, tmp_path: Path) -> None:
    # A gift of 130.00 was counted by mistake; other income leaves what is kept apart for holiday money as it is.
    put_right_on_the_20th(counter)
    decided = last_decisions(counter.database, counter.town.id, HOME)[MARCH].decision
    assert (decided.pay, decided.cause) == (130_00, Cause.GEMEENTE)
    found = emergency(counter.at("2020-03-20T15:00:00Z"), HOME, MARCH, tmp_path / "now.xml", "nl")
    assert (found.cents, found.sent.file.cents, str(found.sent.file.execute_on)) == (130_00, 130_00, "2020-03-20")
    assert b"130.00" in (tmp_path / "now.xml").read_bytes()
    assert "130,00" in text_of(found.statement)
    assert "20 maart 2020" in text_of(found.statement)


def test_it_is_one_way_of_paying(counter: Counter, tmp_path: Path) -> None:
    put_right_on_the_20th(counter)
    first = emergency(counter.at("2020-03-20T15:00:00Z"), HOME, MARCH, tmp_path / "now.xml", "nl")
    again = emergency(counter.at("2020-03-21"), HOME, MARCH, tmp_path / "again.xml", "nl")
    assert (first.sent.new, again.sent.new, again.statement) == (True, False, first.statement)
    assert (tmp_path / "now.xml").read_bytes() == (tmp_path / "again.xml").read_bytes()
    sent = attempts(counter.database, counter.town.id, first.sent.file.file_id)
    assert [(one.household, one.cents) for one in sent] == [(HOME, 130_00)]
    # The file of the month is the one of before, and holds nothing of it.
    monthly = pay(counter.at("2020-03-22"), MARCH, tmp_path / "monthly.xml")
    assert not monthly.new
    assert (tmp_path / "monthly.xml").read_bytes() == (tmp_path / "march.xml").read_bytes()
    with pytest.raises(NotAllowed):
        let_go(counter.at("2020-03-20T16:00:00Z"), first.sent.file.file_id)
    let_go(counter.at("2020-03-22T10:00:00Z", OFFICER), first.sent.file.file_id)


def test_the_statement_and_the_letter_are_kept_beside_each_other(counter: Counter, tmp_path: Path) -> None:
    put_right_on_the_20th(counter)
    found = emergency(counter.at("2020-03-20T15:00:00Z"), HOME, MARCH, tmp_path / "now.xml", "nl")
    letter = letter_pdf(counter.at("2020-03-20T15:05:00Z"), f"{HOME}/2020-03/2", "nl")
    kept = {one.letter.kind: one.letter.body for one in letters(counter.database, counter.town.id, HOME)}
    assert kept == {"statement": found.statement, "decision": letter}
    assert "fout" in text_of(letter)


def test_two_who_pay_at_once_pay_once(counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second gets the same file, or hears in which file it stands; never that a row was refused."""
    put_right_on_the_20th(counter)
    now = counter.at("2020-03-20T15:00:00Z")
    colleague_acts(monkeypatch, lambda: emergency(now, HOME, MARCH, tmp_path / "theirs.xml", "nl"))
    second = emergency(now, HOME, MARCH, tmp_path / "mine.xml", "nl")
    assert (second.sent.new, second.sent.file.file_id) == (False, "teststad-2020-03-spoed-1")
    assert (tmp_path / "mine.xml").read_bytes() == (tmp_path / "theirs.xml").read_bytes()


def test_the_file_of_the_month_and_an_urgent_one_at_once_hold_a_payment_once(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_right_on_the_20th(counter)
    now = counter.at("2020-03-20T15:00:00Z")
    colleague_acts(monkeypatch, lambda: emergency(now, HOME, MARCH, tmp_path / "now.xml", "nl"))
    sent = pay(now, MARCH, tmp_path / "again.xml")
    assert (sent.new, sent.file.file_id) == (False, "teststad-2020-03-1"), "nothing was left for a new one"
    with pytest.raises(InputError, match="No decision about 2020-04"):
        emergency(now, HOME, MARCH + 1, tmp_path / "april.xml", "nl")


def test_what_the_month_s_file_took_first_is_told(counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_right_on_the_20th(counter)
    now = counter.at("2020-03-20T15:00:00Z")
    colleague_acts(monkeypatch, lambda: pay(now, MARCH, tmp_path / "month.xml"))
    with pytest.raises(InputError, match="stands in another payment file already"):
        emergency(now, HOME, MARCH, tmp_path / "now.xml", "nl")


def test_a_month_that_was_paid_right_has_no_emergency(counter: Counter, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="error of the municipality"):
        emergency(counter.at("2020-03-20"), HOME, MARCH, tmp_path / "now.xml", "nl")
    assert not (tmp_path / "now.xml").exists()


def test_what_went_out_with_the_month_does_not_go_out_twice(counter: Counter, tmp_path: Path) -> None:
    put_right_on_the_20th(counter)
    pay(counter.at("2020-03-20T12:00:00Z"), MARCH, tmp_path / "second.xml")
    with pytest.raises(InputError, match="another payment file"):
        emergency(counter.at("2020-03-20T15:00:00Z"), HOME, MARCH, tmp_path / "now.xml", "nl")


def test_a_row_is_put_right_once_and_only_when_it_stands(counter: Counter) -> None:
    assert "130.00" in rows_text(counter.at("2020-03-20"), HOME)
    put_right_on_the_20th(counter)
    assert rows_text(counter.at("2020-03-20"), HOME) == ""
    with pytest.raises(InputError, match="no row"):
        put_right(counter.at("2020-03-21"), HOME, 3, reason="again")
