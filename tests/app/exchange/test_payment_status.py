# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Payment status reports: what the bank refused, in all versions alike, and nothing that a bank never writes."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from tests.app.exchange.status_reports import SPACE, report, transfer_status, why
from werkzaam.app.exchange.payment_status import KNOWN, NAMESPACES, Said, read_status
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.core.errors import InputError

TWO = (transfer_status("1.2.1.1", "RJCT", "AC04", "10.00", "closed"), transfer_status("1.3.1.1", "ACCP"))


@pytest.mark.parametrize("version", [name.removeprefix(SPACE) for name in NAMESPACES])
def test_every_version_says_the_same(version: str) -> None:
    found = read_status(report(*TWO, group="PART", count="2", total="20.0000", version=version))
    assert (found.message_id, found.day, found.order_id, found.count, found.total) == (
        "S-1", date(2026, 4, 8), "W-2026-03", 2, Fraction(20))  # fmt: skip
    assert found.said == Said("PART")
    (payment,) = found.payments
    assert [(one.end_to_end_id, one.said, one.cents) for one in payment.transfers] == [
        ("1.2.1.1", Said("RJCT", "AC04", "closed"), 10_00), ("1.3.1.1", Said("ACCP"), None)]  # fmt: skip


def test_a_whole_order_can_be_refused_without_any_transfer() -> None:
    found = read_status(report(group="RJCT", code="FF01"))
    assert found.said.rejected
    assert (found.said.reason, found.payments) == ("FF01", ())


def test_a_reason_of_the_banks_own_is_read_and_the_first_code_counts() -> None:
    own = "<StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn><AddtlInf>a</AddtlInf></StsRsnInf>" + why("AC06")
    told = transfer_status("1.2.1.1").replace("</TxSts>", f"</TxSts>{own}")
    assert read_status(report(told)).payments[0].transfers[0].said == Said("RJCT", "X1", "a")


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_status(content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("pain.002.001.10", "pain.002.001.02", "a payment status report was expected"),
        ("pain.002.001.10", "pain.001.001.09", "a payment status report was expected"),
        ("pain.001.001.09", "pain.008.001.08", "a report about payments (pain.001) was expected"),
        ("<TxSts>RJCT</TxSts>", "<TxSts>NEE</TxSts>", "a status of ISO 20022 was expected, such as RJCT or ACCP; found 'NEE'"),
        ("1.3.1.1", "1.2.1.1", "stands in the report twice"),
        ("1.3.1.1", "NOTPROVIDED", "it is missing, and with it which transfer this is"),
        ("10.00", "10,00", "an amount with a point"),
        ('Ccy="EUR"', 'Ccy="USD"', "an amount in euros was expected; found 'USD'"),
        ("<MsgId>S-1</MsgId>", "", "MsgId: it is missing"),
        ("<OrgnlMsgId>W-2026-03</OrgnlMsgId>", "", "OrgnlMsgId: it is missing"),
        ("<OrgnlPmtInfId>W-2026-03</OrgnlPmtInfId>", "", "OrgnlPmtInfId"),
        ("<OrgnlNbOfTxs>2<", "<OrgnlNbOfTxs>twee<", "a whole number was expected"),
        ("2026-04-08T12:00:00", "gisteren", "CreDtTm"),
        ("<CstmrPmtStsRpt>", "<!DOCTYPE a><CstmrPmtStsRpt>", "not well-formed"),
        ("</OrgnlPmtInfAndSts>", "", "not well-formed"),
    ],
)
def test_what_cannot_be_right_is_refused_whole(old: str, new: str, message: str) -> None:
    content = report(*TWO, group="PART", count="2").decode()
    assert old in content
    assert message in refused(content.replace(old, new, 1).encode())


@pytest.mark.parametrize("piece", ["<!DOCTYPE a>", "<?php ?>"])
def test_a_hostile_document_is_refused_where_it_begins(piece: str) -> None:
    content = report(*TWO).decode().replace("<Document", f"{piece}<Document", 1)
    assert "which these files never do" in refused(content.encode())


def test_an_entity_never_opens_anything() -> None:
    content = report(*TWO).decode().replace("<Document", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document', 1)
    assert "a DOCTYPE" in refused(content.replace("S-1", "&x;").encode())


def test_a_transfer_beside_its_payment_is_refused() -> None:
    content = report(*TWO).decode().replace("<OrgnlPmtInfAndSts>", "").replace("</OrgnlPmtInfAndSts>", "")
    with pytest.raises(RowsRefused, match="where a bank never puts it"):
        read_status(re.sub("<OrgnlPmtInfId>.*?</OrgnlPmtInfId>", "", content).encode())


def test_a_report_without_an_order_is_refused() -> None:
    content = re.sub("<OrgnlGrpInfAndSts>.*</OrgnlGrpInfAndSts>", "", report(*TWO).decode(), flags=re.DOTALL)
    assert "does not say which order it is about" in refused(content.encode())


def test_only_one_status_refuses() -> None:
    assert [status for status in sorted(KNOWN) if Said(status).rejected] == ["RJCT"]
