# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of an experiment: who was approached, under which number, with which levels, and what happened to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.experiment.chain import Link, LinkKind
from werkzaam.experiment.event import Event, Happening
from werkzaam.store.database import Database
from werkzaam.store.experiments import Recorder
from werkzaam.store.writer import Fields


@dataclass(frozen=True, slots=True)
class NewParticipant:
    """Somebody who is new: a random number of 32 hexadecimal digits, a salt of as many, a pseudonym, and the design's levels."""

    pid: str
    salt: str
    pseudonym: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody as they are known at an event: the levels with every correction up to it."""

    pid: str
    seq: int
    levels: Mapping[str, str]


def packed(values: Mapping[str, object]) -> str:
    """A table as the text that is stored: the same for the same values, whatever their order."""
    return json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def record_people(
    recorder: Recorder, people: Sequence[NewParticipant], events: Sequence[Event], *, idem_key: str
) -> Link | None:  # fmt: skip
    """New people with what happened to them and to others, as one event; None when it was recorded before."""
    new: list[Fields] = [{"pid": one.pid, "levels": packed(one.levels)} for one in people]
    secrets: list[Fields] = [{"pid": one.pid, "salt": one.salt, "pseudonym": one.pseudonym} for one in people]
    return recorder.add(
        LinkKind.PEOPLE, lambda _: {"participant": new, "happening": happening_rows(events)}, idem_key=idem_key,
        beside={"participant_secret": secrets},
    )  # fmt: skip


def record_happenings(recorder: Recorder, events: Sequence[Event], *, idem_key: str) -> Link | None:
    """What happened to people who are known, as one event; None when it was recorded before."""
    return recorder.add(LinkKind.HAPPENING, lambda _: {"happening": happening_rows(events)}, idem_key=idem_key)


def happening_rows(events: Iterable[Event]) -> list[Fields]:
    """The rows of what happened, in this order."""
    return [
        {"place": place, "pid": one.person, "happening": one.happening.value, "day": str(one.day), "detail": packed(one.detail)}
        for place, one in enumerate(events, 1)
    ]


def happenings(database: Database, municipality: str, experiment: str, upto: int | None = None) -> list[Event]:
    """What happened to everybody, in the order in which it was recorded, up to and including an event."""
    query = (
        "SELECT pid, happening, day, detail FROM happening WHERE municipality = ? AND experiment = ? AND seq <= ? "
        "ORDER BY seq, place"
    )
    rows = database.rows(query, (municipality, experiment, _bound(upto)))
    return [Event(pid, Happening(what), date.fromisoformat(day), json.loads(detail)) for pid, what, day, detail in rows]


def participants(database: Database, municipality: str, experiment: str, upto: int | None = None) -> dict[str, Participant]:
    """Everybody by their number, in its order, as they were known at an event."""
    query = "SELECT pid, seq, levels FROM participant WHERE municipality = ? AND experiment = ? AND seq <= ? ORDER BY pid"
    rows = database.rows(query, (municipality, experiment, _bound(upto)))
    levels = {pid: json.loads(text) for pid, _, text in rows}
    for event in happenings(database, municipality, experiment, upto):
        if event.happening is Happening.CORRECTED:
            levels[event.person] |= event.detail
    return {pid: Participant(pid, seq, levels[pid]) for pid, seq, _ in rows}


def salts(database: Database, municipality: str, experiment: str) -> dict[str, str]:
    """The salt of everybody whose link to a person still stands."""
    query = "SELECT pid, salt FROM participant_secret WHERE municipality = ? AND experiment = ? ORDER BY pid"
    return dict(database.rows(query, (municipality, experiment)))


def by_pseudonym(database: Database, municipality: str, experiment: str) -> dict[str, str]:
    """The number of everybody whose link to a person still stands, by pseudonym."""
    query = "SELECT pseudonym, pid FROM participant_secret WHERE municipality = ? AND experiment = ?"
    return dict(database.rows(query, (municipality, experiment)))


def _bound(upto: int | None) -> int:
    return 2**62 if upto is None else upto
