# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer's delivery as a wage tax return (XML): the wages of all in it, without asking who is known to the town."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from werkzaam.app.employer.table import checked_kind
from werkzaam.app.employer.told import MOST_FAULTS, MOST_ROWS, Fault, Refused, Told, ToldWage, job_of
from werkzaam.app.exchange.reported import Question, ReportedWage, RowsRefused, Standing
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.core.errors import InputError

_SERIAL = re.compile(r"(.*?)(?: \(([0-9]+)\))?")
_BSN_DIGITS = 9


def read_return(body: bytes, employer: str) -> Told:
    """The wages of a return of this employer, or everything that is wrong; raises Refused when it is no return, or another's."""
    checked_kind(body)
    try:
        found = read_wages_xml(body, lambda number: (1, int(number)))
        rows = list(found.rows())
    except RowsRefused as error:
        faults = [Fault(one.line, one.place, "element", detail=one.why) for one in error.rows[:MOST_FAULTS]]
        return Told("", (), tuple(faults))
    except InputError as error:
        raise Refused(Fault(0, "", "file_xml", detail=str(error))) from None
    if not rows:
        raise Refused(Fault(0, "", "file_no_rows"))
    if len(rows) > MOST_ROWS:
        raise Refused(Fault(0, "", "file_rows"))
    wages, faults = [], []
    for one in rows:
        wage = _wage(one) if isinstance(one, ReportedWage) else _question(one)
        name, serial = _job(str(wage.row["baan"]))
        if plain(name) != plain(employer):
            faults.append(Fault(one.line, "NmIP", "other_employer"))
        wages.append(replace(wage, row={**wage.row, "baan": job_of(employer, serial)}))
    return Told(found.sha256, () if faults else tuple(wages), tuple(faults[:MOST_FAULTS]))


def plain(name: str) -> str:
    """A name as it is compared: without capitals and double spaces."""
    return " ".join(name.casefold().split())


def _job(job: str) -> tuple[str, int]:
    """The employer that a return names, and which employment it is."""
    found = _SERIAL.fullmatch(job)
    assert found is not None
    return found[1], int(found[2] or 1)


def _wage(one: ReportedWage) -> ToldWage:
    row = {name: value for name, value in one.row.items() if name != "bron"}
    return ToldWage(one.line, f"{one.person:0{_BSN_DIGITS}}", row, withdrawn=one.standing is Standing.WITHDRAWN)


def _question(one: Question) -> ToldWage:
    """A wage that a person has to look at; what was said of it stays with it as text."""
    said: dict[str, Any] = dict(one.said)
    days = {"gewerkt_van": date.fromisoformat(said["van"]), "gewerkt_tot": date.fromisoformat(said["tot"])}
    told = ", ".join(f"{name} {value}" for name, value in one.said.items())
    return ToldWage(one.line, f"{one.person:0{_BSN_DIGITS}}", {"baan": said["baan"], **days}, why=f"{one.why} ({told})")
