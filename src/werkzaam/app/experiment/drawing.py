# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Select, promise, reveal and draw: the protocol of the public draw carried out on the roster of the ledger.

Each step is one transaction; what a step writes is there as a whole or not at all. The functions of the draw are pure and
stand in `experiment/lottery`; chance enters here, as salts, and comes from the beacon.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeAlias

from werkzaam.app.experiment.enrol import check_design, fixed_design, records
from werkzaam.app.experiment.listed import who
from werkzaam.app.experiment.opened import is_open
from werkzaam.app.experiment.software import software_digest
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.lottery import commitment as promises
from werkzaam.experiment.lottery.beacon import DICE, PATIENCE, Chain, chain_of, thrown
from werkzaam.experiment.lottery.draw import Drawn
from werkzaam.experiment.lottery.encoding import SALT_BYTES, canonical, moment_of, moment_text
from werkzaam.experiment.lottery.plan import Plan, plan_of
from werkzaam.experiment.lottery.result import Result, drawn_result
from werkzaam.experiment.lottery.roster import Entry, Roster, roster_of
from werkzaam.experiment.lottery.strata import Grouping, code, strata_of
from werkzaam.store import draws
from werkzaam.store.database import Database
from werkzaam.store.experiments import Recorder, last_seq
from werkzaam.store.observations import locks
from werkzaam.store.roster import participants, salts

Signed: TypeAlias = Callable[[Chain, int, bytes], bool]
"""Whether a chain signed a round."""
Chance: TypeAlias = Callable[[int], bytes]
"""So many bytes of chance: the machine's own, and another only in an example."""
_YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Beacon:
    """What the beacon said: the number of the round and its signature."""

    round: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class Frozen:
    """Everything that a draw reads, as it was known at an event: levels and closed arms by pid, strata, list and plan."""

    levels: Mapping[str, Mapping[str, str]]
    closed: Mapping[str, tuple[str, ...]]
    grouping: Grouping
    stratum_salts: Mapping[str, bytes]
    roster: Roster
    plan: Plan


def grouped(
    database: Database, key: tuple[str, str], design: Design, known_seq: int, draw: int
) -> tuple[Grouping, dict[str, Mapping[str, str]], dict[str, tuple[str, ...]]]:  # fmt: skip
    """The strata of a draw with the levels and the closed arms of everybody on its list; raises InputError for an empty list."""
    closed = who(database, *key, known_seq, draw)
    if not closed:
        raise InputError(f"Nobody of {key[1]} is enrolled and not yet drawn. Enrol people before a draw is promised.")
    people = participants(database, *key, known_seq)
    levels = {pid: people[pid].levels for pid in closed}
    return strata_of(design, levels, closed), levels, closed


def frozen(
    database: Database,
    key: tuple[str, str],
    design: Design,
    known_seq: int,
    draw: int,
    stratum_salts: Mapping[str, bytes] | None = None,
    chance: Chance = secrets.token_bytes,
) -> Frozen:
    """What a draw reads, made again from what was known at an event; without salts of strata they are made now, by chance."""
    grouping, levels, closed = grouped(database, key, design, known_seq, draw)
    if stratum_salts is None:
        stratum_salts = {text: chance(SALT_BYTES) for text in grouping.strata}
    codes = {text: code(stratum_salts.get(text, b""), text) for text in grouping.strata}
    own = salts(database, *key)
    if lost := sorted(set(levels) - set(own)):
        raise InputError(f"The salt of {lost[0]} and {len(lost) - 1} more was destroyed; this list cannot be made again.")
    strata = grouping.by_person
    roster = roster_of(Entry(pid, bytes.fromhex(own[pid]), codes[strata[pid]]) for pid in levels)
    plan = plan_of(design, grouping, codes, design_hash(design))
    return Frozen(levels, closed, grouping, stratum_salts, roster, plan)


def selection(desk: Desk, design: Design) -> tuple[Grouping, Plan, dict[str, str]]:
    """What a promise made now would rest on: strata with their merges, the plan, and the text of each code. Writes nothing."""
    key = (desk.town.id, design.id)
    check_design(desk, design)
    found = frozen(desk.database, key, design, last_seq(desk.database, *key), _next_draw(desk, key))
    texts = {code(found.stratum_salts[text], text): text for text in found.grouping.strata}
    return found.grouping, found.plan, texts


