# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers added up in SQL are those counted one by one from the dossiers, on a town of which everything could be otherwise."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.app.casework.counter import Counter as Town
from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.dossiers import dossiers
from werkzaam.casework.access import readable_by
from werkzaam.casework.calendar import months_after
from werkzaam.casework.contacts import CAME, CHANNELS, HELP, INITIATORS, PERSONAL, PRESENCE
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.period import Period
from werkzaam.casework.stretches import Stretch, counted, days_of, stretches, to_count, unasked
from werkzaam.core.months import Month
from werkzaam.store.caseload import Asked, added_up, begun_by_us, last_contacts
from werkzaam.store.casework import assign, clients, record_contact, record_entry

FIRST, LAST = date(2018, 1, 1), date(2020, 12, 31)
PERIOD = Period(date(2019, 3, 1), date(2020, 6, 30))
PARTS = ("ams_self_direction", "ams_extra_attention", "ams_comparison")
PEOPLE = range(1, 26)


@pytest.fixture
def town(counter: Town) -> Town:
    """Clients who change of guidance, leave and come back, with contacts of all kinds, some put right; and two case managers."""
    chance = random.Random(7)
    counter.open("2018-01-01", *PEOPLE)
    with counter.on("2020-12-31").writes() as writer:
        for number, person in enumerate(PEOPLE):
            for at, kind in enumerate(chance.choice(("g", "gg", "ge", "ger", "gegr", "gger", "")) for _ in range(1)):
                for step, what in enumerate(kind):
                    named = {"g": Kind.GUIDANCE, "e": Kind.EXIT, "r": Kind.RETURN}[what]
                    body = {"part": chance.choice(PARTS), "because": f"loting {at}"} if what == "g" else {}
                    day = chance.choice(
                        (FIRST, date(2019, 3, 1), date(2019, 7, 5), date(2019, 7, 5), date(2020, 2, 29), date(2020, 8, 1))
                    )
                    record_entry(writer, person, Entry(person, named, day, Role.SUPPORT, "j.visser", body), idem_key=f"e{step}")
            last: tuple[int, Contact] | None = None
            for one in range(chance.randrange(30)):
                said = contact(chance, person)
                if last is not None and chance.random() < 0.2:  # Put right by the same capacity.
                    said, before = said._replace(role=last[1].role), last[0]
                else:
                    before = None
                event = record_contact(writer, person, said, idem_key=f"c{one}", replaces=before)
                last = (event.hseq, said) if event else None
            assign(writer, clients(counter.database, TOWN.id, [person])[person], ("a", "b")[number % 2], FIRST, reason="nieuw")
            if number % 5 == 0:
                assign(writer, clients(counter.database, TOWN.id, [person])[person], ("b", None)[number % 2], date(2020, 6, 30),
                       reason="wissel")  # fmt: skip
    return counter


def contact(chance: random.Random, person: int) -> Contact:
    """One contact on one of few days, so that days meet."""
    any_day = FIRST + timedelta(chance.randrange((LAST - FIRST).days))
    day = chance.choice((date(2018, 7, 5), date(2019, 3, 1), date(2019, 7, 4), date(2019, 7, 5), date(2020, 2, 29), any_day))
    role = chance.choice((*[Role.SUPPORT] * 5, Role.ENFORCEMENT))
    presence = chance.choice((CAME, CAME, CAME, *PRESENCE))
    channel, initiator = chance.choice(CHANNELS), chance.choice(INITIATORS)
    return Contact(person, day, channel, initiator, chance.choice(HELP), presence, "j.visser", role,
                   reason=chance.choice((None, None, "brief")))  # fmt: skip


def part_on(dossier: Dossier, day: date) -> str | None:
    """The part on a day, entry by entry."""
    before: str | None = None
    now: str | None = None
    said = [one for one in dossier.of(Kind.GUIDANCE, Kind.EXIT, Kind.RETURN) if one.day <= day]
    for one in sorted(said, key=lambda one: (one.day, one.seq)):
        if one.kind is Kind.GUIDANCE:
            before = now = str(one.body["part"])
        else:
            now = None if one.kind is Kind.EXIT else before
    return now


