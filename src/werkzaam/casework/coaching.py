# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Coaching at work: travelling along at first, being there on the work floor, and the colleagues (R-161)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, text_of, withdrawn
from werkzaam.core.errors import InputError, NotAllowed

PLANNED, TRAVELLED, AT_WORK, COLLEAGUES = "plan", "meegereisd", "werkplek", "collegas"

FORM = Form(
    Kind.TRIP, "coaching log", "plan coaching at work, or log a trip, a visit to the work floor or a talk with colleagues",
    (
        Field("what", "wat", FieldKind.OPTION, "what it is", True, (PLANNED, TRAVELLED, AT_WORK, COLLEAGUES)),
        Field("trips", "reizen", FieldKind.COUNT, "trips that were agreed; with plan", False, least=0, most=60),
        Field("talks", "gesprekken", FieldKind.COUNT, "talks with colleagues; with plan", False, least=0, most=60),
        Field("direction", "richting", FieldKind.OPTION, "there or back, of two trips on one day", False, ("heen", "terug")),
        Field("agreed", "akkoord", FieldKind.TRUTH, "whether the client agreed that colleagues are told; with collegas"),
        Field("note", "notitie", FieldKind.TEXT, "how it went"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of what was agreed was done: trips, and talks with colleagues."""

    trips: int
    trips_agreed: int
    talks: int
    talks_agreed: int

    @property
    def shown(self) -> str:
        """The trips as a person reads them: `6 van 6`, without words `6/6`."""
        return f"{self.trips}/{self.trips_agreed}"


def progress(dossier: Dossier) -> Progress | None:
    """What was done since the last plan; None without a plan."""
    plan = _plan(dossier)
    if plan is None:
        return None
    since = [one for one in dossier.of(Kind.TRIP) if one.day >= plan.day and not withdrawn(dossier, one)]
    done = [sum(text_of(one, "what") == what for one in since) for what in (TRAVELLED, COLLEAGUES)]
    return Progress(done[0], count_of(plan, "trips") or 0, done[1], count_of(plan, "talks") or 0)


def _plan(dossier: Dossier) -> Entry | None:
    plans = [one for one in dossier.of(Kind.TRIP) if text_of(one, "what") == PLANNED and not withdrawn(dossier, one)]
    return last_of(plans)


def judge(entry: Entry, dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """A trip belongs to a plan, colleagues hear nothing without the client's agreement; the remark counts."""
    what = text_of(entry, "what")
    if what == PLANNED:
        if not count_of(entry, "trips") and not count_of(entry, "talks"):
            raise InputError("reizen, gesprekken: say how many trips or talks with colleagues were agreed.")
        return
    if what == COLLEAGUES and entry.body.get("agreed") is not True:
        raise NotAllowed("akkoord: colleagues are only told what the client agreed to; ask first.")
    found = progress(dossier)
    if found is None:
        raise InputError("wat: plan the coaching first (coaching log --what plan --trips 6), so that its progress can be seen.")
    if what == TRAVELLED:
        yield Remark("trips_done", {"done": found.trips + 1, "agreed": found.trips_agreed})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The next trip or talk that was agreed, a week after the last."""
    plan, found = _plan(dossier), progress(dossier)
    if plan is None or found is None or (found.trips >= found.trips_agreed and found.talks >= found.talks_agreed):
        return
    last = max(one.day for one in dossier.of(Kind.TRIP))
    code = "next_trip" if found.trips < found.trips_agreed else "colleagues_talk"
    yield Due(dossier.person, Reason.PROMISE, code, last + timedelta(office.terms.work.trips_days),
              values={"done": found.trips, "agreed": found.trips_agreed})  # fmt: skip


NOTION = Notion((FORM,), {Kind.TRIP: judge}, dues, about=frozenset({Kind.TRIP}))
