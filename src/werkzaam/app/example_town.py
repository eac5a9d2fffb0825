# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An invented town with a history: people, wages, months that were decided and paid, and guidance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzaam.app.casework.record import write
from werkzaam.app.casework.staff import record_staff_file
from werkzaam.app.example_employer import give_references
from werkzaam.app.example_experiment import make_example_experiment
from werkzaam.app.example_guidance import guide_month
from werkzaam.app.example_money import make_example_claim
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.officer import answer_accounts
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.app.ledger.record import record_households
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.town import read_town
from werkzaam.app.ledger.wages import record_wages
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.months import Month
from werkzaam.store.casework import assign, clients

FILES = Path(__file__).parent / "examples" / "town"
TOWN_FILE = FILES / "town.toml"
TODAY = date(2019, 5, 20)
"""The day it is in the invented town when it is made."""
PREPARES, LOOKS, LEADS = "a.maas", "s.yilmaz", "t.leeuw"
"""An income officer who prepares, another who looks, and the leader of the team."""
MONTHS = tuple(Month.of(2019, number) for number in range(1, 6))


@dataclass(frozen=True, slots=True)
class Guided:
    """Whose client somebody is, and under which part of the experiment."""

    person: int
    worker: str
    part: str


GUIDED = (
    Guided(1001, "k.demir", "ams_self_direction"),
    Guided(1002, "k.demir", "ams_comparison"),
    Guided(1003, "k.demir", "ams_comparison"),
    Guided(1004, "k.demir", "ams_extra_attention"),
    Guided(1005, "p.visser", "ams_extra_attention"),
    Guided(1006, "p.visser", "ams_self_direction"),
    Guided(1007, "k.demir", "ams_extra_attention"),
    Guided(1008, "p.visser", "ams_comparison"),
    Guided(1009, "p.visser", "ams_self_direction"),
    Guided(1010, "k.demir", "ams_extra_attention"),
)


def make_example_town(url: str) -> None:
    """Make the town's ledger at an address where there is none, and let its months pass up to today."""
    town = read_town(TOWN_FILE)
    new_ledger(url, town)
    with at_desk(url, town, actor=PREPARES, moment="2018-12-20T09:00:00Z") as desk:
        _begin(desk)
        for month in MONTHS:
            _month(desk, month)
            make_example_claim(desk, month)
        make_example_experiment(desk)


def _at(desk: Desk, actor: str, moment: str) -> Desk:
    """Somebody at work on the same ledger at another moment; numbers and choices are read once."""
    other = Desk(desk.database, desk.town, actor, moment)
    vars(other).update(facts=desk.facts, regime=desk.regime)
    return other


def _begin(desk: Desk) -> None:
    """People, their accounts, who works at the office and who guides whom."""
    households = sorted(FILES.glob("[0-9]*.toml"))
    record_households(desk, households)
    for file in households:
        answer_accounts(_at(desk, LOOKS, "2018-12-20T10:00:00Z"), int(file.name[:3]), approved=True, reason="Bankpas gezien")
    leads = _at(desk, LEADS, "2018-12-20T11:00:00Z")
    record_staff_file(leads, FILES / "staff.toml")
    give_references(leads)
    for one in GUIDED:
        _guide(leads, one)


def _guide(desk: Desk, one: Guided) -> None:
    with desk.writes() as writer:
        client = clients(desk.database, desk.town.id, [one.person])[one.person]
        assign(writer, client, one.worker, desk.today, reason="begin")
    write(desk, one.person, Kind.GUIDANCE, {"deel": one.part, "omdat": "loting"}, role=Role.LEAD)


def _month(desk: Desk, month: Month) -> None:
    """A calendar month: the wages of the one before come in, the month is decided, and up to April it is paid."""
    guide_month(desk, month)
    for file in _wages_before(month):
        record_wages(_at(desk, PREPARES, f"{month}-12T09:00:00Z"), [file])
    run(_at(desk, PREPARES, f"{month}-16T09:00:00Z"), month)
    if month != MONTHS[-1]:
        with TemporaryDirectory() as folder:
            sent = pay(_at(desk, PREPARES, f"{month}-17T09:00:00Z"), month, Path(folder, "payments.xml"))
        let_go(_at(desk, LOOKS, f"{month}-17T10:00:00Z"), sent.file.file_id)


def _wages_before(month: Month) -> Iterator[Path]:
    file = FILES / f"wages-{month - 1}.csv"
    if file.is_file():
        yield file
