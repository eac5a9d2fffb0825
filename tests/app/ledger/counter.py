# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic town with one household at a time, worked on by the use cases as the commands do: for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.officer import answer_accounts
from werkzaam.app.ledger.record import Recorded, record_changes, record_households
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.events import open_municipality
from werkzaam.store.facts import record_fact

MAKER, OFFICER, HOME = "m.bakker", "s.yilmaz", 1001
TOWN = Town("teststad", "Teststad (verzonnen)", ("amsterdam_2018",), "Inez Bakker (verzonnen)", "020 555 01 23", 25, 10,
            "NL91ABNA0417164300", "ABNANL2A", "Gemeente Teststad", ("Postbus 100", "1000 AA Teststad"))  # fmt: skip
HOUSEHOLD = """\
nummer = 1001
eerste_maand = "{first}"
contactpersoon = "Inez Bakker (verzonnen)"

[huishouden]
leefvorm = "{form}"

[[persoon]]
nummer = 5001
naam = "Sjaak"
geboortedatum = 1988-05-14

[[rekening]]
tenaamstelling = "{holder}"
iban = "NL02ABNA0123456789"
van = {first}-01
"""
NORM = '\n[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n'
"""The norm that the stories of the sources count with."""


def slip(month: str, net: str) -> str:
    """A payslip of the shop for a month, as a row of a household file."""
    when = Month.parse(month)
    return (f'\n[[loon]]\nbaan = "winkel"\ngewerkt_van = {when.first_day}\ngewerkt_tot = {when.last_day}\n'
            f'betaald_op = {when.last_day}\nnetto = "{net}"\nbron = "loonstrook"\n')  # fmt: skip


class Counter:
    """Desks of one town, at any moment and in anybody's name."""

    def __init__(self, database: Database, folder: Path, *regimes: str) -> None:
        self.database, self.folder = database, folder
        self.town = replace(TOWN, regimes=regimes) if regimes else TOWN
        self._files = 0
        with database.transaction():
            open_municipality(database, self.town.id, self.town.name)

    def at(self, moment: str, actor: str = MAKER) -> Desk:
        """Somebody at work, at `2020-03-20` (nine o'clock) or `2020-03-20T10:00:00Z`."""
        return Desk(self.database, self.town, actor, moment if "T" in moment else f"{moment}T09:00:00Z")

    def file(self, text: str) -> Path:
        """A file with a text in it."""
        self._files += 1
        path = self.folder / f"file{self._files}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def household(self, first: str, more: str = "", *, holder: str = "S. Jansen", norm: bool = True,
                  form: str = "alleenstaande") -> None:  # fmt: skip
        """Record household 1001 from its first month on, with an account that another officer approved."""
        text = HOUSEHOLD.format(first=first, holder=holder, form=form) + more + (NORM if norm else "")
        record_households(self.at(f"{first}-01"), [self.file(text)])
        answer_accounts(self.at(f"{first}-01", OFFICER), HOME, approved=True, reason="bank card seen")

    def changes(self, day: str, text: str) -> Recorded:
        """Record rows of household 1001."""
        return record_changes(self.at(day), [self.file(f"nummer = {HOME}\n{text}")])

    def wage(self, day: str, month: str, net: str) -> None:
        """A payslip of household 1001 comes in on a day."""
        when = Month.parse(month)
        row = {"persoon": "Sjaak", "baan": "winkel", "gewerkt_van": when.first_day, "gewerkt_tot": when.last_day,
               "betaald_op": when.last_day, "netto": net, "bron": "loonstrook"}  # fmt: skip
        fact = new_facts.wage(row, 5001)
        with self.at(day).writes() as writer:
            record_fact(writer, HOME, fact.fact(), idem_key=fact.key)
