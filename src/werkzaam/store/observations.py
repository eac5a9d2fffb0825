# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was observed of people, the plan that was fixed before it was analysed, and what was let out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from werkzaam.experiment.chain import Link, LinkKind
from werkzaam.experiment.event import Event
from werkzaam.store.database import Database
from werkzaam.store.experiments import Recorder, all_rows
from werkzaam.store.roster import happening_rows, packed
from werkzaam.store.writer import Fields

SURVEY, REGISTER, REFERENCE = "survey", "register", "reference"
"""Where something was observed: in an interview, in the register, or with somebody who did not join."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing observed of one person: the answers in a wave, or a row of a table of the register.

    `name` is the wave or the table, `version` that of its question set or layout; `body` holds texts, numbers and lists.
    """

    pid: str
    source: str
    name: str
    version: int
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Lock:
    """A plan that was fixed: its fingerprint, the code and the layout of the data it was fixed for, when and by whom."""

    plan_sha256: str
    code_version: str
    data_schema: str
    recorded_at: str = ""
    actor: str = ""


def record_observations(
    recorder: Recorder, observed: Sequence[Observation], events: Sequence[Event], *, idem_key: str
) -> Link | None:  # fmt: skip
    """What was observed, with what happened to people, as one event; None when it was recorded before."""
    rows: list[Fields] = [
        {"place": place, "pid": one.pid, "source": one.source, "name": one.name, "version": one.version, "body": packed(one.body)}
        for place, one in enumerate(observed, 1)
    ]
    return recorder.add(
        LinkKind.OBSERVATION, lambda _: {"observation": rows, "happening": happening_rows(events)}, idem_key=idem_key
    )


def observations(
    database: Database, municipality: str, experiment: str, source: str, name: str | None = None
) -> list[Observation]:
    """What was observed in one source, of one wave or table or of all, in the order in which it was recorded."""
    rows = all_rows(database, "observation", municipality, experiment)
    return [
        Observation(row["pid"], row["source"], row["name"], row["version"], json.loads(row["body"]))
        for row in rows
        if row["source"] == source and name in (None, row["name"])
    ]


def record_lock(recorder: Recorder, lock: Lock) -> Link | None:
    """A plan is fixed; None when this one was fixed before."""
    row: Fields = {"plan_sha256": lock.plan_sha256, "code_version": lock.code_version, "data_schema": lock.data_schema}
    return recorder.add(LinkKind.LOCK, lambda _: {"plan_lock": [row]}, idem_key=f"lock {lock.plan_sha256}")


def locks(database: Database, municipality: str, experiment: str) -> list[Lock]:
    """Every plan that was fixed, the first one first."""
    query = (
        "SELECT plan_sha256, code_version, data_schema, recorded_at, actor FROM plan_lock JOIN experiment_event "
        "USING (municipality, experiment, seq) WHERE municipality = ? AND experiment = ? ORDER BY seq"
    )
    return [Lock(*row) for row in database.rows(query, (municipality, experiment))]


def record_release(recorder: Recorder, *, sha256: str, content: str) -> Link | None:
    """Something is let out; None when the same was let out before."""
    row: Fields = {"sha256": sha256, "content": content}
    return recorder.add(LinkKind.RELEASE, lambda _: {"report_release": [row]}, idem_key=f"release {sha256}")


def releases(database: Database, municipality: str, experiment: str) -> dict[str, str]:
    """Everything that was let out, by its fingerprint, the first one first."""
    query = "SELECT sha256, content FROM report_release WHERE municipality = ? AND experiment = ? ORDER BY seq"
    return dict(database.rows(query, (municipality, experiment)))