def took_place(dossier: Dossier) -> Iterator[Contact]:
    """The contacts of a dossier that took place."""
    return (one for one in dossier.contacts if one.presence == CAME)


def asked(persons: list[int] | None = None) -> Asked:
    return Asked(TOWN.id, PERIOD, readable_by(Role.LEAD), persons)


def inside(day: date) -> bool:
    return PERIOD.first <= day <= PERIOD.last


@pytest.mark.parametrize("workers", [None, ["a"]])
def test_numbers_of_sql_are_those_of_the_dossiers(town: Town, workers: list[str] | None) -> None:
    desk = town.on("2020-12-31")
    every = [one for one in dossiers(desk, Role.LEAD, PEOPLE, whole=True).values() if workers is None or _of(one, workers)]
    days = Counter(
        (part, Month.of_day(day)) for one in every for at in range(PERIOD.days)
        if (part := part_on(one, day := PERIOD.first + timedelta(at))) is not None
    )  # fmt: skip
    known = {one.person: stretches(one.entries, PERIOD) for one in every}
    theirs = None if workers is None else [*known]
    assert {(one.part, one.month): one.days for one in days_of(known.values()) if one.days} == days

    by_hand = Counter(
        (part_on(dossier, one.day), Month.of_day(one.day), one.channel, one.initiator, one.kind)
        for dossier in every for one in took_place(dossier) if inside(one.day)
    )  # fmt: skip
    counts = {(person, one.part): {person % 2} for person, mine in known.items() for one in mine if person % 3}
    sums = added_up(town.database, asked(theirs), to_count(known, counts))
    found = counted(sums.tallies, sums.clients)
    assert by_hand
    assert {(one.part, one.month, one.channel, one.initiator, one.topic): one.contacts for one in found.tallies} == by_hand

    ours, talks = Counter[tuple[int, str | None]](), Counter[tuple[int, str | None]]()
    for dossier in every:
        for one in took_place(dossier):
            key = dossier.person, part_on(dossier, one.day)
            if inside(one.day) and key[1] is not None:
                ours[key] += one.initiator == "klantmanager"
                talks[key] += one.channel in PERSONAL
    assert found.clients == {key: (ours[key], talks[key]) for key in ours}
    given = Counter(
        (part, Month.of_day(one.day)) for dossier in every for one in took_place(dossier) if inside(one.day)
        if (part := part_on(dossier, one.day)) is not None and dossier.person % 3
        if (one.channel in PERSONAL if dossier.person % 2 else one.initiator == "klantmanager")
    )  # fmt: skip
    assert found.given == given

    assert last_contacts(town.database, asked(theirs)) == {
        dossier.person: max(days)
        for dossier in every
        if (days := [one.day for one in took_place(dossier) if one.day <= PERIOD.last])
    }


def test_who_was_pushed_is_counted_as_the_judge_counts(town: Town) -> None:
    desk = town.on("2020-12-31")
    by_hand = Counter[tuple[int, str]]()
    under: dict[int, list[Stretch]] = {}
    for dossier in dossiers(desk, Role.LEAD, PEOPLE, whole=True).values():
        under[dossier.person] = stretches(dossier.entries, PERIOD)
        ours = sorted((one for one in took_place(dossier) if one.initiator == "klantmanager"), key=lambda one: (one.day, one.seq))
        for before, one in pairwise(ours):
            part = part_on(dossier, one.day)
            if inside(one.day) and part in PARTS[:2] and not one.reason and one.day < months_after(before.day, 12):
                by_hand[dossier.person, part] += 1
    assert by_hand
    assert unasked(begun_by_us(town.database, asked(), PEOPLE), under, PARTS[:2]) == by_hand
    assert not unasked(begun_by_us(town.database, asked(), ()), under, PARTS)


def _of(dossier: Dossier, workers: list[str]) -> bool:
    spell = dossier.worker_on(PERIOD.last)
    return spell is not None and spell.worker in workers
