# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A city for the ledger's benchmark, out of a seed: nobody in it exists, and its shares are those of the target, not of a city.

Of every hundred households 8 have wages, of which a quarter gets a correction of an older month (2% of all). Three of ten are
couples. Birthdays, first months and amounts are drawn; names are two words out of short lists.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.new_facts import NewFact, home, person, wage
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.facts import record_fact
from werkzaam.store.people import record_person

CITY = Town("stad", "Stad", ("participatiewet_2026",), "Inez Bakker (verzonnen)", "14 000", 8, 10, "NL91ABNA0417164300",
            "ABNANL2A", "Gemeente Stad")  # fmt: skip
FIRST = Month.of(2026, 1)
AT_ONCE = 5_000
GIVEN = ("Sam", "Noor", "Mo", "Anne", "Lee", "Jip", "Robin", "Bo")
FAMILY = ("Bakker", "Visser", "de Boer", "Yilmaz", "Janssen", "El Amrani", "Smit", "Kaya")


class City:
    """Households from 1 to a number, the same for the same seed."""

    def __init__(self, households: int, seed: int = 20260101) -> None:
        self.households, self._seed = households, seed

    def works(self, number: int) -> bool:
        """Eight of every hundred have wages."""
        return number % 100 < 8

    def corrected(self, number: int) -> bool:
        """Two of every hundred get a correction of an older month."""
        return number % 100 < 2

    def founding(self, number: int) -> list[NewFact]:
        """The home and its persons."""
        chance = self._chance(number, 0)
        couple = chance.randrange(10) < 3
        about: dict[str, object] = {"leefvorm": "gehuwden" if couple else "alleenstaande"}
        if chance.randrange(4) == 0:
            about["kinderen"] = True
        contact = f"{GIVEN[number % 8]} {FAMILY[number % 7]}"
        found = [home({"eerste_maand": str(FIRST), "contactpersoon": contact, "huishouden": about})]
        names = chance.sample(GIVEN, 2)
        for place in range(1 + couple):
            born = date(chance.randrange(1962, 1999), chance.randrange(1, 13), chance.randrange(1, 29))
            row = {"nummer": number * 10 + place, "naam": f"{names[place]} {chance.choice(FAMILY)}", "geboortedatum": born}
            found.append(person(row, FIRST.first_day))
        return found

    def news(self, number: int, month: Month) -> Iterator[NewFact]:
        """What became known before a month was decided: the payslip, and perhaps a correction of the month before."""
        if not self.works(number):
            return
        name = next(one.row["naam"] for one in self.founding(number) if one.kind == "person")
        if month > FIRST and self.corrected(number):
            less = {"netto": "-25.00", "correctie": True, "betaald_op": month.first_day}
            yield wage({**self._slip(name, number, month - 1), **less}, number * 10)
        yield wage(self._slip(name, number, month), number * 10)

    def _slip(self, name: str, number: int, month: Month) -> dict[str, object]:
        chance = self._chance(number, month.index)
        return {"persoon": name, "baan": "werk", "gewerkt_van": month.first_day, "gewerkt_tot": month.last_day,
                "betaald_op": month.last_day, "netto": f"{chance.randrange(150, 900)}.{chance.randrange(100):02}",
                "bron": "loonstrook"}  # fmt: skip

    def _chance(self, number: int, turn: int) -> random.Random:
        return random.Random(f"{self._seed} {number} {turn}")


def found(desk: Desk, city: City) -> None:
    """Open the city and record who lives there."""
    with desk.database.transaction():
        open_municipality(desk.database, CITY.id, CITY.name)
        open_households(desk.database, CITY.id, range(1, city.households + 1))
    for numbers in slices(city):
        with desk.writes() as writer:
            writer.lock(numbers)
            for number in numbers:
                for fact in city.founding(number):
                    if fact.kind == "person":
                        row = fact.row
                        record_person(writer, number, row["nummer"], name=row["naam"], born=row["geboortedatum"])
                    record_fact(writer, number, fact.fact(), idem_key=fact.key)


def deliver(desk: Desk, city: City, month: Month) -> None:
    """Record what became known before a month."""
    for numbers in slices(city):
        with desk.writes() as writer:
            for number in (one for one in numbers if city.works(one)):
                for fact in city.news(number, month):
                    record_fact(writer, number, fact.fact(), idem_key=fact.key)


def slices(city: City) -> Iterator[Sequence[int]]:
    """The numbers of the households, some thousands at a time."""
    numbers = range(1, city.households + 1)
    return (numbers[at : at + AT_ONCE] for at in range(0, city.households, AT_ONCE))
