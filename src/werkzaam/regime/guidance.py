# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How people are guided under a regime, as data: who takes the first step, how often, who decides, what is asked and enforced.

A guidance stands in the file of a part, beside its choices about money. What a source does not say is None or empty, and never a
zero; `states` tells an empty list that was stated ("there are none") from silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from werkzaam.core.errors import RegimeError, UnknownName


@dataclass(frozen=True, slots=True)
class Said:
    """A text in Dutch and in English."""

    nl: str
    en: str

    def text(self, lang: str) -> str:
        """The text in a language, `nl` or `en`."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Duty:
    """Something asked of a client; `enforced` tells whether anybody acts when it is not done (R-038), None when not stated."""

    code: str
    enforced: bool | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder of invitations: its `action` and what it says.

    Actions: brief, brief_aangetekend, brief_aankondiging, huisbezoek, contactdag, rust, maatregel. `measure_said` tells whether
    the letter speaks of a measure.
    """

    code: str
    action: str
    measure_said: bool | None
    says: Said


@dataclass(frozen=True, slots=True)
class Ladder:
    """How somebody is invited who does not come, step after step and in this order only (R-043).

    `respects_no`: a lasting no ends it. `mandatory`: coming is an obligation. None is not stated.
    """

    steps: tuple[Step, ...]
    mandatory: bool | None = None
    respects_no: bool | None = None
    tone: Said | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One published result of a regime and how strong it is (R-234).

    `evidence` is gerandomiseerd, registervergelijking, enquete, eigen_verklaring or verwachting. `value` stands as printed, with
    a decimal point; it is empty where the source gives no number, and then the note says what it does give.
    """

    metric: Said
    value: str
    evidence: str
    source: str
    note: Said | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """How people are guided under one part of a regime; contacts are per year, a caseload is that of one full-time position.

    None is "not stated"; an empty tuple is "there are none" where `states(name)`, and not stated elsewhere. No silent default.
    Codes are those of `regime/data/woorden.toml`; `control` holds what was settled about control, as code and option of
    `regime/data/vertrouwen.toml` (see `control.settled`); `doubts` are the points on which the sources leave room (A-14).
    """

    part: str
    source: str
    nature: str | None = None
    period: Said | None = None
    population: Said | None = None
    population_size: Said | None = None
    not_for: Said | None = None
    assignment: Said | None = None
    voluntary: bool | None = None
    initiator: str | None = None
    contacts_least: int | None = None
    contacts_most: int | None = None
    contact_note: Said | None = None
    frequency_by: str | None = None
    goals_by: str | None = None
    channels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    caseload_least: int | None = None
    caseload_most: int | None = None
    caseload_note: Said | None = None
    one_worker: bool | None = None
    worker_role: Said | None = None
    instruments: tuple[str, ...] = ()
    conversation: Said | None = None
    duties: tuple[Duty, ...] = ()
    enforced: Said | None = None
    measures: bool | None = None
    measures_used: Said | None = None
    measures_count: Said | None = None
    measures_size: Said | None = None
    ladder: Ladder | None = None
    activities: tuple[str, ...] = ()
    activity_hours_most: int | None = None
    activity_hours_mean: int | None = None
    activity_follow_up_months: int | None = None
    activity_note: Said | None = None
    plan_required: bool | None = None
    plan_signed: bool | None = None
    plan_working_days: int | None = None
    plan_note: Said | None = None
    goals: tuple[Said, ...] = ()
    targets: tuple[Said, ...] = ()
    target_effects: tuple[Said, ...] = ()
    aftercare: Said | None = None
    aftercare_months: int | None = None
    follow_up: Said | None = None
    review_months: int | None = None
    months: int | None = None
    control: tuple[tuple[str, str], ...] = ()
    data_sharing: Said | None = None
    shared_with_team: tuple[str, ...] = ()
    budget: Said | None = None
    outlook: Said | None = None
    results: tuple[Result, ...] = ()
    needs_legal_room: tuple[str, ...] = ()
    legal_room: Said | None = None
    note: Said | None = None
    doubts: tuple[str, ...] = ()
    stated: frozenset[str] = frozenset()

    def states(self, name: str) -> bool:
        """Whether a source says anything about a field, be it that there is none; raises UnknownName for no field."""
        if name not in FIELDS:
            raise UnknownName(f"{name}: guidance has no such field.")
        return name in self.stated

    @property
    def guides(self) -> bool:
        """Whether somebody can be guided under it: it asks or offers something, and does not only tell or settle wages."""
        return self.nature != SETTLES and bool(self.stated - TOLD)

    @property
    def content(self) -> tuple[object, ...]:
        """All that is asked and offered, without name, source and what is only told: with the same content it is the same."""
        return tuple((name, getattr(self, name)) for name in FIELDS if name not in TOLD and name in self.stated)

    @property
    def record(self) -> list[list[str]]:
        """Every stated field as text, in order: what a fingerprint is taken of."""
        return [["part", self.part], ["source", self.source], *([name, repr(getattr(self, name))] for name in FIELDS
                                                                if name in self.stated)]  # fmt: skip


SETTLES = "verrekening"
"""The nature of a part about the settlement of wages: what it asks holds beside whatever guidance a town has."""

FIELDS = tuple(each.name for each in fields(Guidance) if each.name not in ("part", "source", "stated"))
"""What a guidance may state, in the order in which it is shown."""

TOLD = frozenset({
    "nature", "period", "population", "population_size", "not_for", "assignment", "voluntary", "goals", "targets",
    "target_effects", "budget", "outlook", "results", "note", "doubts",
})  # fmt: skip
"""Fields that tell of a part and ask or offer nothing; what two parts of a town list here is put together."""


def merged(guidances: Sequence[Guidance]) -> Guidance | None:
    """The guidance of parts together, of those that guide; raises RegimeError, with both names, when two state the same."""
    guiding = [one for one in guidances if one.guides]
    if len(guiding) < 2:
        return guiding[0] if guiding else None
    found: dict[str, Any] = {}
    where: dict[str, str] = {}
    for one in guiding:
        for name in sorted(one.stated - {"nature"}):
            value = getattr(one, name)
            if name in where and name in TOLD and isinstance(value, tuple):
                value = (*found[name], *value)
            elif name in where:
                raise RegimeError(
                    f"Guidance is stated twice: {name} in {where[name]} and in {one.part}. Name one of the two in uses."
                )
            found[name], where[name] = value, one.part
    source = "; ".join(dict.fromkeys(one.source for one in guiding))
    return Guidance(", ".join(one.part for one in guiding), source, **found, stated=frozenset(found))


@cache
def guidance_of_part(part: str) -> Guidance | None:
    """The guidance of a shipped part; None when its file has none, or when no shipped part is called so."""
    from werkzaam.regime.read import part_ids, read_part  # The reader stands above: it makes regimes, which have guidance.

    return read_part(part).guidance if part in part_ids() else None
