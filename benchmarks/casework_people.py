# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An invented town for planning, from a seed: clients with what was agreed and when they talked last, and who works there."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from werkzaam.casework.dossier import Contact, Dossier, Spell
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.planning import Placed
from werkzaam.regime.guidance import Guidance, guidance_of_part

TODAY = date(2019, 4, 1)
"""A Monday."""
START = date(2018, 3, 1)
DISTRICTS = ("centrum", "noord", "oost", "zuid", "zuidoost", "west", "nieuw-west")
TEAM_SIZE = 12
_TALK_EVERY_WEEKS = 13, 26


def town(clients: int, workers: int, dedicated: int, seed: int = 1) -> tuple[list[Dossier], Office]:
    """Clients of ordinary case managers and of a dedicated team (55 each, half self-direction), with the office.

    An ordinary client talked last at any moment of fourteen months; in the dedicated team as often as was agreed, or nearly.
    """
    chance = random.Random(seed)
    staff = [_worker(f"km{at:03}", f"team {at // TEAM_SIZE}", at) for at in range(workers)]
    own_team = [_worker(f"dt{at:03}", "dedicated", at) for at in range(dedicated)]
    parts = {part: guidance_of_part(part) for part in ("ams_comparison", "ams_self_direction", "ams_extra_attention")}
    found = []
    for person in range(1, clients + 1):
        special = own_team and person <= 55 * dedicated
        worker = own_team[person % dedicated] if special else staff[person % workers]
        part = "ams_comparison" if not special else "ams_self_direction" if person % 2 else "ams_extra_attention"
        found.append(_client(person, worker, part, parts[part], chance))
    return found, Office(TODAY, {one.id: one for one in [*staff, *own_team]})


def _worker(name: str, team: str, at: int) -> Worker:
    return Worker(name, f"Case manager {name}", team, share=(100, 100, 100, 80, 60)[at % 5], district=DISTRICTS[at % 7])


def _client(person: int, worker: Worker, part: str, guidance: Guidance | None, chance: random.Random) -> Dossier:
    """One client with five or more entries and three contacts."""
    spell = Spell(worker.id, START)
    entries = [_entry(person, 1, Kind.GUIDANCE, START, {"part": part, "because": "loting"}, worker)]
    district = worker.district if chance.random() < 0.6 else chance.choice(DISTRICTS)
    wishes = {"district": district} | ({"channels": ["bezoek", "telefoon"]} if chance.random() < 0.5 else {})
    wishes |= {"days": ["maandag", "dinsdag", "donderdag"]} if chance.random() < 0.1 else {}
    entries.append(_entry(person, 2, Kind.PREFERENCE, START, wishes, worker))
    if part == "ams_extra_attention":
        weeks = chance.choice((4, 6, 8))
        entries.append(_entry(person, 3, Kind.FREQUENCY, START, {"weeks": weeks, "together": True, "need": "gewoon"}, worker))
        last = TODAY - timedelta(chance.randrange(1, 7 * weeks + 7))
    else:
        last = TODAY - timedelta(chance.randrange(1, 425))
    if chance.random() < 0.001:
        entries.append(
            _entry(person, 4, Kind.SIGNAL, TODAY - timedelta(chance.randrange(2)), {"topic": "kan_niet_betalen"}, worker)
        )
    contacts = [
        Contact(person, last, "telefoon", "klantmanager", "gesprek", "gekomen", worker.id, seq=10),
        Contact(person, last - timedelta(30), "bezoek", "klantmanager", "gesprek", "gekomen", worker.id, seq=9),
        Contact(person, last - timedelta(60), "bericht", "inwoner", "praktisch", "gekomen", worker.id, seq=8),
    ]
    return Dossier(person, person, date(1975, 1, 1), guidance, tuple(entries), tuple(contacts), (spell,))


def _entry(person: int, seq: int, kind: Kind, day: date, body: dict[str, object], worker: Worker) -> Entry:
    return Entry(person, kind, day, Role.SUPPORT, worker.id, body, seq=seq)


def away(office: Office, worker: str, first: date, last: date) -> Office:
    """The same office with somebody away."""
    absent = replace(office.workers[worker], away=((first, last),))
    return replace(office, workers={**office.workers, worker: absent})


def kept(dossier: Dossier, placed: Placed | None) -> Dossier:
    """The dossier with the appointment of a plan in it."""
    if placed is None:
        return dossier
    body = {"on": placed.place.day, "worker": placed.place.worker, "slot": placed.place.slot, "channel": placed.channel,
            "initiator": "klantmanager"}  # fmt: skip
    entry = Entry(dossier.person, Kind.APPOINTMENT, TODAY - timedelta(3), Role.SUPPORT, "planner", body, seq=20)
    return replace(dossier, entries=(*dossier.entries, entry))
