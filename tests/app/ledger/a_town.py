# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Small towns out of a seed, invented: households of all kinds, wages on time, late and corrected, and an officer who answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.new_facts import NewFact, arrangement, change, home, income, person, wage, whole_month
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.facts import record_fact
from werkzaam.store.people import record_person

TOWN = Town("teststad", "Teststad", ("participatiewet_2026",), "Inez Bakker (verzonnen)", "14 000", 8, 10,
            "NL91ABNA0417164300", "ABNANL2A", "Gemeente Teststad")  # fmt: skip
NAMES = ("Sam", "Öykü", 'De "Lange"', "Noor")
JOBS = ("winkel", "bezorging")
FIRST = Month.of(2026, 1)


def desk_on(database: Database, day: str, actor: str = "m.bakker") -> Desk:
    """Somebody at work in the town on a day."""
    return Desk(database, TOWN, actor, f"{day}T09:15:00Z")


class Chance:
    """Everything about a town that could have been otherwise, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def once_in(self, times: int) -> bool:
        """True once in so many times."""
        return self._random.randrange(times) == 0

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high."""
        return self._random.randint(low, high)

    def day(self, first_year: int, last_year: int) -> date:
        """A day."""
        return date(self.whole(first_year, last_year), self.whole(1, 12), self.whole(1, 28))

    def amount(self, low: int, high: int) -> str:
        """An amount in euros, as text."""
        return f"{self.whole(low, high)}.{self.whole(0, 99):02}"


def found_town(desk: Desk, chance: Chance, households: int) -> None:
    """Open the town and record who lives in it."""
    with desk.database.transaction():
        open_municipality(desk.database, TOWN.id, TOWN.name)
        open_households(desk.database, TOWN.id, range(1, households + 1))
    with desk.writes() as writer:
        for number in range(1, households + 1):
            for fact in _household(chance, number):
                if fact.kind == "person":
                    row = fact.row
                    record_person(writer, number, row["nummer"], name=row["naam"], born=row["geboortedatum"])
                record_fact(writer, number, fact.fact(), idem_key=fact.key)


def _household(chance: Chance, number: int) -> Iterator[NewFact]:
    couple, first = chance.once_in(3), FIRST + chance.whole(0, 2)
    about: dict[str, object] = {"leefvorm": "gehuwden" if couple else "alleenstaande"}
    if chance.once_in(6):
        about["kinderen"] = True
    if chance.once_in(9):
        about["reserve_overgenomen"] = "40.00"
    yield home({"eerste_maand": str(first), "contactpersoon": f"Contact {number % 3}", "huishouden": about})
    for place in range(1 + couple):
        row: dict[str, object] = {"nummer": number * 10 + place, "naam": NAMES[place], "geboortedatum": chance.day(1955, 2007)}
        if chance.once_in(8):
            row["medisch_urenbeperkt"] = {"van": date(2026, 3, 1)}
        yield person(row, first.first_day)
    if chance.once_in(6):
        mate = {"nummer": number * 10 + 8, "naam": NAMES[3], "rol": "huisgenoot", "geboortedatum": chance.day(1950, 2025)}
        yield person({**mate, "woont_hier_van": date(2026, 2, 10)} if chance.once_in(2) else mate, first.first_day)
    if chance.once_in(5):
        yield arrangement({"soort": "vaste_betaling", "aan": "woning", "naam": "Woonstichting", "bedrag": "300.00",
                           "van": date(2026, 1, 1)}, {})  # fmt: skip


def slips(chance: Chance, number: int, month: Month) -> Iterator[NewFact]:
    """What became known of a household's income in a month: often nothing; sometimes late, sometimes a correction."""
    if number % 3 == 1:
        return
    job = JOBS[number % 2]
    row = {"persoon": NAMES[0], "baan": job, "gewerkt_van": month.first_day, "gewerkt_tot": month.last_day,
           "betaald_op": month.last_day, "netto": chance.amount(200, 1600), "bron": "loonstrook"}  # fmt: skip
    if not chance.once_in(5):
        yield wage(row, number * 10)
        if chance.once_in(5):
            yield wage({**row, "netto": chance.amount(-90, -10), "correctie": True}, number * 10)
    if chance.once_in(9):
        other = {"persoon": NAMES[0], "soort": "alimentatie", "bron": "opgave", "ontvangen_op": month.first_day}
        yield income({**other, "bedrag": "25.00"}, number * 10)


def home_changes(desk: Desk, number: int, month: Month) -> Iterator[NewFact]:
    """Every seventh household changes once: somebody comes or leaves, on the first day or inside of a month, or dies."""
    file = desk.file(number)
    if number % 7 or month != FIRST + 1 + number // 7 % 3:
        return
    day = date(2026, month.number, 1 if number % 2 else 12)
    alone = sum(row.get("rol") != "huisgenoot" for row in file.person_rows) == 1
    if alone and number % 3 == 0:
        yield change({"overleden": NAMES[0], "op": day})
        return
    new = {"nummer": number * 10 + 7, "naam": "Kim", "geboortedatum": date(1991, 3, 4)}
    yield change({"van": day, "erbij": "Kim", "leefvorm": "gehuwden"} if alone else
                 {"van": day, "weg": NAMES[1], "leefvorm": "alleenstaande"}, [new] if alone else [])  # fmt: skip


def answer_part_months(desk: Desk, number: int) -> Iterator[NewFact]:
    """An officer says of some part months how they count."""
    for month in desk.file(number).course.part:
        if number % 4:
            day = "eerste_dag" if number % 3 else "laatste_dag"
            yield whole_month({"maand": str(month), "zoals_op": day, "reden": "gezien"})
