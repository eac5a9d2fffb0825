# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month as citizen portals read it: the UitkeringsSpecificatieClient message (v0600), as values and as XML.

Names and order of the elements follow the open portal software that reads the message (docs/reference/api.md). Amounts are whole
cents with a sign beside them. Every amount is one of the month page, so page, PDF and message are the same to the cent.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from typing import Any

from werkzaam.app.ledger.month_then import MonthThen
from werkzaam.app.ledger.town import Town
from werkzaam.app.month_page import MonthPage

NAMESPACE = "http://www.centric.nl/GWS/Diensten/UitkeringsSpecificatieClient/v0600"
ROOT = "UitkeringsSpecificatieInfoResponse"
NO_CODE = "0000"
"""The code of a town that is in no register, as an invented one."""
PLUS, MINUS, BESIDE = "1", "2", "3"
"""The columns of the message: what is added, what is taken off, and what only explains."""
_LONGEST = 200


def specification(found: MonthThen, town: Town) -> dict[str, Any]:
    """The message about one month, as values by the names of its elements (their first letter small)."""
    return {"uitkeringsSpecificatieClient": {
        "typePeriode": "0",
        "uitkeringsspecificatie": [{
            "uitkeringsinstantie": {"gemeentecode": NO_CODE, "gemeentenaam": town.name[:40]},
            "dossierhistorie": list(_files(found)),
        }],
    }}  # fmt: skip


def as_xml(values: Mapping[str, Any]) -> bytes:
    """The message as XML; elements stand in the order of the values."""
    root = ElementTree.Element(f"{{{NAMESPACE}}}{ROOT}")
    _below(root, values)
    ElementTree.register_namespace("gwsd", NAMESPACE)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def cents_of(amount: Mapping[str, str]) -> int:
    """An amount of the message in cents."""
    cents = int(amount["waardeBedrag"])
    return -cents if amount["cdPositiefNegatief"] == "-" else cents


def _below(parent: ElementTree.Element, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            child = ElementTree.SubElement(parent, name[0].upper() + name[1:])
            if isinstance(one, Mapping):
                _below(child, one)
            else:
                child.text = str(one)


def _files(found: MonthThen) -> Iterator[dict[str, Any]]:
    """Bijstand of the month, and beside it what is paid in the same month under a name of its own."""
    page = found.page
    yield _bijstand(found)
    for name, scheme in (("vakantietoeslag_uitbetaling", "Vakantietoeslag"), ("premie_op_rekening", "Premie")):
        cents = _sum(page, name)
        if cents:
            yield {**_head(found, scheme), **_paid(cents), "componenthistorie": [_component(scheme, cents, PLUS)]}


def _bijstand(found: MonthThen) -> dict[str, Any]:
    """Reported less exempt is what is left; with holiday money it is what is set off, as the message has it."""
    page = found.page
    set_off, exempt, holiday = _sum(page, "middelen"), _sum(page, "vrijgelaten_loon"), _sum(page, "vakantiegeld_samen")
    reported = set_off - holiday + exempt
    return {
        **_head(found, "Participatiewet"),
        "uitbetaaldBedragClient": _amount(_sum(page, "overgemaakt")),
        "opgegevenInkomsten": _amount(reported),
        "teVerrekenenInkomsten": _amount(reported),
        "inkomstenVrijlating": _amount(exempt),
        "inkomstenNaVrijlating": _amount(reported - exempt),
        "vakantiegeldOverInkomsten": _amount(holiday),
        "gekorteInkomsten": _amount(set_off),
        "uitbetaaldBedragDossier": _amount(_sum(page, "overgemaakt")),
        "componenthistorie": list(_components(page)),
    }


def _head(found: MonthThen, scheme: str) -> dict[str, Any]:
    period = f"{found.month.year}{found.month.number:02d}"
    return {"regeling": scheme, "dossiernummer": f"{found.household}", "periodenummer": period, "betrekkingsperiode": period}


def _paid(cents: int) -> dict[str, Any]:
    return {"uitbetaaldBedragClient": _amount(cents), "uitbetaaldBedragDossier": _amount(cents)}


def _components(page: MonthPage) -> Iterator[dict[str, Any]]:
    """The sum as lines: norm, wages beside it, what is set off and put aside, and what is paid."""
    yield _component("Norm", _sum(page, "bijstandsnorm"), PLUS)
    for line in page.steps:
        if line.name == "loon" and line.amount:
            yield _component(line.title, line.amount, BESIDE)
    yield _component("TOTAAL GEKORTE INKOMSTEN", _sum(page, "middelen"), MINUS)
    yield _component("RESERVERING VAKANTIEGELD", _sum(page, "reservering"), MINUS)
    if _sum(page, "nabetaling_vakantiegeld"):
        yield _component("Nabetaling vakantiegeld", _sum(page, "nabetaling_vakantiegeld"), PLUS)
    yield _component("TOTAAL NETTO BIJSTAND", _sum(page, "uit_te_betalen"), PLUS)
    if _sum(page, "aflossing"):
        yield _component("Aflossing", _sum(page, "aflossing"), MINUS)
    yield _component("UIT TE BETALEN BEDRAG", _sum(page, "overgemaakt"), PLUS)


def _component(what: str, cents: int, column: str) -> dict[str, Any]:
    return {"omschrijving": what[:_LONGEST], "bedrag": _amount(cents), "indicatieKolom": column}


def _amount(cents: int) -> dict[str, str]:
    return {"cdPositiefNegatief": "-" if cents < 0 else "+", "waardeBedrag": f"{abs(cents)}"}


def _sum(page: MonthPage, name: str) -> int:
    """The step of the household, or those of its people together."""
    return sum(line.amount or 0 for line in page.steps if line.name == name)
