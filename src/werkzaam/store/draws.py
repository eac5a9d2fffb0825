# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Promises, secrets and draws: what was fixed before anybody could know the lot, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzaam.experiment.chain import Link, LinkKind
from werkzaam.experiment.event import Event
from werkzaam.store.database import Database
from werkzaam.store.experiments import Recorder, all_rows
from werkzaam.store.roster import happening_rows
from werkzaam.store.writer import Fields


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is promised: the roster up to event `known_seq` by its root, the design, a secret, and a round of a beacon ahead.

    Fingerprints are 64 hexadecimal digits; moments are UTC. `draw` counts from 1. `record` is the promise as it is published.
    """

    draw: int
    known_seq: int
    committed_at: str
    design_sha256: str
    root: str
    people: int
    secret_sha256: str
    reveal_by: str
    chain: str
    round: int
    beacon_at: str
    record: str


@dataclass(frozen=True, slots=True)
class DrawResult:
    """What a draw came from: the round that served, its randomness and signature, the seed, and the root over all results."""

    draw: int
    drawn_at: str
    chain: str
    committed_round: int
    beacon_at: str
    round: int
    randomness: str
    signature: str
    seed: str
    result_root: str


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """What fell to one person: the place in the stratum, an arm and its turn or none, and whether they are interviewed."""

    pid: str
    stratum: str
    place: int
    arm: str | None
    turn: int | None
    surveyed: bool


def record_commitment(recorder: Recorder, one: Commitment, salts: Mapping[str, str]) -> Link | None:
    """A promise, and beside it the salt of each stratum's text; None when the draw with this number was promised before."""
    row = _fields(one)
    secrets: list[Fields] = [{"draw": one.draw, "text": text, "salt": salt} for text, salt in salts.items()]
    return recorder.add(
        LinkKind.COMMITMENT,
        lambda _: {"commitment": [row]},
        idem_key=f"commitment {one.draw}",
        beside={"stratum_secret": secrets},
    )


def record_secret(recorder: Recorder, one: Commitment, secret: str) -> Link | None:
    """The secret of a promise, which must match its fingerprint (the caller has looked); None when it was told before."""
    row: Fields = {"draw": one.draw, "secret_sha256": one.secret_sha256, "reveal_by": one.reveal_by,
                   "revealed_at": recorder.recorded_at, "secret": secret}  # fmt: skip
    return recorder.add(LinkKind.SECRET, lambda _: {"secret_reveal": [row]}, idem_key=f"secret {one.draw}")


def record_draw(
    recorder: Recorder, result: DrawResult, people: Sequence[DrawnPerson], events: Sequence[Event]
) -> Link | None:  # fmt: skip
    """A draw with everybody in it and what happened to them, as one event; None when it was drawn before."""
    rows: list[Fields] = [
        {
            "pid": one.pid,
            "draw": result.draw,
            "stratum": one.stratum,
            "place": one.place,
            "arm": one.arm,
            "turn": one.turn,
            "surveyed": int(one.surveyed),
        }
        for one in people
    ]
    return recorder.add(
        LinkKind.DRAW, lambda _: {"draw_result": [_fields(result)], "drawn": rows, "happening": happening_rows(events)},
        idem_key=f"draw {result.draw}",
    )  # fmt: skip


def commitments(database: Database, municipality: str, experiment: str) -> list[Commitment]:
    """Every promise, the first one first; only the last can still be drawn."""
    return [Commitment(**_own(row)) for row in all_rows(database, "commitment", municipality, experiment)]


def stratum_salts(database: Database, municipality: str, experiment: str, draw: int) -> dict[str, str]:
    """The salt of each stratum's text of one draw, while it still stands."""
    rows = all_rows(database, "stratum_secret", municipality, experiment)
    return {row["text"]: row["salt"] for row in rows if row["draw"] == draw}


def revealed_at(database: Database, municipality: str, experiment: str) -> dict[int, str]:
    """The moment at which the secret of every draw was told."""
    return {row["draw"]: row["revealed_at"] for row in all_rows(database, "secret_reveal", municipality, experiment)}


def secrets_told(database: Database, municipality: str, experiment: str) -> dict[int, str]:
    """The secret of every draw that was told."""
    return {row["draw"]: row["secret"] for row in all_rows(database, "secret_reveal", municipality, experiment)}


def draw_results(database: Database, municipality: str, experiment: str) -> dict[int, DrawResult]:
    """Every draw by its number."""
    return {row["draw"]: DrawResult(**_own(row)) for row in all_rows(database, "draw_result", municipality, experiment)}


def drawn_people(database: Database, municipality: str, experiment: str, draw: int | None = None) -> dict[str, DrawnPerson]:
    """Everybody who was drawn, or those of one draw, by number."""
    return {
        row["pid"]: DrawnPerson(row["pid"], row["stratum"], row["place"], row["arm"], row["turn"], bool(row["surveyed"]))
        for row in all_rows(database, "drawn", municipality, experiment)
        if draw in (None, row["draw"])
    }


def _fields(one: Commitment | DrawResult) -> Fields:
    return {name: getattr(one, name) for name in one.__slots__}


def _own(row: Fields) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("municipality", "experiment", "seq")}
