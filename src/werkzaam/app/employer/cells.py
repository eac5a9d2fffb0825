# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of one wage as an employer writes them, whether in a table or in a message of the API: one judgement for both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from werkzaam.app.employer.told import Fault, ToldWage, job_of
from werkzaam.app.exchange import cells
from werkzaam.app.exchange.reported import refusal
from werkzaam.app.exchange.wages_csv import case_row
from werkzaam.core.errors import InputError

NEEDED = ("werknemer", "gewerkt_van", "gewerkt_tot", "betaald_op", "netto")
AMOUNTS = ("netto", "bruto", "vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald", "eindejaarsuitkering_opgebouwd",
           "eindejaarsuitkering_uitbetaald", "gemiste_heffingskorting", "reiskosten_onbelast")  # fmt: skip
DAYS = ("gewerkt_van", "gewerkt_tot", "betaald_op", "opgebouwd_van", "opgebouwd_tot")
TRUTHS = ("heffingskorting_toegepast", "ingetrokken")
TEXTS = ("personeelsnummer", "uren", "tijdvak")
COLUMNS = ("werknemer", "personeelsnummer", "dienstverband", "gewerkt_van", "gewerkt_tot", "betaald_op", "netto",
           *AMOUNTS[1:], *DAYS[3:], "uren", "tijdvak", *TRUTHS)  # fmt: skip
"""Every column that may stand in a delivery."""
_OWN = ("werknemer", "personeelsnummer", "dienstverband", "ingetrokken")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,34}")
_BSN_LIKE = re.compile(r"[0-9]{8,9}")
_HOURS = re.compile(r"[0-9]{1,3}(:[0-5][0-9])?")
_TWO_WAYS = "can be read in two ways"
PERIODS = ("maand", "vier_weken", "week", "anders")
_MOST_SERIAL = 99


class _Wrong(Exception):
    """A cell that cannot be meant; the code of why."""


def _reference(text: str) -> str:
    if _BSN_LIKE.fullmatch(text):
        try:
            return cells.bsn(text)
        except InputError:
            raise _Wrong("bsn") from None
    if not _REFERENCE.fullmatch(text):
        raise _Wrong("reference")
    return text


def _serial(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= _MOST_SERIAL:
        raise _Wrong("serial")
    return int(text)


def _amount(text: str) -> int:
    try:
        found = cells.amount(text)
    except InputError as error:
        raise _Wrong("amount_two_ways" if _TWO_WAYS in str(error) else "amount") from None
    if found < 0:
        raise _Wrong("amount_negative")
    return found


def _day(text: str) -> object:
    try:
        return cells.day(text)
    except InputError:
        raise _Wrong("day") from None


def _truth(text: str) -> bool:
    if text.lower() not in ("ja", "nee"):
        raise _Wrong("truth")
    return text.lower() == "ja"


def _period(text: str) -> str:
    if text not in PERIODS:
        raise _Wrong("period")
    return text


def _hours(text: str) -> str:
    if not _HOURS.fullmatch(text):
        raise _Wrong("hours")
    return text


_READ: Mapping[str, Callable[[str], object]] = {
    "werknemer": _reference, "personeelsnummer": str, "dienstverband": _serial, "uren": _hours, "tijdvak": _period,
    **dict.fromkeys(AMOUNTS, _amount), **dict.fromkeys(DAYS, _day), **dict.fromkeys(TRUTHS, _truth),
}  # fmt: skip


@dataclass(slots=True)
class Reader:
    """Reads the wages of one employer's delivery row by row; the same employee, employment and days may stand in it once."""

    employer: str
    wages: list[ToldWage] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def take(self, line: int, given: Mapping[str, str]) -> None:
        """Read one row: its cells by column. What is wrong is added to `faults`, and otherwise the wage to `wages`."""
        values, faults = _values(line, given)
        if not faults:
            faults = [Fault(line, name, "missing") for name in NEEDED if name not in values]
        wage = None if faults else self._wage(line, values, faults)
        self.faults += faults
        if wage is not None:
            self.wages.append(wage)

    def _wage(self, line: int, values: dict[str, object], faults: list[Fault]) -> ToldWage | None:
        owner, serial = str(values["werknemer"]), values.get("dienstverband", 1)
        assert isinstance(serial, int)
        key = (owner, serial, values["gewerkt_van"], values["gewerkt_tot"])
        withdrawn = bool(values.get("ingetrokken"))
        row = _row(values, job_of(self.employer, serial), withdrawn=withdrawn)
        wrong = refusal(row | {"bron": "werkgever"})
        if wrong:
            faults.append(Fault(line, wrong[0].split(", ")[-1], _together(wrong[0], values), detail=wrong[1]))
        elif key in self._seen:
            faults.append(Fault(line, "werknemer", "twice"))
        self._seen.add(key)
        return None if faults else ToldWage(line, owner, row, str(values.get("personeelsnummer", "")), withdrawn)


def _values(line: int, given: Mapping[str, str]) -> tuple[dict[str, object], list[Fault]]:
    """The cells that say something, each read, and what cannot be read."""
    values: dict[str, object] = {}
    faults = []
    for name, cell in given.items():
        try:
            text = _plain(cell, amount=name in AMOUNTS)
            if text:
                values[name] = _READ[name](text)
        except _Wrong as wrong:
            told = "" if name == "werknemer" else cell.strip()[:40]
            faults.append(Fault(line, name, str(wrong), told))
    return values, faults


def _plain(cell: str, *, amount: bool) -> str:
    try:
        return cells.plain(cell, amount=amount)
    except InputError:
        text = cell.strip(" ")
        code = "formula" if text[:1] in "=+-@\t\r" else "long" if len(text) > cells.LONGEST_TEXT else "unprintable"
        raise _Wrong(code) from None


def _row(values: Mapping[str, object], job: str, *, withdrawn: bool) -> dict[str, object]:
    """The row of a case file; of a wage that is withdrawn only which one it is."""
    kept = {name: value for name, value in values.items() if name not in _OWN}
    if withdrawn:
        kept = {name: kept[name] for name in ("gewerkt_van", "gewerkt_tot", "betaald_op", "tijdvak") if name in kept} | {
            "netto": 0
        }
    row = case_row(kept | {"baan": job, "bron": "werkgever"})
    del row["bron"]
    return row


def _together(place: str, values: Mapping[str, object]) -> str:
    """Which words fit a row whose cells do not go together."""
    first, last = values["gewerkt_van"], values["gewerkt_tot"]
    if place.endswith("gewerkt_tot"):
        return "order" if str(last) < str(first) else "four_weeks" if "tijdvak" not in values else "together"
    return "together"