def commit(
    desk: Desk, design: Design, *, secret_sha256: bytes, drawn_at: datetime, public: bool = False,
    chance: Chance = secrets.token_bytes,
) -> promises.Commitment:  # fmt: skip
    """Promise a draw of everybody enrolled and not drawn yet; yields what is to be published.

    Raises NotAllowed for a changed design, while an earlier promise can still be drawn and once the arms were opened, InputError
    for a moment that is too soon.
    """
    committed = moment_of(desk.moment, "--at")
    _refuse_seen(desk, design)
    with records(desk, design.id) as recorder:
        sha256 = fixed_design(desk, design, recorder)
        known_seq, draw = recorder.known_seq, _next_draw(desk, recorder.key)
        found = frozen(desk.database, recorder.key, design, known_seq, draw, chance=chance)
        made = promises.commit(
            design, found.roster, found.plan, number=draw, drawn_at=drawn_at, committed=committed, secret=secret_sha256,
            software=software_digest(), public=public,
        )  # fmt: skip
        row = draws.Commitment(
            draw, known_seq, moment_text(committed), sha256, made.root.hex(), made.size, made.secret.hex(),
            moment_text(made.reveal_by), made.chain, made.round, moment_text(chain_of(made.chain).moment(made.round)),
            canonical(made.record).decode(),
        )  # fmt: skip
        draws.record_commitment(recorder, row, {text: salt.hex() for text, salt in found.stratum_salts.items()})
    return made


def _refuse_seen(desk: Desk, design: Design) -> None:
    """Nobody is added to a result that is known: who saw it could go on until it says what they like."""
    if locks(desk.database, desk.town.id, design.id) and is_open(desk, design):
        raise NotAllowed(
            f"The arms of {design.id} were opened: what came of it was seen. Nobody is drawn for it any more. Who enrolled since "
            "is for an experiment of its own, with a design, a locked plan and a draw of its own."
        )


def _next_draw(desk: Desk, key: tuple[str, str]) -> int:
    """The number of the next draw; raises NotAllowed while an earlier promise waits for its draw."""
    promised = draws.commitments(desk.database, *key)
    if not promised:
        return 1
    last = promised[-1]
    told, drawn = draws.secrets_told(desk.database, *key), draws.draw_results(desk.database, *key)
    if last.draw not in drawn and (last.draw in told or desk.moment <= last.reveal_by):
        until = f"round {last.round} of the beacon, {last.beacon_at}" if last.draw in told else f"its secret, {last.reveal_by}"
        raise NotAllowed(f"Draw {last.draw} of {key[1]} was promised and waits for {until}. Until then no other can be promised.")
    return last.draw + 1


def _promised(desk: Desk, recorder: Recorder) -> tuple[draws.Commitment, promises.Commitment]:
    """The last promise, as a row and as it was published; raises NotAllowed when there is none, or when it was drawn."""
    promised = draws.commitments(desk.database, *recorder.key)
    if not promised:
        raise NotAllowed(f"No draw of {recorder.experiment} was promised. Promise one with 'experiment commit'.")
    if promised[-1].draw in draws.draw_results(desk.database, *recorder.key):
        raise NotAllowed(f"Draw {promised[-1].draw} of {recorder.experiment} was drawn before. Nobody is drawn twice.")
    return promised[-1], promises.read_commitment(json.loads(promised[-1].record))


def reveal(desk: Desk, design: Design, secret: bytes) -> promises.Commitment:
    """Keep the secret that was told; raises InputError for one that is not the promised one, or that comes too late."""
    with records(desk, design.id) as recorder:
        row, promise = _promised(desk, recorder)
        promises.check_secret(promise, secret, moment_of(desk.moment, "--at"))
        draws.record_secret(recorder, row, secret.hex())
    return promise


