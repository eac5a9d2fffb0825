# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""More households in the invented town, made quickly: with and without wages."""

from __future__ import annotations

from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.new_facts import home, person, wage
from werkzaam.core.months import Month
from werkzaam.store.events import open_households
from werkzaam.store.facts import record_fact
from werkzaam.store.people import record_person

FIRST = 2001
"""The number of the first of them; people have ten times that."""
APRIL = Month.of(2019, 4)


def add_households(desk: Desk, count: int) -> None:
    """So many households more, from April 2019 on; every third has a wage."""
    with desk.writes() as writer:
        numbers = range(FIRST, FIRST + count)
        open_households(desk.database, desk.town.id, numbers)
        for number in numbers:
            row = {"nummer": number * 10, "naam": f"Verzonnen {number}", "geboortedatum": date(1970 + number % 25, 3, 4)}
            about = {"leefvorm": "alleenstaande"}
            facts = [
                home({"eerste_maand": str(APRIL), "contactpersoon": "Anna", "huishouden": about}),
                person(row, APRIL.first_day),
            ]
            if number % 3 == 0:
                facts.append(wage({
                    "persoon": row["naam"], "baan": "winkel", "gewerkt_van": APRIL.first_day, "gewerkt_tot": APRIL.last_day,
                    "betaald_op": date(2019, 5, 3), "netto": f"{200 + number % 400}.10", "bron": "loonstrook",
                }, number * 10))  # fmt: skip
            record_person(writer, number, number * 10, name=str(row["naam"]), born=date(1970 + number % 25, 3, 4))
            for fact in facts:
                record_fact(writer, number, fact.fact(), idem_key=fact.key)
