# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Status reports as a bank writes them (pain.002), piece by piece."""

from __future__ import annotations

SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001."


def why(code: str = "", text: str = "") -> str:
    """A reason, with a code or words or both."""
    told = f"<Rsn><Cd>{code}</Cd></Rsn>" if code else ""
    return f"<StsRsnInf>{told}{f'<AddtlInf>{text}</AddtlInf>' if text else ''}</StsRsnInf>" if code or text else ""


def transfer_status(ident: str, status: str = "RJCT", code: str = "", amount: str = "", text: str = "") -> str:
    """What is said of one transfer."""
    told = f'<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">{amount}</InstdAmt></Amt></OrgnlTxRef>' if amount else ""
    sts = f"<TxSts>{status}</TxSts>" if status else ""
    return f"<TxInfAndSts><OrgnlEndToEndId>{ident}</OrgnlEndToEndId>{sts}{why(code, text)}{told}</TxInfAndSts>\n"


def report(
    *transfers: str, order: str = "W-2026-03", group: str = "", code: str = "", count: str = "", total: str = "",
    payment: str | None = None, version: str = "10", message: str = "S-1", kind: str = "pain.001.001.09", status: str = "",
) -> bytes:  # fmt: skip
    """A report about an order, with what is said of its transfers."""
    told = "".join(f"<{name}>{value}</{name}>" for name, value in
                   (("OrgnlNbOfTxs", count), ("OrgnlCtrlSum", total), ("GrpSts", group)) if value)  # fmt: skip
    sts = f"<PmtInfSts>{status}</PmtInfSts>" if status else ""
    inside = f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{payment or order}</OrgnlPmtInfId>{sts}{''.join(transfers)}</OrgnlPmtInfAndSts>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{SPACE}{version}"><CstmrPmtStsRpt>\n'
        f"<GrpHdr><MsgId>{message}</MsgId><CreDtTm>2026-04-08T12:00:00</CreDtTm></GrpHdr>\n"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{order}</OrgnlMsgId><OrgnlMsgNmId>{kind}</OrgnlMsgNmId>{told}{why(code)}</OrgnlGrpInfAndSts>\n"
        f"{inside if transfers or payment or status else ''}</CstmrPmtStsRpt></Document>\n"
    ).encode()
