# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Chains of events for the tests, and every way in which somebody may tamper with them. All people are made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from werkzaam.ledger.event import Damage, Event, EventKind, Leaf, follow, hash_of

TOWN = "teststad"
KINDS = list(EventKind)
Expected = set[tuple[int, Damage]]
"""Where a tampered chain must be reported, and why."""


def moment(minutes: int) -> str:
    """Some minutes after nine in the morning of 20 March 2026."""
    hours, minutes = divmod(minutes, 60)
    return f"2026-03-20T{9 + hours:02d}:{minutes:02d}:00Z"


def chain(household: int, length: int, town: str = TOWN) -> list[Event]:
    """A chain that holds; two events may be recorded in the same minute."""
    events: list[Event] = []
    for number in range(length):
        events.append(
            follow(
                events[-1].head if events else None, municipality=town, household=household, kind=KINDS[number % len(KINDS)],
                payload=f"inhoud {household}.{number}", recorded_at=moment(number // 2), actor="m.bakker",
                idem_key=f"{town}/{household}/{number}",
            )
        )  # fmt: skip
    return events


def leaf(event: Event) -> Leaf:
    """An event as the end of its chain."""
    return Leaf(event.municipality, event.household, event.hseq, event.hash)


def rehashed(event: Event) -> Event:
    """The event with a hash that matches its content, as a clever forger leaves it."""
    return replace(event, hash=hash_of(event) or "")


def relinked(events: list[Event], start: int) -> list[Event]:
    """A chain that is linked and numbered again from some place on, as a very clever forger leaves it."""
    made = events[:start]
    for event in events[start:]:
        before = made[-1] if made else None
        linked = replace(event, hseq=len(made) + 1, prev_hash=before.hash if before else None)
        made.append(rehashed(linked))
    return made


# -- tampering: each takes a chain and gives the tampered one, with what must be reported -------------------------------


def change(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """One field of one event is another."""
    at = dice.randrange(len(events))
    forged = dice.choice(
        [
            {"payload": "iets anders"}, {"actor": "s.yilmaz"}, {"idem_key": "ander"}, {"kind": "iets"}, {"hash": "0" * 64},
            {"recorded_at": events[at].recorded_at.replace("09:", "08:")}, {"prev_hash": "1" * 64}, {"hash_version": 2},
        ]
    )  # fmt: skip
    return [*events[:at], replace(events[at], **forged), *events[at + 1 :]], {(at + 1, Damage.CHANGED)}  # type: ignore[arg-type]


def change_and_hash(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """One event is another and its own hash is right again: the next one, or the kept head, tells."""
    at = dice.randrange(len(events))
    forged = rehashed(replace(events[at], payload="iets anders"))
    where = (at + 2, Damage.PREDECESSOR) if at + 1 < len(events) else (at + 1, Damage.HEAD)
    return [*events[:at], forged, *events[at + 1 :]], {where}


def delete(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """One event is gone."""
    at = dice.randrange(len(events))
    last = at + 1 == len(events)
    return [*events[:at], *events[at + 1 :]], {(at + 1, Damage.TRUNCATED if last else Damage.GAP)}


def insert(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """An event was slipped in behind another, under the number that comes next."""
    at = dice.randrange(len(events))
    before = events[at]
    forged = rehashed(replace(before, hseq=before.hseq + 1, prev_hash=before.hash, payload="nieuw", idem_key="nieuw"))
    last = at + 1 == len(events)
    return [*events[: at + 1], forged, *events[at + 1 :]], {(at + 2, Damage.UNKNOWN if last else Damage.ORDER)}


def reorder(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """Two events changed numbers."""
    one, other = sorted(dice.sample(range(len(events)), 2))
    made = list(events)
    made[one], made[other] = replace(events[other], hseq=one + 1), replace(events[one], hseq=other + 1)
    return made, {(one + 1, Damage.CHANGED), (other + 1, Damage.CHANGED)}


def swap(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """Two neighbours stand in each other's place with their own numbers."""
    at = dice.randrange(len(events) - 1)
    return [*events[:at], events[at + 1], events[at], *events[at + 2 :]], {(at + 1, Damage.GAP), (at + 1, Damage.ORDER)}


def truncate(dice: Random, events: list[Event]) -> tuple[list[Event], Expected]:
    """The end of the chain is gone, or all of it."""
    at = dice.randrange(len(events))
    return events[:at], {(at + 1, Damage.TRUNCATED)}


TAMPERINGS: list[Callable[[Random, list[Event]], tuple[list[Event], Expected]]] = [
    change, change_and_hash, delete, insert, reorder, swap, truncate,
]  # fmt: skip


def forgeries(seed: int, count: int) -> Iterator[tuple[str, list[Event], list[Leaf], int, Expected]]:
    """Tampered sets of three households: how, the events, the heads that were kept, whose chain, and what must be reported."""
    dice = Random(seed)
    for number in range(count):
        tampering = TAMPERINGS[number % len(TAMPERINGS)]
        chains = {household: chain(household, dice.randint(2, 9)) for household in dice.sample(range(1, 900), 3)}
        heads = [leaf(events[-1]) for events in chains.values()]
        whose = dice.choice(sorted(chains))
        chains[whose], expected = tampering(dice, chains[whose])
        yield tampering.__name__, [event for events in chains.values() for event in events], heads, whose, expected