def draw(desk: Desk, design: Design, beacon: Beacon, signed: Signed, *, missing: bool = False) -> tuple[Drawn, Result]:
    """Draw as promised and keep it, all of it or nothing.

    `missing` says that the promised round never came, so that the fallback's round counts. Raises NotAllowed for a draw that is
    not promised, not revealed or too early, and InputError for another round or a signature that is not the chain's.
    """
    with records(desk, design.id) as recorder:
        fixed_design(desk, design, recorder)
        row, promise = _promised(desk, recorder)
        told = draws.secrets_told(desk.database, *recorder.key)
        if row.draw not in told:
            raise NotAllowed(f"The secret of draw {row.draw} was not told. When it is not told by {row.reveal_by}, promise anew.")
        _right_round(desk, row, beacon, signed, missing=missing)
        known = {text: bytes.fromhex(salt) for text, salt in draws.stratum_salts(desk.database, *recorder.key, row.draw).items()}
        found = frozen(desk.database, recorder.key, design, row.known_seq, row.draw, known)
        revealed = moment_of(draws.revealed_at(desk.database, *recorder.key)[row.draw], "revealed")
        drawn, result = drawn_result(
            promise, found.roster, found.plan, secret=bytes.fromhex(told[row.draw]), revealed=revealed, round_number=beacon.round,
            signature=beacon.signature,
        )  # fmt: skip
        _keep(desk, recorder, row, drawn, result)
    return drawn, result


def read_dice(text: str) -> Beacon:
    """Throws of dice in public, digits 1 to 6 in their order, in the place of a round; raises InputError for anything else."""
    throws = "".join(text.split())
    thrown(throws)
    return Beacon(DICE, throws.encode("ascii"))


def _right_round(desk: Desk, row: draws.Commitment, beacon: Beacon, signed: Signed, *, missing: bool) -> None:
    chain = chain_of(row.chain)
    if beacon.round == DICE:
        _beacon_gone(desk, row, chain, beacon)
        return
    wanted = chain.fallback(row.round) if missing else row.round
    out = moment_text(chain.moment(wanted))
    if desk.moment < out:
        raise NotAllowed(f"Round {wanted} of the beacon comes out at {out}; it is {desk.moment}. Draw after that.")
    if beacon.round != wanted:
        raise InputError(
            f"Draw {row.draw} was promised for round {wanted} of {chain.name}, which came out at {out}; found round "
            f"{beacon.round}. Ask the beacon for round {wanted}. Nothing was drawn."
        )
    if not signed(chain, beacon.round, beacon.signature):
        raise InputError(
            f"The signature is not that of {chain.name} for round {beacon.round}. Ask the beacon again. Nothing was drawn."
        )


def _beacon_gone(desk: Desk, row: draws.Commitment, chain: Chain, beacon: Beacon) -> None:
    """Refuse dice while a round can still come: that of the promise, and an hour and more later that of the fallback."""
    thrown(beacon.signature.decode("ascii"))
    from_moment = moment_text(chain.moment(chain.fallback(row.round)) + PATIENCE)
    if desk.moment < from_moment:
        raise NotAllowed(
            f"Dice count only when the beacon is gone: when round {row.round} and round {chain.fallback(row.round)} both never "
            f"came, from {from_moment} on; it is {desk.moment}. A round that can be looked up must be used. Nothing was drawn."
        )


def _keep(desk: Desk, recorder: Recorder, row: draws.Commitment, drawn: Drawn, result: Result) -> None:
    kept = draws.DrawResult(
        row.draw, desk.moment, row.chain, row.round, row.beacon_at, result.round, result.randomness.hex(), result.signature.hex(),
        result.seed.hex(), result.root.hex(),
    )  # fmt: skip
    lots = [drawn.lots[pid] for pid in sorted(drawn.lots)]
    people = [draws.DrawnPerson(one.pid, one.stratum, one.select, one.arm, one.turn, one.interview) for one in lots]
    told = partial(Event, day=desk.today)
    events = [
        told(one.pid, Happening.NOT_SELECTED, detail={"draw": str(row.draw)})
        if one.arm is None
        else told(one.pid, Happening.DRAWN, detail={"draw": str(row.draw), "arm": one.arm, "asked": _YES_NO[one.interview]})
        for one in lots
    ]
    draws.record_draw(recorder, kept, people, events)


def read_beacon(record: Mapping[str, object], where: str) -> Beacon:
    """What the beacon said, in the form in which drand answers: `round` and `signature`; raises InputError for anything else."""
    number, signature = record.get("round"), record.get("signature")
    try:
        if type(number) is int and number > 0 and isinstance(signature, str):
            return Beacon(number, bytes.fromhex(signature))
    except ValueError:
        pass
    raise InputError("a round of the beacon was expected: a JSON object with round, a number, and signature, in hexadecimal. "
                     "Take the answer of the beacon as it is.", file=where)  # fmt: skip
