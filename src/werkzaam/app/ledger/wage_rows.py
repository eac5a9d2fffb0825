# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What came of each row of a file of wages that was recorded: looked up in the ledger, so that it can be asked again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from werkzaam.app.exchange.reported import Question, ReportedWage, Standing
from werkzaam.app.exchange.wages_csv import read_wages_csv
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.store.people import people

MOST = 500
"""How many rows are told one by one; of all of them there is a count."""
_ABOUT = ("baan", "gewerkt_van", "gewerkt_tot", "netto")
NEW, ALREADY, LOOKED_AT, WITHDRAWN = "new", "already", "looked_at", "withdrawn"


@dataclass
class RowsAfter:
    """Rows as line and result, at most MOST, and how many came to what: new, already, looked_at (by a person), withdrawn."""

    rows: list[tuple[int, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def rows_after(desk: Desk, file: Path, *, added: bool) -> RowsAfter:
    """What the rows of a file came to, that was recorded at this desk just now; `added` says whether it added anything."""
    owners = {one.reference: (one.household, one.person) for one in people(desk.database, desk.town.id) if one.reference}
    read = (read_wages_xml if file.suffix.lower() == ".xml" else read_wages_csv)(file, owners.get)
    found, files = RowsAfter(), dict[int, HouseholdFile]()
    for one in read.rows():
        if one.household not in files:
            files[one.household] = desk.file(one.household)
        result = LOOKED_AT if isinstance(one, Question) else _result(desk, files[one.household], one, added)
        found.counts[result] += 1
        if len(found.rows) < MOST:
            found.rows.append((one.line, result))
    return found


def _result(desk: Desk, file: HouseholdFile, one: ReportedWage, added: bool) -> str:
    """Whether it stands now, since when, or whether a person looks at it first."""
    if one.standing is Standing.WITHDRAWN:
        return WITHDRAWN
    names = {number: name for name, number in file.persons.items()}
    same = [each for each in file.of("wage", "correction") if each.row["persoon"] == names[one.person]
            and all(each.row.get(key) == one.row.get(key) for key in _ABOUT)]  # fmt: skip
    if not same:
        return LOOKED_AT
    return NEW if added and any(each.recorded_at == desk.moment for each in same) else ALREADY
