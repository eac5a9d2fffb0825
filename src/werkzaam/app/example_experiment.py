# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment in the invented town, from a roster to a first round of answers, by the steps of a real one.

The draw uses a real round of the public beacon, so that a receipt can be checked for real. The beacon began in 2023, so the draw
is recorded then, although the town lives in 2019: everything else happened in the town's own days. The people of the town stand
at places of the list where the lot gave them the guidance that they have; nobody can choose that in a real draw, where numbers,
salts and secret are chance.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from werkzaam.app.experiment.design_file import read_design
from werkzaam.app.experiment.drawing import Beacon, commit, draw, reveal
from werkzaam.app.experiment.enrol import enrol, read_key
from werkzaam.app.experiment.fieldwork import import_wave
from werkzaam.app.experiment.happened import record_file
from werkzaam.app.experiment.locked_plan import lock_plan
from werkzaam.app.experiment.of_town import KEY_FILE
from werkzaam.app.experiment.question_file import shipped_questions
from werkzaam.app.experiment.register_file import import_register
from werkzaam.app.experiment.wave_file import read_wave
from werkzaam.app.ledger.desk import Desk
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.beacon import QUICKNET, Chain
from werkzaam.experiment.waves import Mode
from werkzaam.store.draws import DrawnPerson, drawn_people

FILES = Path(__file__).parent / "examples" / "town"
ROUND = Beacon(657413, bytes.fromhex(
    "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"))  # fmt: skip
"""A round of drand's quicknet with its signature, as the documentation of python-drand-verify publishes them."""
SECRET = hashlib.sha256(b"the notary of the invented town").digest()
REDRAWS = 199
"""How often the plan of the example draws again: as few as a page needs to answer at once."""
PEOPLE = 214
PLACES = {1001: 52, 1002: 178, 1003: 142, 1004: 191, 1005: 98, 1006: 86, 1007: 25, 1008: 0, 1009: 102, 1010: 139}
"""At which place of the list the people of the town stand, by their number in the ledger."""
NOT_REACHED, REFUSED = "unreachable", "refused"


def make_example_experiment(desk: Desk) -> None:
    """Enrol, draw, lock the plan, and keep two rounds and the register of April 2019."""
    design, key = read_design(FILES / "experiment.toml"), read_key(FILES / KEY_FILE)
    chance = _chance()
    enrol(_at(desk, "2018-09-03T09:00:00Z"), design, _table(_roster(design)), key, chance)
    commit(_at(desk, "2018-09-10T10:00:00Z"), design, secret_sha256=hashlib.sha256(SECRET).digest(),
           drawn_at=QUICKNET.moment(ROUND.round), chance=chance)  # fmt: skip
    reveal(_at(desk, "2018-09-11T10:00:00Z"), design, SECRET)
    draw(_at(desk, "2023-09-15T12:00:00Z"), design, ROUND, signed)
    _follow(_at(desk, "2023-09-15T13:00:00Z"), design)


def _follow(desk: Desk, design: Design) -> None:
    """What came after the draw: who started, the plan, two rounds, and the register."""
    drawn = drawn_people(desk.database, desk.town.id, design.id)
    taken = [one for one in _in_order(drawn) if one.arm is not None]
    record_file(desk, design, _table(_events(taken)))
    lock_plan(desk, design, REDRAWS)
    questions = shipped_questions("basis")
    for rows in (_baseline(taken), _midway(taken)):
        table, read = read_wave(_table(rows), design, questions, desk.today)
        import_wave(desk, design, table, read)
    import_register(desk, design, _table(_spells(taken)), date(2019, 5, 1))


def _at(desk: Desk, moment: str) -> Desk:
    return Desk(desk.database, desk.town, "r.kaya", moment)


def _chance() -> Callable[[int], bytes]:
    """The same bytes each time, so that the example is the same each time."""
    count = iter(range(1_000_000))
    return lambda size: hashlib.sha256(f"invented {next(count)}".encode()).digest()[:size]


def signed(chain: Chain, number: int, signature: bytes) -> bool:
    """Whether it is the one round that this example uses; its signature was checked beforehand, which takes three seconds."""
    return (chain, number, signature) == (QUICKNET, ROUND.round, ROUND.signature)


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _lot(what: str, which: object, among: int) -> int:
    """A number below `among` that looks like chance and is the same each time."""
    return int.from_bytes(hashlib.sha256(f"{what} {which}".encode()).digest()[:8], "big") % among


