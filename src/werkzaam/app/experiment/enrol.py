# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Enrol the people of a roster: each under a random number, with a reason for everybody who cannot take part. All or nothing."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.roster_file import RosterRow, read_roster
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.experiment.canonical import canonical, design_hash
from werkzaam.experiment.design import Design
from werkzaam.experiment.eligibility import Applicant, Enrolled, Excluded, Refusal, Refused, eligible, placed
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.register import KEY_BYTES, pseudonym
from werkzaam.store.draws import commitments
from werkzaam.store.experiments import Recorder, happened, open_experiment, record_design, recording
from werkzaam.store.roster import NewParticipant, by_pseudonym, happenings, record_people

DECIDED = (Happening.ENROLLED, Happening.EXCLUDED, Happening.WITHDRAWN)
"""After these nobody applies again."""
_BYTES = 16
Answer: TypeAlias = Enrolled | Refused | Excluded


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a roster led to: how many rows, and how many people enrolled, were refused, excluded, declined, or did not answer."""

    rows: int
    counts: Mapping[str, int]
    again: bool = False


@contextmanager
def records(desk: Desk, experiment: str) -> Iterator[Recorder]:
    """A transaction and its recorder, with the experiment opened: all is kept, or nothing."""
    with desk.database.transaction():
        open_experiment(desk.database, desk.town.id, experiment)
        with recording(desk.database, desk.town.id, experiment, recorded_at=desk.moment, actor=desk.actor) as recorder:
            yield recorder


def check_design(desk: Desk, design: Design) -> str:
    """The fingerprint of the design; raises NotAllowed for another one than a draw was promised for."""
    sha256 = design_hash(design).hex()
    promised = commitments(desk.database, desk.town.id, design.id)
    if promised and promised[-1].design_sha256 != sha256:
        raise NotAllowed(
            f"The design {design.id} was changed after a draw was promised for it: promised was {promised[-1].design_sha256}, "
            f"this file has {sha256}. Use the promised file, or begin another experiment with another id."
        )
    return sha256


def fixed_design(desk: Desk, design: Design, recorder: Recorder) -> str:
    """The same, and the text of the design recorded when it is new."""
    sha256 = check_design(desk, design)
    record_design(recorder, sha256=sha256, version=design.version, text=canonical(design))
    return sha256


def enrol(
    desk: Desk, design: Design, source: Source, key: bytes, chance: Callable[[int], bytes] = secrets.token_bytes
) -> Enrolment:  # fmt: skip
    """Enrol the people of a file; `chance` gives bytes for numbers and salts, other than the machine's in an example only.

    Raises RowsRefused for rows that cannot be right, a person twice and one who was decided on before among them; then nothing is
    kept. The same file twice changes nothing.
    """
    table, rows = read_roster(source, design, desk.today)
    with records(desk, design.id) as recorder:
        fixed_design(desk, design, recorder)
        known = by_pseudonym(desk.database, *recorder.key)
        names = {row.line: pseudonym(key, row.number) for row in rows}
        before = happenings(desk.database, *recorder.key)
        idem_key = f"roster {table.sha256}"
        if not happened(desk.database, *recorder.key, idem_key):
            table.refuse(_decided(rows, names, known, before))
        pids = {row.line: known.get(names[row.line]) or chance(_BYTES).hex() for row in rows}
        new = [
            NewParticipant(pids[row.line], chance(_BYTES).hex(), names[row.line], row.levels)
            for row in rows
            if names[row.line] not in known
        ]
        events = _events(design, rows, pids, before, set(known.values()))
        link = record_people(recorder, new, events, idem_key=idem_key)
    return Enrolment(len(rows), _counts(rows, events), again=link is None)


def _decided(
    rows: Sequence[RosterRow], names: Mapping[int, str], known: Mapping[str, str], before: Sequence[Event]
) -> list[BadRow]:  # fmt: skip
    """Every row of somebody who enrolled, was excluded or withdrew before."""
    decided = {one.person: one for one in before if one.happening in DECIDED}
    found = [(row, decided.get(known.get(names[row.line], ""))) for row in rows]
    return [
        BadRow(row.line, "number", f"this person was {one.happening.value} before, on {one.day}. Take the row out.")
        for row, one in found
        if one is not None
    ]


def _events(
    design: Design, rows: Sequence[RosterRow], pids: Mapping[int, str], before: Sequence[Event], known: set[str]
) -> list[Event]:  # fmt: skip
    """What happened to everybody in the file, in the order of the file; the answer to each application at the end."""
    events: list[Event] = []
    answers: dict[str, Answer] = {}
    applicants: dict[str, Applicant] = {}
    for row in rows:
        person = pids[row.line]
        events += _said(row, person)
        if person in known and row.levels:
            events.append(Event(person, Happening.CORRECTED, row.applied or max(day for _, day in row.informed), row.levels))
        if row.applied is not None:
            applicants[person] = Applicant(person, row.applied, row.benefit, row.flags, row.levels)
            answers[person] = eligible(design, applicants[person])
    _take_places(design, applicants, answers, before)
    return events + [_answer(person, applicants[person].day, answer) for person, answer in answers.items()]


def _said(row: RosterRow, person: str) -> Iterator[Event]:
    whose = {"case_manager": row.klantmanager} if row.klantmanager else {}
    whose |= {} if row.working is None else {"working": "yes" if row.working else "no"}
    for channel, day in row.informed:
        yield Event(person, Happening.INFORMED, day, {"channel": channel.value, **whose})
    if row.declined is not None:
        yield Event(person, Happening.DECLINED, row.declined, whose)
    if row.applied is not None:
        yield Event(person, Happening.APPLIED, row.applied, whose)


def _take_places(
    design: Design,
    applicants: Mapping[str, Applicant],
    answers: dict[str, Answer],
    before: Sequence[Event],
) -> None:
    """Refuse those for whom a window with places has none left."""
    taken = Counter(one.detail["window"] for one in before if one.happening is Happening.ENROLLED)
    queues: dict[int, list[Applicant]] = defaultdict(list)
    for person, answer in answers.items():
        if isinstance(answer, Enrolled):
            queues[answer.window].append(applicants[person])
    for window, queue in queues.items():
        ordered = sorted(queue, key=lambda one: one.day)  # Of one day, in the order of the file.
        for one in placed(design.windows[window], ordered, taken[str(window + 1)])[1]:
            answers[one.person] = Refused(Refusal.NO_PLACE)


def _answer(person: str, day: date, answer: Answer) -> Event:
    if isinstance(answer, Excluded):
        return Event(person, Happening.EXCLUDED, day, {"grounds": "|".join(one.id for one in answer.grounds)})
    if isinstance(answer, Refused):
        opens = {} if answer.opens is None else {"opens": str(answer.opens)}
        return Event(person, Happening.REFUSED, day, {"reason": answer.reason.value, **opens})
    barred = {"barred": "|".join(answer.barred)} if answer.barred else {}
    return Event(person, Happening.ENROLLED, day, {"window": str(answer.window + 1), **barred})


def _counts(rows: Sequence[RosterRow], events: Sequence[Event]) -> dict[str, int]:
    """How many people came to what, and why."""
    found: Counter[str] = Counter()
    for one in events:
        if one.happening is Happening.ENROLLED:
            found["enrolled"] += 1
        elif one.happening is Happening.REFUSED:
            found[f"refused, {one.detail['reason']}"] += 1
        elif one.happening is Happening.EXCLUDED:
            found[f"excluded, {one.detail['grounds']}"] += 1
        elif one.happening is Happening.DECLINED:
            found["declined"] += 1
    silent = sum(row.applied is None and row.declined is None for row in rows)
    return dict(found) | ({"no answer yet": silent} if silent else {})


def new_key(path: Path) -> None:
    """A fresh random key in a file that only its owner can read; raises InputError when the file is there."""
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
    except FileExistsError:
        raise InputError("is there already. A key is made once: with another nobody is known again.", file=str(path)) from None
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", file=str(path)) from error


def read_key(path: Path) -> bytes:
    """The key in a file: at least 64 hexadecimal digits; messages never repeat it."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        raise InputError("holds no key. Make one with 'experiment key', and keep it away from the researchers.",
                         file=str(path)) from None  # fmt: skip
    if len(key) < KEY_BYTES:
        raise InputError(f"holds a key of {len(key)} bytes; at least {KEY_BYTES} were expected.", file=str(path))
    return key
