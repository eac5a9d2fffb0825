# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wage tax returns and CSV files written for one test. The people in them do not exist; their numbers pass the eleven check."""

from __future__ import annotations

from collections.abc import Mapping

SAMIRA, BRAM, STRANGER = "123456782", "111222333", "999993653"
PEOPLE = {SAMIRA: (7, 1), BRAM: (8, 2)}
NAMESPACE = "http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01"
WAGE = {"LnLbPh": "900.00", "LnSV": "900", "LnInGld": "900.00", "IngLbPh": "80.00", "BijdrZvw": "0"}
HEADER = "huishouden;persoon;baan;gewerkt_van;gewerkt_tot;betaald_op;netto;bron"
ROW = "7;1;Koffiehuis De Hoek;2026-03-01;2026-03-31;2026-04-05;812,50;OIB"


def whose(bsn: str) -> tuple[int, int] | None:
    """The household and person of the two people that these tests know."""
    return PEOPLE.get(bsn)


def table(*rows: str, header: str = HEADER) -> bytes:
    """A CSV file of these rows."""
    return ("\n".join([header, *rows]) + "\n").encode()


def with_columns(**more: str) -> bytes:
    """The CSV file of one row with further columns."""
    return table(";".join([ROW, *more.values()]), header=";".join([HEADER, *more]))


def relationship(amounts: Mapping[str, str] | None = None, *, bsn: str = SAMIRA, serial: str = "1", began: str = "2024-02-01",
                 ended: str = "", kind: str = "15", credit: str = "J", more: str = "") -> str:  # fmt: skip
    """One income relationship."""
    said = WAGE | dict(amounts or {})
    wages = "".join(f"<{name}>{text}</{name}>" for name, text in said.items())
    end = f"<DatEind>{ended}</DatEind>" if ended else ""
    return (
        f"<InkomstenverhoudingInitieel><NumIV>{serial}</NumIV><DatAanv>{began}</DatAanv>{end}"
        f"<NatuurlijkPersoon><SofiNr>{bsn}</SofiNr><SignNm>Jansen</SignNm></NatuurlijkPersoon>"
        f"<Inkomstenperiode><DatAanv>{began}</DatAanv><SrtIV>{kind}</SrtIV><IndLhKort>{credit}</IndLhKort></Inkomstenperiode>"
        f"<Werknemersgegevens>{wages}</Werknemersgegevens>{more}</InkomstenverhoudingInitieel>\n"
    )


def withdrawal(*, bsn: str = SAMIRA, serial: str = "1") -> str:
    """A relationship that is taken back."""
    return f"<InkomstenverhoudingIntrekking><NumIV>{serial}</NumIV><SofiNr>{bsn}</SofiNr></InkomstenverhoudingIntrekking>\n"


def period(inside: str, first: str = "2026-03-01", last: str = "2026-03-31", kind: str = "VolledigeAangifte") -> str:
    """The period of a return."""
    return (
        f"<TijdvakAangifte><DatAanvTv>{first}</DatAanvTv><DatEindTv>{last}</DatEindTv><{kind}><CollectieveAangifte>"
        f"<TotLnLbPh>900</TotLnLbPh></CollectieveAangifte>{inside}</{kind}></TijdvakAangifte>"
    )


def correction(inside: str, first: str = "2026-01-01", last: str = "2026-01-31") -> str:
    """The correction of an earlier period."""
    return f"<TijdvakCorrectie><DatAanvTv>{first}</DatAanvTv><DatEindTv>{last}</DatEindTv>{inside}</TijdvakCorrectie>"


def wage_return(*periods: str, namespace: str = NAMESPACE, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """A whole return of one employer."""
    return (
        f'{declaration}\n<Loonaangifte xmlns="{namespace}" version="2.0"><Bericht><IdBer>1</IdBer></Bericht>'
        "<AdministratieveEenheid><LhNr>123456782L01</LhNr><NmIP>Koffiehuis De Hoek</NmIP>"
        f"{''.join(periods)}</AdministratieveEenheid></Loonaangifte>\n"
    ).encode()