def _roster(design: Design) -> list[list[str]]:
    """Everybody who was approached; some did not answer, said no, or could not take part."""
    numbers = {place: str(person) for person, place in PLACES.items()}
    variables = [one.id for one in design.variables]
    rows = [["number", "applied", "declined", "benefit", "flags", "case_manager", "working", "informed_letter", "informed_phone",
             *variables]]  # fmt: skip
    for place in range(PEOPLE):
        rows.append(_approached(design, place, numbers.get(place) or f"S{place:05d}"))
    return rows


def _approached(design: Design, place: int, number: str) -> list[str]:
    levels = [one.levels[_lot(one.id, place, len(one.levels))] for one in design.variables]
    informed = date(2018, 6, 4) + timedelta(days=_lot("informed", place, 20))
    phoned = str(informed + timedelta(days=14)) if _lot("phoned", place, 3) == 0 else ""
    kind = _lot("kind", place, 40)
    applied = "" if kind == 0 else str(informed + timedelta(days=3 + _lot("applied", place, 40)))
    flags = "homeless" if kind == 2 else "own_track" if kind == 3 else ""
    ended = "2016-03-01..2018-02-28" if kind == 4 else "2016-03-01.."
    declined = str(informed + timedelta(days=10)) if kind == 0 else ""
    working = {"yes": "ja", "no": "nee"}[levels[2]]
    return [number, applied, declined, ended, flags, f"team {place % 4 + 1}", working, str(informed), phoned, *levels]


def _in_order(drawn: dict[str, DrawnPerson]) -> Iterator[DrawnPerson]:
    return iter(sorted(drawn.values(), key=lambda one: one.pid))


def _events(taken: Sequence[DrawnPerson]) -> list[list[str]]:
    """Everybody started; a few were guided otherwise for a time, stopped, or moved."""
    rows = [["pid", "happening", "day", "actual", "reason"]]
    for place, one in enumerate(taken):
        rows.append([one.pid, "started", "2019-01-01", "", ""])
        if place % 29 == 3:
            other = "comparison" if one.arm != "comparison" else "extra_attention"
            rows.append([one.pid, "deviated", "2019-03-04", other, "klantmanager ziek"])
        if place % 37 == 5:
            rows.append([one.pid, "withdrawn", "2019-02-18", "", ""])
    return rows


def _baseline(taken: Sequence[DrawnPerson]) -> list[list[str]]:
    """Everybody in an arm answered before the start."""
    rows = [["pid", "wave", "day", "mode", "version", "reason", "work", "guidance_grade", "stress"]]
    for place, one in enumerate(taken):
        day = str(date(2018, 10, 8) + timedelta(days=place % 40))
        rows.append(_row(one, "T0", day, True, "", 38, 0))
    return rows


def _midway(taken: Sequence[DrawnPerson]) -> list[list[str]]:
    """The second round has begun: two in three answered, some could not be reached, and the others come next month."""
    rows = [["pid", "wave", "day", "mode", "version", "reason", "work", "guidance_grade", "stress"]]
    for place, one in enumerate(taken):
        if place % 37 == 5 or place % 5 == 4:
            continue
        more = {"extra_attention": 6, "self_direction": 4, "comparison": 0}[one.arm or ""]
        held = _lot("held", one.pid, 100) < 70
        reason = NOT_REACHED if _lot("why", one.pid, 4) else REFUSED
        rows.append(_row(one, "T1", str(date(2019, 4, 8) + timedelta(days=place % 40)), held, reason, 40 + more, more))
    return rows


def _row(one: DrawnPerson, wave: str, day: str, held: bool, reason: str, works: int, grade: int) -> list[str]:
    """One attempt: who works at the start works on more often, and a grade leans on the arm."""
    if not held:
        return [one.pid, wave, day, "", "", reason, "", "", ""]
    work = "yes" if (_lot("work", one.pid, 100) + _lot(f"work {wave}", one.pid, 20)) < works + 8 else "no"
    stress = "yes" if _lot(f"stress {wave}", one.pid, 100) < 22 else "no"
    marks = str(min(10, 5 + _lot(f"grade {wave}", one.pid, 4) + (1 if _lot("leans", one.pid, 8) < grade else 0)))
    return [one.pid, wave, day, Mode.PHONE.value, "2", "", work, marks, stress]


def _spells(taken: Sequence[DrawnPerson]) -> list[list[str]]:
    """Who left bijstand by the end of April."""
    rows = [["pid", "first", "last", "reason"]]
    for one in taken:
        left = _lot("left", one.pid, 100) < {"extra_attention": 27, "self_direction": 24, "comparison": 20}[one.arm or ""]
        last = str(date(2019, 1, 31) + timedelta(days=_lot("last", one.pid, 85))) if left else ""
        rows.append([one.pid, "2016-03-01", last, "work" if left else ""])
    return rows
