# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A wage that an officer adds by hand, with whatever shows it: a correction is a new row, and the old one stays to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.record import check
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro
from werkzaam.store.facts import record_fact

_SAME = ("persoon", "baan", "gewerkt_van", "gewerkt_tot")


@dataclass(frozen=True, slots=True)
class OneWage:
    """A net wage in cents of a job over some days, paid on a day; `source` is what shows it, such as a payslip."""

    person: str
    job: str
    worked_from: date
    worked_to: date
    paid_on: date
    cents: int
    source: str


def add_wage(desk: Desk, household: int, wage: OneWage, *, once: str) -> int:
    """Add a wage; the number of its event. Sent again under the same `once` it counts once.

    Raises InputError where a wage of that job and those days stands already, and for what cannot be right.
    """
    with desk.writes() as writer:
        writer.lock([household])
        file = desk.file(household)
        row = {
            "persoon": wage.person, "baan": wage.job.strip(), "gewerkt_van": wage.worked_from, "gewerkt_tot": wage.worked_to,
            "betaald_op": wage.paid_on, "netto": format_euro(wage.cents, "en").removeprefix("€").replace(",", "").strip(),
            "bron": wage.source.strip(),
        }  # fmt: skip
        fact = new_facts.wage(row, file.persons[wage.person])
        key = f"wage by hand {once}"
        before = next((one for one in file.of("wage") if all(one.row[name] == row[name] for name in _SAME)), None)
        if before is not None and before.source == fact.source and before.row["netto"] == row["netto"]:
            return before.hseq
        if before is not None:
            raise InputError(
                f"A wage of {wage.job} over these days stands already, as row {before.hseq}: take that one back first."
            )
        check(desk, file, [fact], f"household {household}")
        made = record_fact(writer, household, fact.fact(), idem_key=key)
    if made is None:
        raise InputError("This form was sent before, and its row was taken back since. Open the page again to add a wage.")
    return made.hseq
