# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A town with dossiers for the benchmark of guidance, out of a seed: nobody in it exists, and its shares are nobody's.

Each client lives alone, with about 12 entries and 40 contacts of 2018 and 2019, and a case manager. Entries are filled in
from their forms, so that what follows from them is worked out as of real ones; whether they make sense together is not looked at.

    python benchmarks/casework_town.py sqlite:////tmp/town.db --clients 40300 --workers 800
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta

from werkzaam.app.ledger.town import Town
from werkzaam.casework.contacts import HELP
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind
from werkzaam.casework.notions import FORMS
from werkzaam.casework.staffing import StaffEntry, StaffKind
from werkzaam.ledger.event import EventKind
from werkzaam.store.casework import Client, assign_first, record_contact, record_entry
from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.staff import record_staff
from werkzaam.store.writer import Writer, writing

TOWN = Town("stad", "Stad", ("participatiewet_2026",), "Inez Bakker (verzonnen)", "14 000", 8, 10, "NL91ABNA0417164300",
            "ABNANL2A", "Gemeente Stad")  # fmt: skip
FIRST, LAST = date(2018, 1, 1), date(2019, 12, 31)
MOMENT = "2019-12-31T17:00:00Z"
PARTS = ("ams_comparison", "ams_extra_attention", "ams_self_direction")
ENTRIES, CONTACTS = 12, 40
AT_ONCE = 500
_OFTEN = (Kind.PREFERENCE, Kind.FREQUENCY, Kind.SUMMARY, Kind.GOAL, Kind.PLAN, Kind.AGREEMENT, Kind.QUESTION, Kind.REQUEST,
          Kind.APPOINTMENT, Kind.PRESSURE, Kind.REVIEW)  # fmt: skip
"""What a dossier is made of, where there is a form for it."""
_TWO_YEARS = (LAST - FIRST).days
_DRAWN = {
    "channel": (("telefoon", 45), ("bezoek", 25), ("bericht", 15), ("post", 10), ("videogesprek", 5)),
    "initiator": (("klantmanager", 60), ("inwoner", 40)),
    "presence": (("gekomen", 85), ("afgemeld", 8), ("niet_gekomen", 7)),
}


def build_town(url: str, clients: int, workers: int, seed: int = 20190401) -> None:
    """Make an empty database into a town with these many clients and case managers; raises StoreError when it has a ledger."""
    with open_database(url) as database:
        create_schema(database)
        with database.transaction():
            open_municipality(database, TOWN.id, TOWN.name)
            open_households(database, TOWN.id, range(1, clients + 1))
            with _writing(database) as writer:
                record_staff(writer, (_hired(number) for number in range(1, workers + 1)))
        for first in range(1, clients + 1, AT_ONCE):
            with database.transaction(), _writing(database) as writer:
                for client in range(first, min(first + AT_ONCE, clients + 1)):
                    _fill(writer, client, f"w{client % workers + 1}", random.Random(f"{seed} {client}"))


def _writing(database: Database) -> AbstractContextManager[Writer]:
    return writing(database, TOWN.id, recorded_at=MOMENT, actor="w1")


def _hired(number: int) -> StaffEntry:
    body = {"name": f"Klantmanager {number}", "team": f"team {number % 40 + 1}", "district": f"wijk {number % 20 + 1}"}
    return StaffEntry(StaffKind.IN_SERVICE, FIRST, f"w{number}", body)


def _fill(writer: Writer, client: int, worker: str, chance: random.Random) -> None:
    """One dossier."""
    born = date(1955, 1, 1) + timedelta(chance.randrange(365 * 45))
    writer.add(client, EventKind.FACT, lambda _: {"person": [{"person": client}]}, idem_key="person", fresh=True)
    writer.beside("person_detail", {"person": client, "detail": 1, "name": "Sam Visser", "born": born.isoformat(),
                                    "recorded_at": MOMENT, "actor": "w1"})  # fmt: skip
    assign_first(writer, Client(client, client, born), worker, FIRST, reason="nieuw")
    for number, entry in enumerate(_entries(client, worker, chance)):
        record_entry(writer, client, entry, idem_key=f"entry {number}", fresh=True)
    for number in range(CONTACTS):
        record_contact(writer, client, _contact(client, worker, chance), idem_key=f"contact {number}", fresh=True)


def _entries(client: int, worker: str, chance: random.Random) -> Iterator[Entry]:
    part = chance.choice(PARTS)
    yield Entry(client, Kind.GUIDANCE, FIRST, Role.SUPPORT, worker, {"part": part, "because": "loting"})
    kinds = [kind for kind in _OFTEN if kind in FORMS] or [*_OFTEN]
    for _ in range(ENTRIES - 1):
        kind = chance.choice(kinds)
        day = _day(chance)
        fields = FORMS[kind].fields if kind in FORMS else (Field("text", "tekst", FieldKind.TEXT, "", required=True),)
        body = {field.name: _value(field, chance, day) for field in fields if field.required or chance.randrange(3) == 0}
        yield Entry(client, kind, day, Role.SUPPORT, worker, body, day + timedelta(chance.randrange(30, 400)))


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(chance.randrange(_TWO_YEARS))


def _value(field: Field, chance: random.Random, day: date) -> object:
    """Something that the field could hold."""
    match field.kind:
        case FieldKind.OPTION:
            return chance.choice(field.options)
        case FieldKind.OPTIONS:
            return tuple(chance.sample(field.options, min(2, len(field.options))))
        case FieldKind.DAY:
            return day + timedelta(chance.randrange(1, 200))
        case FieldKind.COUNT | FieldKind.CENTS:
            least = field.least or 1
            return chance.randint(least, max(least, field.most or least + 11))
        case FieldKind.TRUTH:
            return chance.randrange(2) == 0
        case FieldKind.TEXTS:
            return ("een wens", "nog een wens")
        case FieldKind.TEXT:
            return "wat er is afgesproken, in een zin van gewone lengte"


def _contact(client: int, worker: str, chance: random.Random) -> Contact:
    drawn = {name: chance.choices([one for one, _ in some], [times for _, times in some])[0] for name, some in _DRAWN.items()}
    return Contact(client, _day(chance), kind=chance.choice(HELP), worker=worker, areas=("werk", "welzijn"), **drawn)


def main() -> None:
    """Build a town and say how long it took."""
    parser = argparse.ArgumentParser(description="Builds a town with dossiers.")
    parser.add_argument("url")
    parser.add_argument("--clients", type=int, default=40_300)
    parser.add_argument("--workers", type=int, default=800)
    parser.add_argument("--seed", type=int, default=20190401)
    given = parser.parse_args()
    began = time.perf_counter()
    build_town(given.url, given.clients, given.workers, given.seed)
    print(f"{given.clients} clients in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
