# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs a story of guidance on a database, step after step, each by its own person at its own moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from werkzaam.app.casework.record import write
from werkzaam.app.casework.staff import write_staff
from werkzaam.app.casework.story.act import DEEDS, Doing, Done
from werkzaam.app.casework.story.look import LOOKS, Seen
from werkzaam.app.casework.story.read import Person, Step, Story
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.town import Town
from werkzaam.app.stories import Outcome
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import WerkzaamError
from werkzaam.store.casework import assign, clients
from werkzaam.store.events import open_households
from werkzaam.store.people import record_person
from werkzaam.store.verify import verify

TOWN = Town("teststad", "Teststad (verzonnen)", ("amsterdam_2018",), "Inez Bakker (verzonnen)", "020 000 00 00", 20, 10,
            "NL91ABNA0417164300", "ABNANL2A", "Gemeente Teststad")  # fmt: skip
LEAD = "teamleider"


def run_story(story: Story, url: str) -> list[Outcome]:
    """Every expectation of a story beside what comes of it; the town must not be in the database yet."""
    found: list[Outcome] = []
    new_ledger(url, TOWN)
    with at_desk(url, TOWN, actor=LEAD, moment=story.steps[-1].moment) as shared:
        _open(shared, story)
        names: dict[str, int] = {}
        for step in story.steps:
            desk = Desk(shared.database, TOWN, step.actor, step.moment)
            doing = Doing(desk, step.person, step.role, names)
            found += (replace(one, what=f"{step}: {one.what}") for one in _step(step, doing))
        wrong = [f"{one.invariant} {one.where}" for one in verify(shared.database, TOWN.id)]
    return [*found, Outcome("the whole store", "[]", str(wrong))]


def _open(shared: Desk, story: Story) -> None:
    """Its people in households of their own, and whose clients they are."""
    with shared.database.transaction():
        open_households(shared.database, TOWN.id, [person.number for person in story.people])
    if story.staff:
        first = min(person.since for person in story.people)
        write_staff(Desk(shared.database, TOWN, LEAD, f"{first}T07:00:00Z"), story.staff)
    for person in sorted(story.people, key=lambda person: person.since):
        _begin(Desk(shared.database, TOWN, LEAD, f"{person.since}T08:00:00Z"), person)


def _begin(desk: Desk, person: Person) -> None:
    with desk.writes() as writer:
        record_person(writer, person.number, person.number, name=f"Klant {person.number} (verzonnen)", born=person.born)
        writer.flush()
        client = clients(desk.database, TOWN.id, [person.number])[person.number]
        assign(writer, client, person.worker, person.since, reason="begin")
    if person.part:
        raw = {"deel": person.part, "omdat": "begin"}
        write(desk, person.number, Kind.GUIDANCE, raw, role=Role.LEAD)


def _step(step: Step, doing: Doing) -> Iterator[Outcome]:
    try:
        done = DEEDS[step.deed](doing, step.row) if step.deed else Done()
    except WerkzaamError as error:
        done = Done(refused=str(error))
    if done.refused and not any(look == "geweigerd" for look, _ in step.expected):
        yield Outcome("is done", "yes", done.refused)
    for look, row in step.expected:
        yield from LOOKS[look].at(Seen(doing, done), row)
