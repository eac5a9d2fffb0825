# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small synthetic experiment from roster to draw, at the moments of a real round of the beacon.

Round 657413 of drand's quicknet and its signature are as python-drand-verify publishes them. The rest is made up.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.experiment.designs import AMSTERDAM, WINDOWS
from werkzaam.app.experiment.drawing import Beacon, commit, reveal
from werkzaam.app.experiment.enrol import Enrolment, enrol
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.town import Town
from werkzaam.experiment.design import Condition, Design, Sample, Window
from werkzaam.experiment.lottery.beacon import QUICKNET, Chain
from werkzaam.store.database import Database
from werkzaam.store.events import open_municipality

TOWN = Town("teststad", "Teststad", ("participatiewet_2018",), "Inez Bakker (verzonnen)", "14 000", 8, 10, "NL91ABNA0417164300",
            "ABNANL2A", "Gemeente Teststad")  # fmt: skip
KEY = bytes(range(32))
SECRET = hashlib.sha256(b"a secret of the council").digest()
ROUND = Beacon(657413, bytes.fromhex(
    "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"))  # fmt: skip
OUT = QUICKNET.moment(ROUND.round)
COMMITTED, REVEALED, DRAWN = "2023-09-14T10:00:00Z", "2023-09-15T10:00:00Z", "2023-09-15T12:00:00Z"
DESIGN = replace(
    AMSTERDAM, windows=(*WINDOWS, Window(date(2023, 1, 1), date(2023, 9, 1))),
    selection=Sample(24, Condition({"duration": ("under_12_months", "longer")})), survey=Sample(12, Condition({})),
)  # fmt: skip
HEADER = "number;applied;benefit;flags;case_manager;working;informed_letter;informed_phone;declined;sex;age;duration"


def signed(chain: Chain, number: int, signature: bytes) -> bool:
    """Stands in for the check of the beacon's signature, which takes three seconds; one test makes that check."""
    return (chain, number, signature) == (QUICKNET, ROUND.round, ROUND.signature)


def person(which: int, **cells: str) -> str:
    """A row of the roster: somebody who applied in June 2023."""
    row = {
        "number": str(100_000_000 + which), "applied": "2023-06-01", "benefit": "2016-01-01..", "flags": "",
        "case_manager": "k1", "working": "ja", "informed_letter": "2023-05-01", "informed_phone": "", "declined": "",
        "sex": ("woman", "man")[which % 2], "age": ("18-34", "35-54", "55-65")[which % 3],
        "duration": ("under_12_months", "longer")[which % 2],
    } | cells  # fmt: skip
    return ";".join(row.values())


def roster(*rows: str) -> bytes:
    """A file of these rows."""
    return "\n".join([HEADER, *rows, ""]).encode()


ENDED = "2016-01-01..2020-01-01"
PEOPLE = roster(*(person(number) for number in range(40)), person(40, flags="homeless"), person(41, benefit=ENDED))


def desk_at(database: Database, moment: str) -> Desk:
    """Somebody at work in the town at a moment."""
    return Desk(database, TOWN, "m.bakker", moment)


def opened(database: Database) -> Database:
    """The database with the town in it."""
    with database.transaction():
        open_municipality(database, TOWN.id, TOWN.name)
    return database


def enrolled(database: Database, design: Design = DESIGN, source: bytes | Path = PEOPLE) -> Enrolment:
    """The people, enrolled in the town."""
    opened(database)
    return enrol(desk_at(database, "2023-09-02T09:00:00Z"), design, source, KEY)


def promised(database: Database, design: Design = DESIGN) -> None:
    """The draw promised."""
    commit(desk_at(database, COMMITTED), design, secret_sha256=hashlib.sha256(SECRET).digest(), drawn_at=OUT)


def revealed(database: Database, design: Design = DESIGN) -> None:
    """The secret told."""
    reveal(desk_at(database, REVEALED), design, SECRET)
