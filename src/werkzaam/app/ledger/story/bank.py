# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the bank answers in a story, as the files that a bank sends: a status report (pain.002), and a statement (camt.053)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.core.money import plain_euro
from werkzaam.store.bank import Attempt, PayFile, attempts, pay_files

_SPACE = "urn:iso:std:iso:20022:tech:xsd:"


def last_file(desk: Desk) -> PayFile:
    """The payment file that was made last; raises InputError when there is none."""
    made = pay_files(desk.database, desk.town.id)
    if not made:
        raise InputError("The bank answers a payment file, and none was made yet.")
    return made[-1]


def status_report(file: PayFile, desk: Desk, refused: Mapping[str, str], whole: str = "") -> bytes:
    """What the bank says of a file: the reason for which it refuses it as a whole, or the transfers to some holders."""
    group = "RJCT" if whole else "PART" if refused else "ACCP"
    parts = "".join(
        f"<TxInfAndSts><OrgnlEndToEndId>{one.e2e_id}</OrgnlEndToEndId><TxSts>RJCT</TxSts>{_why(reason)}"
        f'<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">{plain_euro(one.cents)}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>'
        for one, reason in _to(desk, file, refused)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{_SPACE}pain.002.001.10"><CstmrPmtStsRpt>'
        f"<GrpHdr><MsgId>S-{desk.moment}</MsgId><CreDtTm>{desk.moment}</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{file.msg_id}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
        f"<OrgnlNbOfTxs>{file.transfers}</OrgnlNbOfTxs><OrgnlCtrlSum>{plain_euro(file.cents)}</OrgnlCtrlSum>"
        f"<GrpSts>{group}</GrpSts>{_why(whole) if whole else ''}</OrgnlGrpInfAndSts>"
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{file.file_id}</OrgnlPmtInfId>{parts}</OrgnlPmtInfAndSts>"
        "</CstmrPmtStsRpt></Document>"
    ).encode()


def statement(file: PayFile, desk: Desk, returned: Mapping[str, str], received: int = 0) -> bytes:
    """The statement of the day: a file was booked, what was paid to some holders came back, and cents of others came in."""
    entries = [_entry(f"B{one.place}", -one.attempt.cents, desk, _details(one.attempt)) for one in _placed(desk, file)]
    entries += [_entry(f"R{at}", one.cents, desk, _details(one, f"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>"))
                for at, (one, reason) in enumerate(_to(desk, file, returned), 1)]  # fmt: skip
    if received:
        entries.append(_entry("O1", received, desk, "<TxDtls><RmtInf><Ustrd>Terugbetaling</Ustrd></RmtInf></TxDtls>"))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{_SPACE}camt.053.001.08"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>A-{desk.moment}</MsgId></GrpHdr><Stmt><Id>A-{desk.moment}</Id>"
        f"<Acct><Id><IBAN>{desk.town.iban}</IBAN></Id></Acct>{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


class _Placed:
    """A transfer with its place in the file."""

    def __init__(self, place: int, attempt: Attempt) -> None:
        self.place, self.attempt = place, attempt


def _placed(desk: Desk, file: PayFile) -> Iterator[_Placed]:
    for place, one in enumerate(attempts(desk.database, desk.town.id, file.file_id), 1):
        yield _Placed(place, one)


def _to(desk: Desk, file: PayFile, holders: Mapping[str, str]) -> Iterator[tuple[Attempt, str]]:
    """The transfers of a file to some holders, each with what the bank says of it; raises InputError for a holder without any."""
    made = attempts(desk.database, desk.town.id, file.file_id)
    for holder, reason in holders.items():
        found = [one for one in made if one.holder == holder]
        if not found:
            raise InputError(f"{file.file_id} pays nothing to {holder}.")
        yield from ((one, reason) for one in found)


def _why(reason: str) -> str:
    return f"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>"


def _details(one: Attempt, why: str = "") -> str:
    return (f"<TxDtls><Refs><EndToEndId>{one.e2e_id}</EndToEndId></Refs><RltdPties>"
            f"<Cdtr><Pty><Nm>{escape(one.holder)}</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>{one.iban}</IBAN></Id></CdtrAcct></RltdPties>"
            f"{why}</TxDtls>")  # fmt: skip


def _entry(reference: str, cents: int, desk: Desk, details: str) -> str:
    direction = "CRDT" if cents > 0 else "DBIT"
    return (f'<Ntry><Amt Ccy="EUR">{plain_euro(abs(cents))}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>'
            f"<BookgDt><Dt>{desk.today}</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef>"
            f"<NtryDtls>{details}</NtryDtls></Ntry>")  # fmt: skip
