# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The payment file: valid by its schema, the same bytes for the same values, and no payment that a bank would refuse."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sepaxml
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from tests.app.exchange.orders import dutch_iban, order, order_with, transfer
from tests.pretend_bank import read_order
from werkzaam.app.exchange.pain import LONGEST_NAME, LONGEST_TEXT, MOST_CENTS, NAMESPACE, CannotPay, PaymentOrder, Transfer, write

SCHEMA = xmlschema.XMLSchema(str(Path(sepaxml.__file__).parent / "schemas/pain.001.001.09.xsd"))
LETTERS = st.text("abcXYZ019 éüß&’", min_size=1, max_size=35).filter(str.strip)
TRANSFERS = st.builds(
    Transfer, end_to_end_id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,34}", fullmatch=True), cents=st.integers(1, MOST_CENTS),
    name=LETTERS, iban=st.integers(0, 10**10 - 1).map(dutch_iban), text=LETTERS,
)  # fmt: skip
ORDERS = st.builds(
    PaymentOrder, message_id=st.just("M-1"), payment_id=st.just("P-1"), created_at=st.just("2026-03-20T09:15:00Z"),
    execution_day=st.dates(date(2018, 1, 1), date(2099, 12, 31)), debtor_name=LETTERS, debtor_iban=st.just("NL91ABNA0417164300"),
    transfers=st.lists(TRANSFERS, min_size=1, max_size=5, unique_by=lambda one: one.end_to_end_id).map(tuple),
    debtor_bic=st.sampled_from([None, "INGBNL2A", "BUNQNL2AXXX"]), booked_together=st.booleans(),
)  # fmt: skip
GOLDEN = b"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<CstmrCdtTrfInitn>
<GrpHdr><MsgId>TESTSTAD-2026-03-1</MsgId><CreDtTm>2026-03-20T09:15:00Z</CreDtTm><NbOfTxs>2</NbOfTxs><CtrlSum>842.50</CtrlSum>\
<InitgPty><Nm>Gemeente Teststad</Nm></InitgPty></GrpHdr>
<PmtInf><PmtInfId>TESTSTAD-2026-03-1-A</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>2</NbOfTxs>\
<CtrlSum>842.50</CtrlSum><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>2026-04-08</Dt></ReqdExctnDt>\
<Dbtr><Nm>Gemeente Teststad</Nm></Dbtr><DbtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></DbtrAcct>\
<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>
<CdtTrfTxInf><PmtId><EndToEndId>W-2026-03-1</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">812.50</InstdAmt></Amt>\
<Cdtr><Nm>S. Jansen</Nm></Cdtr><CdtrAcct><Id><IBAN>NL58ABNA0000000001</IBAN></Id></CdtrAcct>\
<RmtInf><Ustrd>Bijstand maart 2026</Ustrd></RmtInf></CdtTrfTxInf>
<CdtTrfTxInf><PmtId><EndToEndId>W-2026-03-2</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">30.00</InstdAmt></Amt>\
<Cdtr><Nm>Zoe d'Hotel + Zn</Nm></Cdtr><CdtrAcct><Id><IBAN>NL31ABNA0000000002</IBAN></Id></CdtrAcct>\
<RmtInf><Ustrd>Huur, EUR 30</Ustrd></RmtInf></CdtTrfTxInf>
</PmtInf>
</CstmrCdtTrfInitn>
</Document>
"""


def test_the_file_is_the_same_to_the_byte_today_and_always() -> None:
    """If this must change, a file that was sent before can no longer be made again: the ledger compares its digest."""
    made = order(transfer(), transfer(2, 30_00, "Zoë d'Hôtel & Zn", "Huur, € 30"))
    assert write(made) == GOLDEN == write(replace(made))
    assert made.cents == 842_50


@given(ORDERS)
def test_every_file_is_valid_by_its_schema(made: PaymentOrder) -> None:
    SCHEMA.validate(BytesIO(write(made)))


@given(ORDERS)
def test_sums_counts_and_every_payment_are_in_the_file(made: PaymentOrder) -> None:
    content = write(made)
    iban, payment_id, ordered = read_order(content)
    assert (iban, payment_id) == (made.debtor_iban, made.payment_id)
    assert [(one.end_to_end_id, one.cents, one.iban) for one in ordered] == [
        (one.end_to_end_id, one.cents, one.iban) for one in made.transfers
    ]
    assert content.count(f"<CtrlSum>{made.cents // 100}.{made.cents % 100:02d}</CtrlSum>".encode()) == 2
    assert content.count(f"<NbOfTxs>{len(made.transfers)}</NbOfTxs>".encode()) == 2
    assert content.isascii()


def test_no_address_is_written() -> None:
    """Dutch banks refuse an unstructured one since November 2026, and within SEPA none is needed."""
    root = ElementTree.fromstring(write(order()))
    assert not [one.tag for one in root.iter() if one.tag in (f"{{{NAMESPACE}}}PstlAdr", f"{{{NAMESPACE}}}AdrLine")]


def test_a_bank_code_is_written_when_it_is_known() -> None:
    assert b"<FinInstnId><BICFI>INGBNL2A</BICFI></FinInstnId>" in write(order_with(debtor_bic="ingbnl2a"))
    assert b"<BtchBookg>false</BtchBookg>" in write(order_with(booked_together=False))


def test_forty_thousand_payments_are_written_within_a_second() -> None:
    """Measured as the better of three, because other work may run beside it; a name in five has an accent."""
    names = ["S. Jansen", "M. de Vries", "A. van der Berg-Bakker", "K. El Amrani", "Zoë Öztürk"]
    many = order(*(transfer(number, 1_000 + number, names[number % 5]) for number in range(1, 40_001)))
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        content = write(many)
        seconds.append(time.process_time() - begin)
    assert content.count(b"<CdtTrfTxInf>") == 40_000
    assert min(seconds) < 1


# -- what no bank would carry out -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"cents": 0}, "cents"), ({"cents": -1}, "cents"), ({"cents": MOST_CENTS + 1}, "cents"), ({"cents": 1.0}, "cents"),
        ({"cents": True}, "cents"), ({"cents": "5"}, "cents"), ({"iban": "NL92ABNA0417164300"}, "iban"), ({"iban": ""}, "iban"),
        ({"name": ""}, "name"), ({"name": "x" * (LONGEST_NAME + 1)}, "name"), ({"name": "Иван"}, "name"),
        ({"text": ""}, "text"), ({"text": "x" * (LONGEST_TEXT + 1)}, "text"),
    ],
)  # fmt: skip
def test_a_payment_that_cannot_be_made_is_refused_when_it_is_noted(change: dict[str, object], place: str) -> None:
    with pytest.raises(CannotPay, match=rf"transfer W-2026-03-1, {place}: ") as error:
        replace(transfer(), **change)
    assert error.value.end_to_end_id == "W-2026-03-1"
    assert "NL92ABNA0417164300" not in str(error.value)


@pytest.mark.parametrize("ident", ["", "x" * 36, "/a", "a//b", "Zoë"])
def test_a_payment_without_a_right_id_is_refused(ident: str) -> None:
    with pytest.raises(CannotPay, match="end_to_end_id: a reference of 1 to 35 characters was expected"):
        replace(transfer(), end_to_end_id=ident)


def test_the_ends_of_what_is_allowed_are_allowed() -> None:
    made = Transfer("x" * 35, MOST_CENTS, "x" * LONGEST_NAME, "nl58 abna 0000 0000 01", "x" * LONGEST_TEXT)
    content = write(order(made))
    SCHEMA.validate(BytesIO(content))
    assert b">999999999.99</InstdAmt>" in content
    assert b"<IBAN>NL58ABNA0000000001</IBAN>" in content


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: order_with(transfers=()), "transfers: at least one"),
        (lambda: order(transfer(), transfer()), "transfer W-2026-03-1, end_to_end_id: it stands in this order twice"),
        (lambda: order_with(message_id="x" * 36), "message_id: a reference"),
        (lambda: order_with(payment_id="a//b"), "payment_id: a reference"),
        (lambda: order_with(debtor_name=""), "debtor_name: 1 to 70"),
        (lambda: order_with(debtor_iban="NL91ABNA0417164301"), "debtor_iban: the check digits"),
        (lambda: order_with(debtor_bic="X"), "debtor_bic: a BIC"),
        (lambda: order_with(created_at="2026-03-20 09:15"), "created_at: a moment"),
        (lambda: order_with(created_at="2026-02-30T09:15:00Z"), "created_at: a moment"),
        (lambda: order_with(created_at="2026-03-20T09:15:00+01:00"), "created_at: a moment"),
    ],
)
def test_an_order_that_no_bank_would_take_is_refused(make: Callable[[], PaymentOrder], why: str) -> None:
    with pytest.raises(CannotPay, match=why):
        make()


def test_orders_and_payments_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        transfer().cents = 1  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        order().message_id = "x"  # type: ignore[misc]
