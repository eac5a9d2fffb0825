# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small made-up town in which every workflow of the ledger happens once: what the faults are let loose on.

Each command can be given again at a later moment, as somebody does after a crash, and says whether there was nothing left to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from tests.pretend_bank import Bank, Fate, Other
from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.book import book
from werkzaam.app.ledger.desk import Desk, at_desk
from werkzaam.app.ledger.dispute import dispute_claim
from werkzaam.app.ledger.officer import answer_accounts, approve_claim
from werkzaam.app.ledger.pay import content, let_go, pay
from werkzaam.app.ledger.record import record_changes, record_households
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.town import Town
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.store.bank import pay_files
from werkzaam.store.facts import record_fact

TOWN = Town(
    id="teststad", name="Teststad (verzonnen)", regimes=("amsterdam_2021",), contact="Inez Bakker", phone="020 000 00 00",
    pay_day=25, notice_days=10, iban="NL91ABNA0417164300", bic="ABNANL2A", holder="Gemeente Teststad",
)  # fmt: skip
MAKER, OTHER = "m.bakker", "s.yilmaz"
SETTLES, DISPUTES, QUIET = 11, 12, 13
"""Households: one whose claim is taken and given back, one that contests its claim, one without wages."""

_HOUSEHOLD = """
nummer = {number}
eerste_maand = "2021-03"
contactpersoon = "Inez Bakker"
[huishouden]
leefvorm = "alleenstaande"
[[persoon]]
nummer = {number}1
naam = "Sam"
geboortedatum = 1985-01-01
[[rekening]]
tenaamstelling = "S. Jansen"
iban = "NL91 ABNA 0417 1643 00"
van = 2021-01-01
"""
_ESTIMATE = """
nummer = {number}
[[schatting]]
baan = "winkel"
maand = "{month}"
netto = "{euros}"
"""


@dataclass(frozen=True)
class Command:
    """Something that somebody does: at which moment, and how; doing it twice must come to the same as doing it once."""

    name: str
    moment: str
    actor: str
    work: Callable[[Desk], object]
    out: Path | None = None
    """The file it writes, if any."""

    def do(self, url: str, *, before: Callable[[str], None] | None = None, again: int = 0) -> None:
        """Do it; `before` is called with each statement, and `again` is how often it was tried before: a minute later each."""
        moment = later(self.moment, minutes=again)
        with at_desk(url, TOWN, actor=self.actor, moment=moment) as desk:
            self.at(desk, before=before, again=again)

    def at(self, desk: Desk, *, before: Callable[[str], None] | None = None, again: int = 0) -> None:
        """Do it at a desk that is open; what was done already is told as an error, which is right when it is done again."""
        desk.database.before = before
        with suppress(*((InputError, NotAllowed) if again else ())):
            self.work(desk)
        if before:
            before("")


def later(moment: str, *, minutes: int) -> str:
    """A moment so many minutes after another."""
    return (datetime.fromisoformat(moment) + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def commands(folder: Path, *, households: Sequence[int] = (SETTLES, DISPUTES, QUIET)) -> list[Command]:
    """The town's life from March to June 2021, with its files in a folder."""
    files = [_file(folder, f"household{number}.toml", _HOUSEHOLD.format(number=number)) for number in households]
    working = [number for number in households if number != QUIET]
    return [
        Command("record households", "2021-03-05T09:00:00Z", MAKER, lambda desk: record_households(desk, files)),
        *(Command(f"approve the account of {number}", "2021-03-06T09:00:00Z", OTHER, _accounts(number)) for number in households),
        Command("record estimates", "2021-03-08T09:00:00Z", MAKER, _estimates(folder, working, "2021-03", "500.00")),
        Command("run March", "2021-03-20T09:00:00Z", MAKER, lambda desk: run(desk, Month.of(2021, 3))),
        _pay(folder, "pay March", "2021-03-21T09:00:00Z"),
        Command("release March", "2021-03-22T09:00:00Z", OTHER, lambda desk: let_go(desk, "teststad-2021-03-1")),
        Command("book March", "2021-03-26T09:00:00Z", MAKER, _book(folder)),
        _pay(folder, "pay March again", "2021-03-27T09:00:00Z"),
        Command("record wages", "2021-04-10T09:00:00Z", MAKER, _wages(working, 3, "900.00")),
        Command("run April", "2021-04-20T09:00:00Z", MAKER, lambda desk: run(desk, Month.of(2021, 4))),
        *(Command(f"approve the claim of {number}", "2021-04-21T09:00:00Z", OTHER, _approve(number)) for number in working),
        Command("dispute", "2021-05-02T09:00:00Z", MAKER, _dispute),
        Command("record wages of April", "2021-05-10T09:00:00Z", MAKER, _wages(working, 4, "300.00")),
        Command("run May", "2021-05-20T09:00:00Z", MAKER, lambda desk: run(desk, Month.of(2021, 5))),
        Command("record corrections", "2021-06-10T09:00:00Z", MAKER, _wages(working, 3, "-850.00")),
        Command("run June", "2021-06-20T09:00:00Z", MAKER, lambda desk: run(desk, Month.of(2021, 6))),
    ]


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _accounts(household: int) -> Callable[[Desk], object]:
    return lambda desk: answer_accounts(desk, household, approved=True, reason="bankpas gezien")


def _estimates(folder: Path, households: Sequence[int], month: str, euros: str) -> Callable[[Desk], object]:
    texts = {number: _ESTIMATE.format(number=number, month=month, euros=euros) for number in households}
    files = [_file(folder, f"estimate{number}.toml", text) for number, text in texts.items()]
    return lambda desk: record_changes(desk, files)


def _wages(households: Sequence[int], month: int, euros: str) -> Callable[[Desk], object]:
    at = Month.of(2021, month)
    row = {"persoon": "Sam", "baan": "winkel", "gewerkt_van": at.first_day, "gewerkt_tot": at.last_day,
           "betaald_op": date(2021, month + 1, 5), "netto": euros, "bron": "loonstrook"}  # fmt: skip
    if euros.startswith("-"):
        row |= {"correctie": True}

    def work(desk: Desk) -> None:
        with desk.writes() as writer:
            for number in households:
                fact = new_facts.wage(row, number * 10 + 1)
                record_fact(writer, number, fact.fact(), idem_key=fact.key)

    return work


def _approve(household: int) -> Callable[[Desk], object]:
    return lambda desk: approve_claim(
        desk, household, Month.of(2021, 3), reason="loonstrook van maart gezien", protected_earnings="ruimte van 50 euro"
    )


def _dispute(desk: Desk) -> object:
    return dispute_claim(desk, DISPUTES, Month.of(2021, 3), text="Dit loon klopt niet.")


def _pay(folder: Path, name: str, moment: str) -> Command:
    out = folder / f"{name}.xml"
    return Command(name, moment, MAKER, lambda desk: pay(desk, Month.of(2021, 3), out), out)


def _book(folder: Path) -> Callable[[Desk], object]:
    """The bank paid all but the last transfer, which came back, and got money that nobody expected."""

    def work(desk: Desk) -> None:
        pain = content(desk, pay_files(desk.database, desk.town.id)[0])
        last = re.findall(r"<EndToEndId>(.*?)<", pain.decode())[-1]
        file = folder / "statement.xml"
        file.write_bytes(Bank(reason="AB05").statement(pain, {last: Fate.RETURNED}, day="2021-03-25", others=[Other(12_34)]))
        book(desk, file)

    return work
