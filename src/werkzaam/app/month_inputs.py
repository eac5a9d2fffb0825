# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules read of a household, changed for a what-if: an extra job, or every temporary exemption behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from werkzaam.app.extra_work import Extra
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.rule import Level
from werkzaam.rules import RULES
from werkzaam.rules.situatie import Rol

DEFAULTS: Mapping[Level, Mapping[str, int]] = {
    level: {name: one.default or 0 for name, one in RULES.inputs.items() if one.level is level} for level in Level
}
"""What the rules read of a household, person or job of which nothing is said."""
_COUNTERS = {
    level: {name: one.high for name, one in RULES.inputs.items()
            if one.level is level and name.startswith("maanden_") and name.endswith("_eerder")}
    for level in Level
}  # fmt: skip
"""The inputs that say how many months were used before, at the most that can be delivered."""

_HOUSEMATE = list(Rol).index(Rol.HUISGENOOT)


def job_record(extra: Extra) -> dict[str, int]:
    """One job in a month: its wage is known, and nothing was estimated."""
    own = {"nettoloon": extra.net, "loon_bekend": 1, "brutoloon": extra.gross}
    return {**DEFAULTS[Level.BAAN], **own}


def with_job(months: Sequence[MonthInput], key: Key, extra: Extra) -> tuple[MonthInput, ...]:
    """The months with one more job, which pays in the last of them only."""
    idle = (_with(given, key, job_record(Extra())) for given in months[:-1])
    return (*idle, _with(months[-1], key, job_record(extra)))


def run_out(given: MonthInput) -> MonthInput:
    """The same month when every exemption that runs out has run out: what lasts, beside what is temporary."""
    return replace(given, records={
        level: {key: {**record, **_COUNTERS[level]} for key, record in rows.items()} for level, rows in given.records.items()
    })  # fmt: skip


def members(given: MonthInput) -> tuple[str, ...]:
    """The persons the bijstand is about: everybody but housemates."""
    persons = given.records[Level.PERSOON].items()
    return tuple(key[0] for key, record in persons if record["rol"] != _HOUSEMATE)


def _with(given: MonthInput, key: Key, record: Mapping[str, int]) -> MonthInput:
    jobs = {**given.records[Level.BAAN], key: record}
    return replace(given, records={**given.records, Level.BAAN: jobs})
